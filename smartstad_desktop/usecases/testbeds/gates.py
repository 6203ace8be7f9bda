"""How a case goes from stage to stage: by a decision at a gate, by moving on, back with a reason; pauses and halts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from smartstad_desktop.domain.errors import ReasonMissing
from smartstad_desktop.domain.testbeds.case_way import Stage, check_gate, next_stage, place_of
from smartstad_desktop.domain.testbeds.cases import (
    CaseLessonMissing,
    CaseNotOpen,
    CaseNotOver,
    ChangesMissing,
    DeciderMissing,
    GateFirst,
    NoGateHere,
    NotEarlier,
    StageSkipped,
    check_day,
    check_not_over,
)
from smartstad_desktop.domain.testbeds.routines import CaseState, GateAnswer, LogKind
from smartstad_desktop.storage.tables.testbeds import CaseLog, GateDecision, RoutineCase
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.testbeds.case_rows import go_on, moving, stages_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideGate:
    """Record what was decided at the gate of the stage that a case is in, and let the case go where that leads.

    Sent back it goes to *back_to*, or one stage; stopped it needs a lesson, in *lesson* or written before.
    """

    case: int
    answer: GateAnswer
    decided_on: date
    decided_by: str
    reason: str = ""
    changes: str = ""
    back_to: int | None = None
    lesson: str = ""

    def execute(self, tx: Transaction) -> None:
        """Record it and move the case.

        Raises:
            NoGateHere, GateClosed, DeciderMissing, ReasonMissing, ChangesMissing, CaseLessonMissing, NotEarlier,
                DecisionAhead, DecisionTooEarly: it cannot be decided so.
        """
        case, stages, current = moving(tx, self.case)
        stage = stages[place_of(stages, current)]
        self._check(stage)
        check_day(self.decided_on, today=tx.today, before=_last_decision(tx, case.id), field="decided_on")
        tx.describe(title=case.title, gate=stage.gate, form=self.answer.value)
        tx.session.add(
            GateDecision(
                case_id=case.id,
                stage_id=current,
                answer=self.answer.value,
                reason=self.reason,
                changes=self.changes,
                decided_on=self.decided_on,
                decided_by=self.decided_by,
            )
        )
        match self.answer:
            case GateAnswer.SEND_BACK:
                case.stage_id = _earlier(stages, current, self.back_to).id
            case GateAnswer.STOP:
                _stop(case, self.reason, self.lesson, self.decided_on)
            case _:
                check_gate(stages, current)
                go_on(tx, case, stages, current)
        tx.session.flush()

    def _check(self, stage: Stage) -> None:
        if not stage.gate:
            raise NoGateHere
        if not self.decided_by.strip():
            raise DeciderMissing(field="decided_by")
        if self.answer is GateAnswer.CONTINUE_WITH_CHANGES and not self.changes.strip():
            raise ChangesMissing(field="changes")
        if self.answer in {GateAnswer.SEND_BACK, GateAnswer.STOP} and not self.reason.strip():
            raise ReasonMissing(field="reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveOn:
    """Let a case leave a stage that has no gate; from the last one it is completed."""

    case: int

    def execute(self, tx: Transaction) -> None:
        """Move it.

        Raises:
            GateFirst, CaseUnfinished: the stage is left another way, or not yet.
        """
        case, stages, current = moving(tx, self.case)
        stage = stages[place_of(stages, current)]
        if stage.gate:
            raise GateFirst(gate=stage.gate)
        check_gate(stages, current)
        go_on(tx, case, stages, current)
        following = next_stage(stages, current)
        tx.describe(title=case.title, form=None if following else "last")
        if following is not None:
            tx.describe(stage=following.name.sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCase:
    """Put a case into another stage, as the board does: to the next one where no gate is, or back with a reason."""

    case: int
    stage: int
    reason: str = ""

    def execute(self, tx: Transaction) -> None:
        """Move it.

        Raises:
            GateFirst, StageSkipped, StageElsewhere, ReasonMissing: it cannot go there so.
        """
        case, stages, current = moving(tx, self.case)
        here, there = place_of(stages, current), place_of(stages, self.stage)
        tx.describe(title=case.title, stage=stages[there].name.sv)
        if there > here:
            if stages[here].gate:
                raise GateFirst(gate=stages[here].gate)
            if there > here + 1:
                raise StageSkipped(stage=stages[here + 1].name)
        elif there < here:
            if not self.reason.strip():
                raise ReasonMissing(field="reason")
            said = f"{stages[here].name.sv} → {stages[there].name.sv}: {self.reason.strip()}"
            tx.session.add(CaseLog(case_id=case.id, happened_on=tx.today, kind=LogKind.CHANGE.value, text=said))
        case.stage_id = self.stage
        tx.session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseCase:
    """Let a case rest, with the reason."""

    case: int
    reason: str

    def execute(self, tx: Transaction) -> None:
        """Pause it."""
        case = tx.get(RoutineCase, self.case)
        if case.state != CaseState.OPEN:
            raise CaseNotOpen
        if not self.reason.strip():
            raise ReasonMissing(field="reason")
        case.state, case.state_reason = CaseState.PAUSED.value, self.reason.strip()
        tx.session.flush()
        tx.describe(title=case.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class StopCase:
    """End a case before its time, in any stage, with the reason and what was learned; no gate has to come first."""

    case: int
    reason: str
    lesson: str
    ended_on: date

    def execute(self, tx: Transaction) -> None:
        """End it.

        Raises:
            CaseOver, ReasonMissing, CaseLessonMissing, DecisionAhead, DecisionTooEarly: it cannot end so.
        """
        case = tx.get(RoutineCase, self.case)
        check_not_over(CaseState(case.state))
        if not self.reason.strip():
            raise ReasonMissing(field="reason")
        check_day(self.ended_on, today=tx.today, before=_last_decision(tx, case.id), field="ended_on")
        _stop(case, self.reason.strip(), self.lesson, self.ended_on)
        tx.session.flush()
        tx.describe(title=case.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCase:
    """Take a case up again that was paused, stopped or completed; a completed one is in the last stage again."""

    case: int

    def execute(self, tx: Transaction) -> None:
        """Take it up."""
        case = tx.get(RoutineCase, self.case)
        if case.state == CaseState.OPEN:
            raise CaseNotOver
        if case.stage_id is None:
            case.stage_id = stages_of(tx, case)[-1].id
        case.state, case.state_reason, case.ended_on = CaseState.OPEN.value, "", None
        tx.session.flush()
        tx.describe(title=case.title)


def _stop(case: RoutineCase, reason: str, lesson: str, day: date) -> None:
    case.lesson = lesson.strip() or case.lesson
    if not case.lesson:
        raise CaseLessonMissing(field="lesson")
    case.state, case.state_reason, case.ended_on = CaseState.STOPPED.value, reason, day


def _last_decision(tx: Transaction, case: int) -> date | None:
    return tx.session.scalar(select(func.max(GateDecision.decided_on)).where(GateDecision.case_id == case))


def _earlier(stages: tuple[Stage, ...], current: int, wanted: int | None) -> Stage:
    """Return the stage a case is sent back to."""
    here = place_of(stages, current)
    there = here - 1 if wanted is None else place_of(stages, wanted)
    if not 0 <= there < here:
        raise NotEarlier(field="back_to")
    return stages[there]
