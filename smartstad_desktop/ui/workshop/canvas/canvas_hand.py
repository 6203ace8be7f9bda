"""The hand over the canvas: a card is dragged, or taken up and put down with two clicks, to a whole step."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.workshop.canvas.canvas_paint import CanvasCard, Density
from smartstad_desktop.ui.workshop.canvas.canvas_tray import CanvasTray
from smartstad_desktop.ui.workshop.canvas.canvas_view import CanvasView

#: A place in the tray: the item has no answer there.
_NOWHERE = "tray"


class CanvasHand(QObject):
    """Lifts cards from the canvas and from the tray beside it."""

    #: Carries the number of an item and where it was put: effort and benefit, or None for back into the tray.
    put = Signal(int, object)

    def __init__(self, over: QWidget, canvas: CanvasView, tray: CanvasTray) -> None:
        super().__init__(over)
        self._canvas, self._tray = canvas, tray
        self.is_locked = False
        self.dragging = Dragging(over, self)
        self.dragging.watch(canvas)
        self.dragging.watch(tray)
        canvas.taken_up.connect(self.take_up)
        tray.taken_up.connect(self.take_up)

    def take_up(self, number: int) -> None:
        """Take a card up; the next click puts it down."""
        card = self._card(number)
        if card is None or self.is_locked:
            return
        picture = self._picture(card)
        middle = self._middle(picture)
        pointer = QCursor.pos()
        if not self._canvas.rect().contains(self._canvas.mapFromGlobal(pointer)):
            pointer = self._canvas.viewport().mapToGlobal(self._canvas.ground_room().center().toPoint())
        self.dragging.carry(Load(number, picture, middle), pointer)

    def _card(self, number: int) -> CanvasCard | None:
        rows = (*self._canvas.cards.rows, *self._tray.cards.rows)
        return next((card for card in rows if card.number == number), None)

    def _picture(self, card: CanvasCard) -> QPixmap:
        ratio = self._canvas.devicePixelRatioF()
        return self._canvas.pictures.picture(card, ratio, is_chosen=True, density=Density.FULL)

    def _middle(self, picture: QPixmap) -> QPoint:
        size = picture.size() / picture.devicePixelRatio()
        return QPoint(size.width() // 2, size.height() // 2)

    # What dragging asks (``DragHost``).

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the card at *at*; it is held in its middle, for that is what tells where it lies."""
        rows = self._canvas.cards if view is self._canvas else self._tray.cards
        card = rows.row_at(view.indexAt(at))
        if card is None or self.is_locked:
            return None
        picture = self._picture(card)
        return Load(card.number, picture, self._middle(picture))

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:  # noqa: ARG002  every card may land everywhere
        """Return the nearest step of the scale, or the tray."""
        if view is self._tray:
            return _NOWHERE
        effort, benefit = self._canvas.scale.value(QPointF(at))
        return float(round(effort)), float(round(benefit))

    def show_place(self, place: object | None) -> None:
        """Show the two values as a cross, and in words above what is held."""
        is_place = isinstance(place, tuple)
        values = cast("tuple[float, float]", place) if is_place else None
        self._canvas.aim_at(values)
        name = "" if values is None else place_words(values)
        self.dragging.ghost.show_name(_("Drop here: no answer") if place == _NOWHERE else name)

    def drop(self, load: Load, place: object) -> None:
        """Ask for the two values; the card lies there once they have been written and read again."""
        values = cast("tuple[float, float]", place) if isinstance(place, tuple) else None
        self.put.emit(cast("int", load.value), values)

    def lifted(self, load: Load | None) -> None:
        """Show the card faintly where it came from, and a closed hand."""
        self._canvas.lift(None if load is None else cast("int", load.value))
        if load is None:
            QApplication.restoreOverrideCursor()
        else:
            QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)


def place_words(values: tuple[float, float]) -> str:
    """Return two values as one says them."""
    return _("Benefit {benefit}, effort {effort}", benefit=round(values[1]), effort=round(values[0]))
