"""One project in full, for the panel beside the table, and projects elsewhere that are much like it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain import project_fields as fields
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import Period, Precision
from smartstad_desktop.storage.tables.inventory import (
    Project,
    ProjectAdopter,
    ProjectGoal,
    ProjectMunicipality,
    ProjectSdg,
    ProjectTheme,
)

#: From this likeness on (per cent) a project is worth naming.
ALIKE: Final = 62
_SAME_THEME: Final = 6
_TITLE_WEIGHT: Final = 0.65
#: Words that half of all smart-city projects have in their names say nothing about likeness.
_FILLER: Final = re.compile(
    r"\b(?:gemensam\w*|felles|digital\w*|smarta?|nya?|kommunens?|kommunal\w*|projekt\w*|prosjekt\w*|testbädd\w*|pilot\w*"
    r"|en|ett|et|den|det|i|på|vid|för|for|till|til|och|og|med|utan|uten|av|om|mellan|mellom|som)\b\W*"
)


@dataclass(frozen=True, slots=True)
class ProjectDetail:
    """A project with every field, named and typed as ``EditProject`` takes it."""

    id: int
    key: str
    title: str
    values: Mapping[str, Any]
    remembered: Status | None


def project(connection: Connection, project_id: int) -> ProjectDetail | None:
    """Return the project, or None when it has been deleted."""
    row = connection.execute(select(Project.__table__).where(Project.id == project_id)).one_or_none()
    if row is None:
        return None
    values: dict[str, Any] = {
        name: getattr(row, name) for name in fields.ALL - fields.LINKS - fields.PERIODS - fields.CHOICES.keys()
    }
    values["status"] = Status(row.status)
    for name, choices in fields.CHOICES.items():
        held = getattr(row, name)
        values[name] = choices(held) if held else None
    for name in fields.PERIODS:
        values[name] = _period(row, name)
        # What was written stays to be seen where no day could be read from it, as in "tills vidare".
        values[f"{name}_written"] = getattr(row, f"{name}_written")
    remembered = Status(row.remembered_status) if row.remembered_status else None
    return ProjectDetail(row.id, row.key, row.title, values | _links(connection, project_id), remembered)


def _period(row: Row[Any], name: str) -> Period | None:
    first: date | None = getattr(row, f"{name}_first")
    last: date | None = getattr(row, f"{name}_last")
    if first is None or last is None:
        return None
    precision = getattr(row, f"{name}_precision")
    return Period(first, last, Precision(precision or Precision.DAY), getattr(row, f"{name}_written"))


def _links(connection: Connection, project_id: int) -> dict[str, Any]:
    themes = select(ProjectTheme.theme_id).where(ProjectTheme.project_id == project_id)
    participants = select(ProjectMunicipality.municipality_id).where(ProjectMunicipality.project_id == project_id)
    goals = select(ProjectGoal.goal_id, ProjectGoal.contribution).where(
        ProjectGoal.project_id == project_id, ProjectGoal.contribution != 0
    )
    sdgs = select(ProjectSdg.sdg).where(ProjectSdg.project_id == project_id)
    adopters = select(ProjectAdopter.municipality_id).where(ProjectAdopter.project_id == project_id)
    return {
        "themes": frozenset(connection.execute(themes).scalars()),
        "participants": frozenset(connection.execute(participants).scalars()),
        "goals": {row.goal_id: row.contribution for row in connection.execute(goals)},
        "sdgs": frozenset(connection.execute(sdgs).scalars()),
        "adopters": frozenset(connection.execute(adopters).scalars()),
    }


@dataclass(frozen=True, slots=True)
class Alike:
    """A project of another municipality that is much like this one, in per cent."""

    id: int
    title: str
    municipality: int
    likeness: int


def similar(connection: Connection, project_id: int, limit: int = 4) -> list[Alike]:
    """Return the projects of other municipalities that are most like this one, the likest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  loaded only when a project is looked at

    me = connection.execute(
        select(Project.title, Project.what, Project.municipality_id).where(Project.id == project_id)
    ).one_or_none()
    if me is None:
        return []
    others = connection.execute(
        select(Project.id, Project.title, Project.what, Project.municipality_id).where(
            Project.municipality_id.is_not(None), Project.municipality_id.is_distinct_from(me.municipality_id)
        )
    ).all()
    title, what = _telling(me.title), me.what.casefold()
    titles = [_telling(row.title) for row in others]
    near = process.extract(title, titles, scorer=fuzz.token_set_ratio, limit=60, score_cutoff=40)
    mates = _theme_mates(connection, project_id)
    found: list[Alike] = []
    for _text, score, number in near:
        other = others[number]
        if what and other.what:
            text = fuzz.token_sort_ratio(what, other.what.casefold())
            score = max(_TITLE_WEIGHT * score + (1 - _TITLE_WEIGHT) * text, text)  # noqa: PLW2901  the title alone was the first look
        likeness = min(100, round(score + (_SAME_THEME if other.id in mates else 0)))
        if likeness >= ALIKE:
            found.append(Alike(other.id, other.title, other.municipality_id, likeness))
    return sorted(found, key=lambda alike: (-alike.likeness, alike.id))[:limit]


def _telling(title: str) -> str:
    """Return the words of a title that tell what it is about."""
    plain = title.casefold()
    return _FILLER.sub(" ", plain).strip() or plain


def _theme_mates(connection: Connection, project_id: int) -> set[int]:
    """Return the projects that share a theme with this one."""
    mine = select(ProjectTheme.theme_id).where(ProjectTheme.project_id == project_id)
    return set(connection.execute(select(ProjectTheme.project_id).where(ProjectTheme.theme_id.in_(mine))).scalars())
