"""The inventory page, shown, over a real workspace."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.many import AddGoals

PROJECTS = (
    ("Ånglok på räls", 1, Status.PILOT, (1,), 2_100_000),
    ("Öppna data om badvatten", 2, Status.PLANNED, (2,), 180_000),
    ("Över ån", 2, Status.OPERATION, (), None),
    ("Adaptiv belysning", 3, Status.PAUSED, (1, 2), 760_000),
    ("Zebra vid skolan", 3, Status.IDEA, (), 90_000),
)


@pytest.fixture
def projects(workspace: Workspace) -> dict[str, ProjectId]:
    """Five invented projects by name."""
    workspace.run(AddGoals())
    made: dict[str, ProjectId] = {}
    for title, municipality, status, themes, budget in PROJECTS:
        fields = {
            "title": title,
            "municipality_id": municipality,
            "status": status,
            "themes": themes,
            "budget_total": budget,
            "what": f"Ett påhittat projekt om {title.split()[-1]}.",
        }
        made[title] = workspace.run(AddProject(fields=fields)).value
    return made


@pytest.fixture
def page(services: Services, projects: dict[str, ProjectId], qtbot: QtBot) -> Iterator[InventoryPage]:
    """The page at 1440 by 900 with five projects."""
    made = InventoryPage(services)
    made.resize(1224, 900)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.leave()
    made.hide()
    made.deleteLater()
