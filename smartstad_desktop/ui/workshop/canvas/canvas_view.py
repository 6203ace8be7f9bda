"""The canvas of benefit and effort: items as cards where they lie, and the lines between the quadrants."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.voting import Rules
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.canvas import canvas_paint as paint
from smartstad_desktop.ui.workshop.canvas.canvas_paint import CanvasCard, CardPictures, Density
from smartstad_desktop.ui.workshop.canvas.canvas_place import Scale, apart, do_overlap

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
#: Room around the ground for the words of the axes, and inside it for cards at the ends of the scale.
_WORDS, _EDGE_X, _EDGE_Y = 26, 66, 24


class CanvasView(QListView):
    """Shows cards and tells what is asked for; it moves nothing itself."""

    #: Carries the number of an item.
    chosen = Signal(int)
    #: Carries the number of an item and by how much its effort and its benefit are to change.
    stepped = Signal(int, float, float)
    #: The chosen card is to be taken up; the next click puts it down.
    taken_up = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = RowsModel[CanvasCard](
            [Column("", lambda card: card.text)], key=lambda card: card.number, accessible=_spoken, parent=self
        )
        self.pictures = CardPictures()
        self.scale = Scale(QRectF(), 1, 10)
        self.cut = (5.5, 5.5)
        #: Where something held would land, as effort and benefit.
        self.aim: tuple[float, float] | None = None
        self.lifted: int | None = None
        self.has_halo = True
        self._boxes: list[QRectF] = []
        self._ground: QPixmap | None = None
        self.setModel(self.cards)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Canvas of benefit and effort"))
        self.viewport().setAutoFillBackground(False)
        self.setMinimumSize(theme.current().space(360), theme.current().space(300))

    # What is shown

    @property
    def number(self) -> int | None:
        """Return the item that is chosen."""
        card = self.cards.row_at(self.currentIndex())
        return None if card is None else card.number

    def show_rules(self, rules: Rules) -> None:
        """Take scale and lines from a round."""
        if (rules.low, rules.high) != (self.scale.low, self.scale.high):
            self.scale = Scale(self._inner(), rules.low, rules.high)
            self.relayout()
        if rules.cut != self.cut:
            self.show_cut(rules.cut)

    def show_cut(self, cut: tuple[float, float]) -> None:
        """Show the lines at effort and benefit."""
        self.cut = cut
        self._ground = None
        self.viewport().update()

    def show_cards(self, cards: list[CanvasCard]) -> None:
        """Show cards where they lie; what is chosen stays chosen."""
        if cards != list(self.cards.rows) or len(self._boxes) != len(cards):
            self.cards.show(cards)
            self.relayout()

    def choose(self, number: int) -> None:
        """Choose a card."""
        index = self.cards.index_of(number)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def relayout(self) -> None:
        """Place the cards anew."""
        self.scale = Scale(self._inner(), self.scale.low, self.scale.high)
        cards = self.cards.rows
        self.pictures.fit(cards, self.ground_room())
        points = [self.scale.point(card.effort, card.benefit) for card in cards]
        self._boxes = apart(points, [self.pictures.size(card) for card in cards], self.ground_room())
        # Cards that answers have heaped up may not find room even on a sheet that is large enough for all of them.
        while do_overlap(self._boxes) and self.pictures.say_less():
            self._boxes = apart(points, [self.pictures.size(card) for card in cards], self.ground_room())
        self.viewport().update()

    def box(self, row: int) -> QRectF:
        """Return where the card of *row* is seen."""
        return self._boxes[row] if row < len(self._boxes) else QRectF()

    def aim_at(self, place: tuple[float, float] | None) -> None:
        """Show where something held would land."""
        self.aim = place
        self.viewport().update()

    def lift(self, number: int | None) -> None:
        """Show that a card is in the hand."""
        self.lifted = number
        self.viewport().update()

    def ground_room(self) -> QRectF:
        """Return the sheet of the quadrants."""
        words = theme.current().space(_WORDS)
        return QRectF(self.viewport().rect()).adjusted(words, 1, -1, -words)

    def _inner(self) -> QRectF:
        space = theme.current().space
        return self.ground_room().adjusted(space(_EDGE_X), space(_EDGE_Y), -space(_EDGE_X), -space(_EDGE_Y))

    # What Qt asks

    @override
    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return where a card is seen, also for a screen reader."""
        return self.box(index.row()).toRect() if index.isValid() else QRect()

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        """Return the card at a point; the chosen one lies on top."""
        order = [*self._order()][::-1]
        row = next((row for row in order if self.box(row).contains(QPointF(p))), None)
        return QModelIndex() if row is None else self.cards.index(row, 0)

    def _order(self) -> list[int]:
        """Return the rows as they are painted, the chosen one last."""
        chosen = self.currentIndex().row()
        return sorted(range(len(self._boxes)), key=lambda row: row == chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._ground = None
        self.relayout()

    @override
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]  the stubs name a persistent index too
        """Tell what is chosen."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if self.number is not None:
            self.chosen.emit(self.number)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; nothing is moved by a press."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Leave it to the hand."""
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave it to the hand."""
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step the chosen card with the arrows, take it up with M; Page keys go from card to card."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self.number is not None:
            self.stepped.emit(self.number, *_ARROWS[key])
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} and self.cards.rows:
            step = 1 if key == Qt.Key.Key_PageDown else -1
            row = (self.currentIndex().row() + step) % len(self.cards.rows)
            self.setCurrentIndex(self.cards.index(row, 0))
        elif key == Qt.Key.Key_M and self.number is not None:
            self.taken_up.emit(self.number)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the ground and the cards; the chosen one with its halo and its dots."""
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._ground_picture())
        chosen = self.cards.row_at(self.currentIndex())
        if chosen is not None and self.has_halo:
            paint.paint_halo(painter, self.scale, chosen)
        cards, ratio, area = self.cards.rows, self.devicePixelRatioF(), QRectF(event.rect())
        for card, box in zip(cards, self._boxes, strict=False):
            paint.paint_way(painter, self.scale, card, is_chosen=False)
            paint.paint_thread(painter, box, self.scale.point(card.effort, card.benefit))
        for card, box in zip(cards, self._boxes, strict=False):
            if card is not chosen and box.intersects(area):
                picture = self.pictures.picture(card, ratio, is_lifted=card.number == self.lifted)
                painter.drawPixmap(box.topLeft().toPoint(), picture)
        if chosen is not None:
            self._paint_chosen(painter, chosen)
        if self.aim is not None:
            self._paint_aim(painter, self.aim)

    def _paint_chosen(self, painter: QPainter, card: CanvasCard) -> None:
        """Paint the chosen card with its whole title, its way and its dots on top."""
        room, box = self.ground_room(), self.box(self.currentIndex().row())
        size = self.pictures.size(card, Density.FULL)
        left = min(max(box.center().x() - size.width() / 2, room.left()), room.right() - size.width())
        top = min(max(box.center().y() - size.height() / 2, room.top()), room.bottom() - size.height())
        is_lifted = card.number == self.lifted
        picture = self.pictures.picture(
            card, self.devicePixelRatioF(), is_chosen=True, is_lifted=is_lifted, density=Density.FULL
        )
        paint.paint_way(painter, self.scale, card, is_chosen=True)
        painter.drawPixmap(round(left), round(top), picture)
        paint.paint_dots(painter, self.scale, card)

    def _paint_aim(self, painter: QPainter, place: tuple[float, float]) -> None:
        at, room = self.scale.point(*place), self.ground_room()
        painter.setPen(theme.current().colour(Role.PRIMARY))
        painter.drawLine(QPointF(at.x(), room.top()), QPointF(at.x(), room.bottom()))
        painter.drawLine(QPointF(room.left(), at.y()), QPointF(room.right(), at.y()))

    def _ground_picture(self) -> QPixmap:
        if self._ground is None:
            ratio, size = self.devicePixelRatioF(), self.viewport().size()
            made = QPixmap(size * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            paint.paint_ground(painter, self.ground_room(), self.scale, self.cut)
            painter.end()
            self._ground = made
        return self._ground


def _spoken(card: CanvasCard) -> str:
    number = current().number
    return _(
        "{title}: benefit {benefit}, effort {effort}",
        title=card.text,
        benefit=number(card.benefit, 1),
        effort=number(card.effort, 1),
    )
