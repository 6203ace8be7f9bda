"""Bars below each other as a drawing."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.exchange.documents import drawing as draw
from smartstad_desktop.exchange.documents.document import BarFigure
from smartstad_desktop.exchange.documents.word_room import fitted

_WIDTH: Final = 460.0
_NAMES: Final = 170.0
_FIGURES: Final = 70.0
_STEP: Final = 20.0
_THICK: Final = 11.0
_SIZE: Final = 9.0


def bars_drawing(figure: BarFigure) -> draw.Drawing:
    """Return the bars with their names before and their figures after them; below zero they go the other way."""
    room = _WIDTH - _NAMES - _FIGURES
    least = min(0.0, *(bar.value for bar in figure.bars), 0.0)
    most = max(0.0, *(bar.value for bar in figure.bars), 0.0)
    unit = room / ((most - least) or 1.0)
    zero = _NAMES - least * unit
    shapes: list[draw.Shape] = [
        draw.Line(x=zero, y=0, to_x=zero, to_y=len(figure.bars) * _STEP, role="line"),
    ]
    for place, bar in enumerate(figure.bars):
        top = place * _STEP + (_STEP - _THICK) / 2
        base = top + _THICK - 2
        begin = zero + min(bar.value, 0.0) * unit
        shapes += [
            draw.Words(x=0, y=base, text=fitted(bar.label, _SIZE, _NAMES - 10), size=_SIZE),
            draw.Box(
                x=begin, y=top, width=max(abs(bar.value) * unit, 0.6), height=_THICK,
                fill="primary" if bar.value >= 0 else "bad", radius=2,
            ),
            draw.Words(x=zero + max(bar.value, 0.0) * unit + 6, y=base, text=bar.shown, size=_SIZE, is_strong=True),
        ]  # fmt: skip
    return draw.Drawing(
        width=_WIDTH, height=max(1, len(figure.bars)) * _STEP, shapes=tuple(shapes), alternative=figure.alternative
    )
