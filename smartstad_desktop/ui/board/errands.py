"""What is asked about boards and columns at the desk: menus and dialogs, each ending in a command."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.domain.values import BoardId, ColumnId
from smartstad_desktop.reads import board as reads
from smartstad_desktop.reads.board import BoardRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.board.dialogs import BoardDialog, ProjectsDialog, minutes_of
from smartstad_desktop.ui.board.surface import Surface
from smartstad_desktop.ui.cards import menus
from smartstad_desktop.ui.cards.column_dialog import ask_column
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.usecases import board as boards
from smartstad_desktop.usecases.placing import AddProjectsToBoard


class Errands(QObject):
    """Runs the small errands of a board page."""

    #: Carries the id of a board to show.
    board_wanted = Signal(int)
    #: Whether cards are to move visibly.
    motion_wanted = Signal(bool)

    def __init__(self, page: Page, surface: Surface) -> None:
        super().__init__(page)
        self._page, self._surface = page, surface
        self._has_motion = True
        surface.cards.column_wanted.connect(self.new_column)
        surface.header.boards_wanted.connect(self._boards_menu)
        surface.header.more_wanted.connect(self._more_menu)

    def new_board(self) -> None:
        """Ask what a new board is about, create it with the usual columns, and show it."""
        workspace = self._page.services.workspace
        waiting = workspace.read(reads.candidates, BoardId(0))
        dialog = BoardDialog(self._page, waiting=len(waiting))

        def create(values: dict[str, Any]) -> None:
            projects = tuple(row.project for row in waiting) if values.pop("all", False) else ()
            columns = boards.default_columns(current().language, workspace.now.astimezone().year)
            facts: dict[str, Any] = values | {"timer_minutes": minutes_of(values)}
            outcome = self._page.perform(boards.CreateBoard(columns=columns, projects=projects, **facts))
            if outcome is not None:
                self.board_wanted.emit(outcome.value)

        dialog.confirmed.connect(create)
        dialog.open()

    def edit_board(self) -> None:
        """Ask for the facts of the board that is shown."""
        shown = self._surface.shown
        if shown is None:
            return
        board = shown.board.id
        dialog = BoardDialog(self._page, shown.board)

        def edit(values: dict[str, Any]) -> None:
            facts: dict[str, Any] = values | {"timer_minutes": minutes_of(values)}
            self._page.perform(boards.EditBoard(board=board, **facts))

        dialog.confirmed.connect(edit)
        dialog.open()

    def new_column(self, after: ColumnId | None = None) -> None:
        """Ask what a new column is called; it stands after *after*, or last."""
        shown = self._surface.shown
        if shown is None:
            return
        ask_column(self._page, shown, after, self._page.perform)

    def add_projects(self) -> None:
        """Ask which projects to bring onto the board."""
        shown = self._surface.shown
        if shown is None:
            return
        board = shown.board.id
        dialog = ProjectsDialog(self._page, self._page.services.workspace.read(reads.candidates, board))

        def add(_values: object) -> None:
            self._page.perform(AddProjectsToBoard(board=board, projects=dialog.projects), offer_undo=True)

        dialog.confirmed.connect(add)
        dialog.open()

    def delete_board(self) -> None:
        """Delete the board that is shown; the notice offers to take that back."""
        if self._surface.shown is not None:
            self._page.perform(boards.DeleteBoard(board=self._surface.shown.board.id), offer_undo=True)

    def _boards_menu(self, at: QPoint) -> None:
        shown = self._surface.shown
        if shown is not None:
            rows = self._page.services.workspace.read(reads.boards)
            menus.popup(_boards_menu(self._page, rows, shown.board, self.board_wanted.emit, self.new_board), at)

    def _more_menu(self, at: QPoint) -> None:
        menu, surface = QMenu(self._page), self._surface
        can_write = not surface.is_read_only
        menus.entry(menu, _("Add projects…"), self.add_projects, icon="plus", is_on=can_write)
        menus.entry(menu, _("Add a column…"), self.new_column, icon="columns-3", is_on=can_write)
        menus.entry(menu, _("Name, question and minutes…"), self.edit_board, icon="pencil", is_on=can_write)
        menu.addSeparator()
        menus.entry(menu, _("Larger cards"), partial(surface.zoom, 1), icon="zoom-in", keys="Ctrl++")
        menus.entry(menu, _("Smaller cards"), partial(surface.zoom, -1), icon="zoom-out", keys="Ctrl+-")
        menus.entry(menu, _("Normal size"), partial(surface.zoom, 0), keys="Ctrl+0")
        motion = menus.entry(menu, _("Cards move visibly"), self._toggle_motion)
        motion.setCheckable(True)
        motion.setChecked(self._has_motion)
        menu.addSeparator()
        menus.entry(menu, _("New board…"), self.new_board, icon="presentation", is_on=can_write)
        menus.entry(menu, _("Delete the board"), self.delete_board, icon="trash-2", is_on=can_write)
        menus.popup(menu, at)

    def set_motion(self, *, is_on: bool) -> None:
        """Show whether cards move visibly."""
        self._has_motion = is_on

    def _toggle_motion(self) -> None:
        self._has_motion = not self._has_motion
        self.motion_wanted.emit(self._has_motion)


def _boards_menu(
    parent: QWidget, boards: Sequence[BoardRow], current: BoardRow, go: menus.Ask, new: menus.Act
) -> QMenu:
    """Return the menu that switches boards."""
    menu = QMenu(parent)
    for board in boards:
        text = _("{name} ({placed} of {total})", name=board.name, placed=board.placed, total=board.total)
        action = menus.entry(menu, text.replace("&", "&&"), partial(go, board.id))
        action.setCheckable(True)
        action.setChecked(board.id == current.id)
    menu.addSeparator()
    menus.entry(menu, _("New board…"), new, icon="plus")
    return menu
