"""Sizes of everything on a board, from one factor: at the desk, or on the wall eight metres away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from PySide6.QtGui import QFont

from smartstad_desktop.ui.kit import theme, typefaces
from smartstad_desktop.ui.kit.typefaces import Type, Weight

#: The steps of Ctrl and +; 1 is the normal size.
ZOOMS: Final = (0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
#: The lines of the screen that the projector's type scale is made for.
WALL_LINES: Final = 1080
_CAPTION_ON_WALL: Final = 16
_WIDE: Final = 150


class Text(Enum):
    """What a text is for: its size at the desk and on the wall."""

    CAPTION = (Type.CAPTION, _CAPTION_ON_WALL)
    BODY = (Type.BODY, Type.WALL_BODY)
    CARD = (Type.STRONG, Type.WALL_CARD)
    COLUMN = (Type.TITLE, Type.WALL_COLUMN)
    PAGE = (Type.PAGE, Type.FIGURE)
    TIMER = (Type.FIGURE, Type.TIMER)


@dataclass(frozen=True, slots=True)
class Sizes:
    """The one token all sizes come from: where the board hangs, the factor of that place, and the zoom of its cards.

    ``column`` is how narrow a column may become before the others have to be scrolled to.
    """

    is_wall: bool = False
    factor: float = 1.0
    zoom: float = 1.0
    column: int = _WIDE

    @classmethod
    def at_the_desk(cls) -> Sizes:
        """Return the sizes in the window, at the text size the user has chosen."""
        return cls(factor=theme.current().scale)

    @classmethod
    def on_the_wall(cls, lines: int) -> Sizes:
        """Return the sizes for a projector with so many *lines*."""
        return cls(is_wall=True, factor=max(0.75, lines / WALL_LINES))

    @property
    def is_narrow(self) -> bool:
        """Return whether a column has room for little but its name."""
        return self.column < _WIDE

    def zoomed(self, zoom: float) -> Sizes:
        """Return the sizes with larger or smaller cards."""
        return replace(self, zoom=zoom)

    def next_zoom(self, steps: int) -> float:
        """Return the zoom so many *steps* larger, within the steps there are; 0 is the normal one."""
        if steps == 0:
            return 1.0
        nearest = min(range(len(ZOOMS)), key=lambda number: abs(ZOOMS[number] - self.zoom))
        return ZOOMS[min(len(ZOOMS) - 1, max(0, nearest + steps))]

    @property
    def card_scale(self) -> float:
        """Return the scale that cards are painted at; their title is 16 pixels high at 1."""
        desk, wall = Text.CARD.value
        return (wall / desk if self.is_wall else 1.0) * self.factor * self.zoom

    def px(self, pixels: float) -> int:
        """Return a distance; on the wall there is more of it."""
        return round(pixels * self.factor * (1.3 if self.is_wall else 1.0))

    def card_px(self, pixels: float) -> int:
        """Return a distance on or between cards."""
        return round(pixels * self.card_scale)

    def font(self, text: Text, weight: Weight = Weight.REGULAR, *, figures: bool = False) -> QFont:
        """Return the font for *text*."""
        desk, wall = text.value
        size = (wall if self.is_wall else desk) * self.factor
        return typefaces.font(round(size), weight, figures=figures)

    def card_font(self, text: Text, weight: Weight = Weight.REGULAR) -> QFont:
        """Return the font for *text* that grows with the zoom of the cards, such as the name of a column."""
        desk, wall = text.value
        return typefaces.font(round((wall if self.is_wall else desk) * self.factor * self.zoom), weight)
