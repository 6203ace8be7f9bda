"""What a user can do with the limits of procurement law: add one, correct it, take it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from smartstad_desktop.domain.procurement.procurement import Category, Certainty, Law, ThresholdRule
from smartstad_desktop.domain.procurement.thresholds import THRESHOLD_FIELDS, check_threshold, cleaned_threshold
from smartstad_desktop.storage.tables.procurement import Threshold
from smartstad_desktop.usecases.command import Transaction, typing_key

_FIRST: Final[Mapping[str, Any]] = {
    "country": "SE",
    "rule": ThresholdRule.DIRECT_AWARD,
    "law": Law.GENERAL,
    "category": Category.GOODS_SERVICES,
    "currency": "SEK",
    "certainty": Certainty.CHECK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddThreshold:
    """Add a limit; what is not said is to be checked."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new limit's id."""
        limit = Threshold()
        _write(tx, limit, {**_FIRST, **self.fields})
        tx.describe(title=limit.source)
        return limit.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditThreshold:
    """Change a limit. With ``is_typing``, pieces of one field's text become one step."""

    threshold: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.threshold)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        limit = tx.get(Threshold, self.threshold)
        _write(tx, limit, self.changes)
        tx.describe(title=limit.source, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveThresholds:
    """Take limits away; values are not compared with them any more."""

    thresholds: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Take them away."""
        found = [tx.get(Threshold, each) for each in self.thresholds]
        tx.describe(count=len(found), title=found[0].source if found else "")
        for limit in found:
            tx.session.delete(limit)
        tx.session.flush()


def _write(tx: Transaction, limit: Threshold, changes: Mapping[str, Any]) -> None:
    clean = {name: cleaned_threshold(name, value) for name, value in changes.items()}
    check_threshold({name: getattr(limit, name) for name in THRESHOLD_FIELDS} | clean)
    for name, value in clean.items():
        setattr(limit, name, value)
    tx.session.add(limit)
    tx.session.flush()
