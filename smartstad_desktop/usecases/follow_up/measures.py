"""Following up measures of the plan: what was done, and what effect was seen (seed S1-44)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.follow_up import MeasureFollowUp
from smartstad_desktop.storage.tables.plan import PlanItem
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction, typing_key

_FIELDS: Final[Mapping[str, Cleaner]] = {
    "noted_on": cleaning.day,
    "done": cleaning.text,
    "effect_seen": cleaning.text,
    "light": cleaning.choice(Light),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFollowUp:
    """Note how a measure goes, in one municipality or in all together (None)."""

    measure: int
    municipality: MunicipalityId | None
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new note's id.

        Raises:
            FieldInvalid: a field does not fit.
        """
        measure = tx.get(PlanItem, self.measure)
        if self.municipality is not None:
            tx.get(Municipality, self.municipality)
        row = MeasureFollowUp(plan_item_id=measure.id, municipality_id=self.municipality, noted_on=tx.today)
        _write(row, self.fields)
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=measure.title)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditFollowUp:
    """Change what was noted."""

    note: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.note)

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            FieldInvalid: a field does not fit.
        """
        row = tx.get(MeasureFollowUp, self.note)
        _write(row, self.changes)
        tx.describe(title=tx.get(PlanItem, row.plan_item_id).title)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFollowUps:
    """Take back what was noted."""

    notes: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete the notes."""
        found = [tx.get(MeasureFollowUp, note) for note in self.notes]
        tx.describe(count=len(found), title=tx.get(PlanItem, found[0].plan_item_id).title if found else "")
        tx.session.execute(delete(MeasureFollowUp).where(MeasureFollowUp.id.in_(self.notes)))


def _write(row: MeasureFollowUp, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        cleaned = cleaning.clean(_FIELDS, name, value)
        if name == "noted_on" and cleaned is None:
            continue  # a note keeps its day until it gets another one
        setattr(row, name, cleaned.value if isinstance(cleaned, Light) else cleaned)
