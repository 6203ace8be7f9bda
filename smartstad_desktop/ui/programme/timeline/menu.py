"""The menu over what is chosen on the timeline: every move that the pointer can make, by choosing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.programme.timeline.hand import Grip, Hand
from smartstad_desktop.ui.programme.timeline.lines import TimelineLine
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.programme.entries import MoveEntries
from smartstad_desktop.usecases.programme.parts import MovePart

Ask = Callable[[Command], object]


def menu_of(
    chosen: Sequence[TimelineLine], lines: Sequence[TimelineLine], hand: Hand, ask: Ask, parent: QWidget
) -> QMenu:
    """Return the menu over *chosen*, some of all *lines*; *ask* gets the commands."""
    menu = QMenu(parent)
    first = chosen[0]
    if first.can_move:
        menu.addAction(_("Move with two clicks")).triggered.connect(lambda: hand.take_up(first))
        menu.addAction(_("Move the end with two clicks")).triggered.connect(lambda: hand.take_up(first, Grip.END))
    parts = [line for line in lines if line.is_part]
    entries = tuple(line.key[1] for line in chosen if not line.is_part)
    if entries:
        into = menu.addMenu(_("Move to part"))
        for line in parts:
            move = MoveEntries(entries=entries, part=line.key[1] or None)
            into.addAction(line.name.replace("&", "&&")).triggered.connect(partial(_ask, ask, move))
    else:
        _add_order(menu, first.key[1], [line.key[1] for line in parts if line.key[1]], ask)
    return menu


def _add_order(menu: QMenu, part: int, ids: Sequence[int], ask: Ask) -> None:
    place = ids.index(part)
    if place:
        earlier = MovePart(part=part, before=ids[place - 1])
        menu.addAction(_("Move up")).triggered.connect(partial(_ask, ask, earlier))
    if place + 1 < len(ids):
        later = MovePart(part=part, before=ids[place + 2] if place + 2 < len(ids) else None)
        menu.addAction(_("Move down")).triggered.connect(partial(_ask, ask, later))


def _ask(ask: Ask, command: Command, *_state: object) -> None:
    ask(command)
