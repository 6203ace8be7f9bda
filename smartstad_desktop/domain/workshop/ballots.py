"""What may stand on a ballot, what is still missing on it, and what is left to share out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isfinite

from smartstad_desktop.domain.errors import RuleError
from smartstad_desktop.domain.workshop.voting import (
    HUNDRED,
    POINTS,
    SHARED_OUT,
    Mark,
    Method,
    Rules,
)

#: What a pair can say: the other, both alike, the item.
_VERDICTS = (0, 0.5, 1)


class BallotTrouble(RuleError):
    """A ballot says what it may not say, or not yet all it has to."""

    code = "ballot_trouble"


class ItemUnknown(BallotTrouble):
    """The item is not in the round. Parameters: ``item``."""

    code = "ballot_item_unknown"


class CriterionUnknown(BallotTrouble):
    """The axis or criterion is not in the round. Parameters: ``item``, ``axis``."""

    code = "ballot_criterion_unknown"


class MarkOffScale(BallotTrouble):
    """A value lies outside the scale. Parameters: ``item``, ``lowest``, ``highest``."""

    code = "mark_off_scale"


class MarkNotWhole(BallotTrouble):
    """Only whole numbers count here. Parameters: ``item``."""

    code = "mark_not_whole"


class OwnProject(BallotTrouble):
    """The municipality owns the project and leaves it to the others. Parameters: ``item``."""

    code = "own_project"


class MarkedTwice(BallotTrouble):
    """The same thing is said twice. Parameters: ``item``."""

    code = "marked_twice"


class PlaceTwice(BallotTrouble):
    """Two items have the same place in a ranking. Parameters: ``place``."""

    code = "place_twice"


class PointsTwice(BallotTrouble):
    """With 3-2-1 each number is given once. Parameters: ``points``."""

    code = "points_twice"


class TooManyMarks(BallotTrouble):
    """More is given than there is. Parameters: ``given``, ``limit``, ``over``."""

    code = "too_many_marks"


class TooManyKronor(BallotTrouble):
    """More than 100 kronor are shared out. Parameters: ``given``, ``limit``, ``over``."""

    code = "too_many_kronor"


class TooManyOnItem(BallotTrouble):
    """An item has more dots than one may give it. Parameters: ``item``, ``limit``."""

    code = "too_many_on_item"


class PairUnknown(BallotTrouble):
    """A pair needs two different items of the round, and says which wins. Parameters: ``item``."""

    code = "pair_unknown"


class KronorLeft(BallotTrouble):
    """Not all of the 100 kronor are shared out. Parameters: ``left``, ``given``."""

    code = "kronor_left"


class Unfinished(BallotTrouble):
    """Something has no mark yet; the ballot may still be done. Parameters: ``left``."""

    code = "ballot_unfinished"


def problems(rules: Rules, marks: Sequence[Mark], *, municipality: int | None = None) -> tuple[BallotTrouble, ...]:
    """Return what is wrong and, last, what is missing; for hints while somebody still writes.

    *municipality* is whose ballot it is, for the rule that owners leave their projects to the others.
    """
    return (*_wrong(rules, marks, municipality), *_missing(rules, marks, municipality))


def check(rules: Rules, marks: Sequence[Mark], *, municipality: int | None = None) -> None:
    """Raise the first thing that is wrong; a ballot may be unfinished.

    Raises:
        BallotTrouble: a mark breaks a rule of the round.
    """
    for trouble in _wrong(rules, marks, municipality):
        raise trouble


def checked(rules: Rules, marks: Sequence[Mark], *, municipality: int | None = None) -> tuple[Mark, ...]:
    """Return the marks of a ballot that is done, in order and without those that give nothing.

    Raises:
        BallotTrouble: a mark breaks a rule, or some of the 100 kronor are left.
    """
    for trouble in problems(rules, marks, municipality=municipality):
        if not isinstance(trouble, Unfinished):
            raise trouble
    kept = (mark for mark in marks if mark.value or rules.method not in SHARED_OUT)
    return tuple(sorted(kept, key=order_of))


def left(rules: Rules, marks: Sequence[Mark], *, municipality: int | None = None) -> int:
    """Return how much is left to give or to judge: dots, kronor, points, pairs, judgements; below zero is too much."""
    given = sum(mark.value for mark in marks if isfinite(mark.value))
    mine = [item for item in rules.items if not rules.owns(municipality, item)]
    match rules.method:
        case Method.DOTS:
            return int(rules.marks - given)
        case Method.HUNDRED:
            return int(HUNDRED - given)
        case Method.THREE_TWO_ONE:
            return min(len(POINTS), len(mine)) - len(marks)
        case Method.PAIRS:
            return len(mine) * (len(mine) - 1) // 2 - len(marks)
        case _:
            return len(mine) * len(rules.axes) - len(marks)


def order_of(mark: Mark) -> tuple[int, str, int, float]:
    """Return by what marks are put in order, whoever wrote which first."""
    return mark.item, mark.axis, -1 if mark.other is None else mark.other, mark.value


def _wrong(rules: Rules, marks: Sequence[Mark], municipality: int | None) -> Iterator[BallotTrouble]:
    for mark in marks:
        trouble = _trouble_of(rules, mark, municipality)
        if trouble is not None:
            yield trouble
    said = Counter(_about(rules, mark) for mark in marks)
    for about, number in said.items():
        if number > 1:
            yield MarkedTwice(item=about[0])
    if rules.method is Method.RANKING:
        yield from (PlaceTwice(place=int(value)) for value in _repeated(marks))
    elif rules.method is Method.THREE_TWO_ONE:
        yield from (PointsTwice(points=int(value)) for value in _repeated(marks))
    elif rules.method in {Method.DOTS, Method.HUNDRED}:
        yield from _too_much(rules, marks)


def _too_much(rules: Rules, marks: Sequence[Mark]) -> Iterator[BallotTrouble]:
    over = -left(rules, marks)
    if over > 0 and rules.method is Method.DOTS:
        yield TooManyMarks(given=rules.marks + over, limit=rules.marks, over=over)
    elif over > 0:
        yield TooManyKronor(given=HUNDRED + over, limit=HUNDRED, over=over)


def _trouble_of(rules: Rules, mark: Mark, municipality: int | None) -> BallotTrouble | None:
    """Return what is wrong with one mark, whatever the others are."""
    if mark.item not in rules.items:
        return ItemUnknown(item=mark.item)
    if rules.method is Method.PAIRS:
        return _trouble_of_pair(rules, mark, municipality)
    if rules.owns(municipality, mark.item):
        return OwnProject(item=mark.item)
    if mark.axis not in rules.axes:
        return CriterionUnknown(item=mark.item, axis=mark.axis)
    return _trouble_of_value(rules, mark)


def _trouble_of_value(rules: Rules, mark: Mark) -> BallotTrouble | None:
    lowest, highest = rules.scale
    if rules.method is Method.DOTS and mark.value > highest:
        return TooManyOnItem(item=mark.item, limit=rules.most_per_item)
    if not isfinite(mark.value) or not lowest <= mark.value <= highest:
        return MarkOffScale(item=mark.item, lowest=lowest, highest=highest)
    is_continuous = rules.method in {Method.IMPACT_EFFORT, Method.CRITERIA}
    return None if is_continuous or mark.value == int(mark.value) else MarkNotWhole(item=mark.item)


def _trouble_of_pair(rules: Rules, mark: Mark, municipality: int | None) -> BallotTrouble | None:
    if mark.other is None or mark.other == mark.item or mark.value not in _VERDICTS:
        return PairUnknown(item=mark.item)
    if mark.other not in rules.items:
        return ItemUnknown(item=mark.other)
    own = next((item for item in (mark.item, mark.other) if rules.owns(municipality, item)), None)
    return None if own is None else OwnProject(item=own)


def _about(rules: Rules, mark: Mark) -> tuple[int, str | int]:
    """Return what a mark is about; a pair is the same whichever of its items is named first."""
    if rules.method is Method.PAIRS and mark.other is not None:
        return min(mark.item, mark.other), max(mark.item, mark.other)
    return mark.item, mark.axis


def _repeated(marks: Sequence[Mark]) -> list[float]:
    return sorted(value for value, number in Counter(mark.value for mark in marks).items() if number > 1)


def _missing(rules: Rules, marks: Sequence[Mark], municipality: int | None) -> Iterator[BallotTrouble]:
    remaining = left(rules, marks, municipality=municipality)
    if remaining <= 0:
        return
    if rules.method is Method.HUNDRED:
        yield KronorLeft(left=remaining, given=HUNDRED - remaining)
    else:
        yield Unfinished(left=remaining)
