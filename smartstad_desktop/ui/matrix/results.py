"""What each row comes to, beside the grid: a bar, how far it may move, and the figure."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.goals import Scale
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.matrix.grid_view import GridView
from smartstad_desktop.ui.matrix.heads import paint_group
from smartstad_desktop.ui.matrix.model import answered_words


class ResultHead(QWidget):
    """What the column beside the grid shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._foot = 0

    def stand_on(self, height: int) -> None:
        """Let the words end where the names of the columns end."""
        self._foot = height
        self.update()

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words at the foot."""
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(Role.PAPER))
        painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
        painter.setPen(look.colour(Role.INK))
        room = QRect(look.space(12), look.space(6), self.width() - look.space(16), self._foot - look.space(15))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self._words)


class ResultColumn(QWidget):
    """Bars for the rows that the grid shows now; the row's name tells the same to a screen reader."""

    def __init__(self, view: GridView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.grid.modelReset.connect(self.update)
        view.grid.dataChanged.connect(self.update)
        view.moved.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        """Return no width of its own: the grid gives it."""
        return QSize(self.width(), 0)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the grid scroll."""
        QApplication.sendEvent(self._view.verticalScrollBar(), event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what belongs to the rows that can be seen."""
        look, view = theme.current(), self._view
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(Role.PAPER))
        top, high = view.heads.offset(), view.heads.defaultSectionSize()
        ids, sheet = view.grid.arranged.ids, view.grid.sheet
        if sheet is None or not ids:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(top // high, min((top + self.height()) // high, len(ids) - 1) + 1):
            place = QRect(0, number * high - top, self.width(), high)
            if ids[number] < 0:
                paint_group(painter, place, "")
                continue
            fill = Role.PRIMARY_TINT if number == view.heads.chosen else Role.PAPER
            painter.fillRect(place, look.colour(fill))
            painter.fillRect(QRect(0, place.bottom(), place.width(), 1), look.colour(Role.LINE_SOFT))
            if sheet.scale is Scale.CONTRIBUTION and sheet.result(ids[number]).value is not None:
                self._paint_result(painter, place, ids[number])
            else:
                self._paint_words(painter, place, answered_words(sheet, ids[number]))

    def _paint_words(self, painter: QPainter, place: QRect, words: str) -> None:
        look = theme.current()
        painter.setFont(text_font(Type.CAPTION))
        painter.setPen(look.colour(Role.INK_FAINT))
        room = place.adjusted(look.space(12), 0, -4, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_result(self, painter: QPainter, place: QRect, row: int) -> None:
        sheet = self._view.grid.sheet
        if sheet is None:
            return
        look, found = theme.current(), sheet.result(row)
        figures = look.space(44)
        track = QRectF(look.space(12), place.center().y() - look.space(6), 0, look.space(13))
        track.setRight(place.width() - figures - look.space(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.LINE_SOFT))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        value = max(0.0, found.value or 0.0)
        if value > 0:
            bar = QRectF(track)
            bar.setWidth(max(track.height(), track.width() * value / 100))
            painter.setBrush(look.colour(Role.PRIMARY))
            painter.drawRoundedRect(bar, track.height() / 2, track.height() / 2)
        self._paint_whisker(painter, track, (found.low, found.high), track.left() + track.width() * value / 100)
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
        painter.setPen(look.colour(Role.INK))
        room = QRectF(place.width() - figures - look.space(8), place.y(), figures, place.height())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, current().number(round(found.value or 0))
        )

    def _paint_whisker(self, painter: QPainter, track: QRectF, reaches: tuple[float, float], bar: float) -> None:
        """Paint how far the result may move; on the bar the line is light, beside it dark."""
        look = theme.current()
        ends = [track.left() + track.width() * min(100.0, max(0.0, end)) / 100 for end in reaches]
        middle, reach = track.center().y(), look.space(9)
        turn = min(max(bar, ends[0]), ends[1])

        def line(role: Role, width: float, start: QPointF, end: QPointF) -> None:
            painter.setPen(QPen(look.colour(role), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(start, end)

        line(Role.PAPER, 1.8, QPointF(ends[0], middle), QPointF(turn, middle))
        line(Role.INK, 1.8, QPointF(turn, middle), QPointF(ends[1], middle))
        for end in ends:
            for role, width in ((Role.PAPER, 4.0), (Role.INK, 1.8)):
                line(role, width, QPointF(end, middle - reach), QPointF(end, middle + reach))


def head_words(scale: Scale) -> str:
    """Return what stands above the column beside the grid."""
    return _("Weighted result, and how certain it is") if scale is Scale.CONTRIBUTION else _("Answered")
