"""Fields that look like text until they are used, and save when they are left or after two seconds of rest."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.parts import Label

#: Typing rests this long before what stands there is saved.
PAUSE_MS: Final = 2000
#: How far text stands from the edge of its field; labels stand as far.
INSET: Final = 7


class TypedField(Field):
    """A field that is typed in. ``edited`` carries a value that could be read from the text."""

    def __init__(self, name: str, label: str, editor: QWidget, *, hint: str = "") -> None:
        super().__init__(name, label, editor, hint=hint)
        editor.setProperty("calm", True)
        for label_or_error in self.findChildren(Label):
            label_or_error.setIndent(theme.current().space(INSET))
        self._told = ""
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(lambda: self.commit(is_final=False))

    def show_frame(self) -> None:
        """Look like the fields of a dialog, where something is asked for and nothing stands yet."""
        self.editor.setProperty("calm", False)
        for label_or_error in self.findChildren(Label):
            label_or_error.setIndent(0)

    def text(self) -> str:
        """Return what stands in the editor."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Write *text* into the editor."""
        raise NotImplementedError

    def parse(self, text: str) -> Any:
        """Return the value *text* means, or raise a ``DomainError``."""
        return text.strip()

    def shown(self, value: Any) -> str:
        """Return *value* as text."""
        return "" if value is None else str(value)

    def commit(self, *, is_final: bool = True) -> None:
        """Tell the value if it is a new one; half a date is only called wrong when the field is left."""
        self.pause.stop()
        text = self.text()
        # What was refused is asked for again: what stood in its way may be gone.
        if text == self._told and not (is_final and self.error):
            return
        try:
            value = self.parse(text)
        except DomainError as error:
            if is_final:
                self.show_error(trouble.sentence(error))
            return
        self._told = text
        self.show_error("")
        self.edited.emit(value)

    @override
    def value(self) -> Any:
        """Return the value of the text as it stands."""
        return self.parse(self.text())

    @override
    def set_value(self, value: Any) -> None:
        """Show *value*, unless somebody is in the middle of typing here."""
        shown = self.shown(value)
        if self.pause.isActive() or (self.editor.hasFocus() and self.text().strip() == shown.strip()):
            return
        if self.text() != shown:
            self.put(shown)
        self._told = shown
        self.show_error("")

    def reset(self, value: Any) -> None:
        """Show *value* of another record, whatever was typed."""
        self.pause.stop()
        self.put(self.shown(value))
        self._told = self.text()
        self.show_error("")


class LineField(TypedField):
    """One line."""

    def __init__(self, name: str, label: str, *, hint: str = "", placeholder: str = "–") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        # Qt sets text two pixels in; long texts and labels stand at the edge.
        self.line.setTextMargins(-2, 0, 0, 0)
        super().__init__(name, label, self.line, hint=hint)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.commit)

    def _typed(self, _text: str) -> None:
        self.pause.start()

    @override
    def text(self) -> str:
        """Return what stands in the line."""
        return self.line.text()

    @override
    def put(self, text: str) -> None:
        """Write it, and show its beginning."""
        self.line.setText(text)
        self.line.setCursorPosition(0)


class GrowingText(QPlainTextEdit):
    """Text that is as high as what stands in it."""

    left = Signal()

    def __init__(self, font: QFont | None = None, *, is_one_paragraph: bool = False) -> None:
        super().__init__()
        self._is_one_paragraph = is_one_paragraph
        if font is not None:
            self.setFont(font)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        # The layout of plain text counts its height in lines.
        lines = max(1, round(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + theme.current().space(8) + 4
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Fit the lines of the new width."""
        super().resizeEvent(e)
        self._fit()

    @override
    def keyPressEvent(self, e: QKeyEvent, /) -> None:
        """Let Enter end a name instead of breaking it."""
        if self._is_one_paragraph and e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            return
        super().keyPressEvent(e)

    @override
    def focusOutEvent(self, e: QFocusEvent, /) -> None:
        """Tell that the user is done here."""
        super().focusOutEvent(e)
        self.left.emit()


class GrowingField(TypedField):
    """Text of any length; a name is *is_one_paragraph* and may have a font of its own."""

    def __init__(
        self, name: str, label: str, *, hint: str = "", font: QFont | None = None, is_one_paragraph: bool = False
    ) -> None:
        self.area = GrowingText(font, is_one_paragraph=is_one_paragraph)
        self.area.setPlaceholderText("–")
        super().__init__(name, label, self.area, hint=hint)
        self._is_one_paragraph = is_one_paragraph
        self._is_putting = False
        self.area.textChanged.connect(self._typed)
        self.area.left.connect(self.commit)

    def _typed(self) -> None:
        if not self._is_putting:
            self.pause.start()

    @override
    def text(self) -> str:
        """Return what stands in the area."""
        return self.area.toPlainText()

    @override
    def put(self, text: str) -> None:
        """Write it."""
        self._is_putting = True
        self.area.setPlainText(text)
        self._is_putting = False

    @override
    def parse(self, text: str) -> Any:
        """Return the text without the blanks around it; a name has no line breaks."""
        return " ".join(text.split()) if self._is_one_paragraph else text.strip()


class WordsField(GrowingField):
    """Several short texts with commas between them."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label, is_one_paragraph=True)
        self.area.setPlaceholderText(_("Several with commas between"))

    @override
    def parse(self, text: str) -> tuple[str, ...]:
        """Return the texts."""
        return tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())

    @override
    def shown(self, value: Any) -> str:
        """Return them with commas."""
        return ", ".join(value or ())
