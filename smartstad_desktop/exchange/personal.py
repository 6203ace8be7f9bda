"""What should not stand in a list: personal numbers, private e-mail addresses and phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from smartstad_desktop.domain.lists import IssueCode

# What every number of a person or phone holds, or an address; most texts hold neither and are passed over at once.
_MAY_HOLD: Final = re.compile(r"\d[-+ ]?\d{3}|@")
_DIGITS: Final = re.compile(r"(?<![\w.,/-])(?:19|20)?\d{6}[-+ ]?\d{4,5}(?![\w/])")
_MAIL: Final = re.compile(r"[\w.+-]+@([\w-]+\.[\w.-]*\w)", re.UNICODE)
_PHONE: Final = re.compile(
    r"(?<![\w.,/-])(?:(?:\+|00)4[5-7][ -]?(?:\(0\))?[ -]?\d(?:[ -]?\d){6,9}|0\d{1,3}[-/ ]\d(?:[ ]?\d){4,8})(?![\w-])"
    r"|\b(?:tlf|tel|telefon|mobil|mob)[.:]* ?(?:nr[.:]* ?)?(\d(?:[ -]?\d){6,10})(?!\w)",
    re.IGNORECASE,
)
_PRIVATE: Final = re.compile(
    r"^(gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|yahoo|ymail|aol|gmx|proton|protonmail|pm|telia"
    r"|comhem|bredband|bredband2|tele2|spray|passagen|swipnet|online|broadpark|getmail|lyse|mail|fastmail)"
    r"\.(com|se|no|dk|net|me|org|nu|co\.uk)$"
)
_WEIGHTS_ONE: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_WEIGHTS_TWO: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
#: Days of coordination numbers (sv) are written plus sixty, of D-numbers (nb) plus forty.
_PLUS_SV, _PLUS_NB = 60, 40


def may_hold(text: str) -> bool:
    """Return whether *text* is worth a closer look."""
    return _MAY_HOLD.search(text) is not None


def findings(text: str) -> Iterator[tuple[IssueCode, str]]:
    """Yield what *text* holds of people, as it is written."""
    numbers = [found for found in _DIGITS.findall(text) if is_personal(found)]
    for found in numbers:
        yield IssueCode.PERSONAL_NUMBER, found
    for found in _MAIL.finditer(text):
        if _PRIVATE.match(found[1].casefold()):
            yield IssueCode.PRIVATE_EMAIL, found[0]
    for found in _PHONE.finditer(text):
        written = found[0].strip()
        if not any(number in written for number in numbers):
            yield IssueCode.PHONE_NUMBER, written


def is_personal(written: str) -> bool:
    """Return whether *written* is built as a Swedish or a Norwegian personal number.

    A mark between date and number is sign enough beside a real date; figures alone also need their check digits.
    """
    digits = re.sub(r"\D", "", written)
    is_marked = re.search(r"\d[-+]\d{4}$", written) is not None
    if len(digits) in {10, 12}:
        short = digits[-10:]
        return _is_day(short[4:6], short[2:4], _PLUS_SV) and (is_marked or _has_luhn(short))
    if len(digits) == 11:  # noqa: PLR2004  Norwegian
        return _is_day(digits[:2], digits[2:4], _PLUS_NB) and (" " in written or _has_modulus(digits))
    return False


def _is_day(day: str, month: str, plus: int) -> bool:
    number = int(day)
    try:
        date(2000, int(month), number - plus if number > plus else number)
    except ValueError:
        return False
    return True


def _has_luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _has_modulus(digits: str) -> bool:
    values = [int(digit) for digit in digits]
    one = sum(weight * value for weight, value in zip(_WEIGHTS_ONE, values, strict=False))
    two = sum(weight * value for weight, value in zip(_WEIGHTS_TWO, values, strict=True))
    return one % 11 == 0 and two % 11 == 0
