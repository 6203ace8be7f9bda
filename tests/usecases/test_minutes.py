"""Minutes of a workshop: what they tell, what they never tell, and in which form."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.values import Language, SessionId
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.exchange.documents.document_text import as_text
from smartstad_desktop.reads.workshop.rounds import round_sheet
from smartstad_desktop.reads.workshop.sessions import sessions
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.workshop.minutes import minutes_document
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import PlanRound, RepeatRound
from smartstad_desktop.usecases.workshop.session_notes import AddNote
from smartstad_desktop.usecases.workshop.sessions import EndSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.rounds import Room, a_room
from tests.support.sessions import sheet


def told(workspace: Workspace, session: SessionId, language: Language = Language.SV) -> str:
    """Return the minutes as one line of text."""
    document = workspace.read(minutes_document, session, language, workspace.now)
    return re.sub(r"\s+", " ", as_text(document))


@pytest.fixture
def ended(demo: Workspace) -> SessionId:
    """The workshop of the demonstration region that has ended."""
    return demo.read(sessions)[0].id


def test_minutes_tell_who_when_how_and_what(demo: Workspace, ended: SessionId) -> None:
    text = told(demo, ended)

    assert "9 av 11 kommuner, 10 personer" in text
    assert "Perstorp; Roll: Utvecklingsledare; Närvarande: 08.57–10.30" in text
    assert "Roll: Samhällsbyggnadschef; Närvarande: kom inte" in text
    assert "En röst är: Varje kommun" in text
    assert "4 prickar var, högst 1 på varje punkt" in text
    assert "7 prickar från 7" in text
    assert "Höganäs: Listan säger inget om vem som betalar driften efter 2030." in text
    assert "Bussen går vidare trots få prickar" in text
    assert "Reservation, Höganäs: Höganäs vill" in text
    assert (
        "Skicka den sammanslagna listan till alla kommuner; Vem: Projektledaren; Till: 16 okt 2026; Klart: ja" in text
    )
    assert "UTKAST" not in text


@pytest.mark.parametrize(("language", "word"), [(Language.NB, "Referat"), (Language.EN, "Workshop minutes")])
def test_minutes_speak_the_language_asked_for(demo: Workspace, ended: SessionId, language: Language, word: str) -> None:
    assert told(demo, ended, language).startswith(f"{word}: ")


def test_the_pdf_has_title_language_and_bookmarks(demo: Workspace, ended: SessionId, tmp_path: Path) -> None:
    document = demo.read(minutes_document, ended, Language.NB, demo.now)
    target = tmp_path / "referat.pdf"
    size = write_document(document, target)
    reader = pypdf.PdfReader(BytesIO(target.read_bytes()))
    pages = " ".join(page.extract_text() for page in reader.pages)

    assert size == target.stat().st_size
    assert reader.metadata is not None
    assert reader.metadata.title == document.title
    assert reader.root_object["/Lang"] == "nb-NO"
    assert "Oppgaver" in str(reader.outline)
    assert "Sensornät LoRaWAN" in pages
    assert "Side 1 av" in pages


def test_the_text_is_utf8_with_a_mark_and_whole(demo: Workspace, ended: SessionId, tmp_path: Path) -> None:
    document = demo.read(minutes_document, ended, Language.SV, demo.now)
    target = tmp_path / "protokoll.txt"
    write_document(document, target)

    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert target.read_text("utf-8-sig").replace("\r\n", "\n") == as_text(document)


def test_what_is_not_revealed_is_not_told(demo: Workspace) -> None:
    going_on = demo.read(sessions)[1].id
    text = told(demo, going_on)

    assert "UTKAST" in text
    assert "Svaren har inte visats" in text
    assert "Svar per kommun" not in text


def test_going_back_to_silence_hides_the_answers_again(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS)
    room.cast([[1, 1], [1, 0], [0, 1]])
    room.go_to(Phase.REVEAL)
    assert "prickar från" in told(workspace, room.session)
    room.go_to(Phase.SILENT)

    assert "prickar från" not in told(workspace, room.session)


def test_fewer_than_three_are_not_told(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS, unit=Unit.SEAT)
    room.cast([[1, 1], [1, 0]])
    room.go_to(Phase.REVEAL)
    text = told(workspace, room.session)

    assert "Färre än tre svarade" in text
    assert "prick" not in text.split("Röstsedlar")[1]


def test_votes_by_seat_are_not_told_by_municipality(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS, unit=Unit.SEAT, visibility=Visibility.MUNICIPALITY)
    room.cast([[1, 1], [1, 0], [0, 1]])
    room.go_to(Phase.REVEAL)

    assert "Svar per kommun" not in told(workspace, room.session)


def test_a_second_round_tells_what_moved(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS)
    room.cast([[1, 1], [1, 0], [1, 0]])
    room.go_to(Phase.REVEAL)
    second = Room(workspace, room.session, workspace.run(RepeatRound(round=room.round)).value)
    second.go_to(Phase.SILENT)
    second.cast([[0, 1], [0, 1], [1, 0]])
    second.go_to(Phase.REVEAL)

    assert "Sedan första rundan: Ner från plats 1" in told(workspace, room.session)


def test_a_must_says_what_it_is_reckoned_by(workspace: Workspace) -> None:
    judged = a_room(workspace, Method.IMPACT_EFFORT, count=2)
    judged.cast([[(5, 9), (5, 3)]] * 3)
    must_round(judged).cast([[0, 0]] * 3)
    judged.go_to(Phase.REVEAL)
    must_round(judged).cast([[0, 1]] * 3)
    for row in sheet(workspace, judged.session).rounds[1:]:
        workspace.run(SetPhase(round=row.id, phase=Phase.REVEAL))
    text = told(workspace, judged.session)

    assert "100 % av det som ska göras" in text
    assert "Räknat efter projektens budgetar." in text
    assert "75 % av det som ska göras" in text
    assert "Räknat efter den insats gruppen bedömde i runda 1." in text


def must_round(room: Room) -> Room:
    """Plan and open a round of musts about the same projects, with the same numbers."""
    planning = PlanRound(session=room.session, method=Method.MOSCOW, projects=room.projects, seed=7)
    made = Room(room.workspace, room.session, room.workspace.run(planning).value)
    made.go_to(Phase.SILENT)
    return made


def test_a_confidential_project_has_no_name_on_paper(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS)
    workspace.run(SetConfidential(projects=room.projects[:1], is_confidential=True, reason="Upphandling"))
    sheet = workspace.read(round_sheet, room.round)
    assert sheet is not None
    secret = next(item for item in sheet.items if item.is_confidential)
    workspace.run(AddNote(session=room.session, kind=NoteKind.REASON, text="Brådskar.", round_item=secret.id))
    room.go_to(Phase.REVEAL)
    text = told(workspace, room.session)

    assert secret.title not in text
    assert "Skyddat projekt: Brådskar." in text


def test_the_end_makes_the_minutes_final(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS)
    assert "UTKAST" in told(workspace, room.session)
    workspace.run(EndSession(session=room.session))

    assert "UTKAST" not in told(workspace, room.session)


def test_a_deleted_session_has_no_minutes(workspace: Workspace) -> None:
    with pytest.raises(RowGone):
        workspace.read(minutes_document, SessionId(99), Language.SV, workspace.now)
