"""Cases go through their gates as the routine says; what is refused is named, and nothing has changed then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from smartstad_desktop.domain.errors import FieldInvalid, ReasonMissing, RuleError
from smartstad_desktop.domain.testbeds import cases as rules
from smartstad_desktop.domain.testbeds.case_way import Passing
from smartstad_desktop.domain.testbeds.routines import CaseState, CheckState, EvidenceKind, GateAnswer, RoutineKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.testbeds.case import stored_file
from smartstad_desktop.reads.testbeds.cases import cases, routines
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.testbeds.cases import AddCase, EditCase, RemoveCases
from smartstad_desktop.usecases.testbeds.checks import AnswerCheck
from smartstad_desktop.usecases.testbeds.evidence import AddEvidence, RemoveEvidence
from smartstad_desktop.usecases.testbeds.gates import DecideGate, MoveCase, MoveOn, PauseCase, ResumeCase, StopCase
from smartstad_desktop.usecases.testbeds.routine_versions import StartRoutineVersion
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.cases import DAY, a_case, pass_stage, settle, sheet


def _decide(case: int, answer: GateAnswer = GateAnswer.CONTINUE, **more: str) -> DecideGate:
    return DecideGate(case=case, answer=answer, decided_on=DAY, decided_by="Styrgruppen", **more)  # type: ignore[arg-type]  only texts are given here


def test_a_case_goes_from_the_first_stage_to_its_end(region: Workspace) -> None:
    case = a_case(region)
    stages = sheet(region, case).stages
    for stage in stages:
        current = sheet(region, case).current
        assert current is not None
        assert current.id == stage.id
        pass_stage(region, case)
    done = sheet(region, case)
    assert done.facts.state is CaseState.COMPLETED
    assert done.current is None
    assert [decision.gate for decision in done.decisions] == [stage.gate for stage in stages if stage.gate]
    assert {stage.passing for stage in done.stages} == {Passing.PASSED}
    region.run(ResumeCase(case=case))
    again = sheet(region, case).current
    assert again is not None
    assert again.id == stages[-1].id


def test_a_gate_names_what_is_missing_also_in_the_stage_before_it(region: Workspace) -> None:
    case = a_case(region)
    first = sheet(region, case).stages[0]
    with pytest.raises(rules.GateClosed) as refused:
        region.run(_decide(case))
    assert refused.value.parameters["count"] == len([point for point in first.points if point.is_required])
    assert first.points[0].name[1:] in trouble.sentence(refused.value, phrasebook(Language.SV))
    assert not sheet(region, case).decisions
    pass_stage(region, case)
    intake = sheet(region, case).current
    assert intake is not None
    assert not intake.gate
    # A stage without a gate can be left with points open, and its gate asks for them later.
    region.run(MoveOn(case=case))
    settle(region, case)
    assert sheet(region, case).missing == tuple(point.name for point in intake.points if point.is_required)
    with pytest.raises(rules.GateClosed):
        region.run(_decide(case))
    for point in intake.points:
        answer = AnswerCheck(case=case, item=point.id, state=CheckState.NOT_RELEVANT, reason="Samma som förra")
        region.run(answer)
    region.run(_decide(case))
    assert sheet(region, case).missing != ()


def test_a_case_is_sent_back_stopped_paused_and_taken_up(region: Workspace) -> None:
    case = a_case(region)
    pass_stage(region, case)
    stages = sheet(region, case).stages
    with pytest.raises(rules.NoGateHere):
        region.run(_decide(case))
    region.run(MoveOn(case=case))
    with pytest.raises(ReasonMissing):
        region.run(_decide(case, GateAnswer.SEND_BACK))
    region.run(_decide(case, GateAnswer.SEND_BACK, reason="Behovet är oklart"))
    assert sheet(region, case).facts.stage == stages[1].id
    region.run(PauseCase(case=case, reason="Väntar på budget"))
    with pytest.raises(rules.CaseNotOpen):
        region.run(MoveOn(case=case))
    region.run(ResumeCase(case=case))
    region.run(MoveOn(case=case))
    with pytest.raises(rules.CaseLessonMissing):
        region.run(_decide(case, GateAnswer.STOP, reason="För dyrt"))
    region.run(_decide(case, GateAnswer.STOP, reason="För dyrt", lesson="Räkna på driften först"))
    stopped = sheet(region, case).facts
    assert (stopped.state, stopped.lesson, stopped.ended_on) == (CaseState.STOPPED, "Räkna på driften först", DAY)


def test_a_case_is_stopped_in_any_stage_and_keeps_its_lesson(region: Workspace) -> None:
    case = a_case(region)
    pass_stage(region, case)
    region.run(PauseCase(case=case, reason="Väntar på budget"))
    stop = StopCase(case=case, reason="Ingen har tid", lesson="Avsätt tid först", ended_on=DAY)
    refused: tuple[tuple[dict[str, object], type[FieldInvalid]], ...] = (
        ({"reason": " "}, ReasonMissing),
        ({"lesson": " "}, rules.CaseLessonMissing),
        ({"ended_on": DAY + timedelta(days=30)}, rules.DecisionAhead),
        ({"ended_on": DAY - timedelta(days=1)}, rules.DecisionTooEarly),
    )
    for changes, error in refused:
        with pytest.raises(error):
            region.run(replace(stop, **changes))  # type: ignore[arg-type]  fields of the command
    region.run(stop)
    stopped = sheet(region, case)
    assert (stopped.facts.state, stopped.facts.lesson, stopped.facts.ended_on) == (
        CaseState.STOPPED,
        "Avsätt tid först",
        DAY,
    )
    answer = AnswerCheck(case=case, item=stopped.stages[1].points[0].id, state=CheckState.DONE)
    for command, refusal in (
        (EditCase(case=case, changes={"lesson": " "}), rules.CaseLessonMissing),
        (stop, rules.CaseOver),
        (answer, rules.CaseOver),
    ):
        with pytest.raises(refusal):
            region.run(command)
    region.run(EditCase(case=case, changes={"lesson": "Avsätt tid och pengar först"}))
    region.run(ResumeCase(case=case))
    region.run(answer)


def test_what_a_gate_let_through_stays_and_a_case_keeps_to_its_routine(region: Workspace) -> None:
    case = a_case(region)
    pass_stage(region, case)
    first = sheet(region, case).stages[0]
    required = next(point for point in first.points if point.is_required)
    other = region.read(routines, RoutineKind.PROCUREMENT)[0]
    query = f"SELECT min(id) FROM checklist_item WHERE stage_id = {other.stages[0].id}"
    foreign = region.read(lambda each: each.exec_driver_sql(query).scalar_one())
    draft = region.run(StartRoutineVersion(routine=region.read(routines, RoutineKind.TESTBED)[0].id)).value
    assert isinstance(draft, int)
    refused: tuple[tuple[Command, type[RuleError]], ...] = (
        (AnswerCheck(case=case, item=required.id, state=CheckState.OPEN), rules.PointPassed),
        (AnswerCheck(case=case, item=foreign, state=CheckState.DONE), rules.PointElsewhere),
        (MoveCase(case=case, stage=other.stages[0].id, reason="Fel"), rules.StageElsewhere),
        (AddCase(kind=RoutineKind.TESTBED, title="Fel", routine=other.id), rules.RoutineNotInForce),
        (AddCase(kind=RoutineKind.TESTBED, title="Fel", routine=draft), rules.RoutineNotInForce),
    )
    for command, error in refused:
        with pytest.raises(error) as told:
            region.run(command)
        assert trouble.sentence(told.value, phrasebook(Language.SV))
    # Sent back, the case can open it again, and its gate asks for it.
    region.run(MoveCase(case=case, stage=first.id, reason="Behovet är oklart"))
    region.run(AnswerCheck(case=case, item=required.id, state=CheckState.OPEN))
    with pytest.raises(rules.GateClosed):
        region.run(_decide(case))
    region.run(AnswerCheck(case=case, item=required.id, state=CheckState.DONE))
    for day, wrong in (
        (DAY - timedelta(days=1), rules.DecisionTooEarly),
        (DAY.replace(year=2030), rules.DecisionAhead),
    ):
        with pytest.raises(wrong):
            region.run(replace(_decide(case), decided_on=day))


def test_the_board_moves_on_where_no_gate_is_and_back_with_a_reason(region: Workspace) -> None:
    case = a_case(region)
    stages = sheet(region, case).stages
    with pytest.raises(rules.GateFirst) as refused:
        region.run(MoveCase(case=case, stage=stages[1].id))
    assert refused.value.parameters["gate"] == stages[0].gate == "G1"
    pass_stage(region, case)
    with pytest.raises(rules.StageSkipped):
        region.run(MoveCase(case=case, stage=stages[3].id))
    region.run(MoveCase(case=case, stage=stages[2].id))
    with pytest.raises(ReasonMissing):
        region.run(MoveCase(case=case, stage=stages[0].id))
    region.run(MoveCase(case=case, stage=stages[0].id, reason="Fel utmaning"))
    told = sheet(region, case)
    assert told.facts.stage == stages[0].id
    assert told.log[0].text.endswith("Fel utmaning")


def test_evidence_is_kept_once_read_back_and_limited(region: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    case = a_case(region)
    point = sheet(region, case).stages[0].points[0]
    content = b"%PDF-1.7 invented"
    for name in ("Behov.pdf", "Kopia.pdf"):
        add = AddEvidence(case=case, item=point.id, kind=EvidenceKind.FILE, name=name, content=content)
        region.run(add)
    region.run(AddEvidence(case=case, item=point.id, kind=EvidenceKind.LINK, text="https://example.org/utredning"))
    shown = sheet(region, case).stages[0].points[0].evidence
    assert [each.name for each in shown] == ["Behov.pdf", "Kopia.pdf", "https://example.org/utredning"]
    region.run(RemoveEvidence(evidence=shown[0].id))
    region.undo()
    assert region.read(stored_file, shown[0].id) == ("Behov.pdf", content)
    assert region.read(lambda each: each.exec_driver_sql("SELECT count(*) FROM stored_file").scalar()) == 1
    with pytest.raises(rules.EvidenceEmpty):
        region.run(AddEvidence(case=case, kind=EvidenceKind.FILE, name="Tom.pdf"))
    monkeypatch.setattr("smartstad_desktop.usecases.testbeds.evidence.LARGEST_FILE", 8)
    with pytest.raises(rules.EvidenceTooLarge):
        region.run(AddEvidence(case=case, kind=EvidenceKind.FILE, name="Film.mp4", content=content))


def test_a_case_takes_what_its_project_says_and_its_confidentiality(demo: Workspace) -> None:
    query = "SELECT id, title, municipality_id FROM project WHERE is_confidential LIMIT 1"
    project, title, town = demo.read(lambda each: each.exec_driver_sql(query).one())
    demo.run(AddCase(kind=RoutineKind.TESTBED, project=project))
    made = demo.read(cases, RoutineKind.TESTBED)[-1]
    assert (made.title, made.municipality, made.is_confidential) == (title, town, True)
    newest = demo.read(routines, RoutineKind.TESTBED)[0]
    assert made.stage == newest.stages[0].id
    demo.run(RemoveCases(cases=(made.id,)))
    assert made.id not in {row.id for row in demo.read(cases, RoutineKind.TESTBED)}


def test_a_case_that_cannot_be_so_is_refused(region: Workspace) -> None:
    case = a_case(region)
    refused: tuple[tuple[dict[str, object], type[FieldInvalid]], ...] = (
        ({"title": " "}, rules.CaseTitleMissing),
        ({"title": "x" * 200}, rules.CaseTitleTooLong),
        ({"starts_on": DAY, "ends_on": DAY.replace(year=2025)}, rules.CaseEndsBeforeStart),
        ({"is_confidential": True}, ReasonMissing),
        ({"municipality_id": 999}, FieldInvalid),
        ({"budget": 3}, FieldInvalid),
    )
    before = sheet(region, case).facts
    for changes, error in refused:
        with pytest.raises(error):
            region.run(EditCase(case=case, changes=changes))
    assert sheet(region, case).facts == before
