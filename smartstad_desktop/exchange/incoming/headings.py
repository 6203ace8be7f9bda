"""What a heading may mean, by its words alone: known, part of a phrase or a compound, or nearly spelt like one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, TypeAlias

from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.incoming import more_headings
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS

#: Below this a heading is not taken to mean a column.
ACCEPT: Final = 0.5
EXACT, SYNONYM, WEAK = 1.0, 0.95, 0.7
_LIKE: Final = 0.85
#: How alike two headings must be (rapidfuzz, 0–100) to be a misspelling of one another.
_NEAR: Final = 86
#: A part of a compound must be so long to mean something: "tid" stands in too many words.
_STEM: Final = 6
_UNITS: Final = re.compile(
    r"\b(tkr|kkr|mkr|mnkr|ksek|tsek|msek|sek|nok|kr|kronor|kroner|tusen|1000|milj|mill|miljoner|obligatoriskt|obligatorisk"
    r"|intern|internt|arets|ar|åååå mm dd|aaaa mm dd|yyyy mm dd|dd mm aaaa|dato|valfritt|valj i lista|lista)\b"
)
#: Ends of words that only happen to be headings: Statusforklaring is no læring.
_NO_STEMS: Final = ("klaring", "klaringar", "klaringer")
# Words that carry no meaning when a heading is a phrase around a known word.
_SMALL: Final = frozenset(
    {
        *("i", "av", "for", "till", "om", "pa", "och", "eller", "en", "ett", "den", "det", "de", "the"),
        *("of", "and", "to", "i", "med", "som", "er", "ar", "og", "hos", "per", "vilken", "vilket", "vilka", "hvilken"),
        *("hvilket", "hvilke", "det", "kort", "kommer", "blir", "was", "is", "which", "our", "var", "vart", "vare"),
    }
)


_Known: TypeAlias = dict[str, tuple[tuple[str, float], ...]]


@cache
def dictionary(kind: SheetKind) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return every heading known in sheets of *kind*, folded, with the columns it may mean and how surely."""
    found: dict[str, dict[str, float]] = {}
    for column in FORMS[kind].columns:
        heading = column.heading
        more = kind is SheetKind.PROJECTS
        weak = (*column.weak, *(more_headings.words(more_headings.WEAK, column.key) if more else ()))
        strong = (*column.synonyms, *(more_headings.words(more_headings.MORE, column.key) if more else ()))
        words = {**dict.fromkeys(weak, WEAK), **dict.fromkeys(strong, SYNONYM)}
        words |= dict.fromkeys((heading.sv, heading.nb, heading.en, column.key), EXACT)
        for word, weight in words.items():
            for form in {fold(word), bare(word)} - {""}:
                keys = found.setdefault(form, {})
                keys[column.key] = max(weight, keys.get(column.key, 0.0))
    return {word: tuple(sorted(keys.items(), key=lambda item: -item[1])) for word, keys in found.items()}


def bare(heading: str) -> str:
    """Return a heading without brackets, units and marks: ``Budget (tkr) *`` is ``budget``."""
    return " ".join(_UNITS.sub(" ", fold(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading))).split())


@lru_cache(maxsize=4_000)
def meanings(heading: str, kind: SheetKind = SheetKind.PROJECTS) -> tuple[tuple[str, float], ...]:
    """Return the columns that *heading* may mean, the most likely first, by its words alone."""
    known = dictionary(kind)
    for form in (fold(heading), bare(heading)):
        if form in known:
            return known[form]
    short = bare(heading)
    if not short or len(short) > 80:  # noqa: PLR2004  a sentence is a note
        return ()
    scores: dict[str, float] = {}
    for form, weight in (*_phrases(short, known), *_compounds(short, known), *_alike(short, known)):
        for key, sure in known[form]:
            scores[key] = max(scores.get(key, 0.0), sure * weight)
    return tuple(sorted(scores.items(), key=lambda item: -item[1]))


def _phrases(short: str, known: _Known) -> list[tuple[str, float]]:
    """Return known headings that stand inside *short* as whole words, weighed by how much of it they are."""
    words = short.split()
    heavy = [word for word in words if word not in _SMALL] or words
    found: list[tuple[str, float]] = []
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            form = " ".join(words[first:last])
            if form in known and len(form) > 1:
                share = sum(len(word) for word in words[first:last] if word in heavy) / sum(map(len, heavy))
                lead = 0.08 if first == 0 else 0.0
                found.append((form, min(0.9, 0.45 + 0.45 * share + lead)))
    return found


def _compounds(short: str, known: _Known) -> list[tuple[str, float]]:
    """Return known words that a compound ends with, which say what it is, or begins with."""
    if " " in short:
        return []
    if short.endswith(_NO_STEMS):
        return []
    found = [(form, 0.65) for form in known if len(form) >= _STEM and short.endswith(form)]
    return found or [(form, 0.55) for form in known if len(form) >= _STEM and short.startswith(form)]


def _alike(short: str, known: _Known) -> list[tuple[str, float]]:
    if len(short) < 4:  # noqa: PLR2004  a short word is near too many others
        return []
    from rapidfuzz import fuzz, process  # noqa: PLC0415  loaded only for headings we do not know

    near = process.extract(short, tuple(known), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
    return [(form, score / 100 * _LIKE) for form, score, _index in near]
