"""A name drawn by finger, pen or mouse: a picture for the page, which proves nothing and says so."""

from __future__ import annotations

import json
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.plan.signers import NothingDrawn
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role

#: A pad is so many times as wide as high.
_SHAPE: Final = 3
_DIGITS: Final = 4
#: Points nearer than this to the one before say nothing new.
_STEP: Final = 0.002

Strokes = list[list[tuple[float, float]]]


def read_strokes(written: str) -> Strokes:
    """Return a drawn name as it is kept; what cannot be read is none."""
    try:
        return [[(float(x), float(y)) for x, y in stroke] for stroke in json.loads(written or "[]")]
    except (TypeError, ValueError):
        return []


def paint_strokes(painter: QPainter, room: QRectF, strokes: Strokes, width: float = 2.5) -> None:
    """Paint a drawn name so that its pad fills *room*."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.current().colour(Role.INK), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        points = [QPointF(room.x() + x * room.width(), room.y() + y * room.height()) for x, y in stroke]
        if len(points) == 1:
            painter.drawPoint(points[0])
            continue
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.drawPath(path)


class DrawnName(QWidget):
    """A drawn name as a small picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: Strokes = []
        side = theme.current().space(56)
        self.setFixedSize(QSize(side * _SHAPE, side))

    def show_strokes(self, written: str) -> None:
        """Show another one."""
        self._strokes = read_strokes(written)
        self.setAccessibleName(_("A drawn name, as a picture") if self._strokes else _("No drawn name"))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        paint_strokes(QPainter(self), QRectF(self.rect()), self._strokes, 1.6)


class Pad(QWidget):
    """Where a name is drawn, with the mouse, a finger or a pen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strokes: Strokes = []
        self._is_drawing = False
        width = theme.current().space(540)
        self.setFixedSize(QSize(width, width // _SHAPE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(_("Draw the name here"))

    def clear(self) -> None:
        """Begin anew."""
        self.strokes = []
        self.update()

    def _begin(self, at: QPointF) -> None:
        self._is_drawing = True
        self.strokes.append([])
        self._go_on(at)

    def _go_on(self, at: QPointF) -> None:
        x = round(min(1.0, max(0.0, at.x() / self.width())), _DIGITS)
        y = round(min(1.0, max(0.0, at.y() / self.height())), _DIGITS)
        stroke = self.strokes[-1]
        if not stroke or abs(stroke[-1][0] - x) + abs(stroke[-1][1] - y) >= _STEP:
            stroke.append((x, y))
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke; a finger comes as a mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        if self._is_drawing:
            self._go_on(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        self._is_drawing = False

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen, which tells more points than a mouse."""
        match event.type():
            case QTabletEvent.Type.TabletPress:
                self._begin(event.position())
            case QTabletEvent.Type.TabletMove if self._is_drawing:
                self._go_on(event.position())
            case QTabletEvent.Type.TabletRelease:
                self._is_drawing = False
            case _:
                pass
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the line to write on, and the strokes."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(Role.LINE_CONTROL), 1))
        painter.setBrush(look.colour(Role.PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        base = self.height() * 0.75
        painter.drawLine(QPointF(self.width() * 0.06, base), QPointF(self.width() * 0.94, base))
        paint_strokes(painter, QRectF(self.rect()), self.strokes)


class DrawDialog(Dialog):
    """Asks for a drawn name, and says what it is worth."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Draw the name of {name}", name=who), _("Use the picture"), parent)
        self.pad = Pad()
        told = _(
            "A drawn name is a picture. It does not prove who drew it, or that the plan is unchanged. "
            "Sign with a certificate or in your own signing service when that is needed."
        )
        again = Button(_("Begin anew"), ButtonKind.QUIET, "rotate-ccw")
        again.clicked.connect(self.pad.clear)
        self.body.addWidget(self.pad)
        self.body.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Label(told, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        self.check_with(self._refuse_nothing)

    def strokes(self) -> str:
        """Return what was drawn as it is kept."""
        return json.dumps(self.pad.strokes, separators=(",", ":"))

    def _refuse_nothing(self, _values: dict[str, Any]) -> None:
        if not any(self.pad.strokes):
            raise NothingDrawn
