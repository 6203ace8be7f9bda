"""Which municipality works by which version of a routine, and what it does otherwise."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain.testbeds.routines import RoutineState
from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.routines import (
    ChecklistItem,
    LocalDeviation,
    Routine,
    RoutineAdoption,
    RoutineStage,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationRow:
    """What is done otherwise, why, and about what; neither stage nor point is about the routine as a whole."""

    id: int
    text: str
    reason: str
    stage: int | None
    item: int | None
    about: Named | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionRow:
    """A municipality and how it works by the routine; ``id`` is None where it has not adopted any version."""

    municipality: int
    name: str
    mark: str
    colour: str
    id: int | None
    routine: int | None
    version: str
    state: RoutineState | None
    adopted_on: date | None
    contact_role: str
    case_number: str
    comment: str
    deviations: tuple[DeviationRow, ...]

    @property
    def is_behind(self) -> bool:
        """Return whether the municipality works by a version that has been replaced."""
        return self.state is RoutineState.REPLACED


def adoptions(connection: Connection, family: str) -> tuple[AdoptionRow, ...]:
    """Return every municipality that takes part, each with the newest version of a routine it has adopted."""
    deviations = _deviations(connection)
    query = (
        select(RoutineAdoption.__table__, Routine.version, Routine.state)
        .join(Routine, Routine.id == RoutineAdoption.routine_id)
        .where((Routine.family == family) | (Routine.key == family))
        .order_by(Routine.id)
    )
    held = {row.municipality_id: row for row in connection.execute(query)}
    towns = select(Municipality.__table__).where(Municipality.is_participating).order_by(Municipality.id)
    return tuple(_row(town, held.get(town.id), deviations) for town in connection.execute(towns))


def _row(town: Row[Any], held: Row[Any] | None, deviations: dict[int, list[DeviationRow]]) -> AdoptionRow:
    who = {"municipality": town.id, "name": town.short_name, "mark": town.mark, "colour": town.colour}
    if held is None:
        empty: dict[str, Any] = {"id": None, "routine": None, "version": "", "state": None, "adopted_on": None}
        return AdoptionRow(**who, **empty, contact_role="", case_number="", comment="", deviations=())
    return AdoptionRow(
        **who,
        id=held.id,
        routine=held.routine_id,
        version=held.version,
        state=RoutineState(held.state),
        adopted_on=held.adopted_on,
        contact_role=held.contact_role,
        case_number=held.case_number,
        comment=held.comment,
        deviations=tuple(deviations.get(held.id, ())),
    )


def _deviations(connection: Connection) -> dict[int, list[DeviationRow]]:
    found: defaultdict[int, list[DeviationRow]] = defaultdict(list)
    names = {
        table: {
            row.id: Named(row.name_sv, row.name_nb, row.name_en)
            for row in connection.execute(select(table.id, table.name_sv, table.name_nb, table.name_en))
        }
        for table in (RoutineStage, ChecklistItem)
    }
    stages = {row.id: row.stage_id for row in connection.execute(select(ChecklistItem.id, ChecklistItem.stage_id))}
    for row in connection.execute(
        select(LocalDeviation.__table__).order_by(LocalDeviation.order_key, LocalDeviation.id)
    ):
        found[row.adoption_id].append(
            DeviationRow(
                id=row.id,
                text=row.text,
                reason=row.reason,
                # A point says which stage it is about.
                stage=stages.get(row.item_id, row.stage_id),
                item=row.item_id,
                about=names[ChecklistItem].get(row.item_id) or names[RoutineStage].get(row.stage_id),
            )
        )
    return dict(found)
