"""The field at the head of a page that looks while one types."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.theme import Role


class SearchField(QLineEdit):
    """Looks while one types. Down goes to the table, Esc clears."""

    #: The user wants to walk in the table.
    left_downwards = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search in all text"))
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(theme.current().space(170))
        self.addAction(icons.icon("search", Role.INK_SOFT), QLineEdit.ActionPosition.LeadingPosition)

    def come_by_key(self, page: QWidget) -> None:
        """Let Ctrl+F lead here from anywhere in *page*."""
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), page).activated.connect(
            lambda: self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )

    @override
    def sizeHint(self) -> QSize:
        """Return room for a few words."""
        space = theme.current().space
        return QSize(space(270), space(38))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear, or go down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
