"""Chapters of a plan that people write themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.plan.beside import CHAPTER_FIELDS
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.plan import PlanChapter
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.plan.plan import open_plan
from smartstad_desktop.usecases.plan.rows import in_order, keys_at_end, put_before


@dataclass(frozen=True, slots=True, kw_only=True)
class AddChapter:
    """Add a chapter, last; its value is the chapter's id."""

    plan: PlanId
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Add it.

        Raises:
            FieldInvalid: it has no name, or too long a text.
        """
        plan = open_plan(tx, self.plan)
        (key,) = keys_at_end(tx, PlanChapter, plan.id, 1)
        row = PlanChapter(plan_id=plan.id, order_key=key)
        _write(row, {"title": ""} | dict(self.fields))
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=row.title)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditChapter:
    """Change the name or the text of a chapter. With ``is_typing``, pieces of one text become one step."""

    chapter: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.chapter)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = _open_chapter(tx, self.chapter)
        _write(row, self.changes)
        tx.describe(title=row.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveChapters:
    """Move chapters before another one, or last."""

    chapters: tuple[int, ...]
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write new keys for those that are not in place already."""
        moved = [_open_chapter(tx, chapter) for chapter in self.chapters]
        tx.describe(count=len(moved), title=moved[0].title)
        put_before(in_order(tx, PlanChapter, moved[0].plan_id), moved, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveChapters:
    """Take chapters out of the plan."""

    chapters: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        rows = [_open_chapter(tx, chapter) for chapter in self.chapters]
        tx.describe(count=len(rows), title=rows[0].title)
        for row in rows:
            tx.session.delete(row)


def _write(row: PlanChapter, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(row, name, clean(CHAPTER_FIELDS, name, value))


def _open_chapter(tx: Transaction, chapter: int) -> PlanChapter:
    row = tx.get(PlanChapter, chapter)
    open_plan(tx, row.plan_id)
    return row
