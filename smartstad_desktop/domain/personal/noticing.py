"""Noticing what points at a person in a text: personal numbers, e-mail addresses, phone numbers.

Warnings only: a text is never refused for it, and a number is never repeated in full. Personal numbers are told from
other numbers by their date and check digit (Swedish: Luhn over ten digits; Norwegian: two digits modulo 11).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_SWEDISH: Final = re.compile(
    r"(?<![\d-])(?:19|20)?(\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01]))[-+ ]?(\d{4})(?!\d)"
)
_NORWEGIAN: Final = re.compile(r"(?<!\d)((?:[0-2]\d|3[01]|[4-6]\d|7[01])(?:0[1-9]|1[0-2])\d{2}) ?(\d{5})(?!\d)")
_EMAIL: Final = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_PHONE: Final = re.compile(
    r"(?<![\d-])(?:(?:\+|00)4[567][ -]?\d(?:[ -]?\d){6,10}|0\d{1,3}[ -]\d(?:[ -]?\d){4,8}|07\d{8})(?![\d-])"
)
#: A number as ``concealed`` leaves it.
_CONCEALED: Final = re.compile(r"(?<!\d)\d{2}(?:[-+ ]?•){8,10}")
#: Addresses that belong to a person rather than to an employer.
_PRIVATE_HOSTS: Final = re.compile(
    r"(?:^|\.)(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|telia|bredband|spray|online|protonmail|proton)"
    r"\.\w{2,3}$",
    re.IGNORECASE,
)
#: So much of a number still stands when it is concealed.
_KEPT: Final = 2
_DOT: Final = "•"
_WEIGHTS_FIRST: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_WEIGHTS_LAST: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


class Personal(StrEnum):
    """What was noticed."""

    NUMBER = "number"
    PRIVATE_EMAIL = "private_email"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that points at a person, and where in the text it stands."""

    kind: Personal
    start: int
    end: int


def noticed(text: str) -> tuple[Notice, ...]:
    """Return what points at a person in *text*, from its beginning."""
    found = [
        *(Notice(Personal.NUMBER, each.start(), each.end()) for each in _SWEDISH.finditer(text) if _is_swedish(each)),
        *(
            Notice(Personal.NUMBER, each.start(), each.end())
            for each in _NORWEGIAN.finditer(text)
            if _is_norwegian(each)
        ),
    ]
    for each in _EMAIL.finditer(text):
        kind = Personal.PRIVATE_EMAIL if _PRIVATE_HOSTS.search(each[1]) else Personal.EMAIL
        found.append(Notice(kind, each.start(), each.end()))
    for each in _PHONE.finditer(text):
        if not any(notice.start < each.end() and each.start() < notice.end for notice in found):
            found.append(Notice(Personal.PHONE, each.start(), each.end()))
    return tuple(sorted(found, key=lambda notice: notice.start))


def concealed(text: str) -> str:
    """Return *text* with personal numbers made unreadable: where they begin is enough to find them."""
    for notice in reversed(noticed(text)):
        if notice.kind is Personal.NUMBER:
            number = text[notice.start : notice.end]
            hidden = number[:_KEPT] + re.sub(r"\d", _DOT, number[_KEPT:])
            text = text[: notice.start] + hidden + text[notice.end :]
    return text


def hidden_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers in *text* that ``concealed`` has made unreadable, as they stand there."""
    return tuple(_CONCEALED.findall(text)) if _DOT in text else ()


def revealed(text: str, known: str) -> str:
    """Return *text* with each concealed number as *known* has it; one that nobody knows any more is left out."""
    numbers = [known[each.start : each.end] for each in noticed(known) if each.kind is Personal.NUMBER]

    def reveal(found: re.Match[str]) -> str:
        place = next((at for at, each in enumerate(numbers) if concealed(each) == found[0]), None)
        return "" if place is None else numbers.pop(place)

    return _CONCEALED.sub(reveal, text).strip()


def _is_swedish(found: re.Match[str]) -> bool:
    total = 0
    for place, digit in enumerate(f"{found[1]}{found[2]}"):
        doubled = int(digit) * (2 - place % 2)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0


def _is_norwegian(found: re.Match[str]) -> bool:
    digits = [int(digit) for digit in f"{found[1]}{found[2]}"]
    first = sum(weight * digit for weight, digit in zip(_WEIGHTS_FIRST, digits, strict=False))
    last = sum(weight * digit for weight, digit in zip(_WEIGHTS_LAST, digits, strict=True))
    return first % 11 == 0 and last % 11 == 0
