"""Where the cards of a column are seen: the same rows as Qt's own layout, plus the gaps that open between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QListView

from smartstad_desktop.ui.cards.gaps import Gaps
from smartstad_desktop.ui.cards.rows import CardRow, face_of
from smartstad_desktop.ui.cards.sizes import Sizes
from smartstad_desktop.ui.kit.cards import CardPainter

_AIR: Final = 10


class CardLayout:
    """Places cards beneath each other and knows which are seen."""

    def __init__(self, view: QListView, cards: CardPainter, sizes: Sizes) -> None:
        self._view, self._cards = view, cards
        self.sizes = sizes
        self.gaps = Gaps(view)
        self._rows: Sequence[CardRow] = ()
        self._tops: list[int] = []

    @property
    def air(self) -> int:
        """Return the distance between two cards."""
        return self.sizes.card_px(_AIR)

    @property
    def tops(self) -> list[int]:
        """Return where each card begins, and at the end where the next one would."""
        if not self._tops:
            width, air = self._width(), self.air
            tops = [0]
            for row in self._rows:
                tops.append(tops[-1] + self._cards.height(face_of(row), width) + air)
            self._tops = tops
        return self._tops

    def show(self, rows: Sequence[CardRow]) -> None:
        """Lay out other rows."""
        self._rows = rows
        self.forget()

    def forget(self) -> None:
        """Work everything out anew: widths, sizes or titles have changed."""
        self._tops = []

    def height(self, first: int, last: int) -> int:
        """Return how high the rows from *first* to *last* are together."""
        return self.tops[last + 1] - self.tops[first]

    def card_rect(self, row: int) -> QRect:
        """Return where the card of *row* is seen in the viewport, without the air beneath it."""
        top = self.tops[row] - self._offset() + round(self.gaps.above(row))
        return QRect(0, top, self._width(), self.height(row, row) - self.air)

    def slot_rect(self) -> QRect:
        """Return where the drop place is seen; nothing when there is none."""
        slot = self.gaps.slot
        if slot is None:
            return QRect()
        row, height = slot
        top = self.tops[min(row, len(self.tops) - 1)] - self._offset() + round(self.gaps.before_slot(row))
        return QRect(0, top, self._width(), round(height) - self.air)

    def seen_rows(self) -> range:
        """Return the rows that may be seen."""
        count, offset = len(self.tops) - 1, self._offset()
        slack = self.height(0, 0) * 2 if count else 0
        first = max(0, bisect_right(self.tops, offset - slack) - 1)
        last = bisect_right(self.tops, offset + self._view.viewport().height() + slack)
        return range(first, min(count, last))

    def row_at(self, at: QPoint) -> int | None:
        """Return the row whose card is seen at *at*; None between and below the cards."""
        return next((row for row in self.seen_rows() if self.card_rect(row).contains(at)), None)

    def row_for(self, at: QPoint) -> int:
        """Return above which row something put down at *at* would come to lie; one past the last is the end."""
        below = (row for row in self.seen_rows() if at.y() < self.card_rect(row).center().y())
        return next(below, len(self.tops) - 1)

    def _width(self) -> int:
        return self._view.viewport().width()

    def _offset(self) -> int:
        return self._view.verticalScrollBar().value()
