"""Finding again in a new list what stood in an old one, and seeing what of it stands in another order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

#: How alike two names must be for the same thing under another name.
_ALIKE: Final = 0.6
#: A project, if there is one, and a name.
_Called: TypeAlias = tuple[int | None, str]


def matched(old: Sequence[_Called], new: Sequence[_Called]) -> dict[int, int]:
    """Return which place in *new* is which place in *old*: by project, by name, and then by likeness of names."""
    pairs: dict[int, int] = {}

    def pair(candidates: Iterable[tuple[int, int]]) -> None:
        for after, before in candidates:
            if after not in pairs and before not in pairs.values():
                pairs[after] = before

    places = [(after, before) for after in range(len(new)) for before in range(len(old))]
    pair((a, b) for a, b in places if new[a][0] is not None and new[a][0] == old[b][0])
    pair((a, b) for a, b in places if _folded(new[a][1]) == _folded(old[b][1]) and _may_be_one(new[a], old[b]))
    left = [(a, b) for a, b in places if a not in pairs and b not in pairs.values() and _may_be_one(new[a], old[b])]
    likeness = {(a, b): _likeness(_folded(old[b][1]), _folded(new[a][1])) for a, b in left}
    pair(sorted((each for each in left if likeness[each] >= _ALIKE), key=lambda each: (-likeness[each], each)))
    return pairs


def _may_be_one(one: _Called, other: _Called) -> bool:
    """Two different projects are never one measure, however alike their names are."""
    return one[0] is None or other[0] is None or one[0] == other[0]


def _likeness(one: str, other: str) -> float:
    """Return how alike two names are; what cannot be alike is not looked at closer."""
    matcher = SequenceMatcher(None, one, other)
    return 0 if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE else matcher.ratio()


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def moved(pairs: Mapping[int, int]) -> frozenset[int]:
    """Return the places in the new plan of what stands otherwise: all but the longest run that kept its order."""
    places = sorted(pairs)
    before = [pairs[place] for place in places]
    ends: list[int] = []
    at: list[int] = []
    back: list[int | None] = []
    for index, value in enumerate(before):
        depth = bisect_left(ends, value)
        ends[depth : depth + 1] = [value]
        at[depth : depth + 1] = [index]
        back.append(at[depth - 1] if depth else None)
    kept: set[int] = set()
    index = at[-1] if at else None
    while index is not None:
        kept.add(places[index])
        index = back[index]
    return frozenset(places) - kept
