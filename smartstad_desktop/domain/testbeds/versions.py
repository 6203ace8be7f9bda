"""A version of a routine: its words as data, what may be written in a draft, and when it may be adopted.

A draft becomes adopted, an adopted version is replaced by the next one. Only a draft can be changed, so that a case
never finds its routine otherwise than it was begun with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.testbeds.routines import RoutineState
from smartstad_desktop.domain.values import Named

#: The longest name of a stage, a point or a role.
LONGEST_NAME: Final = 160
#: The longest version and the longest short name of a gate.
LONGEST_MARK: Final = 12

_LANGUAGES: Final = ("sv", "nb", "en")


def _in_languages(*names: str) -> dict[str, Cleaner]:
    return {f"{name}_{language}": cleaning.text for name in names for language in _LANGUAGES}


ROUTINE_FIELDS: Final[Mapping[str, Cleaner]] = {
    **_in_languages("name"),
    "version": cleaning.text,
    "note": cleaning.text,
}
STAGE_FIELDS: Final[Mapping[str, Cleaner]] = {
    **_in_languages("name", "responsible", "gate"),
    "gate_key": cleaning.text,
    "phase": cleaning.text,
}
POINT_FIELDS: Final[Mapping[str, Cleaner]] = {
    **_in_languages("name", "evidence"),
    "role_key": cleaning.text,
    "is_required": cleaning.flag,
}
ROLE_FIELDS: Final[Mapping[str, Cleaner]] = _in_languages("name")


class RoutineNotDraft(RuleError):
    """Only a draft can be changed. Parameters: ``version``."""

    code = "routine_not_draft"


class DraftExists(RuleError):
    """A routine has one draft at a time. Parameters: ``version``."""

    code = "draft_exists"


class RoutineNameMissing(FieldInvalid):
    """A routine, a stage, a point and a role have a name in Swedish."""

    code = "routine_name_missing"


class RoutineNameTooLong(FieldInvalid):
    """A name is longer than a line can show. Parameters: ``length``, ``limit``."""

    code = "routine_name_too_long"


class RoutineVersionMissing(FieldInvalid):
    """A version has a number."""

    code = "routine_version_missing"


class RoutineVersionTaken(FieldInvalid):
    """Another version of the routine has that number. Parameters: ``version``."""

    code = "routine_version_taken"


class RoleUnknown(FieldInvalid):
    """A point is given to a role that the routine does not have."""

    code = "role_unknown"


class RoutineEmpty(RuleError):
    """A version without stages cannot be adopted."""

    code = "routine_empty"


class StageWithoutPoints(RuleError):
    """A gate would let everything through. Parameters: ``gate``, ``stage``."""

    code = "stage_without_points"


class RoutineInUse(RuleError):
    """A version that cases run in, or that municipalities have adopted, stays. Parameters: ``version``."""

    code = "routine_in_use"


class VersionElsewhere(RuleError):
    """A case can only be moved to a version of its own routine that is in force."""

    code = "version_elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleText:
    """A role of a version."""

    id: int
    key: str
    name: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class PointText:
    """A point of a checklist as a version words it."""

    id: int
    key: str
    name: Named
    role: str
    is_required: bool
    evidence: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class StageText:
    """A stage as a version words it, with its points in order."""

    id: int
    key: str
    name: Named
    responsible: Named
    gate_key: str
    gate: Named
    phase: str
    points: tuple[PointText, ...]

    @property
    def has_gate(self) -> bool:
        """Return whether the stage is left by a decision; older files only word its question."""
        return bool(self.gate_key or self.gate.sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineText:
    """A whole version in words."""

    id: int
    name: Named
    version: str
    roles: tuple[RoleText, ...]
    stages: tuple[StageText, ...]

    def role_name(self, key: str) -> Named:
        """Return what a role is called; its key when the routine does not name it."""
        return next((role.name for role in self.roles if role.key == key), Named(key))


def check_draft(state: RoutineState, version: str) -> None:
    """Refuse to change what is not a draft.

    Raises:
        RoutineNotDraft: it has been adopted.
    """
    if state is not RoutineState.DRAFT:
        raise RoutineNotDraft(version=version)


def cleaned(fields: Mapping[str, Cleaner], name: str, value: Any) -> Any:
    """Return *value* as a routine, a stage, a point or a role keeps it.

    Raises:
        FieldInvalid, RoutineNameMissing, RoutineNameTooLong: it cannot be so.
    """
    clean = cleaning.clean(fields, name, value)
    if name == "name_sv" and not clean:
        raise RoutineNameMissing(field=name)
    limit = LONGEST_MARK if name in {"gate_key", "version"} else LONGEST_NAME
    if isinstance(clean, str) and name.startswith(("name_", "gate_key", "version")) and len(clean) > limit:
        raise RoutineNameTooLong(field=name, length=len(clean), limit=limit)
    return clean


def check_version(version: str, taken: frozenset[str]) -> None:
    """Refuse a number that is missing or has been given.

    Raises:
        RoutineVersionMissing, RoutineVersionTaken: it cannot be used.
    """
    if not version:
        raise RoutineVersionMissing(field="version")
    if version in taken:
        raise RoutineVersionTaken(field="version", version=version)


def check_adoptable(routine: RoutineText) -> None:
    """Refuse to adopt a version that no case could run in.

    Raises:
        RoutineEmpty, StageWithoutPoints: it is not ready.
    """
    if not routine.stages:
        raise RoutineEmpty
    for stage in routine.stages:
        if stage.has_gate and not stage.points:
            raise StageWithoutPoints(gate=stage.gate_key or stage.gate, stage=stage.name)


def next_version(version: str, taken: frozenset[str]) -> str:
    """Return the number after *version* that is free: 1.0 becomes 1.1, and what has no number gets one."""
    found = re.search(r"\d+(?!.*\d)", version)
    number = int(found[0]) if found else 1
    while True:
        number += 1
        following = f"{version[: found.start()]}{number}{version[found.end() :]}" if found else f"{version} {number}"
        if following.strip() not in taken:
            return following.strip()
