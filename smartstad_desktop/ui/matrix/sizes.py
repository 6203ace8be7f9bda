"""How wide and high the parts of the grid are at a given room, and how the names of columns lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontMetricsF

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.hyphens import broken
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font

#: The most lines a name lying down may have, and one that stands.
LYING_LINES: Final = 6
STANDING_LINES: Final = 2
_WIDEST: Final = 104
_NARROWEST_LYING: Final = 62
_NARROWEST_STANDING: Final = 40
#: How long a name that stands may be.
_REACH: Final = 122
_REACH_LOW: Final = 84


@dataclass(frozen=True, slots=True)
class Sizes:
    """Everything in pixels. ``lines`` are the names of the columns as they are broken; low leaves room to the rows."""

    row_head: int
    result: int
    cell: int
    row: int
    names: int
    parents: int
    is_standing: bool
    is_low: bool
    lines: tuple[tuple[str, ...], ...]


def sizes_for(room: int, names: Sequence[str], *, has_parents: bool, has_result: bool, is_low: bool = False) -> Sizes:
    """Return the sizes for a grid that is *room* wide; in a low one names are broken shorter."""
    space = theme.current().space
    result = space(196 if has_result else 150)
    row_head = max(space(190), min(space(320), round(room * 0.3)))
    each = (room - row_head - result) / max(1, len(names))
    is_standing = each < space(_NARROWEST_LYING)
    narrowest = space(_NARROWEST_STANDING if is_standing else _NARROWEST_LYING)
    cell = max(narrowest, min(space(_WIDEST), int(each)))
    # What is left over goes to the names of the rows, so that bars and cells stay side by side.
    row_head = max(row_head, room - result - cell * len(names))
    metrics = QFontMetricsF(text_font(Type.CAPTION, Weight.SEMIBOLD))
    standing = space(_REACH_LOW if is_low else _REACH)
    reach = standing if is_standing else cell - space(6)

    def fits(text: str) -> bool:
        return metrics.horizontalAdvance(text) <= reach

    lines = tuple(tuple(broken(name, fits, STANDING_LINES if is_standing else LYING_LINES)) for name in names)
    line = metrics.height()
    if is_standing:
        longest = max((metrics.horizontalAdvance(part) for parts in lines for part in parts), default=0.0)
        high = round(longest) + space(20)
    else:
        high = round(line * max((len(parts) for parts in lines), default=1)) + space(20)
    return Sizes(
        row_head=row_head,
        result=result,
        cell=cell,
        row=space(42),
        names=max(high, space(72)),
        parents=round(line) + space(10) if has_parents else 0,
        is_standing=is_standing,
        is_low=is_low,
        lines=lines,
    )
