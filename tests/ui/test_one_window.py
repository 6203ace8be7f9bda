"""Nothing but the window itself comes up while pages are made and shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.ui.kit.targets import PageId, PageTarget


class Watch(QObject):
    """Remembers what was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window that is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("page", list(PageId))
def test_a_page_brings_no_window_of_its_own(desk: Desk, qtbot: QtBot, qapp: QApplication, page: PageId) -> None:
    desk.open_demo()
    watch = Watch()
    qapp.installEventFilter(watch)
    try:
        desk.window.go_to(PageTarget(page))
        # What is read later also fills the page.
        qtbot.wait(30)
    finally:
        qapp.removeEventFilter(watch)
    assert watch.windows == []
