"""What a user can do with how municipalities work by a routine: adopt a version, say how, note deviations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.testbeds.adoption import (
    AdoptionOfDraft,
    check_deviation,
    cleaned_adoption,
    cleaned_deviation,
)
from smartstad_desktop.domain.testbeds.comparison import matches
from smartstad_desktop.domain.testbeds.routines import RoutineState
from smartstad_desktop.reads.testbeds.routines import routine_text
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.routines import (
    ChecklistItem,
    LocalDeviation,
    Routine,
    RoutineAdoption,
    RoutineStage,
)
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.testbeds.routine_rows import versions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptLocally:
    """Note that a municipality works by a version.

    From an earlier version of the routine it takes along contact and deviations, as far as the new one has the points
    they are about; what the municipality had said of the earlier version is then gone.
    """

    routine: int
    municipality: int
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the adoption's id.

        Raises:
            AdoptionOfDraft: the version is not in force.
        """
        routine, town = tx.get(Routine, self.routine), tx.get(Municipality, self.municipality)
        if routine.state == RoutineState.DRAFT:
            raise AdoptionOfDraft(version=routine.version)
        family = [version.id for version in versions_of(tx, routine)]
        held = tx.session.scalars(
            select(RoutineAdoption)
            .where(RoutineAdoption.municipality_id == town.id, RoutineAdoption.routine_id.in_(family))
            .order_by(RoutineAdoption.routine_id.desc())
        ).all()
        adoption = next((each for each in held if each.routine_id == routine.id), None)
        if adoption is None:
            adoption = RoutineAdoption(routine_id=routine.id, municipality_id=town.id)
            if held:
                adoption.contact_role = held[0].contact_role
                tx.session.add(adoption)
                tx.session.flush()
                _take_along(tx, held[0], adoption)
        for earlier in held:
            if earlier is not adoption:
                tx.session.delete(earlier)
        _write(tx, adoption, self.changes)
        tx.describe(title=routine.name_sv, version=routine.version, municipality=town.short_name)
        return adoption.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAdoption:
    """Change how a municipality works by a routine. With ``is_typing``, pieces of a text become one step."""

    adoption: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.adoption)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        adoption = tx.get(RoutineAdoption, self.adoption)
        _write(tx, adoption, self.changes)
        _describe(tx, adoption)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAdoption:
    """Note that a municipality does not work by the routine any more; its deviations go too."""

    adoption: int

    def execute(self, tx: Transaction) -> None:
        """Take it away."""
        adoption = tx.get(RoutineAdoption, self.adoption)
        _describe(tx, adoption)
        tx.session.delete(adoption)
        tx.session.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDeviation:
    """Note what a municipality does otherwise than the routine says, and why."""

    adoption: int
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new row's id.

        Raises:
            DeviationEmpty, ReasonMissing: it does not say what or why.
        """
        adoption = tx.get(RoutineAdoption, self.adoption)
        last = tx.session.scalar(
            select(func.max(LocalDeviation.order_key)).where(LocalDeviation.adoption_id == adoption.id)
        )
        row = LocalDeviation(adoption_id=adoption.id, order_key=ordering.between(last, None), text="", reason="")
        _deviate(tx, adoption, row, self.fields)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDeviation:
    """Change a deviation. With ``is_typing``, pieces of one field's text become one step."""

    deviation: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.deviation)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = tx.get(LocalDeviation, self.deviation)
        _deviate(tx, tx.get(RoutineAdoption, row.adoption_id), row, self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDeviation:
    """Take a deviation away."""

    deviation: int

    def execute(self, tx: Transaction) -> None:
        """Take it away."""
        row = tx.get(LocalDeviation, self.deviation)
        _describe(tx, tx.get(RoutineAdoption, row.adoption_id))
        tx.session.delete(row)
        tx.session.flush()


def _write(tx: Transaction, adoption: RoutineAdoption, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(adoption, name, cleaned_adoption(name, value))
    tx.session.add(adoption)
    tx.session.flush()


def _describe(tx: Transaction, adoption: RoutineAdoption) -> None:
    routine = tx.get(Routine, adoption.routine_id)
    town = tx.get(Municipality, adoption.municipality_id)
    tx.describe(title=routine.name_sv, municipality=town.short_name)


def _deviate(tx: Transaction, adoption: RoutineAdoption, row: LocalDeviation, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(row, name, cleaned_deviation(name, value))
    check_deviation(row.text, row.reason)
    if row.item_id is not None:
        # A point says which stage it is about.
        row.stage_id = tx.get(ChecklistItem, row.item_id).stage_id
    if row.stage_id is not None and tx.get(RoutineStage, row.stage_id).routine_id != adoption.routine_id:
        raise FieldInvalid(field="stage_id")
    tx.session.add(row)
    tx.session.flush()
    _describe(tx, adoption)


def _take_along(tx: Transaction, earlier: RoutineAdoption, adoption: RoutineAdoption) -> None:
    """Copy deviations; what they are about is looked up in the new version, and left open where it has none."""
    connection = tx.session.connection()
    same = matches(routine_text(connection, earlier.routine_id), routine_text(connection, adoption.routine_id))
    for row in tx.session.scalars(select(LocalDeviation).where(LocalDeviation.adoption_id == earlier.id)):
        tx.session.add(
            LocalDeviation(
                adoption_id=adoption.id,
                stage_id=same.stages.get(row.stage_id or 0),
                item_id=same.points.get(row.item_id or 0),
                text=row.text,
                reason=row.reason,
                order_key=row.order_key,
            )
        )
    tx.session.flush()
