"""The stages of a case as the line shows them."""

from __future__ import annotations

from smartstad_desktop.domain.testbeds.case_way import Passing
from smartstad_desktop.domain.testbeds.routines import CaseState, GateAnswer
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet, StageSheet
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cases.stage_line import StageFace

_THROUGH = frozenset({GateAnswer.CONTINUE, GateAnswer.CONTINUE_WITH_CHANGES})


def stage_faces(sheet: CaseSheet) -> list[StageFace]:
    """Return what the line shows of each stage."""
    return [
        StageFace(stage.id, stage.number, stage.name, _note(stage, sheet.facts.state), stage.passing)
        for stage in sheet.stages
    ]


def _note(stage: StageSheet, state: CaseState) -> str:
    """Return what stands beneath the name: the gate, and how it stands."""
    if not stage.gate:
        return ""
    if stage.passing is Passing.PASSED and stage.last is not None and stage.last.answer in _THROUGH:
        return _("{gate} yes", gate=stage.gate)
    if stage.passing is Passing.CURRENT and state is CaseState.STOPPED:
        return f"{stage.gate} {label(GateAnswer.STOP).lower()}"
    if stage.passing is Passing.CURRENT:
        return _("{gate} next", gate=stage.gate)
    return stage.gate
