"""Making unreadable what points at a person in a text that leaves the file."""

from __future__ import annotations

import re
from typing import Final

from smartstad_desktop.domain.personal.noticing import Personal, noticed

#: So much of a number still stands: where it begins is enough to find it in the file.
_KEPT: Final = 2
_ADDRESS: Final = "•••@•••"
_DIGIT: Final = re.compile(r"\d")


def unreadable(text: str) -> str:
    """Return *text* with personal numbers, telephone numbers and e-mail addresses made unreadable."""
    for notice in reversed(noticed(text)):
        found = text[notice.start : notice.end]
        if notice.kind in {Personal.EMAIL, Personal.PRIVATE_EMAIL}:
            hidden = _ADDRESS
        else:
            hidden = found[:_KEPT] + _DIGIT.sub("•", found[_KEPT:])
        text = text[: notice.start] + hidden + text[notice.end :]
    return text
