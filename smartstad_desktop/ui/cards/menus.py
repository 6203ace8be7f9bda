"""The menus on a board: for chosen cards, and for a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.values import ColumnId, ProjectId
from smartstad_desktop.reads.board import BoardCards, ColumnCards
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cards.moves import Moves
from smartstad_desktop.ui.cards.rows import tray_name
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.usecases.board import DeleteColumn, EditColumn, MoveColumn
from smartstad_desktop.usecases.placing import RemoveFromBoard

Act = Callable[[], object]
Ask = Callable[[object], object]


def entry(menu: QMenu, text: str, act: Act, *, icon: str = "", keys: str = "", is_on: bool = True) -> QAction:
    """Add a line to *menu* and return it; *keys* are shown beside it, they work elsewhere."""
    action = QAction(text, menu)
    if icon:
        action.setIcon(icons.icon(icon))
    if keys:
        action.setText(f"{text}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
    action.setEnabled(is_on)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
    return action


def popup(menu: QMenu, at: QPoint) -> None:
    """Open *menu* and throw it away when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def add_moves(menu: QMenu, shown: BoardCards, moves: Moves, projects: Sequence[ProjectId], ask: Ask) -> None:
    """Add a line for every column that *projects* can be moved to, with the figure key that does the same."""
    for number, column in enumerate(shown.columns, start=1):
        keys = str(number) if number <= 9 else ""  # noqa: PLR2004  the figure keys
        command = moves.send(projects, column.id)
        text = " ".join(part for part in (column.name, column.years) if part).replace("&", "&&")
        entry(menu, text, partial(ask, command), keys=keys, is_on=command is not None)
    command = moves.send(projects, None)
    entry(menu, tray_name(), partial(ask, command), icon="inbox", keys="0", is_on=command is not None)


def card_menu(menu: QMenu, shown: BoardCards, moves: Moves, projects: Sequence[ProjectId], ask: Ask) -> None:
    """Fill the *menu* for *projects*: every move that dragging can do, without dragging."""
    targets = menu.addMenu(icons.icon("move"), _("Move to"))
    add_moves(targets, shown, moves, projects, ask)
    column = moves.column_of(projects[0])
    top, bottom = moves.send(projects, column, to_top=True), moves.send(projects, column)
    entry(menu, _("To the top of the column"), partial(ask, top), icon="arrow-up", is_on=top is not None)
    entry(menu, _("To the bottom of the column"), partial(ask, bottom), icon="arrow-down", is_on=bottom is not None)
    menu.addSeparator()
    take_off = RemoveFromBoard(board=shown.board.id, projects=tuple(projects))
    entry(menu, _("Take off the board"), partial(ask, take_off), icon="x")


def column_menu(parent: QWidget, shown: BoardCards, column: ColumnCards, ask: Ask, add: Act) -> QMenu:
    """Return the menu for *column*."""
    menu = QMenu(parent)
    ids: list[ColumnId] = [each.id for each in shown.columns]
    at = ids.index(column.id)
    left = MoveColumn(column=column.id, before=ids[at - 1]) if at else None
    after = ids[at + 2] if at + 2 < len(ids) else None
    right = MoveColumn(column=column.id, before=after) if at + 1 < len(ids) else None
    entry(menu, _("Move left"), partial(ask, left), icon="arrow-left", is_on=left is not None)
    entry(menu, _("Move right"), partial(ask, right), icon="arrow-right", is_on=right is not None)
    menu.addSeparator()
    for meaning in Meaning:
        command = EditColumn(column=column.id, meaning=meaning)
        action = entry(menu, label(meaning), partial(ask, command))
        action.setCheckable(True)
        action.setChecked(column.meaning is meaning)
    menu.addSeparator()
    entry(menu, _("Add a column to the right"), add, icon="plus")
    delete = DeleteColumn(column=column.id)
    entry(menu, _("Delete the column"), partial(ask, delete), icon="trash-2", is_on=len(ids) > 1)
    return menu
