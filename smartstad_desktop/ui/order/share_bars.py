"""What weights come to: a bar per criterion with its share, and where the municipalities’ own shares lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.order.scoring import Spread
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.order_cells import paint_badge, shade_of

_ROW: Final = 46
_BADGE: Final = 20
_FIGURE: Final = 56


class ShareBars(QWidget):
    """Bars to look at; a screen reader hears the shares as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._spreads: tuple[Spread | None, ...] = ()
        self.shares: tuple[float, ...] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_criteria(self, names: Sequence[str], spreads: Sequence[Spread | None]) -> None:
        """Show these criteria, with the spread of what municipalities arrived at where enough of them did."""
        self._names, self._spreads = tuple(names), tuple(spreads)
        self.updateGeometry()
        self.update()

    def show_shares(self, shares: Sequence[float] | None) -> None:
        """Show *shares*; None shows that there is nothing to say yet."""
        self.shares = None if shares is None else tuple(shares)
        percent = current().percent
        told = (
            _("no weights yet")
            if self.shares is None
            else ", ".join(f"{name} {percent(share)}" for name, share in zip(self._names, self.shares, strict=True))
        )
        self.setAccessibleName(_("What it comes to: {told}", told=told))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of all bars."""
        space = theme.current().space
        return QSize(space(150), max(1, len(self._names)) * space(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars on a common scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max([*(self.shares or ()), *(each.highest for each in self._spreads if each is not None), 0.01])
        for number, name in enumerate(self._names):
            self._paint_row(painter, number, name, most)

    def _paint_row(self, painter: QPainter, number: int, name: str, most: float) -> None:
        look = theme.current()
        space = look.space
        top, badge, figure = number * space(_ROW), space(_BADGE), space(_FIGURE)
        paint_badge(painter, QRectF(0, top, badge, badge), number)
        left = badge + space(8)
        room = self.width() - left
        painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
        painter.setPen(look.colour(Role.INK))
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room - figure)
        side = Qt.AlignmentFlag
        painter.drawText(QRectF(left, top, room - figure, badge), side.AlignVCenter | side.AlignLeft, words)
        shown = "–" if self.shares is None else current().percent(self.shares[number])
        painter.drawText(QRectF(self.width() - figure, top, figure, badge), side.AlignVCenter | side.AlignRight, shown)
        lane = QRectF(left, top + badge + space(4), room, space(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.HOVER))
        painter.drawRoundedRect(lane, 4, 4)
        if self.shares is not None and self.shares[number] > 0:
            painter.setBrush(look.colour(shade_of(number)))
            painter.setPen(QPen(look.colour(Role.INK_FAINT), 1))
            painter.drawRoundedRect(
                QRectF(lane.left(), lane.top(), lane.width() * self.shares[number] / most, lane.height()), 4, 4
            )
        spread = self._spreads[number]
        if spread is not None:
            self._paint_spread(painter, lane, spread, most)

    def _paint_spread(self, painter: QPainter, lane: QRectF, spread: Spread, most: float) -> None:
        """Paint a line from the lowest to the highest share of a municipality, with a stroke at the mean."""
        painter.setPen(QPen(theme.current().colour(Role.INK), 2))
        y = lane.bottom() + 4
        low, mean, high = (
            lane.left() + lane.width() * each / most for each in (spread.lowest, spread.mean, spread.highest)
        )
        painter.drawLine(round(low), round(y), round(high), round(y))
        painter.drawLine(round(mean), round(lane.top() - 2), round(mean), round(y))
