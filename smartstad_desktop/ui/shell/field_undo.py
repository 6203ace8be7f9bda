"""Undo while the cursor stands in a field that has nothing to undo of its own: then the last step is meant."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override


class FieldUndo(QObject):
    """Watches the field that has the focus, and no other: a text field claims the keys of undo even when it is idle."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._field: QLineEdit | QPlainTextEdit | None = None
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        self._field = new if isinstance(new, QLineEdit | QPlainTextEdit) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the window when the field has no use for them."""
        if event.type() is not QEvent.Type.ShortcutOverride or watched is not self._field:
            return False
        key = cast("QKeyEvent", event)
        is_idle = (key.matches(QKeySequence.StandardKey.Undo) and not self._can_undo()) or (
            key.matches(QKeySequence.StandardKey.Redo) and not self._can_redo()
        )
        if is_idle:
            event.ignore()
        return is_idle

    def _can_undo(self) -> bool:
        if isinstance(self._field, QPlainTextEdit):
            return self._field.document().isUndoAvailable()
        return self._field is not None and self._field.isUndoAvailable()

    def _can_redo(self) -> bool:
        if isinstance(self._field, QPlainTextEdit):
            return self._field.document().isRedoAvailable()
        return self._field is not None and self._field.isRedoAvailable()
