"""A text that looks like a label until it is clicked: the question, the name of a column, its years."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit.theme import Role

_AIR: Final = 14
#: What the style sheet puts left and right of the text, at least.
_EDGES: Final = 6
_SMALLEST: Final = 0.7


class QuietEdit(QLineEdit):
    """One line that is edited where it stands. Enter or leaving it keeps the text, Esc takes it back."""

    #: Carries the new text, when it differs from what was shown.
    committed = Signal(str)

    def __init__(self, name: str, font: QFont, role: Role = Role.INK, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._font = QFont(font)
        self.setProperty("quiet", "true")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # The style sheet colours it; a palette would not get past it.
        self.setProperty("soft", "true" if role is Role.INK_SOFT else "false")
        self.editingFinished.connect(self._finish)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Show *text*, unless the user is just writing here."""
        self._shown = text
        if not self.hasFocus():
            self.setText(text)
            self.setCursorPosition(0)

    def fit(self, width: int) -> None:
        """Write a long text somewhat smaller, so that it can be read in *width* without scrolling."""
        made = QFont(self._font)
        made.setPixelSize(round(made.pixelSize() * min(1.0, max(_SMALLEST, width / self.full_width()))))
        self.setFont(made)

    def full_width(self) -> int:
        """Return how wide the text is at its own size."""
        return QFontMetrics(self._font).horizontalAdvance(self.text()) + _EDGES + _AIR

    def least_width(self) -> int:
        """Return how wide the text is when it is written as small as it may be."""
        return round(self.full_width() * _SMALLEST)

    @override
    def sizeHint(self) -> QSize:
        """Return the room for the text, or for what stands in an empty field."""
        wide = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText())
        return QSize(wide + _AIR, self.fontMetrics().height() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return a width that a long name can shrink to."""
        return QSize(min(40, self.sizeHint().width()), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the text back on Esc; keep it on Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.clearFocus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning again."""
        super().focusOutEvent(event)
        self.deselect()
        self.setCursorPosition(0)

    def _changed(self, _text: str) -> None:
        self.updateGeometry()

    def _finish(self) -> None:
        text = self.text().strip()
        if text != self._shown:
            self.committed.emit(text)
            # What was kept has been read again by now; what was refused goes back to what it was.
            self.setText(self._shown)
