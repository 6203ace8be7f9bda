"""What is shown of one case, in the words of one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from smartstad_desktop.domain.testbeds.case_way import Passing
from smartstad_desktop.domain.testbeds.routines import (
    CaseState,
    CheckState,
    EvidenceKind,
    GateAnswer,
    LogKind,
    RoutineKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What is said of a case, whatever its kind."""

    id: int
    key: str
    kind: RoutineKind
    title: str
    what: str
    why: str
    routine: int
    routine_name: str
    version: str
    stage: int | None
    state: CaseState
    state_reason: str
    municipality: int | None
    project: int | None
    need: int | None
    goal_function: int | None
    starts_on: date | None
    ends_on: date | None
    ended_on: date | None
    what_next: str
    lesson: str
    is_confidential: bool
    confidentiality_reason: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """What shows that something is settled; ``text`` is the link or the note."""

    id: int
    item: int | None
    kind: EvidenceKind
    name: str
    text: str
    added_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """A point of the checklist as it stands in the case; ``holder`` is who holds its ``role`` here."""

    id: int
    name: str
    wanted: str
    role: str
    holder: str
    is_required: bool
    state: CheckState
    done_on: date | None
    done_by: str
    reason: str
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What was decided at a gate."""

    id: int
    stage: int
    gate: str
    question: str
    answer: GateAnswer
    reason: str
    changes: str
    decided_on: date
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSheet:
    """A stage with its points; ``gate`` is what its gate is called in short, ``question`` in full."""

    id: int
    number: int
    name: str
    responsible: str
    gate: str
    question: str
    passing: Passing
    last: DecisionRow | None
    points: tuple[PointRow, ...]

    @property
    def answered(self) -> int:
        """Return how many points are settled or not relevant."""
        return sum(point.state is not CheckState.OPEN for point in self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """A line of the log, the latest first."""

    id: int
    happened_on: date
    kind: LogKind
    text: str
    told_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """A role of the routine and who holds it; ``shown`` is the holder in words, by title where a name is protected."""

    id: int
    key: str
    name: str
    holder: str
    organisation: int | None
    person: int | None
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """All of a case. ``missing`` are the required points that the next gate waits for."""

    facts: CaseFacts
    stages: tuple[StageSheet, ...]
    missing: tuple[str, ...]
    decisions: tuple[DecisionRow, ...]
    evidence: tuple[EvidenceRow, ...]
    log: tuple[LogRow, ...]
    roles: tuple[RoleRow, ...]

    @property
    def current(self) -> StageSheet | None:
        """Return the stage the case is in; None when it is completed."""
        return next((stage for stage in self.stages if stage.id == self.facts.stage), None)
