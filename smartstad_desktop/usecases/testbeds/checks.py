"""What a user can do with the points of a checklist: answer them, take the answer back, show the evidence."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from smartstad_desktop.domain.errors import ReasonMissing
from smartstad_desktop.domain.testbeds.case_way import Point, check_open_again
from smartstad_desktop.domain.testbeds.cases import (
    PointElsewhere,
    check_not_over,
)
from smartstad_desktop.domain.testbeds.routines import CaseState, CheckState
from smartstad_desktop.storage.tables.routines import ChecklistItem, RoutineStage
from smartstad_desktop.storage.tables.testbeds import CaseCheck, RoutineCase
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.testbeds.case_rows import named, stages_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCheck:
    """Say that a point is done, is not relevant here (with the reason), or is open again."""

    case: int
    item: int
    state: CheckState
    done_by: str = ""
    reason: str = ""

    def execute(self, tx: Transaction) -> None:
        """Write the answer.

        Raises:
            ReasonMissing: a point that is not relevant needs a reason.
            CaseOver: the case was stopped or completed.
            PointElsewhere, PointPassed: the point is of another routine, or a gate has let it through.
        """
        case, item = tx.get(RoutineCase, self.case), tx.get(ChecklistItem, self.item)
        check_not_over(CaseState(case.state))
        if tx.get(RoutineStage, item.stage_id).routine_id != case.routine_id:
            raise PointElsewhere
        tx.describe(title=item.name_sv, form=None if self.state is CheckState.DONE else self.state.value)
        tx.describe(case=case.title)
        check = tx.session.scalar(
            select(CaseCheck).where(CaseCheck.case_id == self.case, CaseCheck.item_id == self.item)
        )
        if self.state is CheckState.OPEN:
            if check is not None:
                if case.stage_id is not None:
                    point = Point(named(item), item.is_required, CheckState(check.state))
                    check_open_again(stages_of(tx, case), case.stage_id, item.stage_id, point)
                tx.session.delete(check)
                tx.session.flush()
            return
        if self.state is CheckState.NOT_RELEVANT and not self.reason.strip():
            raise ReasonMissing(field="reason")
        if check is None:
            check = CaseCheck(case_id=self.case, item_id=self.item, state="")
            tx.session.add(check)
        check.state, check.done_on = self.state.value, tx.today
        check.done_by, check.reason = self.done_by.strip(), self.reason.strip()
        tx.session.flush()
