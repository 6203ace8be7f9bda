"""A drawing as a PNG picture, for programs that show no drawings of ours; made without any window."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final, assert_never

from smartstad_desktop import places
from smartstad_desktop.exchange.documents import drawing as draw
from smartstad_desktop.exchange.documents.palette import colour_of

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

#: Pixels for each point on paper: sharp in print, and lines are drawn twice as large before they are made smooth.
SHARPNESS: Final = 3
_SMOOTH: Final = 2
_SCALE: Final = SHARPNESS * _SMOOTH
_DASH: Final = (3.0, 2.0)
#: Which part of the words stands at their point, as the library calls it: always on the base line.
_ANCHORS: Final = {draw.Anchor.START: "ls", draw.Anchor.MIDDLE: "ms", draw.Anchor.END: "rs"}


def as_png(drawing: draw.Drawing) -> bytes:
    """Return *drawing* as a PNG; the same drawing gives the same bytes."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  only where a picture is made

    size = (max(1, round(drawing.width * _SCALE)), max(1, round(drawing.height * _SCALE)))
    sheet = Image.new("RGB", size, colour_of("paper"))
    hand = ImageDraw.Draw(sheet)
    for shape in drawing.shapes:
        _put(hand, shape)
    smooth = sheet.resize((size[0] // _SMOOTH, size[1] // _SMOOTH), Image.Resampling.LANCZOS)
    target = BytesIO()
    smooth.quantize(128).save(target, "PNG", optimize=True)
    return target.getvalue()


def _put(hand: ImageDraw, shape: draw.Shape) -> None:
    match shape:
        case draw.Box():
            _box(hand, shape)
        case draw.Line():
            ends = (shape.x, shape.y), (shape.to_x, shape.to_y)
            _line(hand, *ends, colour_of(shape.role), shape.width, is_dashed=shape.is_dashed)
        case draw.Diamond():
            _diamond(hand, shape)
        case draw.Words():
            place, face = (_px(shape.x), _px(shape.y)), _face(round(_px(shape.size)), is_strong=shape.is_strong)
            hand.text(place, shape.text, colour_of(shape.role), face, anchor=_ANCHORS[shape.anchor])
        case _:
            assert_never(shape)


def _box(hand: ImageDraw, shape: draw.Box) -> None:
    right, low = shape.x + shape.width, shape.y + shape.height
    is_dashed = shape.is_dashed and bool(shape.edge)
    hand.rounded_rectangle(
        (_px(shape.x), _px(shape.y), _px(right), _px(low)),
        _px(min(shape.radius, shape.width / 2, shape.height / 2)),
        colour_of(shape.fill) if shape.fill else None,
        colour_of(shape.edge) if shape.edge and not is_dashed else None,
        max(1, round(_px(0.8))),
    )
    if is_dashed:
        corners = ((shape.x, shape.y), (right, shape.y), (right, low), (shape.x, low))
        for begin, end in zip(corners, (*corners[1:], corners[0]), strict=True):
            _line(hand, begin, end, colour_of(shape.edge), 0.8, is_dashed=True)


def _line(
    hand: ImageDraw, begin: tuple[float, float], end: tuple[float, float], colour: str, width: float, *, is_dashed: bool
) -> None:
    across, down = end[0] - begin[0], end[1] - begin[1]
    length = (across**2 + down**2) ** 0.5
    dash, gap = _DASH if is_dashed else (max(length, 1), 0.0)
    at = 0.0
    while at < length:
        first, last = at / length, min(at + dash, length) / length
        hand.line(
            (
                (_px(begin[0] + across * first), _px(begin[1] + down * first)),
                (_px(begin[0] + across * last), _px(begin[1] + down * last)),
            ),
            colour,
            max(1, round(_px(width))),
        )
        at += dash + gap


def _diamond(hand: ImageDraw, shape: draw.Diamond) -> None:
    x, y, half = shape.x, shape.y, shape.half
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    hand.polygon(
        [(_px(across), _px(down)) for across, down in corners],
        colour_of(shape.fill),
        colour_of(shape.edge) if shape.edge else None,
        round(_px(1)),
    )


@cache
def _face(size: int, *, is_strong: bool) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415  only where a picture is made

    name = "Inter-SemiBold.ttf" if is_strong else "Inter-Regular.ttf"
    return ImageFont.truetype(str(places.resources() / "fonts" / name), max(1, size))


def _px(points: float) -> float:
    return points * _SCALE
