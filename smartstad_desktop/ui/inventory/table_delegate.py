"""Paints the table's cells straight from the rows: no styled boxes, text laid out once per text and width.

Qt's own delegate asks the model seven questions per cell and lays out every text again; at 10,000 rows the repaint
after a key in the search field is what is felt, not the filter.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from smartstad_desktop.reads.inventory import ProjectRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory import table_pictures as pictures
from smartstad_desktop.ui.inventory.columns import IS_HALTED, Look, TableColumn
from smartstad_desktop.ui.inventory.table_model import InventoryModel, heading_text
from smartstad_desktop.ui.inventory.table_pictures import Lines, lay_out
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

PAD: Final = 10
_KEPT: Final = 4000


class InventoryDelegate(QStyledItemDelegate):
    """Paints projects and headings of groups."""

    def __init__(self, view: QTableView, model: InventoryModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._look = theme.current()
        self._fonts = {
            Look.TITLE: text_font(Type.BODY, Weight.SEMIBOLD),
            Look.WRAPPED: text_font(Type.BODY),
            Look.PLAIN: text_font(Type.BODY, figures=True),
            Look.FIGURES: text_font(Type.BODY, figures=True),
            Look.STATUS: text_font(Type.BODY),
        }
        self._heights = {look: QFontMetricsF(font).height() for look, font in self._fonts.items()}
        self._small = text_font(Type.CAPTION, Weight.SEMIBOLD)
        self._lines: OrderedDict[tuple[str, int, Look, int], Lines] = OrderedDict()
        self._painters: dict[Look, Callable[[QPainter, QRect, ProjectRow, str], None]] = {
            Look.TITLE: self._paint_title,
            Look.MARKS: self._paint_marks,
            Look.WRAPPED: self._paint_wrapped,
            Look.STATUS: self._paint_status,
            Look.FIGURES: self._paint_figures,
            Look.PLAIN: self._paint_plain,
            Look.SQUARES: self._paint_squares,
        }

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return nothing: widths and heights are set by the view."""
        return QSize()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        number, place = index.row(), option.rect  # pyright: ignore[reportAttributeAccessIssue]  Qt's stubs leave the option's fields out
        row = self._model.project_at(number)
        if row is None:
            if index.column() == 0:
                self._paint_group(painter, place, number)
            return
        column = self._model.columns[index.column()]
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]  Qt's stubs leave the option's fields out
        if is_selected:
            painter.fillRect(place, self._look.colour(Role.PRIMARY_TINT))
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, self._look.colour(Role.LINE_SOFT))
        if column.look is Look.CHECK:
            self._paint_check(painter, place, is_checked=is_selected)
            if self._view.hasFocus() and self._view.currentIndex().row() == number:
                painter.fillRect(place.x(), place.y(), 3, place.height(), self._look.colour(Role.FOCUS))
            return
        painter.setPen(self._look.colour(Role.INK))
        self._painters[column.look](painter, place, row, self._text(number, column))
        if is_selected and self._view.hasFocus() and index == self._view.currentIndex():
            self._paint_current(painter, place)

    def _text(self, number: int, column: TableColumn) -> str:
        return self._model.text(number, column)

    def _paint_current(self, painter: QPainter, place: QRect) -> None:
        """Paint an edge around the cell that F2 and typing would edit."""
        painter.setPen(QPen(self._look.colour(Role.FOCUS), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0, 0, -1, -2))

    # The looks

    def _paint_check(self, painter: QPainter, place: QRect, *, is_checked: bool) -> None:
        side = self._look.space(16)
        box = pictures.check(side, self._view.devicePixelRatioF(), self._look.name, is_checked=is_checked)
        painter.drawPixmap(place.x() + self._look.space(14), place.center().y() - side // 2, box)

    def _paint_title(self, painter: QPainter, place: QRect, row: ProjectRow, _text: str) -> None:
        if not row.is_confidential:
            self._draw_lines(painter, place, row.title, Look.TITLE)
            return
        badge = self._confidential
        gap = self._look.space(6)
        if place.height() > self._look.space(44):
            height = round(self._heights[Look.TITLE]) + badge.deviceIndependentSize().height()
            top = QRect(place.x(), place.center().y() - round(height / 2), place.width(), round(height / 2) + 2)
            self._draw_lines(painter, top, row.title, Look.TITLE, most=1)
            painter.drawPixmap(QPointF(place.x() + self._look.space(PAD), top.bottom() + 1.0), badge)
            return
        width = badge.deviceIndependentSize().width()
        self._draw_lines(painter, place.adjusted(0, 0, -round(width + gap), 0), row.title, Look.TITLE)
        left = place.right() - width - gap
        painter.drawPixmap(QPointF(left, place.center().y() - badge.deviceIndependentSize().height() / 2), badge)

    @property
    def _confidential(self) -> QPixmap:
        return pictures.lock(_("Confidential"), self._view.devicePixelRatioF(), self._look.name, self._look.scale)

    def _paint_wrapped(self, painter: QPainter, place: QRect, _row: ProjectRow, text: str) -> None:
        painter.setPen(self._look.colour(Role.INK_SOFT))
        self._draw_lines(painter, place, text, Look.WRAPPED)

    def _paint_plain(self, painter: QPainter, place: QRect, _row: ProjectRow, text: str) -> None:
        self._draw_lines(painter, place, text, Look.PLAIN, most=1)

    def _paint_figures(self, painter: QPainter, place: QRect, _row: ProjectRow, text: str) -> None:
        self._draw_lines(painter, place, text, Look.FIGURES, most=1, is_right=True)

    def _paint_status(self, painter: QPainter, place: QRect, row: ProjectRow, text: str) -> None:
        side = self._look.space(9)
        dot = pictures.dot(
            row.kind, side, self._view.devicePixelRatioF(), self._look.name, is_hollow=row.status in IS_HALTED
        )
        painter.drawPixmap(place.x() + self._look.space(PAD), place.center().y() - side // 2 + 1, dot)
        self._draw_lines(painter, place.adjusted(side + self._look.space(7), 0, 0, 0), text, Look.STATUS)

    def _paint_marks(self, painter: QPainter, place: QRect, row: ProjectRow, _text: str) -> None:
        marks = self._model.snapshot.marks_of(row) if self._model.snapshot else ()
        left = place.x() + self._look.space(PAD)
        if marks:
            picture = pictures.mark(marks[0], self._look.scale, self._view.devicePixelRatioF(), self._look.name)
            size = picture.deviceIndependentSize()
            painter.drawPixmap(QPointF(left, place.center().y() - size.height() / 2), picture)
            left += round(size.width()) + self._look.space(5)
        if len(marks) > 1:
            painter.setFont(self._small)
            painter.setPen(self._look.colour(Role.INK_SOFT))
            room = QRect(left, place.y(), place.right() - left, place.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, f"+{len(marks) - 1}")

    def _paint_squares(self, painter: QPainter, place: QRect, row: ProjectRow, _text: str) -> None:
        side, gap = self._look.space(20), self._look.space(3)
        left, top = place.x() + self._look.space(PAD), place.center().y() - side // 2
        room_for = max(1, (place.width() - self._look.space(PAD)) // (side + gap))
        shown = row.goals if len(row.goals) <= room_for else row.goals[: room_for - 1]
        for contribution in shown:
            painter.drawPixmap(
                left, top, pictures.square(contribution, side, self._view.devicePixelRatioF(), self._look.name)
            )
            left += side + gap
        if len(shown) < len(row.goals):
            painter.setFont(self._small)
            painter.setPen(self._look.colour(Role.INK_SOFT))
            room = QRect(left, place.y(), place.right() - left, place.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, f"+{len(row.goals) - len(shown)}")

    def _paint_group(self, painter: QPainter, place: QRect, number: int) -> None:
        group = self._model.group_at(number)
        if group is None:
            return
        look = self._look
        band = QRect(0, place.y(), self._view.viewport().width(), place.height())
        painter.fillRect(band, look.colour(Role.GROUND))
        painter.fillRect(0, place.bottom(), band.width(), 1, look.colour(Role.LINE))
        arrow = "chevron-right" if group.key in self._model.closed else "chevron-down"
        side = look.space(16)
        picture = icons.pixmap(arrow, Role.INK_SOFT, side, self._view.devicePixelRatioF())
        painter.drawPixmap(place.x() + look.space(14), place.center().y() - side // 2, picture)
        painter.setFont(self._small)
        painter.setPen(look.colour(Role.INK))
        band.setLeft(place.x() + look.space(42 + PAD))
        painter.drawText(band, Qt.AlignmentFlag.AlignVCenter, heading_text(group))
        if self._view.hasFocus() and self._view.currentIndex().row() == number:
            painter.fillRect(place.x(), place.y(), 3, place.height(), look.colour(Role.FOCUS))

    # Text

    def _draw_lines(
        self, painter: QPainter, place: QRect, text: str, look: Look, *, most: int = 0, is_right: bool = False
    ) -> None:
        if not text:
            return
        pad = self._look.space(PAD)
        line_height = self._heights[look]
        fits = most or (2 if place.height() >= 2 * line_height + self._look.space(8) else 1)
        lines = self._laid_out(text, place.width() - 2 * pad, look, fits)
        painter.setFont(self._fonts[look])
        top = place.y() + (place.height() - line_height * len(lines)) / 2
        for line in lines:
            left = place.right() - pad - line.size().width() if is_right else place.x() + pad
            painter.drawStaticText(QPointF(left, top), line)
            top += line_height

    def _laid_out(self, text: str, width: int, look: Look, most: int) -> Lines:
        key = (text, width, look, most)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = lay_out(text, self._fonts[look], width, most)
            if len(self._lines) > _KEPT:
                self._lines.popitem(last=False)
        return found
