"""The frame that is painted first: the rail, and room for what comes. It imports nothing that takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.ui.shell.rail import Rail

if TYPE_CHECKING:
    from smartstad_desktop.ui.kit.notices import Notices
    from smartstad_desktop.ui.kit.services import Services
    from smartstad_desktop.ui.kit.targets import PageTarget

SMALLEST = (1024, 640)
USUAL = (1440, 900)
#: What the frame of the window system takes above the window; it is not known before the window is shown.
_TITLE_BAR = 40


class Frame(QWidget):
    """The window as its actions see it; ``MainWindow`` fills it."""

    #: The frame has been painted for the first time: heavy things may be loaded now.
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self.rail = Rail()
        self.area = QVBoxLayout()
        self.area.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self.area, 1)
        self.setWindowTitle("SMARTstad")
        self.setMinimumSize(*SMALLEST)
        self.resize(_first_size(self))
        self.setAcceptDrops(True)
        # Without this the first line of the rail would look chosen when the window opens.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the frame has been painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # After the event: the children have not been painted yet.
            QTimer.singleShot(0, self, self.painted.emit)

    def says(self) -> Notices:
        """Return the messages at the foot of the window."""
        raise NotImplementedError

    def services(self) -> Services | None:
        """Return the open file with the window's helpers, or None while none is open."""
        raise NotImplementedError

    def go_to(self, target: PageTarget) -> None:
        """Show what *target* asks for."""
        raise NotImplementedError

    def toggle_history(self) -> None:
        """Show the list of steps, or hide it."""
        raise NotImplementedError

    def show_search(self) -> None:
        """Open the command search over everything that is possible now."""
        raise NotImplementedError

    def show_shortcuts(self) -> None:
        """Show which keys do what."""
        raise NotImplementedError


def _first_size(window: QWidget) -> QSize:
    """Return the usual size, or less on a small screen: the foot of the rail must not end up below its edge."""
    room = window.screen().availableSize() - QSize(0, _TITLE_BAR)
    return QSize(*USUAL).boundedTo(room).expandedTo(QSize(*SMALLEST))
