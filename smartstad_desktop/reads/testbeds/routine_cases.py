"""The cases that run in a version of a routine, and what they would lose in another one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from smartstad_desktop.domain.testbeds.comparison import landing, matches
from smartstad_desktop.domain.testbeds.routines import CaseState, CheckState
from smartstad_desktop.domain.testbeds.versions import RoutineText
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.testbeds.routines import routine_text
from smartstad_desktop.storage.tables.routines import Routine
from smartstad_desktop.storage.tables.testbeds import CaseCheck, CaseRole, RoutineCase


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMove:
    """A case that runs in an earlier version: where it is, where it would come to, and what would be lost."""

    case: int
    title: str
    version: str
    stage: Named | None
    lands_in: Named | None
    answers_lost: tuple[Named, ...]
    roles_lost: tuple[Named, ...]


def case_moves(connection: Connection, routine: int) -> tuple[CaseMove, ...]:
    """Return the cases that run in other versions of the same routine, and what moving them to *routine* means."""
    new = routine_text(connection, routine)
    family = select(Routine.family, Routine.key).where(Routine.id == routine)
    head = connection.execute(family).one()
    name = head.family or head.key
    query = (
        select(RoutineCase.id, RoutineCase.title, RoutineCase.routine_id, RoutineCase.stage_id, Routine.version)
        .join(Routine, Routine.id == RoutineCase.routine_id)
        .where(
            (Routine.family == name) | (Routine.key == name),
            Routine.id != routine,
            RoutineCase.state.in_((CaseState.OPEN, CaseState.PAUSED)),
        )
        .order_by(RoutineCase.order_key, RoutineCase.id)
    )
    texts: dict[int, RoutineText] = {}
    found: list[CaseMove] = []
    for row in connection.execute(query).all():
        if row.routine_id not in texts:
            texts[row.routine_id] = routine_text(connection, row.routine_id)
        found.append(_move(connection, row.id, (row.title, row.version, row.stage_id), texts[row.routine_id], new))
    return tuple(found)


def _move(
    connection: Connection, case: int, told: tuple[str, str, int | None], old: RoutineText, new: RoutineText
) -> CaseMove:
    title, version, stage = told
    same = matches(old, new)
    answered = connection.scalars(
        select(CaseCheck.item_id).where(CaseCheck.case_id == case, CaseCheck.state != CheckState.OPEN)
    )
    lost = set(answered) - same.points.keys()
    roles = set(connection.scalars(select(CaseRole.role_id).where(CaseRole.case_id == case))) - same.roles.keys()
    stages = {each.id: each.name for text in (old, new) for each in text.stages}
    return CaseMove(
        case=case,
        title=title,
        version=version,
        stage=stages.get(stage or 0),
        lands_in=stages.get(landing(old, new, stage) or 0),
        answers_lost=tuple(point.name for each in old.stages for point in each.points if point.id in lost),
        roles_lost=tuple(role.name for role in old.roles if role.id in roles),
    )
