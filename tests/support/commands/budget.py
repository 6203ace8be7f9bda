"""Examples of the commands of the budget."""

from __future__ import annotations

from smartstad_desktop.usecases.programme import budget
from tests.support.commands.finding import Example
from tests.support.commands.finding import first as _first

EXAMPLES: dict[str, Example] = {
    "AddBudgetLine": lambda w: budget.AddBudgetLine(
        fields={"name": "Studiebesök", "amount": 50_000}, parent=_first(w, "budget_line", "parent_id IS NULL")
    ),
    "EditBudgetLine": lambda w: budget.EditBudgetLine(
        line=_first(w, "budget_line", "parent_id IS NULL"), changes={"amount": 900_000, "currency": "nok"}
    ),
    "MoveBudgetLine": lambda w: budget.MoveBudgetLine(
        line=_first(w, "budget_line", "parent_id IS NOT NULL"), parent=None
    ),
    "RemoveBudgetLines": lambda w: budget.RemoveBudgetLines(lines=(_first(w, "budget_line", "parent_id IS NULL"),)),
}
