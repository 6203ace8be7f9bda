"""The empty canvas before a round is opened: the lines between the quadrants are dragged to where they shall be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.canvas.canvas_view import CanvasView

_NEAR: Final = 9
_STEP: Final = 0.5
#: The axis that a line parts: 0 is effort (it stands upright), 1 is benefit.
_ARROWS: Final = {
    Qt.Key.Key_Left: (0, -_STEP),
    Qt.Key.Key_Right: (0, _STEP),
    Qt.Key.Key_Up: (1, _STEP),
    Qt.Key.Key_Down: (1, -_STEP),
}


class CutCanvas(CanvasView):
    """Lines follow the hand and are kept when it lets go; Esc puts them back, arrows move them by half a step."""

    #: Carries the lines at effort and benefit.
    cut_wanted = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_locked = False
        self._kept = self.cut
        self._held: int | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(_("The lines between the quadrants: arrow keys move them"))

    def show_lines(self, cut: tuple[float, float], *, is_locked: bool) -> None:
        """Show the lines as they were read."""
        self._kept, self.is_locked, self._held = cut, is_locked, None
        self.show_cut(cut)

    def line_at(self, at: QPointF) -> int | None:
        """Return the line near *at*: 0 parts effort, 1 parts benefit."""
        place, near = self.scale.point(*self.cut), theme.current().space(_NEAR)
        if abs(at.x() - place.x()) <= near:
            return 0
        return 1 if abs(at.y() - place.y()) <= near else None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a line."""
        self._held = None if self.is_locked else self.line_at(event.position())
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the line follow, to half steps."""
        line = self._held if self._held is not None else self.line_at(event.position())
        if line is None or self.is_locked:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor((Qt.CursorShape.SplitHCursor, Qt.CursorShape.SplitVCursor)[line])
        if self._held is not None:
            value = round(self.scale.value(event.position())[self._held] / _STEP) * _STEP
            self.show_cut((value, self.cut[1]) if self._held == 0 else (self.cut[0], value))
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to keep the line where it is."""
        was_held, self._held = self._held is not None, None
        if was_held and self.cut != self._kept:
            self.cut_wanted.emit(*self.cut)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the lines, or put a held one back."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self.show_cut(self._kept)
        elif key in _ARROWS and not self.is_locked:
            line, by = _ARROWS[key]
            moved = list(self.cut)
            moved[line] = min(self.scale.high, max(self.scale.low, moved[line] + by))
            self.cut_wanted.emit(moved[0], moved[1])
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the values at the ends of the lines."""
        super().paintEvent(event)
        painter, look = QPainter(self.viewport()), theme.current()
        place, room, number = self.scale.point(*self.cut), self.ground_room(), current().number
        painter.setFont(text_font(Type.BODY, Weight.BOLD, figures=True))
        painter.setPen(look.colour(Role.PRIMARY))
        painter.drawText(QPointF(place.x() + 6, room.top() + look.space(44)), number(self.cut[0], 1))
        painter.drawText(QPointF(room.left() + look.space(14), place.y() - 6), number(self.cut[1], 1))
