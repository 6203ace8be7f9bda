"""Residents' needs and the digital services on the market: what may be said about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, cast

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.values import Language

#: The longest need or name that a card and a table can show.
LONGEST: Final = 200
#: The highest step of how far a service meets a need; 0 is not at all.
FULL_COVERAGE: Final = 3


class NeedSource(StrEnum):
    """How a need was found (domain 1.1, S1-15)."""

    INTERVIEW = "interview"
    DIALOGUE = "dialogue"
    SURVEY = "survey"
    WORKSHOP = "workshop"
    CASE_DATA = "case_data"
    OTHER = "other"


class CostClass(StrEnum):
    """What a service costs, roughly, in a year."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class NeedMissing(FieldInvalid):
    """A need has to be said, in a line of its own or in the residents' words."""

    code = "need_missing"


class WordsTooLong(FieldInvalid):
    """A line is longer than a card can show. Parameters: ``length``, ``limit``."""

    code = "words_too_long"


class ServiceNameMissing(FieldInvalid):
    """A service needs a name."""

    code = "service_name_missing"


class ValueWordMissing(FieldInvalid):
    """A value word needs to be a word."""

    code = "value_word_missing"


def _uses(_name: str, value: Any) -> dict[int, date | None]:
    """Return which municipalities use a service, and when each contract ends."""
    given = cast("Mapping[int, date | None]", value or {})
    return {int(town): cleaning.day("contract_ends_on", ends) for town, ends in given.items()}


#: What can be set on a need; ``goals`` and ``projects`` are links.
NEED_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(
        ("need", "quote", "target_group", "service_area", "method", "place", "comment"),
        cleaning.text,
    ),
    "content_language": lambda _name, value: Language(value).value,
    "source": cleaning.choice(NeedSource),
    "heard_on": cleaning.day,
    "mentions": cleaning.whole,
    "municipality_id": cleaning.row,
    "value_word_id": cleaning.row,
    "goals": cleaning.rows,
    "projects": cleaning.rows,
}
#: What can be set on a service; ``uses`` is a contract's last day per municipality.
SERVICE_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name", "supplier", "what", "link", "comment"), cleaning.text),
    "content_language": lambda _name, value: Language(value).value,
    "cost_class": cleaning.choice(CostClass),
    "uses": _uses,
}


def cleaned_need(name: str, value: Any) -> Any:
    """Return *value* as a need keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(NEED_FIELDS, name, value)


def cleaned_service(name: str, value: Any) -> Any:
    """Return *value* as a service keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(SERVICE_FIELDS, name, value)


def check_need(need: str, quote: str) -> None:
    """Refuse a need that says nothing, or too much for a card.

    Raises:
        NeedMissing, WordsTooLong: the text is not a need.
    """
    if not need and not quote:
        raise NeedMissing(field="need")
    if len(need) > LONGEST:
        raise WordsTooLong(field="need", length=len(need), limit=LONGEST)


def check_service(name: str) -> None:
    """Refuse a service without a name.

    Raises:
        ServiceNameMissing, WordsTooLong: the name is not one.
    """
    if not name:
        raise ServiceNameMissing(field="name")
    if len(name) > LONGEST:
        raise WordsTooLong(field="name", length=len(name), limit=LONGEST)
