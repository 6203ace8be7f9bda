"""What is printed before a vote: ballots for everybody who answers, and the board on paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import Destination

from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.meeting import NoBoard, Phase
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.exchange.documents.document_text import as_text
from smartstad_desktop.exchange.documents.pdf.seal import examine
from smartstad_desktop.reads.workshop.sessions import session, sessions
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.workshop.printed_ballots import ballot_papers, write_ballots
from smartstad_desktop.usecases.workshop.printed_board import board_document
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.rounds import Room, a_room


def printed(room: Room, target: Path, language: Language = Language.SV) -> pypdf.PdfReader:
    """Print the ballots of a round and read them again."""
    papers = room.workspace.read(ballot_papers, room.round, language, room.workspace.now)
    write_ballots(papers, target)
    return pypdf.PdfReader(BytesIO(target.read_bytes()))


def pages(reader: pypdf.PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def names(reader: pypdf.PdfReader) -> list[str]:
    return [str(each.title) for each in reader.outline if isinstance(each, Destination)]


@pytest.mark.parametrize("method", [method for method in Method if method is not Method.CRITERIA])
def test_every_method_has_a_ballot_that_says_how_to_answer(
    workspace: Workspace, tmp_path: Path, method: Method
) -> None:
    room = a_room(workspace, method, question="Vad gör vi först?")
    papers = workspace.read(ballot_papers, room.round, Language.SV, workspace.now)
    reader = printed(room, tmp_path / "sedlar.pdf")
    text = " ".join(pages(reader))

    assert papers.how
    assert papers.answers
    assert text.count("Vad gör vi först?") == 3
    assert all(item.title in text for item in room.sheet.items)
    assert names(reader) == ["Ängelholm", "Helsingborg", "Båstad"]


def test_criteria_are_lettered_and_their_steps_told_beneath(demo: Workspace) -> None:
    weighed = demo.read(sessions)[2].id
    sheet = demo.read(session, weighed)
    assert sheet is not None
    papers = demo.read(ballot_papers, sheet.rounds[0].id, Language.SV, demo.now)

    assert [answer.heading for answer in papers.answers] == list("ABCDEFG")
    assert papers.steps[0].startswith("A. Invånarnytta och behov (Högt är bra): 1 Oklart behov · 3")
    assert any(paper.own for paper in papers.papers)


def test_two_short_ballots_share_a_page(workspace: Workspace, tmp_path: Path) -> None:
    assert len(printed(a_room(workspace, Method.DOTS), tmp_path / "korta.pdf").pages) == 2


def test_a_long_ballot_goes_on_upon_the_next_page(workspace: Workspace, tmp_path: Path) -> None:
    reader = printed(a_room(workspace, Method.DOTS, count=60), tmp_path / "långa.pdf")

    assert len(reader.pages) == 6
    assert "fortsättning" in pages(reader)[1]


def test_anonymous_ballots_have_numbers_and_no_municipality(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.FIST, count=0, unit=Unit.SEAT, visibility=Visibility.ANONYMOUS)
    reader = printed(room, tmp_path / "sedlar.pdf")

    assert names(reader) == ["Röstsedel 1", "Röstsedel 2", "Röstsedel 3"]
    assert "Ängelholm" not in " ".join(pages(reader))


def test_own_projects_are_left_to_the_others(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.HUNDRED, has_recusal=True)
    papers = workspace.read(ballot_papers, room.round, Language.SV, workspace.now)
    printed(room, tmp_path / "sedlar.pdf")
    owners = {item.number: item.municipalities[:1] for item in room.sheet.items}

    for paper, caster in zip(papers.papers, room.sheet.casters, strict=True):
        assert paper.own == {number for number, lead in owners.items() if caster.municipality in lead}


def test_a_confidential_project_has_no_name_on_a_ballot(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.DOTS)
    workspace.run(SetConfidential(projects=room.projects[:1], is_confidential=True, reason="Upphandling"))
    secret = next(item for item in room.sheet.items if item.is_confidential)

    assert secret.title not in " ".join(pages(printed(room, tmp_path / "sedlar.pdf")))


def test_the_file_tells_its_title_and_language_and_is_sealed(workspace: Workspace, tmp_path: Path) -> None:
    reader = printed(a_room(workspace, Method.DOTS), tmp_path / "sedler.pdf", Language.NB)

    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Stemmesedler: Workshop 3 av 4, Runde 1")
    assert reader.root_object["/Lang"] == "nb-NO"
    assert examine((tmp_path / "sedler.pdf").read_bytes()).is_unchanged


def test_a_target_that_cannot_be_written_is_told(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.DOTS, phase=Phase.CLARIFY)

    with pytest.raises(FileUnwritable):
        printed(room, tmp_path / "finns inte" / "sedlar.pdf")


def test_the_board_is_printed_with_room_to_write(demo: Workspace, tmp_path: Path) -> None:
    going_on = demo.read(sessions)[1].id
    document = demo.read(board_document, going_on, Language.SV, demo.now)
    text = as_text(document)
    size = write_document(document, tmp_path / "tavla.pdf")

    assert "Kolumnerna: Nu 2027" in text
    assert "Projekt: Vattenmätare med fjärravläsning" in text
    assert size == (tmp_path / "tavla.pdf").stat().st_size


def test_a_session_without_a_board_has_none_to_print(demo: Workspace) -> None:
    ended = demo.read(sessions)[0].id
    sheet = demo.read(session, ended)

    assert sheet is not None
    assert sheet.board is None
    with pytest.raises(NoBoard):
        demo.read(board_document, ended, Language.SV, demo.now)
