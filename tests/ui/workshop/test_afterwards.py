"""Papers and files of a workshop: the menu by what the session has come to, what it writes, and the replay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.values import BoardId, Language, MunicipalityId
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.board import board as read_board
from smartstad_desktop.reads.workshop.sessions import session, sessions
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.page import WorkshopPage
from smartstad_desktop.ui.workshop.replay.replay import ReplayDialog
from smartstad_desktop.usecases.board import CreateBoard, default_columns
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.placing import PlaceCards
from smartstad_desktop.usecases.workshop.session_notes import AddNote
from smartstad_desktop.usecases.workshop.sessions import EditSession, EndSession
from tests.support.rounds import Room, a_room
from tests.ui.conftest import HeardNotices

Shown = Callable[[], WorkshopPage]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Questions for a file get the suggestion, in the folder of the test; what was suggested is kept."""
    suggested: list[str] = []

    def answer(_parent: object, _title: str, _kinds: str, suggestion: str) -> Path:
        suggested.append(suggestion)
        return tmp_path / suggestion

    monkeypatch.setattr(FileQuestions, "save_path", staticmethod(answer))
    return suggested


@pytest.fixture
def room(services: Services) -> Room:
    """A workshop in its silent phase, on a board with one project that has moved, and why."""
    workspace = services.workspace
    projects = tuple(
        workspace.run(AddProject(fields={"title": title, "municipality_id": MunicipalityId(1)})).value
        for title in ("Sensornät", "Buss", "Chatt")
    )
    board: BoardId = workspace.run(CreateBoard(name="Vad?", columns=default_columns(Language.SV, 2027))).value
    made = a_room(workspace, Method.DOTS, projects=projects)
    workspace.run(EditSession(session=made.session, changes={"board": board}))
    found = workspace.read(read_board, board)
    assert found is not None
    for number, project in enumerate(projects):
        workspace.run(PlaceCards(board=board, projects=(project,), column=found.columns[number % 2].id))
    item = next(item for item in made.sheet.items if item.project == projects[1])
    workspace.run(AddNote(session=made.session, kind=NoteKind.REASON, text="Pengarna finns.", round_item=item.id))
    return made


def entries(page: WorkshopPage, room: Room) -> list[str]:
    menu = QMenu(page)
    page.afterwards.fill(menu, room.workspace.read(session, room.session))
    return [action.text() for action in menu.actions()]


def choose(page: WorkshopPage, room: Room, text: str, beneath: str = "") -> None:
    """Choose an entry of the menu by its words."""
    menu = QMenu(page)
    page.afterwards.fill(menu, room.workspace.read(session, room.session))
    action = next(action for action in menu.actions() if action.text() == text)
    inside = action.menu()
    if beneath and isinstance(inside, QMenu):
        action = next(each for each in inside.actions() if each.text() == beneath)
    action.trigger()


def test_the_menu_offers_what_the_session_has_come_to(shown: Shown, room: Room) -> None:
    page = shown()
    going_on = entries(page, room)
    room.workspace.run(EndSession(session=room.session))

    assert "Läs in röster (CSV)" in going_on
    assert "Skriv ut röstsedlar" in going_on
    assert entries(page, room) == ["Protokoll som PDF eller text", "Röster som data", "Spela upp hur det gick till"]


@pytest.mark.parametrize(
    ("text", "beneath", "name"),
    [
        ("Skriv ut röstsedlar", "", "Röstsedlar, runda 1.pdf"),
        ("Skriv ut tavlan, om strömmen skulle gå", "", "Tavlan före workshopen.pdf"),
        ("Röstfil att fylla i", "", "Röster, runda 1.csv"),
        ("Protokoll som PDF eller text", "Norska", "Protokoll, Workshop 3 av 4.pdf"),
        ("Röster som data", "", "Röster, Workshop 3 av 4.csv"),
    ],
)
def test_each_entry_writes_its_file(
    shown: Shown,
    room: Room,
    answers: list[str],
    notices: HeardNotices,
    tmp_path: Path,
    text: str,
    beneath: str,
    name: str,
) -> None:
    choose(shown(), room, text, beneath)

    assert answers == [name]
    assert (tmp_path / name).stat().st_size > 0
    assert notices.said[-1] == f"{name} är skriven."


def test_ballots_are_read_in_and_what_is_wrong_is_told(
    shown: Shown, room: Room, answers: list[str], notices: HeardNotices, tmp_path: Path
) -> None:
    page = shown()
    choose(page, room, "Röstfil att fylla i")
    path = tmp_path / answers[0]
    lines = path.read_text("utf-8-sig").splitlines()
    path.write_text("\n".join([lines[0], lines[1].replace(";;;", ";x;;", 1), *lines[2:]]), "utf-8")
    page.afterwards.files.read_in(room.round, path)
    assert room.said() == {}
    assert notices.said[-1].endswith("Inget har ändrats.")
    path.write_text("\n".join([lines[0], lines[1][:-2] + "1;;", *lines[2:]]), "utf-8")
    page.afterwards.files.read_in(room.round, path)

    assert len(room.said()) == 1
    assert notices.said[-1] == "1 röstsedel lästes in."


def test_the_minutes_are_offered_the_moment_the_session_ends(
    shown: Shown, room: Room, answers: list[str], notices: HeardNotices, tmp_path: Path
) -> None:
    page = shown()
    page.show_session(room.session)
    page.refresh()
    page.console.ending.emit()
    assert page.dialog is not None
    page.dialog.confirm()
    offer = notices.offers[-1]
    offer.act()

    assert offer.text == "Skriv protokollet"
    assert (tmp_path / answers[-1]).read_bytes().startswith(b"%PDF")


def replaying(page: WorkshopPage, room: Room, qtbot: QtBot) -> ReplayDialog:
    page.afterwards.show_replay(room.session)
    dialog = page.afterwards.replay
    assert dialog is not None
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_the_replay_goes_by_keys_slider_and_list(shown: Shown, room: Room, qtbot: QtBot) -> None:
    dialog = replaying(shown(), room, qtbot)
    qtbot.keyClick(dialog.slider, Qt.Key.Key_End)
    last = dialog.slider.value()
    told = dialog.what.text()
    dialog.list.setCurrentRow(0)
    assert dialog.slider.value() == 0
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Right)
    moved = next(number for number, frame in enumerate(dialog.frames) if frame.reasons)
    dialog.slider.setValue(moved)

    assert last == dialog.list.count() - 1
    assert "”Chatt” kom till" in told
    assert "”Buss” kom till" in dialog.what.text()
    assert dialog.why.text() == "Motivering: Pengarna finns."
    assert dialog.list.currentRow() == moved
    assert dialog.list.item(moved).text().endswith("Motivering: Pengarna finns.")
    assert "Motivering: Pengarna finns" in dialog.slider.accessibleDescription()
    dialog.reject()


def test_the_replay_plays_by_itself_and_stops_at_the_end(shown: Shown, room: Room, qtbot: QtBot) -> None:
    dialog = replaying(shown(), room, qtbot)
    dialog.go_to(dialog.slider.maximum() - 1)
    dialog.set_pace(10)
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert dialog.is_playing
    qtbot.waitUntil(lambda: not dialog.is_playing, timeout=2000)

    assert dialog.slider.value() == dialog.slider.maximum()
    assert dialog.play.text() == "Spela upp"
    dialog.reject()


def test_what_moved_is_painted_apart(shown: Shown, room: Room, qtbot: QtBot) -> None:
    dialog = replaying(shown(), room, qtbot)
    dialog.go_to(dialog.slider.maximum())
    marked = dialog.board.grab().toImage()
    dialog.go_to(0)

    assert dialog.board.grab().toImage() != marked
    assert dialog.board.accessibleDescription().startswith("Nu")
    dialog.reject()


def test_a_session_without_a_board_tells_its_phases(shown: Shown, services: Services, qtbot: QtBot) -> None:
    room = a_room(services.workspace, Method.DOTS)
    room.go_to(Phase.REVEAL)
    dialog = replaying(shown(), room, qtbot)

    assert [dialog.list.item(row).text().partition("\n")[2] for row in range(dialog.list.count())] == [
        "Workshopen börjar",
        "Gruppen går till ”Tyst bedömning”.",
        "Gruppen går till ”Avslöja”.",
    ]
    dialog.reject()


def test_the_demonstration_has_minutes_for_what_has_ended(demo_services: Services) -> None:
    page = WorkshopPage(demo_services)
    menu = QMenu(page)
    ended = demo_services.workspace.read(sessions)[0]
    page.afterwards.fill(menu, demo_services.workspace.read(session, ended.id))

    assert next(action.text() for action in menu.actions()) == "Protokoll som PDF eller text"
