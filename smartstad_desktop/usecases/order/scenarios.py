"""What-ifs: the order with other weights or another budget, side by side with the one in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import AmountNegative
from smartstad_desktop.domain.order.priority import NAME_LIMIT, REASON_LIMIT, checked_text, checked_weight
from smartstad_desktop.domain.order.weights import shares
from smartstad_desktop.domain.values import CriterionId, ScenarioId
from smartstad_desktop.storage.tables.priority import Criterion, Scenario
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class AddScenario:
    """Add a what-if, last; its value is the scenario's id.

    A criterion that ``weights`` does not name weighs as it does otherwise; weights are in percent.
    """

    name: str
    weights: Mapping[CriterionId, float]
    budget: int | None = None
    note: str = ""

    def execute(self, tx: Transaction) -> ScenarioId:
        """Add it.

        Raises:
            FieldInvalid: the name is missing, a weight is no weight, or the budget is below zero.
        """
        row = Scenario(name="", weights={}, budget=None, note="", order_key=_last_key(tx))
        _write(tx, row, {"name": self.name, "weights": self.weights, "budget": self.budget, "note": self.note})
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=row.name)
        return ScenarioId(row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditScenario:
    """Change the name, the weights, the budget or the note of a what-if; what is not named stays.

    ``is_dragging`` joins the steps of one drag.
    """

    scenario: ScenarioId
    changes: Mapping[str, Any]
    is_dragging: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins the steps of one drag."""
        return f"EditScenario {self.scenario}" if self.is_dragging else None

    def execute(self, tx: Transaction) -> None:
        """Change them.

        Raises:
            FieldInvalid: a field does not fit.
        """
        row = tx.get(Scenario, self.scenario)
        _write(tx, row, self.changes)
        tx.describe(title=row.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateScenario:
    """Copy a what-if under another name; its value is the copy's id."""

    scenario: ScenarioId
    name: str

    def execute(self, tx: Transaction) -> ScenarioId:
        """Copy it.

        Raises:
            NameMissing: the copy needs a name.
        """
        row = tx.get(Scenario, self.scenario)
        copy = Scenario(
            name=checked_text(self.name, "name", NAME_LIMIT, is_optional=False),
            weights=dict(row.weights),
            budget=row.budget,
            note=row.note,
            order_key=_last_key(tx),
        )
        tx.session.add(copy)
        tx.session.flush()
        tx.describe(title=copy.name)
        return ScenarioId(copy.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteScenarios:
    """Delete what-ifs."""

    scenarios: tuple[ScenarioId, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        rows = [tx.get(Scenario, scenario) for scenario in dict.fromkeys(self.scenarios)]
        tx.describe(count=len(rows), title=rows[0].name if rows else "")
        for row in rows:
            tx.session.delete(row)


def _write(tx: Transaction, row: Scenario, fields: Mapping[str, Any]) -> None:
    if "name" in fields:
        row.name = checked_text(fields["name"], "name", NAME_LIMIT, is_optional=False)
    if "note" in fields:
        row.note = checked_text(fields["note"], "note", REASON_LIMIT)
    if "budget" in fields:
        budget = fields["budget"]
        if budget is not None and budget < 0:
            raise AmountNegative(field="budget")
        row.budget = budget
    if "weights" in fields:
        given = {tx.get(Criterion, each).key: checked_weight(weight) for each, weight in fields["weights"].items()}
        if given:
            shares(list(given.values()))
        row.weights = given


def _last_key(tx: Transaction) -> str:
    return ordering.between(tx.session.scalar(select(func.max(Scenario.order_key))), None)
