"""The seats of a body beneath its form: each a line that opens the seat; Alt and the arrows move it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.governance.bodies import MembershipState
from smartstad_desktop.reads.governance.bodies import SeatRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.governance.stepping import step
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.governance.organisation_picture import seat_line


class SeatLine(QAbstractButton):
    """One seat: what it is called, and who holds it or how far its filling has come."""

    #: Carries -1 for up and 1 for down.
    moving = Signal(int)
    deleting = Signal()

    def __init__(self, seat: SeatRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(_("Open the seat. Alt and the arrows move it, Delete removes it."))
        self.show_seat(seat)

    def show_seat(self, seat: SeatRow) -> None:
        """Show *seat*."""
        self.seat = seat
        self._who = seat_line(seat, current())
        self.setText(seat.label)
        self.setAccessibleName(f"{seat.label}: {self._who}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return two lines of text with air."""
        look = theme.current()
        return QSize(look.space(200), look.px(Type.BODY) + look.px(Type.CAPTION) + look.space(22))

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the line be as narrow as the panel; words are cut."""
        return QSize(theme.current().space(120), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and remove by key."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moving.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.deleting.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign, the label and who it is."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.HOVER))
            painter.drawRoundedRect(sheet, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(look.colour(Role.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(sheet.adjusted(1, 1, -1, -1), 7, 7)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        look = theme.current()
        side, left = look.space(9), look.space(28)
        standing = self.seat.standing
        role = Role.ATTENTION if standing is None else Role.INK_SOFT if standing is MembershipState.ASKED else Role.GOOD
        is_open = standing in {None, MembershipState.ASKED}
        painter.setPen(QPen(look.colour(role), 1.4, Qt.PenStyle.DotLine if is_open else Qt.PenStyle.SolidLine))
        is_full = standing is MembershipState.APPOINTED
        painter.setBrush(look.colour(role) if is_full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(look.space(9), (self.height() - side) / 2, side, side))
        top, room = look.space(7), self.width() - left - look.space(6)
        for text, size, weight, ink in (
            (self.seat.label, Type.BODY, Weight.SEMIBOLD, Role.INK),
            (self._who, Type.CAPTION, Weight.REGULAR, Role.ATTENTION if standing is None else Role.INK_SOFT),
        ):
            font = text_font(size, weight)
            painter.setFont(font)
            painter.setPen(look.colour(ink))
            high = painter.fontMetrics().height()
            line = lines_of(text, font, room, 1)[0]
            painter.drawText(QRectF(left, top, room, high), Qt.AlignmentFlag.AlignVCenter, line)
            top += high + 1

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Alt and the arrows from the menu bar."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_arrow = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            if is_arrow and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)


class SeatLines(QWidget):
    """The seats in order."""

    #: Carries the id of a seat.
    opened = Signal(int)
    deleting = Signal(int)
    #: Carries the id of a seat and of the one it is to go before, or None for last.
    moving = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[int, SeatLine] = {}
        self._order: list[int] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_seats(self, seats: Sequence[SeatRow]) -> None:
        """Show *seats*; a line that had the focus keeps it."""
        for number in self.lines.keys() - {seat.id for seat in seats}:
            gone = self.lines.pop(number)
            gone.hide()
            gone.deleteLater()
        for place, seat in enumerate(seats):
            line = self.lines.get(seat.id)
            if line is None:
                line = self.lines[seat.id] = self._line(seat)
            line.show_seat(seat)
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
        self._order = [seat.id for seat in seats]

    def _line(self, seat: SeatRow) -> SeatLine:
        line = SeatLine(seat, self)
        line.clicked.connect(lambda: self.opened.emit(line.seat.id))
        line.deleting.connect(lambda: self.deleting.emit(line.seat.id))
        line.moving.connect(partial(self._move, line))
        return line

    def _move(self, line: SeatLine, by: int) -> None:
        step(self._order, line.seat.id, by, partial(self.moving.emit, line.seat.id))
