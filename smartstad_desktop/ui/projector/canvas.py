"""Benefit against effort on the wall: every item at its mean, the halo of one, and its municipalities beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from smartstad_desktop.domain.workshop.results import Quadrant
from smartstad_desktop.reads.workshop.audience import AudienceRound
from smartstad_desktop.reads.workshop.audience_results import AudienceAxis, AudienceResult
from smartstad_desktop.text.labels import LABELS
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.ui.projector.paper import Paper
from smartstad_desktop.ui.projector.talk import title_of
from smartstad_desktop.ui.projector.track import Track, paint_track, with_spread

_SIDE: Final = 0.27
#: How often a number looks for a free spot, and how far it turns each time (the golden angle).
_TRIES: Final = 60
_TURN: Final = 2.39996
_LEFT_TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
#: Which corner each quadrant has: (right, lower).
_CORNERS: Final = {
    Quadrant.DO_FIRST: (False, False),
    Quadrant.PLAN_TOGETHER: (True, False),
    Quadrant.FILL_IN: (False, True),
    Quadrant.LEAVE: (True, True),
}


def paint_canvas(paper: Paper, place: QRectF, shown: AudienceRound, chosen: int | None) -> None:
    """Paint the canvas; *chosen* (or else the item people are farthest apart on) has its halo and its marks beside."""
    about = chosen if chosen is not None else next(iter(shown.to_talk_about), None)
    side = place.width() * _SIDE if about is not None else 0.0
    field = place.adjusted(paper.px(46), 0, -side - (paper.px(24) if side else 0), -paper.px(56))
    _paint_field(paper, field, shown)
    results = [each for each in shown.results if each.x is not None and each.y is not None]
    for each in results:
        if each.number == about:
            _paint_halo(paper, field, shown, each)
    _paint_cards(paper, field, shown, results, about)
    if about is not None:
        _paint_beside(paper, QRectF(place.right() - side, place.top(), side, field.height()), shown, about)


def _paint_field(paper: Paper, field: QRectF, shown: AudienceRound) -> None:
    paper.fill(field, Role.PAPER, edge=Role.LINE)
    cut = _at(field, shown, *shown.cut)
    paper.fill(QRectF(field.topLeft(), cut).adjusted(paper.px(1), paper.px(1), 0, 0), Role.PRIMARY_TINT, 10)
    pen = QPen(theme.current().colour(Role.INK_FAINT), paper.px(2), Qt.PenStyle.DashLine)
    paper.painter.setPen(pen)
    paper.painter.drawLine(QPointF(cut.x(), field.top()), QPointF(cut.x(), field.bottom()))
    paper.painter.drawLine(QPointF(field.left(), cut.y()), QPointF(field.right(), cut.y()))
    for quadrant, (is_right, is_lower) in _CORNERS.items():
        name = paper.words.text(LABELS[Quadrant][quadrant])
        corner = QRectF(
            cut.x() if is_right else field.left(),
            cut.y() if is_lower else field.top(),
            field.right() - cut.x() if is_right else cut.x() - field.left(),
            field.bottom() - cut.y() if is_lower else cut.y() - field.top(),
        )
        box = corner.adjusted(paper.px(22), paper.px(16), -paper.px(22), -paper.px(16))
        horizontal = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        vertical = Qt.AlignmentFlag.AlignBottom if is_lower else Qt.AlignmentFlag.AlignTop
        role = Role.PRIMARY_DEEP if quadrant is Quadrant.DO_FIRST else Role.INK_SOFT
        paper.block(box, name, 28, weight=Weight.BOLD, role=role, align=horizontal | vertical)
    below = QRectF(field.left(), field.bottom() + paper.px(6), field.width(), paper.px(44))
    paper.text(below, paper.words.text(N_("Small effort")), 24, weight=Weight.SEMIBOLD, role=Role.INK_SOFT)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    paper.text(below, paper.words.text(N_("Large effort")), 24, weight=Weight.SEMIBOLD, role=Role.INK_SOFT, align=right)
    _paint_upright(paper, field)


def _paint_upright(paper: Paper, field: QRectF) -> None:
    painter = paper.painter
    painter.save()
    painter.translate(field.left() - paper.px(46), field.bottom())
    painter.rotate(-90)
    line = QRectF(0, 0, field.height(), paper.px(40))
    paper.text(line, paper.words.text(N_("Small benefit")), 24, weight=Weight.SEMIBOLD, role=Role.INK_SOFT)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    paper.text(line, paper.words.text(N_("Large benefit")), 24, weight=Weight.SEMIBOLD, role=Role.INK_SOFT, align=right)
    painter.restore()


def _at(field: QRectF, shown: AudienceRound, effort: float, benefit: float) -> QPointF:
    span = shown.high - shown.low
    return QPointF(
        field.left() + field.width() * (effort - shown.low) / span,
        field.bottom() - field.height() * (benefit - shown.low) / span,
    )


def _paint_halo(paper: Paper, field: QRectF, shown: AudienceRound, result: AudienceResult) -> None:
    x, y = result.x, result.y
    if x is None or y is None or x.deviation is None or y.deviation is None:
        return
    span = shown.high - shown.low
    tint, edge = theme.current().colour(Role.ATTENTION_TINT), theme.current().colour(Role.ATTENTION)
    fill = QColor(tint)
    fill.setAlphaF(0.8)
    paper.painter.setPen(QPen(edge, paper.px(2), Qt.PenStyle.DashLine))
    paper.painter.setBrush(fill)
    wide = max(paper.px(30), field.width() * x.deviation / span)
    high = max(paper.px(30), field.height() * y.deviation / span)
    paper.painter.save()
    paper.painter.setClipRect(field)
    paper.painter.drawEllipse(_at(field, shown, x.mean, y.mean), wide, high)
    paper.painter.restore()


def _paint_cards(
    paper: Paper, field: QRectF, shown: AudienceRound, results: Sequence[AudienceResult], about: int | None
) -> None:
    """Paint a number at the true place of each item, and its title beside where nothing else stands."""
    items = {item.number: item for item in shown.items}
    spots = {
        each.number: _at(field, shown, each.x.mean, each.y.mean)
        for each in results
        if each.x is not None and each.y is not None and each.number in items
    }
    badges = _badges(paper, field, spots)
    taken = list(badges.values())
    for number in sorted(badges, key=lambda each: each != about):
        title = title_of(paper, items[number])
        label = _free(paper, field, badges[number], paper.width(title, 22, Weight.SEMIBOLD), taken)
        if label is not None:
            taken.append(label)
            paper.fill(label, Role.PAPER, 8, Role.PRIMARY if number == about else Role.LINE)
            paper.text(label, title, 22, weight=Weight.SEMIBOLD, align=Qt.AlignmentFlag.AlignCenter)
    look = theme.current()
    for number, badge in badges.items():
        if not badge.contains(spots[number]):
            paper.painter.setPen(QPen(look.colour(Role.INK_SOFT), paper.px(2)))
            paper.painter.drawLine(badge.center(), spots[number])
            paper.painter.drawEllipse(spots[number], paper.px(3), paper.px(3))
    for number, badge in badges.items():
        paper.fill(badge, Role.PRIMARY, 24)
        align = Qt.AlignmentFlag.AlignCenter
        paper.text(badge, str(number), 22, weight=Weight.BOLD, role=Role.ON_PRIMARY, align=align, figures=True)


def _badges(paper: Paper, field: QRectF, spots: Mapping[int, QPointF]) -> dict[int, QRectF]:
    """Return where the numbers stand: at their places, or as near as they can without covering another."""
    size = paper.px(44)
    placed: dict[int, QRectF] = {}
    for number in sorted(spots):
        spot = spots[number]
        for step in range(_TRIES):
            angle, away = step * _TURN, size * 0.28 * step**0.5 if step else 0.0
            centre = QPointF(spot.x() + away * cos(angle), spot.y() + away * sin(angle))
            badge = _inside(QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size), field)
            if step + 1 == _TRIES or not any(badge.intersects(other) for other in placed.values()):
                placed[number] = badge
                break
    return placed


def _free(paper: Paper, field: QRectF, badge: QRectF, width: float, taken: Sequence[QRectF]) -> QRectF | None:
    """Return where the title of a number can stand without covering anything: right, left, below or above; or None."""
    wide, high, gap = min(width + paper.px(24), paper.px(360)), paper.px(42), paper.px(4)
    middle = badge.center().y() - high / 2
    centre = badge.center().x() - wide / 2
    for left, top in (
        (badge.right() + gap, middle),
        (badge.left() - gap - wide, middle),
        (centre, badge.bottom() + gap),
        (centre, badge.top() - gap - high),
    ):
        label = QRectF(left, top, wide, high)
        if field.contains(label) and not any(label.intersects(other) for other in taken if other is not badge):
            return label
    return None


def _inside(card: QRectF, field: QRectF) -> QRectF:
    left = min(max(card.left(), field.left() + 4), field.right() - card.width() - 4)
    top = min(max(card.top(), field.top() + 4), field.bottom() - card.height() - 4)
    return QRectF(left, top, card.width(), card.height())


def _paint_beside(paper: Paper, place: QRectF, shown: AudienceRound, about: int) -> None:
    paper.fill(place, Role.PAPER, edge=Role.LINE)
    inner = place.adjusted(paper.px(22), paper.px(20), -paper.px(22), -paper.px(18))
    item = next((each for each in shown.items if each.number == about), None)
    result = next((each for each in shown.results if each.number == about), None)
    if item is None or result is None:
        return
    title = f"{item.number}  {title_of(paper, item)}"
    room = QRectF(inner.left(), inner.top(), inner.width(), paper.px(110))
    top = inner.top() + paper.block(room, title, 30, weight=Weight.BOLD, align=_LEFT_TOP) + paper.px(18)
    half = (inner.bottom() - top) / 2
    parts: tuple[tuple[str, AudienceAxis | None], ...] = ((N_("Benefit"), result.y), (N_("Effort"), result.x))
    for at, (name, axis) in enumerate(parts):
        if axis is not None:
            part = QRectF(inner.left(), top + at * half, inner.width(), half)
            ends = (float(shown.low), float(shown.high))
            track = Track(name=with_spread(paper, name, axis), values=axis.by_municipality, ends=ends)
            paint_track(paper, part, track)
