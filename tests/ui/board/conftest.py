"""A board page with a real workspace behind it, and what was asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.ui.board.page import BoardPage
from smartstad_desktop.ui.board.surface import Surface
from smartstad_desktop.ui.cards.column_panel import ColumnPanel
from smartstad_desktop.ui.cards.column_view import ColumnView
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.boards import BoardUnderTest, make_board, the_board
from tests.support.made_once import MadeOnce
from tests.ui.conftest import HeardNotices


@dataclass
class Shown:
    """The page, its board, and the commands that were asked for."""

    page: BoardPage
    board: BoardUnderTest
    notices: HeardNotices
    asked: list[object] = field(default_factory=list)

    @property
    def surface(self) -> Surface:
        return self.page.surface

    def view(self, column: int) -> ColumnView:
        """Return the view of a column; 0 is the tray."""
        return self.surface.area.views[column]

    def panel(self, column: int) -> ColumnPanel:
        """Return a column with its head, from 1."""
        found = self.surface.area.panels[column]
        assert isinstance(found, ColumnPanel)
        return found

    def middle(self, column: int, row: int) -> QPoint:
        """Return the middle of a card in its viewport."""
        return self.view(column).layout_of_cards.card_rect(row).center()

    def above(self, column: int, row: int) -> QPoint:
        """Return a point over the upper half of a card: what is dropped there goes before it."""
        card = self.view(column).layout_of_cards.card_rect(row)
        return QPoint(card.center().x(), card.top() + 4)

    def bottom(self, column: int) -> QPoint:
        """Return a point beneath all cards of a column."""
        port = self.view(column).viewport()
        return QPoint(port.width() // 2, port.height() - 8)

    def choose(self, *projects: ProjectId) -> None:
        """Choose cards; the keyboard goes to the first."""
        self.surface.area.choose(projects, projects[0])


@pytest.fixture
def workspace(tmp_path: Path, made_once: MadeOnce, surroundings: Surroundings) -> Iterator[Workspace]:
    """The small programme with a board."""
    path = made_once.copy("board.smartstad", make_board, tmp_path)
    with Workspace.open(path, replace(surroundings, backups=None)) as opened:
        yield opened


@pytest.fixture
def shown(
    workspace: Workspace,
    services: Services,
    notices: HeardNotices,
    qtbot: QtBot,
    checked: Callable[[QAbstractItemModel], None],
) -> Iterator[Shown]:
    """Two cards in the tray, three in Nu, two in Härnäst, none in Senare; every model is watched by Qt's judge."""
    board = the_board(workspace)
    page = BoardPage(services)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.surface.area.set_motion(duration_ms=0)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    made = Shown(page, board, notices)
    for view in page.surface.area.views:
        checked(view.rows_model)
    checked(page.surface.list.rows_model)
    page.surface.requested.connect(made.asked.append)
    yield made
    page.surface.hand.dragging.cancel()
    if page.wall is not None:
        page.wall.close()
