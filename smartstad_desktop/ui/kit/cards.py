"""A project as a card: title in a few lines, marks, budget, contribution.

Each card is painted once and kept as a picture, keyed by face, state, size and look: a frame of a drag then copies
pictures (4 Minstr) instead of laying out text (17).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_marks
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Type, Weight, font

#: Kept pictures; at 1080 lines some fifty cards are seen at once.
KEPT: Final = 400
CONTRIBUTIONS: Final = 4
_PAD, _GAP, _RADIUS = 14, 12, 10


@dataclass(frozen=True, slots=True)
class CardFace:
    """All that a card shows. Two cards with equal faces look the same."""

    key: Hashable
    title: str
    marks: tuple[Mark, ...] = ()
    budget: str = ""
    #: How much the project gives to the goals, 0 to 4; None is not drawn.
    contribution: int | None = None
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card is shown at the moment."""

    is_selected: bool = False
    is_hovered: bool = False
    is_focused: bool = False
    #: The card is in the hand: its old place shows it faintly.
    is_lifted: bool = False


class CardPainter:
    """Paints cards at one scale, with titles of at most so many lines, and keeps the pictures."""

    def __init__(self, scale: float = 1.0, *, lines: int = 2) -> None:
        self.scale = scale
        self._limit = lines
        self._pictures: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._heights: dict[tuple[object, ...], int] = {}

    def set_scale(self, scale: float) -> None:
        """Paint larger or smaller from now on."""
        self.scale = scale
        self.forget()

    def forget(self) -> None:
        """Throw the kept pictures away, after a change of theme or size."""
        self._pictures.clear()
        self._heights.clear()

    def height(self, face: CardFace, width: int) -> int:
        """Return how high the card is at *width*: the lines of its title, and a foot of one or two rows."""
        key = (face.title, len(face.marks), face.budget, width, self.scale)
        found = self._heights.get(key)
        if found is None:
            lines = len(lines_of(face.title, self._title_font(), width - 2 * self._px(_PAD), self._limit))
            line = QFontMetricsF(self._title_font()).height()
            foot = self._foot() + (self._foot() + self._px(6) if self._is_narrow(face, width) else 0)
            found = self._heights[key] = round(2 * self._px(11) + lines * line + self._px(8) + foot)
        return found

    def picture(self, face: CardFace, width: int, state: CardState, ratio: float) -> QPixmap:
        """Return the card as a picture."""
        key = (face, width, state, ratio, self.scale, theme.current().name)
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = self._draw(face, width, state, ratio)
            if len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(key)
        return found

    def _px(self, pixels: float) -> float:
        return pixels * self.scale

    def _foot(self) -> int:
        return mark_size(self.scale).height()

    def _is_narrow(self, face: CardFace, width: int) -> bool:
        """Return whether the marks need a row of their own: beside budget and squares they would shrink to a number."""
        marks = sum(mark_size(self.scale, mark.letters).width() + self._px(4) for mark in face.marks)
        budget = QFontMetricsF(self._small_font()).horizontalAdvance(face.budget)
        squares = 0.0 if face.contribution is None else self._px(CONTRIBUTIONS * 11 + (CONTRIBUTIONS - 1) * 3)
        gaps = self._px(_GAP) * (bool(face.marks) + (face.contribution is not None))
        return marks + budget + squares + gaps > width - 2 * self._px(_PAD)

    def _title_font(self) -> QFont:
        return font(round(Type.STRONG * self.scale), Weight.SEMIBOLD)

    def _draw(self, face: CardFace, width: int, state: CardState, ratio: float) -> QPixmap:
        height = self.height(face, width)
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state.is_lifted:
            painter.setOpacity(0.35)
        self._draw_sheet(painter, QRectF(0, 0, width, height), state)
        self._draw_title(painter, face.title, width)
        self._draw_foot(painter, face, QRectF(0, 0, width, height))
        painter.end()
        return picture

    def _draw_sheet(self, painter: QPainter, room: QRectF, state: CardState) -> None:
        look = theme.current()
        edge, thickness = Role.LINE_SOFT, 1.0
        if state.is_hovered:
            edge = Role.LINE_CONTROL
        if state.is_selected or state.is_focused:
            edge, thickness = (Role.FOCUS if state.is_focused else Role.PRIMARY), 2.0
        painter.setPen(QPen(look.colour(edge), thickness))
        painter.setBrush(look.colour(Role.PRIMARY_TINT if state.is_selected else Role.PAPER))
        inset = thickness / 2
        radius = self._px(_RADIUS)
        painter.drawRoundedRect(room.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _draw_title(self, painter: QPainter, title: str, width: int) -> None:
        made = self._title_font()
        painter.setFont(made)
        painter.setPen(theme.current().colour(Role.INK))
        metrics = QFontMetricsF(made)
        top = self._px(11) + metrics.ascent()
        for text in lines_of(title, made, width - 2 * self._px(_PAD), self._limit):
            painter.drawText(QPointF(self._px(_PAD), top), text)
            top += metrics.height()

    def _draw_foot(self, painter: QPainter, face: CardFace, room: QRectF) -> None:
        foot, pad = self._foot(), self._px(_PAD)
        top = room.height() - self._px(11) - foot
        right = room.width() - pad
        if face.contribution is not None:
            right = self._draw_contribution(painter, face.contribution, right, top + foot / 2)
        left = pad
        if self._is_narrow(face, round(room.width())):
            above = QPointF(pad, top - foot - self._px(6))
            paint_marks(painter, above, face.marks, scale=self.scale, room=room.width() - 2 * pad)
        elif face.marks:
            left += paint_marks(painter, QPointF(pad, top), face.marks, scale=self.scale) + self._px(_GAP)
        painter.setFont(self._small_font())
        painter.setPen(theme.current().colour(Role.INK_SOFT))
        told = painter.fontMetrics().elidedText(face.budget, Qt.TextElideMode.ElideRight, int(right - left))
        painter.drawText(QRectF(left, top, right - left, foot), Qt.AlignmentFlag.AlignVCenter, told)
        if face.is_private:
            side = round(self._px(15))
            budget = QFontMetricsF(self._small_font()).horizontalAdvance(face.budget)
            picture = icons.pixmap("lock", Role.ATTENTION, side, painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(left + budget + self._px(8), top + (foot - side) / 2), picture)

    def _small_font(self) -> QFont:
        return font(round(Type.BODY * self.scale * 0.9), Weight.REGULAR, figures=True)

    def _draw_contribution(self, painter: QPainter, count: int, right: float, middle: float) -> float:
        look, side, gap = theme.current(), self._px(11), self._px(3)
        left = right - CONTRIBUTIONS * side - (CONTRIBUTIONS - 1) * gap
        for number in range(CONTRIBUTIONS):
            full = number < count
            painter.setPen(QPen(look.colour(Role.PRIMARY if full else Role.LINE), 1))
            painter.setBrush(look.colour(Role.PRIMARY if full else Role.HEAT_0))
            place = QRectF(left + number * (side + gap), middle - side / 2, side, side)
            painter.drawRoundedRect(place, self._px(2.5), self._px(2.5))
        return left


class CardDelegate(QStyledItemDelegate):
    """Shows rows as cards in a list view; *face* turns a row into what its card shows."""

    def __init__(
        self, face: Callable[[object], CardFace], painter: CardPainter | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.face = face
        self.cards = painter or CardPainter()
        self.lifted: frozenset[Hashable] = frozenset()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of the card at the width of the view."""
        width = self._width(option)
        return QSize(width, self.cards.height(self.face(index.data(ROW_ROLE)), width))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Copy the kept picture of the card."""
        face = self.face(index.data(ROW_ROLE))
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        room = getattr(option, "rect")  # noqa: B009  see above
        shown = CardState(
            is_selected=bool(state & QStyle.StateFlag.State_Selected),
            is_hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            is_focused=bool(state & QStyle.StateFlag.State_HasFocus),
            is_lifted=face.key in self.lifted,
        )
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(room.topLeft(), self.cards.picture(face, room.width(), shown, ratio))

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = getattr(option, "widget")  # noqa: B009  the stubs do not know the fields of Qt's C++ struct
        return view.viewport().width() if view is not None else 260
