"""Drafts, adopted versions, cases that come along, and how municipalities work by a routine, in a real file."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from smartstad_desktop import places
from smartstad_desktop.domain.errors import DomainError, ReasonMissing
from smartstad_desktop.domain.testbeds.adoption import AdoptionOfDraft, DeviationEmpty
from smartstad_desktop.domain.testbeds.comparison import compare
from smartstad_desktop.domain.testbeds.routines import CheckState, RoutineKind, RoutineState
from smartstad_desktop.domain.testbeds.versions import (
    DraftExists,
    RoleUnknown,
    RoutineInUse,
    RoutineNameMissing,
    RoutineNotDraft,
    RoutineText,
    RoutineVersionTaken,
    VersionElsewhere,
)
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.testbeds.adoption import adoptions
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.routine_cases import case_moves
from smartstad_desktop.reads.testbeds.routines import RoutineSheet, in_force, routine_sheet, routine_text, versions
from smartstad_desktop.storage.tables.routines import RoutineRole
from smartstad_desktop.usecases.testbeds import case_roles, cases, checks
from smartstad_desktop.usecases.testbeds.adoption import AddDeviation, AdoptLocally, EditDeviation
from smartstad_desktop.usecases.testbeds.routine_parts import (
    AddRoutinePoint,
    AddRoutineStage,
    EditRoutinePoints,
    EditRoutineStage,
    MoveRoutinePoints,
    MoveRoutineStage,
    RemoveRoutinePoints,
    RemoveRoutineRole,
    RemoveRoutineStage,
)
from smartstad_desktop.usecases.testbeds.routine_versions import AdoptRoutine, MoveCasesToVersion, StartRoutineVersion
from smartstad_desktop.usecases.testbeds.routines import AddRoutine, EditRoutine, RemoveRoutine
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.cases import a_case, pass_stage
from tests.support.commands.finding import untyped

TODAY = date(2026, 11, 22)


def text(workspace: Workspace, routine: int) -> RoutineText:
    return workspace.read(routine_text, routine)


def sheet(workspace: Workspace, routine: int) -> RoutineSheet:
    return untyped(workspace.read(routine_sheet, routine))


def testbed(workspace: Workspace) -> int:
    return untyped(workspace.read(in_force, RoutineKind.TESTBED)).id


def draft_of(workspace: Workspace, routine: int) -> int:
    return untyped(workspace.run(StartRoutineVersion(routine=routine)).value)


def test_a_draft_holds_all_of_its_version_and_nothing_differs_until_it_is_changed(region: Workspace) -> None:
    source = testbed(region)
    draft = draft_of(region, source)

    shown = sheet(region, draft)
    assert (shown.row.version, shown.row.state, shown.is_draft) == ("1.1", RoutineState.DRAFT, True)
    assert [each.version for each in shown.versions] == ["1.1", "1.0"]
    assert compare(text(region, source), shown.text) == ()
    assert len(shown.text.roles) == 10
    with pytest.raises(DraftExists):
        region.run(StartRoutineVersion(routine=source))
    with pytest.raises(RoutineVersionTaken):
        region.run(EditRoutine(routine=draft, changes={"version": "1.0"}))


def test_only_a_draft_can_be_changed_and_what_is_missing_is_said(region: Workspace) -> None:
    adopted = text(region, testbed(region))
    stage, point = adopted.stages[0].id, adopted.stages[0].points[0].id
    for command in (
        AddRoutineStage(routine=adopted.id, fields={"name_sv": "Nytt"}),
        EditRoutineStage(stage=stage, changes={"name_sv": "Annat"}),
        MoveRoutineStage(stage=stage),
        RemoveRoutineStage(stage=stage),
        AddRoutinePoint(stage=stage, fields={"name_sv": "Nytt"}),
        EditRoutinePoints(points=(point,), changes={"is_required": False}),
        MoveRoutinePoints(points=(point,), stage=stage),
        RemoveRoutinePoints(points=(point,)),
        RemoveRoutineRole(role=adopted.roles[0].id),
    ):
        with pytest.raises(RoutineNotDraft):
            region.run(command)
    made = text(region, draft_of(region, adopted.id))
    refused: list[tuple[object, type[DomainError]]] = [
        (AddRoutineStage(routine=made.id, fields={"name_sv": " "}), RoutineNameMissing),
        (EditRoutinePoints(points=(made.stages[0].points[0].id,), changes={"role_key": "nobody"}), RoleUnknown),
    ]
    for command, error in refused:
        with pytest.raises(error):
            region.run(untyped(command))


def test_points_and_stages_move_where_they_are_put(region: Workspace) -> None:
    made = text(region, draft_of(region, testbed(region)))
    first, second = made.stages[0], made.stages[1]
    one, two = first.points[0].id, first.points[2].id

    region.run(MoveRoutinePoints(points=(two, one), stage=second.id, before=second.points[1].id))
    region.run(MoveRoutineStage(stage=made.stages[7].id, before=first.id))

    after = text(region, made.id)
    assert [stage.id for stage in after.stages[:2]] == [made.stages[7].id, first.id]
    points = [point.id for point in after.stages[2].points]
    assert points == [second.points[0].id, two, one, *(point.id for point in second.points[1:])]
    nothing = region.run(MoveRoutinePoints(points=(two, one), stage=second.id, before=second.points[1].id))
    assert nothing.step is None


def test_a_role_that_goes_leaves_its_points_open(region: Workspace) -> None:
    made = text(region, draft_of(region, testbed(region)))
    receiver = next(role for role in made.roles if role.key == "receiver")

    region.run(RemoveRoutineRole(role=receiver.id))

    open_ones = [p.key for stage in text(region, made.id).stages for p in stage.points if not p.role]
    assert open_ones == ["receiver-named", "who-pays"]


def test_adopting_replaces_the_version_before_and_cases_stay_unless_asked_to_come(region: Workspace) -> None:
    source = testbed(region)
    old = text(region, source)
    staying, coming = (
        untyped(region.run(cases.AddCase(kind=RoutineKind.TESTBED, title=title)).value) for title in ("Stannar", "Med")
    )
    for case in (staying, coming):
        for point in old.stages[0].points[:2]:
            region.run(checks.AnswerCheck(case=case, item=point.id, state=CheckState.DONE))
        region.run(case_roles.SetCaseRole(case=case, role=old.roles[0].id, holder="Enhetschef"))
    made = text(region, draft_of(region, source))
    region.run(RemoveRoutinePoints(points=(made.stages[0].points[1].id,)))
    region.run(RemoveRoutineRole(role=made.roles[0].id))
    moves = {move.case: move for move in region.read(case_moves, made.id)}
    assert [name.sv for name in moves[coming].answers_lost] == [old.stages[0].points[1].name.sv]
    assert [name.sv for name in moves[coming].roles_lost] == ["Behovsägare"]
    region.run(AdoptRoutine(routine=made.id, adopted_on=TODAY, cases=(coming,)))

    states = {row.id: row.state for row in region.read(versions)}
    assert (states[source], states[made.id]) == (RoutineState.REPLACED, RoutineState.ADOPTED)
    told = {case: untyped(region.read(case_sheet, case, Language.SV)) for case in (staying, coming)}
    assert (told[staying].facts.version, told[coming].facts.version) == ("1.0", "1.1")
    assert told[coming].facts.stage == made.stages[0].id
    assert [p.state for p in told[coming].stages[0].points] == [CheckState.DONE, CheckState.OPEN, CheckState.OPEN]
    assert [p.state for p in told[staying].stages[0].points][:2] == [CheckState.DONE, CheckState.DONE]
    region.run(MoveCasesToVersion(cases=(staying,), routine=made.id))
    assert untyped(region.read(case_sheet, staying, Language.SV)).facts.version == "1.1"
    assert region.read(case_moves, made.id) == ()
    region.undo()
    region.undo()
    assert {row.id: row.state for row in region.read(versions)}[source] is RoutineState.ADOPTED


def test_a_case_goes_only_to_a_version_of_its_own_routine_and_used_versions_stay(region: Workspace) -> None:
    case = untyped(region.run(cases.AddCase(kind=RoutineKind.TESTBED, title="Sensorer")).value)
    procurement = untyped(region.read(in_force, RoutineKind.PROCUREMENT)).id

    with pytest.raises(VersionElsewhere):
        region.run(MoveCasesToVersion(cases=(case,), routine=procurement))
    with pytest.raises(RoutineInUse):
        region.run(RemoveRoutine(routine=testbed(region)))


def test_without_the_version_in_force_the_one_before_it_is_in_force_again(region: Workspace) -> None:
    source = testbed(region)
    made = draft_of(region, source)
    region.run(AdoptRoutine(routine=made, adopted_on=TODAY))
    region.run(RemoveRoutine(routine=made))
    assert untyped(region.read(in_force, RoutineKind.TESTBED)).id == source
    assert sheet(region, source).row.state is RoutineState.ADOPTED
    # What was decided at a gate stays with the version it was decided in, also when the case goes on in the next one.
    case = a_case(region)
    pass_stage(region, case)
    made = draft_of(region, source)
    region.run(AdoptRoutine(routine=made, adopted_on=TODAY, cases=(case,)))
    with pytest.raises(RoutineInUse):
        region.run(RemoveRoutine(routine=source))


def test_there_can_be_several_routines_of_one_kind(region: Workspace) -> None:
    made = untyped(region.run(AddRoutine(kind=RoutineKind.TESTBED, name="Drönare", like=testbed(region))).value)

    assert len(sheet(region, made).text.stages) == 8
    assert [row.version for row in sheet(region, made).versions] == ["1.0"]
    region.run(AdoptRoutine(routine=made, adopted_on=TODAY))
    kinds = [row.state for row in region.read(versions) if row.kind is RoutineKind.TESTBED]
    assert kinds == [RoutineState.ADOPTED, RoutineState.ADOPTED]


def test_a_municipality_takes_its_deviations_along_to_a_new_version(region: Workspace) -> None:
    source = text(region, testbed(region))
    adoption = untyped(
        region.run(
            AdoptLocally(routine=source.id, municipality=2, changes={"adopted_on": TODAY, "contact_role": "Kansli"})
        ).value
    )
    point = source.stages[2].points[0]
    fields = {"text": "Nämnden poängsätter", "reason": "Så är det reglerat", "item_id": point.id}
    deviation = untyped(region.run(AddDeviation(adoption=adoption, fields=fields)).value)
    for error, changes in ((DeviationEmpty, {"text": " "}), (ReasonMissing, {"reason": ""})):
        with pytest.raises(error):
            region.run(EditDeviation(deviation=deviation, changes=changes))
    draft = draft_of(region, source.id)
    with pytest.raises(AdoptionOfDraft):
        region.run(AdoptLocally(routine=draft, municipality=2, changes={}))
    region.run(AdoptRoutine(routine=draft, adopted_on=TODAY))
    behind = region.read(adoptions, "testbed")[1]
    assert (behind.version, behind.is_behind) == ("1.0", True)

    region.run(AdoptLocally(routine=draft, municipality=2, changes={"adopted_on": TODAY}))

    rows = region.read(adoptions, "testbed")
    assert [row.version for row in rows[:3]] == ["", "1.1", ""]
    now = rows[1]
    assert (now.contact_role, now.deviations[0].reason, now.is_behind) == ("Kansli", "Så är det reglerat", False)
    assert now.deviations[0].item == text(region, draft).stages[2].points[0].id


def test_a_routine_of_a_file_from_before_has_gates_by_their_words_and_gets_keys_with_its_first_draft(
    tmp_path: Path, surroundings: Surroundings
) -> None:
    path = tmp_path / "old.smartstad"
    shutil.copy(places.db() / "old" / "0003.smartstad", path)
    with Workspace.open(path, surroundings=surroundings) as workspace:
        old = text(workspace, testbed(workspace))
        assert [stage.has_gate for stage in old.stages].count(True) == 6
        made = text(workspace, draft_of(workspace, old.id))
        point = made.stages[3].points[0]
        assert point.key
        workspace.run(EditRoutinePoints(points=(point.id,), changes={"name_sv": "Testplan"}))

        (difference,) = compare(text(workspace, old.id), text(workspace, made.id))
        assert (difference.how.value, difference.name.sv) == ("reworded", "Testplan")
        assert workspace.read(_roles) == 0


def _roles(connection: Connection) -> int:
    return len(connection.execute(select(RoutineRole.id)).all())
