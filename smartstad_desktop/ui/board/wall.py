"""The board on the wall: a window of its own, full screen on the projector, that knows only what everybody may see."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.board.clock import Countdown
from smartstad_desktop.ui.board.surface import Surface
from smartstad_desktop.ui.cards.sizes import Sizes


class WallWindow(QWidget):
    """Shows a board to the room. It is given masked boards (``reads.board.for_the_audience``) and nothing else."""

    #: The show has ended.
    ended = Signal()
    redo_wanted = Signal()

    def __init__(self, screen: QScreen, countdown: Countdown, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_("SMARTstad on the projector"))
        self.surface = Surface(Sizes.on_the_wall(screen.geometry().height()), countdown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.surface)
        self.surface.foot.wall_wanted.connect(self.close)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.surface.undo_wanted.emit),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.redo_wanted.emit),
        ):
            QShortcut(keys, self).activated.connect(act)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def show_board(self, shown: BoardCards, *, is_read_only: bool) -> None:
        """Show a masked board."""
        self.surface.show_board(shown, is_read_only=is_read_only)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the show has ended."""
        self.surface.hand.dragging.cancel()
        super().closeEvent(event)
        self.ended.emit()


def projector_screen(beside: QWidget) -> QScreen:
    """Return the screen to show on: another one than that of *beside* when there is one."""
    here = beside.screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not here), here)
