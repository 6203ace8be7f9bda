"""The fields of a project by the kind of value they hold: what a command may set, and how a value is made clean.

Where the table has two or four columns for one thing (``start_first`` … ``start_written``), the field is one value.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, cast

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.inventory import FundingNature, Maturity, MunicipalityRole, Possibility, Status
from smartstad_desktop.domain.values import Period

TEXTS: Final = frozenset(
    {
        *("external_ref", "title", "alias", "what", "why", "how", "needs", "comment", "link", "place", "risks"),
        *("status_reason", "owner_unit", "contact_role", "contact_email", "testbed_note", "procurement_note"),
        *("expected_effect", "observed_effect", "shareable", "lesson", "resident_involvement"),
        *("confidentiality_reason", "budget_written", "cost_written", "content_language"),
        "transferability",
    }
)
LISTS: Final = frozenset(("funding", "partners", "actor_types", "technologies", "beneficiary"))
FLAGS: Final = frozenset(
    ("is_external", "is_shareable", "is_city_wide", "challenges_core", "is_lighthouse", "is_confidential")
)
CHOICES: Final[Mapping[str, type[StrEnum]]] = {
    "funding_nature": FundingNature,
    "municipality_role": MunicipalityRole,
    "maturity": Maturity,
    "testbed_use": Possibility,
    "procurement_potential": Possibility,
}
DAYS: Final = frozenset(("review_on", "budget_on", "cost_on", "updated_on", "confirmed_on"))
MONEY: Final = frozenset(("budget_total", "cost_to_date"))
PERIODS: Final = frozenset(("start", "end"))
#: Values that lie in tables of their own.
LINKS: Final = frozenset(("themes", "participants", "goals", "sdgs", "adopters"))
ALL: Final = (
    TEXTS | LISTS | FLAGS | frozenset(CHOICES) | DAYS | MONEY | PERIODS | LINKS | {"status", "municipality_id", "extra"}
)
_SDG_COUNT: Final = 17


class AmountUnreadable(FieldInvalid):
    """No amount can be read from what was typed."""

    code = "amount_unreadable"


class TimeUnreadable(FieldInvalid):
    """No time can be read from what was typed."""

    code = "time_unreadable"


class DayUnreadable(FieldInvalid):
    """No single day can be read from what was typed."""

    code = "project_day_unreadable"


def cleaned(name: str, value: Any) -> Any:
    """Return *value* as the field *name* keeps it.

    Raises:
        FieldInvalid: the field does not exist, or the value does not fit it.
    """
    return cleaning.clean(_CLEANERS, name, value)


def _period(_name: str, value: Any) -> Period | None:
    if value is None or isinstance(value, Period):
        return value
    raise TypeError(value)


def _goals(_name: str, value: Any) -> dict[int, int]:
    found = {int(goal): int(contribution) for goal, contribution in dict(value or {}).items() if contribution}
    if any(not -1 <= contribution <= 3 for contribution in found.values()):  # noqa: PLR2004  the scale of the matrix
        raise ValueError(value)
    return found


def _extra(_name: str, value: Any) -> dict[str, Any]:
    fields = cast("Mapping[str, Any]", value or {})
    return {str(name).strip(): held for name, held in fields.items() if str(name).strip()}


_CLEANERS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(TEXTS, cleaning.text),
    **dict.fromkeys(LISTS, cleaning.texts),
    **dict.fromkeys(FLAGS, cleaning.flag),
    **{name: cleaning.choice(kind) for name, kind in CHOICES.items()},
    **dict.fromkeys(DAYS, cleaning.day),
    **dict.fromkeys(MONEY, cleaning.whole),
    **dict.fromkeys(PERIODS, _period),
    "status": lambda _name, value: Status(value),
    "municipality_id": cleaning.row,
    "extra": _extra,
    "goals": _goals,
    "sdgs": cleaning.numbers(1, _SDG_COUNT),
    "themes": cleaning.rows,
    "participants": cleaning.rows,
    "adopters": cleaning.rows,
}
