"""Where measures come from: the inventory, boards, rounds, the order and what-ifs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.parts import MeasureOrigin
from smartstad_desktop.domain.plan.plan import PlanEmpty
from smartstad_desktop.domain.values import BoardId, ColumnId, PlanId, ProjectId, RoundId, ScenarioId
from smartstad_desktop.domain.workshop.meeting import NotRevealed, Phase, is_revealed
from smartstad_desktop.reads.plan.placed import PlacedProject, in_order, in_round, in_scenario
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.priority import Scenario
from smartstad_desktop.storage.tables.workshop import Round
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.making import Added, Source, add_measures, source
from smartstad_desktop.usecases.plan.plan import make_plan, open_plan
from smartstad_desktop.usecases.workshop.rounds import called

#: A plan that nobody has chosen for takes what the group put first: Now and Next.
FIRST_COLUMNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeasuresFromProjects:
    """Make a measure of each project, last in the plan."""

    plan: PlanId
    projects: tuple[ProjectId, ...]

    def execute(self, tx: Transaction) -> Added:
        """Return what was added."""
        plan = open_plan(tx, self.plan)
        chosen = [source(tx.get(Project, project)) for project in self.projects]
        added = add_measures(tx, plan, chosen, MeasureOrigin.PROJECT)
        tx.describe(count=len(added.measures))
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeasuresFromColumns:
    """Make a measure of each project in some columns of a board, in the board's order."""

    plan: PlanId
    columns: tuple[ColumnId, ...]

    def execute(self, tx: Transaction) -> Added:
        """Return what was added."""
        plan = open_plan(tx, self.plan)
        added = add_measures(tx, plan, _in_columns(tx, self.columns), MeasureOrigin.BOARD)
        tx.describe(count=len(added.measures))
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePlanFromBoard:
    """Begin a plan with what lies in the first two columns of a board, the first board when none is named."""

    board: BoardId | None = None

    def execute(self, tx: Transaction) -> PlanId:
        """Return the new plan's id.

        Raises:
            PlanEmpty: nothing lies there.
        """
        board = self.board or tx.session.scalars(select(Board.id).order_by(Board.order_key, Board.id)).first()
        columns = tx.session.scalars(
            select(BoardColumn.id)
            .where(BoardColumn.board_id == board, BoardColumn.meaning == Meaning.DO.value)
            .order_by(BoardColumn.order_key, BoardColumn.id)
            .limit(FIRST_COLUMNS)
        ).all()
        placed = _in_columns(tx, columns)
        if not placed:
            raise PlanEmpty
        plan = make_plan(tx, {})
        added = add_measures(tx, plan, placed, MeasureOrigin.BOARD)
        tx.describe(title=plan.title, count=len(added.measures))
        return PlanId(plan.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePlanFromRound:
    """Begin a plan with what a round came to, best first: with some numbers, or all that have a place."""

    round: RoundId
    numbers: tuple[int, ...] | None = None

    def execute(self, tx: Transaction) -> PlanId:
        """Return the new plan's id.

        Raises:
            NotRevealed: the room has not seen the result.
            PlanEmpty: nothing has a place in it.
        """
        sources = _of_round(tx, self.round, self.numbers)
        if not sources:
            raise PlanEmpty
        plan = make_plan(tx, {})
        added = add_measures(tx, plan, sources, MeasureOrigin.ROUND, self.round)
        tx.describe(title=plan.title, count=len(added.measures), **called(tx, tx.get(Round, self.round)))
        return PlanId(plan.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFromRound:
    """Make a measure of what a round came to, best first: of some numbers, or of all that have a place."""

    plan: PlanId
    round: RoundId
    numbers: tuple[int, ...] | None = None

    def execute(self, tx: Transaction) -> Added:
        """Return what was added.

        Raises:
            NotRevealed: the room has not seen the result.
        """
        plan = open_plan(tx, self.plan)
        sources = _of_round(tx, self.round, self.numbers)
        added = add_measures(tx, plan, sources, MeasureOrigin.ROUND, self.round)
        tx.describe(count=len(added.measures), **called(tx, tx.get(Round, self.round)))
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFromOrder:
    """Make a measure of projects as they were decided in the order: of some, or of all that have a place.

    What was placed by hand has the computed place as the workshop's, and the reason it was given.
    """

    plan: PlanId
    projects: tuple[ProjectId, ...] | None = None

    def execute(self, tx: Transaction) -> Added:
        """Return what was added."""
        plan = open_plan(tx, self.plan)
        sources = _of(tx, in_order(tx.session.connection()), self.projects)
        added = add_measures(tx, plan, sources, MeasureOrigin.ORDER)
        tx.describe(count=len(added.measures))
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFromScenario:
    """Make a measure of projects in the order of a what-if: of some, or of those its budget is enough for."""

    plan: PlanId
    scenario: ScenarioId
    projects: tuple[ProjectId, ...] | None = None

    def execute(self, tx: Transaction) -> Added:
        """Return what was added."""
        plan = open_plan(tx, self.plan)
        row = tx.get(Scenario, self.scenario)
        placed = in_scenario(tx.session.connection(), self.scenario)
        if self.projects is None:
            placed = tuple(each for each in placed if each.is_within_budget)
        added = add_measures(tx, plan, _of(tx, placed, self.projects), MeasureOrigin.SCENARIO)
        tx.describe(count=len(added.measures), title=row.name)
        return added


def _of_round(tx: Transaction, round_id: RoundId, numbers: Iterable[int] | None) -> list[Source]:
    if not is_revealed(Phase(tx.get(Round, round_id).phase)):
        raise NotRevealed
    found = in_round(tx.session.connection(), round_id)
    if found is None:
        raise RowGone(kind=Round.__tablename__, row_id=round_id)
    wanted = {each.number for each in found} if numbers is None else set(numbers)
    return _sources(tx, [each for each in found if each.number in wanted])


def _of(tx: Transaction, placed: Sequence[PlacedProject], projects: Iterable[ProjectId] | None) -> list[Source]:
    wanted = {each.project for each in placed} if projects is None else set(projects)
    return _sources(tx, [each for each in placed if each.project in wanted])


def _sources(tx: Transaction, placed: Iterable[PlacedProject]) -> list[Source]:
    return [
        Source(
            project=None if each.project is None else tx.get(Project, each.project),
            title=each.title,
            band=each.band,
            place=each.place,
            reason=each.reason,
        )
        for each in placed
    ]


def _in_columns(tx: Transaction, columns: Iterable[int]) -> list[Source]:
    """Return what lies in some columns; its place counts from the first column of its board in which work is done."""
    wanted = set(columns)
    boards = select(BoardColumn.board_id).where(BoardColumn.id.in_(wanted))
    rows = tx.session.execute(
        select(Project, BoardColumn.id, BoardColumn.name, BoardColumn.board_id, BoardColumn.meaning)
        .join(Placement, Placement.project_id == Project.id)
        .join(BoardColumn, BoardColumn.id == Placement.column_id)
        .join(Board, Board.id == BoardColumn.board_id)
        .where(BoardColumn.board_id.in_(boards))
        .order_by(
            *(Board.order_key, Board.id, BoardColumn.order_key, BoardColumn.id, Placement.order_key, Placement.id)
        )
    )
    places: dict[int, int] = {}
    found: list[Source] = []
    for project, column, name, board, meaning in rows:
        is_done = meaning == Meaning.DO.value
        places[board] = places.get(board, 0) + is_done
        if column in wanted:
            found.append(source(project, name, places[board] if is_done else None))
    return found
