"""Ballots by file: an empty one to fill in, and what comes back, with the line that is wrong."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.files import FileMissing
from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.ballot_files import (
    BallotFileAxis,
    BallotFileCaster,
    BallotFileEmpty,
    BallotFileItem,
    BallotFileOther,
    BallotFileRule,
    BallotFileTwice,
    BallotFileUnlike,
    BallotFileValue,
)
from smartstad_desktop.domain.workshop.meeting import Phase, RoundNotOpen
from smartstad_desktop.domain.workshop.voting import Channel, Method, Unit, Visibility
from smartstad_desktop.text.trouble import sentence
from smartstad_desktop.usecases.workshop.ballot_import import import_ballots
from smartstad_desktop.usecases.workshop.ballot_sheet import write_empty
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.rounds import Room, a_room

Rows = list[list[str]]


def empty(room: Room, folder: Path, language: Language = Language.SV) -> Rows:
    """Write an empty ballot file and return its rows."""
    target = folder / "röster.csv"
    room.workspace.read(write_empty, room.round, target, language)
    return list(csv.reader(io.StringIO(target.read_text("utf-8-sig"), newline=""), delimiter=";"))


def bring(room: Room, folder: Path, rows: Rows, encoding: str = "utf-8-sig") -> int:
    """Save *rows* as a spreadsheet would and read them in."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows(rows)
    path = folder / "ifylld.csv"
    path.write_bytes(stream.getvalue().encode(encoding))
    return import_ballots(room.workspace, room.round, path)


def fill(rows: Rows, *columns: list[str]) -> Rows:
    """Fill the answers in, column by column."""
    for at, column in enumerate(columns, start=4):
        for row, value in zip(rows[1:], column, strict=False):
            row[at] = value
    return rows


@pytest.fixture
def room(workspace: Workspace) -> Room:
    return a_room(workspace, Method.DOTS)


def refused(room: Room, folder: Path, rows: Rows, error: type[RuleError]) -> str:
    """Return the sentence a file is refused with; nothing may have changed."""
    with pytest.raises(error) as caught:
        bring(room, folder, rows)
    assert room.said() == {}
    return sentence(caught.value)


def test_an_empty_file_has_items_and_those_who_answer(room: Room, tmp_path: Path) -> None:
    rows = empty(room, tmp_path)

    assert rows[0] == ["Nr", "Mot", "Vad", "Punkt", "Ängelholm", "Helsingborg", "Båstad"]
    assert [row[3] for row in rows[1:5]] == [item.title for item in room.sheet.items]
    assert (tmp_path / "röster.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("language", [Language.SV, Language.EN])
def test_what_was_filled_in_is_cast(room: Room, tmp_path: Path, encoding: str, language: Language) -> None:
    rows = fill(empty(room, tmp_path, language), ["1", "1", "", "1"], ["", "1"])

    assert bring(room, tmp_path, rows, encoding) == 2
    assert room.values(0) == {1: 1, 2: 1, 4: 1}
    assert room.values(1) == {2: 1}
    assert [caster.channel for caster in room.sheet.casters[:2]] == [Channel.CSV, Channel.CSV]
    assert [caster.is_done for caster in room.sheet.casters] == [True, True, False]


def test_a_blank_ballot_and_a_concern_come_along(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.FIST, count=0)
    rows = fill(empty(room, tmp_path), ["2", "", "Vem betalar?"], ["", "x"])
    bring(room, tmp_path, rows)
    first, second, third = room.sheet.casters

    assert (first.concern, first.is_done) == ("Vem betalar?", True)
    assert second.is_blank
    assert not third.has_begun


def test_both_axes_and_decimal_commas(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.IMPACT_EFFORT, count=1)
    rows = empty(room, tmp_path)
    bring(room, tmp_path, fill(rows, ["7,5", "3"]))
    (said,) = room.said().values()

    assert [row[2] for row in rows[1:3]] == ["Nytta", "Insats"]
    assert sorted(said.values()) == [3, 7.5]


def test_columns_by_name_or_number(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.COLUMNS)
    bring(room, tmp_path, fill(empty(room, tmp_path), ["Nu", "2", "senare", "Inte nu"]))

    assert room.values(0) == {1: 0, 2: 1, 3: 2, 4: 3}


def test_pairs_name_the_one_that_is_chosen(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.PAIRS, count=3)
    rows = empty(room, tmp_path)
    bring(room, tmp_path, fill(rows, ["1", "=", "3"]))
    (said,) = room.said().values()

    assert [row[:2] for row in rows[1:4]] == [["1", "2"], ["1", "3"], ["2", "3"]]
    assert sorted(said.values()) == [0, 0.5, 1]


def test_anonymous_sheets_go_by_number(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.DOTS, unit=Unit.SEAT, visibility=Visibility.ANONYMOUS)
    rows = empty(room, tmp_path)
    rows[0][4:] = ["Röstsedel 1", "3", ""]
    bring(room, tmp_path, fill(rows, ["1"], ["1"]))

    assert [caster.whose.number for caster in room.sheet.casters if caster.is_done] == [1, 3]


def test_a_file_replaces_what_was_there(room: Room, tmp_path: Path) -> None:
    bring(room, tmp_path, fill(empty(room, tmp_path), ["1", "1"]))
    bring(room, tmp_path, fill(empty(room, tmp_path), ["", "", "1"]))
    assert room.values(0) == {3: 1}
    room.workspace.undo()

    assert room.values(0) == {1: 1, 2: 1}


def test_a_stranger_is_told_with_those_who_answer(room: Room, tmp_path: Path) -> None:
    rows = fill(empty(room, tmp_path), ["1"])
    rows[0][5] = "Malmö"

    told = refused(room, tmp_path, rows, BallotFileCaster)
    assert told.startswith("Rad 1: ingen i rundan heter Malmö. De som svarar är Ängelholm, Helsingborg")


def test_a_wrong_number_is_told_with_its_line(room: Room, tmp_path: Path) -> None:
    rows = fill(empty(room, tmp_path), ["1"])
    rows[3][0] = "9"

    assert refused(room, tmp_path, rows, BallotFileItem).startswith("Rad 4: rundan har inget nummer 9")


def test_a_file_of_another_round_is_noticed(room: Room, tmp_path: Path) -> None:
    rows = fill(empty(room, tmp_path), ["1"])
    rows[2][3] = "Något helt annat"

    assert "Något helt annat" in refused(room, tmp_path, rows, BallotFileOther)


def test_what_is_no_answer_is_told_with_what_is(room: Room, tmp_path: Path) -> None:
    rows = fill(empty(room, tmp_path), ["1"], ["", "ja"])

    assert refused(room, tmp_path, rows, BallotFileValue).startswith("Rad 3, Helsingborg: ”ja” är inget svar här")


def test_the_rules_of_the_round_hold(room: Room, tmp_path: Path) -> None:
    rows = fill(empty(room, tmp_path), ["1"], ["1", "", "5"])

    assert refused(room, tmp_path, rows, BallotFileRule).startswith("Rad 4, Helsingborg: ")


def test_hundred_kronor_have_to_be_a_hundred(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.HUNDRED)

    assert "Ängelholm" in refused(room, tmp_path, fill(empty(room, tmp_path), ["60", "30"]), BallotFileRule)


def test_twice_nothing_and_unlike_are_refused(room: Room, tmp_path: Path) -> None:
    twice = fill(empty(room, tmp_path), ["1"])
    twice.append(list(twice[1]))
    files: dict[type[RuleError], Rows] = {
        BallotFileTwice: twice,
        BallotFileEmpty: empty(room, tmp_path),
        BallotFileUnlike: [["a", "b"], ["1", "2"]],
    }

    doubled, blank, strange = (refused(room, tmp_path, rows, error) for error, rows in files.items())

    assert doubled.startswith("Rad 8: 1 kommer två gånger")
    assert "innehåller inga svar" in blank
    assert "är ingen fil med röster" in strange


def test_an_unknown_axis_is_told(workspace: Workspace, tmp_path: Path) -> None:
    room = a_room(workspace, Method.IMPACT_EFFORT, count=1)
    rows = fill(empty(room, tmp_path), ["7"])
    rows[1][2] = "Glädje"

    assert "Glädje" in refused(room, tmp_path, rows, BallotFileAxis)


def test_ballots_are_taken_only_while_the_room_answers(room: Room, tmp_path: Path) -> None:
    rows = fill(empty(room, tmp_path), ["1"])
    room.go_to(Phase.REVEAL)

    with pytest.raises(RoundNotOpen):
        bring(room, tmp_path, rows)


def test_a_file_that_is_gone_is_told(room: Room, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        import_ballots(room.workspace, room.round, tmp_path / "borta.csv")
