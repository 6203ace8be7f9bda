"""What may be told about single municipalities: never a group of fewer than three persons, nor what gives it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.workshop.results import Result
from smartstad_desktop.domain.workshop.voices import Cell, Voice
from smartstad_desktop.domain.workshop.voting import SHARED_OUT, Method, Rules, Visibility


def tellable(
    rules: Rules,
    groups: Sequence[Voice],
    cells: Sequence[Cell],
    reading: Callable[[Voice], float | None],
    *,
    others: int = 0,
) -> Mapping[int, float]:
    """Return what each municipality says, as far as the visibility and the sizes of the groups allow.

    *groups* are the voices by municipality, *cells* what the *reading* is made of. One agreed ballot is the word of a
    municipality, whoever came. Of votes by person, groups under three are left out, and so is the smallest other group
    when the sum minus all that is told would give a small one away. *others* are persons who said something and belong
    to no municipality: they are never told and must not be worked out either. With fewer than three left, nothing is.
    """
    if rules.visibility is Visibility.ANONYMOUS:
        return {}
    given = [(voice, value) for voice in groups if (value := reading(voice)) is not None]
    if rules.visibility is Visibility.NAMED:
        return {voice.municipality: value for voice, value in given if voice.municipality is not None}
    sizes = {voice.municipality: _persons(voice, cells) for voice, _value in given}
    hidden = {
        voice.municipality for voice, _value in given if not voice.is_agreed and sizes[voice.municipality] < FEWEST
    }
    free = sorted(sizes.keys() - hidden, key=lambda each: (sizes[each], each or 0))
    while (hidden or others) and free and others + sum(sizes[each] for each in hidden) < FEWEST:
        hidden.add(free.pop(0))
    told = {
        voice.municipality: value
        for voice, value in given
        if voice.municipality is not None and voice.municipality not in hidden
    }
    return told if len(told) >= FEWEST else {}


def is_told_by_few(result: Result, method: Method) -> bool:
    """Return whether so few said something about an item that its figures would be theirs.

    Where what got nothing has got zero, everybody says something about every item.
    """
    return method not in SHARED_OUT and 0 < result.ballots < FEWEST


def _persons(voice: Voice, cells: Sequence[Cell]) -> int:
    return min((voice.persons[cell] for cell in cells if cell in voice.persons), default=0)
