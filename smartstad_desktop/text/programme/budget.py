"""What the words of the budget are called, its steps, and what is told when a rule refuses."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.programme.budget import BudgetKind, Dimension, Funding, Sum, Total
from smartstad_desktop.text.enum_labels.programme import PROGRAMME_LABELS
from smartstad_desktop.text.phrases import N_, NO_BREAK, Phrasebook

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

#: What the fields of a budget line are called.
BUDGET_FIELD_NAMES: Final[dict[str, str]] = {
    "name": N_("What the money is for"),
    "kind": N_("Kind of money"),
    "amount": N_("Amount"),
    "used": N_("Used so far"),
    "currency": N_("Currency"),
    "first_year": N_("First year"),
    "last_year": N_("Last year"),
    "purpose": N_("Purpose"),
    "source": N_("Source"),
    "receiver": N_("Receiver"),
    "municipality_id": N_("Receiving municipality"),
    "organisation_id": N_("Receiving organisation"),
    "nature": N_("One-off or running"),
    "is_earmarked": N_("Earmarked"),
    "restriction": N_("What it may not be used for"),
    "has_overhead": N_("Overheads are included"),
    "allocation_key": N_("How it is divided"),
    "decision_id": N_("Decision behind it"),
    "comment": N_("Comment"),
}
#: Currencies whose amounts people write in kronor.
_KRONOR: Final = frozenset({"SEK", "NOK", "DKK", "ISK"})


def money_in(amount: int, currency: str, phrases: Phrasebook) -> str:
    """Return an amount as people say it, with its currency where that is not kronor."""
    return phrases.short_money(amount) if currency in _KRONOR else f"{phrases.number(amount)}{NO_BREAK}{currency}"


def total_words(total: Total, currency: str, phrases: Phrasebook) -> str:
    """Return how a total stands to its shares; nothing when it is not divided."""
    if total.state is Sum.ALONE:
        return ""
    told = phrases.text(BUDGET_LABELS[Sum][total.state])
    if total.state is not Sum.DIFFERS:
        return told
    gap = money_in(abs(total.difference), currency, phrases)
    more = phrases.text("{gap} too much", gap=gap)
    return f"{told}: " + (more if total.difference > 0 else phrases.text("{gap} are missing", gap=gap))


def total_mark(total: Total, currency: str, phrases: Phrasebook) -> str:
    """Return the same for a narrow column, with a sign so that it is seen without being read."""
    match total.state:
        case Sum.ALONE:
            return ""
        case Sum.HOLDS:
            return "✓ " + phrases.text("holds")
        case Sum.DIFFERS:
            gap = money_in(abs(total.difference), currency, phrases)
            more = phrases.text("{gap} too much", gap=gap)
            return "▲ " + (more if total.difference > 0 else phrases.text("{gap} are missing", gap=gap))
        case Sum.PARTLY:
            return "… " + phrases.text("amounts are missing")
        case Sum.UNSTATED:
            return phrases.text("only shares")


def funding_words(funding: Funding, phrases: Phrasebook) -> str:
    """Return what is aimed at, given and used in one currency."""
    parts = [
        f"{phrases.text(PROGRAMME_LABELS[BudgetKind][kind])} {money_in(amount, funding.currency, phrases)}"
        for kind, amount in funding.by_kind.items()
    ]
    if funding.gap is not None:
        gap = money_in(max(funding.gap, 0), funding.currency, phrases)
        parts.append(phrases.text("left to find of the frame: {gap}", gap=gap))
    parts.append(phrases.text("used: {used}", used=money_in(funding.used, funding.currency, phrases)))
    return " · ".join(parts)
