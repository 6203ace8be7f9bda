"""Lines of formatted text as a document of Qt, and back: block by block, so that nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, cast

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextList,
    QTextListFormat,
)

from smartstad_desktop.domain.rich_text import HEADINGS, ITEMS, Line, LineKind, Span, is_address, joined
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

#: The level a heading has on paper; what is pasted may have others.
LEVELS: Final = {LineKind.HEADING: 3, LineKind.SUBHEADING: 4}
_FONTS: Final = {LineKind.HEADING: (Type.STRONG, Weight.BOLD), LineKind.SUBHEADING: (Type.BODY, Weight.SEMIBOLD)}
_ORDERED: Final = frozenset(
    {
        QTextListFormat.Style.ListDecimal,
        QTextListFormat.Style.ListLowerAlpha,
        QTextListFormat.Style.ListUpperAlpha,
        QTextListFormat.Style.ListLowerRoman,
        QTextListFormat.Style.ListUpperRoman,
    }
)
#: A break within a point.
_SOFT_BREAK: Final = "\u2028"
#: Pictures and the edges of frames; they hold no words.
_HIDDEN: Final = str.maketrans("", "", "\ufffc\ufdd0\ufdd1")


def put_lines(document: QTextDocument, lines: Sequence[Line]) -> None:
    """Let *document* hold *lines* and nothing else."""
    document.clear()
    write_lines(QTextCursor(document), lines, is_first_new=True)


def write_lines(cursor: QTextCursor, lines: Sequence[Line], *, is_first_new: bool = False) -> None:
    """Write *lines* where *cursor* stands; the first one goes on in its line unless *is_first_new*."""
    cursor.beginEditBlock()
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        if number or is_first_new:
            shape_block(cursor, line.kind, line.depth, line.number)
        kind = line.kind if number or is_first_new else kind_of(cursor.block())
        for span in line.spans:
            cursor.insertText(span.text.replace("\n", _SOFT_BREAK), look_of(span, kind))
    cursor.endEditBlock()


def shape_block(cursor: QTextCursor, kind: LineKind, depth: int = 0, number: int = 1) -> None:
    """Make the block that *cursor* stands in a line of *kind*; a point joins the list above it."""
    block = cursor.block()
    _leave_list(block)
    form = QTextBlockFormat()
    form.setHeadingLevel(LEVELS.get(kind, 0))
    if kind in HEADINGS and block.blockNumber():
        form.setTopMargin(theme.current().space(6))
    cursor.setBlockFormat(form)
    cursor.setBlockCharFormat(look_of(Span(""), kind))
    if kind not in ITEMS:
        return
    above = _list_above(block, kind, depth)
    if above is not None:
        above.add(cursor.block())
        return
    shape = QTextListFormat()
    is_number = kind is LineKind.NUMBER
    shape.setStyle(QTextListFormat.Style.ListDecimal if is_number else QTextListFormat.Style.ListDisc)
    shape.setIndent(depth + 1)
    shape.setStart(number)
    cursor.createList(shape)


def turn_block(block: QTextBlock, kind: LineKind) -> None:
    """Make a block that is there a line of *kind*; its words keep their looks."""
    parts: list[tuple[int, int, Span]] = []
    for found, span in zip(fragments(block), spans_of(block), strict=True):
        parts.append((found.position(), found.length(), span))
    shape_block(QTextCursor(block), kind)
    for start, length, span in parts:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look_of(span, kind))


def _leave_list(block: QTextBlock) -> None:
    inside = _list_of(block)
    if inside is not None:
        inside.remove(block)


def _list_of(block: QTextBlock) -> QTextList | None:
    # The stubs say that there always is one.
    return cast("QTextList | None", block.textList())


def _list_above(block: QTextBlock, kind: LineKind, depth: int) -> QTextList | None:
    before = block.previous()
    while before.isValid() and (found := _list_of(before)) is not None:
        if found.format().indent() == depth + 1:
            return found if kind_of(before) is kind else None
        if found.format().indent() < depth + 1:
            return None
        before = before.previous()
    return None


def look_of(span: Span, kind: LineKind = LineKind.PLAIN) -> QTextCharFormat:
    """Return how *span* looks in a line of *kind*."""
    look = theme.current()
    size, weight = _FONTS.get(kind, (Type.BODY, Weight.BOLD if span.is_strong else Weight.REGULAR))
    form = QTextCharFormat()
    font = QFont(text_font(size, weight))
    font.setItalic(span.is_emphasis)
    form.setFont(font)
    form.setForeground(look.colour(Role.INK))
    if span.link:
        form.setAnchor(True)
        form.setAnchorHref(span.link)
        form.setToolTip(span.link)
        form.setFontUnderline(True)
        form.setForeground(look.colour(Role.PRIMARY))
    return form


def lines_in(document: QTextDocument) -> tuple[Line, ...]:
    """Return the lines of *document*, also of one that came from elsewhere."""
    return tuple(_lines(document))


def _lines(document: QTextDocument) -> Iterator[Line]:
    block = document.begin()
    while block.isValid():
        kind = kind_of(block)
        yield Line(kind, joined(spans_of(block)), *_place(block, kind))
        block = block.next()


def kind_of(block: QTextBlock) -> LineKind:
    """Return what a block is."""
    level = block.blockFormat().headingLevel()
    if level:
        return LineKind.HEADING if level <= LEVELS[LineKind.HEADING] else LineKind.SUBHEADING
    inside = _list_of(block)
    if inside is None:
        return LineKind.PLAIN
    return LineKind.NUMBER if inside.format().style() in _ORDERED else LineKind.BULLET


def _place(block: QTextBlock, kind: LineKind) -> tuple[int, int]:
    """Return how deep a point stands and its number."""
    inside = _list_of(block)
    if kind not in ITEMS or inside is None:
        return 0, 1
    form = inside.format()
    return max(0, form.indent() - 1), form.start() + inside.itemNumber(block)


def spans_of(block: QTextBlock) -> Iterable[Span]:
    """Give the stretches of a block that look alike."""
    is_heading = kind_of(block) in HEADINGS
    for fragment in fragments(block):
        form = fragment.charFormat()
        text = fragment.text().translate(_HIDDEN).replace(_SOFT_BREAK, "\n")
        link = form.anchorHref() if form.isAnchor() else ""
        yield Span(
            text,
            not is_heading and form.fontWeight() >= QFont.Weight.DemiBold,
            form.fontItalic(),
            link if is_address(link) else "",
        )


def fragments(block: QTextBlock) -> list[QTextFragment]:
    """Return the stretches of a block that have one format each."""
    # The stubs do not know that blocks can be walked.
    return [found.fragment() for found in cast("Iterable[Any]", block)]
