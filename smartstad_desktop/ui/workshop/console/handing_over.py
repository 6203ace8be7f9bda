"""One console gives up what it has in hand, the next one takes it up: the window is made anew in mid-meeting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from smartstad_desktop.ui.workshop.console.kept import KeptConsole

if TYPE_CHECKING:
    from smartstad_desktop.ui.workshop.console.console import Console

_PARKED: Final = "parked"


def give_up(console: Console) -> KeptConsole:
    """Return what *console* has in hand; it has nothing of it any more, and nothing is saved."""
    focus = console.window().focusWidget()
    return KeptConsole(
        line=next((name for name, field in _lines(console).items() if field is focus), ""),
        wall=console.link.give_up(),
        is_safe=console.is_safe,
        item=console.item,
        note=console.notes.give_up(),
        parked=console.agenda.parking.give_up(),
        panel=console.middle.give_up(),
    )


def take_up(console: Console, kept: KeptConsole) -> None:
    """Let *console* go on where another one was; the room sees nothing of it."""
    console.kept, console.item = kept, kept.item
    console.link.take_up(kept.wall)
    console.middle.take_up(kept.panel)
    console.set_safe(is_safe=kept.is_safe)
    if kept.note is not None:
        console.notes.take_up(kept.note)
    console.agenda.parking.line.setText(kept.parked)
    if kept.line:
        # Once the window is shown: before, it gives the keyboard to nobody.
        QTimer.singleShot(0, console, partial(_go_on_in, console, kept.line))


def _go_on_in(console: Console, line: str) -> None:
    # With larger text the line may stand behind a tab.
    console.show_writing(is_parking=line == _PARKED)
    _lines(console)[line].setFocus()


def _lines(console: Console) -> dict[str, QLineEdit]:
    notes = console.notes
    return {"note": notes.line, "owner": notes.owner, "due": notes.due.line, _PARKED: console.agenda.parking.line}
