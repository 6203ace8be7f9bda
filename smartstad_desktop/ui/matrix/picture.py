"""The grid as a picture: all rows and columns that are chosen to be shown, not only those on the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from smartstad_desktop.ui.matrix.grid import MatrixGrid

#: More than this no program for documents takes.
_MOST: Final = 16_000


def whole(grid: MatrixGrid) -> QPixmap:
    """Return *grid* with everything it shows, drawn aside so that nothing moves on the screen."""
    model = grid.model
    drawn = MatrixGrid()
    try:
        if model.sheet is None or grid.sizes is None:
            return grid.grab()
        drawn.resize(grid.size())
        drawn.show_sheet(model.sheet, model.arranged)
        drawn.resize(_size(grid))
        drawn.show_sheet(model.sheet, model.arranged)
        drawn.bar.hide()
        return drawn.grab()
    finally:
        drawn.deleteLater()


def _size(grid: MatrixGrid) -> QSize:
    sizes, model = grid.sizes, grid.model
    if sizes is None:
        return grid.size()
    width = sizes.row_head + sizes.cell * model.columnCount() + sizes.result + grid.bar.sizeHint().width() + 4
    height = grid.head.height() + sizes.row * model.rowCount() + 2 * 8 + 2
    return QSize(min(_MOST, max(width, grid.width())), min(_MOST, height))
