"""Who holds the roles of the routine in a case."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.storage.tables.governance import Organisation, Person
from smartstad_desktop.storage.tables.routines import RoutineRole
from smartstad_desktop.storage.tables.testbeds import CaseRole, RoutineCase
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCaseRole:
    """Say who holds a role: a function or unit in words, an organisation, a person; nothing leaves the role open."""

    case: int
    role: int
    holder: str = ""
    organisation: int | None = None
    person: int | None = None

    @property
    def merge_key(self) -> str:
        """Return what joins steps while somebody types a holder."""
        return f"SetCaseRole {self.case} {self.role}"

    def execute(self, tx: Transaction) -> None:
        """Write it."""
        case, role = tx.get(RoutineCase, self.case), tx.get(RoutineRole, self.role)
        tx.describe(title=role.name_sv, case=case.title)
        for table, number, name in ((Organisation, self.organisation, "organisation"), (Person, self.person, "person")):
            if number is not None and tx.session.get(table, number) is None:
                raise FieldInvalid(field=name)
        held = tx.session.scalar(select(CaseRole).where(CaseRole.case_id == self.case, CaseRole.role_id == self.role))
        if not (self.holder.strip() or self.organisation or self.person):
            if held is not None:
                tx.session.delete(held)
        else:
            if held is None:
                held = CaseRole(case_id=self.case, role_id=self.role)
                tx.session.add(held)
            held.holder, held.organisation_id, held.person_id = self.holder.strip(), self.organisation, self.person
        tx.session.flush()
