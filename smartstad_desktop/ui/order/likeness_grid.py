"""How alike municipalities score, two and two: a number and a shade in each box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.order.disagreement import Alike
from smartstad_desktop.domain.order.weighed import Judge
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.marks import Mark, paint_mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

_BOX: Final = 34
_LEAST: Final = 18
_HEAD: Final = 34
#: From these likenesses on, the shades of the boxes.
_SHADES: Final = ((0.85, Role.HEAT_3, Role.ON_PRIMARY), (0.7, Role.HEAT_2, Role.INK), (0.5, Role.HEAT_1, Role.INK))
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class LikenessGrid(QWidget):
    """A box per pair; choosing one tells which projects part the two."""

    #: Carries the two municipalities of the chosen box.
    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judges: tuple[Judge, ...] = ()
        self._pairs: Mapping[tuple[int, int], Alike] = {}
        self._current: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pairs(self, judges: Sequence[Judge], pairs: Mapping[tuple[int, int], Alike]) -> None:
        """Show the likeness of each pair, known by the smaller and the larger id."""
        self._judges, self._pairs = tuple(judges), pairs
        self._current = None
        self.setAccessibleName(_("How alike the municipalities score"))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of all boxes and the marks around them."""
        space = theme.current().space
        return QSize(space(_HEAD) + len(self._judges) * space(_LEAST), self.heightForWidth(self.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        """Say that narrower boxes are lower too."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """Return the height of all rows."""
        return theme.current().space(_HEAD) + round(len(self._judges) * self._side(width))

    def _side(self, width: int) -> float:
        space = theme.current().space
        room = (width - space(_HEAD)) / max(1, len(self._judges))
        return max(space(_LEAST), min(space(_BOX), room))

    def _alike(self, row: int, column: int) -> Alike | None:
        one, other = self._judges[row].id, self._judges[column].id
        return self._pairs.get((min(one, other), max(one, other)))

    def _place(self, row: int, column: int) -> QRectF:
        look = theme.current()
        head, box = look.space(_HEAD), self._side(self.width())
        return QRectF(head + column * box, head + row * box, box, box)

    def choose(self, row: int, column: int) -> None:
        """Choose the box in *row* and *column*."""
        if row == column or not (0 <= row < len(self._judges) and 0 <= column < len(self._judges)):
            return
        self._current = (row, column)
        alike = self._alike(row, column)
        said = (
            _("too little in common") if alike is None or alike.likeness is None else current().percent(alike.likeness)
        )
        self.setAccessibleDescription(f"{self._judges[row].name}, {self._judges[column].name}: {said}")
        self.chosen.emit(self._judges[row].id, self._judges[column].id)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the box under the pointer."""
        for row in range(len(self._judges)):
            for column in range(len(self._judges)):
                if self._place(row, column).contains(event.position()):
                    self.choose(row, column)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from box to box, over the empty ones in the middle."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row, column = self._current or (0, 0)
        row, column = row + step[0], column + step[1]
        if row == column:
            row, column = row + step[0], column + step[1]
        self.choose(row, column)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks and the boxes."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, judge in enumerate(self._judges):
            mark = Mark(judge.mark, judge.colour, judge.name)
            box, head = self._side(self.width()), look.space(_HEAD)
            paint_mark(painter, QRectF(1, head + number * box + 5, head - 6, box - 10), mark, look.scale)
            paint_mark(painter, QRectF(head + number * box + 1, 5, box - 2, box - 10), mark, look.scale)
        painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True))
        for row in range(len(self._judges)):
            for column in range(len(self._judges)):
                if row != column:
                    self._paint_box(painter, row, column)

    def _paint_box(self, painter: QPainter, row: int, column: int) -> None:
        look, alike = theme.current(), self._alike(row, column)
        likeness = None if alike is None else alike.likeness
        shade, ink = Role.HEAT_0, Role.INK_SOFT
        if likeness is not None:
            shade, ink = next(
                ((shade, ink) for least, shade, ink in _SHADES if likeness >= least), (Role.HEAT_0, Role.INK)
            )
        place = self._place(row, column)
        is_current = self._current == (row, column)
        painter.setPen(QPen(look.colour(Role.FOCUS if is_current else Role.PAPER), 2 if is_current else 1))
        painter.setBrush(look.colour(shade))
        painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.setPen(look.colour(ink))
        text = "·" if likeness is None else current().number(100 * likeness)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
