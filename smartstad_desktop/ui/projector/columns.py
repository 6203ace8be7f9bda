"""The board on the wall while the group decides: columns with cards, large enough for the last row."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from smartstad_desktop.reads.workshop.audience import AudienceBoard, AudienceCard, AudienceColumn
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.ui.projector.paper import Paper

_CARD: Final = 104
_LEAST: Final = 44
_WAITING: Final = (N_("{count} project waits to be placed"), N_("{count} projects wait to be placed"))


def paint_board(paper: Paper, place: QRectF, board: AudienceBoard) -> None:
    """Paint the columns side by side; cards become lower before any is left out."""
    gap = paper.px(18)
    columns = max(1, len(board.columns))
    foot = paper.px(54) if board.waiting else paper.px(12)
    width = (place.width() - gap * (columns - 1)) / columns
    for number, column in enumerate(board.columns):
        left = place.left() + number * (width + gap)
        _paint_column(paper, QRectF(left, place.top(), width, place.height() - foot), column)
    if board.waiting:
        line = QRectF(place.left(), place.bottom() - foot, place.width(), foot)
        paper.text(line, paper.words.plural(_WAITING, board.waiting), 24, role=Role.INK_SOFT)


def _paint_column(paper: Paper, place: QRectF, column: AudienceColumn) -> None:
    paper.fill(place, Role.COLUMN, 14)
    inner = place.adjusted(paper.px(14), paper.px(10), -paper.px(14), -paper.px(14))
    head = QRectF(inner.left(), inner.top(), inner.width(), paper.px(48))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    paper.text(head, str(len(column.cards)), 24, role=Role.INK_SOFT, align=right, figures=True)
    named = paper.width(column.name, 28, Weight.BOLD) + paper.px(12)
    room = head.width() - paper.px(44)
    paper.text(QRectF(head.left(), head.top(), room, head.height()), column.name, 28, weight=Weight.BOLD)
    if named < room:
        years = QRectF(head.left() + named, head.top(), room - named, head.height())
        paper.text(years, column.years, 24, role=Role.INK_SOFT)
    if not column.cards:
        return
    room = inner.bottom() - head.bottom()
    pitch, shown = fitting(room, len(column.cards), least=paper.px(_LEAST), most=paper.px(_CARD + 12))
    cards = column.cards[:shown]
    for number, card in enumerate(cards):
        top = head.bottom() + number * pitch
        _paint_card(paper, QRectF(inner.left(), top, inner.width(), pitch - paper.px(8)), card)
    rest = len(column.cards) - len(cards)
    if rest:
        last = QRectF(inner.left(), head.bottom() + len(cards) * pitch, inner.width(), pitch)
        more = paper.words.plural((N_("and {count} more"), N_("and {count} more")), rest)
        paper.text(last, more, 22, weight=Weight.SEMIBOLD, role=Role.INK_SOFT)


def fitting(room: float, count: int, *, least: float, most: float) -> tuple[float, int]:
    """Return how far apart so many cards lie and how many are shown; where not all are, a line says how many more."""
    pitch = max(least, min(most, room / count))
    # Not //: what fits exactly is one too few in the last decimal.
    fits = int(room / pitch + 1e-6)
    return pitch, count if count <= fits else max(0, fits - 1)


def _paint_card(paper: Paper, place: QRectF, card: AudienceCard) -> None:
    paper.fill(place, Role.PAPER, 10, Role.LINE)
    inner = place.adjusted(paper.px(14), paper.px(6), -paper.px(14), -paper.px(6))
    has_room = place.height() > paper.px(88)
    title = card.title or paper.words.text(N_("Confidential project"))
    if not has_room:
        paper.text(inner, title, 22, weight=Weight.SEMIBOLD)
        return
    words_place = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - paper.px(32))
    paper.lines(words_place, title, 22)
    paper.marks(QPointF(inner.left(), inner.bottom() - paper.px(26)), card.marks, inner.width(), 1.05)
