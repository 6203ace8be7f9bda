"""Sentences, numbers, money and dates in Swedish, Norwegian bokmål and English.

The window speaks through ``_`` and ``ngettext``; documents, workbooks and the projector carry a ``Phrasebook`` of
their own, so that two languages can be shown at once.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from smartstad_desktop import places
from smartstad_desktop.domain.values import Language, Period, Precision
from smartstad_desktop.text.catalogue import Catalogue

#: Narrow no-break space groups figures so that an amount never breaks over two lines.
GROUP: Final = "\u202f"
NO_BREAK: Final = "\u00a0"

_MONTHS: Final = {
    Language.SV: ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"),
    Language.NB: ("jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des."),
    Language.EN: ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
}
_ALPHABET: Final = {
    Language.SV: "abcdefghijklmnopqrstuvwxyzåäö",
    Language.NB: "abcdefghijklmnopqrstuvwxyzæøå",
    Language.EN: "abcdefghijklmnopqrstuvwxyz",
}
_ALIKE: Final = {
    Language.SV: {"æ": "ä", "ø": "ö", "é": "e", "è": "e", "ü": "u"},
    Language.NB: {"ä": "æ", "ö": "ø", "é": "e", "è": "e", "ü": "u"},
    Language.EN: {"å": "a", "ä": "a", "æ": "a", "ö": "o", "ø": "o", "é": "e", "è": "e", "ü": "u"},
}


class Phrasebook:
    """Everything that is said in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        folder = places.resources() / "i18n"
        self._catalogue = Catalogue.read(folder / language.value / "LC_MESSAGES" / "smartstad.mo")
        letters = _ALPHABET[language]
        self._rank = {letter: index + 1000 for index, letter in enumerate(letters)}
        self._alike = _ALIKE[language]

    def text(self, message: str, **values: object) -> str:
        """Return *message* in this language with its ``{names}`` filled in."""
        translated = self._catalogue.gettext(message) if message else ""
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the form for *count*, which is also available as ``{count}``."""
        return self._catalogue.ngettext(one, many, count).format(count=self.number(count), **values)

    def number(self, value: float, decimals: int = 0) -> str:
        """Return *value* with this language's decimal sign and grouped figures."""
        whole = f"{abs(value):,.{decimals}f}"
        sign = "\u2212" if value < 0 else ""
        if self.language is Language.EN:
            return sign + whole
        return sign + whole.replace(",", GROUP).replace(".", ",")

    def percent(self, share: float) -> str:
        """Return a share of the whole in whole per cent, with the blank before the sign that the language has."""
        sign = "%" if self.language is Language.EN else "\N{NO-BREAK SPACE}%"
        return self.number(100 * share) + sign

    def money(self, kronor: int) -> str:
        """Return an amount in full, as ``2 100 000 kr``."""
        return f"{self.number(kronor)}{NO_BREAK}kr"

    def short_money(self, kronor: int) -> str:
        """Return an amount as people say it: ``640 tkr``, ``2,1 mkr``; below a thousand in kronor."""
        size = abs(kronor)
        if size < 1000:  # noqa: PLR2004  a thousand is what tkr means
            return self.money(kronor)
        if size < 1_000_000:  # noqa: PLR2004  a million is what mkr means
            decimals = 0 if kronor % 1000 == 0 else 1
            return f"{self.number(kronor / 1000, decimals)}{NO_BREAK}{self.text('tkr')}"
        decimals = 0 if kronor % 1_000_000 == 0 else (1 if kronor % 100_000 == 0 else 2)
        return f"{self.number(kronor / 1_000_000, decimals)}{NO_BREAK}{self.text('mkr')}"

    def day(self, value: date) -> str:
        """Return a date in words: ``19 nov 2026``."""
        return f"{value.day}{NO_BREAK}{_MONTHS[self.language][value.month - 1]} {value.year}"

    def month(self, value: date) -> str:
        """Return a month in words: ``mars 2026``."""
        return f"{_MONTHS[self.language][value.month - 1]} {value.year}"

    def period(self, value: Period) -> str:
        """Return a date as exactly as it was written."""
        match value.precision:
            case Precision.DAY | Precision.WEEK:
                return self.day(value.first)
            case Precision.MONTH:
                return self.month(value.first)
            case Precision.QUARTER:
                return self.text("Q{quarter} {year}", quarter=(value.first.month + 2) // 3, year=value.first.year)
            case Precision.SEASON:
                return value.written
            case Precision.YEAR:
                return str(value.first.year)

    def sort_key(self, text: str) -> tuple[int, ...]:
        """Return a key that puts names in this language's alphabetical order."""
        alike, rank = self._alike, self._rank
        return tuple(rank.get(alike.get(letter, letter), ord(letter)) for letter in text.casefold())


@cache
def phrasebook(language: Language | str) -> Phrasebook:
    """Return the phrasebook of *language*; each is loaded once."""
    return Phrasebook(Language(language))


class _Window:
    """The language the window speaks; one per process."""

    language: Language = Language.SV


def use(language: Language | str) -> None:
    """Let the window speak *language* from now on; windows that are open are rebuilt by the shell."""
    _Window.language = Language(language)


def current() -> Phrasebook:
    """Return the phrasebook of the window."""
    return phrasebook(_Window.language)


def _(message: str, **values: object) -> str:
    """Return *message* in the window's language with its ``{names}`` filled in."""
    return current().text(message, **values)


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return the form for *count* in the window's language; ``{count}`` is the grouped figure."""
    return current().plural(one, many, count, **values)


def N_(message: str) -> str:  # noqa: N802  the name every extraction tool knows
    """Mark *message* for the catalogue where it is defined; it is translated where it is shown."""
    return message
