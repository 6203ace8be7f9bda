"""The menus of needs and of value words."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.reads.needs import NeedsShown, WordRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.ui.needs.groups import Groups
from smartstad_desktop.usecases.inventory.needs import GatherNeeds
from smartstad_desktop.usecases.value_words import DeleteValueWord, MoveValueWord


class NeedsHost(Protocol):
    """What the menus ask of the view around them."""

    groups: Groups

    @property
    def shown(self) -> NeedsShown | None:
        """Return the needs as they are shown."""
        ...

    def ask(self, command: object, *, offer_undo: bool = False) -> None:
        """Ask for *command*."""
        ...

    def edit(self) -> None:
        """Let the user write in the chosen need."""
        ...

    def promote(self) -> None:
        """Ask who takes the chosen needs up."""
        ...

    def delete(self) -> None:
        """Delete the chosen needs."""
        ...

    def rename(self, word: WordRow) -> None:
        """Ask what a value word is to be called."""
        ...


class NeedMenus(QObject):
    """Opens a menu where it is wanted."""

    #: Carries a need that is to be answered by a test.
    test_wanted = Signal(int)

    def __init__(self, view: NeedsHost, over: QWidget) -> None:
        super().__init__(over)
        self._view = view
        self.menu = QMenu(over)

    def of_needs(self, at: QPoint) -> None:
        """Offer what can be done with the chosen needs."""
        view, chosen = self._view, self._view.groups.ids()
        if view.shown is None or not chosen:
            return
        self.menu.clear()
        self.menu.addAction(icons.icon("pencil"), _("Change") + "\tEnter").triggered.connect(view.edit)
        self.menu.addAction(icons.icon("rocket"), _("Make a project of it…")).triggered.connect(view.promote)
        if len(chosen) == 1:
            test = self.menu.addAction(icons.icon("flask-conical"), _("Begin a testbed case of it…"))
            test.triggered.connect(partial(self._test, chosen[0]))
        moving = self.menu.addMenu(_("Put under"))
        for number, panel in enumerate(view.groups.panels):
            action = moving.addAction(f"{panel.name.text().replace('&', '&&')}\t{number}")
            command = GatherNeeds(needs=chosen, word=panel.view.word)
            action.triggered.connect(partial(self._ask, command, False))
        self.menu.addSeparator()
        self.menu.addAction(icons.icon("trash-2"), _("Delete") + "\tDel").triggered.connect(view.delete)
        self.menu.popup(at)

    def of_word(self, word: int, at: QPoint) -> None:
        """Offer what can be done with a value word."""
        shown = self._view.shown
        if shown is None:
            return
        order = [each.id for each in shown.words]
        place = order.index(word)
        self.menu.clear()
        rename = self.menu.addAction(icons.icon("pencil"), _("Rename…"))
        rename.triggered.connect(partial(self._rename, shown.words[place]))
        left = self.menu.addAction(icons.icon("arrow-left"), _("Move left"))
        left.setEnabled(place > 0)
        left.triggered.connect(partial(self._move, word, order[place - 1] if place else None))
        right = self.menu.addAction(icons.icon("arrow-right"), _("Move right"))
        right.setEnabled(place < len(order) - 1)
        right.triggered.connect(partial(self._move, word, order[place + 2] if place + 2 < len(order) else None))
        self.menu.addSeparator()
        delete = self.menu.addAction(icons.icon("trash-2"), _("Delete; the needs stay"))
        delete.triggered.connect(partial(self._ask, DeleteValueWord(word=word), True))
        self.menu.popup(at)

    def _ask(self, command: object, offer_undo: bool, *_state: object) -> None:  # noqa: FBT001  bound before Qt adds its own
        self._view.ask(command, offer_undo=offer_undo)

    def _test(self, need: int, *_state: object) -> None:
        self.test_wanted.emit(need)

    def _rename(self, word: WordRow, *_state: object) -> None:
        self._view.rename(word)

    def _move(self, word: int, before: int | None, *_state: object) -> None:
        self._view.ask(MoveValueWord(word=word, before=before))
