"""What an import compares with: the inventory in the words of lists, and what was sent or read before."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, cast

from sqlalchemy import Connection, select

from smartstad_desktop.domain.lists.collecting import no_collecting
from smartstad_desktop.domain.lists.lists import Vocabulary
from smartstad_desktop.domain.programme.succession import has_ended, successors
from smartstad_desktop.domain.values import MunicipalityId, Named, ProjectId
from smartstad_desktop.reads.lists.listed_projects import KnownProject, projects
from smartstad_desktop.reads.lists.listed_records import Records, all_records
from smartstad_desktop.reads.programme.succession import steps
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.importing import HeadingMemory
from smartstad_desktop.storage.tables.inventory import (
    MergedProject,
)
from smartstad_desktop.storage.tables.programme import Municipality, MunicipalityCode, Theme


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
    #: Whether it has ended; ``successor`` is the one municipality that came after it.
    is_ended: bool = False
    successor: MunicipalityId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What lists may name: municipalities, and the ids of themes and goals by key and name."""

    municipalities: tuple[KnownMunicipality, ...]
    themes: dict[str, int]
    goals: dict[str, int]
    vocabulary: Vocabulary
    known_as: dict[str, KnownMunicipality] = field(
        default_factory=dict[str, "KnownMunicipality"], init=False, repr=False, compare=False
    )

    def municipality(self, name: str) -> KnownMunicipality | None:
        """Return the municipality with this key or name; for one that has ended, the one that came after it."""
        if not self.known_as:
            by_id = {each.id: each for each in self.municipalities}
            # Those that have ended come first, and then other names: who bears a name today is meant by it.
            ordered = sorted(self.municipalities, key=lambda each: (not each.is_ended, -each.id))
            for each in ordered:
                meant = each if each.successor is None else by_id[each.successor]
                self.known_as.update(dict.fromkeys((each.key, *(other.casefold() for other in each.names)), meant))
            for each in (known for known in ordered if not known.is_ended):
                self.known_as.update(dict.fromkeys((each.name.casefold(), each.short_name.casefold()), each))
        return self.known_as.get(name.casefold().strip())


class Kept:
    """Values by project key as JSON, read from their text when they are first asked for."""

    def __init__(self, at: str, text: str) -> None:
        self.at = at
        self._text = text

    @cached_property
    def rows(self) -> dict[str, dict[str, Any]]:
        """Return the values by project key."""
        return cast("dict[str, dict[str, Any]]", json.loads(self._text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A project that is now part of another: its old key, name and municipality."""

    project: ProjectId
    key: str
    title: str
    municipality: MunicipalityId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The inventory as an import sees it.

    ``sent`` is what went out under each stamp; ``imported`` what was read from each municipality, newest first;
    ``merged`` are projects that were joined to others; ``records`` is what each municipality, and nobody (None), has
    besides projects, and ``headings`` what its headings mean (``domain.list_columns.HeadingMemory``).
    """

    names: Names
    projects: tuple[KnownProject, ...]
    sent: dict[str, Kept] = field(default_factory=dict[str, Kept])
    imported: dict[MunicipalityId, list[Kept]] = field(default_factory=dict[MunicipalityId, list[Kept]])
    merged: tuple[Merged, ...] = ()
    records: dict[MunicipalityId | None, Records] = field(default_factory=dict[MunicipalityId | None, Records])
    headings: dict[MunicipalityId, dict[tuple[str, str], str]] = field(
        default_factory=dict[MunicipalityId, dict[tuple[str, str], str]]
    )


def known(connection: Connection) -> Known:
    """Return what an import compares with."""
    with no_collecting():
        return _known(connection)


def _known(connection: Connection) -> Known:
    found = names(connection)
    sent = connection.exec_driver_sql("SELECT stamp, at, rows FROM sent_list")
    return Known(
        names=found,
        projects=projects(connection, {town.id: town.short_name for town in found.municipalities}),
        sent={stamp: Kept(at, rows) for stamp, at, rows in sent},
        imported=_imported(connection),
        merged=_merged(connection),
        records=all_records(connection, [town.id for town in found.municipalities]),
        headings=headings(connection),
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
    happened = steps(connection)

    def successor(number: int) -> MunicipalityId | None:
        after = successors(happened, number, date.max) - {number}
        return MunicipalityId(min(after)) if len(after) == 1 else None

    return tuple(
        KnownMunicipality(
            id=MunicipalityId(row.id),
            key=row.key,
            name=row.name,
            short_name=row.short_name,
            names=(row.short_name, row.name, *row.aliases, *codes.get(row.id, ())),
            mark=row.mark,
            colour=row.colour,
            is_ended=has_ended(row.valid_to, is_participating=row.is_participating),
            successor=successor(row.id) if has_ended(row.valid_to, is_participating=row.is_participating) else None,
        )
        for row in connection.execute(select(Municipality.__table__).order_by(Municipality.id))
    )


def _imported(connection: Connection) -> dict[MunicipalityId, list[Kept]]:
    found: dict[MunicipalityId, list[Kept]] = {}
    query = "SELECT municipality_id, at, rows FROM import_job WHERE municipality_id IS NOT NULL ORDER BY id DESC"
    for town, at, rows in connection.exec_driver_sql(query):
        found.setdefault(MunicipalityId(town), []).append(Kept(at, rows))
    return found


def _merged(connection: Connection) -> tuple[Merged, ...]:
    rows = connection.execute(select(MergedProject.__table__).order_by(MergedProject.id))
    return tuple(
        Merged(
            project=ProjectId(row.project_id),
            key=row.key,
            title=row.title,
            municipality=None if row.municipality_id is None else MunicipalityId(row.municipality_id),
        )
        for row in rows
    )


def headings(connection: Connection) -> dict[MunicipalityId, dict[tuple[str, str], str]]:
    """Return what the headings of each municipality's lists mean, as somebody said it once."""
    found: dict[MunicipalityId, dict[tuple[str, str], str]] = {}
    for row in connection.execute(select(HeadingMemory.__table__)):
        known = found.setdefault(MunicipalityId(row.municipality_id), {})
        known[row.sheet_kind, row.heading] = row.meaning
    return found


def theme_names(connection: Connection, language: str) -> dict[str, str]:
    """Return the themes' names in *language* by key, in the programme's order."""
    return {
        row.key: Named(row.name_sv, row.name_nb, row.name_en).in_language(language)
        for row in connection.execute(select(Theme.__table__).order_by(Theme.order_key))
    }
