"""A round planned and opened, and marks on its items by their numbers."""

from __future__ import annotations

from smartstad_desktop.domain.values import ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import (
    Phase,
)
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.rounds import RoundSheet, round_sheet
from smartstad_desktop.usecases.workshop.ballots import (
    NewMark,
)
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import (
    PlanRound,
)
from smartstad_desktop.usecases.workspace import Workspace


def plan(
    workspace: Workspace, session: SessionId, method: Method, projects: tuple[ProjectId, ...], **rules: object
) -> RoundId:
    """Plan a round and open it for answers."""
    made: RoundId = workspace.run(
        PlanRound(session=session, method=method, projects=projects, seed=7, rules=rules)
    ).value
    workspace.run(SetPhase(round=made, phase=Phase.SILENT))
    return made


def sheet_of(workspace: Workspace, round_id: RoundId) -> RoundSheet:
    """Read a round that is there."""
    sheet = workspace.read(round_sheet, round_id)
    assert sheet is not None
    return sheet


def mark(sheet: RoundSheet, number: int, value: float | None, axis: str = "") -> NewMark:
    """Return a mark on the item with *number*."""
    item = sheet.item_of(number)
    assert item is not None
    return NewMark(item=item.id, value=value, axis=axis)
