"""What goes on when the console is made anew in the middle of a meeting: another text size, look or language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartstad_desktop.domain.values import RoundItemId, SessionId

if TYPE_CHECKING:
    from smartstad_desktop.ui.projector.window import ProjectorWindow
    from smartstad_desktop.ui.workshop.console.notes_box import Draft
    from smartstad_desktop.ui.workshop.middle import KeptPanel


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptConsole:
    """The wall itself, what is half-written, and where the operator was."""

    wall: ProjectorWindow
    is_safe: bool
    item: RoundItemId | None
    note: Draft | None
    parked: str
    panel: KeptPanel | None
    #: Which of the lines of the console had the keyboard; empty when none had.
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """Which workshop is shown, as what, and its console."""

    session: SessionId | None
    prepares: bool
    has_looked: bool
    console: KeptConsole
