"""A document as the PDF library lays it out by itself: the measure for what our pages, tags and proof cost above it.

Bare layout is: the same texts in the same faces and sizes, as the library's paragraphs; the same tables as its own
ones, with repeated headings, lines, and a paragraph in each cell; the same figures as the library's drawings; headings
as bookmarks; packed pages. Not in it: tags, contents with their page numbers, the foot of the page, coloured marks
(their letters are text), attached files, metadata of an archive, the proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from html import escape
from io import BytesIO
from typing import Any, Final

from reportlab.graphics import shapes as library
from reportlab.platypus import KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle
from reportlab.platypus.flowables import Flowable, Spacer
from typing_extensions import override

from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents import drawing as draw
from smartstad_desktop.exchange.documents.pdf import styles

_WIDE: Final = styles.TEXT_WIDTH
#: The library's types do not know what its shapes take.
shapes: Any = library
_TONES: Final = {doc.Tone.STRONG: "b", doc.Tone.GOOD: "b", doc.Tone.BAD: "b"}


class _Title(Paragraph):
    """A heading that is a bookmark."""

    def __init__(self, heading: doc.Heading, key: str) -> None:
        super().__init__(escape(heading.text), styles.style(f"heading{min(heading.level, 3)}"))
        self._heading, self._key = heading, key

    @override
    def draw(self) -> None:
        self.canv.bookmarkPage(self._key)
        if self._heading.level < 3:
            self.canv.addOutlineEntry(self._heading.text, self._key, self._heading.level - 1, closed=True)
        super().draw()


def bare_pages(document: doc.Document) -> bytes:
    """Return *document* laid out by the library alone."""
    styles.fonts()
    target = BytesIO()
    options: dict[str, Any] = {"initialFontName": styles.REGULAR, "pageCompression": 1, "invariant": 1}
    template = SimpleDocTemplate(
        target, leftMargin=54, rightMargin=54, topMargin=56, bottomMargin=64, title=document.title, **options
    )
    flow: list[Flowable] = []
    if document.cover:
        flow += [_line(document.cover.title, "heading1"), *_pairs(document.cover.facts), PageBreak()]
    for section in document.sections:
        if section.starts_page and flow:
            flow.append(PageBreak())
        flow.append(_Title(section.heading, f"s{len(flow)}"))
        flow += _all(section.blocks)
    template.build(flow)
    return target.getvalue()


def _all(blocks: Iterable[doc.Block]) -> list[Flowable]:
    return [part for block in blocks for part in _of(block)]


def _line(text: str, style: str) -> Paragraph:
    return Paragraph(escape(text), styles.style(style))


def _runs(runs: Iterable[doc.Run]) -> str:
    told: list[str] = []
    for run in runs:
        text = escape(run.text).replace("\n", "<br/>")
        tag = _TONES.get(run.tone)
        told.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return "".join(told)


def _cell(cell: doc.Cell, style: str) -> Paragraph:
    marks = " ".join(escape(mark.letters) for mark in cell.marks)
    return Paragraph(f"{marks} {_runs(cell.runs)}".strip(), styles.style(style))


def _grid(shares: Sequence[float], rows: list[list[Any]], *, head: int = 0) -> list[Flowable]:
    if not rows:
        return []
    wide = sum(shares)
    commands: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), styles.REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, styles.colour("line")),
    ]
    table = Table(rows, [_WIDE * share / wide for share in shares], repeatRows=head, style=TableStyle(commands))
    return [table, Spacer(0, 12)]


@singledispatch
def _of(block: doc.Block) -> list[Flowable]:
    raise TypeError(block)


@_of.register
def _heading(block: doc.Heading) -> list[Flowable]:
    return [_Title(block, f"h{id(block)}")]


@_of.register
def _paragraph(block: doc.Paragraph) -> list[Flowable]:
    return [Paragraph(_runs(block.runs), styles.style(block.manner.value))]


@_of.register
def _bullets(block: doc.BulletList) -> list[Flowable]:
    return [Paragraph(f"• {escape(point)}", styles.style("point")) for point in block.points]


@_of.register
def _points(block: doc.PointList) -> list[Flowable]:
    return [Paragraph(f"• {_runs(point.runs)}", styles.style("point")) for point in block.points]


@_of.register
def _table(block: doc.Table) -> list[Flowable]:
    names = ["figures" if column.align is doc.Align.RIGHT else "cell" for column in block.columns]
    rows = [[_line(column.heading, "column") for column in block.columns]]
    rows += [[_cell(*pair) for pair in zip(row, names, strict=True)] for row in block.rows]
    if block.total:
        rows.append([_cell(*pair) for pair in zip(block.total, names, strict=True)])
    return _grid([column.share for column in block.columns], rows, head=1)


@_of.register
def _key_values(block: doc.KeyValues) -> list[Flowable]:
    return _grid((26, 90), [[_line(name, "label"), _cell(value, "value")] for name, value in block.pairs])


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Flowable]:
    return _grid((26, 90), [[_line(name, "label"), _line(value, "value")] for name, value in pairs])


@_of.register
def _key_figures(block: doc.KeyFigures) -> list[Flowable]:
    return [_line(f"{figure} {label}", "body") for figure, label in block.figures]


@_of.register
def _badges(block: doc.Badges) -> list[Flowable]:
    return [_line(f"{' '.join(mark.letters for mark in block.marks)} {block.note}", "label")]


@_of.register
def _bars(block: doc.BarFigure) -> list[Flowable]:
    longest = max((bar.value for bar in block.bars), default=0) or 1
    made = shapes.Drawing(_WIDE, 15 * len(block.bars))
    for index, bar in enumerate(reversed(block.bars)):
        made.add(shapes.String(0, 15 * index + 4, bar.label, fontName=styles.REGULAR, fontSize=9))
        long = 250 * max(bar.value, 0) / longest
        made.add(shapes.Rect(170, 15 * index + 2, long, 8, fillColor=styles.colour("primary"), strokeColor=None))
        made.add(shapes.String(175 + long, 15 * index + 4, bar.shown, fontName=styles.REGULAR, fontSize=9))
    return [made]


@_of.register
def _drawing(block: draw.Drawing) -> list[Flowable]:
    scale = min(1.0, _WIDE / block.width, 600 / block.height)
    made = shapes.Drawing(block.width * scale, block.height * scale)
    inside = shapes.Group(transform=(scale, 0, 0, scale, 0, 0))
    for shape in block.shapes:
        inside.add(_shape(shape, block.height))
    made.add(inside)
    return [made]


def _shape(shape: draw.Shape, high: float) -> Any:
    match shape:
        case draw.Box():
            look = {"fillColor": styles.colour(shape.fill) if shape.fill else None}
            look["strokeColor"] = styles.colour(shape.edge) if shape.edge else None
            return shapes.Rect(shape.x, high - shape.y - shape.height, shape.width, shape.height, **look)
        case draw.Line():
            ends = (shape.x, high - shape.y, shape.to_x, high - shape.to_y)
            return shapes.Line(*ends, strokeColor=styles.colour(shape.role), strokeWidth=shape.width)
        case draw.Diamond():
            x, y, half = shape.x, high - shape.y, shape.half
            points = [x, y + half, x + half, y, x, y - half, x - half, y]
            return shapes.Polygon(points, fillColor=styles.colour(shape.fill), strokeColor=None)
        case draw.Words():
            face = styles.SEMIBOLD if shape.is_strong else styles.REGULAR
            look = {"fontName": face, "fontSize": shape.size, "fillColor": styles.colour(shape.role)}
            return shapes.String(shape.x, high - shape.y, shape.text, textAnchor=shape.anchor.value, **look)


@_of.register
def _signatures(block: doc.SignatureTable) -> list[Flowable]:
    rows = [[_line(heading, "column") for heading in block.headings]]
    rows += [[_line(row.organisation, "cell"), _line(row.role, "cell"), "", ""] for row in block.rows]
    return _grid((24, 26, 38, 16), rows, head=1)


@_of.register
def _page_break(_block: doc.PageBreak) -> list[Flowable]:
    return [PageBreak()]


@_of.register
def _kept(block: doc.KeepTogether) -> list[Flowable]:
    return [KeepTogether(_all(block.blocks))]
