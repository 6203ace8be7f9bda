"""How a municipality works by a routine: since when, whom to ask, and what it does otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, ReasonMissing, RuleError

ADOPTION_FIELDS: Final[Mapping[str, Cleaner]] = {
    "adopted_on": cleaning.day,
    **dict.fromkeys(("contact_role", "case_number", "comment"), cleaning.text),
}
DEVIATION_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("stage_id", "item_id"), cleaning.row),
    **dict.fromkeys(("text", "reason"), cleaning.text),
}


class AdoptionOfDraft(RuleError):
    """A municipality adopts a version that is in force. Parameters: ``version``."""

    code = "adoption_of_draft"


class DeviationEmpty(FieldInvalid):
    """A deviation says what is done otherwise."""

    code = "deviation_empty"


def check_deviation(text: str, reason: str) -> None:
    """Refuse a deviation that does not say what or why.

    Raises:
        DeviationEmpty, ReasonMissing: something is missing.
    """
    if not text:
        raise DeviationEmpty(field="text")
    if not reason:
        raise ReasonMissing(field="reason")


def cleaned_adoption(name: str, value: Any) -> Any:
    """Return *value* as an adoption keeps it."""
    return cleaning.clean(ADOPTION_FIELDS, name, value)


def cleaned_deviation(name: str, value: Any) -> Any:
    """Return *value* as a deviation keeps it."""
    return cleaning.clean(DEVIATION_FIELDS, name, value)
