"""What a target vision is made of besides goals, each a list in an order of its own.

Statements, functions, indicators, parent plans and their areas are added, changed, moved and deleted alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, select, true

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.goals.goal_fields import PARTS, GoalPart
from smartstad_desktop.storage.tables.goals import (
    DevelopmentArea,
    Goal,
    GoalFunction,
    Indicator,
    ParentPlan,
    VisionStatement,
)
from smartstad_desktop.usecases.command import Transaction, typing_key

_Row: TypeAlias = VisionStatement | GoalFunction | Indicator | ParentPlan | DevelopmentArea
_TABLES: Final[Mapping[GoalPart, type[_Row]]] = {
    GoalPart.STATEMENT: VisionStatement,
    GoalPart.FUNCTION: GoalFunction,
    GoalPart.INDICATOR: Indicator,
    GoalPart.PARENT_PLAN: ParentPlan,
    GoalPart.AREA: DevelopmentArea,
}
#: The column that names whom a part belongs to, and that one's table; the others belong to the programme.
_OWNERS: Final[Mapping[GoalPart, tuple[str, type[Goal | ParentPlan]]]] = {
    GoalPart.FUNCTION: ("goal_id", Goal),
    GoalPart.INDICATOR: ("goal_id", Goal),
    GoalPart.AREA: ("parent_plan_id", ParentPlan),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPart:
    """Add a part, last; *owner* is the goal or parent plan it belongs to."""

    part: GoalPart
    owner: int | None = None
    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def execute(self, tx: Transaction) -> int:
        """Return the new row's id."""
        table, rules = _TABLES[self.part], PARTS[self.part]
        row = table()
        if self.part in _OWNERS:
            column, owners = _OWNERS[self.part]
            setattr(row, column, tx.get(owners, self.owner or 0).id)
        last = tx.session.scalars(
            select(table.order_key).where(_beside(self.part, row)).order_by(table.order_key.desc())
        ).first()
        row.order_key = ordering.between(last, None)
        for name, value in ({rules.name: ""} | dict(self.fields)).items():
            setattr(row, name, rules.cleaned(name, value))
        tx.session.add(row)
        tx.session.flush()
        tx.describe(form=self.part.value, title=_title(self.part, row))
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPart:
    """Change fields of a part. With ``is_typing``, pieces of one field's text become one step."""

    part: GoalPart
    row: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.part, self.row)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = tx.get(_TABLES[self.part], self.row)
        for name, value in self.changes.items():
            setattr(row, name, PARTS[self.part].cleaned(name, value))
        tx.describe(form=self.part.value, title=_title(self.part, row))


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePart:
    """Move a part before another one of its list, or last."""

    part: GoalPart
    row: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write a new order key, unless it lies there already."""
        table = _TABLES[self.part]
        row = tx.get(table, self.row)
        tx.describe(form=self.part.value, title=_title(self.part, row))
        beside = tx.session.scalars(select(table).where(_beside(self.part, row)).order_by(table.order_key)).all()
        others = [each for each in beside if each.id != row.id]
        at = next((number for number, each in enumerate(others) if each.id == self.before), len(others))
        if self.before is not None and at == len(others) and self.before != self.row:
            raise RowGone(kind=table.__tablename__, row_id=self.before)
        if [*others[:at], row, *others[at:]] != list(beside):
            low = others[at - 1].order_key if at else None
            row.order_key = ordering.between(low, others[at].order_key if at < len(others) else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletePart:
    """Delete a part with what belongs to it: the measurements of an indicator, the areas of a parent plan."""

    part: GoalPart
    row: int

    def execute(self, tx: Transaction) -> None:
        """Delete it."""
        row = tx.get(_TABLES[self.part], self.row)
        tx.describe(form=self.part.value, title=_title(self.part, row))
        tx.session.delete(row)


def _beside(part: GoalPart, row: _Row) -> ColumnElement[bool]:
    """Return the condition that holds for what lies in the same list as *row*."""
    if part not in _OWNERS:
        return true()
    column, _owners = _OWNERS[part]
    return getattr(_TABLES[part], column) == getattr(row, column)


def _title(part: GoalPart, row: _Row) -> str:
    return str(getattr(row, PARTS[part].name))
