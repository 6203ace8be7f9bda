"""The course of a session: which round belongs to the part that is on, and what comes before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartstad_desktop.domain.values import AgendaItemId, RoundId
from smartstad_desktop.domain.workshop.meeting import Phase, neighbours

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import AgendaRow, SessionSheet


@dataclass(frozen=True, slots=True)
class Move:
    """One step of the course: to a phase of the round, or to a part of the agenda."""

    phase: Phase | None = None
    part: AgendaItemId | None = None


def round_on(session: SessionSheet) -> RoundId | None:
    """Return the round of the part that is on; before the first part, one that has been opened and not closed."""
    if session.on is not None:
        return session.on.round
    running = [row for row in session.rounds if row.phase not in {Phase.CLARIFY, Phase.CLOSED}]
    return running[-1].id if running else None


def ahead(session: SessionSheet, round_: RoundSheet | None) -> Move | None:
    """Return what comes next: the next phase of an unfinished round, else the next part; None at the end."""
    following = neighbours(round_.phase)[1] if round_ is not None else None
    return Move(phase=following) if following is not None else _to_part(session, 1)


def behind(session: SessionSheet, round_: RoundSheet | None) -> Move | None:
    """Return what came before: the phase before of the round, else the part before; None at the beginning."""
    before = neighbours(round_.phase)[0] if round_ is not None else None
    return Move(phase=before) if before is not None else _to_part(session, -1)


def next_part(session: SessionSheet) -> AgendaRow | None:
    """Return the part after the one that is on; the first one before the beginning."""
    move = _to_part(session, 1)
    return None if move is None else next(part for part in session.agenda if part.id == move.part)


def _to_part(session: SessionSheet, step: int) -> Move | None:
    on = session.on
    if on is None:
        # Before the first part everything lies ahead; between two parts, what has not been begun.
        waiting = [part for part in session.agenda if part.started_at is None]
        return Move(part=waiting[0].id) if step > 0 and waiting else None
    at = session.agenda.index(on) + step
    return Move(part=session.agenda[at].id) if 0 <= at < len(session.agenda) else None
