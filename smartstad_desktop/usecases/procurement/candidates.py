"""What a user can do with a candidate: keep it in sight, put it aside, or begin a procurement from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import delete

from smartstad_desktop.domain.procurement.candidates import Candidate, Mark, check_mark
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.storage.tables.procurement import ProcurementCandidate, ProcurementParty
from smartstad_desktop.storage.tables.testbeds import CaseProject, RoutineCase
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.testbeds.cases import AddCase


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCandidate:
    """Keep a candidate in sight, put it aside with a reason, or, without a mark, take back what was said."""

    key: str
    title: str
    mark: Mark | None
    reason: str = ""

    def execute(self, tx: Transaction) -> None:
        """Write it down.

        Raises:
            ReasonMissing: it is put aside without a word why.
        """
        tx.session.execute(delete(ProcurementCandidate).where(ProcurementCandidate.key == self.key))
        if self.mark is not None:
            check_mark(self.mark, self.reason)
            tx.session.add(ProcurementCandidate(key=self.key, mark=self.mark.value, reason=self.reason.strip()))
        tx.session.flush()
        tx.describe(title=self.title, form=None if self.mark is None else self.mark.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginProcurement:
    """Begin a procurement from a candidate: its municipalities with their contracts, and its projects."""

    candidate: Candidate
    title: str
    lead: int | None
    why: str = ""
    municipalities: tuple[int, ...] = field(default=())

    def execute(self, tx: Transaction) -> int:
        """Return the new case's id."""
        found = self.candidate
        projects = [each.id for each in found.projects]
        case = AddCase(
            kind=RoutineKind.PROCUREMENT,
            title=self.title,
            municipality=self.lead,
            project=projects[0] if projects else None,
            need=found.need,
        ).execute(tx)
        row = tx.get(RoutineCase, case)
        row.title, row.why, row.municipality_id = self.title.strip() or row.title, self.why or row.why, self.lead
        tx.session.add_all(CaseProject(case_id=case, project_id=each) for each in projects[1:])
        self._add_parties(tx, case)
        tx.session.execute(delete(ProcurementCandidate).where(ProcurementCandidate.key == found.key))
        tx.session.add(ProcurementCandidate(key=found.key, mark=Mark.CASE.value, case_id=case))
        tx.session.flush()
        tx.describe(title=row.title)
        return case

    def _add_parties(self, tx: Transaction, case: int) -> None:
        last: dict[int, tuple[str, date | None]] = {}
        for each in sorted(self.candidate.contracts, key=lambda each: each.ends_on or date.min):
            last[each.municipality] = (each.supplier, each.ends_on)
        towns = self.municipalities or self.candidate.municipalities
        for town in dict.fromkeys((*towns, *(() if self.lead is None else (self.lead,)))):
            supplier, ends_on = last.get(town, ("", None))
            tx.session.add(
                ProcurementParty(case_id=case, municipality_id=town, current_supplier=supplier, current_ends_on=ends_on)
            )
