"""What the words of the budget are called, its steps, and what is told when a rule refuses."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.programme.budget import Dimension, Sum
from smartstad_desktop.text.phrases import N_

BUDGET_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Sum: {
        Sum.ALONE: N_("Not divided"),
        Sum.PARTLY: N_("Some shares have no amount yet"),
        Sum.HOLDS: N_("The shares make up the total"),
        Sum.DIFFERS: N_("The shares do not make up the total"),
        Sum.UNSTATED: N_("Only the shares are stated"),
    },
    Dimension: {
        Dimension.KIND: N_("By kind"),
        Dimension.YEAR: N_("By year"),
        Dimension.SOURCE: N_("By source"),
        Dimension.PURPOSE: N_("By purpose"),
        Dimension.RECEIVER: N_("By receiver"),
    },
}

BUDGET_STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "AddBudgetLine": N_("Add “{title}” to the budget"),
    "EditBudgetLine": N_("Change “{title}” in the budget"),
    "MoveBudgetLine": N_("Move “{title}” in the budget"),
    "RemoveBudgetLines": (N_("Remove “{title}” from the budget"), N_("Remove {count} lines from the budget")),
}

BUDGET_SENTENCES: Final[dict[str, str]] = {
    "budget_name_missing": N_("Write what the money is for."),
    "budget_years_reversed": N_("The line ends {last} but begins {first}. Change one of the years."),
    "budget_year_unlikely": N_("Write a year between {first} and {last}."),
    "currency_unknown": N_("Write the currency with three letters, such as SEK, NOK or EUR."),
    "share_of_itself": N_("“{name}” cannot be a share of itself. Choose another total."),
    "share_in_other_currency": N_(
        "“{name}” is in {currency}, and currencies are never added together. Change the currency of the whole total."
    ),
}
