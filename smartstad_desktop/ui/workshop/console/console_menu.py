"""What else can be done at the console, and what a rehearsal has besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from smartstad_desktop.domain.workshop.meeting import VOTING
from smartstad_desktop.reads.shell import is_a_rehearsal
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.usecases.workshop.rehearsal import SimulateRound

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet


@dataclass(frozen=True, slots=True)
class Doings:
    """What the entries of the menu do at the console."""

    prepare: Callable[[], object]
    turn_safe: Callable[[], object]
    end: Callable[[], object]


def is_rehearsal(host: WorkshopHost) -> bool:
    """Return whether the file is a copy for rehearsing."""
    return host.services.workspace.glance(is_a_rehearsal)


def fill_menu(menu: QMenu, host: WorkshopHost, round_: RoundSheet | None, doings: Doings, *, is_safe: bool) -> None:
    """Put the entries into *menu*; answers can be made up only in a rehearsal, in the silent phase."""
    prepare = menu.addAction(icons.icon("pencil"), _("Preparation: seats, agenda, rounds"))
    prepare.triggered.connect(_only(doings.prepare))
    safe = menu.addAction(icons.icon("eye-off"), _("Safe mode: show nothing the room must not see"))
    safe.setCheckable(True)
    safe.setChecked(is_safe)
    safe.triggered.connect(_only(doings.turn_safe))
    if round_ is not None and round_.phase in VOTING and is_rehearsal(host):
        made_up = menu.addAction(icons.icon("sparkles"), _("Make up the answers that are missing"))
        made_up.triggered.connect(_only(partial(host.perform, SimulateRound(round=round_.id))))
    menu.addSeparator()
    menu.addAction(icons.icon("flag"), _("End the workshop…")).triggered.connect(_only(doings.end))


def _only(act: Callable[[], object]) -> Callable[..., None]:
    """Return *act* as a slot: Qt passes whether the entry is ticked."""

    def slot(*_state: object) -> None:
        act()

    return slot
