"""What a group can do with goals: add, change, move within the tree, copy, delete; and name the levels of the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid, RowGone
from smartstad_desktop.domain.goals import goal_fields
from smartstad_desktop.domain.goals.goal_fields import GOAL_LINKS
from smartstad_desktop.domain.goals.goal_tree import (
    Branch,
    Line,
    Spot,
    beneath,
    in_reading_order,
    refusal_to_move,
    topmost,
)
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.storage.tables.goals import Goal, GoalArea, GoalFunction, GoalLevel, GoalSdg
from smartstad_desktop.storage.tables.programme import Programme
from smartstad_desktop.usecases.command import Transaction, typing_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AddGoal:
    """Add a goal beneath another one or at the top, before a sibling or last."""

    fields: Mapping[str, Any]
    spot: Spot = field(default_factory=lambda: Spot(None))

    def execute(self, tx: Transaction) -> GoalId:
        """Return the new goal's id."""
        if self.spot.parent is not None:
            tx.get(Goal, self.spot.parent)
        goal = Goal(key=_free_key(tx), parent_id=self.spot.parent, order_key=_keys_at(tx, self.spot, (), 1)[0])
        _write(goal, {"name_sv": ""} | {name: value for name, value in self.fields.items() if name not in GOAL_LINKS})
        tx.session.add(goal)
        tx.session.flush()
        _write_links(tx, goal.id, self.fields)
        tx.describe(title=goal.name_sv)
        return GoalId(goal.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditGoal:
    """Change fields of a goal, its global goals (``sdgs``) or development areas (``areas``)."""

    goal: GoalId
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.goal)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        goal = tx.get(Goal, self.goal)
        _write(goal, {name: value for name, value in self.changes.items() if name not in GOAL_LINKS})
        _write_links(tx, goal.id, self.changes)
        tx.describe(title=goal.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveGoals:
    """Move goals, with everything beneath them, to a spot in the tree; they keep their order among themselves."""

    goals: tuple[GoalId, ...]
    spot: Spot

    def execute(self, tx: Transaction) -> None:
        """Write new parents and order keys for those that are not in place already.

        Raises:
            GoalBeneathItself: a goal would lie beneath itself.
        """
        for goal in (*self.goals, *(each for each in (self.spot.parent, self.spot.before) if each is not None)):
            tx.get(Goal, goal)
        lines = tree(tx)
        moved = topmost(lines, self.goals)
        first = tx.get(Goal, moved[0])
        refusal = refusal_to_move(lines, moved, self.spot, first.name_sv)
        if refusal:
            raise refusal
        tx.describe(count=len(moved), title=first.name_sv)
        keys = _keys_at(tx, self.spot, moved, len(moved))
        for goal, key in zip(moved, keys, strict=True):
            row = tx.get(Goal, goal)
            row.parent_id, row.order_key = self.spot.parent, key


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateGoal:
    """Make a copy of a goal right behind it, with its functions and links; what lies beneath it is not copied."""

    goal: GoalId

    def execute(self, tx: Transaction) -> GoalId:
        """Return the copy's id."""
        original = tx.get(Goal, self.goal)
        siblings = [line.id for line in tree(tx) if line.parent == original.parent_id]
        after = siblings[siblings.index(self.goal) + 1 :]
        (key,) = _keys_at(tx, Spot(_id(original.parent_id), after[0] if after else None), (), 1)
        names = [column.name for column in Goal.__table__.columns if column.name not in {"id", "key", "order_key"}]
        copy = Goal(key=_free_key(tx), order_key=key, **{name: getattr(original, name) for name in names})
        tx.session.add(copy)
        tx.session.flush()
        for table in (GoalFunction, GoalSdg, GoalArea):
            _copy(tx, table, self.goal, copy.id)
        tx.describe(title=original.name_sv)
        return GoalId(copy.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteGoals:
    """Delete goals with everything beneath them; the step can be undone."""

    goals: tuple[GoalId, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them with their functions, indicators and links."""
        rows = [tx.get(Goal, goal) for goal in self.goals]
        if not rows:
            raise RowGone(kind="goal", row_id=None)
        gone = beneath(tree(tx), self.goals)
        title = rows[0].name_sv
        # From the leaves upwards would need an order; the table takes what is beneath along.
        tx.session.execute(delete(Goal).where(Goal.id.in_(gone)))
        tx.describe(count=len(gone), title=title)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGoalLevel:
    """Say what goals at a depth of the tree are called; without a Swedish name the level has none of its own."""

    depth: int
    names: Mapping[str, str]

    def execute(self, tx: Transaction) -> None:
        """Write the names."""
        if self.depth < 1:
            raise FieldInvalid(field="depth")
        row = tx.session.scalars(select(GoalLevel).where(GoalLevel.depth == self.depth)).first()
        if not self.names.get("name_sv", "").strip():
            if row is not None:
                tx.session.delete(row)
        else:
            row = row or GoalLevel(depth=self.depth)
            for name, value in self.names.items():
                setattr(row, name, goal_fields.LEVEL.cleaned(name, value))
            tx.session.add(row)
        tx.describe(depth=self.depth)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditVision:
    """Change the lead text of the target vision in one or more languages."""

    changes: Mapping[str, str]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self)

    def execute(self, tx: Transaction) -> None:
        """Write the texts."""
        row = tx.get(Programme, 1)
        for name, value in self.changes.items():
            setattr(row, name, goal_fields.PROGRAMME_VISION.cleaned(name, value))


def tree(tx: Transaction) -> list[Line]:
    """Return all goals in the order of reading."""
    rows = tx.session.execute(select(Goal.id, Goal.parent_id).order_by(Goal.order_key, Goal.id))
    return in_reading_order([Branch(GoalId(row.id), _id(row.parent_id)) for row in rows])


def _id(value: int | None) -> GoalId | None:
    return None if value is None else GoalId(value)


def _write(goal: Goal, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(goal, name, goal_fields.GOAL.cleaned(name, value))


def _write_links(tx: Transaction, goal: int, changes: Mapping[str, Any]) -> None:
    if "sdgs" in changes:
        wanted = goal_fields.global_goals(changes["sdgs"])
        held = set(tx.session.scalars(select(GoalSdg.number).where(GoalSdg.goal_id == goal)))
        tx.session.execute(delete(GoalSdg).where(GoalSdg.goal_id == goal, GoalSdg.number.in_(held - wanted)))
        tx.session.add_all(GoalSdg(goal_id=goal, number=number) for number in sorted(wanted - held))
    if "areas" in changes:
        areas = set(changes["areas"])
        given = set(tx.session.scalars(select(GoalArea.area_id).where(GoalArea.goal_id == goal)))
        tx.session.execute(delete(GoalArea).where(GoalArea.goal_id == goal, GoalArea.area_id.in_(given - areas)))
        tx.session.add_all(GoalArea(goal_id=goal, area_id=area) for area in sorted(areas - given))


def _keys_at(tx: Transaction, spot: Spot, moved: Sequence[GoalId], count: int) -> list[str]:
    """Return keys for *count* goals at *spot*, as if *moved* had left the tree."""
    rows = tx.session.execute(
        select(Goal.id, Goal.order_key)
        .where(Goal.parent_id.is_(None) if spot.parent is None else Goal.parent_id == spot.parent)
        .where(Goal.id.not_in(moved))
        .order_by(Goal.order_key, Goal.id)
    ).all()
    at = next((number for number, row in enumerate(rows) if row.id == spot.before), len(rows))
    low = rows[at - 1].order_key if at else None
    high = rows[at].order_key if at < len(rows) else None
    return ordering.between_many(low, high, count)


def _free_key(tx: Transaction) -> str:
    """Return the next of G1, G2, …; lists and the command line name goals by it."""
    taken = set(tx.session.scalars(select(Goal.key)))
    number = (tx.session.scalar(select(func.count()).select_from(Goal)) or 0) + 1
    while f"G{number}" in taken:
        number += 1
    return f"G{number}"


def _copy(tx: Transaction, table: type[GoalFunction | GoalSdg | GoalArea], source: int, target: int) -> None:
    columns = [column.name for column in table.__table__.columns if column.name not in {"id", "goal_id"}]
    for row in tx.session.scalars(select(table).where(table.goal_id == source)).all():
        tx.session.add(table(goal_id=target, **{name: getattr(row, name) for name in columns}))
