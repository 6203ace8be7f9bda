"""The rows that a routine of a template becomes."""

from __future__ import annotations

from sqlalchemy.orm import Session

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.testbeds.routine_seeds import RoutineSeed, StageSeed
from smartstad_desktop.storage.tables.routines import ChecklistItem, Routine, RoutineRole, RoutineStage


def add_routine(session: Session, seed: RoutineSeed) -> None:
    """Make a routine with its roles, stages and points; what comes with a template is adopted."""
    routine = Routine(
        key=seed.key,
        family=seed.key,
        kind=seed.kind,
        version=seed.version,
        name_sv=seed.name.sv,
        name_nb=seed.name.nb,
        name_en=seed.name.en,
    )
    session.add(routine)
    session.flush()
    session.add_all(
        RoutineRole(
            routine_id=routine.id,
            key=role.key,
            name_sv=role.name.sv,
            name_nb=role.name.nb,
            name_en=role.name.en,
            order_key=order_key,
        )
        for role, order_key in zip(seed.roles, evenly(len(seed.roles)), strict=True)
    )
    for stage, order_key in zip(seed.stages, evenly(len(seed.stages)), strict=True):
        _add_stage(session, routine.id, stage, order_key)


def _add_stage(session: Session, routine: int, seed: StageSeed, order_key: str) -> None:
    stage = RoutineStage(
        routine_id=routine,
        key=seed.key,
        name_sv=seed.name.sv,
        name_nb=seed.name.nb,
        name_en=seed.name.en,
        responsible_sv=seed.responsible.sv,
        responsible_nb=seed.responsible.nb,
        responsible_en=seed.responsible.en,
        gate_key=seed.gate_key,
        gate_sv=seed.gate.sv,
        gate_nb=seed.gate.nb,
        gate_en=seed.gate.en,
        phase=seed.phase,
        order_key=order_key,
    )
    session.add(stage)
    session.flush()
    session.add_all(
        ChecklistItem(
            stage_id=stage.id,
            key=point.key,
            role_key=point.role,
            is_required=point.is_required,
            name_sv=point.name.sv,
            name_nb=point.name.nb,
            name_en=point.name.en,
            evidence_sv=point.evidence.sv,
            evidence_nb=point.evidence.nb,
            evidence_en=point.evidence.en,
            order_key=point_key,
        )
        for point, point_key in zip(seed.checklist, evenly(len(seed.checklist)), strict=True)
    )
