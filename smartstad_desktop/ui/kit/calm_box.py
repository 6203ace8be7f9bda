"""A box of choices that the wheel scrolls past: what is chosen changes only when somebody means it."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override


class CalmBox(QComboBox):
    """Leaves the wheel to what it stands in."""

    @override
    def wheelEvent(self, e: QWheelEvent, /) -> None:
        """Let the form scroll: a value must not change on the way past it."""
        e.ignore()
