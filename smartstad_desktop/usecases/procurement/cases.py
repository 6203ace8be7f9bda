"""What a user can do with what only a procurement has: say how it goes, lock who may call off, open that again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.procurement.cases import (
    DAYS,
    SECRET,
    FormMissing,
    LeadOutside,
    LockedAhead,
    MandatesMissing,
    NobodyLocked,
    PartiesLocked,
    Said,
    check_days,
    check_tenders,
    check_unlock,
    cleaned_procurement,
    without_mandate,
)
from smartstad_desktop.domain.procurement.procurement import Category, Form, Interest, Law, MandateState
from smartstad_desktop.reads.procurement.cases import after_notice
from smartstad_desktop.storage.tables.procurement import ProcurementCase, ProcurementParty
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import RoutineCase
from smartstad_desktop.usecases.command import Transaction, typing_key

#: What has to have a value, and which one it falls back to.
_ALWAYS: Final[Mapping[str, Any]] = {
    "category": Category.GOODS_SERVICES,
    "law": Law.GENERAL,
    "currency": "SEK",
    "remind_months": 18,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditProcurement:
    """Change what only a procurement has. With ``is_typing``, pieces of one field's text become one step."""

    case: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.case)

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            PartiesLocked: how they buy together is settled with the lock.
            TendersUnlocked: what is about tenders waits for the lock.
            AnnouncedUnlocked, ContractBeforeAward, DaysOutOfOrder: its days cannot follow each other so.
        """
        case, purchase = tx.get(RoutineCase, self.case), details(tx, self.case)
        check_tenders(self.changes, purchase.locked_on)
        for name, value in self.changes.items():
            clean = cleaned_procurement(name, value)
            if name == "form" and purchase.locked_on is not None and clean != purchase.form:
                raise PartiesLocked(field="form")
            setattr(purchase, name, _ALWAYS[name] if name in _ALWAYS and clean in {None, ""} else clean)
        if self.changes.keys() & set(DAYS):
            check_days({name: getattr(purchase, name) for name in DAYS}, self.changes.keys())
        tx.session.flush()
        tx.describe(title=case.title, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class LockParties:
    """Lock who may call off, before the procurement is announced; from that day on tenders are secret.

    A municipality that is no party cannot call off from what is bought. Without *locked_on* it happens today.
    """

    case: int
    parties: frozenset[int]
    locked_on: date | None = None

    def execute(self, tx: Transaction) -> None:
        """Lock them.

        Raises:
            PartiesLocked, FormMissing, NobodyLocked, LeadOutside, MandatesMissing: they cannot be locked so.
            LockedAhead, DaysOutOfOrder: they cannot have been locked that day.
        """
        case, purchase = tx.get(RoutineCase, self.case), details(tx, self.case)
        if purchase.locked_on is not None:
            raise PartiesLocked
        if purchase.form is None:
            raise FormMissing
        rows = parties_of(tx, self.case)
        chosen = self.parties & rows.keys()
        if not chosen:
            raise NobodyLocked
        if case.municipality_id is not None and case.municipality_id not in chosen:
            raise LeadOutside(field="municipality_id", name=tx.get(Municipality, case.municipality_id).short_name)
        if purchase.form == Form.BY_MANDATE:
            _refuse_without_mandate(tx, case, rows, chosen)
        for town, row in rows.items():
            row.is_party = town in chosen
        day = self.locked_on or tx.today
        if day > tx.today:
            raise LockedAhead(field="locked_on")
        purchase.locked_on = day
        check_days({name: getattr(purchase, name) for name in DAYS}, {"locked_on"})
        tx.session.flush()
        tx.describe(title=case.title, count=len(chosen))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockParties:
    """Let municipalities come in and leave again, as long as nothing is announced."""

    case: int

    def execute(self, tx: Transaction) -> None:
        """Open them again.

        Raises:
            AlreadyAnnounced, TendersBegun: suppliers have been told who the parties are, or are about to answer.
        """
        case, purchase = tx.get(RoutineCase, self.case), details(tx, self.case)
        is_past = case.stage_id is None or case.stage_id in after_notice(tx.session.connection())
        check_unlock({name: getattr(purchase, name) for name in (*DAYS, *SECRET)}, is_past_notice=is_past)
        purchase.locked_on = None
        for row in parties_of(tx, self.case).values():
            row.is_party = False
        tx.session.flush()
        tx.describe(title=case.title)


def details(tx: Transaction, case: int) -> ProcurementCase:
    """Return what only a procurement has.

    Raises:
        RowGone: the case is no procurement.
    """
    found = tx.session.scalar(select(ProcurementCase).where(ProcurementCase.case_id == case))
    if found is None:
        raise RowGone(kind=ProcurementCase.__tablename__, row_id=case)
    return found


def parties_of(tx: Transaction, case: int) -> dict[int, ProcurementParty]:
    """Return what municipalities have said, by municipality."""
    rows = tx.session.scalars(select(ProcurementParty).where(ProcurementParty.case_id == case))
    return {row.municipality_id: row for row in rows}


def _refuse_without_mandate(
    tx: Transaction, case: RoutineCase, rows: Mapping[int, ProcurementParty], chosen: frozenset[int]
) -> None:
    said = [
        Said(
            municipality=row.municipality_id,
            interest=Interest(row.interest) if row.interest else None,
            mandate=MandateState(row.mandate),
        )
        for row in rows.values()
    ]
    lacking = without_mandate(said, chosen, case.municipality_id)
    if lacking:
        names = tx.session.scalars(
            select(Municipality.short_name).where(Municipality.id.in_(lacking)).order_by(Municipality.short_name)
        )
        raise MandatesMissing(names=", ".join(names))
