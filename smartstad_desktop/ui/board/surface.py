"""A board with its head and foot, at the desk or on the wall: views and hand are joined here, and ask for commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.ui.board.clock import Countdown
from smartstad_desktop.ui.board.columns_area import ColumnsArea
from smartstad_desktop.ui.board.foot import FootBar
from smartstad_desktop.ui.board.hand import Hand
from smartstad_desktop.ui.board.header import BoardHeader
from smartstad_desktop.ui.board.list_view import BoardList
from smartstad_desktop.ui.board.moves import Moves
from smartstad_desktop.ui.board.rows import Filter
from smartstad_desktop.ui.board.sizes import Sizes


class Surface(QWidget):
    """Shows one board. What the user does comes out as commands; nothing moves before it has been read again."""

    #: A command.
    requested = Signal(object)
    #: Carries a column to add another one after.
    column_wanted = Signal(object)
    #: Carries a project to look at.
    opened = Signal(int)
    undo_wanted = Signal()

    def __init__(self, sizes: Sizes, countdown: Countdown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes = sizes
        self._shown: BoardCards | None = None
        self._is_tray_shown = True
        self.is_read_only = False
        self.header = BoardHeader(sizes, countdown)
        self.area = ColumnsArea(sizes)
        self.list = BoardList(sizes)
        self.foot = FootBar(sizes)
        self.hand = Hand(self, self.area)
        self.views = QStackedWidget()
        self.views.addWidget(self.area)
        self.views.addWidget(self.list)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        px = self.sizes.px
        middle = QVBoxLayout()
        middle.setContentsMargins(px(26), px(16), px(26), px(16))
        middle.addWidget(self.views)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.header.requested.connect(self.requested)
        self.header.filtered.connect(self._refilter)
        self.area.filtered.connect(self._refilter)
        self.area.requested.connect(self.requested)
        self.area.handle_clicked.connect(self.hand.take_up)
        self.hand.requested.connect(self.requested)
        self.foot.list_wanted.connect(self.show_list)
        self.foot.tray_wanted.connect(self.show_tray)
        self.foot.undo_wanted.connect(self.undo_wanted)

    # What the page asks.

    @property
    def shown(self) -> BoardCards | None:
        """Return the board as it is shown."""
        return self._shown

    @property
    def is_list(self) -> bool:
        """Return whether the list is open instead of the columns."""
        return self.views.currentWidget() is self.list

    def show_board(self, shown: BoardCards, *, is_read_only: bool = False) -> None:
        """Show the board as it is now; only what differs is told to the views."""
        self._shown, self.is_read_only = shown, is_read_only
        self.hand.is_locked = is_read_only
        self.header.show_board(shown.board, is_read_only=is_read_only)
        words = self._words()
        self.area.show_board(shown, words, is_read_only=is_read_only)
        if self.is_list:
            self.list.show_board(shown, words)
        self.hand.set_moves(self.moves())
        self._show_foot()

    def chosen(self) -> tuple[ProjectId, ...]:
        """Return the chosen projects, as they lie on the board."""
        chosen = self.list.chosen() if self.is_list else self.area.chosen()
        return self.moves().in_board_order(chosen) if self._shown else ()

    def show_list(self, is_list: bool) -> None:  # noqa: FBT001  a signal carries it
        """Show the list, or the columns; what is chosen stays chosen."""
        chosen = self.chosen()
        self.views.setCurrentWidget(self.list if is_list else self.area)
        if self._shown is not None and is_list:
            self.list.show_board(self._shown, self._words())
            self.list.choose(chosen)
            self.list.setFocus()
        elif self._shown is not None:
            self.area.choose(chosen, chosen[0] if chosen else None)
        self._show_foot()

    def show_tray(self, is_shown: bool) -> None:  # noqa: FBT001  a signal carries it
        """Show what is not placed beside the columns, or only the columns."""
        self._is_tray_shown = is_shown
        self.area.tray.setVisible(is_shown)
        self._show_foot()

    def zoom(self, steps: int) -> None:
        """Show the cards larger or smaller; no steps is the normal size."""
        self.sizes = self.sizes.zoomed(self.sizes.next_zoom(steps))
        self.area.set_sizes(self.sizes)

    def set_words(self, text: str) -> None:
        """Filter the cards by *text*."""
        self.header.field.setText(text)

    def moves(self) -> Moves:
        """Return what moves are possible on the board as it is shown."""
        if self._shown is None:
            raise LookupError
        visible = set(self.list.projects if self.is_list else (p for view in self.area.views for p in view.projects))
        return Moves(self._shown, visible.__contains__)

    def _words(self) -> Filter:
        return Filter(self.header.field.text())

    def _refilter(self) -> None:
        if self._shown is not None:
            self.area.show_rows(self._shown, self._words())
            self.list.show_board(self._shown, self._words())

    def _show_foot(self) -> None:
        unplaced = 0 if self._shown is None else len(self._shown.tray)
        self.foot.show_state(is_list=self.is_list, is_tray_shown=self._is_tray_shown, unplaced=unplaced)

    def look_for_words(self) -> None:
        """Let the user write words to filter by; on the wall the field shows itself only then."""
        self.header.field.show()
        self.header.field.setFocus()
        self.header.field.selectAll()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the window, where some of them mean something else."""
        if event.type() is QEvent.Type.ShortcutOverride and _deed(cast("QKeyEvent", event)) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, find, or show on the wall."""
        deed = _deed(event)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed(self)


_CTRL_DEEDS: Final[dict[Qt.Key, Callable[[Surface], None]]] = {
    Qt.Key.Key_Plus: lambda surface: surface.zoom(1),
    Qt.Key.Key_Equal: lambda surface: surface.zoom(1),
    Qt.Key.Key_Minus: lambda surface: surface.zoom(-1),
    Qt.Key.Key_0: lambda surface: surface.zoom(0),
    Qt.Key.Key_F: Surface.look_for_words,
}


def _deed(event: QKeyEvent) -> Callable[[Surface], None] | None:
    """Return what a key asks of the surface, or None."""
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return _CTRL_DEEDS.get(key)
    return (lambda surface: surface.foot.wall_wanted.emit()) if key == Qt.Key.Key_F11 else None
