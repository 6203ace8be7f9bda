"""The scribe writes ballots by keyboard: what is typed is on the disk, what is done is hidden, and rules are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.reads.workshop import sessions
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.ballots.ballot_model import State
from smartstad_desktop.ui.workshop.ballots.ballots_panel import BallotsPanel
from smartstad_desktop.ui.workshop.ballots.pair_twin import PairTwin
from smartstad_desktop.ui.workshop.ballots.ranking_twin import RankingTwin
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.workshop.seats import Arrive, Leave
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer
from tests.support.rounds import PanelPage, Room, a_room
from tests.ui.conftest import HeardNotices

KEY = Qt.Key


@pytest.fixture
def console(workspace: Workspace, services: Services, qtbot: QtBot) -> Callable[..., tuple[Room, BallotsPanel]]:
    """Show the ballots of a round, with the keyboard in the grid."""

    def show(method: Method, **rules: object) -> tuple[Room, BallotsPanel]:
        room = a_room(workspace, method, **rules)  # type: ignore[arg-type]  any rule of a round
        page = PanelPage(services, room)
        qtbot.addWidget(page)
        page.resize(900, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        assert isinstance(page.panel, BallotsPanel)
        page.panel.grid.setFocus()
        return room, page.panel

    return show


def write(panel: BallotsPanel, *texts: str, last: Qt.Key = KEY.Key_Tab) -> None:
    """Write texts into cells, one beneath the other."""
    for text in texts:
        QTest.keyClicks(panel.grid, text)
        QTest.keyClick(panel.grid, last if text is texts[-1] else KEY.Key_Tab)


def test_figures_and_tab_write_one_ballot_and_enter_goes_to_who_is_next(
    console: Callable[..., tuple[Room, BallotsPanel]], checked: Callable[[QAbstractItemModel], None]
) -> None:
    room, panel = console(Method.DOTS, marks=3, most_per_item=2)
    checked(panel.grid.ballots)

    write(panel, "2", "", "1", last=KEY.Key_Enter)

    assert room.values(0) == {1: 2, 3: 1}
    assert room.sheet.casters[0].is_done, "all dots are given, so Enter finishes the ballot"
    assert panel.grid.caster_column == 1


def test_what_is_left_is_told_and_too_much_is_refused_where_it_was_typed(
    console: Callable[..., tuple[Room, BallotsPanel]],
) -> None:
    room, panel = console(Method.HUNDRED)

    write(panel, "60", "28")
    assert panel.entry.status.text() == "Ängelholm: 12 kronor kvar"

    write(panel, "50")
    assert "38" in panel.entry.status.text()
    assert room.values(0) == {1: 60, 2: 28}
    assert panel.grid.boxes.pending == "50", "what was refused stays in sight"

    QTest.keyClick(panel.grid, KEY.Key_Escape)
    write(panel, "12", last=KEY.Key_Enter)
    assert room.sheet.casters[0].is_done


def test_a_done_ballot_shows_dots_until_it_is_opened_again(
    console: Callable[..., tuple[Room, BallotsPanel]],
) -> None:
    room, panel = console(Method.THREE_TWO_ONE)
    write(panel, "3", "2", "1", last=KEY.Key_Enter)

    assert {panel.grid.ballots.cell(row, 0).text for row in range(4)} == {"•"}
    panel.grid.go_to(0, 0)
    QTest.keyClicks(panel.grid, "1")
    assert room.values(0) == {1: 3, 2: 2, 3: 1}
    assert "klar" in panel.entry.status.text()

    panel.entry.done.click()
    assert panel.grid.ballots.cell(0, 0).text == "3"
    assert not room.sheet.casters[0].is_done


def test_two_values_letters_and_verdicts_are_understood(
    workspace: Workspace, console: Callable[..., tuple[Room, BallotsPanel]]
) -> None:
    room, panel = console(Method.MOSCOW)
    write(panel, "m", "b", "3", "i")
    assert room.values(0) == {1: 0, 2: 1, 3: 2, 4: 3}
    assert [panel.grid.ballots.cell(row, 0).text for row in range(4)] == ["M", "B", "K", "I"]


def test_benefit_and_effort_stand_in_one_cell(console: Callable[..., tuple[Room, BallotsPanel]]) -> None:
    room, panel = console(Method.IMPACT_EFFORT)
    write(panel, "7 4", "10 1")
    caster = room.sheet.casters[0].whose
    assert sorted(room.said()[caster].values()) == [1, 4, 7, 10]
    assert panel.grid.ballots.cell(0, 0).text == "7 4"


def test_the_quick_line_takes_number_and_value(console: Callable[..., tuple[Room, BallotsPanel]]) -> None:
    room, panel = console(Method.IMPACT_EFFORT)
    panel.entry.quick.setFocus()
    QTest.keyClicks(panel.entry.quick, "3 8 2")
    QTest.keyClick(panel.entry.quick, KEY.Key_Return)
    assert room.values(0) == {3: 8}
    assert panel.entry.quick.text() == ""

    QTest.keyClicks(panel.entry.quick, "99 1")
    QTest.keyClick(panel.entry.quick, KEY.Key_Return)
    assert "99" in panel.entry.status.text()
    assert panel.entry.quick.text() == "99 1"


def test_the_quick_line_is_kept_when_the_meeting_goes_on(console: Callable[..., tuple[Room, BallotsPanel]]) -> None:
    room, panel = console(Method.RANKING)
    panel.entry.quick.setText("2 1")
    panel.finish()
    assert room.values(0)[2] == 1
    assert not panel.entry.quick.text()
    panel.entry.quick.setText("99 1")
    panel.finish()
    assert panel.entry.quick.text() == "99 1", "what cannot be read is not thrown away"


def test_pairs_go_on_by_themselves_and_the_large_pair_says_the_same(
    console: Callable[..., tuple[Room, BallotsPanel]],
) -> None:
    room, panel = console(Method.PAIRS, count=3)
    QTest.keyClicks(panel.grid, "ab")
    caster = room.sheet.casters[0].whose
    assert sorted(room.said()[caster].values()) == [0, 1]

    panel.ways.chip("twin").click()
    assert isinstance(panel.twin, PairTwin)
    assert "2 av 3 par" in panel.twin.told.text()
    QTest.keyClicks(panel.twin, "=")
    assert sorted(room.said()[caster].values()) == [0, 0.5, 1]


def test_an_order_is_dragged_and_keys_do_the_same(console: Callable[..., tuple[Room, BallotsPanel]]) -> None:
    room, panel = console(Method.RANKING)
    panel.ways.chip("twin").click()
    assert isinstance(panel.twin, RankingTwin)
    rows, view = panel.twin.list, panel.twin.list.viewport()
    start = rows.visualRect(rows.rows.index(3, 0)).center()
    top = rows.visualRect(rows.rows.index(0, 0))
    pointer.drag(view, start, view, QPoint(top.center().x(), top.top() + 2))
    assert room.values(0) == {4: 1, 1: 2, 2: 3, 3: 4}

    QTest.keyClick(rows, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert room.values(0) == {1: 1, 4: 2, 2: 3, 3: 4}


def test_a_fist_keeps_the_concern_word_for_word(console: Callable[..., tuple[Room, BallotsPanel]]) -> None:
    room, panel = console(Method.FIST, count=0)
    QTest.keyClicks(panel.grid, "2")
    panel.entry.concern.setFocus()
    QTest.keyClicks(panel.entry.concern, "Vem betalar driften?")
    QTest.keyClick(panel.entry.concern, KEY.Key_Return)
    assert room.values(0) == {1: 2}
    assert room.sheet.casters[0].concern == "Vem betalar driften?"


def test_owners_leave_their_projects_to_the_others(console: Callable[..., tuple[Room, BallotsPanel]]) -> None:
    room, panel = console(Method.DOTS, has_recusal=True)
    owner = next(item.municipalities[0] for item in room.sheet.items if item.number == 1)
    column = next(at for at, caster in enumerate(room.sheet.casters) if caster.municipality == owner)
    assert panel.grid.ballots.cell(0, column).state is State.OWN
    panel.grid.go_to(0, column)
    QTest.keyClicks(panel.grid, "1")
    QTest.keyClick(panel.grid, KEY.Key_Tab)
    assert room.values(column) == {}


def test_anonymous_rounds_have_numbered_sheets(console: Callable[..., tuple[Room, BallotsPanel]]) -> None:
    room, panel = console(Method.DOTS, unit=Unit.SEAT.value, visibility=Visibility.ANONYMOUS.value)
    write(panel, "1")
    whose = next(iter(room.said()))
    assert (whose.seat, whose.municipality, whose.number) == (None, None, 1)
    assert "Blad 1" in panel.entry.status.text()


def test_who_is_missing_is_named_and_nothing_is_revealed_by_a_short_press(
    console: Callable[..., tuple[Room, BallotsPanel]], notices: HeardNotices
) -> None:
    room, panel = console(Method.DOTS, marks=1)
    write(panel, "1", last=KEY.Key_Enter)
    assert panel.foot.ask.text() == "Fråga Helsingborg och Båstad"
    panel.foot.ask.click()
    assert panel.foot.missing.text() == "Har inte svarat än: Helsingborg och Båstad."
    assert panel.foot.missing.text() in notices.said

    QTest.mouseClick(panel.foot.reveal, Qt.MouseButton.LeftButton)
    assert room.sheet.phase is Phase.SILENT


def test_holding_reveals(console: Callable[..., tuple[Room, BallotsPanel]], qtbot: QtBot) -> None:
    room, panel = console(Method.DOTS)
    panel.foot.reveal.hold_ms = 30
    QTest.mousePress(panel.foot.reveal, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.sheet.phase is Phase.REVEAL)
    assert room.sheet.revealed_at is not None


def test_pressing_enter_twice_reveals_as_holding_does(console: Callable[..., tuple[Room, BallotsPanel]]) -> None:
    room, panel = console(Method.DOTS)
    panel.foot.reveal.hold_ms = 60_000
    QTest.keyClick(panel.foot.reveal, KEY.Key_Return)
    assert room.sheet.phase is Phase.SILENT
    QTest.keyClick(panel.foot.reveal, KEY.Key_Return)
    assert room.sheet.phase is Phase.REVEAL


def test_a_mirrored_console_shows_no_values_and_no_confidential_name(
    workspace: Workspace, console: Callable[..., tuple[Room, BallotsPanel]]
) -> None:
    room, panel = console(Method.DOTS)
    write(panel, "1")
    secret = room.sheet.items[1]
    assert secret.project is not None
    workspace.run(SetConfidential(projects=(secret.project,), is_confidential=True, reason="Pågående upphandling"))
    page = panel.parentWidget()
    assert isinstance(page, PanelPage)
    page.is_mirrored = True
    page.refresh()
    assert panel.grid.ballots.cell(0, 0).text == "•"
    titles = [str(panel.grid.ballots.headerData(row, Qt.Orientation.Vertical)) for row in range(4)]
    assert titles[1] == "2 Sekretess"
    assert not any(secret.title in title for title in titles)


def test_tab_on_the_last_item_stays_on_the_ballot_that_is_not_done_yet(
    console: Callable[..., tuple[Room, BallotsPanel]],
) -> None:
    room, panel = console(Method.MOSCOW)
    write(panel, "m", "m", "k", "k")

    assert panel.grid.caster_column == 0, "the next one comes with Enter, which says that this one is done"
    assert panel.entry.status.text().startswith("Ängelholm: allt är ifyllt")
    QTest.keyClick(panel.grid, KEY.Key_Return)
    assert room.sheet.casters[0].is_done
    assert panel.grid.caster_column == 1


def test_whoever_comes_late_does_not_take_over_the_ballot_that_is_being_written(
    console: Callable[..., tuple[Room, BallotsPanel]], workspace: Workspace
) -> None:
    room, panel = console(Method.DOTS, marks=3)
    first, second = (caster.whose for caster in room.sheet.casters[:2])
    seats = workspace.read(sessions.session, room.session)
    assert seats is not None
    late = next(seat.id for seat in seats.seats if seat.municipality and seat.municipality.id == first.municipality)
    workspace.run(Leave(seats=(late,)))
    panel.grid.setFocus()
    panel.grid.go_to(0, 0)
    alone = panel.grid.ballots.caster(0)
    assert alone is not None
    assert alone.whose == second
    QTest.keyClicks(panel.grid, "1")
    workspace.run(Arrive(seats=(late,)))
    writing = panel.grid.ballots.caster(panel.grid.caster_column)
    assert writing is not None
    assert writing.whose == second
    QTest.keyClick(panel.grid, KEY.Key_Tab)
    assert list(room.said()) == [second]


def test_a_concern_that_is_being_written_is_kept_when_the_phase_changes(
    console: Callable[..., tuple[Room, BallotsPanel]],
) -> None:
    room, panel = console(Method.FIST)
    write(panel, "2", last=KEY.Key_Tab)
    panel.grid.go_to(0, 0)
    panel.entry.concern.setFocus()
    panel.entry.concern.setText("Driften 2030")
    panel.finish()
    assert room.sheet.casters[0].concern == "Driften 2030"
