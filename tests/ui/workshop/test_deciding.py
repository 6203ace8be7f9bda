"""Deciding: the proposal on the session's board, a reason asked for in place, reservations, and how it stood kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop import sessions
from smartstad_desktop.reads.workshop.session_rows import NoteRow
from smartstad_desktop.storage.tables.workshop import Snapshot
from smartstad_desktop.ui.cards.column_dialog import ColumnDialog
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.ballots.ballots_panel import BallotsPanel
from smartstad_desktop.ui.workshop.ballots.board_twin import BoardTwin
from smartstad_desktop.ui.workshop.canvas.cut_canvas import CutCanvas
from smartstad_desktop.ui.workshop.deciding.cuts_panel import CutsPanel
from smartstad_desktop.ui.workshop.deciding.decide_panel import DecidePanel
from smartstad_desktop.ui.workshop.deciding.reservation_dialog import ReservationDialog
from smartstad_desktop.usecases.workshop.sessions import EndSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer
from tests.support.rounds import PanelPage, Room, a_room


@pytest.fixture
def decide(workspace: Workspace, services: Services, qtbot: QtBot) -> Iterator[tuple[Room, DecidePanel]]:
    """A ranking of four items that all agree on, on a board that was just made."""
    room = a_room(workspace, Method.RANKING)
    room.cast([[1, 2, 3, 4]] * 3)
    for phase in (Phase.REVEAL, Phase.DECIDE):
        room.go_to(phase)
    page = PanelPage(services, room)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    assert isinstance(page.panel, DecidePanel)
    page.panel.board.cards.area.set_motion(duration_ms=0)
    steps = len(workspace.steps(50))
    page.panel.board.make.click()
    assert len(workspace.steps(50)) == steps + 1, "a board that is decided on is one deed"
    yield room, page.panel
    page.panel.board.cards.hand.dragging.cancel()


def notes(room: Room) -> tuple[NoteRow, ...]:
    """Return what was written down."""
    found = room.workspace.read(sessions.session, room.session)
    assert found is not None
    return found.notes


def lying(panel: DecidePanel) -> list[list[ProjectId]]:
    """Return what lies in each column."""
    assert panel.board.shown is not None
    return [[card.project for card in column.cards] for column in panel.board.shown.columns]


def in_order(room: Room) -> list[ProjectId]:
    """Return the projects by their numbers, which is how all ranked them."""
    return [item.project for item in room.sheet.items if item.project is not None]


def drag_first(panel: DecidePanel, source: int, target: int) -> None:
    """Drag the first card of a column to the bottom of another; 0 is the tray."""
    views = panel.board.cards.area.views
    start = views[source].layout_of_cards.card_rect(0).center()
    port = views[target].viewport()
    pointer.drag(views[source].viewport(), start, port, QPoint(port.width() // 2, port.height() - 8))


def test_the_proposal_is_laid_out_by_the_result_and_cards_say_what_it_is(decide: tuple[Room, DecidePanel]) -> None:
    room, panel = decide
    assert panel.board.shown is not None
    assert len(panel.board.shown.tray) == 4, "the round's projects wait from the start"
    panel.propose.click()
    first = in_order(room)[0]
    assert lying(panel)[0][0] == first
    assert [project for column in lying(panel) for project in column] == in_order(room)
    notes_on_cards = panel.board.cards.area.notes
    assert notes_on_cards[first] == "plats 1 · 100\N{NO-BREAK SPACE}%"


def test_a_card_against_the_result_is_moved_at_once_and_asked_about_in_place(
    decide: tuple[Room, DecidePanel],
) -> None:
    room, panel = decide
    panel.propose.click()
    assert panel.strip.isHidden()
    drag_first(panel, 1, 3)

    first = in_order(room)[0]
    assert first in lying(panel)[2], "nothing stands in the way of the move"
    assert panel.strip.isVisible()
    panel.strip.field.setText("Väntar på upphandlingen")
    QTest.keyClick(panel.strip.field, Qt.Key.Key_Return)

    note = notes(room)[-1]
    item = next(item for item in room.sheet.items if item.project == first)
    assert (note.kind, note.text, note.round_item) == (NoteKind.REASON, "Väntar på upphandlingen", item.id)
    assert panel.strip.isHidden()
    assert panel.board.cards.area.notes[first] == "plats 1 · skäl antecknat"

    view = panel.board.cards.area.views[3]
    panel.board.cards.area.choose((first,), first)
    QTest.keyClick(view, Qt.Key.Key_2)
    assert panel.strip.isVisible(), "why it lay there does not say why it lies here"
    panel.strip.field.setText("Kan delas upp")
    QTest.keyClick(panel.strip.field, Qt.Key.Key_Return)
    assert panel.strip.isHidden()
    assert [note.text for note in notes(room)] == ["Väntar på upphandlingen", "Kan delas upp"]


def test_after_a_drop_the_reason_is_typed_at_once_and_the_next_card_is_dragged(
    decide: tuple[Room, DecidePanel],
) -> None:
    room, panel = decide
    panel.propose.click()
    drag_first(panel, 1, 3)
    assert panel.strip.field.hasFocus()
    QTest.keyClicks(panel.strip.field, "Pengarna saknas")
    moved = lying(panel)[1][0]
    drag_first(panel, 2, 4)
    assert [note.text for note in notes(room)] == ["Pengarna saknas"], "kept with the card it is about"
    assert panel.asked == moved
    assert panel.strip.field.hasFocus()
    assert not panel.strip.field.text()

    QTest.keyClick(panel.strip.field, Qt.Key.Key_Escape)
    assert panel.strip.isHidden()
    assert panel.board.cards.area.views[4].hasFocus(), "the card that was moved has the keyboard"


def test_enter_leads_to_the_reason_after_a_move_by_key(decide: tuple[Room, DecidePanel]) -> None:
    room, panel = decide
    opened: list[object] = []
    panel.board.cards.opened.connect(opened.append)
    panel.propose.click()
    first = in_order(room)[0]
    area = panel.board.cards.area
    area.choose((first,), first)
    QTest.keyClick(area.views[1], Qt.Key.Key_3)
    assert area.views[3].hasFocus(), "the next key may move the card on"
    QTest.keyClick(area.views[3], Qt.Key.Key_Return)
    assert panel.strip.field.hasFocus()
    assert not opened
    QTest.keyClicks(panel.strip.field, "Vi har avtal")
    QTest.keyClick(panel.strip.field, Qt.Key.Key_Return)
    assert notes(room)[-1].text == "Vi har avtal"
    assert area.views[3].hasFocus()
    QTest.keyClick(area.views[3], Qt.Key.Key_Return)
    assert opened == [first], "once it is answered, Enter looks at the project as usual"


@pytest.mark.parametrize("why", ["ended", "read-only"])
def test_nothing_is_decided_when_the_workshop_is_over_or_the_file_is_for_reading(
    decide: tuple[Room, DecidePanel], why: str
) -> None:
    room, panel = decide
    panel.propose.click()
    if why == "ended":
        room.workspace.run(EndSession(session=room.session))
    else:
        room.workspace.is_read_only = True
    found = room.workspace.read(sessions.session, room.session)
    assert found is not None
    panel.show_round(found, room.sheet)
    before = lying(panel)
    drag_first(panel, 1, 3)
    assert lying(panel) == before
    assert not any(button.isEnabled() for button in (panel.propose, panel.reserve, panel.keep))


def test_a_reason_can_be_left_out_and_a_card_that_goes_back_needs_none(decide: tuple[Room, DecidePanel]) -> None:
    room, panel = decide
    panel.propose.click()
    drag_first(panel, 1, 3)
    panel.strip.skip.click()
    assert panel.strip.isHidden()
    assert notes(room) == ()

    panel.board.cards.area.choose(in_order(room)[:1], in_order(room)[0])
    view = panel.board.cards.area.views[3]
    QTest.keyClick(view, Qt.Key.Key_2)
    assert panel.strip.isVisible()
    QTest.keyClick(panel.board.cards.area.views[2], Qt.Key.Key_1)
    assert panel.strip.isHidden()


def test_a_reservation_is_written_with_its_municipality(
    decide: tuple[Room, DecidePanel], dialog: Callable[[type[ReservationDialog]], ReservationDialog]
) -> None:
    room, panel = decide
    panel.propose.click()
    panel.board.cards.area.choose(in_order(room)[:1], in_order(room)[0])
    panel.reserve.click()
    question = dialog(ReservationDialog)
    question.fields["text"].set_value("Vi har inte råd")
    question.confirm()
    note = notes(room)[-1]
    assert note.kind is NoteKind.RESERVATION
    assert note.municipality is not None
    assert note.municipality.name == "Ängelholm"
    assert note.round_item is not None


def test_how_it_stands_is_kept(decide: tuple[Room, DecidePanel]) -> None:
    room, panel = decide
    before = room.workspace.read(lambda connection: connection.scalar(select(func.count(Snapshot.id))))
    panel.keep.click()
    after = room.workspace.read(lambda connection: connection.scalar(select(func.count(Snapshot.id))))
    assert (before, after) == (1, 2)


def test_the_list_is_a_twin_of_the_columns(decide: tuple[Room, DecidePanel]) -> None:
    room, panel = decide
    panel.propose.click()
    panel.ways.chip("list").click()
    cards = panel.board.cards
    assert cards.is_list
    cards.list.choose(in_order(room)[:1])
    QTest.keyClick(cards.list, Qt.Key.Key_3)
    assert in_order(room)[0] in lying(panel)[2]
    assert panel.strip.isVisible()


def test_columns_as_group_work_lie_on_the_same_board(workspace: Workspace, services: Services, qtbot: QtBot) -> None:
    room = a_room(workspace, Method.COLUMNS)
    page = PanelPage(services, room)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitExposed(page):
        page.show()
    assert isinstance(page.panel, BallotsPanel)
    page.panel.ways.chip("twin").click()
    twin = page.panel.twin
    assert isinstance(twin, BoardTwin)
    twin.board.make.click()
    assert twin.board.shown is not None
    assert len(twin.board.shown.tray) == 4
    twin.board.cards.area.choose(in_order(room)[:1], in_order(room)[0])
    QTest.keyClick(twin.board.cards.area.views[0], Qt.Key.Key_2)
    assert [card.project for card in twin.board.shown.columns[1].cards] == in_order(room)[:1]
    assert room.said() == {}


@pytest.fixture
def lines(workspace: Workspace, services: Services, qtbot: QtBot) -> tuple[Room, CutCanvas]:
    """The canvas of a round that is not open yet."""
    room = a_room(workspace, Method.IMPACT_EFFORT, phase=Phase.CLARIFY)
    page = PanelPage(services, room)
    qtbot.addWidget(page)
    page.resize(900, 800)
    with qtbot.waitExposed(page):
        page.show()
    assert isinstance(page.panel, CutsPanel)
    page.panel.ways.chip("lines").click()
    return room, page.panel.canvas


def test_the_line_between_quadrants_is_dragged_and_esc_puts_it_back(lines: tuple[Room, CutCanvas]) -> None:
    room, canvas = lines
    start = canvas.scale.point(5.5, 8).toPoint()
    pointer.drag(canvas.viewport(), start, canvas.viewport(), canvas.scale.point(7, 8).toPoint())
    assert room.sheet.rules.cut == (7, 5.5)

    canvas.setFocus()
    start = canvas.scale.point(7, 8).toPoint()
    pointer.begin_drag(canvas.viewport(), start, canvas.viewport(), canvas.scale.point(3, 8).toPoint())
    assert canvas.cut[0] == 3
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    pointer.release(canvas.viewport(), canvas.scale.point(3, 8).toPoint())
    assert room.sheet.rules.cut == (7, 5.5)
    assert canvas.cut == (7, 5.5)


def test_arrow_keys_move_the_lines_until_the_round_is_opened(lines: tuple[Room, CutCanvas]) -> None:
    room, canvas = lines
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert room.sheet.rules.cut == (5.5, 6)
    room.go_to(Phase.SILENT)
    room.go_to(Phase.CLARIFY)
    assert room.sheet.is_locked


def test_a_column_is_added_from_the_menu_of_the_board(
    decide: tuple[Room, DecidePanel], dialog: Callable[[type[ColumnDialog]], ColumnDialog]
) -> None:
    _room, panel = decide
    shown = panel.board.shown
    assert shown is not None
    panel.board.cards.column_wanted.emit(shown.columns[0].id)
    question = dialog(ColumnDialog)
    question.fields["name"].set_value("Kanske")
    question.confirm()
    assert panel.board.shown is not None
    assert [column.name for column in panel.board.shown.columns][1] == "Kanske"


def test_notes_follow_the_card_that_is_chosen_also_after_an_undo(
    decide: tuple[Room, DecidePanel], services: Services, qtbot: QtBot
) -> None:
    room, panel = decide
    panel.propose.click()
    told: list[object] = []
    panel.item_chosen.connect(told.append)
    drag_first(panel, 1, 3)
    services.workspace.undo()
    qtbot.waitUntil(lambda: bool(told))
    QApplication.processEvents()

    chosen = panel.board.cards.chosen()
    assert chosen == (in_order(room)[0],)
    item = next(item for item in room.sheet.items if item.project == chosen[0])
    assert told[-1] == item.id, "a note would be written at another project"
