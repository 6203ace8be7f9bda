"""Which projects may be the same, or could be done together: what they share, and why one thinks so.

Words are compared by their stems and by the parts of compounds, so that *snöröjningssensorer* meets *sensorer för
snöröjning*. An index from part to project keeps the comparing short: only projects that share a rare part are
looked at.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.inventory import Possibility
from smartstad_desktop.domain.lists.compounds import Parts, words, words_of_each


class Sign(StrEnum):
    """What two projects have in common."""

    NAME = "name"
    TITLE = "title"
    WORDS = "words"
    TEXT = "text"
    TECHNOLOGY = "technology"
    THEME = "theme"


class Hint(StrEnum):
    """What two projects that are alike could do together."""

    PROCUREMENT = "procurement"
    TESTBED = "testbed"


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
    """Another project and how alike it is (0–100); *place* is where it stands among those compared."""

    id: int
    likeness: int
    place: int


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two projects that are alike."""

    one: int
    other: int
    likeness: int
    reasons: tuple[Reason, ...]


#: From here on (0–100) two projects are offered as near-duplicates.
NEAR: Final = 60
#: From here on they are worth a look by somebody who looks for joint work.
WORTH_A_LOOK: Final = 45
#: Below this the same letters in two titles are chance, above it a slip of the pen.
_SPELLING: Final = 82
#: Weights of the signs; one that a side lacks does not count.
_TITLE, _TEXT, _TECHNOLOGY, _THEME = 70, 16, 9, 5
#: A part that more projects have than this leads to none of them; so many are compared closely.
_COMMON: Final = 300
_CLOSELY: Final = 6
_WORDS_TOLD: Final = 4
#: Texts that share less of their words than this give no reason.
_TELLING: Final = 0.25
#: Misspelt words are looked for among those that begin alike.
_BEGINNING: Final = 2
#: Only the same title is a whole likeness.
_NOT_THE_SAME: Final = 98


def hints(
    procurement: tuple[Possibility | None, Possibility | None], testbed: tuple[Possibility | None, Possibility | None]
) -> tuple[Hint, ...]:
    """Return what two projects could do together: where one says yes or perhaps, and none says no."""
    found = ((Hint.PROCUREMENT, procurement), (Hint.TESTBED, testbed))
    return tuple(
        hint
        for hint, said in found
        if Possibility.NO not in said and any(each in {Possibility.YES, Possibility.MAYBE} for each in said)
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The parts of a text with their weight; *folded* is the text itself as it is compared."""

    folded: str
    parts: frozenset[str]
    weight: float


class AlikeIndex:
    """Finds projects that are alike among *described*.

    *titles* are theirs, for a sequence that makes its items when they are asked for. With *is_brief* texts are left out
    of the comparison: there are too many to read in the time anybody waits.
    """

    def __init__(
        self, described: Sequence[Described], titles: Sequence[str] | None = None, *, is_brief: bool = False
    ) -> None:
        from rapidfuzz import fuzz, process  # noqa: PLC0415  loaded only when projects are compared

        self._letters, self._closest = fuzz.token_sort_ratio, process.extractOne
        self._described = described
        self._is_brief = is_brief
        self._words = words_of_each(titles or [each.title for each in described])
        self._titled: defaultdict[str, list[int]] = defaultdict(list)
        having: defaultdict[str, list[int]] = defaultdict(list)
        for place, several in enumerate(self._words):
            self._titled[" ".join(several)].append(place)
            for word in several:
                having[word].append(place)
        self._parts = Parts(having)
        self._with = self._places_of_parts(having)
        total = len(described) + 1
        self._rarity = {part: math.log(1 + total / len(places)) for part, places in self._with.items()}
        self._unseen = math.log(1 + total)
        self._sides: dict[int, _Words] = {}
        self._texts: dict[str, _Words] = {}
        self._met: dict[frozenset[str], tuple[int, ...]] = {}
        self._beginning: dict[str, list[str]] = {}
        for part in self._with:
            self._beginning.setdefault(part[:_BEGINNING], []).append(part)

    def _places_of_parts(self, having: Mapping[str, list[int]]) -> dict[str, list[int]]:
        """Return the places of each part, in order, given those of each word."""
        found: dict[str, list[int]] = {}
        # Words are far fewer than titles, so that only words are taken apart here.
        for word, places in having.items():
            for part in self._parts.of_word(word):
                found[part] = [*found[part], *places] if part in found else places
        return {part: sorted(set(places)) for part, places in found.items()}

    def nearest(self, what: Described, *, least: int = NEAR) -> Alike | None:
        """Return the project that *what* resembles most, or None."""
        return next(iter(self.like(what, least=least)), None)

    def like(
        self, what: Described, *, least: int = NEAR, accepts: Callable[[int], bool] = lambda _id: True
    ) -> list[Alike]:
        """Return the projects that resemble *what* by at least *least*, the nearest first.

        Only those whose id *accepts* says yes to are compared; *what* itself never is.
        """
        several = words(what.title)
        if not several:
            return []
        mine = self._weighed(" ".join(several), self._parts.of_words(several))
        same = self._titled.get(mine.folded, [])[:_CLOSELY]
        found: list[Alike] = []
        for place in dict.fromkeys((*same, *self._meeting(mine.parts))):
            other = self._described[place]
            if other is what or not accepts(other.id):
                continue
            alike = self._compared(what, mine, place, least)
            if alike is not None:
                found.append(alike)
        return sorted(found, key=lambda alike: -alike.likeness)

    def pairs(self, least: int = NEAR) -> list[AlikePair]:
        """Return all pairs that are alike with why, the nearest first."""
        found: dict[tuple[int, int], AlikePair] = {}
        for what in self._described:
            for alike in self.like(what, least=least):
                one, other = sorted((what.id, alike.id))
                if (one, other) not in found:
                    found[one, other] = AlikePair(one, other, alike.likeness, self.reasons(what, alike))
        return sorted(found.values(), key=lambda pair: (-pair.likeness, pair.one, pair.other))

    def reasons(self, what: Described, alike: Alike) -> tuple[Reason, ...]:
        """Return why *what* and one that is like it are thought to be alike, the weightiest reason first."""
        other, found = self._described[alike.place], list[Reason]()
        mine, theirs = (" ".join(words(title)) for title in (what.title, other.title))
        if mine == theirs or self._letters(mine, theirs) >= _SPELLING:
            found.append(Reason(Sign.NAME if mine == theirs else Sign.TITLE))
        if mine != theirs and (told := self._shared(what.title, other.title)):
            found.append(Reason(Sign.WORDS, told))
        if both := _in_both(what.technologies, other.technologies):
            found.append(Reason(Sign.TECHNOLOGY, both))
        if both := _in_both(what.themes, other.themes):
            found.append(Reason(Sign.THEME, both))
        if self._is_brief:
            return tuple(found)
        if self._texts_alike(what.text, other.text) >= _TELLING and (told := self._shared(what.text, other.text)):
            found.append(Reason(Sign.TEXT, told))
        return tuple(found)

    def _weighed(self, folded: str, parts: frozenset[str], unseen: float | None = None) -> _Words:
        other = self._unseen if unseen is None else unseen
        rarity = self._rarity
        return _Words(folded, parts, sum(rarity.get(part, other) for part in parts))

    def _side(self, place: int) -> _Words:
        if place not in self._sides:
            self._sides[place] = self._weighed(" ".join(self._words[place]), self._parts.of_words(self._words[place]))
        return self._sides[place]

    def _meeting(self, parts: frozenset[str]) -> tuple[int, ...]:
        """Return the places of the projects that share the most telling parts."""
        if parts in self._met:
            return self._met[parts]
        shared: dict[int, float] = {}
        known = {near for part in parts if (near := part if part in self._with else self._misspelt(part))}
        for part in sorted(known, key=lambda part: (len(self._with[part]), part)):
            places = self._with[part]
            if len(places) > _COMMON and shared:
                break
            for place in places[:_COMMON]:
                shared[place] = shared.get(place, 0.0) + self._rarity[part]
        best = tuple(heapq.nlargest(_CLOSELY, shared, key=lambda place: shared[place]))
        self._met[parts] = best
        return best

    def _misspelt(self, part: str) -> str | None:
        """Return the known part that an unknown one is a slip of the pen for."""
        near = self._closest(part, self._beginning.get(part[:_BEGINNING], ()), score_cutoff=_SPELLING)
        return near[0] if near else None

    def _compared(self, what: Described, mine: _Words, place: int, least: int) -> Alike | None:
        theirs, other = self._side(place), self._described[place]
        title = self._titles_alike(mine, theirs)
        # Every other sign together weighs less than the rest of the title would have to.
        if title * _TITLE + 100 - _TITLE < least:
            return None
        weight, signs = _TITLE, title * _TITLE
        if what.technologies and other.technologies:
            both = _in_both(what.technologies, other.technologies)
            signs += _TECHNOLOGY * len(both) / min(len(what.technologies), len(other.technologies))
            weight += _TECHNOLOGY
        if what.themes and other.themes:
            signs += _THEME * bool(_in_both(what.themes, other.themes))
            weight += _THEME
        if what.text and other.text and not self._is_brief:
            signs += _TEXT * self._texts_alike(what.text, other.text)
            weight += _TEXT
        likeness = 100 if mine.folded == theirs.folded else min(round(100 * signs / weight), _NOT_THE_SAME)
        return Alike(other.id, likeness, place) if likeness >= least else None

    def _titles_alike(self, one: _Words, other: _Words) -> float:
        """Return how alike two titles are, 0 to 1, by their parts or else by their letters."""
        if one.folded == other.folded:
            return 1.0
        weight = one.weight + other.weight
        rarity = self._rarity
        share = 2 * sum(rarity[part] for part in one.parts & other.parts) / weight if weight else 0.0
        return max(share, self._letters(one.folded, other.folded, score_cutoff=_SPELLING) / 100)

    def _texts_alike(self, one: str, other: str) -> float:
        """Return how much of the shorter text's words the other has too."""
        mine, theirs = self._text(one), self._text(other)
        least = min(mine.weight, theirs.weight)
        return self._weighed("", mine.parts & theirs.parts, 1.0).weight / least if least else 0.0

    def _text(self, text: str) -> _Words:
        if text not in self._texts:
            self._texts[text] = self._weighed("", self._parts.of_words(words(text)), 1.0)
        return self._texts[text]

    def _shared(self, one: str, other: str) -> tuple[str, ...]:
        """Return the most telling words of *one* whose parts *other* has too."""
        mine, theirs = self._parts.written(one), self._parts.of_words(words(other))
        telling = sorted((part for part in mine if part in theirs), key=lambda part: -self._rarity.get(part, 1.0))
        return tuple(dict.fromkeys(mine[part] for part in telling))[:_WORDS_TOLD]


def _in_both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    known = {name.casefold() for name in other}
    return tuple(name for name in one if name.casefold() in known)
