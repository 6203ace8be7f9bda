"""After the reveal: agreed first, then what to talk about and whom to ask, then all; and the same on the canvas."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.results.results_panel import ResultsPanel
from smartstad_desktop.usecases.workshop.rounds import RepeatRound
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.rounds import PanelPage, Room, a_room

Rows = list[list[float]] | list[list[tuple[float, float]]]


@pytest.fixture
def revealed(workspace: Workspace, services: Services, qtbot: QtBot) -> Callable[..., tuple[Room, ResultsPanel]]:
    """Show the result of a round in which everybody said one row."""

    def show(method: Method, rows: Rows, **rules: object) -> tuple[Room, ResultsPanel]:
        room = a_room(workspace, method, **rules)  # type: ignore[arg-type]  any rule of a round
        room.cast(rows)
        room.go_to(Phase.REVEAL)
        page = PanelPage(services, room)
        qtbot.addWidget(page)
        page.resize(1100, 800)
        with qtbot.waitExposed(page):
            page.show()
        assert isinstance(page.panel, ResultsPanel)
        return room, page.panel

    return show


def parts(panel: ResultsPanel) -> dict[str, list[int]]:
    """Return the items of each part of the list, from the top."""
    found: dict[str, list[int]] = {}
    for row in panel.list.rows.rows:
        if not row.is_heading:
            found.setdefault(row.part, []).append(row.item)
    return found


def test_agreed_comes_first_then_what_to_talk_about_and_whom_to_ask(
    revealed: Callable[..., tuple[Room, ResultsPanel]], checked: Callable[[QAbstractItemModel], None]
) -> None:
    _room, panel = revealed(Method.RANKING, rows_of_places())
    checked(panel.list.rows)
    assert list(parts(panel)) == ["agreed", "talk", "all"]
    assert panel.list.rows.rows[0].title == "Överens"
    talk = parts(panel)["talk"]
    chosen = panel.list.rows.row_at(panel.list.currentIndex())
    assert chosen is not None
    assert (chosen.part, chosen.item) == ("talk", talk[0])
    assert panel.side.told.text().startswith("Be ")
    assert len(panel.side.tracks[0].tracks) == 3


def rows_of_places() -> list[list[float]]:
    """Three orders of four items: all put the first item first, and differ most about the last."""
    return [[1, 2, 3, 4], [1, 3, 4, 2], [1, 4, 2, 3]]


def test_fewer_than_three_show_nothing(revealed: Callable[..., tuple[Room, ResultsPanel]]) -> None:
    _room, panel = revealed(Method.DOTS, [[1, 0, 0, 0], [0, 1, 0, 0]])
    assert panel.small.isVisible()
    assert not panel.places.isVisible()
    assert not panel.side.isVisible()


def test_arrow_keys_step_over_headings_and_the_side_follows(
    revealed: Callable[..., tuple[Room, ResultsPanel]],
) -> None:
    _room, panel = revealed(Method.RANKING, rows_of_places())
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.rows.index(1, 0))
    seen: list[str] = []
    for _step in range(len(panel.list.rows.rows)):
        row = panel.list.rows.row_at(panel.list.currentIndex())
        assert row is not None
        assert not row.is_heading
        seen.append(panel.side.title.text())
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert len(set(seen)) == 4


def test_a_second_round_shows_what_moved(revealed: Callable[..., tuple[Room, ResultsPanel]]) -> None:
    room, panel = revealed(Method.RANKING, rows_of_places())
    page = panel.parentWidget()
    assert isinstance(page, PanelPage)
    panel.again.click()
    asked = page.asked[-1]
    assert isinstance(asked, RepeatRound)
    again = Room(room.workspace, room.session, type(room.round)(room.round + 1))
    again.go_to(Phase.SILENT)
    again.cast([[4, 1, 2, 3]] * 3)
    again.go_to(Phase.REVEAL)
    page.room = again
    page.refresh()
    assert isinstance(page.panel, ResultsPanel)
    moved = {row.item: row.moved_words for row in page.panel.list.rows.rows if row.part == "all"}
    assert moved[1] == "Ner från plats 1"
    assert not page.panel.again.isVisible()


def test_an_overloaded_must_is_told(revealed: Callable[..., tuple[Room, ResultsPanel]]) -> None:
    _room, panel = revealed(Method.MOSCOW, [[0, 0, 0, 1]] * 3)
    assert "76" in panel.side.whole.text()
    assert "budgetar" in panel.side.whole.text(), "and what it is reckoned by"
    assert "måste" in panel.side.whole.text()


def test_a_fist_says_who_is_to_speak_and_repeats_concerns(
    revealed: Callable[..., tuple[Room, ResultsPanel]],
) -> None:
    _room, panel = revealed(Method.FIST, [[0], [4], [5]], count=0)
    words = panel.side.facts.text()
    assert "Går inte igenom än." in words
    assert "Låt Ängelholm berätta." in words
    assert "2 för, 1 mot" in words


def test_the_canvas_shows_means_and_the_chosen_card_stays_when_the_list_is_shown(
    revealed: Callable[..., tuple[Room, ResultsPanel]],
) -> None:
    rows = [[(9, 2), (2, 9), (5, 5), (9, 2)], [(9, 2), (2, 9), (5, 6), (1, 2)], [(9, 2), (3, 9), (5, 5), (5, 2)]]
    _room, panel = revealed(Method.IMPACT_EFFORT, rows)
    view = panel.canvas.view
    assert panel.places.currentWidget() is panel.canvas
    lies = {card.number: (card.effort, card.benefit) for card in view.cards.rows}
    assert lies[1] == (2, 9)
    assert lies[4] == (2, 5)
    assert view.number == 4, "the widest spread is talked about first"
    assert "nyttan" in panel.side.told.text()
    assert "Ängelholm" in panel.side.told.text()

    at = view.box(0).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.number == 1
    panel.ways.chip("list").click()
    row = panel.list.rows.row_at(panel.list.currentIndex())
    assert row is not None
    assert row.item == 1


def test_the_canvas_of_a_second_round_knows_where_each_card_came_from(
    revealed: Callable[..., tuple[Room, ResultsPanel]],
) -> None:
    room, panel = revealed(Method.IMPACT_EFFORT, [[(9, 2), (2, 9), (5, 5), (9, 2)]] * 3)
    page = panel.parentWidget()
    assert isinstance(page, PanelPage)
    panel.again.click()
    again = Room(room.workspace, room.session, type(room.round)(room.round + 1))
    again.go_to(Phase.SILENT)
    again.cast([[(3, 8), (2, 9), (5, 5), (9, 2)]] * 3)
    again.go_to(Phase.REVEAL)
    page.room = again
    page.refresh()
    assert isinstance(page.panel, ResultsPanel)
    cards = {card.number: card for card in page.panel.canvas.view.cards.rows}
    assert (cards[1].before, cards[1].effort, cards[1].benefit) == ((2, 9), 8, 3)
    page.panel.canvas.view.viewport().repaint()


def test_a_screen_reader_finds_each_card_where_it_is_seen(
    revealed: Callable[..., tuple[Room, ResultsPanel]],
) -> None:
    rows = [[(5, 5)] * 4] * 3
    _room, panel = revealed(Method.IMPACT_EFFORT, rows)
    view = panel.canvas.view
    boxes = [view.visualRect(view.cards.index(row, 0)) for row in range(4)]
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    assert view.indexAt(boxes[2].center()).row() == 2
    assert view.scale.point(5, 5) != QPointF()
    assert view.indexAt(QPoint(1, 1)).row() == -1
    assert "nytta 5,0, insats 5,0" in str(view.cards.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_consensus_check_is_a_fist_of_five_about_the_whole_list(
    revealed: Callable[..., tuple[Room, ResultsPanel]],
) -> None:
    room, panel = revealed(Method.RANKING, rows_of_places())
    assert not panel.check.isVisible()
    room.go_to(Phase.CONSENSUS)
    assert panel.check.isVisible()
    assert not panel.again.isVisible()
    panel.check.click()
    assert room.workspace.undo().kinds == {Kind.ROUND, Kind.ROUND_ITEM}, "the round and its item are one deed"
    room.workspace.redo()
    page = panel.parentWidget()
    assert isinstance(page, PanelPage)
    check = Room(room.workspace, room.session, type(room.round)(room.round + 1))
    assert check.sheet.method is Method.FIST
    assert [item.title for item in check.sheet.items] == ["Hela listan"]


def test_too_few_answers_are_told_across_the_whole_panel(revealed: Callable[..., tuple[Room, ResultsPanel]]) -> None:
    _room, panel = revealed(Method.DOTS, [[1, 0, 0, 0], [0, 1, 0, 0]])
    assert panel.small.width() > panel.width() * 0.8, "words stood beneath each other in a strip"


def test_an_item_and_the_whole_round_agree_by_the_same_count(
    revealed: Callable[..., tuple[Room, ResultsPanel]],
) -> None:
    _room, panel = revealed(Method.IMPACT_EFFORT, [[(9, 1), (8, 2)], [(9, 9), (2, 5)], [(8, 5), (5, 6)]])
    assert panel.facts is not None
    assert panel.facts.mean_agreement == pytest.approx(panel.facts.tally.agreement)
