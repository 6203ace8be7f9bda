"""What the lists of a routine show, in the language of the window."""

from __future__ import annotations

from dataclasses import dataclass

from smartstad_desktop.domain.testbeds.case_way import gate_name
from smartstad_desktop.domain.testbeds.versions import PointText, RoutineText, StageText
from smartstad_desktop.domain.values import Named
from smartstad_desktop.text.phrases import _, current, ngettext


@dataclass(frozen=True, slots=True)
class StageFace:
    """A line in the list of stages."""

    id: int
    number: int
    name: str
    note: str
    gate: str

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        gate = _("ends with {gate}", gate=self.gate) if self.gate else ""
        return ", ".join(part for part in (f"{self.number} {self.name}", self.note, gate) if part)


@dataclass(frozen=True, slots=True)
class PointFace:
    """A line in the list of points."""

    id: int
    name: str
    role: str
    evidence: str
    is_required: bool

    @property
    def role_shown(self) -> str:
        """Return the role, or that nobody has the point."""
        return self.role or _("No role")

    @property
    def required_shown(self) -> str:
        """Return a word for what the gate does not wait for."""
        return "" if self.is_required else _("Not required")

    @property
    def told(self) -> str:
        """Return role, evidence and requirement in a line."""
        return " · ".join(part for part in (self.role_shown, self.required_shown or self.evidence) if part)

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        needed = _("required") if self.is_required else self.required_shown
        return ", ".join(part for part in (self.name, self.role_shown, needed, self.evidence) if part)


def shown(words: Named) -> str:
    """Return a name in the language of the window."""
    return words.in_language(current().language)


def stage_faces(routine: RoutineText) -> list[StageFace]:
    """Return the stages of a version as lines."""
    return [_stage(number, stage) for number, stage in enumerate(routine.stages, 1)]


def point_faces(routine: RoutineText, stage: StageText | None) -> list[PointFace]:
    """Return the points of a stage as lines."""
    return [] if stage is None else [_point(routine, point) for point in stage.points]


def _stage(number: int, stage: StageText) -> StageFace:
    parts = (ngettext("{count} point", "{count} points", len(stage.points)), shown(stage.responsible))
    note = " · ".join(part for part in parts if part)
    gate = gate_name(stage.gate_key, shown(stage.gate)) if stage.has_gate else ""
    return StageFace(stage.id, number, shown(stage.name), note, gate)


def _point(routine: RoutineText, point: PointText) -> PointFace:
    role = shown(routine.role_name(point.role)) if point.role else ""
    return PointFace(point.id, shown(point.name), role, shown(point.evidence), point.is_required)
