"""The line beneath a grid in which the current cell is commented on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _


class CommentField(QLineEdit):
    """The comment of the current cell. Enter keeps it, Esc takes back what was typed; both go to the grid."""

    #: The user is done; carries what was written.
    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setAccessibleName(_("Comment on the cell"))
        self.editingFinished.connect(self._finish)

    def show_comment(self, comment: str, *, can_write: bool) -> None:
        """Show the comment of another cell."""
        self._kept = comment
        self.setText(comment)
        self.setCursorPosition(0)
        self.setEnabled(can_write)
        self.setPlaceholderText(_("Why this number? (F2)") if can_write else _("Answer first, then comment"))

    def finish(self) -> None:
        """Keep what is being typed."""
        self._finish()

    def _finish(self) -> None:
        if self.text().strip() != self._kept:
            self._kept = self.text().strip()
            self.written.emit(self._kept)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the grid with Enter and Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
