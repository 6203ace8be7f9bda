"""The window's start: the frame is painted first, then everything heavy is loaded."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartstad_desktop.text.phrases import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from smartstad_desktop.app.wiring import Desk

WARM_UP_MS: Final = 250


def run_window(path: Path | None = None) -> int:
    """Open the window, with the workspace at *path* if one is given, and stay until it is closed."""
    if not has_display():
        sys.stderr.write(_("There is no screen to open a window on. The other commands work without one.") + "\n")
        return 1
    from smartstad_desktop.app import start_speed  # noqa: PLC0415  nothing of Qt is loaded before

    start_speed.begin()
    application = make_application()
    desk = prepare(application, path)
    reports = _take_errors(desk)
    desk.window.show()
    code = application.exec()
    desk.close()
    reports()
    return code


def make_application() -> QApplication:
    """Return Qt's application in the style that the looks are made for."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  after the plain import is back

    # As an argument and not by setStyle(): that hands the style to Python, whose 800 constants take 30 ms to make.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("SMARTstad")
    application.setDesktopFileName("smartstad")
    return application


def prepare(application: QApplication, path: Path | None) -> Desk:
    """Return the desk with its window, which goes on with *path* as soon as it has been painted."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415  after the plain import is back

    from smartstad_desktop.app import folders, start_speed  # noqa: PLC0415  as above
    from smartstad_desktop.app.settings import Settings  # noqa: PLC0415  as above
    from smartstad_desktop.app.wiring import Desk  # noqa: PLC0415  as above
    from smartstad_desktop.ui.kit import typefaces  # noqa: PLC0415  as above

    typefaces.load_fonts()
    desk = Desk(Settings.load(folders.home() / "settings.json"))

    def go_on() -> None:
        # What was asked for comes first; the manners of fields and the icon of the window can wait for it.
        desk.start(path)
        _teach_manners(application)
        start_speed.end()
        # When the first page has been painted too; a click on another one waits for what is left of this.
        QTimer.singleShot(WARM_UP_MS, desk.window, desk.warm_up)

    desk.window.painted.connect(go_on)
    application.setQuitOnLastWindowClosed(True)
    return desk


def _teach_manners(application: QApplication) -> None:
    """Give the program its icon, and its fields our words and our undo."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  not needed for the first painting

    from smartstad_desktop import places  # noqa: PLC0415  as above
    from smartstad_desktop.ui.kit.qt_words import QtWords  # noqa: PLC0415  as above
    from smartstad_desktop.ui.shell.field_undo import FieldUndo  # noqa: PLC0415  as above

    application.setWindowIcon(QIcon(str(places.resources() / "icons" / "smartstad.svg")))
    QtWords.install()
    FieldUndo(application)


def has_display() -> bool:
    """Return whether Qt can open a window here; without one it would abort the process."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _take_errors(desk: Desk) -> Callable[[], None]:
    """Let unexpected errors be reported and told calmly; the result ends that."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415  as above

    from smartstad_desktop.app import folders  # noqa: PLC0415  as above
    from smartstad_desktop.app.crash import CrashReports  # noqa: PLC0415  as above

    def tell(report: Path | None) -> None:
        where = f" {_('A report lies in {path}.', path=report)}" if report is not None else ""
        text = _("Something went wrong that should not have. What you have done is saved; go on working.") + where
        # Later and in the window's thread: the error may come from another one, or from the middle of painting.
        QTimer.singleShot(0, desk.window, lambda: desk.window.notices.warn(text))

    reports = CrashReports(folders.reports())
    reports.tell = tell
    reports.install()
    if reports.earlier is not None:
        desk.window.painted.connect(partial(tell_of_fault, desk, reports.earlier))
    return reports.uninstall


def tell_of_fault(desk: Desk, report: Path) -> None:
    """Say at the next start what the last one could not say, and offer what Python noted down."""
    from PySide6.QtCore import QTimer, QUrl  # noqa: PLC0415  as above
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415  as above

    from smartstad_desktop.ui.kit.notices import Offer, Tone  # noqa: PLC0415  as above

    text = _("SMARTstad ended by itself last time. What you had done is saved. A report lies in {path}.", path=report)

    def show() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))

    offer = Offer(_("Show the report"), show)
    # After the file has been opened, whose own messages would take the place of this one.
    QTimer.singleShot(0, desk.window, lambda: desk.window.notices.say(text, tone=Tone.ATTENTION, offer=offer))
