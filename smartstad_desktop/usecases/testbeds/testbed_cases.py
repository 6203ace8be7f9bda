"""What a user can do with what only a test has: facts, agreement, municipalities that join, and the shared result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain.errors import FieldInvalid, RowGone
from smartstad_desktop.domain.testbeds.testbed_cases import RESULT, check_shareable, cleaned_test
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.governance import Organisation
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import CaseMunicipality, RoutineCase, Testbed, TestbedCase
from smartstad_desktop.usecases.command import Transaction, typing_key


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTestbedCase:
    """Change what only a test has; ``municipalities`` replaces those that join."""

    case: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.case)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        case = tx.get(RoutineCase, self.case)
        test = details(tx, self.case)
        clean = {name: cleaned_test(name, value) for name, value in self.changes.items()}
        for name in clean.keys() - {"municipalities"}:
            _refuse_stranger(tx, name, clean[name])
            setattr(test, name, clean[name])
        tx.session.flush()
        if "municipalities" in clean:
            _join(tx, case, clean["municipalities"])
        tx.describe(title=case.title, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareResult:
    """Say that the result of a test can be handed on from today."""

    case: int

    def execute(self, tx: Transaction) -> None:
        """Mark it as shared.

        Raises:
            ConfidentialNotShared, ResultIncomplete: it cannot be shared.
        """
        case = tx.get(RoutineCase, self.case)
        test = details(tx, self.case)
        check_shareable({name: getattr(test, name) for name in RESULT}, is_confidential=case.is_confidential)
        test.shared_on = tx.today
        tx.session.flush()
        tx.describe(title=case.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawResult:
    """Say that the result of a test is not handed on any more; what is written stays."""

    case: int

    def execute(self, tx: Transaction) -> None:
        """Take the mark away."""
        case = tx.get(RoutineCase, self.case)
        details(tx, self.case).shared_on = None
        tx.session.flush()
        tx.describe(title=case.title)


def details(tx: Transaction, case: int) -> TestbedCase:
    """Return what only a test has.

    Raises:
        RowGone: the case is no test.
    """
    found = tx.session.scalar(select(TestbedCase).where(TestbedCase.case_id == case))
    if found is None:
        raise RowGone(kind=TestbedCase.__tablename__, row_id=case)
    return found


_TABLES: Final[Mapping[str, type[Base]]] = {"testbed_id": Testbed, "tester_id": Organisation}


def _refuse_stranger(tx: Transaction, name: str, value: Any) -> None:
    table = _TABLES.get(name)
    if table is not None and value is not None and tx.session.get(table, value) is None:
        raise FieldInvalid(field=name)


def _join(tx: Transaction, case: RoutineCase, wanted: frozenset[int]) -> None:
    """Let exactly *wanted* join; the one that leads does not join itself."""
    known = set(tx.session.scalars(select(Municipality.id).where(Municipality.id.in_(wanted))))
    if wanted - known:
        raise FieldInvalid(field="municipalities")
    wanted -= {case.municipality_id or 0}
    held = {
        row.municipality_id: row
        for row in tx.session.scalars(select(CaseMunicipality).where(CaseMunicipality.case_id == case.id))
    }
    for town in held.keys() - wanted:
        tx.session.delete(held[town])
    tx.session.add_all(CaseMunicipality(case_id=case.id, municipality_id=town) for town in sorted(wanted - held.keys()))
    tx.session.flush()
