"""How the rounds of a session are called, read from the file."""

from __future__ import annotations

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import RoundId, SessionId
from smartstad_desktop.domain.workshop.laps import Lap, laps
from smartstad_desktop.storage.tables.workshop import Round


def laps_of(connection: Connection, session_id: SessionId) -> dict[RoundId, Lap]:
    """Return how each round of a session is called."""
    query = select(Round.id, Round.number, Round.repeats_id).where(Round.session_id == session_id)
    return laps((RoundId(row.id), row.number, row.repeats_id) for row in connection.execute(query))


def lap_of(connection: Connection, session_id: SessionId, round_id: RoundId) -> Lap:
    """Return how one round of a session is called."""
    return laps_of(connection, session_id)[round_id]
