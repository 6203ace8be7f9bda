"""What the buttons of the console say that lead on and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.workshop.course import Move, ahead, behind

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet


def ways(session: SessionSheet, round_: RoundSheet | None) -> tuple[str, str, tuple[str, str]]:
    """Return the words of the way back and of the way on, and where each leads; empty where there is none."""
    before, following = behind(session, round_), ahead(session, round_)
    onwards = (_("Next phase") if following.phase else _("Next part")) if following else ""
    return _("Back") if before else "", onwards, (_name(session, before), _name(session, following))


def _name(session: SessionSheet, move: Move | None) -> str:
    if move is None:
        return ""
    if move.phase is not None:
        return label(move.phase)
    return next((part.title for part in session.agenda if part.id == move.part), "")
