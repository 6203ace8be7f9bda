"""The names of columns and rows, which stay where they are while the grid is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.matrix.model import GridModel, HeadModel
from smartstad_desktop.ui.matrix.sizes import Sizes


class ColumnHeads(QHeaderView):
    """Names of goals or services, lying in some lines or standing when the columns are narrow."""

    def __init__(self, model: HeadModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._sizes: Sizes | None = None
        self.chosen = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(8)

    def show_sizes(self, sizes: Sizes) -> None:
        """Take other sizes."""
        self._sizes = sizes
        self.setFixedHeight(sizes.names + sizes.parents)
        self.setDefaultSectionSize(sizes.cell)
        self.viewport().update()

    def choose(self, place: int) -> None:
        """Mark the column that the cursor is in."""
        if place != self.chosen:
            before, self.chosen = self.chosen, place
            for each in (before, place):
                if 0 <= each < self.count():
                    self.updateSection(each)

    @override
    def sizeHint(self) -> QSize:
        """Return the height of the names."""
        return QSize(super().sizeHint().width(), self.height() if self._sizes is None else self._height())

    def _height(self) -> int:
        return 0 if self._sizes is None else self._sizes.names + self._sizes.parents

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one name, and its share of the band of the goal above it."""
        sheet, sizes = self._model.sheet, self._sizes
        if sheet is None or sizes is None or logicalIndex >= len(sizes.lines):
            return
        look = theme.current()
        painter.save()
        painter.fillRect(rect, look.colour(Role.PRIMARY_TINT if logicalIndex == self.chosen else Role.PAPER))
        if sizes.parents:
            self._paint_parent(painter, rect, logicalIndex)
        painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
        painter.setPen(look.colour(Role.INK))
        place = QRectF(rect.adjusted(0, sizes.parents, 0, 0))
        if sizes.is_standing:
            _paint_standing(painter, place, sizes.lines[logicalIndex])
        else:
            bottom = place.adjusted(0, 0, 0, -look.space(9))
            words = "\n".join(sizes.lines[logicalIndex])
            painter.drawText(bottom, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, words)
        painter.restore()

    def _paint_parent(self, painter: QPainter, rect: QRect, place: int) -> None:
        """Paint this column's share of the name above it, which stands over all its columns together."""
        sheet, sizes = self._model.sheet, self._sizes
        if sheet is None or sizes is None or not sheet.parent_names[place]:
            return
        look, names = theme.current(), sheet.parent_names
        first = last = place
        while first > 0 and names[first - 1] == names[place]:
            first -= 1
        while last + 1 < len(names) and names[last + 1] == names[place]:
            last += 1
        left = rect.x() - (place - first) * sizes.cell
        band = QRectF(left + 3, rect.y() + 4, (last - first + 1) * sizes.cell - 6, sizes.parents - 8)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.setBrush(look.colour(Role.GROUND))
        painter.drawRoundedRect(band, 5, 5)
        font = text_font(Type.CAPTION, Weight.MEDIUM)
        painter.setFont(font)
        painter.setPen(look.colour(Role.INK_SOFT))
        inner = band.adjusted(6, 0, -6, 0)
        shown = QFontMetricsF(font).elidedText(names[place], Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _paint_standing(painter: QPainter, place: QRectF, lines: tuple[str, ...]) -> None:
    """Paint lines that read upwards, the first of them to the left."""
    look = theme.current()
    height = QFontMetricsF(painter.font()).height()
    left = place.center().x() - height * len(lines) / 2
    for number, line in enumerate(lines):
        painter.save()
        painter.translate(left + height * (number + 0.78), place.bottom() - look.space(8))
        painter.rotate(-90)
        painter.drawText(QPointF(0, 0), line)
        painter.restore()


class RowHeads(QHeaderView):
    """Place in the order, mark and name of each row."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self._lines: dict[tuple[str, int, int], list[str]] = {}
        # Fonts, colours and marks are made once: a frame of scrolling paints every name again.
        look = theme.current()
        self._font, self._figures = text_font(Type.BODY, Weight.MEDIUM), text_font(Type.BODY, figures=True)
        self._ink, self._faint = look.colour(Role.INK), look.colour(Role.INK_FAINT)
        self._paper, self._tint = look.colour(Role.PAPER), look.colour(Role.PRIMARY_TINT)
        self._edge, self._space = look.colour(Role.LINE_SOFT), look.space
        self._marks: dict[Mark, QPixmap] = {}
        self._line = QFontMetricsF(self._font).height()
        self.chosen = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(8)

    def choose(self, number: int) -> None:
        """Mark the row that the cursor is in."""
        if number != self.chosen:
            before, self.chosen = self.chosen, number
            for each in (before, number):
                if 0 <= each < self.count():
                    self.updateSection(each)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one row's name, or the heading of a group."""
        sheet = self._model.sheet
        if sheet is None:
            return
        row = self._model.row_at(logicalIndex)
        if row is None:
            paint_group(painter, rect, self._model.heading_at(logicalIndex))
            return
        painter.fillRect(rect, self._tint if logicalIndex == self.chosen else self._paper)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._edge)
        left = rect.x() + self._space(10)
        if self._model.arranged.places:
            left += self._paint_place(painter, QRect(left, rect.y(), self._space(30), rect.height()), row)
        for mark in sheet.marks_of(row)[:1]:
            picture = self._mark(mark)
            size = picture.deviceIndependentSize()
            painter.drawPixmap(left, round(rect.center().y() - size.height() / 2 + 0.5), picture)
            left += round(size.width()) + self._space(9)
        self._paint_name(painter, QRect(left, rect.y(), rect.right() - left - self._space(6), rect.height()), row)

    def _mark(self, mark: Mark) -> QPixmap:
        found = self._marks.get(mark)
        if found is None:
            look, ratio = theme.current(), self.devicePixelRatioF()
            size = mark_size(look.scale, mark.letters)
            found = self._marks[mark] = QPixmap(size * ratio)
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            paint_mark(painter, QRectF(0, 0, size.width(), size.height()), mark, look.scale)
            painter.end()
        return found

    def _paint_place(self, painter: QPainter, room: QRect, row: int) -> int:
        place = self._model.arranged.places.get(row)
        painter.setFont(self._figures)
        painter.setPen(self._faint)
        words = "–" if place is None else current().number(place)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        return room.width()

    def _paint_name(self, painter: QPainter, room: QRect, row: int) -> None:
        sheet = self._model.sheet
        if sheet is None:
            return
        name = sheet.rows[row].name
        key = (name, room.width(), room.height())
        lines = self._lines.get(key)
        if lines is None:
            most = max(1, int((room.height() - 2) / (self._line * 0.98)))
            lines = self._lines[key] = lines_of(name, self._font, room.width(), min(2, most))
        painter.setFont(self._font)
        painter.setPen(self._ink)
        top = room.y() + (room.height() - self._line * len(lines)) / 2
        for line in lines:
            painter.drawText(QRectF(room.x(), top, room.width() + 4, self._line), Qt.AlignmentFlag.AlignVCenter, line)
            top += self._line


def paint_group(painter: QPainter, rect: QRect, words: str) -> None:
    """Paint the band of a group of rows, with its words at the left."""
    look = theme.current()
    painter.fillRect(rect, look.colour(Role.GROUND))
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), look.colour(Role.LINE))
    if words:
        painter.setFont(text_font(Type.CAPTION, Weight.BOLD))
        painter.setPen(look.colour(Role.INK_SOFT))
        painter.drawText(rect.adjusted(look.space(10), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
