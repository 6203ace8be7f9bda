"""The board as it stood at a moment: columns with cards, the one that moved marked by an edge and an arrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.reads.workshop.replay import Frame, ReplayColumn
from smartstad_desktop.reads.workshop.replay_cards import ReplayCard
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.replay.replay_words import column_of, is_moved, title_of

_CARD: Final = 46
_HEAD: Final = 40
_GAP: Final = 6
_LINES: Final = 2
_BETWEEN: Final = 12
_PAD: Final = 10


class ReplayBoard(QWidget):
    """Paints one moment; where a column is too full, the part around what moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("The board at this moment"))

    @override
    def sizeHint(self) -> QSize:
        space = theme.current().space
        return QSize(space(900), space(380))

    @override
    def minimumSizeHint(self) -> QSize:
        space = theme.current().space
        return QSize(space(480), space(200))

    def show_frame(self, frame: Frame) -> None:
        """Show a moment."""
        self.frame = frame
        names = [f"{column_of(column.name)}: {len(column.cards)}" for column in frame.columns]
        self.setAccessibleDescription(", ".join(names))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.frame is None or not self.frame.columns:
            self._paint_nothing(painter)
            return
        gap = theme.current().space(_BETWEEN)
        count = len(self.frame.columns)
        wide = (self.width() - gap * (count - 1)) / count
        for number, column in enumerate(self.frame.columns):
            self._paint_column(painter, QRectF(number * (wide + gap), 0, wide, self.height()), column)

    def _paint_nothing(self, painter: QPainter) -> None:
        painter.setPen(theme.current().colour(Role.INK_SOFT))
        painter.setFont(text_font(Type.BODY))
        words = _("The workshop has no board, so there are only phases and what was written down.")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_column(self, painter: QPainter, room: QRectF, column: ReplayColumn) -> None:
        look = theme.current()
        pad = look.space(_PAD)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.COLUMN))
        painter.drawRoundedRect(room, 10, 10)
        painter.setPen(look.colour(Role.INK))
        painter.setFont(text_font(Type.STRONG, Weight.BOLD))
        head = QRectF(room.left() + pad, room.top(), room.width() - 2 * pad, look.space(_HEAD))
        name = f"{column_of(column.name)}  {len(column.cards)}"
        self._write(painter, head, name)
        body = room.adjusted(pad / 2, look.space(_HEAD), -pad / 2, -pad / 2)
        self._paint_cards(painter, body, column)

    def _paint_cards(self, painter: QPainter, room: QRectF, column: ReplayColumn) -> None:
        step = theme.current().space(_CARD + _GAP)
        fitting = max(1, int((room.height() + theme.current().space(_GAP)) // step))
        cards = column.cards
        first = self._first(cards, fitting)
        shown = cards[first : first + fitting]
        rest = len(cards) - len(shown)
        if rest and len(shown) > 1:
            shown = shown[:-1] if not self._moved(shown[-1]) else shown[1:]
            rest = len(cards) - len(shown)
        top = room.top()
        for card in shown:
            self._paint_card(painter, QRectF(room.left(), top, room.width(), theme.current().space(_CARD)), card)
            top += step
        if rest:
            painter.setPen(theme.current().colour(Role.INK_SOFT))
            painter.setFont(text_font(Type.CAPTION))
            more = QRectF(room.left() + 6, top, room.width() - 12, theme.current().space(_CARD))
            self._write(painter, more, _("… and {count} more", count=rest))

    def _first(self, cards: tuple[ReplayCard, ...], fitting: int) -> int:
        """Return which card to begin with, so that what moved can be seen."""
        at = next((number for number, card in enumerate(cards) if self._moved(card)), 0)
        return max(0, min(at - fitting // 2, len(cards) - fitting))

    def _moved(self, card: ReplayCard) -> bool:
        return self.frame is not None and is_moved(self.frame, card)

    def _paint_card(self, painter: QPainter, room: QRectF, card: ReplayCard) -> None:
        look, moved = theme.current(), self._moved(card)
        painter.setPen(QPen(look.colour(Role.FOCUS if moved else Role.LINE), 2 if moved else 1))
        painter.setBrush(look.colour(Role.PRIMARY_TINT if moved else Role.PAPER))
        painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 7, 7)
        left = room.left() + look.space(8)
        if moved:
            # Not by colour alone: an arrow stands before what moved.
            painter.setPen(look.colour(Role.PRIMARY_DEEP))
            painter.setFont(text_font(Type.STRONG, Weight.BOLD))
            arrow = QRectF(left, room.top(), look.space(16), room.height())
            painter.drawText(arrow, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "\N{RIGHTWARDS ARROW}")
            left += look.space(18)
        if card.mark is not None:
            size = mark_size(look.scale * 0.86, card.mark.letters)
            place = QPointF(left, room.center().y() - size.height() / 2)
            mark = Mark(card.mark.letters, card.mark.colour, card.mark.name)
            paint_mark(painter, QRectF(place.x(), place.y(), size.width(), size.height()), mark, look.scale * 0.86)
            left += size.width() + look.space(8)
        painter.setPen(look.colour(Role.INK))
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD if moved else Weight.REGULAR))
        self._write_lines(
            painter, QRectF(left, room.top(), room.right() - left - look.space(8), room.height()), title_of(card)
        )

    @staticmethod
    def _write_lines(painter: QPainter, room: QRectF, text: str) -> None:
        lines = lines_of(text, painter.font(), room.width(), _LINES)
        high = QFontMetricsF(painter.font()).height()
        top = room.center().y() - high * len(lines) / 2
        for number, line in enumerate(lines):
            painter.drawText(QPointF(room.left(), top + high * number + QFontMetricsF(painter.font()).ascent()), line)

    @staticmethod
    def _write(painter: QPainter, room: QRectF, text: str) -> None:
        fitted = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)
