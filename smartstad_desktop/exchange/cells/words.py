"""Statuses, themes, municipalities and yes or no, read by meaning in Swedish, Norwegian, Danish and English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from smartstad_desktop.domain.inventory import Possibility
from smartstad_desktop.domain.lists.lists import IssueCode, Vocabulary
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.reading import Reading
from smartstad_desktop.exchange.cells.several import several
from smartstad_desktop.exchange.cells.status_words import status_of

#: How near a misspelt word must be to count as the same (rapidfuzz, 0–100); a short word has more neighbours.
NEAR, NEAR_SHORT, SHORT = 80, 90, 6

_YES: Final = frozenset(
    ["ja", "j", "x", "yes", "y", "true", "1", "sant", "sann", "sandt", "ok", "jo", "v", "check", "jepp", "jadå"]
)
_NO: Final = frozenset(["nej", "nei", "n", "no", "false", "0", "falskt", "falsk", "inte", "ikke", "ej", "ingen"])
_MAYBE: Final = frozenset(
    {"kanske", "mojlig", "mojligt", "mojligen", "kanskje", "mulig", "muligens", "eventuellt", "ev"}
)
_TICKS: Final = frozenset("✓✔☑☒✅×●■√")
_CROSSES: Final = frozenset("✗✘☐❌○□")
_SDG_COUNT: Final = 17
_LONGEST_NAME: Final = 60
_SEVERAL: Final = re.compile(r"[,\n|/•]| (?:och|og|and|samt|&|\+) ", re.IGNORECASE)
#: What the names of the global goals say in Swedish, Norwegian and English, folded, from the first to the last.
_GOALS: Final = (
    *("ingen fattigdom|utrydde fattigdom|no poverty", "ingen hunger|utrydde sult|zero hunger"),
    *("god halsa|god helse|good health", "god utbildning|god utdanning|quality education"),
    *("jamstalldhet|likestilling|gender equality", "rent vatten|rent vann|clean water"),
    *("hallbar energi|ren energi|clean energy", "anstandiga arbet|anstendig arbeid|decent work"),
    *("hallbar industri|industri innovasjon|industry innovation", "minskad ojamlikhet|mindre ulikhet|reduced inequal"),
    *(
        "hallbara stader|barekraftige byer|sustainable cities",
        "hallbar konsumtion|ansvarlig forbruk|responsible consum",
    ),
    *("bekampa klimat|stoppe klimat|climate action", "hav och marina|livet i havet|life below water"),
    *("ekosystem|livet pa land|life on land", "fredliga|fred rettferdighet|peace justice"),
    "genomforande och globalt|samarbeid for|partnerships for",
)


def status(text: str) -> Reading:
    """Return the status of a cell."""
    found = status_of(text)
    return Reading(found, text) if found else Reading(written=text, issue=IssueCode.STATUS_UNKNOWN)


def yes_or_no(text: str) -> Reading:
    """Return true or false for ja, nej, x, ✓ and their kin; other text is kept as written."""
    word = fold(text).split(" ")[0]
    if any(tick in text for tick in _TICKS) or word in _YES:
        return Reading(value=True, written=text)
    if word in _NO or any(cross in text for cross in _CROSSES):
        return Reading(value=False, written=text)
    return Reading(written=text, issue=IssueCode.CHOICE_UNKNOWN)


def possibility(text: str) -> Reading:
    """Return yes, maybe or no."""
    word = fold(text).split(" ")[0]
    if word in _MAYBE:
        return Reading(Possibility.MAYBE, text)
    plain = yes_or_no(text)
    if plain.value is None:
        return plain
    return Reading(Possibility.YES if plain.value else Possibility.NO, text)


def goals(text: str) -> Reading:
    """Return the numbers of the global goals in *text*, 1 to 17, as text; goals without a number by their names."""
    numbers = [n for n in re.findall(r"(?<![\d.])(\d{1,2})(?!\d)", text) if 1 <= int(n) <= _SDG_COUNT]
    if not numbers:
        folded = fold(text)
        numbers = [str(number) for number, names in enumerate(_GOALS, 1) if any(n in folded for n in names.split("|"))]
    return Reading(tuple(dict.fromkeys(numbers)) or None, text)


def theme_of(text: str, words: Vocabulary) -> str | None:
    """Return the key of the theme that *text* means: its name, one of its other names, or a near spelling."""
    return _match(fold(text), _index(tuple(words.themes.items())))


def themes(text: str, words: Vocabulary) -> Reading:
    """Return the keys of all themes in a cell; names that hold commas or ``och`` are kept whole."""
    index = _index(tuple(words.themes.items()))
    # A semicolon stands in no name, and what is before or after it would be read as a near spelling of the whole.
    whole = index.get(fold(text)) if ";" in text else None if _SEVERAL.search(text) else theme_of(text, words)
    parts = several(text, index)
    found = (whole,) if whole else tuple(dict.fromkeys(k for part in parts if (k := theme_of(part, words))))
    if not found and (near := theme_of(text, words)):
        found = (near,)
    return Reading(found, text) if found else Reading(written=text, issue=IssueCode.THEME_UNKNOWN)


def municipality_of(text: str, words: Vocabulary) -> tuple[str | None, bool]:
    """Return the key of the municipality that *text* names, and whether the spelling was exact."""
    plain = re.sub(r"\([^)]*\)", " ", text) if "(" in text else text
    folded = re.sub(r"\b(kommuns?|kommunes?|kn|stads?|by|municipality of|city of)\b", " ", fold(plain)).strip()
    index = _index(tuple(words.municipalities.items()))
    for name in (folded, folded.removesuffix("s")):
        if name in index:
            return index[name], True
    return _match(folded, index), False


def whole_names(words: Vocabulary) -> frozenset[str]:
    """Return the folded names of themes and municipalities, which are one value also where they hold an ``och``."""
    return _whole(tuple(words.themes.items()), tuple(words.municipalities.items()))


@lru_cache(maxsize=16)
def _whole(*kinds: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    return frozenset(name for entries in kinds for name in _index(entries))


@lru_cache(maxsize=16)
def _index(entries: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {fold(name): key for key, names in entries for name in (*names, key) if fold(name)}


@lru_cache(maxsize=2_000)
def _nearest(folded: str, names: tuple[str, ...]) -> str | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  loaded only where a name is misspelt

    found = process.extractOne(
        folded, names, scorer=fuzz.ratio, score_cutoff=NEAR if len(folded) >= SHORT else NEAR_SHORT
    )
    return found[0] if found else None


def _match(folded: str, index: dict[str, str]) -> str | None:
    # A short word is near too many others; a sentence is near none, and comparing it costs the most.
    if folded in index or not 4 <= len(folded) <= _LONGEST_NAME:  # noqa: PLR2004  said above
        return index.get(folded)
    near = _nearest(folded, tuple(index))
    return index[near] if near else None
