"""Replaying a session: what kinds of moments there are, and which move a reason belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum


class Happened(StrEnum):
    """What happened at a moment of a session."""

    OPENED = "opened"
    MOVED = "moved"
    PHASE = "phase"
    SNAPSHOT = "snapshot"
    NOTED = "noted"
    BOARD = "board"


def move_of(noted: datetime, moves: Sequence[datetime]) -> int | None:
    """Return the number of the move that something noted is about; None when nothing was moved.

    People move a card and then say why, so it is the last move before the note; of a card that had not moved by then,
    the first one after. *moves* are in order.
    """
    if not moves:
        return None
    return max((number for number, at in enumerate(moves) if at <= noted), default=0)
