"""Reading the routines of a template from their data files."""

from __future__ import annotations

from smartstad_desktop.domain.testbeds.routine_seeds import PointSeed, RoleSeed, RoutineSeed, StageSeed
from smartstad_desktop.usecases.seed_goals import Raw, named


def routine(raw: Raw) -> RoutineSeed:
    """Return a routine with its roles, stages and checklists."""
    return RoutineSeed(
        key=raw["key"],
        kind=raw["kind"],
        version=raw["version"],
        name=named(raw["name"]),
        roles=tuple(RoleSeed(key=role["key"], name=named(role["name"])) for role in raw.get("role", ())),
        stages=tuple(_stage(stage) for stage in raw["stage"]),
    )


def _stage(raw: Raw) -> StageSeed:
    return StageSeed(
        key=raw["key"],
        name=named(raw["name"]),
        responsible=named(raw["responsible"]),
        gate_key=raw.get("gate_key", ""),
        gate=named(raw.get("gate", {})),
        phase=raw.get("phase", ""),
        checklist=tuple(
            PointSeed(
                key=point["key"],
                role=point["role"],
                is_required=point.get("required", True),
                name=named(point),
                evidence=named(point.get("evidence", {})),
            )
            for point in raw["checklist"]
        ),
    )
