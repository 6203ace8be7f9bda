"""Steps that follow each other quickly and belong together are one: typing, dragging a slider."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import Final

from smartstad_desktop.storage import journal

#: Commands with the same merge key within this time are one step.
MERGE_WITHIN: Final = timedelta(seconds=2)


def joined_with_earlier(connection: sqlite3.Connection, step_id: int, head: journal.StepHead) -> int:
    """Make the step part of the one before, if that has the same merge key and is young; return the step it is now."""
    if head.merge_key is None:
        return step_id
    earlier = [step for step in journal.steps(connection, limit=2) if step.id != step_id]
    if (
        earlier
        and earlier[0].state is journal.StepState.DONE
        and journal.merge_key_of(connection, earlier[0].id) == head.merge_key
        and timedelta() <= head.at - earlier[0].at <= MERGE_WITHIN
    ):
        journal.merge_into(connection, earlier[0].id, step_id, head.at)
        return earlier[0].id
    return step_id
