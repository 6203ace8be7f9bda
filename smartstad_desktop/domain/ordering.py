"""Order keys: text that sorts between two neighbours, so that moving a row writes one row.

Keys are fractions in base 62 written after an imagined point, without a trailing lowest digit; between any two
different keys there is always a third. The idea is known as fractional indexing.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def between(before: str | None, after: str | None) -> str:
    """Return a key that sorts after *before* and before *after*; None stands for the open end.

    Raises:
        ValueError: the two keys are equal or in the wrong order.
    """
    if before is not None and after is not None and before >= after:
        raise ValueError(before, after)
    return _between(before or "", after)


def _between(low: str, high: str | None) -> str:
    if high is not None:
        shared = 0
        while shared < len(high) and (low[shared] if shared < len(low) else DIGITS[0]) == high[shared]:
            shared += 1
        if shared:
            return high[:shared] + _between(low[shared:], high[shared:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else len(DIGITS)
    if last - first > 1:
        return DIGITS[(first + last) // 2]
    if high and len(high) > 1:
        return high[0]
    return DIGITS[first] + _between(low[1:], None)


def evenly(count: int) -> list[str]:
    """Return *count* keys in order, spread so that there is room between all of them."""
    width = 1
    while len(DIGITS) ** width <= count * 2:
        width += 1
    step = len(DIGITS) ** width / (count + 1)
    return [_digits(round(step * (index + 1)), width) for index in range(count)]


def between_many(before: str | None, after: str | None, count: int) -> list[str]:
    """Return *count* keys in order between two neighbours, from the middle outwards so that they stay short."""
    if count == 0:
        return []
    middle = between(before, after)
    lower = between_many(before, middle, (count - 1) // 2)
    return [*lower, middle, *between_many(middle, after, count - 1 - len(lower))]


def _digits(number: int, width: int) -> str:
    out = ""
    for _ in range(width):
        number, rest = divmod(number, len(DIGITS))
        out = DIGITS[rest] + out
    return out.rstrip(DIGITS[0])
