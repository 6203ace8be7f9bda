"""The programme and its municipalities, for the page where they are changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.programme.municipalities import OfficialCode
from smartstad_desktop.domain.programme.programme import ProgrammeYear, programme_year
from smartstad_desktop.domain.programme.succession import has_ended
from smartstad_desktop.domain.programme.work import Onboarding, Settlement
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Municipality, MunicipalityCode, Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeFacts:
    """The facts of the programme; the vision is the one in its own language. ``projects`` are counted, not aimed at."""

    name: str
    purpose: str
    phase: str
    vision: str
    language: Language
    first_year: int | None
    last_year: int | None
    started_on: date | None
    ends_on: date | None
    case_number: str
    parent_programme: str
    predecessor: str
    reference_framework: str
    least_municipalities: int
    least_reports: int
    least_projects: int | None
    most_projects: int | None
    host: MunicipalityId | None
    is_demo: bool
    projects: int

    def year_on(self, today: date) -> ProgrammeYear | None:
        """Return in which of its years the programme is."""
        return programme_year(
            today,
            started_on=self.started_on,
            ends_on=self.ends_on,
            first_year=self.first_year,
            last_year=self.last_year,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityRow:
    """A municipality with its codes and how many projects it leads."""

    id: MunicipalityId
    key: str
    name: str
    short_name: str
    mark: str
    colour: str
    country: str
    population: int | None
    population_year: int | None
    chief_title: str
    is_participating: bool
    aliases: tuple[str, ...]
    codes: tuple[OfficialCode, ...]
    project_count: int
    valid_from: date | None
    valid_to: date | None
    county: str
    settlement: Settlement | None
    onboarding: Onboarding | None
    onboarding_note: str

    @property
    def is_ended(self) -> bool:
        """Return whether it is one of the past: it is shown, and never offered."""
        return has_ended(self.valid_to, is_participating=self.is_participating)


def programme(connection: Connection) -> ProgrammeFacts | None:
    """Return the facts, or None in a file where no programme has been set up yet."""
    row = connection.execute(select(Programme.__table__)).one_or_none()
    if row is None:
        return None
    return ProgrammeFacts(
        name=row.name,
        purpose=row.purpose,
        phase=row.phase,
        vision=getattr(row, f"vision_{row.language}"),
        language=Language(row.language),
        first_year=row.first_year,
        last_year=row.last_year,
        started_on=row.started_on,
        ends_on=row.ends_on,
        case_number=row.case_number,
        parent_programme=row.parent_programme,
        predecessor=row.predecessor,
        reference_framework=row.reference_framework,
        least_municipalities=row.least_municipalities,
        least_reports=row.least_reports,
        least_projects=row.least_projects,
        most_projects=row.most_projects,
        host=row.host_municipality_id,
        is_demo=row.is_demo,
        projects=connection.scalar(select(func.count(Project.id)).where(~Project.is_external)) or 0,
    )


def municipalities(connection: Connection) -> list[MunicipalityRow]:
    """Return the municipalities in the order they were added."""
    codes: dict[int, list[OfficialCode]] = {}
    for code in connection.execute(select(MunicipalityCode.__table__).order_by(MunicipalityCode.valid_from)):
        known = OfficialCode(code=code.code, valid_from=code.valid_from, valid_to=code.valid_to)
        codes.setdefault(code.municipality_id, []).append(known)
    leads = select(Project.municipality_id, func.count().label("number")).group_by(Project.municipality_id).subquery()
    query = (
        select(Municipality.__table__, func.coalesce(leads.c.number, 0).label("project_count"))
        .outerjoin(leads, leads.c.municipality_id == Municipality.id)
        .order_by(Municipality.id)
    )
    return [
        MunicipalityRow(
            id=MunicipalityId(row.id),
            key=row.key,
            name=row.name,
            short_name=row.short_name,
            mark=row.mark,
            colour=row.colour,
            country=row.country,
            population=row.population,
            population_year=row.population_year,
            chief_title=row.chief_title,
            is_participating=row.is_participating,
            aliases=tuple(row.aliases),
            codes=tuple(codes.get(row.id, [])),
            project_count=row.project_count,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            county=row.county,
            settlement=Settlement(row.settlement) if row.settlement else None,
            onboarding=Onboarding(row.onboarding) if row.onboarding else None,
            onboarding_note=row.onboarding_note,
        )
        for row in connection.execute(query)
    ]
