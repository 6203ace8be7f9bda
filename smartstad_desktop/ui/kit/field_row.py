"""Fields side by side while there is room for their words, and beneath each other where there is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme

#: So wide a field must be for its words, at the normal text size.
LEAST: Final = 140


class FieldRow(QWidget):
    """Fields from the same top; without *stretches* they share the width."""

    def __init__(self, *fields: QWidget, stretches: Sequence[int] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._stretches = stretches or (1,) * len(fields)
        self._is_row: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().space(8))
        # Its own, for the sum of its fields would keep it from ever becoming narrower than a row.
        self.setMinimumWidth(theme.current().space(LEAST))
        for field in fields:
            # A long label must not make one field wider than the one above it.
            policy = field.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            field.setSizePolicy(policy)
        self._arrange(is_row=True)

    @property
    def is_row(self) -> bool:
        """Return whether the fields stand side by side."""
        return bool(self._is_row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beneath each other where there is too little room."""
        super().resizeEvent(event)
        room = (self.width() - self._grid.spacing() * (len(self._fields) - 1)) / sum(self._stretches)
        is_wide = room * max(self._stretches) >= theme.current().space(LEAST)
        fits = all(
            field.minimumSizeHint().width() <= room * stretch
            for field, stretch in zip(self._fields, self._stretches, strict=True)
        )
        self._arrange(is_row=is_wide and fits)

    def _arrange(self, *, is_row: bool) -> None:
        if is_row == self._is_row:
            return
        self._is_row = is_row
        for number, field in enumerate(self._fields):
            self._grid.addWidget(field, 0 if is_row else number, number if is_row else 0, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(number, self._stretches[number] if is_row or not number else 0)
        self.updateGeometry()
