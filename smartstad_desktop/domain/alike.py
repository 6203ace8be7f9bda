"""Which projects may be the same, or could be done together: what they share, and why one thinks so.

Words are compared by their stems and by the parts of compounds, so that *snöröjningssensorer* meets *sensorer för
snöröjning*. An index from part to project keeps the comparing short: only projects that share a rare part are
looked at.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.compounds import Parts, words


class Sign(StrEnum):
    """What two projects have in common."""

    TITLE = "title"
    WORDS = "words"
    TEXT = "text"
    TECHNOLOGY = "technology"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing two projects share: the sign, and the words, technologies or theme keys."""

    sign: Sign
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What of a project is compared; *place* is whose it is, and *id* whatever the caller knows it by."""

    id: int
    title: str
    text: str = ""
    technologies: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """Another project, how alike (0–100), and why."""

    id: int
    likeness: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two projects that are alike."""

    one: int
    other: int
    likeness: int
    reasons: tuple[Reason, ...]


#: From here on (0–100) two projects are offered as near-duplicates.
NEAR: Final = 60
#: Below this the same letters in two titles are chance, above it a slip of the pen.
_SPELLING: Final = 82
#: Weights of the signs; one that a side lacks does not count.
_TITLE, _TEXT, _TECHNOLOGY, _THEME = 70, 16, 9, 5
#: A part that more projects have than this leads to none of them; so many are compared closely.
_COMMON: Final = 300
_CLOSELY: Final = 8
_WORDS_TOLD: Final = 4
#: Only the same title is a whole likeness.
_NOT_THE_SAME: Final = 98


@dataclass(frozen=True, slots=True)
class _Side:
    """A project as it is compared."""

    what: Described
    folded: str
    parts: Mapping[str, str]
    weight: float
    technologies: Mapping[str, str]


class AlikeIndex:
    """Finds projects that are alike among *described*; *others* are texts to come, whose words count too."""

    def __init__(self, described: Sequence[Described], others: Iterable[str] = ()) -> None:
        self._parts = Parts([*(each.title for each in described), *others])
        split = [self._parts.of_text(each.title) for each in described]
        counts = Counter(part for parts in split for part in parts)
        total = len(described) + 1
        self._rarity = {part: math.log(1 + total / count) for part, count in counts.items()}
        self._unseen = math.log(1 + total)
        self._sides = [self._side(each, parts) for each, parts in zip(described, split, strict=True)]
        self._with: dict[str, list[int]] = {}
        for place, parts in enumerate(split):
            for part in parts:
                self._with.setdefault(part, []).append(place)
        self._titled: dict[str, list[int]] = {}
        for place, side in enumerate(self._sides):
            self._titled.setdefault(side.folded, []).append(place)
        self._met: dict[frozenset[str], tuple[int, ...]] = {}
        self._texts: dict[str, Mapping[str, str]] = {}

    def nearest(self, what: Described, *, ignoring: frozenset[int] = frozenset(), least: int = NEAR) -> Alike | None:
        """Return the project that *what* resembles most, or None; *ignoring* are ids that do not count."""
        return next(iter(self.like(what, ignoring=ignoring, least=least)), None)

    def like(self, what: Described, *, ignoring: frozenset[int] = frozenset(), least: int = NEAR) -> list[Alike]:
        """Return the projects that resemble *what* by at least *least*, the nearest first."""
        side = self._side(what, self._parts.of_text(what.title))
        if not side.folded:
            return []
        same = self._titled.get(side.folded, [])[:_CLOSELY]
        places = dict.fromkeys((*same, *self._meeting(side)))
        found = [
            alike
            for place in places
            if (other := self._sides[place].what).id not in ignoring and other is not what
            if (alike := self._compared(side, self._sides[place], least)) is not None
        ]
        return sorted(found, key=lambda alike: -alike.likeness)

    def pairs(self, least: int = NEAR) -> list[AlikePair]:
        """Return all pairs that are alike, the nearest first."""
        found: dict[tuple[int, int], AlikePair] = {}
        for side in self._sides:
            for alike in self.like(side.what, least=least):
                one, other = sorted((side.what.id, alike.id))
                if one != other:
                    found.setdefault((one, other), AlikePair(one, other, alike.likeness, alike.reasons))
        return sorted(found.values(), key=lambda pair: (-pair.likeness, pair.one, pair.other))

    def _side(self, what: Described, parts: Mapping[str, str]) -> _Side:
        return _Side(
            what,
            " ".join(words(what.title)),
            parts,
            sum(self._rarity.get(part, self._unseen) for part in parts),
            {" ".join(words(name)): name for name in what.technologies},
        )

    def _meeting(self, side: _Side) -> tuple[int, ...]:
        """Return the places of the projects that share the most telling parts with *side*."""
        key = frozenset(side.parts)
        if key not in self._met:
            shared: dict[int, float] = {}
            for part in sorted(key, key=lambda part: len(self._with.get(part, ()))):
                places = self._with.get(part, ())
                if len(places) > _COMMON and shared:
                    break
                weight = self._rarity.get(part, 0)
                for place in places[:_COMMON]:
                    shared[place] = shared.get(place, 0.0) + weight
            self._met[key] = tuple(heapq.nlargest(_CLOSELY, shared, key=lambda place: shared[place]))
        return self._met[key]

    def _compared(self, one: _Side, other: _Side, least: int) -> Alike | None:
        title, reasons = self._titles(one, other)
        signs = [(title, _TITLE)]
        technologies = one.technologies.keys() & other.technologies.keys()
        if one.technologies and other.technologies:
            signs.append((len(technologies) / min(len(one.technologies), len(other.technologies)), _TECHNOLOGY))
        themes = set(one.what.themes) & set(other.what.themes)
        if one.what.themes and other.what.themes:
            signs.append((float(bool(themes)), _THEME))
        if one.what.text and other.what.text and title * _TITLE + 100 - _TITLE >= least:
            text, told = self._texts_alike(one.what.text, other.what.text)
            signs.append((text, _TEXT))
            reasons += [Reason(Sign.TEXT, told)] if told else []
        weight = sum(each for _share, each in signs)
        whole = round(100 * sum(share * each for share, each in signs) / weight)
        likeness = 100 if one.folded == other.folded else min(whole, _NOT_THE_SAME)
        if likeness < least:
            return None
        if technologies:
            reasons.append(Reason(Sign.TECHNOLOGY, tuple(sorted(one.technologies[name] for name in technologies))))
        if themes:
            reasons.append(Reason(Sign.THEME, tuple(sorted(themes))))
        return Alike(other.what.id, likeness, tuple(reasons))

    def _titles(self, one: _Side, other: _Side) -> tuple[float, list[Reason]]:
        """Return how alike two titles are, 0 to 1, by their parts or else by their letters."""
        if one.folded == other.folded:
            return 1.0, [Reason(Sign.TITLE)]
        shared = one.parts.keys() & other.parts.keys()
        weight = one.weight + other.weight
        share = 2 * sum(self._rarity.get(part, self._unseen) for part in shared) / weight if weight else 0.0
        from rapidfuzz import fuzz  # noqa: PLC0415  loaded only when projects are compared

        letters = fuzz.token_sort_ratio(one.folded, other.folded, score_cutoff=_SPELLING)
        told = tuple(dict.fromkeys(one.parts[part] for part in one.parts if part in shared))[:_WORDS_TOLD]
        reasons = [Reason(Sign.WORDS, told)] if told else []
        if letters / 100 > share:
            return letters / 100, [Reason(Sign.TITLE), *reasons]
        return share, reasons

    def _texts_alike(self, one: str, other: str) -> tuple[float, tuple[str, ...]]:
        """Return how much of the shorter text's words the other has too, and the most telling of them."""
        mine, theirs = self._text(one), self._text(other)
        if not mine or not theirs:
            return 0.0, ()
        shared = mine.keys() & theirs.keys()
        weights = [sum(self._rarity.get(part, 1.0) for part in parts) for parts in (mine, theirs)]
        share = sum(self._rarity.get(part, 1.0) for part in shared) / min(weights)
        telling = sorted(shared & self._rarity.keys(), key=lambda part: -self._rarity[part])
        return share, tuple(dict.fromkeys(mine[part] for part in telling))[:_WORDS_TOLD]

    def _text(self, text: str) -> Mapping[str, str]:
        if text not in self._texts:
            self._texts[text] = self._parts.of_text(text)
        return self._texts[text]
