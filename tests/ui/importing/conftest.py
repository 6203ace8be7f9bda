"""The importing page by itself."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.kit.services import Services


@pytest.fixture
def page(services: Services, qtbot: QtBot) -> ImportingPage:
    shown = ImportingPage(services)
    qtbot.addWidget(shown)
    shown.resize(1224, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown
