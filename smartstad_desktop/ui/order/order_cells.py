"""The cells of the order: place, project, a bar of points by criterion, value, and the places it keeps to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.domain.order.priority import HIGHEST
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.outlook import Line

PLACE, PROJECT, BAR, VALUE, FIRM = range(5)
_PAD: Final = 10
#: The shades of the parts of a bar, over and over; the number of the criterion stands in each.
SHADES: Final = (Role.HEAT_3, Role.HEAT_1, Role.HEAT_2)
#: On a shade this dark the number is light.
_ON_SHADE: Final = {Role.HEAT_3: Role.ON_PRIMARY, Role.HEAT_2: Role.INK, Role.HEAT_1: Role.INK}
_BAR: Final = 22


def shade_of(number: int) -> Role:
    """Return the shade of the criterion with this number, from 0."""
    return SHADES[number % len(SHADES)]


def paint_badge(painter: QPainter, place: QRectF, number: int) -> None:
    """Paint the number of a criterion (from 0) on its shade, as it stands in the bars."""
    look, shade = theme.current(), shade_of(number)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(shade))
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(look.colour(_ON_SHADE[shade]))
    painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number + 1))


class LinesShown(Protocol):
    """What the cells ask of the table around them."""

    #: How many lines have a place.
    placed: int

    def mark_of(self, line: Line) -> Mark | None:
        """Return the mark of the municipality that leads a project."""
        ...


class OrderCells(QStyledItemDelegate):
    """Paints the cells of one line."""

    def __init__(self, table: LinesShown, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._painters: dict[int, Callable[[QPainter, QRect, Line], None]] = {
            PLACE: self._place,
            PROJECT: self._project,
            BAR: self._bar,
            VALUE: self._value,
            FIRM: self._firm,
        }

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.current()
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        place: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, look.colour(Role.PRIMARY_TINT))
            if index.column() == PLACE:
                painter.fillRect(place.x(), place.y(), 3, place.height(), look.colour(Role.FOCUS))
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, look.colour(Role.LINE_SOFT))
        pad = look.space(_PAD)
        self._painters[index.column()](painter, place.adjusted(pad, 0, -pad, 0), index.data(ROW_ROLE))
        painter.restore()

    def _place(self, painter: QPainter, room: QRect, line: Line) -> None:
        painter.setFont(text_font(Type.STRONG, Weight.BOLD, figures=True))
        painter.setPen(theme.current().colour(Role.INK if line.place is not None else Role.INK_FAINT))
        text = "–" if line.place is None else current().number(line.place)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def _project(self, painter: QPainter, room: QRect, line: Line) -> None:
        look = theme.current()
        left = room.x()
        mark = self._table.mark_of(line)
        if mark is not None:
            size = mark_size(look.scale, mark.letters)
            top = room.center().y() - size.height() / 2
            paint_mark(painter, QRectF(left, top, size.width(), size.height()), mark, look.scale)
            left += size.width() + look.space(10)
        right = room.right()
        if line.row.by_hand is not None:
            side = look.space(16)
            picture = icons.pixmap("hand", Role.ATTENTION, side, painter.device().devicePixelRatio())
            right -= side
            painter.drawPixmap(QPointF(right, room.center().y() - side / 2), picture)
            right -= look.space(6)
        font = text_font(Type.BODY, Weight.SEMIBOLD)
        painter.setFont(font)
        painter.setPen(look.colour(Role.INK))
        height = QFontMetricsF(font).height()
        lines = lines_of(line.row.project.title, font, right - left, max(1, int(room.height() / height)))
        top = room.center().y() - height * len(lines) / 2
        for number, text in enumerate(lines):
            place = QRectF(left, top + number * height, right - left, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _bar(self, painter: QPainter, room: QRect, line: Line) -> None:
        look = theme.current()
        height = look.space(_BAR)
        whole = QRectF(room.x(), room.center().y() - height / 2, room.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.HEAT_0))
        painter.drawRoundedRect(whole, 4, 4)
        left = whole.x()
        font = text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True)
        painter.setFont(font)
        for number, part in enumerate(line.row.parts):
            width = whole.width() * part.part / HIGHEST
            if width <= 0:
                continue
            shade = shade_of(number)
            piece = QRectF(left, whole.y(), width, height)
            painter.setPen(QPen(look.colour(Role.PAPER), 1))
            painter.setBrush(look.colour(shade))
            painter.drawRect(piece)
            text = str(number + 1)
            if width > QFontMetricsF(font).horizontalAdvance(text) + 4:
                painter.setPen(look.colour(_ON_SHADE[shade]))
                painter.drawText(piece, Qt.AlignmentFlag.AlignCenter, text)
            left += width

    def _value(self, painter: QPainter, room: QRect, line: Line) -> None:
        look, valued = theme.current(), line.row.valued
        painter.setPen(look.colour(Role.INK if valued.value is not None else Role.INK_FAINT))
        painter.setFont(text_font(Type.STRONG, Weight.BOLD, figures=True))
        text = "–" if valued.value is None else current().number(valued.value, 1)
        is_whole = valued.coverage >= 1 or valued.value is None
        upper = room if is_whole else QRect(room.x(), room.y(), room.width(), room.height() * 3 // 5)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        if not is_whole:
            painter.setPen(look.colour(Role.INK_SOFT))
            painter.setFont(text_font(Type.CAPTION, figures=True))
            lower = QRect(room.x(), room.y() + room.height() // 2, room.width(), room.height() * 2 // 5)
            share = current().percent(valued.coverage)
            words = _("{share} answered", share=share)
            words = words if painter.fontMetrics().horizontalAdvance(words) <= room.width() else share
            painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def _firm(self, painter: QPainter, room: QRect, line: Line) -> None:
        """Paint the places that the project keeps to: a whisker from the best to the worst, a dot where it is."""
        standing, count = line.standing, self._table.placed
        if standing is None or count < 2:  # noqa: PLR2004  one alone has no other place
            return
        look = theme.current()
        words = (
            current().number(standing.best)
            if standing.best == standing.worst
            else f"{current().number(standing.best)}–{current().number(standing.worst)}"
        )
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
        text_width = look.space(54)
        painter.setPen(look.colour(Role.INK))
        place = QRect(room.right() - text_width, room.y(), text_width, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        width = room.width() - text_width - look.space(8)
        step = width / (count - 1)
        middle = room.center().y() + 0.5
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.drawLine(QPointF(room.x(), middle), QPointF(room.x() + width, middle))
        painter.setPen(QPen(look.colour(Role.INK), 2))
        first, last = room.x() + (standing.best - 1) * step, room.x() + (standing.worst - 1) * step
        painter.drawLine(QPointF(first, middle), QPointF(last, middle))
        for end in (first, last):
            painter.drawLine(QPointF(end, middle - 5), QPointF(end, middle + 5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.PRIMARY))
        painter.drawEllipse(QPointF(room.x() + (standing.place - 1) * step, middle), 5, 5)
