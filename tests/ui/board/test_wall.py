"""The board on the projector: the same board, larger, and without what not everybody may know."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from smartstad_desktop.reads import board as reads
from smartstad_desktop.ui.board.surface import Surface
from smartstad_desktop.ui.board.wall import WallWindow
from smartstad_desktop.ui.cards.sizes import Sizes
from smartstad_desktop.usecases.placing import PlaceCards
from tests.reads.test_board import Conceal
from tests.support import pointer
from tests.ui.board.conftest import Shown


def test_the_wall_shows_the_same_board_and_hides_what_is_confidential(shown: Shown) -> None:
    shown.board.workspace.run(Conceal(project=shown.board.projects[2]))
    shown.surface.foot.wall.click()
    wall = shown.page.wall
    assert isinstance(wall, WallWindow)
    assert wall.isFullScreen()
    nu = wall.surface.area.views[1]
    assert nu.projects == shown.view(1).projects
    spoken = nu.rows_model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sekretess, plats 1 av 3 i Nu"
    everything = " ".join(
        str(model.index(row, column).data(role))
        for model in (*(view.rows_model for view in wall.surface.area.views),)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    )
    assert "Självkörande buss" not in everything
    wall.surface.foot.list.click()
    assert "Självkörande buss" not in " ".join(
        wall.surface.list.rows_model.texts(row)[2] for row in range(wall.surface.list.rows_model.rowCount())
    )
    assert "Självkörande buss till stationen" in str(shown.view(1).rows_model.index(0, 0).data())


def test_what_is_moved_on_the_wall_moves_at_the_desk_and_back(shown: Shown, qtbot: QtBot) -> None:
    shown.page.show_on_wall()
    wall = shown.page.wall
    assert wall is not None
    wall.surface.area.set_motion(duration_ms=0)
    wall.resize(1280, 800)
    nu, later = wall.surface.area.views[1], wall.surface.area.views[2]
    pointer.drag(
        nu.viewport(),
        nu.layout_of_cards.card_rect(0).center(),
        later.viewport(),
        later.layout_of_cards.card_rect(0).center() - QPoint(0, 20),
    )
    assert shown.view(2).projects[0] == shown.board.projects[2]
    step = shown.board.workspace.to_undo()
    assert step is not None
    assert step.parameters["title"] == "Självkörande buss till stationen"
    wall.activateWindow()
    qtbot.waitUntil(wall.isActiveWindow)
    QTest.keyClick(wall, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.view(1).projects[0] == shown.board.projects[2]
    assert nu.projects == shown.view(1).projects
    wall.surface.foot.wall.click()
    assert shown.page.wall is None


def test_a_hidden_page_still_keeps_the_wall_fresh(shown: Shown) -> None:
    shown.page.show_on_wall()
    assert shown.page.wall is not None
    shown.page.hide()
    shown.board.workspace.run(
        PlaceCards(board=shown.board.id, projects=shown.board.projects[:1], column=shown.board.columns[2])
    )
    assert shown.page.wall.surface.area.views[3].projects == (shown.board.projects[0],)


def test_nothing_on_the_wall_is_written_smaller_than_eight_metres_allow(shown: Shown) -> None:
    surface = Surface(Sizes.on_the_wall(1080), shown.page.countdown)
    shown_board = shown.surface.shown
    assert shown_board is not None
    surface.show_board(reads.for_the_audience(shown_board))
    labels = [label for label in surface.findChildren(QLabel) if label.text()]
    assert labels
    assert min(label.font().pixelSize() for label in labels) >= 16
    assert surface.area.cards.scale * 16 >= 22
    assert surface.foot.columns.font().pixelSize() >= 20
    surface.deleteLater()


def test_f11_shows_the_board_to_the_room_and_ends_it(shown: Shown, qtbot: QtBot) -> None:
    shown.view(1).setFocus()
    QTest.keyClick(shown.view(1), Qt.Key.Key_F11)
    wall = shown.page.wall
    assert wall is not None
    QTest.keyClick(wall.surface.area.views[1], Qt.Key.Key_F11)
    assert shown.page.wall is None
