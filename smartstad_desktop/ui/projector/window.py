"""The window on the projector: where it stands, and what the console lets the room see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPixmap, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.workshop.audience import Scene
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.projector.sheet import Sheet, utc_now

#: So long a window manager may need to hand the keyboard over.
_HANDOVER_MS: Final = 150


class ProjectorWindow(QWidget):
    """Shows scenes (``reads.audience.scene``) to the room; frozen, it keeps the one it has.

    With one screen only it covers the console while it is shown, and Esc brings the console back.
    """

    #: The show has ended: the window was closed, or its screen went away and it could not be seen any more.
    ended = Signal()
    #: What the room sees has changed.
    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_("SMARTstad on the projector"))
        self.sheet = Sheet(now=now)
        self._latest: Scene | None = None
        self.is_frozen = False
        self._gives_back = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)
            application.screenAdded.connect(self._screen_came)

    def show_beside(self, console: QWidget) -> None:
        """Fill another screen than the console's, or this one when there is no other."""
        screen = other_screen(console)
        self._fill(screen if screen is not None else console.screen())
        # On a screen of its own it leaves the keyboard at the console, where somebody may be writing.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, screen is not None)
        self._gives_back = screen is not None
        self.showFullScreen()
        if screen is None:
            self.activateWindow()

    def show_scene(self, scene: Scene | None) -> None:
        """Show what the room may see now; while the window is frozen, later."""
        self._latest = scene
        if not self.is_frozen:
            self.sheet.show_scene(scene)
            self.changed.emit()

    def freeze(self, is_frozen: bool) -> None:  # noqa: FBT001  a switch carries it
        """Keep what is shown, or catch up."""
        self.is_frozen = is_frozen
        if not is_frozen:
            self.show_scene(self._latest)

    def blank(self, is_blank: bool) -> None:  # noqa: FBT001  a switch carries it
        """Show nothing at all, or the scene again."""
        self.sheet.is_blank = is_blank
        self._repaint()

    def spotlight(self, number: int | None) -> None:
        """Lift one item out by its number, or none."""
        self.sheet.spotlight = number
        self._repaint()

    def enlarge(self, is_large: bool) -> None:  # noqa: FBT001  a switch carries it
        """Write larger, or as usual."""
        self.sheet.is_large = is_large
        self._repaint()

    def show_big_clock(self, is_on: bool) -> None:  # noqa: FBT001  a switch carries it
        """Fill the wall with the clock, or show the scene again."""
        self.sheet.has_big_clock = is_on
        self._repaint()

    def speak_two_languages(self, is_on: bool) -> None:  # noqa: FBT001  a switch carries it
        """Say everything in the session's second language too, or only in the first."""
        self.sheet.has_two_languages = is_on
        self._repaint()

    def picture(self, size: QSize) -> QPixmap:
        """Return what the room sees as a picture of *size*."""
        return self.sheet.picture(size)

    def _repaint(self) -> None:
        self.sheet.update()
        self.changed.emit()

    def _fill(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def _screen_gone(self, screen: QScreen) -> None:
        """End the show when its screen is unplugged: nothing may land on top of the console by itself."""
        if self.isVisible() and self.screen() is screen:
            self.close()

    def _screen_came(self, screen: QScreen) -> None:
        """Move to a projector that is plugged in while the window covers the console."""
        parent = self.parentWidget()
        if self.isVisible() and parent is not None and self.screen() is parent.screen() is not screen:
            self._fill(screen)
            self.showFullScreen()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Give the keyboard back when the window manager hands it over although nobody has clicked here."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        parent = self.parentWidget()
        if self._gives_back and parent is not None and self.isActiveWindow():
            self._gives_back = False
            # Not at once: a window manager is deaf while it is still handing over.
            QTimer.singleShot(_HANDOVER_MS, parent, parent.activateWindow)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the show with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the show has ended."""
        super().closeEvent(event)
        self.ended.emit()


def other_screen(console: QWidget) -> QScreen | None:
    """Return a screen that the console is not on, or None when there is only one."""
    here = console.screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not here), None)
