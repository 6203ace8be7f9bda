"""A table and the sheet beside it: where there is little room the sheet takes its share and columns go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.records_table import RecordsTable

#: How wide the sheet is, at the most which share of the whole, and what is left for the first column.
_SIDE: Final = 430
_SHARE: Final = 0.44
_FIRST: Final = 200


class ListAndSide(QSplitter):
    """Holds *list_side*, in which *table* is, and *side*. The last columns of the table are those that go first."""

    def __init__(
        self,
        table: RecordsTable,
        widths: Sequence[int],
        side: QWidget,
        list_side: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table, self._widths = table, tuple(widths)
        self._is_set = False
        self.addWidget(list_side or table)
        self.addWidget(side)
        self.setStretchFactor(0, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._moved)

    def _moved(self, *_place: int) -> None:
        self._is_set = True
        self._show_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sheet its share, unless somebody has moved its edge."""
        super().resizeEvent(event)
        if not self._is_set:
            side = min(theme.current().space(_SIDE), round(self.width() * _SHARE))
            self.setSizes([self.width() - side, side])
        self._show_columns()

    def _show_columns(self) -> None:
        space = theme.current().space
        left = self.sizes()[0] - space(_FIRST)
        for number, width in enumerate(self._widths[1:], 1):
            left -= space(width)
            self._table.setColumnHidden(number, left < 0)
