"""A routine: stages with checklists and gates, its versions, and how a case travels through it (domain 6.7, 6.8)."""

from __future__ import annotations

from enum import StrEnum


class RoutineKind(StrEnum):
    """What a routine is for."""

    TESTBED = "testbed"
    PROCUREMENT = "procurement"


class RoutineState(StrEnum):
    """Where a version of a routine stands; only a draft can be edited."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    REPLACED = "replaced"


class CaseState(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    PAUSED = "paused"
    STOPPED = "stopped"
    COMPLETED = "completed"


class CheckState(StrEnum):
    """How a point of the checklist stands in a case; a point without an answer is open."""

    OPEN = "open"
    DONE = "done"
    NOT_RELEVANT = "not_relevant"


class EvidenceKind(StrEnum):
    """How something is shown to be settled."""

    FILE = "file"
    LINK = "link"
    NOTE = "note"


class GateAnswer(StrEnum):
    """What is decided at a gate (domain 2.1)."""

    CONTINUE = "continue"
    CONTINUE_WITH_CHANGES = "continue_with_changes"
    SEND_BACK = "send_back"
    STOP = "stop"


class LogKind(StrEnum):
    """What a line in the log of a case is; ``information`` is what a tester or supplier was told."""

    EVENT = "event"
    DEVIATION = "deviation"
    INCIDENT = "incident"
    FEEDBACK = "feedback"
    CHANGE = "change"
    INFORMATION = "information"
    QUESTION = "question"
