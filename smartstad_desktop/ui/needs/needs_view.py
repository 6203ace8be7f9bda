"""Needs under value words with the chosen one beside them; what the user does is run through the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.needs import NeedRow, NeedsShown, WordRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.needs import dialogs
from smartstad_desktop.ui.needs.groups import Groups
from smartstad_desktop.ui.needs.menus import NeedMenus
from smartstad_desktop.ui.needs.need_form import NeedForm
from smartstad_desktop.usecases.inventory.needs import AddNeed, DeleteNeeds, EditNeed, PromoteNeeds
from smartstad_desktop.usecases.value_words import AddValueWord, RenameValueWord


class NeedsView(QWidget):
    """Shows needs; asks for commands."""

    #: A command, and whether an undo is to be offered with it.
    requested = Signal(object, bool)
    #: Carries a project to look at.
    project_wanted = Signal(int)
    #: Carries a need that is to be answered by a test.
    test_wanted = Signal(int)
    #: Lists from the municipalities are wanted.
    importing = Signal()

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._shown: NeedsShown | None = None
        self._surroundings: object = None
        self._words = ""
        self._dialog: Dialog | None = None
        self.form: NeedForm | None = None
        self.groups = Groups(self)
        self.side = Side(_("Choose a need to see and change it."))
        self.menus = NeedMenus(self, self)
        self._places = QStackedWidget()
        self._places.addWidget(self.groups)
        self._places.addWidget(self._empty())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        left = QWidget()
        inside = QHBoxLayout(left)
        space = theme.current().space
        inside.setContentsMargins(space(26), 0, space(20), space(20))
        inside.addWidget(self._places)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([10_000, self.side.preferred_width])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._connect()

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "heart-handshake",
            _("No needs yet"),
            _("Write down what residents say they need, in their own words, or import it with the lists."),
        )
        add = Button(_("Add need"), ButtonKind.PRIMARY, "plus")
        add.clicked.connect(self.add_need)
        bring = Button(_("Import Excel"), ButtonKind.PLAIN, "file-spreadsheet")
        bring.clicked.connect(self.importing)
        made.tools.addWidget(add)
        made.tools.addWidget(bring)
        return made

    def _connect(self) -> None:
        self.groups.requested.connect(self.ask)
        self.groups.chosen.connect(self._show_chosen)
        self.groups.opened.connect(self.edit)
        self.groups.deleting.connect(self.delete)
        self.groups.menu_wanted.connect(self.menus.of_needs)
        self.menus.test_wanted.connect(self.test_wanted)
        self.groups.word_menu_wanted.connect(self.menus.of_word)

    # What the page asks

    def show_needs(self, shown: NeedsShown) -> None:
        """Show the needs as they are now."""
        self._shown = shown
        self._places.setCurrentIndex(0 if shown.needs or shown.words else 1)
        self.groups.show_needs(shown, self._words)
        if shown.needs and not self.groups.ids():
            self.groups.choose((shown.needs[0].id,), take_keys=False)
        self._show_chosen()

    def look_for(self, words: str) -> None:
        """Show only needs that hold all *words*."""
        self._words = words
        if self._shown is not None:
            self.groups.show_needs(self._shown, words)

    def choose(self, need: int) -> None:
        """Choose a need."""
        self.groups.choose((need,))
        self._show_chosen()

    def finish(self) -> None:
        """Save what is being typed."""
        if self.form is not None:
            self.form.finish()

    def add_need(self) -> None:
        """Ask for a new need."""
        if self._shown is not None:
            self._dialog = dialogs.new_need(self._shown, self._add, self)

    def add_word(self) -> None:
        """Ask for a new value word."""
        self._dialog = dialogs.value_word(None, lambda name: self.requested.emit(AddValueWord(name=name), False), self)

    def ask(self, command: object, *, offer_undo: bool = False) -> None:
        """Ask for *command*."""
        self.requested.emit(command, offer_undo)

    def rename(self, word: WordRow) -> None:
        """Ask what a value word is to be called."""
        self._dialog = dialogs.value_word(
            word.name, lambda said: self.requested.emit(RenameValueWord(word=word.id, name=said), False), self
        )

    @property
    def shown(self) -> NeedsShown | None:
        """Return the needs as they are shown."""
        return self._shown

    def edit(self) -> None:
        """Let the user write in the chosen need."""
        self._show_chosen()
        if self.form is not None:
            self.form.edit("need")

    def delete(self) -> None:
        """Delete the chosen needs; the notice offers to undo."""
        chosen = self.groups.ids()
        if chosen:
            self.requested.emit(DeleteNeeds(needs=chosen), True)

    def promote(self) -> None:
        """Ask who takes the chosen needs up."""
        rows = self._chosen_rows()
        if rows and self._shown is not None:
            towns = list(self._shown.towns.values())
            self._dialog = dialogs.promotion(rows[0].line, towns, rows[0].municipality, self._promote, self)

    # Deeds

    def _add(self, values: dict[str, Any]) -> None:
        outcome = self._run(AddNeed(fields={**values, "content_language": current().language}))
        self.choose(int(outcome.value))

    def _promote(self, values: dict[str, Any]) -> None:
        command = PromoteNeeds(
            needs=self.groups.ids(), municipality=MunicipalityId(values["town"]), title=values["title"]
        )
        self.requested.emit(command, True)

    def _write(self, need: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._run(EditNeed(need=need, changes=changes, is_typing=is_typing))

    # The form

    def _chosen_rows(self) -> list[NeedRow]:
        chosen = set(self.groups.ids())
        return [] if self._shown is None else [need for need in self._shown.needs if need.id in chosen]

    def _show_chosen(self, *_chosen: object) -> None:
        rows = self._chosen_rows()
        shown = self._shown
        if len(rows) != 1 or shown is None:
            self.side.show_nothing()
            return
        around = (shown.words, shown.towns, shown.goals, shown.projects)
        if self.form is None or around != self._surroundings:
            # What can be chosen has changed, so the fields are made anew.
            self.finish()
            self._surroundings = around
            if self.form is not None and self.form.isAncestorOf(self.window().focusWidget()):
                # What has the keys goes with the form it is in; they stay with the need.
                self.groups.panel(rows[0].word).view.setFocus()
            self.form = NeedForm(self._write, shown)
            self.form.promoting.connect(self.promote)
            self.form.deleting.connect(self.delete)
            self.form.project_wanted.connect(self.project_wanted)
        self.form.show_need(rows[0])
        self.side.show_form(self.form)
