"""A routine as a template holds it."""

from __future__ import annotations

from dataclasses import dataclass

from smartstad_desktop.domain.values import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSeed:
    """A role that the routine asks for."""

    key: str
    name: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSeed:
    """A point of a checklist: whose it is, whether the gate waits for it, and what shows that it is settled."""

    key: str
    role: str
    is_required: bool
    name: Named
    evidence: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSeed:
    """A stage of a routine with its checklist, who answers for it, and the gate that ends it."""

    key: str
    name: Named
    responsible: Named
    gate_key: str
    gate: Named
    phase: str
    checklist: tuple[PointSeed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineSeed:
    """A routine that the municipalities share."""

    key: str
    kind: str
    version: str
    name: Named
    roles: tuple[RoleSeed, ...]
    stages: tuple[StageSeed, ...]
