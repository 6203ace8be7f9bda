"""The window on the projector: where it stands, and what the console lets the room see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QPixmap, QScreen, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.workshop.audience import Scene
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.projector.sheet import Sheet, Showing, utc_now

#: So long a window manager may need to hand the keyboard over.
_HANDOVER_MS: Final = 150
#: What can be asked of the console by key while the wall lies over it; the same keys as in the menu of the window.
KEYS: Final = {
    "next": "Ctrl+PgDown",
    "back": "Ctrl+PgUp",
    "clock": "Ctrl+T",
    "freeze": "Ctrl+Shift+F",
    "blank": "Ctrl+Shift+B",
    "wall": "F5",
}


class ProjectorWindow(QWidget):
    """Shows scenes (``reads.audience.scene``) to the room; frozen, it keeps the picture it has.

    It is a window of its own, which is not minimised with the console's, but it lives only as long as the console.
    With one screen only it covers the console while it is shown, and Esc brings the console back.
    """

    #: The show has ended: the window was closed, or its screen went away and it could not be seen any more.
    ended = Signal()
    #: What the room sees has changed, or what waits to be seen.
    changed = Signal()
    #: A key asks for something at the console; carries one of ``KEYS``.
    asked = Signal(str)

    def __init__(self, console: QWidget | None = None, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.sheet = Sheet(now=now)
        self._console: QWidget | None = None
        self.wanted = Showing()
        self.is_frozen = False
        self._gives_back = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        for deed, keys in KEYS.items():
            # The keys of the console's own window do not reach one that lies over it.
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.asked.emit, deed))
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)
            application.screenAdded.connect(self._screen_came)
        self.serve(console)

    def serve(self, console: QWidget | None) -> None:
        """Belong to *console*, and go when it goes; it may take the place of another one while the room looks on."""
        if self._console is not None:
            self._console.destroyed.disconnect(self.deleteLater)
        self._console = console
        if console is not None:
            console.destroyed.connect(self.deleteLater)
        self.setWindowTitle(_("SMARTstad on the projector"))
        self.sheet.present(self.sheet.shown)

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
        """Show what the room may see now."""
        self._want(scene=scene)

    def spotlight(self, number: int | None) -> None:
        """Lift one item out by its number, or none."""
        self._want(spotlight=number)

    def enlarge(self, is_large: bool) -> None:  # noqa: FBT001  a switch carries it
        """Write larger, or as usual."""
        self._want(is_large=is_large)

    def show_big_clock(self, is_on: bool) -> None:  # noqa: FBT001  a switch carries it
        """Fill the wall with the clock, or show the scene again."""
        self._want(has_big_clock=is_on)

    def speak_two_languages(self, is_on: bool) -> None:  # noqa: FBT001  a switch carries it
        """Say everything in the session's second language too, or only in the first."""
        self._want(has_two_languages=is_on)

    def _want(self, **changes: Any) -> None:
        """Show it now; while the picture is frozen, when it is not any more."""
        self.wanted = replace(self.wanted, **changes)
        if not self.is_frozen:
            self.sheet.present(self.wanted)
        self.changed.emit()

    @property
    def waiting(self) -> frozenset[str]:
        """Return what waits until the picture is not frozen any more, as names of ``Showing``."""
        shown = self.sheet.shown
        return frozenset(
            each.name for each in fields(Showing) if getattr(shown, each.name) != getattr(self.wanted, each.name)
        )

    def freeze(self, is_frozen: bool) -> None:  # noqa: FBT001  a switch carries it
        """Keep the picture as it is, with its clock; or show all that has waited."""
        self.is_frozen = is_frozen
        self.sheet.hold(is_held=is_frozen)
        self._want()

    def blank(self, is_blank: bool) -> None:  # noqa: FBT001  a switch carries it
        """Show nothing at all, or what was shown before; also while the picture is frozen."""
        self.sheet.is_blank = is_blank
        self.sheet.update()
        self.changed.emit()

    def picture(self, size: QSize) -> QPixmap:
        """Return what the room sees as a picture of *size*."""
        return self.sheet.picture(size)

    def _fill(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def _screen_gone(self, screen: QScreen) -> None:
        """End the show when its screen is unplugged: nothing may land on top of the console by itself."""
        if self.isVisible() and self.screen() is screen:
            self.close()

    def _screen_came(self, screen: QScreen) -> None:
        """Move to a projector that is plugged in while the window covers the console."""
        console = self._console
        if self.isVisible() and console is not None and self.screen() is console.screen() is not screen:
            self._fill(screen)
            self.showFullScreen()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Give the keyboard back when the window manager hands it over although nobody has clicked here."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        console = self._console
        if self._gives_back and console is not None and self.isActiveWindow():
            self._gives_back = False
            # Not at once: a window manager is deaf while it is still handing over.
            QTimer.singleShot(_HANDOVER_MS, console, console.activateWindow)

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
