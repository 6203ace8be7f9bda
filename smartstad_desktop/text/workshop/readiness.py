"""The lines of the check list before a workshop."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.readiness import CheckLine, Matter
from smartstad_desktop.text.phrases import N_, Phrasebook, current

_READY: Final[dict[Matter, str]] = {
    Matter.LISTS: N_("Every municipality at the table has brought in its list"),
    Matter.UNCLEAR: N_("Every project to vote on says what it is"),
    Matter.DUPLICATES: N_("No two projects to vote on look like the same"),
    Matter.SEATS: N_("Every seat belongs to a municipality"),
    Matter.ROUNDS: N_("Every round has something to vote on"),
    Matter.AGENDA: N_("There is an agenda"),
    Matter.BACKUP: N_("A backup was made in the last day and night"),
}
_LEFT: Final[dict[Matter, tuple[str, str]]] = {
    Matter.LISTS: (
        N_("{count} municipality has not brought in its list"),
        N_("{count} municipalities have not brought in their lists"),
    ),
    Matter.UNCLEAR: (N_("{count} project to vote on is unclear"), N_("{count} projects to vote on are unclear")),
    Matter.DUPLICATES: (
        N_("{count} pair of projects to vote on may be the same"),
        N_("{count} pairs of projects to vote on may be the same"),
    ),
    Matter.SEATS: (N_("{count} seat has no municipality"), N_("{count} seats have no municipality")),
    Matter.ROUNDS: (N_("{count} round has nothing to vote on"), N_("{count} rounds have nothing to vote on")),
}
_MISSING: Final[dict[Matter, str]] = {
    Matter.AGENDA: N_("There is no agenda"),
    Matter.BACKUP: N_("No backup was made in the last day and night"),
}


def check_line(line: CheckLine, phrases: Phrasebook | None = None) -> str:
    """Return how a matter stands, as “2 projects to vote on are unclear”."""
    book = phrases or current()
    if line.is_ready:
        return book.text(_READY[line.matter])
    if line.matter in _MISSING:
        return book.text(_MISSING[line.matter])
    return book.plural(*_LEFT[line.matter], line.count)
