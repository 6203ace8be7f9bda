"""What a user can do with routines: make one, name it, take away what nobody works by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from smartstad_desktop.domain.testbeds.routines import RoutineKind, RoutineState
from smartstad_desktop.domain.testbeds.versions import ROUTINE_FIELDS, RoutineInUse, check_version
from smartstad_desktop.storage.tables.routines import Routine, RoutineAdoption
from smartstad_desktop.storage.tables.testbeds import RoutineCase
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.inventory.inventory import new_key
from smartstad_desktop.usecases.testbeds.routine_rows import copy_parts, draft, is_used, stages_of, versions_of, write


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRoutine:
    """Begin a routine of its own as a draft: empty, or with all that stands in *like*."""

    kind: RoutineKind
    name: str
    like: int | None = None

    def execute(self, tx: Transaction) -> int:
        """Return the new version's id."""
        key = new_key()
        made = Routine(key=key, family=key, kind=self.kind.value, version="1.0", state=RoutineState.DRAFT.value)
        write(made, ROUTINE_FIELDS, {"name_sv": self.name, "name_nb": "", "name_en": ""})
        tx.session.add(made)
        tx.session.flush()
        if self.like is not None:
            copy_parts(tx, tx.get(Routine, self.like), made)
        tx.describe(title=made.name_sv)
        return made.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRoutine:
    """Change the name, the number or the note of a draft. With ``is_typing``, pieces of a text become one step."""

    routine: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.routine)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        routine = draft(tx, self.routine)
        taken = frozenset(each.version for each in versions_of(tx, routine) if each.id != routine.id)
        write(routine, ROUTINE_FIELDS, self.changes)
        check_version(routine.version, taken)
        tx.describe(title=routine.name_sv, version=routine.version)
        tx.session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRoutine:
    """Take a version away in which no case runs and which no municipality has adopted.

    After the one in force the one that it replaced is in force again.
    """

    routine: int

    def execute(self, tx: Transaction) -> None:
        """Take it away.

        Raises:
            RoutineInUse: somebody works by it, or a case was decided on or answered by it.
        """
        routine = tx.get(Routine, self.routine)
        for column in (RoutineCase.routine_id, RoutineAdoption.routine_id):
            if tx.session.scalar(select(func.count()).where(column == self.routine)):
                raise RoutineInUse(version=routine.version)
        if any(is_used(tx, stage.id) for stage in stages_of(tx, routine.id)):
            raise RoutineInUse(version=routine.version)
        if routine.state == RoutineState.ADOPTED:
            replaced = [each for each in versions_of(tx, routine) if each.state == RoutineState.REPLACED]
            if replaced:
                replaced[-1].state = RoutineState.ADOPTED.value
        tx.describe(title=routine.name_sv, version=routine.version)
        tx.session.delete(routine)
        tx.session.flush()
