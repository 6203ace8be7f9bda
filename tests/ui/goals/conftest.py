"""The page of the target vision on a real file, with a small tree of goals."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.goals.goal_tree import Spot
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals.goals import goals
from smartstad_desktop.ui.goals.page import GoalsPage
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.goals.goals import AddGoal
from smartstad_desktop.usecases.workspace import Workspace


@dataclass
class Shown:
    """The page, its file and the goals by name."""

    page: GoalsPage
    workspace: Workspace
    ids: dict[str, GoalId]

    @property
    def tree(self) -> str:
        """Return the tree as it is in the file."""
        rows = self.workspace.read(goals).goals
        return " ".join(f"{'.' * (row.depth - 1)}{row.name.sv}" for row in rows)

    @property
    def listed(self) -> str:
        """Return the tree as it is shown."""
        rows = self.page.goals_view.list.rows.rows
        return " ".join(f"{'.' * (row.depth - 1)}{row.name.sv}" for row in rows)

    def middle(self, name: str) -> QPoint:
        """Return the middle of a line."""
        view = self.page.goals_view.list
        return view.visualRect(view.rows.index_of(self.ids[name])).center()

    def choose(self, name: str) -> None:
        """Choose a goal."""
        self.page.goals_view.list.choose(self.ids[name])


@pytest.fixture
def shown(workspace: Workspace, services: Services, qtbot: QtBot) -> Shown:
    """The page with the goals a (with b beneath), c and d."""
    ids: dict[str, GoalId] = {}
    for name, parent in (("a", None), ("b", "a"), ("c", None), ("d", None)):
        spot = Spot(ids[parent] if parent else None)
        ids[name] = workspace.run(AddGoal(fields={"name_sv": name}, spot=spot)).value
    page = GoalsPage(services)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return Shown(page, workspace, ids)
