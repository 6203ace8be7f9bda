"""Changing the facts of the programme, and taking a municipality out of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select

from smartstad_desktop.domain.programme.programme import (
    MunicipalityHasVoted,
    MunicipalityInUse,
    ProgrammeNameMissing,
    YearsReversed,
)
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.storage.tables.workshop import Ballot
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class EditProgramme:
    """Change name, purpose, vision, years, host and case number."""

    name: str
    purpose: str = ""
    phase: str = ""
    vision: str = ""
    language: Language = Language.SV
    first_year: int | None = None
    last_year: int | None = None
    case_number: str = ""
    host: MunicipalityId | None = None

    def execute(self, tx: Transaction) -> None:
        """Change it; the vision is written in the programme's language."""
        if not self.name.strip():
            raise ProgrammeNameMissing(field="name")
        if self.first_year and self.last_year and self.last_year < self.first_year:
            raise YearsReversed(field="last_year", first=self.first_year, last=self.last_year)
        row = tx.get(Programme, 1)
        row.name, row.purpose, row.phase = self.name, self.purpose, self.phase
        row.language = self.language.value
        setattr(row, f"vision_{self.language.value}", self.vision)
        row.first_year, row.last_year = self.first_year, self.last_year
        row.case_number, row.host_municipality_id = self.case_number, self.host
        tx.describe(title=self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMunicipality:
    """Remove a municipality that leads no project."""

    municipality: MunicipalityId

    def execute(self, tx: Transaction) -> None:
        """Remove it; its part in projects of others and its commitments go with it."""
        row = tx.get(Municipality, self.municipality)
        leads = tx.session.scalar(select(func.count()).where(Project.municipality_id == row.id)) or 0
        if leads:
            raise MunicipalityInUse(name=row.short_name, count=leads)
        if tx.session.scalar(select(Ballot.id).where(Ballot.municipality_id == row.id).limit(1)) is not None:
            raise MunicipalityHasVoted(name=row.short_name)
        tx.describe(title=row.short_name)
        tx.session.execute(delete(Municipality).where(Municipality.id == row.id))
