"""What came out, as a list with bars: what is agreed, what to talk about, and one item large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from smartstad_desktop.domain.workshop.rounds import Moved
from smartstad_desktop.domain.workshop.voting import IN_COLUMNS, SHARED_OUT, Method
from smartstad_desktop.reads.workshop.audience import AudienceItem, AudienceRound
from smartstad_desktop.reads.workshop.audience_results import AudienceResult
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.ui.projector.paper import Paper
from smartstad_desktop.ui.projector.talk import title_of
from smartstad_desktop.ui.projector.track import Track, paint_track, with_spread

_ROW: Final = 56
_SIDE: Final = 0.3
#: An arrow beside the figure, so that movement is not told by colour.
_ARROWS: Final = {Moved.UP: "▲", Moved.DOWN: "▼", Moved.STAYED: "●", Moved.CAME: "+", Moved.WENT: "\u2212"}
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_results(paper: Paper, place: QRectF, shown: AudienceRound) -> None:
    """Paint the list on the left and, beside it, what is agreed and what to talk about."""
    gap = paper.px(24)
    side = place.width() * _SIDE
    _paint_list(paper, QRectF(place.left(), place.top(), place.width() - side - gap, place.height()), shown)
    beside = QRectF(place.right() - side, place.top(), side, place.height() - paper.px(20))
    paper.fill(beside, Role.PAPER, edge=Role.LINE)
    inner = beside.adjusted(paper.px(24), paper.px(22), -paper.px(24), -paper.px(22))
    half = inner.height() / 2
    items = {item.number: item for item in shown.items}
    upper = QRectF(inner.left(), inner.top(), inner.width(), half)
    _paint_few(paper, upper, paper.words.text(N_("You agree on")), [items[each] for each in shown.agreed])
    lower = QRectF(inner.left(), inner.top() + half, inner.width(), half)
    talk = [items[each] for each in shown.to_talk_about]
    _paint_few(paper, lower, paper.words.text(N_("Talk about")), talk, Role.ATTENTION)


def paint_one(paper: Paper, place: QRectF, shown: AudienceRound, number: int) -> None:
    """Paint one item large, with what each municipality says; without a result only its name."""
    item = next((each for each in shown.items if each.number == number), None)
    if item is None:
        return
    sheet = place.adjusted(0, 0, 0, -paper.px(20))
    paper.fill(sheet, Role.PAPER, edge=Role.LINE)
    inner = sheet.adjusted(paper.px(60), paper.px(44), -paper.px(60), -paper.px(40))
    title = f"{item.number}  {title_of(paper, item)}"
    taken = paper.block(QRectF(inner.left(), inner.top(), inner.width(), paper.px(170)), title, 56, weight=Weight.BOLD)
    top = inner.top() + taken + paper.px(16)
    paper.marks(QPointF(inner.left(), top), item.marks, inner.width(), 1.6)
    rest = QRectF(inner.left(), top + paper.px(60), inner.width(), inner.bottom() - top - paper.px(60))
    result = next((each for each in shown.results if each.number == number), None)
    if result is None:
        return
    if result.x is not None and result.y is not None:
        half = rest.height() / 2
        for at, (name, axis) in enumerate(((N_("Benefit"), result.y), (N_("Effort"), result.x))):
            part = QRectF(rest.left(), rest.top() + at * half, rest.width(), half)
            ends = (float(shown.low), float(shown.high))
            track = Track(name=with_spread(paper, name, axis), values=axis.by_municipality, ends=ends)
            paint_track(paper, part, track)
        return
    values = result.by_municipality
    known = [value for _mark, value in values] or [0.0]
    ends = (min(0.0, *known), max(1.0, *known))
    paint_track(paper, rest, Track(name=figure_of(paper, shown, result), values=values, ends=ends))


def _paint_few(paper: Paper, place: QRectF, head: str, items: Sequence[AudienceItem], role: Role = Role.GOOD) -> None:
    paper.text(QRectF(place.left(), place.top(), place.width(), paper.px(40)), head, 28, weight=Weight.BOLD, role=role)
    top = place.top() + paper.px(50)
    if not items:
        line = QRectF(place.left(), top, place.width(), paper.px(40))
        paper.text(line, paper.words.text(N_("Nothing stands out.")), 22, role=Role.INK_SOFT)
    for item in items:
        room = (place.bottom() - paper.px(16) - top) / max(1, len(items) - items.index(item))
        number = QRectF(place.left(), top, paper.px(52), paper.px(34))
        paper.text(number, str(item.number), 24, weight=Weight.BOLD, role=Role.PRIMARY, figures=True)
        title = QRectF(number.right(), top, place.width() - number.width(), min(room, paper.px(92)))
        top += max(paper.px(42), paper.block(title, title_of(paper, item), 24, weight=Weight.SEMIBOLD)) + paper.px(10)


def _paint_list(paper: Paper, place: QRectF, shown: AudienceRound) -> None:
    items = {item.number: item for item in shown.items}
    rows = [each for each in shown.results if each.number in items]
    height = min(paper.px(_ROW + 20), (place.height() - paper.px(20)) / max(1, len(rows)))
    lengths = lengths_of(shown)
    for at, result in enumerate(rows):
        row = QRectF(place.left(), place.top() + at * height, place.width(), height)
        _paint_row(paper, row, shown, result, (items[result.number], lengths[result.number]))


def _paint_row(
    paper: Paper,
    place: QRectF,
    shown: AudienceRound,
    result: AudienceResult,
    about: tuple[AudienceItem, float],
) -> None:
    item, length = about
    size = min(26.0, place.height() / paper.factor * 0.46)
    stripe = place.adjusted(0, place.height() * 0.08, 0, -place.height() * 0.08)
    to_talk = item.number in shown.to_talk_about
    paper.fill(stripe, Role.PAPER, 10, Role.ATTENTION if to_talk else Role.LINE)
    rank = QRectF(stripe.left(), stripe.top(), paper.px(64), stripe.height())
    place_words = "–" if result.place is None else str(result.place)
    paper.text(rank, place_words, size + 4, weight=Weight.BOLD, role=Role.PRIMARY, align=_CENTRE, figures=True)
    figures = QRectF(stripe.right() - paper.px(250), stripe.top(), paper.px(236), stripe.height())
    moved = "" if result.moved is None else f"{_ARROWS[result.moved.moved]} "
    told = moved + figure_of(paper, shown, result)
    paper.text(figures, told, size, weight=Weight.BOLD, align=_RIGHT, figures=True)
    bar = QRectF(figures.left() - place.width() * 0.24, stripe.center().y() - paper.px(9), 0, paper.px(18))
    track = QRectF(bar.left(), bar.top(), place.width() * 0.22, bar.height())
    paper.fill(track, Role.LINE_SOFT, 9)
    if length > 0:
        paper.fill(QRectF(track.left(), track.top(), track.width() * length, track.height()), Role.PRIMARY, 9)
    title = QRectF(rank.right(), stripe.top(), track.left() - rank.right() - paper.px(16), stripe.height())
    paper.text(title, f"{item.number}  {title_of(paper, item)}", size, weight=Weight.SEMIBOLD)
    if to_talk:
        edge = QPen(theme.current().colour(Role.ATTENTION), paper.px(5))
        paper.painter.setPen(edge)
        middle = stripe.left() + paper.px(4)
        paper.painter.drawLine(
            QPointF(middle, stripe.top() + paper.px(10)), QPointF(middle, stripe.bottom() - paper.px(10))
        )


def lengths_of(shown: AudienceRound) -> Mapping[int, float]:
    """Return how long each bar is, from 0 to 1; none is longer than the scale allows."""
    values = {each.number: each.value or 0.0 for each in shown.results}
    match shown.method:
        case method if method in IN_COLUMNS:
            most = max((sum(each.columns) for each in shown.results), default=1.0) or 1.0
            return {each.number: max(each.columns, default=0.0) / most for each in shown.results}
        case Method.CRITERIA:
            return {number: max(0.0, (value - 1) / 4) for number, value in values.items()}
        case Method.RANKING:
            return values
        case _:
            most = max(values.values(), default=1.0) or 1.0
            return {number: max(0.0, value / most) for number, value in values.items()}


def figure_of(paper: Paper, shown: AudienceRound, result: AudienceResult) -> str:
    """Return the figure of an item as people say it; a mean never stands without its spread."""
    if result.value is None:
        return paper.words.text(N_("No answer"))
    spread = "" if result.deviation is None else f" ± {paper.words.number(result.deviation, 1)}"
    match shown.method:
        case method if method in IN_COLUMNS:
            if result.column is None or result.column >= len(shown.columns):
                return paper.words.text(N_("Divided"))
            return shown.columns[result.column]
        case method if method in SHARED_OUT:
            return paper.words.number(result.value, 0 if result.value == int(result.value) else 1)
        case Method.PAIRS:
            return f"{result.wins}–{result.losses}"
        case _:
            return paper.words.number(result.mean or 0.0, 1) + spread
