"""How long what people write in a plan may be."""

from __future__ import annotations

from typing import Any, Final

from smartstad_desktop.domain.errors import AmountNegative, FieldInvalid

TITLE_LIMIT: Final = 120
#: Room for about two pages; a measure has one.
TEXT_LIMIT: Final = 4000
#: A chapter may have some pages of its own.
CHAPTER_LIMIT: Final = 20_000


class MeasureTitleMissing(FieldInvalid):
    """A measure, a plan, a chapter and what was set aside need a name."""

    code = "measure_title_missing"


class MeasureTextTooLong(FieldInvalid):
    """A text is longer than the page of a measure. Parameters: ``length``, ``limit``."""

    code = "measure_text_too_long"


def limited(name: str, value: Any, limit: int = TEXT_LIMIT) -> str:
    """Return *value* as text without the blanks around it.

    Raises:
        MeasureTextTooLong: it is longer than *limit*.
    """
    text = str(value or "").strip()
    if len(text) > limit:
        raise MeasureTextTooLong(field=name, length=len(text), limit=limit)
    return text


def title(name: str, value: Any) -> str:
    """Return *value* as a name.

    Raises:
        MeasureTitleMissing: it says nothing.
        MeasureTextTooLong: it does not fit on a line.
    """
    text = limited(name, value, TITLE_LIMIT)
    if not text:
        raise MeasureTitleMissing(field=name)
    return text


def money(name: str, value: Any) -> int | None:
    """Return *value* as an amount in whole kronor, or nothing.

    Raises:
        AmountNegative: it is below zero.
        FieldInvalid: it is no amount.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise FieldInvalid(field=name)
    if value < 0:
        raise AmountNegative(field=name)
    return value
