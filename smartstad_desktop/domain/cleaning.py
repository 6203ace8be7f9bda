"""Making the values of fields clean: what a form, a list or a script hands over, as a row keeps it.

Each function takes the field's name and a value, and raises ``TypeError``, ``ValueError`` or a ``FieldInvalid`` when
the value does not fit. :func:`clean` turns the first two into a ``FieldInvalid`` that names the field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from smartstad_desktop.domain.errors import AmountNegative, FieldInvalid

Cleaner: TypeAlias = Callable[[str, Any], Any]


def clean(cleaners: Mapping[str, Cleaner], name: str, value: Any) -> Any:
    """Return *value* as the field *name* keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    if name not in cleaners:
        raise FieldInvalid(field=name)
    try:
        return cleaners[name](name, value)
    except (TypeError, ValueError) as error:
        raise FieldInvalid(field=name) from error


def text(_name: str, value: Any) -> str:
    """Return text without the blanks around it."""
    return str(value or "").strip()


def texts(_name: str, value: Any) -> list[str]:
    """Return several texts, each once, without empty ones."""
    parts = (str(part).strip() for part in value or ())
    return list(dict.fromkeys(part for part in parts if part))


def flag(_name: str, value: Any) -> bool:
    """Return yes or no."""
    return bool(value)


def choice(kind: type[StrEnum]) -> Cleaner:
    """Return a cleaner for a member of *kind*, or nothing."""
    return lambda _name, value: kind(value) if value else None


def day(_name: str, value: Any) -> date | None:
    """Return a day, or nothing."""
    if value is None or isinstance(value, date):
        return value
    raise TypeError(value)


def whole(name: str, value: Any) -> int | None:
    """Return a whole number from zero, or nothing."""
    if value is None:
        return None
    if not isinstance(value, int):
        raise TypeError(value)
    if value < 0:
        raise AmountNegative(field=name)
    return value


def row(_name: str, value: Any) -> int | None:
    """Return the id of a row, or nothing."""
    return None if value is None else int(value)


def rows(_name: str, value: Any) -> frozenset[int]:
    """Return the ids of rows."""
    return frozenset(int(number) for number in value or ())


def numbers(first: int, last: int) -> Cleaner:
    """Return a cleaner for a set of whole numbers from *first* to *last*."""

    def cleaned(_name: str, value: Any) -> frozenset[int]:
        found = frozenset(int(number) for number in value or ())
        if any(not first <= number <= last for number in found):
            raise ValueError(value)
        return found

    return cleaned
