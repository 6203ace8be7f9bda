"""Data about people on the screen: enough to find the cell, never enough to read it from the back of the room."""

from __future__ import annotations

import re
from typing import Final

from smartstad_desktop.domain.personal.noticing import Personal, noticed

#: An address keeps its first letter and its domain; a number keeps where it begins.
_ADDRESS: Final = re.compile(r"([\w.+-])[\w.+-]*(@[\w.-]+)")
_NUMBER: Final = re.compile(r"\d[\d\s+–-]{4,}\d")
_KEPT: Final = 2
_DOT: Final = "•"


def masked(text: str) -> str:
    """Return *text* with addresses and long numbers made unreadable."""
    return _NUMBER.sub(_hidden, _ADDRESS.sub(rf"\1{_DOT * 3}\2", text))


def masked_people(text: str) -> str:
    """Return *text* with what points at a person made unreadable, and all else as it is."""
    for notice in reversed(noticed(text)):
        if notice.kind is not Personal.EMAIL:
            text = text[: notice.start] + masked(text[notice.start : notice.end]) + text[notice.end :]
    return text


def _hidden(found: re.Match[str]) -> str:
    number = found.group()
    return number[:_KEPT] + re.sub(r"\d", _DOT, number[_KEPT:])
