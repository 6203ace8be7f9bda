"""The state of each municipality as a bar that can be pressed: how much goes on, is planned, is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.overview import MunicipalityState
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.marks import Mark, paint_mark
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

WIDEST_LINE = 64
PARTS = (Role.BAR_ONGOING, Role.BAR_PLANNED, Role.BAR_FINISHED)


class Bar(QAbstractButton):
    """One municipality: mark, name, bar, number of projects. Pressing it shows its projects."""

    def __init__(self, state: MunicipalityState, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._most = state, max(1, most)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(theme.current().space(WIDEST_LINE))
        self.setAccessibleName(f"{state.name}: {self._count()}")
        parts = (
            ngettext("{count} ongoing", "{count} ongoing", state.ongoing),
            ngettext("{count} planned or idea", "{count} planned or ideas", state.planned),
            ngettext("{count} finished", "{count} finished", state.finished),
        )
        self.setToolTip(", ".join(parts))

    def _count(self) -> str:
        total = self._state.total
        return ngettext("{count} project", "{count} projects", total) if total else _("missing")

    @override
    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(theme.current().space(420), theme.current().space(31))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark, name, bar and number."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(look.colour(Role.FOCUS), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        middle = self.height() / 2
        mark = Mark(self._state.mark, self._state.colour)
        high, wide = look.space(22), look.space(44)
        paint_mark(painter, QRectF(look.space(4), middle - high / 2, wide, high), mark, look.scale)
        made = text_font(Type.BODY, Weight.MEDIUM)
        painter.setFont(made)
        painter.setPen(look.colour(Role.INK))
        left = look.space(4) + wide + look.space(10)
        name = QRectF(left, 0, look.space(118), self.height())
        shown = QFontMetrics(made).elidedText(self._state.name, Qt.TextElideMode.ElideRight, round(name.width()))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        end = self.width() - look.space(100)
        thick = max(16.0, min(26.0, self.height() * 0.45))
        self._paint_bar(
            painter, QRectF(name.right() + 10, middle - thick / 2, max(40.0, end - name.right() - 20), thick)
        )
        painter.setFont(text_font(Type.BODY, Weight.REGULAR if self._state.total else Weight.SEMIBOLD))
        painter.setPen(look.colour(Role.INK_SOFT if self._state.total else Role.ATTENTION))
        number = QRectF(end, 0, self.width() - end - look.space(4), self.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count())

    def _paint_bar(self, painter: QPainter, room: QRectF) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._state.total:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(room.x(), room.y(), 26, room.height()), 4, 4)
            painter.fillPath(shape, QBrush(look.colour(Role.BAR_MISSING), Qt.BrushStyle.BDiagPattern))
            return
        whole = room.width() * self._state.total / self._most
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(room.x(), room.y(), whole, room.height()), 4, 4)
        painter.setClipPath(shape)
        left = room.x()
        for count, role in zip((self._state.ongoing, self._state.planned, self._state.finished), PARTS, strict=True):
            width = whole * count / self._state.total
            painter.fillRect(QRectF(left, room.y(), width, room.height()), look.colour(role))
            left += width
        painter.setClipping(False)


class Swatch(QWidget):
    """A small square that says what a colour means."""

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setFixedSize(12, 12)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour(self._role))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class Bars(QWidget):
    """All municipalities, largest first, with what the colours mean."""

    #: Carries the ``MunicipalityId`` that was pressed.
    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.bars: list[Bar] = []
        legend = QHBoxLayout()
        legend.setContentsMargins(4, 10, 0, 0)
        legend.setSpacing(6)
        for role, words in zip(PARTS, (_("ongoing"), _("planned and ideas"), _("finished")), strict=True):
            legend.addWidget(Swatch(role))
            legend.addWidget(Label(words, Type.CAPTION, role=Role.INK_SOFT))
            legend.addSpacing(12)
        legend.addStretch(1)
        self._column.addLayout(legend)

    def show_states(self, states: Sequence[MunicipalityState]) -> None:
        """Show these municipalities."""
        for bar in self.bars:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        # Lines spread in a high window, but not so far that they fall apart.
        self.setMaximumHeight(theme.current().space(WIDEST_LINE * len(states) + 40))
        most = max((state.total for state in states), default=0)
        self.bars = [Bar(state, most) for state in states]
        for place, (bar, state) in enumerate(zip(self.bars, states, strict=True)):
            bar.clicked.connect(lambda _on=False, number=state.id: self.pressed.emit(number))
            self._column.insertWidget(place, bar)
