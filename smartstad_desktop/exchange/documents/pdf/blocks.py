"""Each block of a document as what the page layout understands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatchmethod
from typing import Final

from reportlab.platypus import CondPageBreak
from reportlab.platypus import KeepTogether as Kept
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus.flowables import Flowable, Spacer

from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.drawing import Drawing
from smartstad_desktop.exchange.documents.pdf.drawing import DrawnShapes
from smartstad_desktop.exchange.documents.pdf.flowables import Bars, ContentsLine, HeadingLine, MarkRow
from smartstad_desktop.exchange.documents.pdf.grid import Grid, GridLook, Stack
from smartstad_desktop.exchange.documents.pdf.signing import SigningSpace
from smartstad_desktop.exchange.documents.pdf.styles import TEXT_WIDTH
from smartstad_desktop.exchange.documents.pdf.tags import Element
from smartstad_desktop.exchange.documents.pdf.telling import (
    Levels,
    Lists,
    tell,
    tell_header,
    tell_list,
    tell_points,
    tell_rows,
)
from smartstad_desktop.exchange.documents.pdf.text import Text, paragraphs, simple, width

#: A heading wants this much room below it, or it goes to the next page.
_COMPANY: Final = 110
_SIGNING: Final = 36
#: What key figures share, without the air around and between them.
_FIGURES_ROOM: Final = TEXT_WIDTH - 72
_LISTED: Final = 2
#: How far in the points of a point stand.
_STEP: Final = 16


class Story:
    """Turns blocks into flowables and counts the headings, so that each has a key of its own.

    ``root`` is the document as a tree of its parts, ``cover`` its first part.
    """

    def __init__(self, document: doc.Document) -> None:
        self.root = Element("Document")
        self.cover = self.root.part("Sect")
        self._contents = self.root.part("Sect")
        # The title on a cover is the first heading, and all others stand under it.
        self._levels = Levels(0) if document.cover else Levels()
        self._count = 0
        self._leads_page = True
        self._listed: list[tuple[doc.Heading, str]] = []

    def sections(self, sections: Iterable[doc.Section]) -> list[Flowable]:
        """Return the flowables of all *sections*."""
        flow: list[Flowable] = []
        for section in sections:
            if section.starts_page and flow:
                flow.append(NewPage())
            self._leads_page = section.starts_page
            parts = self.blocks((section.heading, *section.blocks))
            # A part that shares a page with others is not torn apart if one page can hold it.
            is_small = section.heading.level == 1 and not section.starts_page
            flow += [Kept(parts)] if is_small else parts
        return flow

    def contents(self, title: str) -> list[Flowable]:
        """Return the list of contents for the headings seen so far."""
        head = HeadingLine(doc.Heading(title), "contents", self._contents.part("H2"))
        listed = self._contents.part("TOC")
        lines: list[Flowable] = [
            ContentsLine(heading, key, listed.part("TOCI").part("Reference").part("Link"))
            for heading, key in self._listed
        ]
        return [head, *lines, NewPage()]

    def blocks(self, blocks: Iterable[doc.Block]) -> list[Flowable]:
        """Return the flowables of *blocks*; a heading stays with what follows it."""
        flow: list[Flowable] = []
        waiting: list[Flowable] = []
        for block in blocks:
            parts = self.of(block)
            if isinstance(block, doc.Heading):
                waiting += parts
                continue
            if waiting and isinstance(block, doc.BarFigure | Drawing | doc.KeyFigures | doc.KeepTogether):
                flow.append(Kept(waiting + parts))
            else:
                flow += ([CondPageBreak(_COMPANY + 20 * len(waiting))] if waiting else []) + waiting + parts
            waiting = []
        return flow + waiting

    @singledispatchmethod
    def of(self, block: doc.Block) -> list[Flowable]:
        """Return the flowables of one block."""
        raise TypeError(block)

    @of.register
    def _heading(self, block: doc.Heading) -> list[Flowable]:
        self._count += 1
        key = f"h{self._count}"
        if block.level <= _LISTED:
            self._listed.append((block, key))
        element = self.root.part(self._levels.tag(block.level))
        return [HeadingLine(block, key, element, leads_page=self._leads_page)]

    @of.register
    def _paragraph(self, block: doc.Paragraph) -> list[Flowable]:
        lines: Stack = [*paragraphs(block.runs, block.manner.value)]
        tell(self.root, lines)
        return lines

    @of.register
    def _bullets(self, block: doc.BulletList) -> list[Flowable]:
        rows: list[list[Stack]] = [[[simple("•", "point")], [simple(point, "point")]] for point in block.points]
        tell_list(self.root, rows)
        look = GridLook(above=1, below=2, gap=4, inset=2, has_lines=False)
        return [Grid((1, 44), [], rows, look)] if rows else []

    @of.register
    def _points(self, block: doc.PointList) -> list[Flowable]:
        look = GridLook(above=1, below=2, gap=4, inset=2, has_lines=False)
        told = Lists(self.root)
        flow: list[Flowable] = []
        for point in block.points:
            sign = "•" if point.number is None else f"{point.number}."
            row: list[Stack] = [[simple(sign, "point")], [*paragraphs(point.runs, "point")]]
            told.tell(row, point.depth, is_numbered=point.number is not None)
            step = _STEP * point.depth
            room = max(width(sign, "point") + 1, 10)
            rest = TEXT_WIDTH - step - room
            cells = [[], *row] if step else row
            shares = (step - 4, room, rest) if step else (room, rest)
            flow.append(Grid(shares, [], [cells], look, after=0))
        return [*flow, Spacer(0, 8)] if flow else []

    @of.register
    def _table(self, block: doc.Table) -> list[Flowable]:
        rows = [self._row(block.columns, row) for row in block.rows]
        if block.total:
            rows.append(self._row(block.columns, block.total))
        header: list[Stack] = [
            [simple(column.heading, "column_figures" if column.align is doc.Align.RIGHT else "column")]
            for column in block.columns
        ]
        told = self.root.part("Table", summary=block.caption)
        tell_header(told, header)
        tell_rows(told, rows, is_named=_is_named(block))
        return [Grid([column.share for column in block.columns], header, rows, GridLook(has_total=bool(block.total)))]

    @staticmethod
    def _row(columns: tuple[doc.Column, ...], cells: tuple[doc.Cell, ...]) -> list[Stack]:
        styles = ["figures" if column.align is doc.Align.RIGHT else "cell" for column in columns]
        return [stack(cell, style) for cell, style in zip(cells, styles, strict=True)]

    @of.register
    def _key_values(self, block: doc.KeyValues) -> list[Flowable]:
        rows: list[list[Stack]] = [[[simple(label, "label")], stack(value, "value")] for label, value in block.pairs]
        tell_rows(self.root.part("Table"), rows, is_named=True)
        panel, inset = ("panel", 4) if block.boxed else ("", 0)
        look = GridLook(above=2, below=3, inset=inset, has_lines=False, panel=panel)
        return [Grid((26, 90), [], rows, look)] if rows else []

    @of.register
    def _key_figures(self, block: doc.KeyFigures) -> list[Flowable]:
        room = _FIGURES_ROOM / max(len(block.figures), 1)
        fits = all(width(figure, "figure") <= room for figure, _ in block.figures)
        style = "figure" if fits else "figure_small"
        row: list[Stack] = [[simple(figure, style), simple(label, "figure_label")] for figure, label in block.figures]
        tell_points(self.root, row)
        look = GridLook(above=2, below=4, gap=12, inset=6, has_lines=False, panel="panel")
        return [Grid([1] * len(row), [], [row], look)] if row else []

    @of.register
    def _badges(self, block: doc.Badges) -> list[Flowable]:
        if not (block.marks or block.note):
            return []
        row = MarkRow(block.marks, block.note)
        row.tell(self.root)
        return [row, Spacer(0, 8)]

    @of.register
    def _bars(self, block: doc.BarFigure) -> list[Flowable]:
        words = block.alternative or ", ".join(f"{bar.label} {bar.shown}" for bar in block.bars)
        return [Bars(block.bars, self.root.part("Figure", alternative=words))] if block.bars else []

    @of.register
    def _drawing(self, block: Drawing) -> list[Flowable]:
        return [DrawnShapes(block, self.root.part("Figure", alternative=block.alternative))]

    @of.register
    def _signatures(self, block: doc.SignatureTable) -> list[Flowable]:
        rows = [_signing(row, block.drawn) for row in block.rows]
        header: list[Stack] = [[simple(heading, "column")] for heading in block.headings]
        told = self.root.part("Table", summary=block.caption)
        tell_header(told, header)
        tell_rows(told, rows, is_named=_has_more_than_names(len(header), len(rows)))
        return [Grid((24, 26, 38, 16), header, rows, GridLook(row_height=_SIGNING))]

    @of.register
    def _page_break(self, _block: doc.PageBreak) -> list[Flowable]:
        return [NewPage()]

    @of.register
    def _kept(self, block: doc.KeepTogether) -> list[Flowable]:
        return [Kept(self.blocks(block.blocks))]


def _signing(row: doc.SignatureRow, drawn: str) -> list[Stack]:
    """Return who signs, the room to sign above the name in print, and where and when."""
    body: Stack = [*paragraphs((doc.Run(row.organisation, doc.Tone.STRONG),), "cell")]
    has_name = bool(row.strokes or row.name or row.key)
    below = [simple(text, "note_close") for text in (row.name, drawn if row.strokes else "") if text]
    space: Stack = [SigningSpace(row.key, row.strokes), *below] if has_name else []
    day: Stack = [simple(row.place_and_day, "cell")] if row.place_and_day else []
    return [body, [simple(row.role, "cell")] if row.role else [], space, day]


def stack(cell: doc.Cell, style: str) -> Stack:
    """Return what stands in a cell: one mark beside its text, or several marks above it."""
    if cell.marks and len(cell.marks) == 1 and "\n" not in cell.text:
        return [MarkRow(cell.marks, cell.text, style)]
    marks: Stack = [MarkRow(cell.marks)] if cell.marks else []
    texts: list[Text] = paragraphs(cell.runs, style)
    return [*marks, *texts]


def _is_named(table: doc.Table) -> bool:
    """Return whether the first cell of each row tells it from the others."""
    names = [row[0].text for row in table.rows if row]
    has_words = bool(table.columns) and table.columns[0].align is doc.Align.LEFT
    is_told_apart = has_words and all(names) and len(set(names)) == len(names)
    return is_told_apart and _has_more_than_names(len(table.columns), len(table.rows) + bool(table.total))


def _has_more_than_names(columns: int, rows: int) -> bool:
    """Return whether there are more values than headings; in the smallest tables the columns' are enough."""
    return rows * (columns - 1) >= columns + rows
