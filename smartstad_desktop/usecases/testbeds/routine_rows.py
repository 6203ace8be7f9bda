"""The rows of a version of a routine: read as words, checked to be a draft, put in order, copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.testbeds.routines import RoutineState
from smartstad_desktop.domain.testbeds.versions import check_draft, cleaned
from smartstad_desktop.storage.tables.routines import ChecklistItem, Routine, RoutineRole, RoutineStage
from smartstad_desktop.storage.tables.testbeds import CaseCheck, CaseEvidence, GateDecision, RoutineCase
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory.inventory import new_key

Part = TypeVar("Part", RoutineStage, ChecklistItem, RoutineRole)


def draft(tx: Transaction, routine: int) -> Routine:
    """Return a version that may be changed.

    Raises:
        RoutineNotDraft: it has been adopted.
    """
    found = tx.get(Routine, routine)
    check_draft(RoutineState(found.state), found.version)
    return found


def family_of(routine: Routine) -> str:
    """Return what the versions of a routine have in common."""
    return routine.family or routine.key


def versions_of(tx: Transaction, routine: Routine) -> list[Routine]:
    """Return all versions of a routine, also this one."""
    family = family_of(routine)
    query = select(Routine).where((Routine.family == family) | (Routine.key == family)).order_by(Routine.id)
    return list(tx.session.scalars(query))


def stages_of(tx: Transaction, routine: int) -> list[RoutineStage]:
    """Return the stages of a version in order."""
    query = select(RoutineStage).where(RoutineStage.routine_id == routine)
    return list(tx.session.scalars(query.order_by(RoutineStage.order_key, RoutineStage.id)))


def is_used(tx: Transaction, stage: int) -> bool:
    """Return whether a case is in a stage, was decided on at its gate, or holds answers or evidence for its points."""
    points = select(ChecklistItem.id).where(ChecklistItem.stage_id == stage)
    return any(
        tx.session.scalar(select(func.count()).where(held))
        for held in (
            RoutineCase.stage_id == stage,
            GateDecision.stage_id == stage,
            CaseCheck.item_id.in_(points),
            CaseEvidence.item_id.in_(points),
        )
    )


def points_of(tx: Transaction, stage: int) -> list[ChecklistItem]:
    """Return the points of a stage in order."""
    query = select(ChecklistItem).where(ChecklistItem.stage_id == stage)
    return list(tx.session.scalars(query.order_by(ChecklistItem.order_key, ChecklistItem.id)))


def roles_of(tx: Transaction, routine: int) -> list[RoutineRole]:
    """Return the roles of a version in order."""
    query = select(RoutineRole).where(RoutineRole.routine_id == routine)
    return list(tx.session.scalars(query.order_by(RoutineRole.order_key, RoutineRole.id)))


def write(
    row: Routine | RoutineStage | ChecklistItem | RoutineRole, fields: Mapping[str, Cleaner], changes: Mapping[str, Any]
) -> None:
    """Write *changes* into a row, each checked by *fields*."""
    for name, value in changes.items():
        setattr(row, name, cleaned(fields, name, value))


def place(others: Sequence[Part], moved: Sequence[Part], before: int | None) -> None:
    """Give *moved* order keys that put them before one of *others*, or last; *others* lack them.

    Raises:
        RowGone: the one to go before is not there.
    """
    at = len(others)
    if before is not None:
        at = next((number for number, each in enumerate(others) if each.id == before), -1)
        if at < 0:
            raise RowGone(kind="routine", row_id=before)
    low = others[at - 1].order_key if at else None
    high = others[at].order_key if at < len(others) else None
    for row, key in zip(moved, ordering.between_many(low, high, len(moved)), strict=True):
        row.order_key = key


def copy_parts(tx: Transaction, source: Routine, made: Routine) -> None:
    """Give *made* all roles, stages and points of *source*; what has no key gets one in both, so that both compare."""
    for role in roles_of(tx, source.id):
        tx.session.add(RoutineRole(routine_id=made.id, **_columns(role)))
    for stage in stages_of(tx, source.id):
        stage.key = stage.key or new_key()
        twin = RoutineStage(routine_id=made.id, **_columns(stage))
        tx.session.add(twin)
        tx.session.flush()
        for point in points_of(tx, stage.id):
            point.key = point.key or new_key()
            tx.session.add(ChecklistItem(stage_id=twin.id, **_columns(point)))
    tx.session.flush()


def _columns(row: RoutineStage | ChecklistItem | RoutineRole) -> dict[str, Any]:
    """Return all columns of a row but its id and whose it is."""
    own = {"id", "routine_id", "stage_id"}
    return {column.name: getattr(row, column.name) for column in row.__table__.columns if column.name not in own}
