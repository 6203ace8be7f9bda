"""From a result to bands: a proposal that the group starts from when it decides, and changes as it likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.order.scoring import SAME
from smartstad_desktop.domain.workshop.results import Quadrant, Result, Tally
from smartstad_desktop.domain.workshop.voting import IN_COLUMNS, SHARED_OUT, Method

#: Now, next, later.
BANDS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Items in bands, best band first and best item first; ``open`` is what the result does not place.

    ``quadrants`` names the bands of benefit × effort.
    """

    bands: tuple[tuple[int, ...], ...]
    open: tuple[int, ...] = ()
    quadrants: tuple[Quadrant, ...] = ()


def bands_proposed(tally: Tally, bands: int = BANDS) -> Proposal:
    """Return where the result would put each item.

    Columns propose where most want the item, benefit × effort its quadrant, a fist of five what passes. Everything else
    is cut into *bands* of equal length from the top; equal items stay together, and what got nothing comes last.
    """
    placed = [result for result in tally.results if result.value is not None]
    match tally.method:
        case method if method in IN_COLUMNS:
            count = max((len(result.columns) for result in placed), default=0)
            return _by(placed, [result.column for result in placed], count, tally)
        case Method.IMPACT_EFFORT:
            order = list(Quadrant)
            at = [None if result.quadrant is None else order.index(result.quadrant) for result in placed]
            return _by(placed, at, len(order), tally, tuple(order))
        case Method.FIST:
            passes = [0 if result.fingers is not None and result.fingers.passes else None for result in placed]
            return _by(placed, passes, 1, tally)
        case _:
            return _by(placed, _in_parts(placed, max(1, bands), tally.method), max(1, bands), tally)


def _by(
    placed: Sequence[Result], at: Sequence[int | None], count: int, tally: Tally, quadrants: tuple[Quadrant, ...] = ()
) -> Proposal:
    pairs = list(zip(placed, at, strict=True))
    known = {result.item for result, band in pairs if band is not None}
    return Proposal(
        bands=tuple(tuple(result.item for result, band in pairs if band == number) for number in range(count)),
        open=tuple(result.item for result in tally.results if result.item not in known),
        quadrants=quadrants,
    )


def _in_parts(placed: Sequence[Result], bands: int, method: Method) -> list[int]:
    """Return the band of each item: the one where the first of its equals falls."""
    size = -(-len(placed) // bands) or 1
    got_nothing = [method in SHARED_OUT and (result.value or 0) <= SAME for result in placed]
    return [
        bands - 1 if nothing else min(bands - 1, ((result.place or 1) - 1) // size)
        for result, nothing in zip(placed, got_nothing, strict=True)
    ]
