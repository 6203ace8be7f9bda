"""Projects in the words of a list: what an import compares with, and what a workbook sends out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import Any, Final

from sqlalchemy import Connection, CursorResult, select

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists import Value
from smartstad_desktop.domain.values import MunicipalityId, Period, Precision, ProjectId
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import ProjectGoal, ProjectMunicipality, ProjectSdg, ProjectTheme
from smartstad_desktop.storage.tables.programme import Municipality, Theme

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


@dataclass(frozen=True, slots=True)
class _Links:
    themes: dict[int, list[str]]
    goals: dict[int, list[str]]
    sdgs: dict[int, list[str]]
    participants: dict[int, list[str]]


def projects(connection: Connection, short: Mapping[MunicipalityId, str]) -> tuple[KnownProject, ...]:
    """Return every project of the municipalities; *short* is what each municipality is called."""
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
    query = f"SELECT {', '.join(_COLUMNS)} FROM project WHERE is_external = 0"  # noqa: S608  names of columns
    read = _Values(links, short)
    return tuple(
        KnownProject(
            id=ProjectId(row[0]),
            key=row[1],
            municipality=None if row[2] is None else MunicipalityId(row[2]),
            values=read.of(row),
            extra={} if row[3] == "{}" else {name: str(value) for name, value in json.loads(row[3]).items()},
        )
        for row in _plain_rows(connection.exec_driver_sql(query))
    )


def _plain_rows(result: CursorResult[Any]) -> Sequence[tuple[Any, ...]]:
    """Return the rows as the driver gives them: a row that knows its columns costs as much again to make and to ask."""
    cursor = result.cursor
    assert cursor is not None  # noqa: S101  a query has one
    rows = cursor.fetchall()
    result.close()
    return rows


def _grouped(connection: Connection, query: Any) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for project, value in _plain_rows(connection.execute(query)):
        if project in found:
            found[project].append(str(value))
        else:
            found[project] = [str(value)]
    return found


_PERIOD: Final = ("first", "last", "precision", "written")
_HEAD: Final = ("id", "key", "municipality_id", "extra", "status", "is_confidential", "confidentiality_reason")
#: Plain columns rather than mapped ones: an import reads ten thousand projects before it can begin.
_COLUMNS: Final = (
    *_HEAD,
    *(f"{name}_{part}" for name in ("start", "end") for part in _PERIOD),
    *SAME,
    *LISTS,
    *FLAGS.values(),
)
_PLACES: Final = {name: place for place, name in enumerate(_COLUMNS)}


_SAME_PLACES: Final = slice(_PLACES[SAME[0]], _PLACES[SAME[0]] + len(SAME))
_FLAG_PLACES: Final = slice(_PLACES[next(iter(FLAGS.values()))], None)


def _filled(same: Sequence[Any]) -> dict[str, Value]:
    """Return the plain columns that hold something, by name; nothing spent is something."""
    values: dict[str, Value] = dict(zip(compress(SAME, same), compress(same, same), strict=True))
    if 0 in same:
        values |= {name: 0 for name, value in zip(SAME, same, strict=True) if value == 0}
    return values


class _Values:
    """Puts the filled fields of projects in the words of a list; what many share is made once."""

    def __init__(self, links: _Links, short: Mapping[MunicipalityId, str]) -> None:
        self._links = {
            "theme": links.themes,
            "goals": links.goals,
            "sdg": links.sdgs,
            "participants": links.participants,
        }
        self._short = short
        self._status = {status.value: status for status in Status}
        self._several: dict[str, tuple[str, ...]] = {"[]": ()}
        self._periods: dict[tuple[Any, ...], Period] = {}

    def of(self, row: Sequence[Any]) -> dict[str, Value]:
        """Return the fields of a project that hold something."""
        values = _filled(row[_SAME_PLACES])
        for place, name in enumerate(LISTS, start=_PLACES[LISTS[0]]):
            if (text := row[place]) != "[]":
                values[name] = self._list(text)
        if any(row[_FLAG_PLACES]):
            values |= {name: True for name, column in FLAGS.items() if row[_PLACES[column]]}
        number, key, town, _extra, status, is_confidential, reason = row[: len(_HEAD)]
        values["row_key"] = key
        values["status"] = self._status[status]
        if town in self._short:
            values["municipality"] = self._short[town]
        for name, links in self._links.items():
            if number in links:
                values[name] = tuple(links[number])
        for place, name in ((len(_HEAD), "start"), (len(_HEAD) + len(_PERIOD), "end")):
            if row[place] is not None:
                values[name] = self._period(tuple(row[place : place + len(_PERIOD)]))
        if is_confidential and reason:
            values["confidential"] = reason
        return values

    def _list(self, text: str) -> tuple[str, ...]:
        if text not in self._several:
            self._several[text] = tuple(json.loads(text))
        return self._several[text]

    def _period(self, four: tuple[Any, ...]) -> Period:
        found = self._periods.get(four)
        if found is None:
            first, last, precision, written = four
            begins = date.fromisoformat(first)
            ends = date.fromisoformat(last) if last else begins
            found = self._periods[four] = Period(begins, ends, Precision(precision or Precision.DAY), written)
        return found
