"""Ballots as an A4 PDF: one or two on a page, large enough to fill in with a pencil, each with a bookmark."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics

from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.exchange.documents.ballot_paper import BallotPapers, FieldKind, Paper, PaperRow
from smartstad_desktop.exchange.documents.pdf import renderer as pdf_renderer
from smartstad_desktop.exchange.documents.pdf import styles
from smartstad_desktop.exchange.documents.pdf.archive import as_archive
from smartstad_desktop.exchange.documents.pdf.ballot_fields import draw_fields, draw_labels
from smartstad_desktop.exchange.documents.pdf.ballot_sizes import LABEL, answer_width, fitted
from smartstad_desktop.exchange.documents.pdf.canvas import LateCanvas
from smartstad_desktop.exchange.documents.pdf.flowables import draw_mark, mark_width
from smartstad_desktop.exchange.documents.pdf.tags import Element
from smartstad_desktop.exchange.documents.pdf.text import Text, clean, simple

_EDGE: Final = 36.0
_WIDE: Final = styles.PAGE_WIDTH - 2 * _EDGE
_ROOM: Final = styles.PAGE_HEIGHT - 2 * _EDGE
#: Two ballots on a page have the cut between them.
_GAP: Final = 40.0
_NUMBER: Final = 26.0
_AIR: Final = 10.0
_LEAST_ROW: Final = 22.0
_LINE: Final = 24.0


def render(ballots: BallotPapers, progress: Progress | None = None) -> bytes:
    """Return the ballots as the bytes of a PDF."""
    styles.fonts()
    target = BytesIO()
    options: dict[str, Any] = {
        "lang": pdf_renderer.LANGUAGES[ballots.language],
        "initialFontName": styles.REGULAR,
        "invariant": 1,
        "pageCompression": 1,
        "pagesize": (styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
    }
    canvas = LateCanvas(target, **options)
    canvas.date_as(ballots.created)
    canvas.setTitle(clean(ballots.title))
    canvas.setAuthor(clean(ballots.author))
    canvas.setSubject(clean(ballots.heading))
    canvas.setCreator("SMARTstad")
    canvas.setProducer("SMARTstad")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    _Press(canvas, ballots).print_all(progress)
    canvas.save()
    return as_archive(target.getvalue(), created=ballots.created)


def write(ballots: BallotPapers, target: Path, progress: Progress | None = None) -> int:
    """Write the ballots to *target*, whole or not at all, and return the size in bytes.

    Raises:
        TargetInUse: another program has the file open and lets nobody replace it.
        FileUnwritable: the folder is missing, full or not ours to write in.
    """
    return pdf_renderer.put(render(ballots, progress), target)


class _Press:
    """Draws one ballot after the other; ``y`` is how far down the page it has come."""

    def __init__(self, canvas: LateCanvas, ballots: BallotPapers) -> None:
        self._canvas, self._ballots = canvas, ballots
        self._widths = [answer_width(answer) for answer in ballots.answers]
        self._fields_left = _EDGE + _WIDE - sum(self._widths) - _AIR * (len(self._widths) - 1)
        self._titles = self._fields_left - _EDGE - _NUMBER - _AIR
        self._pair = (_WIDE - _NUMBER - sum(self._widths) - 2 * _AIR) / 2
        self._heads = [simple(answer.heading, "column") for answer in ballots.answers]
        self._rows = [self._lines(row) for row in ballots.rows]
        self.y = styles.PAGE_HEIGHT - _EDGE
        self._part = self._table = canvas.root

    def print_all(self, progress: Progress | None) -> None:
        """Draw every ballot, two on a page where both fit."""
        high = self._height()
        fits_two = 2 * high + _GAP <= _ROOM
        for number, paper in enumerate(self._ballots.papers):
            is_second = fits_two and number % 2 == 1
            if number and not is_second:
                self._turn()
            elif is_second:
                self._cut()
            key = f"b{number}"
            self._canvas.bookmarkHorizontal(key, 0, self.y)
            self._canvas.addOutlineEntry(clean(paper.whose), key, 0, closed=True)
            self._print(paper)
            if progress:
                progress.report(number + 1, len(self._ballots.papers))
        self._canvas.showPage()

    def _turn(self) -> None:
        self._canvas.showPage()
        self.y = styles.PAGE_HEIGHT - _EDGE

    def _cut(self) -> None:
        middle = styles.PAGE_HEIGHT / 2
        self._canvas.setStrokeColor(styles.colour("line"))
        self._canvas.setLineWidth(0.6)
        self._canvas.setDash(4, 4)
        self._canvas.line(_EDGE / 2, middle, styles.PAGE_WIDTH - _EDGE / 2, middle)
        self._canvas.setDash()
        self.y = middle - _GAP / 2

    def _height(self) -> float:
        """Return how high a ballot is."""
        heads = sum(part.wrap(_WIDE, _ROOM)[1] for part in self._words())
        steps = sum(part.wrap(_WIDE, _ROOM)[1] + 2 for part in self._steps())
        concern = 3 * _LINE if self._ballots.concern else 0
        return (
            26 + heads + self._head_height() + sum(self._row_height(each) for each in self._rows) + steps + concern + 16
        )

    def _words(self) -> list[Text]:
        return [simple(self._ballots.question, "heading3"), simple(self._ballots.how, "label")]

    def _steps(self) -> list[Text]:
        return [simple(step, "note") for step in self._ballots.steps]

    def _print(self, paper: Paper) -> None:
        self._part = self._canvas.root.part("Sect")
        self._print_top(paper)
        for part, tag in zip(self._words(), ("H2", "P"), strict=True):
            part.element = self._part.part(tag)
            self._down(part)
        self._table = self._part.part("Table")
        self._print_heads(self._table.part("TR"))
        for row, lines in zip(self._ballots.rows, self._rows, strict=True):
            if self.y - self._row_height(lines) < _EDGE:
                self._turn()
                with self._canvas.untold():
                    self._print_top(paper, note=self._ballots.continued)
                    self._print_heads(Element("TR"))
            self._print_row(row, lines, paper)
        self.y -= 6
        for step in self._steps():
            if self.y - step.wrap(_WIDE, _ROOM)[1] < _EDGE:
                self._turn()
            step.element = self._part.part("P")
            self._down(step, 2)
        if self._ballots.concern:
            self._print_concern()

    def _print_top(self, paper: Paper, note: str = "") -> None:
        """Write whose ballot it is, and of what."""
        canvas, mark = self._canvas, paper.mark
        canvas.setFillColor(styles.colour("ink_soft"))
        canvas.setFont(styles.REGULAR, LABEL)
        about = " · ".join(part for part in (self._ballots.session, self._ballots.heading, note) if part)
        with canvas.telling(self._part.part("P")):
            canvas.drawString(_EDGE, self.y - 10, fitted(clean(about), _WIDE * 0.62))
        canvas.setFillColor(styles.colour("ink"))
        canvas.setFont(styles.BOLD, 12)
        right = _EDGE + _WIDE
        name = fitted(clean(paper.whose), _WIDE * 0.34, styles.BOLD, 12)
        with canvas.telling(self._part.part("H1")):
            canvas.drawRightString(right, self.y - 12, name)
        if mark is not None:
            wide = mark_width(mark)
            left = right - pdfmetrics.stringWidth(name, styles.BOLD, 12) - wide - 6
            draw_mark(canvas, mark, left, self.y - 15, wide)
        self.y -= 20
        canvas.setStrokeColor(styles.colour("line_strong"))
        canvas.setLineWidth(0.9)
        canvas.line(_EDGE, self.y, right, self.y)
        self.y -= 6

    def _down(self, part: Text, after: float = 0) -> None:
        high = part.wrap(_WIDE, _ROOM)[1]
        part.drawOn(self._canvas, _EDGE, self.y - high)
        self.y -= high + after

    # The table

    def _head_height(self) -> float:
        heights = [head.wrap(wide, _ROOM)[1] for head, wide in zip(self._heads, self._widths, strict=True)]
        return max(heights, default=0) + (12 if self._has_labels() else 0) + 10

    def _has_labels(self) -> bool:
        return any(answer.kind is FieldKind.BOX and any(answer.labels) for answer in self._ballots.answers)

    def _print_heads(self, row: Element) -> None:
        high = self._head_height()
        base = self.y - high
        item = simple(self._ballots.item_heading, "column", row.part("TH", scope="Column"))
        item.wrap(self._titles, _ROOM)
        item.drawOn(self._canvas, _EDGE + _NUMBER, base + 4)
        for answer, head, (left, wide) in zip(self._ballots.answers, self._heads, self._places(), strict=True):
            labels = answer.kind is FieldKind.BOX and any(answer.labels)
            head.element = row.part("TH", scope="Column")
            head.wrap(wide, _ROOM)
            head.drawOn(self._canvas, left, base + (15 if labels else 4))
            if labels:
                with self._canvas.telling(head.element):
                    draw_labels(self._canvas, answer, left, base + 5)
        self.y = base
        self._line("line_strong")

    def _places(self) -> list[tuple[float, float]]:
        found: list[tuple[float, float]] = []
        left = self._fields_left if not self._is_pairs else _EDGE + _NUMBER + self._pair + _AIR
        for wide in self._widths:
            found.append((left, wide))
            left += wide + _AIR
        return found

    @property
    def _is_pairs(self) -> bool:
        return any(row.other for row in self._ballots.rows)

    def _lines(self, row: PaperRow) -> list[Text]:
        texts = [row.title, row.other] if row.other else [row.title]
        return [simple(text, "cell") for text in texts]

    def _row_height(self, lines: Sequence[Text]) -> float:
        room = self._pair if self._is_pairs else self._titles - self._marks_room()
        return max(_LEAST_ROW, max(line.wrap(room, _ROOM)[1] for line in lines) + 8)

    def _marks_room(self) -> float:
        widest = max((sum(mark_width(mark) + 3 for mark in row.marks[:1]) for row in self._ballots.rows), default=0)
        return widest + 4 if widest else 0

    def _print_row(self, row: PaperRow, lines: Sequence[Text], paper: Paper) -> None:
        high = self._row_height(lines)
        middle = self.y - high / 2
        canvas = self._canvas
        canvas.setFillColor(styles.colour("ink"))
        canvas.setFont(styles.BOLD, 11)
        told = self._table.part("TR")
        name = told.part("TH", scope="Row")
        with canvas.telling(name):
            canvas.drawRightString(_EDGE + _NUMBER - 9, middle - 4, clean(row.number))
        left = _EDGE + _NUMBER
        if not self._is_pairs:
            for mark in row.marks[:1]:
                figure = name.part("Figure", alternative=mark.name)
                with canvas.telling(figure, mark_width(mark), 15, left=left, bottom=middle - 7.5):
                    draw_mark(canvas, mark, left, middle - 7.5, mark_width(mark))
            left += self._marks_room()
        for line in lines:
            line.element = name
        lines[0].drawOn(canvas, left, middle - lines[0].height / 2)
        if len(lines) > 1:
            lines[1].drawOn(canvas, _EDGE + _WIDE - self._pair, middle - lines[1].height / 2)
        cells = [told.part("TD") for _ in self._widths]
        if paper.own.intersection(row.about):
            self._print_own(middle, cells[0] if cells else name)
        else:
            for cell, answer, (start, _wide) in zip(cells, self._ballots.answers, self._places(), strict=True):
                with canvas.telling(cell):
                    draw_fields(canvas, answer, start, middle)
        self.y -= high
        self._line("line")

    def _print_own(self, middle: float, cell: Element) -> None:
        start = next((left for left, _wide in self._places()), self._fields_left)
        wide = sum(self._widths) + _AIR * (len(self._widths) - 1)
        words = simple(self._ballots.own_words, "note", cell)
        high = words.wrap(wide, _ROOM)[1]
        words.drawOn(self._canvas, start, middle - high / 2)

    def _print_concern(self) -> None:
        self._down(simple(self._ballots.concern, "label", self._part.part("P")))
        for _line in range(2):
            self.y -= _LINE
            self._line("line")

    def _line(self, role: str) -> None:
        self._canvas.setStrokeColor(styles.colour(role))
        self._canvas.setLineWidth(0.6)
        self._canvas.line(_EDGE, self.y, _EDGE + _WIDE, self.y)
