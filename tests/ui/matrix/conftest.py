"""The goal matrix, shown, over a real workspace with six projects and four goals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.goals.goal_matrix import CellValue
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.reads.goals import goal_matrix as reads
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.matrix.page import MatrixPage
from smartstad_desktop.usecases.goals.goal_matrix import SetContributions
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.many import AddGoals

TITLES = ("Ånglok", "Badvatten", "Cykelstråk", "Dagvatten", "Energidata", "Färdtjänst")
#: The answers of the projects 1–6 to the goals 1–4; None is not answered.
ANSWERS = ((3, 3, 3, 0), (2, 2, 2, 0), (1, 1, 1, 0), (0, 0, -1, 0), (None, None, 3, None), (None, None, None, None))


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """Six invented projects over three municipalities, with answers."""
    workspace.run(AddGoals())
    for number, title in enumerate(TITLES):
        fields = {
            "title": title,
            "municipality_id": number % 3 + 1,
            "status": Status.PILOT,
            "themes": (number % 2 + 1,),
        }
        workspace.run(AddProject(fields=fields))
    cells = tuple(
        CellValue(row, goal, value)
        for row, answers in enumerate(ANSWERS, start=1)
        for goal, value in enumerate(answers, start=1)
    )
    workspace.run(SetContributions(cells=cells))
    return workspace


@pytest.fixture
def page(services: Services, filled: Workspace, qtbot: QtBot) -> Iterator[MatrixPage]:
    """The page at the size it has in a window of 1440 by 900."""
    made = MatrixPage(services)
    made.resize(1224, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.grid.view.setFocus()
    made.grid.view.choose(1, 0)
    yield made
    made.leave()
    made.hide()
    made.deleteLater()


def answers_of(workspace: Workspace, scale: Scale = Scale.CONTRIBUTION) -> dict[tuple[int, int], int]:
    """Return what the file holds: a value per row and column."""
    return {(cell.row, cell.column): cell.value for cell in workspace.read(reads.cells, scale)}
