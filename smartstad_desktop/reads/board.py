"""Boards as the window and the wall show them: columns with cards, and what still waits in the tray."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, Integer, Row, bindparam, func, select

from smartstad_desktop.domain.board import Meaning, contribution_squares
from smartstad_desktop.domain.values import BoardId, ColumnId, Kronor, ProjectId
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectMunicipality
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True)
class MunicipalityMark:
    """What a municipality is known by on a card."""

    letters: str
    colour: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One project as a card; the marks begin with the municipality that leads it.

    The audience sees a confidential project only as such: see :func:`for_the_audience`.
    """

    project: ProjectId
    title: str
    marks: tuple[MunicipalityMark, ...] = ()
    budget: Kronor | None = None
    squares: int | None = None
    is_confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnCards:
    """A column with its cards, from the top."""

    id: ColumnId
    name: str
    years: str
    meaning: Meaning
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A board in the list of boards, with how many of its projects have been placed."""

    id: BoardId
    name: str
    question: str
    occasion: str
    timer_minutes: int
    placed: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCards:
    """A board with all that lies on it."""

    board: BoardRow
    columns: tuple[ColumnCards, ...]
    tray: tuple[Card, ...]


def boards(connection: Connection) -> tuple[BoardRow, ...]:
    """Return the boards in their order, with counts of placed projects and all projects on each."""
    return tuple(_board_row(row) for row in connection.execute(_BOARDS))


def board(connection: Connection, board_id: BoardId) -> BoardCards | None:
    """Return a board with its columns and cards, or None when it is gone."""
    found = next((row for row in boards(connection) if row.id == board_id), None)
    if found is None:
        return None
    lying = _cards_by_column(connection, board_id)
    columns = tuple(
        ColumnCards(
            id=ColumnId(row.id),
            name=row.name,
            years=row.years,
            meaning=Meaning(row.meaning),
            cards=tuple(lying.get(row.id, ())),
        )
        for row in connection.execute(_COLUMNS, {"board": board_id})
    )
    return BoardCards(board=found, columns=columns, tray=tuple(lying.get(None, ())))


def for_the_audience(shown: BoardCards) -> BoardCards:
    """Return *shown* as everybody in the room may see it: confidential projects keep their place and nothing else."""
    columns = tuple(replace(column, cards=_masked(column.cards)) for column in shown.columns)
    return replace(shown, columns=columns, tray=_masked(shown.tray))


def audience_board(connection: Connection, board_id: BoardId) -> BoardCards | None:
    """Return a board as everybody in the room may see it, or None when it is gone."""
    found = board(connection, board_id)
    return None if found is None else for_the_audience(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A project that is not on the board yet."""

    project: ProjectId
    title: str
    municipality: str


def candidates(connection: Connection, board_id: BoardId) -> tuple[Candidate, ...]:
    """Return the projects that could be put on a board: ours, not those seen elsewhere, by municipality and title."""
    on_board = select(Placement.project_id).where(Placement.board_id == board_id)
    query = (
        select(Project.id, Project.title, func.coalesce(Municipality.short_name, "").label("municipality"))
        .outerjoin(Municipality, Municipality.id == Project.municipality_id)
        .where(Project.is_external.is_(False), Project.id.not_in(on_board))
        .order_by("municipality", Project.title, Project.id)
    )
    return tuple(
        Candidate(project=ProjectId(row.id), title=row.title, municipality=row.municipality)
        for row in connection.execute(query)
    )


# A board is read after every drop. Statements that are made once cost half of what they cost when made anew.
_THIS: Final = bindparam("board", type_=Integer)
_COUNTS: Final = (func.count(Placement.column_id), func.count(Placement.id))
_BOARDS: Final = (
    select(Board.id, Board.name, Board.question, Board.occasion, Board.timer_minutes, *_COUNTS)
    .outerjoin(Placement, Placement.board_id == Board.id)
    .group_by(Board.id)
    .order_by(Board.order_key, Board.id)
)
_COLUMNS: Final = (
    select(BoardColumn.id, BoardColumn.name, BoardColumn.years, BoardColumn.meaning)
    .where(BoardColumn.board_id == _THIS)
    .order_by(BoardColumn.order_key, BoardColumn.id)
)
_CARDS: Final = (
    select(
        Placement.column_id,
        Project.id,
        Project.title,
        Project.municipality_id,
        Project.budget_total,
        Project.is_confidential,
    )
    .join(Project, Project.id == Placement.project_id)
    .where(Placement.board_id == _THIS)
    .order_by(Placement.order_key, Placement.id)
)
_MARKS: Final = select(Municipality.id, Municipality.mark, Municipality.colour, Municipality.short_name)
_PARTNERS: Final = (
    select(ProjectMunicipality.project_id, ProjectMunicipality.municipality_id)
    .join(Placement, Placement.project_id == ProjectMunicipality.project_id)
    .join(Municipality, Municipality.id == ProjectMunicipality.municipality_id)
    .where(Placement.board_id == _THIS)
    .order_by(Municipality.mark)
)
_CONTRIBUTIONS: Final = (
    select(ProjectGoal.project_id, ProjectGoal.contribution)
    .join(Placement, Placement.project_id == ProjectGoal.project_id)
    .where(Placement.board_id == _THIS)
)


def _board_row(row: Row[int, str, str, str, int, int, int]) -> BoardRow:
    number, name, question, occasion, minutes, placed, total = row
    return BoardRow(
        id=BoardId(number),
        name=name,
        question=question,
        occasion=occasion,
        timer_minutes=minutes,
        placed=placed,
        total=total,
    )


def _masked(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(
        Card(project=card.project, title="", is_confidential=True) if card.is_confidential else card for card in cards
    )


def _cards_by_column(connection: Connection, board_id: BoardId) -> dict[int | None, list[Card]]:
    this = {"board": board_id}
    marks = {row.id: MunicipalityMark(row.mark, row.colour, row.short_name) for row in connection.execute(_MARKS)}
    partners = _grouped(connection.execute(_PARTNERS, this))
    contributions = _grouped(connection.execute(_CONTRIBUTIONS, this))
    found: dict[int | None, list[Card]] = defaultdict(list)
    for column, project, title, lead, budget, is_confidential in connection.execute(_CARDS, this):
        involved: list[int] = [lead or 0, *(other for other in partners.get(project, ()) if other != lead)]
        found[column].append(
            Card(
                project=ProjectId(project),
                title=title,
                marks=tuple(marks[number] for number in involved if number in marks),
                budget=None if budget is None else Kronor(budget),
                squares=contribution_squares(contributions.get(project, ())),
                is_confidential=is_confidential,
            )
        )
    return found


def _grouped(rows: Iterable[Row[int, int]]) -> dict[int, list[int]]:
    """Return the second of each pair by the first."""
    found: dict[int, list[int]] = defaultdict(list)
    for key, value in rows:
        found[key].append(value)
    return found
