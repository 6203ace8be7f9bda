"""A board with its head and foot, at the desk or on the wall: what the user does comes out as commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.ui.board.clock import Countdown
from smartstad_desktop.ui.board.foot import FootBar
from smartstad_desktop.ui.board.header import BoardHeader
from smartstad_desktop.ui.cards.card_board import CardBoard
from smartstad_desktop.ui.cards.rows import Filter
from smartstad_desktop.ui.cards.sizes import Sizes


class Surface(QWidget):
    """Shows one board. Nothing moves before it has been read again."""

    #: A command.
    requested = Signal(object)
    #: Carries a project to look at.
    opened = Signal(int)
    undo_wanted = Signal()

    def __init__(self, sizes: Sizes, countdown: Countdown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_tray_shown = True
        self.header = BoardHeader(sizes, countdown)
        self.cards = CardBoard(sizes, over=self)
        self.area, self.list, self.hand = self.cards.area, self.cards.list, self.cards.hand
        self.foot = FootBar(sizes)
        self._arrange(sizes)
        self._connect()

    def _arrange(self, sizes: Sizes) -> None:
        px = sizes.px
        middle = QVBoxLayout()
        middle.setContentsMargins(px(26), px(16), px(26), px(16))
        middle.addWidget(self.cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.header.requested.connect(self.requested)
        self.header.filtered.connect(self._refilter)
        self.cards.requested.connect(self.requested)
        self.cards.opened.connect(self.opened)
        self.foot.list_wanted.connect(self.show_list)
        self.foot.tray_wanted.connect(self.show_tray)
        self.foot.undo_wanted.connect(self.undo_wanted)

    # What the page asks.

    @property
    def shown(self) -> BoardCards | None:
        """Return the board as it is shown."""
        return self.cards.shown

    @property
    def is_list(self) -> bool:
        """Return whether the list is open instead of the columns."""
        return self.cards.is_list

    @property
    def is_read_only(self) -> bool:
        """Return whether nothing may be moved."""
        return self.cards.is_read_only

    def show_board(self, shown: BoardCards, *, is_read_only: bool = False) -> None:
        """Show the board as it is now; only what differs is told to the views."""
        self.header.show_board(shown.board, is_read_only=is_read_only)
        self.cards.show_board(shown, is_read_only=is_read_only)
        self._show_foot()

    def chosen(self) -> tuple[ProjectId, ...]:
        """Return the chosen projects, as they lie on the board."""
        return self.cards.chosen()

    def show_list(self, is_list: bool) -> None:  # noqa: FBT001  a signal carries it
        """Show the list, or the columns; what is chosen stays chosen."""
        self.cards.show_list(is_list=is_list)
        self._show_foot()

    def show_tray(self, is_shown: bool) -> None:  # noqa: FBT001  a signal carries it
        """Show what is not placed beside the columns, or only the columns."""
        self._is_tray_shown = is_shown
        self.area.tray.setVisible(is_shown)
        self._show_foot()

    def zoom(self, steps: int) -> None:
        """Show the cards larger or smaller; no steps is the normal size."""
        self.cards.zoom(steps)

    def set_words(self, text: str) -> None:
        """Filter the cards by *text*."""
        self.header.field.setText(text)

    def _refilter(self) -> None:
        self.cards.set_words(Filter(self.header.field.text()))

    def _show_foot(self) -> None:
        unplaced = 0 if self.shown is None else len(self.shown.tray)
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
