"""What a group can do with its criteria: add, change, order and remove them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.order.priority import (
    HELP,
    NAME_LIMIT,
    STEP_LIMIT,
    Direction,
    checked_steps,
    checked_text,
    checked_weight,
)
from smartstad_desktop.domain.values import CriterionId
from smartstad_desktop.storage.tables.priority import Criterion
from smartstad_desktop.usecases.command import Transaction

_NAMES: Final = ("name_sv", "name_nb", "name_en")
_MEANINGS: Final = ("meaning_sv", "meaning_nb", "meaning_en")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCriterion:
    """Add a criterion, last; its value is the criterion's id.

    ``fields`` are ``name_sv``, ``name_nb``, ``name_en`` (one of them at least), ``meaning_…``, ``weight``,
    ``direction`` and ``steps`` as step → language → text.
    """

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> CriterionId:
        """Add it.

        Raises:
            FieldInvalid: a field does not fit.
        """
        last = tx.session.scalar(select(func.max(Criterion.order_key)))
        row = Criterion(key=_free_key(tx.session), weight=0, steps={}, order_key=ordering.between(last, None))
        _write(row, {"name_sv": ""} | dict(self.fields))
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=row.name_sv)
        return CriterionId(row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCriterion:
    """Change fields of a criterion; see :class:`AddCriterion`. A step that is left out of ``steps`` loses its words."""

    criterion: CriterionId
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Change them.

        Raises:
            FieldInvalid: a field does not fit.
            RowGone: the criterion has been removed.
        """
        row = tx.get(Criterion, self.criterion)
        _write(row, self.changes)
        tx.describe(title=row.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCriterion:
    """Put a criterion before another one, or last."""

    criterion: CriterionId
    before: CriterionId | None = None

    def execute(self, tx: Transaction) -> None:
        """Move it; nothing changes when it stands there already."""
        row = tx.get(Criterion, self.criterion)
        tx.describe(title=row.name_sv)
        if self.before == self.criterion:
            return
        rows = list(tx.session.scalars(select(Criterion).order_by(Criterion.order_key, Criterion.id)))
        at = rows.index(row)
        following = rows[at + 1].id if at + 1 < len(rows) else None
        if self.before == following:
            return
        others = [each for each in rows if each is not row]
        place = len(others) if self.before is None else others.index(tx.get(Criterion, self.before))
        above = others[place - 1].order_key if place else None
        row.order_key = ordering.between(above, others[place].order_key if place < len(others) else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCriteria:
    """Remove criteria with their weights, comparisons and scores."""

    criteria: tuple[CriterionId, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them.

        Raises:
            RowGone: one of them has been removed already.
        """
        rows = [tx.get(Criterion, criterion) for criterion in dict.fromkeys(self.criteria)]
        tx.describe(count=len(rows), title=rows[0].name_sv if rows else "")
        for row in rows:
            tx.session.delete(row)


def _write(row: Criterion, fields: Mapping[str, Any]) -> None:
    for field, value in fields.items():
        match field:
            case "name_sv" | "name_nb" | "name_en":
                setattr(row, field, checked_text(value, field, NAME_LIMIT))
            case "meaning_sv" | "meaning_nb" | "meaning_en":
                setattr(row, field, checked_text(value, field, STEP_LIMIT))
                # Older files keep the meaning beside the steps; there must not be two.
                row.steps = {step: texts for step, texts in row.steps.items() if step != HELP}
            case "weight":
                row.weight = round(checked_weight(value))
            case "direction":
                row.direction = Direction(value).value
            case "steps":
                row.steps = {step: texts for step, texts in row.steps.items() if step == HELP} | checked_steps(value)
            case _:
                raise FieldInvalid(field=field)
    for names, is_optional in ((_NAMES, False), (_MEANINGS, True)):
        # Swedish stands in for the others, so it is never missing where one of them is there.
        given = next((text for text in (getattr(row, name) or "" for name in names) if text), "")
        setattr(row, names[0], checked_text(given, names[0], STEP_LIMIT, is_optional=is_optional))


def _free_key(session: Session) -> str:
    """Return a key nobody uses: ``own-1``, ``own-2`` …; a name may change, a key stays."""
    taken = set(session.scalars(select(Criterion.key)))
    number = 1
    while f"own-{number}" in taken:
        number += 1
    return f"own-{number}"
