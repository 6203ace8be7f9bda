"""Workshop sessions for tests."""

from __future__ import annotations

from datetime import UTC, datetime

from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.reads.workshop.session_rows import SessionSheet
from smartstad_desktop.reads.workshop.sessions import session as read_session
from smartstad_desktop.usecases.workshop.sessions import CreateSession
from smartstad_desktop.usecases.workspace import Workspace

#: Where the clock of the tests stands.
NINE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def plan(workspace: Workspace) -> SessionId:
    """Return a planned priority workshop that begins when the clock of the tests stands."""
    begin = NINE.astimezone()
    starts_at = begin.strftime("%H:%M")
    made: SessionId = workspace.run(
        CreateSession(name="Workshop 3", preset="priority", held_on=begin.date(), starts_at=starts_at)
    ).value
    return made


def sheet(workspace: Workspace, session: SessionId) -> SessionSheet:
    """Return the session as it is."""
    found = workspace.read(read_session, session)
    assert found is not None
    return found
