"""One case with its stages, points, evidence, decisions, log and roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.governance.bodies import shown_person
from smartstad_desktop.domain.testbeds.case_way import gate_name, missing_places, passing_of
from smartstad_desktop.domain.testbeds.routines import (
    CaseState,
    CheckState,
    EvidenceKind,
    GateAnswer,
    LogKind,
    RoutineKind,
)
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.reads.testbeds.case_rows import (
    CaseFacts,
    CaseSheet,
    DecisionRow,
    EvidenceRow,
    LogRow,
    PointRow,
    RoleRow,
    StageSheet,
)
from smartstad_desktop.storage.tables.governance import Organisation, Person
from smartstad_desktop.storage.tables.routines import ChecklistItem, Routine, RoutineRole, RoutineStage
from smartstad_desktop.storage.tables.testbeds import (
    CaseCheck,
    CaseEvidence,
    CaseLog,
    CaseRole,
    GateDecision,
    RoutineCase,
    StoredFile,
)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the stages and points of a case are shown with."""

    roles: tuple[RoleRow, ...]
    evidence: tuple[EvidenceRow, ...]
    decisions: tuple[DecisionRow, ...]


def case_sheet(connection: Connection, case: int, language: Language) -> CaseSheet:
    """Return a case.

    Raises:
        RowGone: it has been deleted meanwhile.
    """
    row = connection.execute(select(RoutineCase.__table__).where(RoutineCase.id == case)).one_or_none()
    if row is None:
        raise RowGone(kind=RoutineCase.__tablename__, row_id=case)
    roles, decisions = _roles(connection, row, language), _decisions(connection, case, language)
    evidence = _evidence(connection, case)
    around = _Around(roles, evidence, decisions)
    stages = _stages(connection, row, language, around)
    return CaseSheet(
        facts=_facts(connection, row, language),
        stages=stages,
        missing=_missing(stages, row.stage_id),
        decisions=decisions,
        evidence=tuple(each for each in evidence if each.item is None),
        log=_log(connection, case),
        roles=roles,
    )


def stored_file(connection: Connection, evidence: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a file kept as evidence.

    Raises:
        RowGone: it has been taken away.
    """
    query = (
        select(CaseEvidence.name, StoredFile.content)
        .join(StoredFile, StoredFile.id == CaseEvidence.file_id)
        .where(CaseEvidence.id == evidence)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise RowGone(kind=CaseEvidence.__tablename__, row_id=evidence)
    return row.name, row.content


def _named(row: Row[Any], language: Language, stem: str = "name") -> str:
    return Named(*(getattr(row, f"{stem}_{each}") for each in ("sv", "nb", "en"))).in_language(language)


def _facts(connection: Connection, row: Row[Any], language: Language) -> CaseFacts:
    routine = connection.execute(select(Routine.__table__).where(Routine.id == row.routine_id)).one()
    return CaseFacts(
        id=row.id,
        key=row.key,
        kind=RoutineKind(row.kind),
        title=row.title,
        what=row.what,
        why=row.why,
        routine=row.routine_id,
        routine_name=_named(routine, language),
        version=routine.version,
        stage=row.stage_id,
        state=CaseState(row.state),
        state_reason=row.state_reason,
        municipality=row.municipality_id,
        project=row.project_id,
        need=row.need_id,
        goal_function=row.goal_function_id,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        ended_on=row.ended_on,
        what_next=row.what_next,
        lesson=row.lesson,
        is_confidential=row.is_confidential,
        confidentiality_reason=row.confidentiality_reason,
        comment=row.comment,
    )


def _roles(connection: Connection, case: Row[Any], language: Language) -> tuple[RoleRow, ...]:
    query = (
        select(
            RoutineRole.__table__,
            CaseRole.holder,
            CaseRole.organisation_id,
            CaseRole.person_id,
            Organisation.name.label("organisation"),
            Person.name.label("person"),
            Person.title.label("title"),
            Person.is_protected,
        )
        .outerjoin(CaseRole, (CaseRole.role_id == RoutineRole.id) & (CaseRole.case_id == case.id))
        .outerjoin(Organisation, Organisation.id == CaseRole.organisation_id)
        .outerjoin(Person, Person.id == CaseRole.person_id)
        .where(RoutineRole.routine_id == case.routine_id)
        .order_by(RoutineRole.order_key)
    )
    return tuple(
        RoleRow(
            id=row.id,
            key=row.key,
            name=_named(row, language),
            holder=row.holder or "",
            organisation=row.organisation_id,
            person=row.person_id,
            shown=", ".join(part for part in (_person(row), row.holder, row.organisation) if part),
        )
        for row in connection.execute(query)
    )


def _person(row: Row[Any]) -> str:
    return shown_person(row.person, row.title, is_protected=row.is_protected) if row.person_id else ""


def _evidence(connection: Connection, case: int) -> tuple[EvidenceRow, ...]:
    query = select(CaseEvidence.__table__).where(CaseEvidence.case_id == case).order_by(CaseEvidence.id)
    return tuple(
        EvidenceRow(
            id=row.id,
            item=row.item_id,
            kind=EvidenceKind(row.kind),
            name=row.name,
            text=row.link or row.note,
            added_on=row.added_on,
        )
        for row in connection.execute(query)
    )


def _decisions(connection: Connection, case: int, language: Language) -> tuple[DecisionRow, ...]:
    query = (
        select(
            GateDecision.__table__,
            RoutineStage.gate_key,
            RoutineStage.gate_sv,
            RoutineStage.gate_nb,
            RoutineStage.gate_en,
        )
        .join(RoutineStage, RoutineStage.id == GateDecision.stage_id)
        .where(GateDecision.case_id == case)
        .order_by(GateDecision.id)
    )
    return tuple(
        DecisionRow(
            id=row.id,
            stage=row.stage_id,
            gate=gate_name(row.gate_key, row.gate_sv),
            question=_named(row, language, "gate"),
            answer=GateAnswer(row.answer),
            reason=row.reason,
            changes=row.changes,
            decided_on=row.decided_on,
            decided_by=row.decided_by,
        )
        for row in connection.execute(query)
    )


def _stages(connection: Connection, case: Row[Any], language: Language, around: _Around) -> tuple[StageSheet, ...]:
    query = select(RoutineStage.__table__).where(RoutineStage.routine_id == case.routine_id)
    rows = connection.execute(query.order_by(RoutineStage.order_key, RoutineStage.id)).all()
    points = _points(connection, case, language, around)
    ids = [row.id for row in rows]
    return tuple(
        StageSheet(
            id=row.id,
            number=number,
            name=_named(row, language),
            responsible=_named(row, language, "responsible"),
            gate=gate_name(row.gate_key, row.gate_sv),
            question=_named(row, language, "gate"),
            passing=passing_of(ids, case.stage_id, row.id),
            last=next((each for each in reversed(around.decisions) if each.stage == row.id), None),
            points=tuple(points[row.id]),
        )
        for number, row in enumerate(rows, 1)
    )


def _points(
    connection: Connection, case: Row[Any], language: Language, around: _Around
) -> defaultdict[int, list[PointRow]]:
    by_key = {role.key: role for role in around.roles}
    query = (
        select(
            ChecklistItem.__table__,
            CaseCheck.state,
            CaseCheck.done_on,
            CaseCheck.done_by,
            CaseCheck.reason,
        )
        .join(RoutineStage, RoutineStage.id == ChecklistItem.stage_id)
        .outerjoin(CaseCheck, (CaseCheck.item_id == ChecklistItem.id) & (CaseCheck.case_id == case.id))
        .where(RoutineStage.routine_id == case.routine_id)
        .order_by(ChecklistItem.order_key, ChecklistItem.id)
    )
    found: defaultdict[int, list[PointRow]] = defaultdict(list)
    for row in connection.execute(query):
        role = by_key.get(row.role_key)
        found[row.stage_id].append(
            PointRow(
                id=row.id,
                name=_named(row, language),
                wanted=_named(row, language, "evidence"),
                role="" if role is None else role.name,
                holder="" if role is None else role.shown,
                is_required=row.is_required,
                state=CheckState(row.state or CheckState.OPEN),
                done_on=row.done_on,
                done_by=row.done_by or "",
                reason=row.reason or "",
                evidence=tuple(each for each in around.evidence if each.item == row.id),
            )
        )
    return found


def _missing(stages: tuple[StageSheet, ...], current: int | None) -> tuple[str, ...]:
    """Return the names of the required points that the next gate waits for."""
    if current is None:
        return ()
    asked = missing_places([stage.id for stage in stages], [stage.gate for stage in stages], current)
    return tuple(
        point.name
        for place in asked
        for point in stages[place].points
        if point.is_required and point.state is CheckState.OPEN
    )


def _log(connection: Connection, case: int) -> tuple[LogRow, ...]:
    query = select(CaseLog.__table__).where(CaseLog.case_id == case)
    return tuple(
        LogRow(id=row.id, happened_on=row.happened_on, kind=LogKind(row.kind), text=row.text, told_to=row.told_to)
        for row in connection.execute(query.order_by(CaseLog.happened_on.desc(), CaseLog.id.desc()))
    )
