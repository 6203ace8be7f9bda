"""Ballots as data: municipalities or numbers, never persons, and nothing of groups that are too small."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from smartstad_desktop.domain.values import Language
from smartstad_desktop.domain.workshop.meeting import Phase
from smartstad_desktop.domain.workshop.telling_ballots import told_ballots
from smartstad_desktop.domain.workshop.voting import Ballot, Mark, Method, Seat, Unit, Visibility
from smartstad_desktop.reads.workshop.sessions import sessions
from smartstad_desktop.usecases.workshop.ballot_data import ballot_data, write_ballot_data
from smartstad_desktop.usecases.workshop.rehearsal import MarkRehearsal
from smartstad_desktop.usecases.workshop.rounds import RepeatRound
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.rounds import Room, a_room


def data(room: Room) -> list[dict[str, Any]]:
    """Return the ballots of the room's only round."""
    rounds = room.workspace.read(ballot_data, room.session, Language.SV)["rounds"]
    return [] if not rounds else rounds[0]["ballots"]


def votes(*towns: int) -> tuple[Ballot, ...]:
    """Return a ballot of a person for each of *towns*."""
    return tuple(
        Ballot(caster=Seat(number), municipality=town, marks=(Mark(1, float(number % 2)),))
        for number, town in enumerate(towns, start=1)
    )


def named(ballots: tuple[Ballot, ...], visibility: Visibility = Visibility.MUNICIPALITY) -> list[int | None]:
    return [each.municipality for each in told_ballots(ballots, visibility)]


def test_a_municipality_needs_three_of_its_own_and_two_others_named_beside_it() -> None:
    assert named(votes(1, 1, 1, 2, 2, 2, 3, 3, 3)) == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert named(votes(1, 1, 1, 2, 2, 2)) == [None] * 6
    assert named(votes(1, 1, 2, 2, 3, 3)) == [None] * 6


def test_what_is_left_unnamed_is_never_one_or_two() -> None:
    told = named(votes(*[1] * 3, *[2] * 4, *[3] * 5, *[4] * 6, 5))

    assert told.count(None) == 4
    assert set(told) == {2, 3, 4, None}


def test_below_three_persons_there_is_nothing() -> None:
    assert told_ballots(votes(1, 2), Visibility.NAMED) == ()


def test_anonymous_ballots_are_numbered_by_what_they_say() -> None:
    one, other = votes(1, 2, 3), votes(1, 2, 3)[::-1]

    assert named(one, Visibility.ANONYMOUS) == [None, None, None]
    assert told_ballots(one, Visibility.ANONYMOUS) == told_ballots(other, Visibility.ANONYMOUS)


def test_agreed_ballots_carry_the_name_of_their_municipality(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS)
    room.cast([[1, 1], [1, 0], [0, 1]])
    room.go_to(Phase.REVEAL)

    assert {each["municipality"] for each in data(room)} == {"Ängelholm", "Helsingborg", "Båstad"}
    assert sum(len(each["marks"]) for each in data(room)) == 6


def test_seats_are_never_in_the_data(demo: Workspace) -> None:
    ended = demo.read(sessions)[0].id
    written = json.dumps(demo.read(ballot_data, ended, Language.SV), ensure_ascii=False)

    assert "Höganäs" in written
    assert "IT-chef" not in written
    assert "seat" not in written.replace('"unit": "seat"', "")


def test_votes_of_single_persons_have_no_municipality(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS, unit=Unit.SEAT)
    room.cast([[1, 1], [1, 0], [0, 1]])
    room.go_to(Phase.REVEAL)

    assert [each["municipality"] for each in data(room)] == [None, None, None]


def test_what_is_not_revealed_is_not_in_the_data(workspace: Workspace) -> None:
    room = a_room(workspace, Method.DOTS)
    room.cast([[1, 1], [1, 0], [0, 1]])

    assert data(room) == []


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_both_kinds_of_files_hold_the_same_ballots(demo: Workspace, tmp_path: Path, ending: str) -> None:
    ended = demo.read(sessions)[0].id
    target = tmp_path / f"röster.{ending}"

    assert demo.read(write_ballot_data, ended, target, Language.SV) == 17
    if ending == "json":
        assert [len(each["ballots"]) for each in json.loads(target.read_text("utf-8"))["rounds"]] == [9, 8]
    else:
        text = target.read_bytes().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
        assert {(row["Runda"], row["Röstsedel"]) for row in rows} == {
            (str(number), str(ballot)) for number, count in ((1, 9), (2, 8)) for ballot in range(1, count + 1)
        }
        assert sum(row["Runda"] == "2" and row["Kommun"] == "Höganäs" and row["Värde"] == "2" for row in rows) == 1


def test_a_round_held_again_is_called_by_its_turn_and_rows_of_a_rehearsal_say_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    room = a_room(workspace, Method.DOTS)
    room.cast([[1, 1], [1, 0], [0, 1]])
    room.go_to(Phase.REVEAL)
    again = Room(workspace, room.session, workspace.run(RepeatRound(round=room.round)).value)
    again.go_to(Phase.SILENT)
    again.cast([[1, 0], [1, 0], [0, 1]])
    again.go_to(Phase.REVEAL)
    workspace.run(MarkRehearsal())
    target = tmp_path / "röster.csv"
    workspace.read(write_ballot_data, room.session, target, Language.SV)

    told = workspace.read(ballot_data, room.session, Language.SV)["rounds"]
    assert [(each["number"], each["turn"]) for each in told] == [(1, 1), (1, 2)]
    rows = list(csv.DictReader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {row["Runda"] for row in rows} == {"1", "1, omgång 2"}
    assert {row["Repetition"] for row in rows} == {"REPETITION – den här workshoppen har inte hållits"}
