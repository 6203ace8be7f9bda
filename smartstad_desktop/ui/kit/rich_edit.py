"""The editor of formatted text: as high as what stands in it, with keys for what text can look like."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from smartstad_desktop.domain.rich_text import HEADINGS, ITEMS, LineKind, Span
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, text_font
from smartstad_desktop.ui.kit.rich_document import (
    fragments,
    kind_of,
    lines_in,
    look_of,
    shape_block,
    turn_block,
    write_lines,
)

#: What a key does to the text; the words stand in the tooltips of the tools.
KEYS: Final = {
    "strong": "Ctrl+B",
    "emphasis": "Ctrl+I",
    "link": "Ctrl+K",
    LineKind.HEADING: "Ctrl+Alt+2",
    LineKind.SUBHEADING: "Ctrl+Alt+3",
    LineKind.BULLET: "Ctrl+Shift+8",
    LineKind.NUMBER: "Ctrl+Shift+7",
}
_ENDS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RichEdit(QTextEdit):
    """Formatted text. Tab goes to the next field; what is pasted keeps only what can be kept."""

    left = Signal()
    #: The focus has come or gone.
    focused = Signal(bool)
    link_asked = Signal()

    def __init__(self, *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setFont(text_font(Type.BODY))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(theme.current().space(22))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._acts: dict[str, Callable[[], object]] = {
            KEYS["strong"]: self.toggle_strong,
            KEYS["emphasis"]: self.toggle_emphasis,
            KEYS["link"]: self.link_asked.emit,
            **{KEYS[kind]: lambda kind=kind: self.toggle_kind(kind) for kind in LineKind if kind in KEYS},
        }
        self._fit()

    def _fit(self) -> None:
        space = theme.current().space
        least = self._lines * self.fontMetrics().lineSpacing()
        height = max(least, round(self.document().size().height())) + space(8) + 4
        if height != self.height():
            self.setFixedHeight(height)

    # What the text looks like

    @property
    def kind(self) -> LineKind:
        """Return what the line with the cursor is."""
        return kind_of(self.textCursor().block())

    @property
    def is_strong(self) -> bool:
        """Return whether the next letter would be strong."""
        return self.kind not in HEADINGS and self.fontWeight() >= QFont.Weight.DemiBold

    @property
    def link(self) -> str:
        """Return the address at the cursor."""
        form = self.textCursor().charFormat()
        return form.anchorHref() if form.isAnchor() else ""

    def toggle_strong(self) -> None:
        """Make what is chosen strong, or no longer; a heading is strong already."""
        if self.kind not in HEADINGS:
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.Normal if self.is_strong else QFont.Weight.Bold)
            self.mergeCurrentCharFormat(form)

    def toggle_emphasis(self) -> None:
        """Stress what is chosen, or no longer."""
        form = QTextCharFormat()
        form.setFontItalic(not self.fontItalic())
        self.mergeCurrentCharFormat(form)

    def toggle_kind(self, kind: LineKind) -> None:
        """Make the chosen lines headings or points, or plain lines again."""
        wanted = LineKind.PLAIN if self.kind is kind else kind
        cursor = self.textCursor()
        document = self.document()
        first, last = (document.findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        cursor.beginEditBlock()
        for number in range(first.blockNumber(), last.blockNumber() + 1):
            turn_block(document.findBlockByNumber(number), wanted)
        cursor.endEditBlock()
        self.setFocus()

    def word_or_selection(self) -> QTextCursor:
        """Return a cursor over what a link would be made of: the link here, what is chosen, or nothing."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and self.link:
            block, link = cursor.block(), self.link
            for part in fragments(block):
                if part.contains(cursor.position() - 1) and part.charFormat().anchorHref() == link:
                    cursor.setPosition(part.position())
                    cursor.setPosition(part.position() + part.length(), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def put_link(self, cursor: QTextCursor, text: str, address: str) -> None:
        """Write *text* as a link in place of what *cursor* covers; without an address it is no link."""
        cursor.insertText(text, look_of(Span(text, link=address), kind_of(cursor.block())))
        self.setTextCursor(cursor)
        self._write_on_plainly()
        self.setFocus()

    # Keys

    @override
    def event(self, event: QEvent) -> bool:
        """Take the keys for looks before the window's own."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event):
            event.accept()
            return True
        return super().event(event)

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        if self.isReadOnly():
            return None
        pressed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        return self._acts.get(pressed)

    @override
    def keyPressEvent(self, e: QKeyEvent, /) -> None:
        """Change looks by key; after a heading a plain line begins, and Enter in an empty point ends the list."""
        act = self._act(e)
        if act is not None:
            act()
            return
        is_plain_enter = e.key() in _ENDS and not e.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if is_plain_enter and self.kind in ITEMS and not self.textCursor().block().text():
            self.toggle_kind(self.kind)
            return
        was_heading = self.kind in HEADINGS
        if e.text().isprintable() and self._is_behind_link():
            self._write_on_plainly()
        super().keyPressEvent(e)
        if is_plain_enter and was_heading and not self.textCursor().block().text():
            shape_block(self.textCursor(), LineKind.PLAIN)
            self._write_on_plainly()

    def _is_behind_link(self) -> bool:
        cursor = self.textCursor()
        if not self.link or cursor.hasSelection():
            return False
        if cursor.atBlockEnd():
            return True
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat().anchorHref() != self.link

    # Pasting

    @override
    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        """Take words only."""
        return source.hasHtml() or source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData, /) -> None:
        """Take the words, and of their looks what can be kept."""
        document = QTextDocument()
        if source.hasHtml():
            document.setHtml(source.html())
        else:
            document.setPlainText(source.text())
        lines = list(lines_in(document))
        while lines and not lines[-1].text.strip():
            lines.pop()
        while lines and not lines[0].text.strip():
            lines.pop(0)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        write_lines(cursor, lines, is_first_new=kind_of(cursor.block()) is LineKind.PLAIN and not cursor.block().text())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._write_on_plainly()

    def _write_on_plainly(self) -> None:
        """Let the next letter be neither a link nor strong."""
        self.setCurrentCharFormat(look_of(Span(""), self.kind))

    # Room and focus

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Fit the lines of the new width."""
        super().resizeEvent(e)
        self._fit()

    @override
    def focusInEvent(self, e: QFocusEvent, /) -> None:
        """Tell that somebody writes here."""
        super().focusInEvent(e)
        self.focused.emit(True)

    @override
    def focusOutEvent(self, e: QFocusEvent, /) -> None:
        """Tell that the user is done here; a menu over the text is no leaving."""
        super().focusOutEvent(e)
        if e.reason() is not Qt.FocusReason.PopupFocusReason:
            self.focused.emit(False)
            self.left.emit()
