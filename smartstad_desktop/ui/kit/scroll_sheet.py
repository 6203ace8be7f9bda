"""A sheet of fields and words that scrolls up and down when there are too many for the height."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from smartstad_desktop.ui.kit import theme


class ScrollSheet(QScrollArea):
    """Put things into ``column``. The paper behind is painted once, by the panel around."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        space = theme.current().space
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(space(15), space(14), space(18), space(22))
        self.column.setSpacing(space(spacing))
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
