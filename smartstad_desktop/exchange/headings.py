"""Which column of a table means what: by the words of its heading, by likeness, and by the look of its values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from smartstad_desktop.exchange import looks
from smartstad_desktop.exchange.columns import COLUMNS
from smartstad_desktop.exchange.folding import fold
from smartstad_desktop.exchange.reading import Cell

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
# Words that carry no meaning when a heading is a phrase around a known word.
_SMALL: Final = frozenset(
    {
        *("i", "av", "for", "till", "om", "pa", "och", "eller", "en", "ett", "den", "det", "de", "the"),
        *("of", "and", "to", "i", "med", "som", "er", "ar", "og", "hos", "per"),
    }
)


@dataclass(frozen=True, slots=True)
class Match:
    """A column of the sheet taken to mean *key*; others that it might mean come next best first."""

    key: str
    index: int
    confidence: float
    others: tuple[str, ...] = ()


@cache
def _dictionary() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return every known heading, folded, with the columns it may mean and how surely."""
    found: dict[str, dict[str, float]] = {}
    for column in COLUMNS:
        heading = column.heading
        words = {**dict.fromkeys(column.weak, WEAK), **dict.fromkeys(column.synonyms, SYNONYM)}
        words |= dict.fromkeys((heading.sv, heading.nb, heading.en, column.key), EXACT)
        for word, weight in words.items():
            for form in {fold(word), _bare(word)} - {""}:
                keys = found.setdefault(form, {})
                keys[column.key] = max(weight, keys.get(column.key, 0.0))
    return {word: tuple(sorted(keys.items(), key=lambda item: -item[1])) for word, keys in found.items()}


def _bare(heading: str) -> str:
    """Return a heading without brackets, units and marks: ``Budget (tkr) *`` is ``budget``."""
    return " ".join(_UNITS.sub(" ", fold(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading))).split())


@lru_cache(maxsize=4_000)
def meanings(heading: str) -> tuple[tuple[str, float], ...]:
    """Return the columns that *heading* may mean, the most likely first, by its words alone."""
    known = _dictionary()
    for form in (fold(heading), _bare(heading)):
        if form in known:
            return known[form]
    bare = _bare(heading)
    if not bare or len(bare) > 80:  # noqa: PLR2004  a sentence is a note
        return ()
    scores: dict[str, float] = {}
    for form, weight in (*_phrases(bare), *_compounds(bare), *_alike(bare)):
        for key, sure in known[form]:
            scores[key] = max(scores.get(key, 0.0), sure * weight)
    return tuple(sorted(scores.items(), key=lambda item: -item[1]))


def _phrases(bare: str) -> list[tuple[str, float]]:
    """Return known headings that stand inside *bare* as whole words, weighed by how much of it they are."""
    words = bare.split()
    heavy = [word for word in words if word not in _SMALL] or words
    found: list[tuple[str, float]] = []
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            form = " ".join(words[first:last])
            if form in _dictionary() and len(form) > 1:
                share = sum(len(word) for word in words[first:last] if word in heavy) / sum(map(len, heavy))
                lead = 0.08 if first == 0 else 0.0
                found.append((form, min(0.9, 0.45 + 0.45 * share + lead)))
    return found


def _compounds(bare: str) -> list[tuple[str, float]]:
    """Return known words that a compound ends with, which say what it is, or begins with."""
    if " " in bare:
        return []
    found = [(form, 0.65) for form in _dictionary() if len(form) >= _STEM and bare.endswith(form)]
    return found or [(form, 0.55) for form in _dictionary() if len(form) >= _STEM and bare.startswith(form)]


def _alike(bare: str) -> list[tuple[str, float]]:
    if len(bare) < 4:  # noqa: PLR2004  a short word is near too many others
        return []
    from rapidfuzz import fuzz, process  # noqa: PLC0415  loaded only for headings we do not know

    near = process.extract(bare, tuple(_dictionary()), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
    return [(form, score / 100 * _LIKE) for form, score, _index in near]


def match(headings: Sequence[str], groups: Sequence[str], values: Sequence[Sequence[Cell]]) -> list[Match]:
    """Return what each column means, every meaning at most once.

    *groups* holds the text of a merged heading above, *values* some cells below, both per column.
    """
    claims: list[tuple[float, int, str]] = []
    for index, heading in enumerate(headings):
        known = dict(_in_group(heading, groups[index]))
        look = looks.of(values[index])
        for key, score in {**known, **_by_look(heading, known, look)}.items():
            claims.append((score * look.fit(key) + look.lift(key), index, key))
    claims.sort(key=lambda claim: (-round(claim[0], 3), claim[1]))
    return _assigned(claims, headings, values)


def _in_group(heading: str, group: str) -> tuple[tuple[str, float], ...]:
    """Return the meanings of a heading under a group: ``Start`` under ``Tid``, or nothing under ``Kontakt``."""
    if not heading:
        return meanings(group)
    found = meanings(heading)
    if found or not group:
        return found
    return tuple((key, score * 0.9) for key, score in meanings(f"{group} {heading}"))


def _by_look(heading: str, known: dict[str, float], look: looks.Look) -> dict[str, float]:
    """Return what values alone suggest, where the heading says nothing."""
    if known and max(known.values()) >= WEAK:
        return {}
    return {key: score for key, score in look.suggestions().items() if heading and score > known.get(key, 0.0)}


def _assigned(
    claims: list[tuple[float, int, str]], headings: Sequence[str], values: Sequence[Sequence[Cell]]
) -> list[Match]:
    taken: dict[str, Match] = {}
    used: set[int] = set()
    for score, index, key in claims:
        if score < ACCEPT or key in taken or index in used:
            continue
        others = tuple(k for s, i, k in claims if i == index and k != key and s >= score - 0.2)
        taken[key] = Match(key, index, min(1.0, round(score, 2)), others)
        used.add(index)
    if "period" in taken and ("start" in taken or "end" in taken):
        del taken["period"]
    if "title" not in taken:
        _guess_title(taken, used, headings, values)
    return sorted(taken.values(), key=lambda found: found.index)


def _guess_title(
    taken: dict[str, Match], used: set[int], headings: Sequence[str], values: Sequence[Sequence[Cell]]
) -> None:
    """Take the column that looks most like names, among those nobody claims, or the only description."""
    free = [
        (looks.of(cells).as_title(), -index)
        for index, cells in enumerate(values)
        if headings[index] and index not in used
    ]
    best = max(free, default=(0.0, 0))
    if best[0] > 0:
        taken["title"] = Match("title", -best[1], ACCEPT)
    elif "what" in taken:
        taken["title"] = Match("title", taken.pop("what").index, ACCEPT)
