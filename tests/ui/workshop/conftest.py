"""What tests of the page of workshops share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.page import WorkshopPage


@pytest.fixture
def shown(qtbot: QtBot, services: Services) -> Iterator[Callable[[], WorkshopPage]]:
    """Show the page at the size of a laptop, with the rail beside it."""
    made: list[WorkshopPage] = []

    def show() -> WorkshopPage:
        page = WorkshopPage(services)
        made.append(page)
        qtbot.addWidget(page)
        page.resize(1224, 900)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return page

    yield show
    for page in made:
        page.hide()
