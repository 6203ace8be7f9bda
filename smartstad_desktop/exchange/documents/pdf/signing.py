"""Room for a signature: a place of the file by name, and a name that was drawn by hand as a picture of lines."""

from __future__ import annotations

import json
import math
from typing import Any, Final, cast

from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.tags import untold
from smartstad_desktop.exchange.documents.pdf.type import number, stroke

_HIGH: Final = 34.0
_WIDE: Final = 3 * _HIGH
_PEN: Final = 1.1
#: A name has no more points than this; what has is no name, and would fill the file.
_MOST_POINTS: Final = 20_000
_PREFIX: Final = "sign-"
_COORDINATES: Final = 2

Stroke = list[tuple[float, float]]


class SigningSpace(Flowable):
    """Room to sign in; with a key it can be found in the file, with strokes there is a drawn name in it.

    The name in print below says what the strokes do, so they are not read aloud.
    """

    def __init__(self, key: str, strokes: str = "") -> None:
        super().__init__()
        self._key = key
        self._strokes = strokes_of(strokes)

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, _HIGH
        return aW, _HIGH

    def draw(self) -> None:
        """Draw with the lower left corner at the origin; the page layout calls it."""
        canvas = cast("LateCanvas", self.canv)
        if self._key:
            canvas.name_place(f"{_PREFIX}{self._key}", self.width, self.height)
        if self._strokes:
            scale = min(self.width, _WIDE)
            lines = [_path(each, scale, self.height) for each in self._strokes]
            pen = f"q 1 J 1 j {number(_PEN)} w {stroke(styles.colour('ink'))}"
            canvas.say(untold("\n".join([pen, *lines, "Q"])))


def _path(points: Stroke, wide: float, high: float) -> str:
    (x, y), *rest = [(number(x * wide), number((1 - y) * high)) for x, y in points]
    # A dot is a line that goes nowhere, with round ends.
    steps = rest or [(x, y)]
    return f"{x} {y} m " + " ".join(f"{x} {y} l" for x, y in steps) + " S"


def strokes_of(text: str) -> list[Stroke]:
    """Return the strokes that *text* holds; nothing where it is no drawn name."""
    try:
        told: Any = json.loads(text or "[]")
        strokes = [
            [(_side(point[0]), _side(point[1])) for point in line if len(point) == _COORDINATES] for line in told
        ]
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return []
    strokes = [line for line in strokes if line]
    return strokes if sum(map(len, strokes)) <= _MOST_POINTS else []


def _side(value: Any) -> float:
    found = float(value)
    if not math.isfinite(found):
        raise ValueError(value)
    return min(max(found, 0.0), 1.0)
