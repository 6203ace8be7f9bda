"""What each row comes to, beside the grid: a bar, how far it may move, and the figure."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.goals.goals import Scale
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
        view.grid.dataChanged.connect(self._change)
        view.moved.connect(self._follow)
        self._chosen = -1
        # Made once: a frame of scrolling paints every row again.
        look = theme.current()
        flat = Qt.PenCapStyle.FlatCap
        self._beside, self._on_bar, self._edge = (
            QPen(look.colour(role), width, Qt.PenStyle.SolidLine, flat)
            for role, width in ((Role.INK, 1.8), (Role.PAPER, 1.8), (Role.PAPER, 4.0))
        )
        self._track, self._bar = QBrush(look.colour(Role.LINE_SOFT)), QBrush(look.colour(Role.PRIMARY))
        self._ink, self._figures = look.colour(Role.INK), text_font(Type.BODY, Weight.SEMIBOLD, figures=True)

    def _change(self, first: QModelIndex, last: QModelIndex) -> None:
        for number in range(first.row(), last.row() + 1):
            self._update_row(number)

    def _follow(self) -> None:
        before, self._chosen = self._chosen, self._view.heads.chosen
        if before != self._chosen:
            self._update_row(before)
            self._update_row(self._chosen)

    def _update_row(self, number: int) -> None:
        high = self._view.heads.defaultSectionSize()
        self.update(0, number * high - self._view.heads.offset(), self.width(), high)

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
        area = event.rect()
        first, last = (top + area.top()) // high, min((top + area.bottom()) // high, len(ids) - 1)
        for number in range(first, last + 1):
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
        painter.setBrush(self._track)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        value = max(0.0, found.value or 0.0)
        if value > 0:
            bar = QRectF(track)
            bar.setWidth(max(track.height(), track.width() * value / 100))
            painter.setBrush(self._bar)
            painter.drawRoundedRect(bar, track.height() / 2, track.height() / 2)
        self._paint_whisker(painter, track, (found.low, found.high), track.left() + track.width() * value / 100)
        painter.setFont(self._figures)
        painter.setPen(self._ink)
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

        caps = [QLineF(end, middle - reach, end, middle + reach) for end in ends]
        painter.setPen(self._on_bar)
        painter.drawLine(QLineF(ends[0], middle, turn, middle))
        painter.setPen(self._edge)
        painter.drawLines(caps)
        painter.setPen(self._beside)
        painter.drawLines([QLineF(turn, middle, ends[1], middle), *caps])


def head_words(scale: Scale) -> str:
    """Return what stands above the column beside the grid."""
    return _("Weighted result, and how certain it is") if scale is Scale.CONTRIBUTION else _("Answered")
