"""A drawing as an SVG file, which any drawing program and web page can show at any size."""

from __future__ import annotations

from functools import singledispatch
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from smartstad_desktop.domain.files import NotReadBack
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.documents import drawing as draw
from smartstad_desktop.exchange.documents.palette import colour_of

_FACES: Final = "Inter, 'Segoe UI', Arial, sans-serif"
_DASHES: Final = ' stroke-dasharray="3 2"'


def as_svg(drawing: draw.Drawing, title: str) -> str:
    """Return *drawing* as SVG; *title* and its alternative are what a screen reader says."""
    wide, high = _number(drawing.width), _number(drawing.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}" '
        f'role="img" font-family="{_FACES}">'
    )
    lines = [head, f"<title>{escape(title)}</title>", f"<desc>{escape(drawing.alternative)}</desc>"]
    lines.append(f'<rect width="{wide}" height="{high}" fill="{colour_of("paper")}"/>')
    return "\n".join([*lines, *(_shape(shape) for shape in drawing.shapes), "</svg>"]) + "\n"


def write(drawing: draw.Drawing, title: str, target: Path) -> None:
    """Write *drawing* to *target*, whole or not at all.

    Raises:
        NotReadBack: what was written is not what was meant.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    content = as_svg(drawing, title).encode()
    with whole_file.beside(target) as part:
        part.write_bytes(content)
        if part.read_bytes() != content:
            raise NotReadBack(name=target.name)


@singledispatch
def _shape(shape: draw.Shape) -> str:
    raise TypeError(shape)


@_shape.register
def _box(shape: draw.Box) -> str:
    fill = colour_of(shape.fill) if shape.fill else "none"
    edge = f' stroke="{colour_of(shape.edge)}" stroke-width="0.8"' if shape.edge else ""
    return (
        f'<rect x="{_number(shape.x)}" y="{_number(shape.y)}" width="{_number(shape.width)}" '
        f'height="{_number(shape.height)}" rx="{_number(shape.radius)}" fill="{fill}"{edge}'
        f"{_DASHES if shape.is_dashed else ''}/>"
    )


@_shape.register
def _line(shape: draw.Line) -> str:
    return (
        f'<line x1="{_number(shape.x)}" y1="{_number(shape.y)}" x2="{_number(shape.to_x)}" y2="{_number(shape.to_y)}" '
        f'stroke="{colour_of(shape.role)}" stroke-width="{_number(shape.width)}"{_DASHES if shape.is_dashed else ""}/>'
    )


@_shape.register
def _diamond(shape: draw.Diamond) -> str:
    x, y, half = shape.x, shape.y, shape.half
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    points = " ".join(f"{_number(across)},{_number(down)}" for across, down in corners)
    edge = f' stroke="{colour_of(shape.edge)}"' if shape.edge else ""
    return f'<polygon points="{points}" fill="{colour_of(shape.fill)}"{edge}/>'


@_shape.register
def _words(shape: draw.Words) -> str:
    weight = ' font-weight="600"' if shape.is_strong else ""
    return (
        f'<text x="{_number(shape.x)}" y="{_number(shape.y)}" font-size="{_number(shape.size)}"{weight} '
        f"text-anchor={quoteattr(shape.anchor.value)} "
        f'fill="{colour_of(shape.role)}">{escape(shape.text)}</text>'
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
