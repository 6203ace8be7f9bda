"""A person that is looked for in all texts: by name in either order, by e-mail address, by phone number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.errors import FieldInvalid

#: A shorter word would be found everywhere.
SHORTEST: Final = 4
_DIGITS: Final = 6
#: A letter or a digit: the marks of formatted text are none.
_LETTER: Final = r"[^\W_]"
_BETWEEN: Final = r"[*_\\]*\s+[*_\\]*"


class WantedTooShort(FieldInvalid):
    """What is looked for is too short to mean one person. Parameters: ``limit``."""

    code = "wanted_too_short"


class ReplacementNames(FieldInvalid):
    """What is to stand instead of a name holds the name itself."""

    code = "replacement_names"


class ReplacementMissing(FieldInvalid):
    """Something has to stand instead of a name."""

    code = "replacement_missing"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One value of one row, where a text stands."""

    table: str
    row_id: int
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whom to look for; what is empty is not looked for."""

    name: str = ""
    email: str = ""
    phone: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds this person in a text, however it is spaced, and with a genitive s after the name.

        Raises:
            WantedTooShort: nothing is long enough to look for.
        """
        parts = [*_names(self.name), *_address(self.email), *_number(self.phone)]
        if not parts:
            raise WantedTooShort(field="name", limit=SHORTEST)
        return re.compile("|".join(parts), re.IGNORECASE)


def check_replacement(replacement: str, pattern: re.Pattern[str]) -> str:
    """Return what is to stand instead of a name.

    Raises:
        ReplacementMissing: it is empty.
        ReplacementNames: it names the person again.
    """
    text = " ".join(replacement.split())
    if not text:
        raise ReplacementMissing(field="replacement")
    if pattern.search(text):
        raise ReplacementNames(field="replacement")
    return text


def spelled(words: Sequence[str]) -> str:
    """Return what finds *words* beside each other and no longer word around them, also where some are emphasised."""
    return rf"(?<!{_LETTER})" + _BETWEEN.join(words)


def instead(found: re.Match[str], text: str) -> str:
    """Return *text* with the marks that *found* holds, so that emphasis still ends where it began."""
    opening = "".join(re.findall(r"(?<=\s)[*_]+", found[0]))
    closing = "".join(re.findall(r"[*_]+(?=\s)", found[0]))
    return f"{opening}{text}{closing}"


def _names(name: str) -> list[str]:
    words = [re.escape(word) for word in name.split()]
    if len("".join(name.split())) < SHORTEST:
        return []
    orders = [words]
    if len(words) > 1:
        # As registers write it: the last name first.
        orders.append([f"{words[-1]},?", *words[:-1]])
    return [rf"{spelled(order)}(?=s?(?!{_LETTER}))" for order in orders]


def _address(email: str) -> list[str]:
    text = email.strip()
    return [rf"(?<![\w.+-]){re.escape(text)}(?![\w-])"] if len(text) >= SHORTEST and "@" in text else []


def _number(phone: str) -> list[str]:
    digits = re.sub(r"\D", "", phone)
    return [r"(?<!\d)\+?" + r"[\s()-]*".join(digits) + r"(?!\d)"] if len(digits) >= _DIGITS else []
