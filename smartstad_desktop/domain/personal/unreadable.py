"""Making unreadable what points at a person in a text that leaves the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.personal.noticing import Personal, noticed
from smartstad_desktop.domain.personal.wanted import instead

#: So much of a number still stands: where it begins is enough to find it in the file.
_KEPT: Final = 2
_ADDRESS: Final = "•••@•••"
_HIDDEN: Final = "•••"
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are told in no text: what finds them, and a word of each, which is looked for first."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    def may_stand_in(self, text: str) -> bool:
        """Return whether it is worth looking closer; most texts hold no word of a name."""
        folded = text.casefold()
        return any(word in folded for word in self.words)

    def hidden(self, text: str) -> str:
        """Return *text* without the names."""
        return self.pattern.sub(lambda found: instead(found, _HIDDEN), text)


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
