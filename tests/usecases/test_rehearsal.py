"""Rehearsing on a marked copy with made-up answers that are thrown away; the real file stays untouched."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from smartstad_desktop.domain.errors import NothingToUndo
from smartstad_desktop.domain.files import OpenElsewhere
from smartstad_desktop.domain.values import ProjectId, RoundId, SessionId
from smartstad_desktop.domain.workshop.meeting import Phase, RoundNotOpen
from smartstad_desktop.domain.workshop.rehearsals import AlreadyARehearsal, NotARehearsal
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.reads.shell import is_a_rehearsal
from smartstad_desktop.reads.workshop.results import outcome
from smartstad_desktop.reads.workshop.rounds import round_sheet, said
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workshop.rehearsal import MarkRehearsal, SimulateRound, start_rehearsal, throw_away
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.rounds import AddRoundItem, PlanRound
from smartstad_desktop.usecases.workshop.sessions import CreateSession
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump


def digest(workspace: Workspace) -> str:
    """Return what tells the pages of a file apart."""
    return hashlib.sha256(workspace.private_copy()).hexdigest()


def opened_round(workspace: Workspace, method: Method, **rules: object) -> RoundId:
    """Return a round in its silent phase with five projects of the demonstration region."""
    session: SessionId = workspace.run(CreateSession(name="Prov")).value
    projects = tuple(ProjectId(number) for number in range(1, 6))
    made: RoundId = workspace.run(PlanRound(session=session, method=method, projects=projects, rules=rules)).value
    if method is Method.FIST:
        workspace.run(AddRoundItem(round=made, title="Hela listan"))
    workspace.run(SetPhase(round=made, phase=Phase.SILENT))
    return made


def test_a_rehearsal_is_a_marked_copy_and_the_real_file_is_as_it_was(demo: Workspace, tmp_path: Path) -> None:
    before = digest(demo)
    path = start_rehearsal(demo, tmp_path / "prov", "Repetition")
    second = start_rehearsal(demo, tmp_path / "prov", "Repetition")

    assert (path.name, second.name) == ("Repetition.smartstad", "Repetition 2.smartstad")
    assert digest(demo) == before
    assert not demo.glance(is_a_rehearsal)
    with Workspace.open(path) as copy:
        kept = dump(copy)
        assert copy.glance(is_a_rehearsal)
        assert {table for table, rows in dump(demo).items() if rows != kept[table]} == {"programme"}
        with pytest.raises(NothingToUndo):
            copy.undo()
        with pytest.raises(AlreadyARehearsal):
            start_rehearsal(copy, tmp_path, "Igen")


def test_a_rehearsal_leaves_no_backups(demo: Workspace, tmp_path: Path, surroundings: Surroundings) -> None:
    path = start_rehearsal(demo, tmp_path / "prov", "Repetition")
    around = replace(surroundings, backups=tmp_path / "kept")

    with Workspace.open(path, around) as copy:
        copy.run(CreateSession(name="Prov"))
        assert copy.back_up("by-hand") is None
    assert not (tmp_path / "kept").exists()


def test_a_rehearsal_is_thrown_away_and_nothing_else_is(demo: Workspace, demo_file: Path, tmp_path: Path) -> None:
    path = start_rehearsal(demo, tmp_path / "prov", "Repetition")
    with Workspace.open(path), pytest.raises(OpenElsewhere):
        throw_away(path)
    throw_away(path)

    assert list((tmp_path / "prov").iterdir()) == []
    real = tmp_path / "riktig.smartstad"
    real.write_bytes(demo_file.read_bytes())
    with pytest.raises(NotARehearsal):
        throw_away(real)
    assert real.read_bytes() == demo_file.read_bytes()


@pytest.mark.parametrize("method", Method)
def test_made_up_answers_fit_every_method(demo: Workspace, method: Method) -> None:
    demo.run(MarkRehearsal())
    made = opened_round(demo, method, **({"columns": ["Nu", "Sen"]} if method is Method.COLUMNS else {}))
    count = demo.run(SimulateRound(round=made)).value
    sheet = demo.read(round_sheet, made)
    demo.run(SetPhase(round=made, phase=Phase.REVEAL))

    assert sheet is not None
    assert count == sheet.done == 11
    assert demo.read(outcome, made) is not None


@pytest.mark.parametrize(
    "rules",
    [{"unit": Unit.SEAT}, {"unit": Unit.PERSON, "visibility": Visibility.ANONYMOUS}],
    ids=["by seat", "anonymous"],
)
def test_seats_and_numbered_sheets_answer_each_for_themselves(demo: Workspace, rules: dict[str, object]) -> None:
    demo.run(MarkRehearsal())
    made = opened_round(demo, Method.DOTS, marks=3, **rules)
    demo.run(SimulateRound(round=made))
    ballots = demo.read(said, made)

    assert len({tuple(sorted(marks.items())) for marks in ballots.values()}) > 1


def test_the_real_file_takes_no_made_up_answers(demo: Workspace) -> None:
    made = opened_round(demo, Method.DOTS)
    before = dump(demo)

    with pytest.raises(NotARehearsal):
        demo.run(SimulateRound(round=made))
    assert dump(demo) == before


def test_answers_are_only_made_up_while_they_are_taken_and_what_somebody_said_stays(demo: Workspace) -> None:
    demo.run(MarkRehearsal())
    going_on = RoundId(3)
    before = demo.read(said, going_on)
    demo.run(SimulateRound(round=going_on))
    after = demo.read(said, going_on)
    sheet = demo.read(round_sheet, going_on)

    assert sheet is not None
    assert sheet.phase is Phase.SILENT
    assert all(caster.is_done for caster in sheet.casters if caster.is_present)
    full = {whose for whose, marks in before.items() if len(marks) == 24}
    assert len(full) == 5
    assert all(after[whose] == before[whose] for whose in full)
    with pytest.raises(RoundNotOpen):
        demo.run(SimulateRound(round=RoundId(4)))
