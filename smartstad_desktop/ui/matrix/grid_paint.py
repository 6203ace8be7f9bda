"""Paints the cells: ready-made tiles for what can be seen, and frames around the cursor and the range."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QItemSelectionRange, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QTableView

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.matrix.heads import RowHeads, paint_group
from smartstad_desktop.ui.matrix.model import GridModel
from smartstad_desktop.ui.matrix.tiles import tile


class GridPainter:
    """Paints a table of equal cells; Qt's own delegate would ask the model for each of them several times."""

    def __init__(self, view: QTableView, model: GridModel, heads: RowHeads) -> None:
        self._view, self._model, self._heads = view, model, heads
        self._tiles: dict[tuple[int | None, bool], QPixmap] = {}

    def forget(self) -> None:
        """Make the tiles again: the cells have another size."""
        self._tiles = {}

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies in *area*, then the frames."""
        sheet = self._model.sheet
        if sheet is None or not self._model.rowCount():
            return
        across = self._view.horizontalHeader()
        left, top = across.offset(), self._heads.offset()
        cell, high = across.defaultSectionSize(), self._heads.defaultSectionSize()
        first, last = (left + area.left()) // cell, min((left + area.right()) // cell, len(sheet.columns) - 1)
        ids, comments = self._model.arranged.ids, sheet.comments
        upper, lower = (top + area.top()) // high, min((top + area.bottom()) // high, len(ids) - 1)
        for number in range(upper, lower + 1):
            row, y = ids[number], number * high - top
            if row < 0:
                paint_group(painter, QRect(0, y, len(sheet.columns) * cell - left, high), "")
                continue
            answers = sheet.answers[row]
            for place in range(first, last + 1):
                picture = self._tile(answers[place], is_commented=(row, place) in comments)
                painter.drawPixmap(place * cell - left, y, picture)
        self._paint_frames(painter)

    def _tile(self, answer: int | None, *, is_commented: bool) -> QPixmap:
        found = self._tiles.get((answer, is_commented))
        if found is None:
            cell, high = self._view.horizontalHeader().defaultSectionSize(), self._heads.defaultSectionSize()
            ratio, name = self._view.devicePixelRatioF(), theme.current().name
            found = tile(answer, cell, high, ratio, name, is_commented=is_commented)
            self._tiles[answer, is_commented] = found
        return found

    def _paint_frames(self, painter: QPainter) -> None:
        look, view = theme.current(), self._view
        for part in cast("Iterable[QItemSelectionRange]", view.selectionModel().selection()):
            if part.width() * part.height() > 1:
                whole = view.visualRect(part.topLeft()).united(view.visualRect(part.bottomRight()))
                _frame(painter, whole, look.colour(Role.FOCUS), look.colour(Role.PAPER))
        current = view.currentIndex()
        if current.isValid() and self._model.row_at(current.row()) is not None:
            colour = Role.ATTENTION if view.hasFocus() else Role.LINE_CONTROL
            _frame(painter, view.visualRect(current), look.colour(colour), look.colour(Role.PAPER))


def _frame(painter: QPainter, place: QRect, colour: QColor, ground: QColor) -> None:
    """Paint a frame with a light line inside it, so that it stands out on every shade."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ground, 1))
    painter.drawRect(place.adjusted(3, 3, -4, -4))
    pen = QPen(colour, 3)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(place.adjusted(1, 1, -2, -2))
