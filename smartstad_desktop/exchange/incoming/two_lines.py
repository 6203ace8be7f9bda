"""Headings on two lines that are not merged: what stands above helps where the lower line alone says too little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.exchange.cells.cells import is_empty, shown
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.exchange.cells.reading import Cell
from smartstad_desktop.exchange.incoming import headings

_LONGEST: Final = 40
#: So many columns must be known only by both lines together.
_ENOUGH: Final = 2


def joined(above: Sequence[Cell], names: tuple[str, ...], kind: SheetKind) -> tuple[str, ...]:
    """Return the headings *names* with the line *above* them where both together are headings we know.

    A record below its header must not be taken for the lower line, so both lines are short texts only, and what is
    joined has to be known to the letter.
    """
    upper = [shown(cell) if not is_empty(cell) else "" for cell in above]
    cells = [cell for cell in above if not is_empty(cell)]
    if len(cells) < _ENOUGH or not all(isinstance(cell, str) and len(cell) <= _LONGEST for cell in cells):
        return names
    if any(len(name) > _LONGEST for name in names) or sum(map(bool, names)) < _ENOUGH:
        return names
    upper += [""] * (len(names) - len(upper))
    both = tuple(_both(over, name, kind) for over, name in zip(upper, names, strict=False))
    lower = [name for over, name in zip(upper, names, strict=False) if over and name]
    known = sum(_is_unit(name) or bool(_known(name, kind)) for name in lower)
    helped = sum(one != other for one, other in zip(both, names, strict=True))
    return both if helped >= _ENOUGH and known >= 0.5 * len(lower) else names


def _both(over: str, name: str, kind: SheetKind) -> str:
    if not over:
        return name
    if not name:
        return over
    glued = over.rstrip("-") + name if over.endswith("-") else f"{over} {name}"
    if (
        _is_unit(name)
        or (not _known(name, kind) and _known(glued, kind))
        or (over.endswith("-") and _known(glued, kind))
    ):
        return glued
    return name


def _known(heading: str, kind: SheetKind) -> bool:
    known = headings.dictionary(kind)
    return fold(heading) in known or headings.bare(heading) in known


def _is_unit(name: str) -> bool:
    """Return whether a heading is only a unit, such as tkr."""
    return bool(name) and not headings.bare(name)
