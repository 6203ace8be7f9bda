"""The organisation picture on the screen: bodies and seats are chosen by pointer or by arrow keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import drawing_paint, theme
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.governance.organisation_picture import Picture, Room, Target

#: The picture fills the width, but no more enlarged and no smaller than this at the normal text size.
_LEAST: Final = 1.15
_MOST: Final = 1.45
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


class OrganisationPicture(QWidget):
    """The sheet with the picture. It changes nothing: it tells what is chosen and what is to be opened."""

    #: Carries a ``Target``: what the form beside is to show.
    chosen = Signal(object)
    #: Enter or a double click: the user wants to write in the form.
    opened = Signal()
    #: Delete: the chosen one is to be removed.
    deleting = Signal()
    #: Alt and an arrow: the chosen one is to change places with its neighbour; carries -1 or 1.
    moving = Signal(int)
    #: The room on the sheet that must be seen; carries a ``QRectF``.
    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._target: Target | None = None
        self._hovered: Target | None = None
        self._width = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Organisation picture"))

    @property
    def target(self) -> Target | None:
        """Return what is chosen."""
        return self._target

    @property
    def scale(self) -> float:
        """Return how many pixels a point of the drawing has."""
        if self._picture is None:
            return 1.0
        size = theme.current().scale
        return min(_MOST * size, max(_LEAST * size, self._width / self._picture.drawing.width))

    def show_picture(self, picture: Picture) -> None:
        """Show *picture* from now on; what was chosen stays chosen where it still is."""
        self._picture = picture
        self.setAccessibleDescription(picture.drawing.alternative)
        if self._target not in picture.rooms:
            self._target = None
        self._fit()

    def fit(self, width: int) -> None:
        """Fill *width* as far as that stays readable."""
        self._width = width
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the whole picture."""
        if self._picture is None:
            return QSize(1, 1)
        drawing, scale = self._picture.drawing, self.scale
        return QSize(max(self._width, round(drawing.width * scale)), round(drawing.height * scale))

    def choose(self, target: Target | None) -> None:
        """Mark *target* as chosen without telling."""
        self._target = target
        self.update()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, then what is chosen."""
        if self._picture is None:
            return
        look, scale = theme.current(), self.scale
        painter = QPainter(self)
        painter.translate(self._left(), 0)
        painter.scale(scale, scale)
        drawing_paint.paint(painter, self._picture.drawing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for target, role, width in (
            (self._hovered, Role.PRIMARY, 0.8),
            (self._target, Role.FOCUS, 2.4 if self.hasFocus() else 1.4),
        ):
            room = self._room(target)
            if room is not None:
                painter.setPen(QPen(look.colour(role), width))
                painter.drawRoundedRect(_frame(room), 6, 6)

    def _room(self, target: Target | None) -> Room | None:
        return None if target is None or self._picture is None else self._picture.rooms.get(target)

    def _left(self) -> float:
        if self._picture is None:
            return 0.0
        return max(0.0, (self.width() - self._picture.drawing.width * self.scale) / 2)

    # Pointer

    def target_at(self, point: QPointF) -> Target | None:
        """Return the seat, or else the body, at a point of the sheet."""
        if self._picture is None:
            return None
        x, y = (point.x() - self._left()) / self.scale, point.y() / self.scale
        found = [target for target, room in self._picture.rooms.items() if room.holds(x, y)]
        # A seat lies in its body and stands after it.
        return found[-1] if found else None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed."""
        found = self.target_at(event.position())
        if found is not None:
            self._tell(found)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is chosen."""
        if self.target_at(event.position()) is not None:
            self.opened.emit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be chosen."""
        found = self.target_at(event.position())
        if found != self._hovered:
            self._hovered = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            self.update()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows (left and right by bodies), move with Alt, open with Enter, remove with Delete."""
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moving.emit(_STEPS[key])
        elif key in _STEPS:
            self._walk(_STEPS[key], is_body=key in {Qt.Key.Key_Left, Qt.Key.Key_Right})
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self._target:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete and self._target:
            self.deleting.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int, *, is_body: bool) -> None:
        if self._picture is None or not self._picture.rooms:
            return
        everything = list(self._picture.rooms)
        at = everything.index(self._target) if self._target else -1 if step > 0 else len(everything)
        places = range(len(everything))
        wanted = [place for place in places if everything[place][0] == "body"] if is_body else list(places)
        ahead = [place for place in wanted if (place > at if step > 0 else place < at)]
        if ahead:
            self._tell(everything[min(ahead) if step > 0 else max(ahead)])

    def _tell(self, target: Target) -> None:
        self._target = target
        self.update()
        self.reached.emit(self.place_of(target))
        self.chosen.emit(target)

    def place_of(self, target: Target) -> QRectF:
        """Return where *target* lies on the sheet; nothing when it is not there."""
        room, scale = self._room(target), self.scale
        if room is None:
            return QRectF()
        return QRectF(self._left() + room.x * scale, room.y * scale, room.width * scale, room.height * scale)


class PictureArea(QScrollArea):
    """The picture with bars where it is larger than the room for it."""

    def __init__(self, picture: OrganisationPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setWidget(picture)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        picture.setAutoFillBackground(False)
        picture.reached.connect(self._show)

    def _show(self, room: QRectF) -> None:
        middle = room.center()
        self.ensureVisible(
            round(middle.x()), round(middle.y()), round(room.width() / 2) + 12, round(room.height() / 2) + 12
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the picture fill the width that is left."""
        super().resizeEvent(event)
        self._picture.fit(self.viewport().width())


def _frame(room: Room) -> QRectF:
    return QRectF(room.x, room.y, room.width, room.height).adjusted(-1, -1, 1, 1)
