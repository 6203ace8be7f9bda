"""Every kind of block as Word has it: styles for what things are, tables with headings, pictures with words."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final, assert_never, cast

from docx.document import Document as WordFile
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.bars_drawing import bars_drawing
from smartstad_desktop.exchange.documents.drawing import Drawing
from smartstad_desktop.exchange.documents.drawing_picture import as_png
from smartstad_desktop.exchange.documents.word import styles, xml
from smartstad_desktop.exchange.documents.word.lists import PointMarks
from smartstad_desktop.exchange.documents.word.runs import add_runs
from smartstad_desktop.exchange.documents.word.table import SIGNING, Frame

_DEEPEST: Final = 4
_LISTED: Final = 2
_POINT: Final = 12700
_MANNERS: Final = {doc.Manner.BODY: "Normal", doc.Manner.LEAD: styles.LEAD, doc.Manner.NOTE: styles.NOTE}
_HIGHEST: Final = Cm(22)
#: A column that is narrower has no room for the name of a municipality, in twentieths of a point.
_NAME_ROOM: Final = 2200


class BlockWriter:
    """Writes blocks at the end of a Word file; headings become places that the contents lead to."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        self._pictures = 0
        self._bookmarks = 0

    def blocks(self, blocks: Iterable[doc.Block]) -> None:
        """Write *blocks* one after the other."""
        for block in blocks:
            self._block(block)

    def heading(self, heading: doc.Heading, *, starts_page: bool = False) -> None:
        """Write a heading; of the first two levels it gets a bookmark, in the order of :func:`bookmark_of`."""
        line = self._paragraph(f"Heading {min(max(heading.level, 1), _DEEPEST)}")
        line.paragraph_format.page_break_before = starts_page or None
        line.add_run(xml.clean(heading.text))
        if heading.level <= _LISTED:
            self._bookmarks += 1
            xml.add_bookmark(line, bookmark_of(self._bookmarks), self._bookmarks)

    def _block(self, block: doc.Block) -> None:  # noqa: C901, PLR0912  one case for each kind
        match block:
            case doc.Heading():
                self.heading(block)
            case doc.Paragraph():
                self.runs(self._paragraph(_MANNERS[block.manner]), block.runs)
            case doc.BulletList():
                for point in block.points:
                    self._paragraph("List Bullet").add_run(xml.clean(point))
            case doc.PointList():
                self._points(block)
            case doc.Table():
                self._table(block)
            case doc.KeyValues():
                self._key_values(block)
            case doc.KeyFigures():
                self._key_figures(block)
            case doc.Badges():
                self._badges(block)
            case doc.BarFigure():
                self._picture(bars_drawing(block))
            case Drawing():
                self._picture(block)
            case doc.SignatureTable():
                self._signatures(block)
            case doc.PageBreak():
                self._paragraph("Normal").add_run().add_break(WD_BREAK.PAGE)
            case doc.KeepTogether():
                self._kept(block)
            case _:
                assert_never(block)

    def runs(self, line: WordParagraph, runs: Iterable[doc.Run]) -> None:
        """Write *runs* into *line*, each in its tone."""
        add_runs(xml.part_of(line), runs, self._address)

    def _address(self, address: str) -> str:
        return xml.address_number(self._word, address)

    def _points(self, block: doc.PointList) -> None:
        marks = PointMarks(self._word)
        for point in block.points:
            line = self._paragraph(marks.style_of(point))
            marks.mark(xml.part_of(line), point)
            self.runs(line, point.runs)

    def _paragraph(self, style: str) -> WordParagraph:
        made = self._word.add_paragraph()
        # By what the style is called in the file: the library would go through all of them for its name.
        xml.part_of(made).style = styles.id_of(style)
        return made

    # Tables

    def _table(self, block: doc.Table) -> None:
        columns = block.columns
        frame = Frame([column.share for column in columns], block.caption, self._address, has_total=bool(block.total))
        frame.row([(doc.Run(column.heading, doc.Tone.STRONG),) for column in columns], [c.align for c in columns])
        is_narrow = [frame.width_of(number) < _NAME_ROOM for number in range(len(columns))]
        for row in block.rows:
            told = [lettered(cell) if narrow else told_runs(cell) for cell, narrow in zip(row, is_narrow, strict=True)]
            frame.row(told, [column.align for column in columns])
        if block.total:
            strong = [tuple(doc.Run(run.text, doc.Tone.STRONG) for run in told_runs(cell)) for cell in block.total]
            frame.row(strong, [column.align for column in columns])
        self._place(frame)
        self._explain(
            mark
            for row in block.rows
            for cell, narrow in zip(row, is_narrow, strict=True)
            for mark in cell.marks
            if narrow and not cell.text
        )

    def _explain(self, marks: Iterable[doc.Mark]) -> None:
        """Say below a table whose marks stand in it, where there is no room for names."""
        names = {mark.letters: mark.name for mark in marks}
        if names:
            told = " · ".join(f"{letters} {name}" for letters, name in sorted(names.items()))
            self._paragraph(styles.NOTE).add_run(xml.clean(told))

    def _key_figures(self, block: doc.KeyFigures) -> None:
        if not block.figures:
            return
        told = ", ".join(f"{figure} {what}" for figure, what in block.figures)
        frame = Frame([1.0] * len(block.figures), told, self._address)
        frame.row([(doc.Run(what, doc.Tone.STRONG),) for _figure, what in block.figures])
        frame.row([(doc.Run(figure, doc.Tone.STRONG),) for figure, _what in block.figures], size=17)
        self._place(frame)

    def _signatures(self, block: doc.SignatureTable) -> None:
        frame = Frame((26, 24, 34, 16), block.caption, self._address)
        frame.row([(doc.Run(heading, doc.Tone.STRONG),) for heading in block.headings])
        for row in block.rows:
            frame.row(
                [
                    (doc.Run(text),) if text else ()
                    for text in (row.organisation, row.role, row.name, row.place_and_day)
                ],
                height=SIGNING,
            )
        self._place(frame)

    def _place(self, frame: Frame) -> None:
        gap = self._paragraph("Normal")
        # The library's own tables take minutes for a long one.
        xml.part_of(gap).addprevious(frame.table)
        gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = Pt(0), Pt(5)

    # Others

    def _key_values(self, block: doc.KeyValues) -> None:
        for name, value in block.pairs:
            line = self._paragraph(styles.BOXED if block.boxed else styles.LABEL)
            line.add_run(xml.clean(name)).bold = True
            line.add_run("\t")
            self.runs(line, told_runs(value))
        if block.boxed and block.pairs:
            self._paragraph("Normal").paragraph_format.space_after = Pt(0)

    def _badges(self, block: doc.Badges) -> None:
        names = ", ".join(mark.name for mark in block.marks)
        runs = [doc.Run(names, doc.Tone.STRONG)] if names else []
        if block.note:
            runs.append(doc.Run(f" · {block.note}" if names else block.note, doc.Tone.SOFT))
        if runs:
            self.runs(self._paragraph("Normal"), runs)

    def _picture(self, drawing: Drawing) -> None:
        self._pictures += 1
        line = self._paragraph("Normal")
        run = line.add_run()
        scale = min(1.0, styles.TEXT_WIDTH / (drawing.width * _POINT), _HIGHEST / (drawing.height * _POINT))
        run.add_picture(BytesIO(as_png(drawing)), width=Emu(round(drawing.width * _POINT * scale)))
        xml.describe_picture(run, f"Picture {self._pictures}", drawing.alternative)

    def _kept(self, block: doc.KeepTogether) -> None:
        body: Any = cast("Any", self._word).element.body
        first = len(body)
        self.blocks(block.blocks)
        for part in body[first:-2]:
            if part.tag == qn("w:p"):
                WordParagraph(part, self._word).paragraph_format.keep_with_next = True


def bookmark_of(number: int) -> str:
    """Return what the *number*-th heading of the contents is called as a place."""
    return f"_Toc{number:08d}"


def lettered(cell: doc.Cell) -> tuple[doc.Run, ...]:
    """Return what a narrow cell says: marks that stand alone by their letters."""
    if cell.text or not cell.marks:
        return told_runs(cell)
    return (doc.Run(" ".join(mark.letters for mark in cell.marks), doc.Tone.STRONG),)


def told_runs(cell: doc.Cell) -> tuple[doc.Run, ...]:
    """Return what a cell says: the names of its marks where its text does not say them already."""
    # A mark beside its own name, short or whole, says it twice.
    names = [mark.name for mark in cell.marks if mark.name not in cell.text and not _is_short(cell.text, mark.name)]
    if not names:
        return cell.runs
    told = ", ".join(names)
    return (doc.Run(f"{told} "), *cell.runs) if cell.text else (doc.Run(told),)


def _is_short(text: str, name: str) -> bool:
    return bool(text.strip()) and name.startswith(text.strip())
