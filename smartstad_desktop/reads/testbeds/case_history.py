"""What has been done with a case, by whom and when, from the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, func, or_, select

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.storage.tables.journal import ChangeRow, ChangeStep, StepState

#: Tables whose rows belong to a case.
_OWNED: Final = (
    Kind.TESTBED_CASE,
    Kind.PROCUREMENT_CASE,
    Kind.PROCUREMENT_PARTY,
    Kind.CASE_MUNICIPALITY,
    Kind.CASE_PROJECT,
    Kind.CASE_ROLE,
    Kind.CASE_CHECK,
    Kind.CASE_EVIDENCE,
    Kind.CASE_INDICATOR,
    Kind.CASE_LOG,
    Kind.GATE_DECISION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDeed:
    """A step that touched a case; ``command`` and ``words`` make its name (see ``text.steps``)."""

    step: int
    at: datetime
    actor: str
    command: str
    words: Mapping[str, Any]


def case_history(connection: Connection, case: int, limit: int = 300) -> tuple[CaseDeed, ...]:
    """Return what has been done with a case, the latest first; what was undone did not happen."""
    # The image is JSON the journal wrote itself; looking for the words is faster than parsing each.
    own = func.instr(func.coalesce(ChangeRow.after, ChangeRow.before), f'"case_id":"{case}"') > 0
    mine = or_(
        (ChangeRow.table_name == Kind.ROUTINE_CASE.value) & (ChangeRow.row_id == case),
        ChangeRow.table_name.in_([kind.value for kind in _OWNED]) & own,
    )
    query = (
        select(ChangeStep.id, ChangeStep.at, ChangeStep.actor, ChangeStep.command, ChangeStep.parameters)
        .where(ChangeStep.state == StepState.DONE.value)
        .where(ChangeStep.id.in_(select(ChangeRow.step_id).where(mine)))
        .order_by(ChangeStep.id.desc())
        .limit(limit)
    )
    return tuple(
        CaseDeed(
            step=row.id, at=datetime.fromisoformat(row.at), actor=row.actor, command=row.command, words=row.parameters
        )
        for row in connection.execute(query)
    )
