"""What the words of routines and of cases that travel through them are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.testbeds.case_way import Passing
from smartstad_desktop.domain.testbeds.routines import (
    CaseState,
    CheckState,
    EvidenceKind,
    GateAnswer,
    LogKind,
    RoutineKind,
    RoutineState,
)
from smartstad_desktop.text.phrases import N_

CASE_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    RoutineKind: {RoutineKind.TESTBED: N_("Testbed case"), RoutineKind.PROCUREMENT: N_("Joint procurement")},
    RoutineState: {
        RoutineState.DRAFT: N_("Draft"),
        RoutineState.ADOPTED: N_("In force"),
        RoutineState.REPLACED: N_("Replaced"),
    },
    CaseState: {
        CaseState.OPEN: N_("Case is open"),
        CaseState.PAUSED: N_("Case is paused"),
        CaseState.STOPPED: N_("Case was stopped"),
        CaseState.COMPLETED: N_("Case is completed"),
    },
    CheckState: {
        CheckState.OPEN: N_("Missing"),
        CheckState.DONE: N_("Settled"),
        CheckState.NOT_RELEVANT: N_("Not relevant"),
    },
    EvidenceKind: {EvidenceKind.FILE: N_("File"), EvidenceKind.LINK: N_("Link"), EvidenceKind.NOTE: N_("Note")},
    GateAnswer: {
        GateAnswer.CONTINUE: N_("Go on"),
        GateAnswer.CONTINUE_WITH_CHANGES: N_("Go on with changes"),
        GateAnswer.SEND_BACK: N_("Send back"),
        GateAnswer.STOP: N_("Stop"),
    },
    Passing: {
        Passing.PASSED: N_("passed"),
        Passing.CURRENT: N_("the case is here"),
        Passing.AHEAD: N_("still to come"),
    },
    LogKind: {
        LogKind.EVENT: N_("Event"),
        LogKind.DEVIATION: N_("Deviation"),
        LogKind.INCIDENT: N_("Incident"),
        LogKind.FEEDBACK: N_("Feedback"),
        LogKind.CHANGE: N_("Change made"),
        LogKind.INFORMATION: N_("Information given"),
        LogKind.QUESTION: N_("Question and answer"),
    },
}
