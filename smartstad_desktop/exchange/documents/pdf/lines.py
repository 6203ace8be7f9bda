"""Lines of type on a page, each stretch told as the part of the document it is; links lead to their addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.tags import Element, ended
from smartstad_desktop.exchange.documents.pdf.type import Line, Look, Piece, fill, number, stroke

_RULE: Final = 0.6
_BELOW: Final = 1.6


@dataclass(slots=True)
class Trail:
    """The link a paragraph was in when its last line ended: it goes on on the next line, also on the next page."""

    address: str = ""
    element: Element | None = None

    def part_of(self, address: str, paragraph: Element | None) -> Element | None:
        """Return of what part of *paragraph* the next piece is, which leads to *address* or nowhere."""
        if address != self.address:
            self.address = address
            self.element = paragraph.part("Link") if address and paragraph else None
        return self.element if address else paragraph


@dataclass(slots=True, kw_only=True)
class Setting:
    """Lines with the place of their first base line, and how wide they may be."""

    lines: Sequence[Line]
    style: ParagraphStyle
    x: float
    y: float
    room: float
    element: Element | None
    trail: Trail = field(default_factory=Trail)


def put(canvas: LateCanvas, setting: Setting) -> None:
    """Write the lines of *setting* on the present page."""
    if not setting.lines:
        return
    if any(look.link for line in setting.lines for _, look in line.pieces):
        _put_linked(canvas, setting)
        return
    size, look = setting.style.fontSize, setting.lines[0].pieces[0][1]
    begin, type_ = canvas.take_type(setting.element, look.face, size, look.colour)
    code, last = _written(canvas, setting, type_)
    canvas.put_type(f"{begin}\n{code}\n{ended()}" if begin else code, last.face, size, last.colour)


def _written(canvas: LateCanvas, setting: Setting, type_: str) -> tuple[str, Look]:
    """Return what a page says to show lines without links, one below the other, and how the last words look."""
    style, compositor = setting.style, canvas.compositor
    size = style.fontSize
    is_right = style.alignment == TA_RIGHT
    out = [f"BT {type_}" if type_ else "BT"]
    look = setting.lines[0].pieces[0][1]
    left, down = 0.0, 0.0
    x, y = setting.x, setting.y
    for line in setting.lines:
        start = x + setting.room - line.width if is_right else x
        out.append(f"{number(start - left)} {number(y - down)} Td")
        left, down = start, y
        for text, wanted in line.pieces:
            if wanted.face != look.face:
                out.append(compositor.font(wanted.face, size))
            if wanted.colour is not look.colour:
                out.append(fill(wanted.colour))
            look = wanted
            out.append(compositor.show(text, look.face, size))
        y -= style.leading
    out.append("ET")
    return " ".join(out), look


def _put_linked(canvas: LateCanvas, setting: Setting) -> None:
    """Write lines some of whose words are links: each link is a part of its own among the words."""
    style, trail = setting.style, setting.trail
    size, y = style.fontSize, setting.y
    for line in setting.lines:
        x = setting.x + (setting.room - line.width if style.alignment == TA_RIGHT else 0)
        for piece in line.pieces:
            address = piece[1].link
            element = trail.part_of(address, setting.element)
            wide = _put_piece(canvas, piece, (x, y), size, element)
            if address and element:
                canvas.lead(element, address, (x, y - 3, x + wide, y + size))
            x += wide
        y -= style.leading


def _put_piece(
    canvas: LateCanvas, piece: Piece, at: tuple[float, float], size: float, element: Element | None
) -> float:
    """Write one *piece* at a place, a link with a line under it, and return how wide it is."""
    text, look = piece
    x, y = at
    type_ = canvas.compositor
    wide = type_.width(text, look.face, size)
    shown = f"{type_.font(look.face, size)} {fill(look.colour)} {type_.show(text, look.face, size)}"
    code = f"BT {number(x)} {number(y)} Td {shown} ET"
    if look.link:
        low = number(y - _BELOW)
        code += f"\n{stroke(look.colour)} {_RULE} w {number(x)} {low} m {number(x + wide)} {low} l S"
    begin = canvas.begin(element)
    canvas.say(f"{begin}\n{code}\n{ended()}" if begin else code)
    return wide
