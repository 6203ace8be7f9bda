"""The window's start: the frame is painted first, then everything heavy is loaded."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from smartstad_desktop.app import start_speed  # isort: skip  before PySide6 comes in

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from smartstad_desktop import places
from smartstad_desktop.app import folders
from smartstad_desktop.app.crash import CrashReports
from smartstad_desktop.app.settings import Settings
from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import typefaces

if TYPE_CHECKING:
    from collections.abc import Callable


def run_window(path: Path | None = None) -> int:
    """Open the window, with the workspace at *path* if one is given, and stay until it is closed."""
    if not has_display():
        sys.stderr.write(_("There is no screen to open a window on. The other commands work without one.") + "\n")
        return 1
    application = QApplication(sys.argv[:1])
    application.setApplicationName("SMARTstad")
    application.setDesktopFileName("smartstad")
    reports = CrashReports(folders.reports())
    reports.install()
    desk = prepare(application, path)
    reports.tell = _calm_message(desk)
    desk.window.show()
    code = application.exec()
    desk.close()
    reports.uninstall()
    return code


def prepare(application: QApplication, path: Path | None) -> Desk:
    """Return the desk with its window, which goes on with *path* as soon as it has been painted."""
    start_speed.begin()
    typefaces.load_fonts()
    application.setWindowIcon(QIcon(str(places.resources() / "icons" / "smartstad.svg")))
    desk = Desk(Settings.load(folders.home() / "settings.json"))
    desk.window.painted.connect(lambda: _go_on(desk, path))
    return desk


def _go_on(desk: Desk, path: Path | None) -> None:
    desk.start(path)
    start_speed.end()


def has_display() -> bool:
    """Return whether Qt can open a window here; without one it would abort the process."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _calm_message(desk: Desk) -> Callable[[Path | None], None]:
    def tell(report: Path | None) -> None:
        where = f" {_('A report lies in {path}.', path=report)}" if report is not None else ""
        text = _("Something went wrong that should not have. What you have done is saved; go on working.") + where
        desk.window.notices.warn(text)

    return tell
