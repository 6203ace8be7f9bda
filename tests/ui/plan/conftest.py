"""The plan page on a real file, with a plan of four measures."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.plan.page import PlanPage
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import plans
from tests.support.plan_pages import Shown


@pytest.fixture
def shown(workspace: Workspace, services: Services, qtbot: QtBot) -> Shown:
    """The page with the measures a, b, c and d."""
    plan, measures = plans.a_plan(workspace, "a", "b", "c", "d")
    page = PlanPage(services)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.show_tab("measures")
    page.activateWindow()
    return Shown(page, workspace, plan, measures)
