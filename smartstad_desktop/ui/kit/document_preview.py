"""A document as it will read on paper, in the window: headings, paragraphs, facts and tables beneath each other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from smartstad_desktop.exchange.documents.document import (
    Align,
    Block,
    BulletList,
    Cell,
    Document,
    Heading,
    KeyFigures,
    KeyValues,
    Manner,
    Paragraph,
    Table,
    Tone,
)
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Panel, Rule, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_ROLES: Final = {Tone.GOOD: Role.GOOD, Tone.BAD: Role.BAD, Tone.SOFT: Role.INK_SOFT}
_SIZES: Final = {1: Type.TITLE, 2: Type.STRONG}
#: How much air stands above a heading, by level.
_AIR: Final = (4, 14, 6)


class DocumentPreview(Panel):
    """Shows a document that has the blocks a single page has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.column.setContentsMargins(space(28), space(24), space(28), space(28))
        self.column.setSpacing(space(8))
        self._sheet: QWidget | None = None

    def show_document(self, document: Document) -> None:
        """Show what would be written."""
        if self._sheet is not None:
            self.column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = sheet = QWidget()
        lines = QVBoxLayout(sheet)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.current().space(8))
        if document.warning:
            lines.addWidget(Label(document.warning, Type.CAPTION, Weight.BOLD, Role.ATTENTION, wraps=True))
        for section in document.sections:
            for block in (section.heading, *section.blocks):
                made = _made(block)
                if made is not None:
                    if isinstance(block, Heading) and lines.count():
                        lines.addSpacing(theme.current().space(_AIR[min(block.level, len(_AIR)) - 1]))
                    lines.addWidget(made)
        lines.addStretch(1)
        self.column.addWidget(sheet)
        # A layout shows what it is given only later.
        sheet.show()

    def words(self) -> str:
        """Return everything that is shown, line by line."""
        return "" if self._sheet is None else "\n".join(label.text() for label in self._sheet.findChildren(QLabel))


def _made(block: Block) -> QWidget | None:
    match block:
        case Heading(text, level):
            return Label(text, _SIZES.get(level, Type.BODY), Weight.BOLD, wraps=True)
        case Paragraph(runs, manner):
            role = Role.INK_SOFT if manner is Manner.NOTE else Role.INK
            size = Type.STRONG if manner is Manner.LEAD else Type.BODY
            return Label("".join(run.text for run in runs), size, role=role, wraps=True)
        case BulletList(points):
            return Label("\n".join(f"•  {point}" for point in points), wraps=True)
        case KeyValues(pairs):
            return _facts(pairs)
        case KeyFigures(figures):
            return _figures(figures)
        case Table():
            return _table(block)
        case _:
            return None


def _facts(pairs: tuple[tuple[str, Cell], ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.current().space(16))
    grid.setVerticalSpacing(theme.current().space(4))
    for row, (name, value) in enumerate(pairs):
        grid.addWidget(Label(name, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_words(value), row, 1)
    grid.setColumnStretch(1, 1)
    return holder


def _figures(figures: tuple[tuple[str, str], ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, theme.current().space(6), 0, theme.current().space(6))
    grid.setHorizontalSpacing(theme.current().space(16))
    grid.setVerticalSpacing(0)
    for number, (value, what) in enumerate(figures):
        told = Label(what, Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(value, Type.FIGURE, Weight.BOLD, Role.PRIMARY, figures=True), 0, number)
        grid.addWidget(told, 1, number)
        grid.setColumnStretch(number, 1)
    return holder


def _words(value: Cell) -> Label:
    tone = value.runs[0].tone if value.runs else Tone.PLAIN
    weight = Weight.SEMIBOLD if tone is Tone.STRONG else Weight.REGULAR
    return Label(value.text, Type.BODY, weight, _ROLES.get(tone, Role.INK), wraps=True, figures=True)


def _table(table: Table) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(table.caption)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.current().space(12))
    grid.setVerticalSpacing(theme.current().space(5))
    for number, column in enumerate(table.columns):
        side = Qt.AlignmentFlag.AlignRight if column.align is Align.RIGHT else Qt.AlignmentFlag.AlignLeft
        head = Label(column.heading, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        head.setAlignment(side)
        grid.addWidget(head, 0, number)
        grid.setColumnStretch(number, round(column.share))
        for row, cells in enumerate(table.rows):
            words = _words(cells[number])
            words.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, 2 * row + 2, number)
    for row in range(len(table.rows)):
        grid.addWidget(Rule(), 2 * row + 1, 0, 1, len(table.columns))
    return holder
