"""Cases of one kind as rows, and the routines whose stages they are in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from smartstad_desktop.domain.testbeds.case_way import gate_name
from smartstad_desktop.domain.testbeds.routines import CaseState, CheckState, RoutineKind, RoutineState
from smartstad_desktop.domain.testbeds.testbed_cases import EndQuestion, end_question
from smartstad_desktop.domain.testbeds.testbeds import Recommendation
from smartstad_desktop.domain.values import MunicipalityId, Named
from smartstad_desktop.storage.tables.routines import ChecklistItem, Routine, RoutineStage
from smartstad_desktop.storage.tables.testbeds import CaseCheck, CaseMunicipality, RoutineCase, TestbedCase


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case; ``place`` is the number of its stage, ``done`` of ``total`` its answered points.

    ``testbed`` and ``recommendation`` are those of a test.
    """

    id: int
    key: str
    title: str
    kind: RoutineKind
    routine: int
    stage: int | None
    place: int | None
    state: CaseState
    municipality: MunicipalityId | None
    joined: tuple[int, ...]
    project: int | None
    need: int | None
    starts_on: date | None
    ends_on: date | None
    ended_on: date | None
    what_next: str
    is_confidential: bool
    done: int
    total: int
    testbed: int | None
    recommendation: Recommendation | None

    @property
    def is_over(self) -> bool:
        """Return whether nothing more happens in the case."""
        return self.state in {CaseState.STOPPED, CaseState.COMPLETED}

    def question(self, today: date) -> EndQuestion | None:
        """Return what the case asks towards its end."""
        return end_question(
            state=self.state,
            ends_on=self.ends_on,
            what_next=self.what_next,
            recommendation=self.recommendation,
            today=today,
        )


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of a routine; ``gate`` is what its gate is called in short, or empty."""

    id: int
    name: Named
    gate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineRow:
    """A version of a routine with its stages."""

    id: int
    name: Named
    version: str
    state: RoutineState
    stages: tuple[StageRow, ...]


def cases(connection: Connection, kind: RoutineKind) -> tuple[CaseRow, ...]:
    """Return the cases of a kind in the order they were begun."""
    query = (
        select(RoutineCase.__table__, TestbedCase.testbed_id, TestbedCase.recommendation)
        .outerjoin(TestbedCase, TestbedCase.case_id == RoutineCase.id)
        .where(RoutineCase.kind == kind)
        .order_by(RoutineCase.order_key, RoutineCase.id)
    )
    places = {stage.id: place for each in routines(connection, kind) for place, stage in enumerate(each.stages, 1)}
    totals, done = _points(connection)
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for each in connection.execute(select(CaseMunicipality.case_id, CaseMunicipality.municipality_id)):
        joined[each.case_id].append(each.municipality_id)
    return tuple(
        _row(
            row,
            places.get(row.stage_id),
            tuple(joined[row.id]),
            done.get((row.id, row.stage_id), 0),
            totals.get(row.stage_id, 0),
        )
        for row in connection.execute(query)
    )


def routines(connection: Connection, kind: RoutineKind) -> tuple[RoutineRow, ...]:
    """Return the routines of a kind, drafts too, the newest first."""
    stages: defaultdict[int, list[StageRow]] = defaultdict(list)
    for row in connection.execute(select(RoutineStage.__table__).order_by(RoutineStage.order_key, RoutineStage.id)):
        name = Named(row.name_sv, row.name_nb, row.name_en)
        stages[row.routine_id].append(StageRow(row.id, name, gate_name(row.gate_key, row.gate_sv)))
    query = select(Routine.__table__).where(Routine.kind == kind).order_by(Routine.id.desc())
    return tuple(
        RoutineRow(
            id=row.id,
            name=Named(row.name_sv, row.name_nb, row.name_en),
            version=row.version,
            state=RoutineState(row.state),
            stages=tuple(stages[row.id]),
        )
        for row in connection.execute(query)
    )


def _points(connection: Connection) -> tuple[dict[int, int], dict[tuple[int, int], int]]:
    """Return how many points each stage has, and how many of them each case has answered."""
    counts = connection.execute(select(ChecklistItem.stage_id, func.count()).group_by(ChecklistItem.stage_id))
    totals = {stage: count for stage, count in counts}  # noqa: C416  rows of two are no pairs to a checker of types
    answered = connection.execute(
        select(CaseCheck.case_id, ChecklistItem.stage_id, func.count())
        .join(ChecklistItem, ChecklistItem.id == CaseCheck.item_id)
        .where(CaseCheck.state != CheckState.OPEN)
        .group_by(CaseCheck.case_id, ChecklistItem.stage_id)
    )
    return totals, {(case, stage): count for case, stage, count in answered}


def _row(row: Row[Any], place: int | None, joined: tuple[int, ...], done: int, total: int) -> CaseRow:
    return CaseRow(
        id=row.id,
        key=row.key,
        title=row.title,
        kind=RoutineKind(row.kind),
        routine=row.routine_id,
        stage=row.stage_id,
        place=place,
        state=CaseState(row.state),
        municipality=row.municipality_id,
        joined=joined,
        project=row.project_id,
        need=row.need_id,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        ended_on=row.ended_on,
        what_next=row.what_next,
        is_confidential=row.is_confidential,
        done=done,
        total=total,
        testbed=row.testbed_id,
        recommendation=Recommendation(row.recommendation) if row.recommendation else None,
    )
