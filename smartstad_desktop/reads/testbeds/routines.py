"""Routines with their versions, and one version with all its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from smartstad_desktop.domain.testbeds.routines import RoutineKind, RoutineState
from smartstad_desktop.domain.testbeds.versions import PointText, RoleText, RoutineText, StageText
from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.routines import (
    ChecklistItem,
    Routine,
    RoutineAdoption,
    RoutineRole,
    RoutineStage,
)
from smartstad_desktop.storage.tables.testbeds import RoutineCase


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version of a routine; ``cases`` run in it, ``municipalities`` work by it."""

    id: int
    key: str
    family: str
    kind: RoutineKind
    name: Named
    version: str
    state: RoutineState
    adopted_on: date | None
    note: str
    cases: int
    municipalities: int


@dataclass(frozen=True, slots=True)
class RoutineSheet:
    """A version with its words, and all versions of the same routine, the newest first; a locked one is only read."""

    row: VersionRow
    text: RoutineText
    versions: tuple[VersionRow, ...]
    is_locked: bool = False

    @property
    def is_draft(self) -> bool:
        """Return whether it has not been adopted."""
        return self.row.state is RoutineState.DRAFT

    @property
    def is_open(self) -> bool:
        """Return whether it may be changed here and now."""
        return self.is_draft and not self.is_locked


def versions(connection: Connection) -> tuple[VersionRow, ...]:
    """Return every version of every routine, the newest first."""
    cases = _counted(connection, RoutineCase.routine_id)
    adopted = _counted(connection, RoutineAdoption.routine_id)
    query = select(Routine.__table__).order_by(Routine.id.desc())
    return tuple(
        VersionRow(
            id=row.id,
            key=row.key,
            family=row.family or row.key,
            kind=RoutineKind(row.kind),
            name=Named(row.name_sv, row.name_nb, row.name_en),
            version=row.version,
            state=RoutineState(row.state),
            adopted_on=row.adopted_on,
            note=row.note,
            cases=cases.get(row.id, 0),
            municipalities=adopted.get(row.id, 0),
        )
        for row in connection.execute(query)
    )


def in_force(connection: Connection, kind: RoutineKind) -> VersionRow | None:
    """Return the version that new cases of a kind run in, else the newest one; None without a routine."""
    known = [row for row in versions(connection) if row.kind is kind]
    adopted = [row for row in known if row.state is RoutineState.ADOPTED]
    return next(iter([*adopted, *known]), None)


def routine_sheet(connection: Connection, routine: int) -> RoutineSheet | None:
    """Return one version with its words; None when it has been removed."""
    known = versions(connection)
    row = next((each for each in known if each.id == routine), None)
    if row is None:
        return None
    return RoutineSheet(
        row, routine_text(connection, routine), tuple(each for each in known if each.family == row.family)
    )


def routine_text(connection: Connection, routine: int) -> RoutineText:
    """Return a version in words."""
    head = connection.execute(select(Routine.__table__).where(Routine.id == routine)).one()
    roles = connection.execute(
        select(RoutineRole.__table__)
        .where(RoutineRole.routine_id == routine)
        .order_by(RoutineRole.order_key, RoutineRole.id)
    )
    stages = connection.execute(
        select(RoutineStage.__table__)
        .where(RoutineStage.routine_id == routine)
        .order_by(RoutineStage.order_key, RoutineStage.id)
    ).all()
    points: defaultdict[int, list[PointText]] = defaultdict(list)
    for row in connection.execute(
        select(ChecklistItem.__table__)
        .where(ChecklistItem.stage_id.in_([stage.id for stage in stages]))
        .order_by(ChecklistItem.order_key, ChecklistItem.id)
    ):
        points[row.stage_id].append(_point(row))
    return RoutineText(
        id=routine,
        name=_named(head, "name"),
        version=head.version,
        roles=tuple(RoleText(id=row.id, key=row.key, name=_named(row, "name")) for row in roles),
        stages=tuple(_stage(row, tuple(points[row.id])) for row in stages),
    )


def _stage(row: Row[Any], points: tuple[PointText, ...]) -> StageText:
    return StageText(
        id=row.id,
        key=row.key,
        name=_named(row, "name"),
        responsible=_named(row, "responsible"),
        gate_key=row.gate_key,
        gate=_named(row, "gate"),
        phase=row.phase,
        points=points,
    )


def _point(row: Row[Any]) -> PointText:
    return PointText(
        id=row.id,
        key=row.key,
        name=_named(row, "name"),
        role=row.role_key,
        is_required=row.is_required,
        evidence=_named(row, "evidence"),
    )


def _named(row: Row[Any], name: str) -> Named:
    return Named(*(getattr(row, f"{name}_{language}") for language in ("sv", "nb", "en")))


def _counted(connection: Connection, column: Any) -> dict[int, int]:
    rows = connection.execute(select(column, func.count()).group_by(column))
    return {row[0]: row[1] for row in rows}
