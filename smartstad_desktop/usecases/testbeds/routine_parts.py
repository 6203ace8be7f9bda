"""What a user can do in a draft of a routine: its stages, the points of their checklists, and its roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.testbeds.versions import (
    POINT_FIELDS,
    ROLE_FIELDS,
    STAGE_FIELDS,
    RoleUnknown,
    RoutineInUse,
)
from smartstad_desktop.storage.tables.routines import ChecklistItem, RoutineRole, RoutineStage
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.inventory.inventory import new_key
from smartstad_desktop.usecases.testbeds.routine_rows import (
    draft,
    is_used,
    place,
    points_of,
    roles_of,
    stages_of,
    write,
)

_NAMES = {"name_sv": "", "name_nb": "", "name_en": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRoutineStage:
    """Add a stage before another one, or last."""

    routine: int
    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])
    before: int | None = None

    def execute(self, tx: Transaction) -> int:
        """Return the new stage's id."""
        draft(tx, self.routine)
        stage = RoutineStage(routine_id=self.routine, key=new_key())
        write(stage, STAGE_FIELDS, _NAMES | dict(self.fields))
        place(stages_of(tx, self.routine), [stage], self.before)
        return _added(tx, stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRoutineStage:
    """Change fields of a stage. With ``is_typing``, pieces of one field's text become one step."""

    stage: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.stage)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        stage = tx.get(RoutineStage, self.stage)
        draft(tx, stage.routine_id)
        write(stage, STAGE_FIELDS, self.changes)
        tx.describe(title=stage.name_sv)
        tx.session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRoutineStage:
    """Move a stage before another one, or last."""

    stage: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Move it, unless it lies there already."""
        stage = tx.get(RoutineStage, self.stage)
        draft(tx, stage.routine_id)
        tx.describe(title=stage.name_sv)
        _move(stages_of(tx, stage.routine_id), [stage], self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRoutineStage:
    """Take a stage out with its points."""

    stage: int

    def execute(self, tx: Transaction) -> None:
        """Take it out.

        Raises:
            RoutineInUse: a case holds on to it, as in files from before cases kept to versions in force.
        """
        stage = tx.get(RoutineStage, self.stage)
        routine = draft(tx, stage.routine_id)
        if is_used(tx, stage.id):
            raise RoutineInUse(version=routine.version)
        tx.describe(title=stage.name_sv)
        tx.session.delete(stage)
        tx.session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRoutinePoint:
    """Add a point to a stage before another one, or last; the gate waits for it unless something else is said."""

    stage: int
    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])
    before: int | None = None

    def execute(self, tx: Transaction) -> int:
        """Return the new point's id."""
        stage = tx.get(RoutineStage, self.stage)
        draft(tx, stage.routine_id)
        point = ChecklistItem(stage_id=self.stage, key=new_key(), is_required=True)
        _write_point(tx, stage.routine_id, point, _NAMES | dict(self.fields))
        place(points_of(tx, self.stage), [point], self.before)
        return _added(tx, point)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRoutinePoints:
    """Change fields of points alike. With ``is_typing``, pieces of one field's text become one step."""

    points: tuple[int, ...]
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.points)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        found = [tx.get(ChecklistItem, point) for point in self.points]
        for point in found:
            routine = tx.get(RoutineStage, point.stage_id).routine_id
            draft(tx, routine)
            _write_point(tx, routine, point, self.changes)
        tx.describe(count=len(found), title=found[0].name_sv if found else "")
        tx.session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRoutinePoints:
    """Put points into a stage, before a point there or last, in the order given."""

    points: tuple[int, ...]
    stage: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Move them, unless they lie there already.

        Raises:
            RowGone: the stage is of another version.
        """
        stage = tx.get(RoutineStage, self.stage)
        draft(tx, stage.routine_id)
        moved = [tx.get(ChecklistItem, point) for point in self.points]
        for point in moved:
            if tx.get(RoutineStage, point.stage_id).routine_id != stage.routine_id:
                raise RowGone(kind=RoutineStage.__tablename__, row_id=self.stage)
        tx.describe(count=len(moved), title=moved[0].name_sv if moved else "", stage=stage.name_sv)
        there = points_of(tx, self.stage)
        for point in moved:
            point.stage_id = self.stage
        _move(there, moved, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRoutinePoints:
    """Take points out."""

    points: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Take them out."""
        found = [tx.get(ChecklistItem, point) for point in self.points]
        tx.describe(count=len(found), title=found[0].name_sv if found else "")
        for point in found:
            draft(tx, tx.get(RoutineStage, point.stage_id).routine_id)
            tx.session.delete(point)
        tx.session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRoutineRole:
    """Add a role that points can be given to."""

    routine: int
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new role's id."""
        draft(tx, self.routine)
        role = RoutineRole(routine_id=self.routine, key=new_key())
        write(role, ROLE_FIELDS, _NAMES | dict(self.fields))
        place(roles_of(tx, self.routine), [role], None)
        return _added(tx, role)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRoutineRole:
    """Rename a role. With ``is_typing``, pieces of one field's text become one step."""

    role: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.role)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        role = tx.get(RoutineRole, self.role)
        draft(tx, role.routine_id)
        write(role, ROLE_FIELDS, self.changes)
        tx.describe(title=role.name_sv)
        tx.session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRoutineRole:
    """Take a role out; its points are nobody's until they are given to another."""

    role: int

    def execute(self, tx: Transaction) -> None:
        """Take it out."""
        role = tx.get(RoutineRole, self.role)
        draft(tx, role.routine_id)
        tx.describe(title=role.name_sv)
        stages = [stage.id for stage in stages_of(tx, role.routine_id)]
        query = select(ChecklistItem).where(ChecklistItem.stage_id.in_(stages), ChecklistItem.role_key == role.key)
        for point in tx.session.scalars(query):
            point.role_key = ""
        tx.session.delete(role)
        tx.session.flush()


def _added(tx: Transaction, row: RoutineStage | ChecklistItem | RoutineRole) -> int:
    tx.session.add(row)
    tx.session.flush()
    tx.describe(title=row.name_sv)
    return row.id


def _write_point(tx: Transaction, routine: int, point: ChecklistItem, changes: Mapping[str, Any]) -> None:
    write(point, POINT_FIELDS, changes)
    if point.role_key and point.role_key not in {role.key for role in roles_of(tx, routine)}:
        raise RoleUnknown(field="role_key")


def _move(there: list[Any], moved: list[Any], before: int | None) -> None:
    """Put *moved* before one of those *there*; nothing is written when they lie so already."""
    ids = [row.id for row in moved]
    others = [row for row in there if row.id not in ids]
    following = before
    if before in ids:
        # Before itself means where it is: before the next one that stays.
        at = next(number for number, row in enumerate(there) if row.id == before)
        following = next((row.id for row in there[at:] if row.id not in ids), None)
    at = next((number for number, row in enumerate(others) if row.id == following), len(others))
    if [*others[:at], *moved, *others[at:]] != there or (following is not None and at == len(others)):
        place(others, moved, following)
