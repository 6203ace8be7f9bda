"""The versions of the plan in a table: how far each has come, what it was frozen with, who has signed and adopted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from smartstad_desktop.domain.plan.decision import ADOPTING
from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.plan.plan import PlanRow, plan_rows
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.plan_decision import PlanAdoption, PlanFile, PlanSigner, PlanSnapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version with what is counted of it.

    ``has_snapshot`` tells whether the data it was frozen with is kept; it is not for a draft, nor for a version that
    was frozen before such data was kept. ``left_out`` is what the data lacks, by kind.
    """

    plan: PlanRow
    measures: int
    has_snapshot: bool
    app_version: str
    left_out: Mapping[str, int]
    signers: int
    signed: int
    adopted: int
    files: int
    signed_files: int

    @property
    def frozen_at(self) -> datetime | None:
        """Return when it was frozen (UTC)."""
        return datetime.fromisoformat(self.plan.frozen_at) if self.plan.frozen_at else None


def versions(connection: Connection) -> tuple[VersionRow, ...]:
    """Return all versions, newest first."""
    kept = {row.plan_id: row for row in connection.execute(select(PlanSnapshot.__table__))}
    signed = PlanSigner.signed_on.is_not(None) | (PlanSigner.strokes != "")
    measures = _counted(connection, _by_plan(PlanItem, func.count()))
    signers = _counted(connection, _by_plan(PlanSigner, func.count()))
    have_signed = _counted(connection, _by_plan(PlanSigner, func.count()).where(signed))
    adopted = _counted(
        connection,
        _by_plan(PlanAdoption, func.count(distinct(PlanAdoption.municipality_id))).where(
            PlanAdoption.outcome.in_([outcome.value for outcome in ADOPTING])
        ),
    )
    files = _counted(connection, _by_plan(PlanFile, func.count()))
    signed_files = _counted(
        connection, _by_plan(PlanFile, func.count()).where(PlanFile.kind == PlanFileKind.SIGNED.value)
    )
    return tuple(
        VersionRow(
            plan=row,
            measures=measures.get(row.id, 0),
            has_snapshot=row.id in kept,
            app_version=kept[row.id].app_version if row.id in kept else "",
            left_out=kept[row.id].left_out if row.id in kept else {},
            signers=signers.get(row.id, 0),
            signed=have_signed.get(row.id, 0),
            adopted=adopted.get(row.id, 0),
            files=files.get(row.id, 0),
            signed_files=signed_files.get(row.id, 0),
        )
        for row in plan_rows(connection)
    )


def version_with_print(connection: Connection, digest: str) -> PlanId | None:
    """Return the frozen version whose data has the print *digest*, or None."""
    return next((row.id for row in plan_rows(connection) if digest and row.content_hash == digest), None)


def _by_plan(
    table: type[PlanItem | PlanSigner | PlanAdoption | PlanFile], count: ColumnElement[int]
) -> Select[int, int]:
    return select(table.plan_id, count).group_by(table.plan_id)


def _counted(connection: Connection, query: Select[int, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(query)}
