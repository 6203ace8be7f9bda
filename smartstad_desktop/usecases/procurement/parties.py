"""What a user can do with the municipalities of a procurement: what each has said, and its mandate letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from smartstad_desktop.domain.procurement.cases import PartiesLocked, cleaned_party
from smartstad_desktop.domain.procurement.procurement import MandateState
from smartstad_desktop.domain.testbeds.cases import LARGEST_FILE, EvidenceEmpty, EvidenceTooLarge
from smartstad_desktop.storage.tables.procurement import ProcurementParty
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import RoutineCase
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.procurement.cases import details, parties_of
from smartstad_desktop.usecases.testbeds.evidence import kept_file

#: What makes a municipality a party, or not.
_SETTLED: Final = ("interest", "mandate")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditParty:
    """Write what a municipality has said; one that had said nothing is asked from now on."""

    case: int
    municipality: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.case, self.municipality)

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            PartiesLocked: a municipality that was not asked before the lock cannot come in, and what makes one a party
                stays as it was locked.
        """
        case, town = tx.get(RoutineCase, self.case), tx.get(Municipality, self.municipality)
        row = _row(tx, self.case, self.municipality)
        is_locked = details(tx, self.case).locked_on is not None
        for name, value in self.changes.items():
            clean = cleaned_party(name, value)
            if is_locked and name in _SETTLED and (clean or None) != (getattr(row, name) or None):
                raise PartiesLocked(field=name)
            setattr(row, name, clean)
        row.mandate = row.mandate or MandateState.NONE.value
        if row.mandate == MandateState.RECEIVED and row.mandate_on is None and "mandate" in self.changes:
            row.mandate_on = tx.today
        tx.session.flush()
        tx.describe(title=case.title, municipality=town.short_name, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveParty:
    """Take back all that a municipality has said, as if it had never been asked."""

    case: int
    municipality: int

    def execute(self, tx: Transaction) -> None:
        """Take it back.

        Raises:
            PartiesLocked: the parties are locked.
        """
        case, town = tx.get(RoutineCase, self.case), tx.get(Municipality, self.municipality)
        if details(tx, self.case).locked_on is not None:
            raise PartiesLocked
        row = parties_of(tx, self.case).get(self.municipality)
        if row is not None:
            tx.session.delete(row)
        tx.session.flush()
        tx.describe(title=case.title, municipality=town.short_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepMandate:
    """Keep the signed mandate letter of a municipality in the workspace."""

    case: int
    municipality: int
    name: str
    content: bytes = field(repr=False)

    def execute(self, tx: Transaction) -> None:
        """Keep it.

        Raises:
            EvidenceEmpty, EvidenceTooLarge: there is nothing to keep, or too much.
            PartiesLocked: no mandate comes in after the lock; the letter of one that is here does.
        """
        case, town = tx.get(RoutineCase, self.case), tx.get(Municipality, self.municipality)
        if not self.content:
            raise EvidenceEmpty(field="mandate")
        if len(self.content) > LARGEST_FILE:
            raise EvidenceTooLarge(name=self.name, limit=f"{LARGEST_FILE // 1024 // 1024} MB")
        row = _row(tx, self.case, self.municipality)
        if row.mandate != MandateState.RECEIVED and details(tx, self.case).locked_on is not None:
            raise PartiesLocked(field="mandate")
        row.mandate_file_id, row.mandate_file_name = kept_file(tx, self.content), self.name.strip()
        row.mandate, row.mandate_on = MandateState.RECEIVED.value, row.mandate_on or tx.today
        tx.session.flush()
        tx.describe(title=case.title, municipality=town.short_name)


def _row(tx: Transaction, case: int, municipality: int) -> ProcurementParty:
    found = parties_of(tx, case).get(municipality)
    if found is None:
        if details(tx, case).locked_on is not None:
            raise PartiesLocked
        found = ProcurementParty(case_id=case, municipality_id=municipality)
        tx.session.add(found)
    return found
