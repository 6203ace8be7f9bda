"""What the three grids show: projects by goals, municipalities by goals, needs by services."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, Integer, Select, select, type_coerce

from smartstad_desktop.domain.goals.goals import GoalKind, Scale
from smartstad_desktop.domain.inventory import ProjectKind, Status, kind_of
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.inventory import Faces, faces
from smartstad_desktop.storage.tables.goals import Goal, MunicipalityGoal, ScaleStep
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectMunicipality, ProjectTheme
from smartstad_desktop.storage.tables.needs import CitizenNeed, MarketService, NeedService, ValueWord

_NONE: Final[tuple[int, ...]] = ()
_Query: TypeAlias = Select[*tuple[Any, ...]]


class GridRow(NamedTuple):
    """One row: a project, a municipality or a need. ``groups`` are its themes, or the value word of a need."""

    id: int
    name: str
    municipality: int | None
    kind: ProjectKind | None
    groups: tuple[int, ...]
    participants: tuple[int, ...]


class GridColumn(NamedTuple):
    """One column: a goal or a service; ``weight`` belongs to goals."""

    id: int
    name: Named
    parent: int | None
    weight: int | None


class GridCell(NamedTuple):
    """One answer."""

    id: int
    row: int
    column: int
    value: int
    comment: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole grid. ``parents`` names goals that only stand above others; ``groups`` what rows can be grouped by."""

    scale: Scale
    rows: tuple[GridRow, ...]
    columns: tuple[GridColumn, ...]
    cells: tuple[GridCell, ...]
    parents: dict[int, Named]
    groups: dict[int, Named]
    faces: Faces


@dataclass(frozen=True, slots=True)
class StepText:
    """The programme's own words for a step of a scale; empty where it has none."""

    name: Named
    meaning: Named


_CELLS: Final[dict[Scale, _Query]] = {
    Scale.CONTRIBUTION: select(
        ProjectGoal.id, ProjectGoal.project_id, ProjectGoal.goal_id, ProjectGoal.contribution, ProjectGoal.comment
    ),
    Scale.IMPORTANCE: select(
        MunicipalityGoal.id,
        MunicipalityGoal.municipality_id,
        MunicipalityGoal.goal_id,
        MunicipalityGoal.importance,
        MunicipalityGoal.comment,
    ),
    Scale.COVERAGE: select(
        NeedService.id, NeedService.need_id, NeedService.service_id, NeedService.coverage, NeedService.comment
    ),
}
_IDS: Final[dict[Scale, Any]] = {
    Scale.CONTRIBUTION: ProjectGoal.id,
    Scale.IMPORTANCE: MunicipalityGoal.id,
    Scale.COVERAGE: NeedService.id,
}


def cells(connection: Connection, scale: Scale, only: Collection[int] | None = None) -> tuple[GridCell, ...]:
    """Return all answers of a grid, or *only* those with these ids."""
    query = _CELLS[scale] if only is None else _CELLS[scale].where(_IDS[scale].in_(only))
    return tuple(map(GridCell._make, connection.execute(query)))


def grid(connection: Connection, scale: Scale) -> Grid:
    """Return everything that a grid shows."""
    found = faces(connection)
    answers = cells(connection, scale)
    if scale is Scale.COVERAGE:
        rows, columns, parents = _needs(connection), _services(connection), dict[int, Named]()
        words = connection.execute(
            select(ValueWord.id, ValueWord.name_sv, ValueWord.name_nb, ValueWord.name_en).order_by(
                ValueWord.order_key, ValueWord.id
            )
        )
        groups = {row.id: Named(*row[1:4]) for row in words}
    else:
        columns, parents = _goals(connection, {cell.column for cell in answers})
        is_of_projects = scale is Scale.CONTRIBUTION
        rows = _projects(connection) if is_of_projects else _municipalities(found)
        groups = {theme.id: theme.name for theme in found.themes.values()} if is_of_projects else {}
    return Grid(scale, rows, columns, answers, parents, groups, found)


def steps(connection: Connection) -> dict[tuple[Scale, int], StepText]:
    """Return the steps that the programme has described in its own words."""
    return {
        (Scale(row.scale), row.step): StepText(
            Named(row.name_sv, row.name_nb, row.name_en), Named(row.meaning_sv, row.meaning_nb, row.meaning_en)
        )
        for row in connection.execute(select(ScaleStep.__table__))
    }


def _projects(connection: Connection) -> tuple[GridRow, ...]:
    """Return the programme's own projects; examples from elsewhere reach no goal of ours."""
    themes = _linked(connection, select(ProjectTheme.project_id, ProjectTheme.theme_id))
    taking_part = _linked(connection, select(ProjectMunicipality.project_id, ProjectMunicipality.municipality_id))
    query = select(Project.id, Project.title, Project.municipality_id, Project.status, Project.remembered_status).where(
        type_coerce(Project.is_external, Integer) == 0
    )
    return tuple(
        GridRow(
            row.id,
            row.title,
            row.municipality_id,
            kind_of(Status(row.status), remembered=Status(row.remembered_status) if row.remembered_status else None),
            themes.get(row.id, _NONE),
            taking_part.get(row.id, _NONE),
        )
        for row in connection.execute(query.order_by(Project.id))
    )


def _linked(connection: Connection, query: Select[int, int]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for one, other in connection.execute(query):
        found[one] = (*found.get(one, _NONE), other)
    return found


def _municipalities(found: Faces) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(face.id, face.short_name, face.id, None, _NONE, _NONE)
        for face in found.municipalities.values()
        if face.is_participating
    )


def _needs(connection: Connection) -> tuple[GridRow, ...]:
    query = select(CitizenNeed.id, CitizenNeed.need, CitizenNeed.municipality_id, CitizenNeed.value_word_id)
    return tuple(
        GridRow(
            row.id, row.need, row.municipality_id, None, (row.value_word_id,) if row.value_word_id else _NONE, _NONE
        )
        for row in connection.execute(query.order_by(CitizenNeed.order_key, CitizenNeed.id))
    )


def _services(connection: Connection) -> tuple[GridColumn, ...]:
    query = select(MarketService.id, MarketService.name).order_by(MarketService.order_key, MarketService.id)
    return tuple(GridColumn(row.id, Named(row.name), None, None) for row in connection.execute(query))


def _goals(connection: Connection, answered: set[int]) -> tuple[tuple[GridColumn, ...], dict[int, Named]]:
    """Return the goals that are columns, in the order of their tree, and the names of those above them.

    Columns are the goals at the ends of the tree, and others once they have been answered or weighed.
    """
    found = connection.execute(
        select(Goal.id, Goal.name_sv, Goal.name_nb, Goal.name_en, Goal.parent_id, Goal.weight, Goal.kind).order_by(
            Goal.order_key, Goal.id
        )
    ).all()
    names = {row.id: Named(*row[1:4]) for row in found}
    below: dict[int | None, list[Any]] = {}
    for row in found:
        below.setdefault(row.parent_id, []).append(row)
    columns: list[GridColumn] = []

    def walk(parent: int | None) -> None:
        for row in below.get(parent, ()):
            number: int = row.id
            is_end = number not in below and row.kind != GoalKind.DELIVERABLE.value
            if is_end or number in answered or row.weight is not None:
                columns.append(GridColumn(number, names[number], row.parent_id, row.weight))
            walk(number)

    walk(None)
    return tuple(columns), {column.parent: names[column.parent] for column in columns if column.parent is not None}
