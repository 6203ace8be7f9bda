"""The fields of a project by the kind of value they hold: what a command may set, and how a value is made clean.

Where the table has two or four columns for one thing (``start_first`` … ``start_written``), the field is one value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, cast

from smartstad_desktop.domain.errors import AmountNegative, FieldInvalid
from smartstad_desktop.domain.inventory import FundingNature, Maturity, MunicipalityRole, Possibility, Status
from smartstad_desktop.domain.values import Period

TEXTS: Final = frozenset(
    {
        *("external_ref", "title", "alias", "what", "why", "how", "needs", "comment", "link", "place", "risks"),
        *("status_reason", "owner_unit", "contact_role", "contact_email", "testbed_note", "procurement_note"),
        *("expected_effect", "observed_effect", "shareable", "lesson", "resident_involvement"),
        *("confidentiality_reason", "budget_written", "cost_written", "content_language"),
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
LINKS: Final = frozenset(("themes", "participants", "goals", "sdgs"))
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
    if name not in ALL:
        raise FieldInvalid(field=name)
    if name in TEXTS:
        return str(value or "").strip()
    try:
        return _CLEANERS[_kind(name)](name, value)
    except (TypeError, ValueError) as error:
        raise FieldInvalid(field=name) from error


def _kind(name: str) -> str:
    kinds = {"list": LISTS, "flag": FLAGS, "choice": CHOICES, "day": DAYS, "money": MONEY, "period": PERIODS}
    return next((kind for kind, names in kinds.items() if name in names), name)


def _choice(name: str, value: Any) -> StrEnum | None:
    return CHOICES[name](value) if value else None


def _list(_name: str, value: Any) -> list[str]:
    texts = (str(part).strip() for part in value or ())
    return list(dict.fromkeys(text for text in texts if text))


def _day(_name: str, value: Any) -> date | None:
    if value is None or isinstance(value, date):
        return value
    raise TypeError(value)


def _money(name: str, value: Any) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int):
        raise TypeError(value)
    if value < 0:
        raise AmountNegative(field=name)
    return value


def _period(_name: str, value: Any) -> Period | None:
    if value is None or isinstance(value, Period):
        return value
    raise TypeError(value)


def _goals(_name: str, value: Any) -> dict[int, int]:
    found = {int(goal): int(contribution) for goal, contribution in dict(value or {}).items() if contribution}
    if any(not -1 <= contribution <= 3 for contribution in found.values()):  # noqa: PLR2004  the scale of the matrix
        raise ValueError(value)
    return found


def _sdgs(_name: str, value: Any) -> frozenset[int]:
    found = frozenset(int(number) for number in value or ())
    if any(not 1 <= number <= _SDG_COUNT for number in found):
        raise ValueError(value)
    return found


def _ids(_name: str, value: Any) -> frozenset[int]:
    return frozenset(int(number) for number in value or ())


def _extra(_name: str, value: Any) -> dict[str, Any]:
    fields = cast("Mapping[str, Any]", value or {})
    return {str(name).strip(): held for name, held in fields.items() if str(name).strip()}


_CLEANERS: Final[Mapping[str, Callable[[str, Any], Any]]] = {
    "list": _list,
    "flag": lambda _name, value: bool(value),
    "choice": _choice,
    "day": _day,
    "money": _money,
    "period": _period,
    "status": lambda _name, value: Status(value),
    "municipality_id": lambda _name, value: None if value is None else int(value),
    "extra": _extra,
    "goals": _goals,
    "sdgs": _sdgs,
    "themes": _ids,
    "participants": _ids,
}
