"""What a user can do in the grids: answer many cells at once, comment one, weigh the goals, describe the scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, delete, insert, select, update

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.goals.goal_matrix import FULL, CellValue, CommentWithoutValue, WeightOffScale, check_value
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.values import Language
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.goals import Goal, MunicipalityGoal, ScaleStep
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.needs import CitizenNeed, MarketService, NeedService
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True)
class _Links:
    """Where the answers of a grid lie, and what its rows and columns are called."""

    table: Any
    row: str
    column: str
    value: str
    rows: Any
    row_name: str
    columns: Any
    column_name: str


_LINKS: Final = {
    Scale.CONTRIBUTION: _Links(ProjectGoal, "project_id", "goal_id", "contribution", Project, "title", Goal, "name_sv"),
    Scale.IMPORTANCE: _Links(
        MunicipalityGoal, "municipality_id", "goal_id", "importance", Municipality, "short_name", Goal, "name_sv"
    ),
    Scale.COVERAGE: _Links(
        NeedService, "need_id", "service_id", "coverage", CitizenNeed, "need", MarketService, "name"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetContributions:
    """Say how much projects contribute to goals, many cells at once; None means not answered."""

    cells: tuple[CellValue, ...]

    def execute(self, tx: Transaction) -> None:
        """Write the cells that differ, or none."""
        _set(tx, Scale.CONTRIBUTION, self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetImportances:
    """Say how important goals are to municipalities, many cells at once; None means not answered."""

    cells: tuple[CellValue, ...]

    def execute(self, tx: Transaction) -> None:
        """Write the cells that differ, or none."""
        _set(tx, Scale.IMPORTANCE, self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCoverages:
    """Say how far services meet needs, many cells at once; None means not answered."""

    cells: tuple[CellValue, ...]

    def execute(self, tx: Transaction) -> None:
        """Write the cells that differ, or none."""
        _set(tx, Scale.COVERAGE, self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentCell:
    """Write why a cell holds its number."""

    scale: Scale
    row: int
    column: int
    comment: str

    def execute(self, tx: Transaction) -> None:
        """Write the comment.

        Raises:
            CommentWithoutValue: the cell has not been answered.
        """
        links = _LINKS[self.scale]
        table = links.table
        found = tx.session.scalar(
            select(table).where(getattr(table, links.row) == self.row, getattr(table, links.column) == self.column)
        )
        if found is None:
            raise CommentWithoutValue
        found.comment = self.comment.strip()
        tx.describe(title=_name(tx, links.rows, links.row_name, self.row), column=_column(tx, links, self.column))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGoalWeights:
    """Give goals weights; None leaves a goal out of the result."""

    weights: Mapping[int, int | None]

    def execute(self, tx: Transaction) -> None:
        """Write the weights.

        Raises:
            WeightOffScale: a weight is below 0 or above 100.
        """
        for number, weight in self.weights.items():
            if weight is not None and not 0 <= weight <= FULL:
                raise WeightOffScale(text=str(weight))
            tx.get(Goal, number).weight = weight
        one = next(iter(self.weights), None)
        words = {} if one is None else {"title": tx.get(Goal, one).name_sv, "weight": self.weights[one]}
        tx.describe(count=len(self.weights), **words)


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeScale:
    """Say in one language what the steps of a scale mean: per step a short name and a longer meaning.

    Empty words bring back what the program says.
    """

    scale: Scale
    language: Language
    steps: Mapping[int, tuple[str, str]]

    def execute(self, tx: Transaction) -> None:
        """Write the steps that have words, and forget those that have none in any language."""
        held = {
            row.step: row for row in tx.session.scalars(select(ScaleStep).where(ScaleStep.scale == self.scale.value))
        }
        for step, (name, meaning) in self.steps.items():
            check_value(self.scale, step)
            row = held.get(step)
            if row is None and (name.strip() or meaning.strip()):
                row = ScaleStep(scale=self.scale.value, step=step, name_sv="")
                tx.session.add(row)
            if row is None:
                continue
            setattr(row, f"name_{self.language.value}", name.strip())
            setattr(row, f"meaning_{self.language.value}", meaning.strip())
            if not _has_words(row):
                tx.session.delete(row)
        tx.describe(form=self.scale.value)


def _has_words(row: ScaleStep) -> bool:
    names = (getattr(row, f"{part}_{language.value}", "") for part in ("name", "meaning") for language in Language)
    return any(names)


def _set(tx: Transaction, scale: Scale, cells: Sequence[CellValue]) -> None:
    links = _LINKS[scale]
    for cell in cells:
        check_value(scale, cell.value)
    _refuse_strangers(tx, links.rows, {cell.row for cell in cells})
    _refuse_strangers(tx, links.columns, {cell.column for cell in cells})
    held = _held(tx, links, {cell.row for cell in cells})
    wanted = {(cell.row, cell.column): cell.value for cell in cells}
    changed = {place: value for place, value in wanted.items() if value != held.get(place, (0, None))[1]}
    _write(tx, links, held, changed)
    _describe(tx, links, changed)


def _refuse_strangers(tx: Transaction, table: Any, wanted: set[int]) -> None:
    known = set(tx.session.scalars(select(table.id).where(table.id.in_(wanted))))
    for number in wanted - known:
        raise RowGone(kind=table.__tablename__, row_id=number)


def _held(tx: Transaction, links: _Links, rows: set[int]) -> dict[tuple[int, int], tuple[int, int]]:
    table = links.table
    row = getattr(table, links.row)
    query = select(table.id, row, getattr(table, links.column), getattr(table, links.value)).where(row.in_(rows))
    return {(each[1], each[2]): (each[0], each[3]) for each in tx.session.execute(query)}


def _write(
    tx: Transaction,
    links: _Links,
    held: Mapping[tuple[int, int], tuple[int, int]],
    changed: Mapping[tuple[int, int], int | None],
) -> None:
    """Write with a few statements: a filled range may hold thousands of cells."""
    table: Any = links.table.__table__
    gone = [held[place][0] for place, value in changed.items() if value is None]
    new = [
        {links.row: place[0], links.column: place[1], links.value: value, "comment": ""}
        for place, value in changed.items()
        if value is not None and place not in held
    ]
    other = [
        {"number": held[place][0], "given": value}
        for place, value in changed.items()
        if value is not None and place in held
    ]
    connection = tx.session.connection()
    if gone:
        connection.execute(delete(table).where(table.c.id.in_(gone)))
    if new:
        connection.execute(insert(table), new)
    if other:
        change = update(table).where(table.c.id == bindparam("number")).values({links.value: bindparam("given")})
        connection.execute(change, other)


def _describe(tx: Transaction, links: _Links, changed: Mapping[tuple[int, int], int | None]) -> None:
    if not changed:
        return
    (row, column), value = next(iter(changed.items()))
    words: dict[str, Any] = {
        "count": len(changed),
        "title": _name(tx, links.rows, links.row_name, row),
        "column": _column(tx, links, column),
    }
    if _all_none(changed.values()):
        tx.describe(form="clear", **words)
    else:
        tx.describe(value=str(value if value is not None else "").replace("-", "\u2212"), **words)


def _all_none(values: Iterable[int | None]) -> bool:
    return all(value is None for value in values)


def _column(tx: Transaction, links: _Links, column: int) -> str:
    return _name(tx, links.columns, links.column_name, column)


def _name(tx: Transaction, table: type[Base], name: str, number: int) -> str:
    return str(getattr(tx.get(table, number), name))
