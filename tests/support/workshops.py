"""Workshops for tests of the page: a session from the usual agenda, planned or going on."""

from __future__ import annotations

from datetime import date

from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.reads.workshop.rounds import RoundSheet, round_sheet
from smartstad_desktop.reads.workshop.session_rows import SessionSheet
from smartstad_desktop.reads.workshop.sessions import session
from smartstad_desktop.usecases.workshop.agenda import GoToAgendaItem
from smartstad_desktop.usecases.workshop.rounds import SetRoundItems
from smartstad_desktop.usecases.workshop.seats import Arrive
from smartstad_desktop.usecases.workshop.sessions import CreateSession, OpenSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.boards import AddInvented


def planned(workspace: Workspace, *, projects: int = 4, starts_at: str = "10:00") -> SessionId:
    """Plan a priority workshop whose rounds are about invented projects."""
    made = SessionId(
        workspace.run(
            CreateSession(name="Workshop 3 av 4", preset="priority", held_on=date(2026, 11, 22), starts_at=starts_at)
        ).value
    )
    chosen = workspace.run(AddInvented(count=projects)).value
    for row in sheet_of(workspace, made).rounds:
        if row.method.value != "fist":
            workspace.run(SetRoundItems(round=row.id, projects=chosen))
    return made


def going_on(workspace: Workspace, part: int = 0) -> SessionId:
    """Open such a workshop, let all come, and go to a part of its agenda by its number."""
    # The hour it is, wherever the test runs: the session begins in time.
    made = planned(workspace, starts_at=f"{workspace.now.astimezone():%H:%M}")
    workspace.run(OpenSession(session=made))
    shown = sheet_of(workspace, made)
    workspace.run(Arrive(seats=tuple(seat.id for seat in shown.seats)))
    workspace.run(GoToAgendaItem(item=shown.agenda[part].id))
    return made


def sheet_of(workspace: Workspace, session_id: SessionId) -> SessionSheet:
    """Return the session as it is now."""
    found = workspace.read(session, session_id)
    assert found is not None
    return found


def round_of(workspace: Workspace, session_id: SessionId, number: int = 1) -> RoundSheet:
    """Return one of its rounds as it is now."""
    row = next(row for row in sheet_of(workspace, session_id).rounds if row.number == number)
    found = workspace.read(round_sheet, row.id)
    assert found is not None
    return found
