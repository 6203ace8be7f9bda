"""Likelihood against consequence, four steps each: how many risks lie in each cell, and where the greatest are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.programme.risks import Gravity, gravity
from smartstad_desktop.reads.programme.risks import RiskRow
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.programme.risks import count_words, value_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

#: Likelihood and consequence.
Cell: TypeAlias = tuple[int, int]
_STEPS: Final = 4
#: Large text on a laptop: the words of a cell are a little smaller rather than cut.
_SMALLER: Final = 0.82
_FILLS: Final = {
    Gravity.HIGH: (Role.BAD_TINT, Role.BAD),
    Gravity.MEDIUM: (Role.ATTENTION_TINT, Role.ATTENTION),
    Gravity.LOW: (Role.GOOD_TINT, Role.GOOD),
}
_MOVES: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}


class RiskMatrix(QWidget):
    """Each cell says its value, how grave that is, and how many open risks lie there; a cell can be picked."""

    #: Carries the ``Cell`` that is picked, or None when all are shown.
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counter[Cell] = Counter()
        self._ranks: dict[Cell, list[int]] = {}
        self._marked: Cell | None = None
        self._pointed: Cell = (_STEPS, _STEPS)
        self.cell: Cell | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_risks(self, risks: Sequence[RiskRow]) -> None:
        """Show where the open *risks* lie."""
        self._counts = Counter((risk.likelihood, risk.consequence) for risk in risks if risk.is_open)
        self._ranks = {}
        for risk in sorted(risks, key=lambda risk: risk.rank or 0):
            if risk.rank:
                self._ranks.setdefault((risk.likelihood, risk.consequence), []).append(risk.rank)
        told = count_words(risk.gravity for risk in risks if risk.is_open)
        self.setAccessibleName(_("Risk matrix: {counts}", counts=told))
        self._tell()
        self.update()

    def mark(self, cell: Cell | None) -> None:
        """Mark the cell of the risk that is chosen."""
        self._marked = cell
        self.update()

    def pick(self, cell: Cell | None) -> None:
        """Pick a cell, or none; the same again picks none."""
        self.cell = None if cell == self.cell else cell
        self.picked.emit(self.cell)
        self.update()

    def room_of(self, cell: Cell) -> QRectF:
        """Return where *cell* lies; likelihood grows upwards, consequence to the right."""
        grid = self._grid()
        wide, high = grid.width() / _STEPS, grid.height() / _STEPS
        likelihood, consequence = cell
        return QRectF(grid.left() + (consequence - 1) * wide, grid.top() + (_STEPS - likelihood) * high, wide, high)

    def _grid(self) -> QRectF:
        space = theme.current().space
        return QRectF(space(26), 2, self.width() - space(28), self.height() - space(26))

    @override
    def sizeHint(self) -> QSize:
        """Return room for four rows of two lines."""
        return QSize(theme.current().space(360), theme.current().space(46) * _STEPS + theme.current().space(26))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the cell under the pointer."""
        for cell in _cells():
            if self.room_of(cell).contains(event.position()):
                self._pointed = cell
                self.pick(cell)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, pick with Space or Enter."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None:
            likelihood, consequence = (max(1, min(_STEPS, at + by)) for at, by in zip(self._pointed, move, strict=True))
            self._pointed = (likelihood, consequence)
            self._tell()
            self.update()
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pick(self._pointed)
        elif event.key() == Qt.Key.Key_Escape and self.cell is not None:
            self.pick(None)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        likelihood, consequence = self._pointed
        count = self._counts[self._pointed]
        words = _("Likelihood {likelihood}, consequence {consequence}", likelihood=likelihood, consequence=consequence)
        risks = ngettext("{count} risk", "{count} risks", count)
        self.setAccessibleDescription(f"{words}: {risks}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then what the sides mean."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in _cells():
            self._paint_cell(painter, cell)
        self._paint_sides(painter)

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        look = theme.current()
        room = self.room_of(cell).adjusted(1.5, 1.5, -1.5, -1.5)
        kind = gravity(*cell)
        fill, ink = _FILLS[kind]
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.setBrush(look.colour(fill))
        if cell in {self.cell, self._marked}:
            painter.setPen(QPen(look.colour(Role.INK), 2))
        painter.drawRoundedRect(room, 6, 6)
        if self.hasFocus() and cell == self._pointed:
            painter.setPen(QPen(look.colour(Role.FOCUS), 2))
            painter.drawRoundedRect(room.adjusted(3, 3, -3, -3), 4, 4)
        inside = room.adjusted(look.space(6), look.space(3), -look.space(6), -look.space(3))
        words = value_words(cell[0] * cell[1], kind)
        font = text_font(Type.CAPTION)
        if QFontMetricsF(font).horizontalAdvance(words) > inside.width():
            font = text_font(round(Type.CAPTION * _SMALLER))
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
        if self._counts[cell]:
            painter.setFont(text_font(Type.STRONG, Weight.BOLD, figures=True))
            painter.setPen(look.colour(Role.INK))
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(self._counts[cell]))
        for number, rank in enumerate(self._ranks.get(cell, ())):
            self._paint_rank(painter, QPointF(inside.left() + number * look.space(22), inside.top()), rank)

    def _paint_rank(self, painter: QPainter, at: QPointF, rank: int) -> None:
        look = theme.current()
        side = look.space(19)
        room = QRectF(at.x(), at.y(), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.INK))
        painter.drawEllipse(room)
        painter.setFont(text_font(Type.CAPTION, Weight.BOLD, figures=True))
        painter.setPen(look.colour(Role.PAPER))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(rank))

    def _paint_sides(self, painter: QPainter) -> None:
        look, grid = theme.current(), self._grid()
        font = text_font(Type.CAPTION, Weight.SEMIBOLD)
        painter.setFont(font)
        painter.setPen(look.colour(Role.INK_SOFT))
        beneath = QRectF(grid.left(), grid.bottom(), grid.width(), self.height() - grid.bottom())
        painter.drawText(beneath, Qt.AlignmentFlag.AlignCenter, _("Consequence 1 → 4"))
        words = _("Likelihood 1 → 4")
        wide = QFontMetricsF(font).horizontalAdvance(words) + 4
        painter.save()
        painter.translate(0, grid.center().y() + wide / 2)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, wide, grid.left() - 2), Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


def _cells() -> list[Cell]:
    steps = range(1, _STEPS + 1)
    return [(likelihood, consequence) for likelihood in steps for consequence in steps]
