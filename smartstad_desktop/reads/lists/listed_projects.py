"""Projects in the words of a list: what an import compares with, and what a workbook sends out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import compress
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, CursorResult, select

from smartstad_desktop.domain.goals.goal_fields import GLOBAL_GOALS
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.lists import Value
from smartstad_desktop.domain.values import MunicipalityId, Period, Precision, ProjectId
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.programme import Theme

#: Columns of a list that are columns of a project under the same name.
SAME: Final = (
    *("external_ref", "title", "alias", "what", "why", "how", "needs", "owner_unit", "contact_role", "contact_email"),
    *("expected_effect", "observed_effect", "shareable", "lesson", "risks", "resident_involvement", "link", "place"),
    *("comment", "budget_total", "cost_to_date", "funding_nature", "municipality_role", "maturity", "testbed_use"),
    "procurement_potential",
)
#: Those that hold whole kronor, where nothing spent is something.
AMOUNTS: Final = frozenset({"budget_total", "cost_to_date"})
LISTS: Final = ("funding", "partners", "actor_types", "technologies", "beneficiary")
#: Yes or no columns of a list, and the project's column.
FLAGS: Final = {"city_wide": "is_city_wide", "challenges_core": "challenges_core", "lighthouse": "is_lighthouse"}


class KnownProject(NamedTuple):
    """A project in the words of a list."""

    id: ProjectId
    key: str
    municipality: MunicipalityId | None
    title: str
    values: dict[str, Value]
    extra: dict[str, str]


def projects(connection: Connection, short: Mapping[MunicipalityId, str]) -> tuple[KnownProject, ...]:
    """Return every project of the municipalities; *short* is what each municipality is called."""
    query = f"SELECT {', '.join(_ASKED.values())} FROM project WHERE is_external = 0"  # noqa: S608  names of columns
    rows = _plain_rows(connection.exec_driver_sql(query))
    if not rows:
        return ()
    columns = dict(zip(_ASKED, zip(*rows, strict=True), strict=True))
    numbers, keys, towns, titles = (columns[name] for name in ("id", "key", "municipality_id", "title"))
    every: list[dict[str, Value]] = [{"row_key": key} for key in keys]
    for name, column in _in_words(columns).items():
        _note(every, name, column)
    _note(every, "municipality", [short.get(town) for town in towns])
    for values, said in compress(zip(every, columns["seldom"], strict=True), columns["seldom"]):
        values.update((name, value) for name, value in json.loads(said).items() if value)
    by_id = dict(zip(numbers, every, strict=True))
    for name, links in _links(connection, short).items():
        for number in links.keys() & by_id:
            by_id[number][name] = links[number]
    extra = [_texts(json.loads(text)) if text else {} for text in columns["extra"]]
    return tuple(map(KnownProject, numbers, keys, towns, titles, every, extra))


def _plain_rows(result: CursorResult[Any]) -> Sequence[tuple[Any, ...]]:
    """Return the rows as the driver gives them: a row that knows its columns costs as much again to make and to ask."""
    cursor = result.cursor
    assert cursor is not None  # noqa: S101  a query has one
    rows = cursor.fetchall()
    result.close()
    return rows


_SDGS: Final = {number: str(number) for number in GLOBAL_GOALS}
_ENDS: Final = ("start", "end")
#: What few projects say anything in comes in one piece, and only where something is said.
_SELDOM: Final = (
    *("funding_nature", "municipality_role", "maturity", "testbed_use", "procurement_potential", "alias", "how"),
    *("needs", "contact_email", "observed_effect", "shareable", "lesson", "resident_involvement", "link"),
)
_SAID_SELDOM: Final = ", ".join(f"nullif({name}, '')" for name in _SELDOM)
_NAMED_SELDOM: Final = ", ".join(f"'{name}', {name}" for name in _SELDOM)
_PERIOD: Final = (
    "CASE WHEN {end}_first IS NOT NULL THEN json_array({end}_first, {end}_last, {end}_precision, {end}_written) END"
)
_OFTEN: Final = (*(name for name in SAME if name not in _SELDOM), "status", *FLAGS.values())
#: Plain columns rather than mapped ones, and few: an import reads ten thousand projects before it can begin, and SQLite
#: takes as long to hand over a text that says nothing as one that says something.
_ASKED: Final = {
    **{name: name for name in ("id", "key", "municipality_id", *_OFTEN)},
    **{name: f"nullif({name}, '[]')" for name in LISTS},
    **{end: _PERIOD.format(end=end) for end in _ENDS},
    "confidential": "CASE WHEN is_confidential THEN confidentiality_reason END",
    "extra": "nullif(extra, '{}')",
    "seldom": f"CASE WHEN coalesce({_SAID_SELDOM}) IS NOT NULL THEN json_object({_NAMED_SELDOM}) END",
}


def _in_words(columns: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Value | None]]:
    """Return columns of the table as fields of a list."""
    found: dict[str, Sequence[Value | None]] = {}
    for name in (*SAME, "confidential"):
        if name in columns:
            found[name] = columns[name]
    for name in LISTS:
        found[name] = _made(columns[name], lambda text: tuple(json.loads(text)) if text else None)
    for name, column in FLAGS.items():
        found[name] = _made(columns[column], bool)
    for name in _ENDS:
        found[name] = _made(columns[name], _period)
    found["status"] = _made(columns["status"], Status)
    return found


def _made(column: Sequence[Any], make: Callable[[Any], Value | None]) -> list[Value | None]:
    """Return what *make* makes of each value of a column; of equal ones it is made once."""
    known = {written: make(written) for written in set(column)}
    if len(known) == 1:
        return [*known.values()] * len(column)
    return [known[written] for written in column]


def _note(every: Sequence[dict[str, Value]], name: str, column: Sequence[Any]) -> None:
    """Put a field into the values of all projects that say something there."""
    says = [value is not None for value in column] if name in AMOUNTS else column
    for values, value in compress(zip(every, column, strict=True), says):
        values[name] = value


def _period(whole: str | None) -> Period | None:
    if whole is None:
        return None
    first, last, precision, written = json.loads(whole)
    begins = date.fromisoformat(first)
    ends = date.fromisoformat(last) if last else begins
    return Period(begins, ends, Precision(precision or Precision.DAY), written)


def _texts(held: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in held.items()}


def _links(connection: Connection, short: Mapping[MunicipalityId, str]) -> dict[str, dict[int, tuple[str, ...]]]:
    """Return the names of what the projects are linked to, by field of a list and by project."""
    themes = {row.id: row.key for row in connection.execute(select(Theme.id, Theme.key))}
    goals = {row.id: row.name_sv for row in connection.execute(select(Goal.id, Goal.name_sv))}
    # Themes and municipalities stand in the order in which somebody gave them, which says what comes first.
    return {
        "theme": _grouped(connection, "SELECT project_id, theme_id FROM project_theme ORDER BY id", themes),
        "goals": _grouped(connection, "SELECT project_id, goal_id FROM project_goal ORDER BY project_id, 2", goals),
        "sdg": _grouped(connection, "SELECT project_id, sdg FROM project_sdg ORDER BY project_id, 2", _SDGS),
        "participants": _grouped(
            connection, "SELECT project_id, municipality_id FROM project_municipality ORDER BY id", short
        ),
    }


def _grouped(connection: Connection, query: str, names: Mapping[Any, str]) -> dict[int, tuple[str, ...]]:
    alone = {number: (name,) for number, name in names.items()}
    found: dict[int, tuple[str, ...]] = {}
    for project, number in _plain_rows(connection.exec_driver_sql(query)):
        found[project] = (*found[project], names[number]) if project in found else alone[number]
    return found
