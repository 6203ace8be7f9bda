"""Cards on the canvas: dragged, taken up and put down with two clicks, stepped by key; apart without lying."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.workshop.ballots.ballots_panel import BallotsPanel
from smartstad_desktop.ui.workshop.ballots.canvas_twin import CanvasTwin
from smartstad_desktop.ui.workshop.canvas.canvas_paint import CanvasCard, Density
from smartstad_desktop.ui.workshop.canvas.canvas_place import Scale, apart
from smartstad_desktop.ui.workshop.canvas.canvas_view import CanvasView
from smartstad_desktop.usecases.workshop.ballots import CastMarks
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer
from tests.support.rounds import PanelPage, Room, a_room

KEY = Qt.Key


@pytest.fixture
def canvas(workspace: Workspace, services: Services, qtbot: QtBot) -> Iterator[tuple[Room, CanvasTwin]]:
    """The canvas of the first who answers."""
    room = a_room(workspace, Method.IMPACT_EFFORT)
    page = PanelPage(services, room)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    assert isinstance(page.panel, BallotsPanel)
    page.panel.ways.chip("twin").click()
    assert isinstance(page.panel.twin, CanvasTwin)
    yield room, page.panel.twin
    page.panel.twin.hand.dragging.cancel()


@pytest.fixture
def look() -> Iterator[Callable[[float], object]]:
    """Make everything larger until the test is over."""
    yield lambda scale: theme.use(ThemeName.LIGHT, scale)
    theme.use(ThemeName.LIGHT)


def in_tray(twin: CanvasTwin, row: int) -> QPoint:
    """Return the middle of a card that waits."""
    return twin.tray.visualRect(twin.tray.cards.index(row, 0)).center() - QPoint(60, 0)


def at(twin: CanvasTwin, effort: float, benefit: float) -> QPoint:
    """Return where two values lie on the canvas."""
    return twin.canvas.scale.point(effort, benefit).toPoint()


def both(room: Room, column: int = 0) -> dict[int, tuple[float, float]]:
    """Return effort and benefit of each item on a ballot, by number."""
    numbers = {item.id: item.number for item in room.sheet.items}
    given_marks = room.said().get(room.sheet.casters[column].whose, {})
    found: dict[int, dict[str, float]] = {}
    for (item, axis, _other), value in given_marks.items():
        found.setdefault(numbers[item], {})[axis] = value
    return {number: (values["effort"], values["impact"]) for number, values in found.items()}


def test_a_card_dragged_onto_the_canvas_gets_both_values_in_one_step(canvas: tuple[Room, CanvasTwin]) -> None:
    room, twin = canvas
    steps = len(room.workspace.steps())
    pointer.drag(twin.tray.viewport(), in_tray(twin, 0), twin.canvas.viewport(), at(twin, 3, 8))

    assert both(room) == {1: (3, 8)}
    assert len(room.workspace.steps()) == steps + 1
    assert [card.number for card in twin.canvas.cards.rows] == [1]
    room.workspace.undo()
    assert both(room) == {}


def test_a_card_is_not_drawn_in_its_new_place_before_that_is_written(canvas: tuple[Room, CanvasTwin]) -> None:
    room, twin = canvas
    seen: list[dict[int, tuple[float, float]]] = []
    twin.canvas.cards.rowsInserted.connect(lambda: seen.append(both(room)))
    pointer.drag(twin.tray.viewport(), in_tray(twin, 1), twin.canvas.viewport(), at(twin, 6, 2))
    assert seen == [{2: (6, 2)}]


def test_escape_and_the_tray_take_nothing_with_them(canvas: tuple[Room, CanvasTwin], qtbot: QtBot) -> None:
    room, twin = canvas
    with qtbot.waitSignal(twin.hand.dragging.cancelled):
        pointer.begin_drag(twin.tray.viewport(), in_tray(twin, 0), twin.canvas.viewport(), at(twin, 3, 8))
        assert twin.canvas.aim == (3, 8)
        QTest.keyClick(twin.canvas, KEY.Key_Escape)
    pointer.let_go()
    assert both(room) == {}

    pointer.drag(twin.tray.viewport(), in_tray(twin, 0), twin.canvas.viewport(), at(twin, 3, 8))
    card = twin.canvas.box(0).center().toPoint()
    pointer.drag(twin.canvas.viewport(), card, twin.tray.viewport(), QPoint(40, 200))
    assert both(room) == {}, "back in the tray means no answer"


def test_two_clicks_and_arrow_keys_say_the_same_as_dragging(canvas: tuple[Room, CanvasTwin]) -> None:
    room, twin = canvas
    twin.tray.setFocus()
    twin.tray.setCurrentIndex(twin.tray.cards.index(0, 0))
    QTest.keyClick(twin.tray, KEY.Key_M)
    assert twin.hand.dragging.load is not None
    pointer.move(twin.canvas.viewport(), at(twin, 4, 4), Qt.MouseButton.NoButton)
    pointer.click(twin.canvas.viewport(), at(twin, 4, 4))
    assert both(room) == {1: (4, 4)}

    twin.canvas.setFocus()
    for key in (KEY.Key_Right, KEY.Key_Up, KEY.Key_Up):
        QTest.keyClick(twin.canvas, key)
    assert both(room) == {1: (5, 6)}
    page = _page(twin)
    assert all(isinstance(command, CastMarks) for command in page.asked)


def test_enter_puts_a_card_in_the_middle_and_the_ends_of_the_scale_hold(canvas: tuple[Room, CanvasTwin]) -> None:
    room, twin = canvas
    twin.tray.setFocus()
    twin.tray.setCurrentIndex(twin.tray.cards.index(2, 0))
    QTest.keyClick(twin.tray, KEY.Key_Return)
    for _step in range(12):
        QTest.keyClick(twin.canvas, KEY.Key_Left)
    assert both(room)[3][0] == 1


def test_a_done_ballot_is_hidden_and_locked(canvas: tuple[Room, CanvasTwin]) -> None:
    _room, twin = canvas
    pointer.drag(twin.tray.viewport(), in_tray(twin, 0), twin.canvas.viewport(), at(twin, 3, 8))
    twin.deeds.finish(0)
    assert twin.places.currentWidget() is twin.hidden
    assert twin.hand.is_locked


def _page(widget: QWidget) -> PanelPage:
    parent = widget.parentWidget()
    while not isinstance(parent, PanelPage):
        assert parent is not None
        parent = parent.parentWidget()
    return parent


ROOM = QRectF(0, 0, 900, 600)
CARD = QSizeF(150, 36)


@settings(max_examples=40)
@given(some.lists(some.tuples(some.integers(0, 900), some.integers(0, 600)), min_size=1, max_size=16))
def test_cards_stay_on_the_canvas_and_come_apart(places: list[tuple[int, int]]) -> None:
    boxes = apart([QPointF(*place) for place in places], [CARD] * len(places), ROOM)
    assert all(ROOM.contains(box) for box in boxes)
    covered = sum(
        one.intersected(other).width() * one.intersected(other).height() > 4
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
    )
    assert covered <= len(places) // 4


@pytest.mark.parametrize(("count", "scale"), [(12, 1.0), (12, 1.5), (60, 1.5)])
def test_no_card_of_a_heap_covers_another(
    qtbot: QtBot, look: Callable[[float], object], count: int, scale: float
) -> None:
    look(scale)
    view = CanvasView()
    qtbot.addWidget(view)
    view.resize(620, 420)
    title = "Mobilitet på landsbygden"
    view.show_cards([CanvasCard(number=number, title=title, effort=10, benefit=10) for number in range(1, count + 1)])
    boxes = [view.box(row) for row in range(count)]

    assert not [(one, other) for one, other in combinations(boxes, 2) if one.intersects(other)]
    room = view.ground_room()
    assert all(room.contains(box) for box in boxes)
    view.show_cards([CanvasCard(number=count, title=title, effort=5, benefit=5)])
    assert view.pictures.density is Density.FULL, "with room again they say all"


def test_a_card_alone_lies_exactly_where_it_belongs() -> None:
    box = apart([QPointF(400, 300)], [CARD], ROOM)[0]
    assert box.center() == QPointF(400, 300)


def test_values_and_points_are_each_others_twin() -> None:
    scale = Scale(ROOM, 1, 10)
    for value in ((1.0, 1.0), (10.0, 10.0), (4.0, 7.0)):
        found = scale.value(scale.point(*value))
        assert found == pytest.approx(value)
    assert scale.value(QPointF(-50, 9000)) == (1, 1)


def test_the_grid_and_the_canvas_show_the_same_ballot(canvas: tuple[Room, CanvasTwin]) -> None:
    _room, twin = canvas
    pointer.drag(twin.tray.viewport(), in_tray(twin, 0), twin.canvas.viewport(), at(twin, 3, 8))
    page = _page(twin)
    assert isinstance(page.panel, BallotsPanel)
    page.panel.ways.chip("grid").click()
    assert page.panel.grid.ballots.cell(0, 0).text == "8 3"
