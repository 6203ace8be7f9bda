"""What an import compares with: the inventory in the words of lists, and what was sent or read before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists import Value, Vocabulary
from smartstad_desktop.domain.values import MunicipalityId, Named, Period, Precision, ProjectId
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.importing import ImportJob, SentList
from smartstad_desktop.storage.tables.inventory import (
    Project,
    ProjectGoal,
    ProjectMunicipality,
    ProjectSdg,
    ProjectTheme,
)
from smartstad_desktop.storage.tables.programme import Municipality, MunicipalityCode, Theme

#: Columns of a list that are columns of a project under the same name.
SAME: Final = (
    *("external_ref", "title", "alias", "what", "why", "how", "needs", "owner_unit", "contact_role", "contact_email"),
    *("expected_effect", "observed_effect", "shareable", "lesson", "risks", "resident_involvement", "link", "place"),
    *("comment", "budget_total", "cost_to_date", "funding_nature", "municipality_role", "maturity", "testbed_use"),
    "procurement_potential",
)
LISTS: Final = ("funding", "partners", "actor_types", "technologies", "beneficiary")
#: Yes or no columns of a list, and the project's column.
FLAGS: Final = {"city_wide": "is_city_wide", "challenges_core": "challenges_core", "lighthouse": "is_lighthouse"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMunicipality:
    """A municipality as lists name it."""

    id: MunicipalityId
    key: str
    name: str
    short_name: str
    names: tuple[str, ...]
    mark: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProject:
    """A project in the words of a list."""

    id: ProjectId
    key: str
    municipality: MunicipalityId | None
    values: dict[str, Value]
    extra: dict[str, str]

    @property
    def title(self) -> str:
        """Return its name."""
        return str(self.values.get("title", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What lists may name: municipalities, and the ids of themes and goals by key and name."""

    municipalities: tuple[KnownMunicipality, ...]
    themes: dict[str, int]
    goals: dict[str, int]
    vocabulary: Vocabulary

    def municipality(self, name: str) -> KnownMunicipality | None:
        """Return the municipality with this key or name."""
        wanted = name.casefold().strip()
        return next(
            (each for each in self.municipalities if wanted in {each.key, *(n.casefold() for n in each.names)}), None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The inventory as an import sees it.

    ``sent`` and ``imported`` hold values as JSON by project key: what went out under each stamp, and what was read
    last from each municipality.
    """

    names: Names
    projects: tuple[KnownProject, ...]
    sent: dict[str, dict[str, Any]]
    imported: dict[MunicipalityId, dict[str, Any]]


def known(connection: Connection) -> Known:
    """Return what an import compares with."""
    found = names(connection)
    return Known(
        names=found,
        projects=_projects(connection, found.municipalities),
        sent={row.stamp: row.rows for row in connection.execute(select(SentList.stamp, SentList.rows))},
        imported=_imported(connection),
    )


def names(connection: Connection) -> Names:
    """Return what lists may name."""
    towns = _municipalities(connection)
    themes = list(connection.execute(select(Theme.__table__)))
    goals = list(connection.execute(select(Goal.id, Goal.key, Goal.name_sv).order_by(Goal.order_key)))
    return Names(
        municipalities=towns,
        themes={row.key: row.id for row in themes},
        goals={row.key: row.id for row in goals} | {row.name_sv: row.id for row in goals},
        vocabulary=Vocabulary(
            themes={
                row.key: tuple(n for n in (row.name_sv, row.name_nb, row.name_en, *row.aliases) if n) for row in themes
            },
            municipalities={town.key: town.names for town in towns},
        ),
    )


def _municipalities(connection: Connection) -> tuple[KnownMunicipality, ...]:
    codes: dict[int, list[str]] = {}
    for code in connection.execute(select(MunicipalityCode.municipality_id, MunicipalityCode.code)):
        codes.setdefault(code.municipality_id, []).append(code.code)
    return tuple(
        KnownMunicipality(
            id=MunicipalityId(row.id),
            key=row.key,
            name=row.name,
            short_name=row.short_name,
            names=(row.short_name, row.name, *row.aliases, *codes.get(row.id, ())),
            mark=row.mark,
            colour=row.colour,
        )
        for row in connection.execute(select(Municipality.__table__).order_by(Municipality.id))
    )


def _imported(connection: Connection) -> dict[MunicipalityId, dict[str, Any]]:
    found: dict[MunicipalityId, dict[str, Any]] = {}
    for row in connection.execute(select(ImportJob.municipality_id, ImportJob.rows).order_by(ImportJob.id)):
        if row.municipality_id is not None:
            found.setdefault(MunicipalityId(row.municipality_id), {}).update(row.rows)
    return found


@dataclass(frozen=True, slots=True)
class _Links:
    themes: dict[int, list[str]]
    goals: dict[int, list[str]]
    sdgs: dict[int, list[str]]
    participants: dict[int, list[str]]


def _projects(connection: Connection, towns: tuple[KnownMunicipality, ...]) -> tuple[KnownProject, ...]:
    short = {town.id: town.short_name for town in towns}
    links = _Links(
        themes=_grouped(
            connection, select(ProjectTheme.project_id, Theme.key).join(Theme, Theme.id == ProjectTheme.theme_id)
        ),
        goals=_grouped(
            connection, select(ProjectGoal.project_id, Goal.name_sv).join(Goal, Goal.id == ProjectGoal.goal_id)
        ),
        sdgs=_grouped(connection, select(ProjectSdg.project_id, ProjectSdg.sdg).order_by(ProjectSdg.sdg)),
        participants=_grouped(
            connection,
            select(ProjectMunicipality.project_id, Municipality.short_name).join(
                Municipality, Municipality.id == ProjectMunicipality.municipality_id
            ),
        ),
    )
    return tuple(
        KnownProject(
            id=ProjectId(row.id),
            key=row.key,
            municipality=None if row.municipality_id is None else MunicipalityId(row.municipality_id),
            values=_values(row, links, short),
            extra={name: str(value) for name, value in row.extra.items()},
        )
        for row in connection.execute(select(Project.__table__).where(Project.is_external.is_(False)))
    )


def _grouped(connection: Connection, query: Any) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for pair in connection.execute(query):
        project, value = tuple(pair)
        found.setdefault(project, []).append(str(value))
    return found


def _values(row: Row[Any], links: _Links, short: Mapping[MunicipalityId, str]) -> dict[str, Value]:
    """Return the filled fields of a project, as a list would say them."""
    values: dict[str, Value | None] = {name: getattr(row, name) for name in SAME}
    values |= {name: tuple(getattr(row, name)) for name in LISTS}
    values |= {name: getattr(row, column) for name, column in FLAGS.items()}
    values["row_key"] = row.key
    values["status"] = Status(row.status)
    values["municipality"] = short.get(row.municipality_id)
    values["theme"] = tuple(links.themes.get(row.id, ()))
    values["goals"] = tuple(links.goals.get(row.id, ()))
    values["sdg"] = tuple(links.sdgs.get(row.id, ()))
    values["participants"] = tuple(links.participants.get(row.id, ()))
    values["start"] = _period(row.start_first, row.start_last, row.start_precision, row.start_written)
    values["end"] = _period(row.end_first, row.end_last, row.end_precision, row.end_written)
    values["confidential"] = (row.confidentiality_reason or None) if row.is_confidential else None
    return {name: value for name, value in values.items() if not (value is None or value is False or value in {"", ()})}


def _period(first: date | None, last: date | None, precision: str | None, written: str) -> Period | None:
    if first is None:
        return None
    return Period(first, last or first, Precision(precision or Precision.DAY), written)


def theme_names(connection: Connection, language: str) -> dict[str, str]:
    """Return the themes' names in *language* by key, in the programme's order."""
    return {
        row.key: Named(row.name_sv, row.name_nb, row.name_en).in_language(language)
        for row in connection.execute(select(Theme.__table__).order_by(Theme.order_key))
    }
