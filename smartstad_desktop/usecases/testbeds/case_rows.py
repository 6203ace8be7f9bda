"""A case and the stages of its routine as commands need them, and moving it from one stage to another."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.testbeds.case_way import Point, Stage, gate_name, next_stage
from smartstad_desktop.domain.testbeds.cases import (
    check_open,
)
from smartstad_desktop.domain.testbeds.routines import CaseState, CheckState
from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.routines import ChecklistItem, RoutineStage
from smartstad_desktop.storage.tables.testbeds import CaseCheck, RoutineCase
from smartstad_desktop.usecases.command import Transaction


def stages_of(tx: Transaction, case: RoutineCase) -> tuple[Stage, ...]:
    """Return the stages of the case's routine, each with its points as they stand in the case."""
    points: defaultdict[int, list[Point]] = defaultdict(list)
    states = {
        check.item_id: CheckState(check.state)
        for check in tx.session.scalars(select(CaseCheck).where(CaseCheck.case_id == case.id))
    }
    rows = tx.session.scalars(
        select(RoutineStage).where(RoutineStage.routine_id == case.routine_id).order_by(RoutineStage.order_key)
    ).all()
    items = tx.session.scalars(
        select(ChecklistItem)
        .where(ChecklistItem.stage_id.in_([row.id for row in rows]))
        .order_by(ChecklistItem.order_key)
    )
    for item in items:
        state = states.get(item.id, CheckState.OPEN)
        points[item.stage_id].append(Point(named(item), item.is_required, state))
    return tuple(Stage(row.id, named(row), gate_name(row.gate_key, row.gate_sv), tuple(points[row.id])) for row in rows)


def moving(tx: Transaction, number: int) -> tuple[RoutineCase, tuple[Stage, ...], int]:
    """Return a case that can move, its stages, and the one it is in.

    Raises:
        CaseNotOpen: it is paused or over.
    """
    case = tx.get(RoutineCase, number)
    check_open(CaseState(case.state))
    stages = stages_of(tx, case)
    if case.stage_id is None:
        raise RowGone(kind=RoutineStage.__tablename__, row_id=None)
    return case, stages, case.stage_id


def go_on(tx: Transaction, case: RoutineCase, stages: tuple[Stage, ...], current: int) -> None:
    """Let a case into the stage after *current*; after the last one it is completed."""
    following = next_stage(stages, current)
    case.stage_id = None if following is None else following.id
    if following is None:
        case.state, case.ended_on = CaseState.COMPLETED.value, tx.today
    tx.session.flush()


def named(row: ChecklistItem | RoutineStage) -> Named:
    """Return the name of a stage or a point in its languages."""
    return Named(row.name_sv, row.name_nb, row.name_en)
