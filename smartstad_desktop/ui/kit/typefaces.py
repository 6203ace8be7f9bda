"""The bundled typeface, the type scale and the features of figures."""

from __future__ import annotations

from enum import Enum, IntEnum
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from smartstad_desktop import places

FAMILY: Final = "Inter"


class Type(IntEnum):
    """Sizes of text in pixels: the desk first, then what the projector shows at 1080 lines."""

    CAPTION = 13
    BODY = 15
    STRONG = 16
    TITLE = 21
    PAGE = 25
    FIGURE = 34
    WALL_BODY = 20
    WALL_CARD = 22
    WALL_COLUMN = 26
    TIMER = 40


class Weight(Enum):
    """How heavy text is drawn; the weights that are bundled."""

    REGULAR = QFont.Weight.Normal
    MEDIUM = QFont.Weight.Medium
    SEMIBOLD = QFont.Weight.DemiBold
    BOLD = QFont.Weight.Bold


@cache
def load_fonts() -> None:
    """Make the bundled typeface known to Qt; safe to call more than once."""
    for file in sorted((places.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@cache
def _made(pixels: int, weight: Weight, *, figures: bool) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(weight.value)
    # Hinted letters stand on whole pixels, which pulls words apart and differs from machine to machine.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Inter's contextual alternates swap signs such as × and →, and text copied from PDF pages loses them.
    made.setFeature(QFont.Tag("calt"), 0)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def font(
    size: Type | int, weight: Weight = Weight.REGULAR, *, scale: float | None = None, figures: bool = False
) -> QFont:
    """Return a font of the type scale; *figures* gives every figure the same width, for columns of numbers.

    Without *scale* the size is taken as it is: pass ``theme.current().scale`` or use ``parts.text_font``.
    """
    return QFont(_made(round(size * (scale or 1.0)), weight, figures=figures))
