"""Scenes of words: before the session, a part of the agenda, a break, the silent phase with what is answered."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.workshop.audience import AudienceItem, AudienceRound, Scene
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.ui.projector.paper import Paper

_ROW: Final = 58
#: More columns than this, and titles are cut short.
_MOST_COLUMNS: Final = 3
#: So much of a row is for its municipalities; how many more there are is told behind the last that fits.
_MARKS_ROOM: Final = 0.36
#: How each method is answered, in a line that is read from a chair.
HOW: Final[dict[Method, str]] = {
    Method.COLUMNS: N_("Choose one column for each number."),
    Method.MOSCOW: N_("Choose for each number: must, should, could, or not now."),
    Method.IMPACT_EFFORT: N_("Give each number its benefit and its effort, from {low} to {high}."),
    Method.RANKING: N_("Put the numbers in order, the most important first."),
    Method.DOTS: N_("You have {marks} dots. Spread them as you like."),
    Method.THREE_TWO_ONE: N_("Give 3, 2 and 1 to your three most important numbers."),
    Method.HUNDRED: N_("Share out exactly 100 kronor."),
    Method.CRITERIA: N_("Give each number 1 to 5 on every criterion."),
    Method.PAIRS: N_("Choose one of each pair, or say that they are equal."),
    Method.FIST: N_("Show 0 to 5 fingers: 3 or more is a yes, 2 or fewer means that you want to say something."),
}


def paint_opening(paper: Paper, place: QRectF, scene: Scene) -> None:
    """Paint what stands there before the session begins and after it has ended."""
    middle = place.center().y()
    said = N_("Thank you for today!") if scene.is_ended else N_("Welcome")
    centre = Qt.AlignmentFlag.AlignHCenter
    top = QRectF(place.left(), middle - paper.px(200), place.width(), paper.px(60))
    paper.text(top, paper.words.text(said), 34, role=Role.INK_SOFT, align=centre)
    title = QRectF(place.left(), middle - paper.px(120), place.width(), paper.px(200))
    paper.block(title, scene.name, 68, weight=Weight.BOLD, align=centre | Qt.AlignmentFlag.AlignVCenter)
    below = QRectF(place.left(), middle + paper.px(110), place.width(), paper.px(50))
    paper.text(below, scene.occasion, 30, role=Role.INK_SOFT, align=centre)


def paint_part(paper: Paper, place: QRectF, scene: Scene) -> None:
    """Paint a part of the agenda that is talk, with what it asks of people and what comes next."""
    inner = place.adjusted(paper.px(60), paper.px(70), -paper.px(60), -paper.px(60))
    taken = paper.block(
        QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.45), scene.part, 64, weight=Weight.BOLD
    )
    top = inner.top() + taken + paper.px(30)
    paper.block(
        QRectF(inner.left(), top, inner.width(), inner.bottom() - top - paper.px(60)),
        scene.part_instruction,
        34,
        role=Role.INK_SOFT,
    )
    if scene.next_part:
        line = QRectF(inner.left(), inner.bottom() - paper.px(44), inner.width(), paper.px(44))
        paper.text(line, paper.words.text(N_("After this: {title}"), title=scene.next_part), 28, role=Role.INK_SOFT)


def paint_break(paper: Paper, place: QRectF, clock: str, scene: Scene) -> None:
    """Paint a break: how long it still is, large enough for the coffee machine."""
    centre = Qt.AlignmentFlag.AlignCenter
    upper = QRectF(place.left(), place.top() + place.height() * 0.16, place.width(), paper.px(90))
    paper.text(upper, scene.part, 64, weight=Weight.BOLD, align=centre)
    face = QRectF(place.left(), place.top() + place.height() * 0.3, place.width(), place.height() * 0.4)
    role = Role.ATTENTION if clock.startswith("+") else Role.PRIMARY
    paper.text(face, clock, 260, weight=Weight.BOLD, role=role, align=centre, figures=True)
    if scene.next_part:
        below = QRectF(place.left(), place.top() + place.height() * 0.78, place.width(), paper.px(60))
        said = paper.words.text(N_("After this: {title}"), title=scene.next_part)
        paper.text(below, said, 32, role=Role.INK_SOFT, align=centre)


def paint_silent(paper: Paper, place: QRectF, shown: AudienceRound) -> None:
    """Paint the silent phase: how many are done, how to answer, and the numbers, never an answer."""
    told = QRectF(place.left(), place.top(), place.width(), paper.px(210))
    paper.fill(told, Role.PAPER, edge=Role.LINE)
    inner = told.adjusted(paper.px(36), paper.px(24), -paper.px(36), -paper.px(20))
    big = QRectF(inner.left(), inner.top(), inner.width(), paper.px(96))
    paper.text(big, paper.words.progress(shown), 68, weight=Weight.BOLD, role=Role.PRIMARY)
    said = shown.instruction or paper.words.text(HOW[shown.method], low=shown.low, high=shown.high, marks=shown.marks)
    below = QRectF(inner.left(), big.bottom() + paper.px(8), inner.width(), inner.bottom() - big.bottom())
    paper.block(below, said, 30, role=Role.INK_SOFT)
    rest = place.adjusted(0, told.height() + paper.px(20), 0, -paper.px(20))
    paint_items(paper, rest, shown.items)


def paint_items(paper: Paper, place: QRectF, items: Sequence[AudienceItem]) -> None:
    """Paint the items by their numbers in as many columns as they need; smaller rows before anything is left out."""
    if not items:
        return
    rows = max(1, int(place.height() // paper.px(_ROW)))
    columns = min(_MOST_COLUMNS, max(1, ceil(len(items) / rows)))
    rows = ceil(len(items) / columns)
    height = min(paper.px(_ROW + 22), place.height() / rows)
    gap = paper.px(28)
    width = (place.width() - gap * (columns - 1)) / columns
    for number, item in enumerate(items):
        column, row = divmod(number, rows)
        left = place.left() + column * (width + gap)
        _paint_item(paper, QRectF(left, place.top() + row * height, width, height), item)


def title_of(paper: Paper, item: AudienceItem) -> str:
    """Return the title of an item; a confidential one is only called so."""
    return item.title or paper.words.text(N_("Confidential project"))


def _paint_item(paper: Paper, place: QRectF, item: AudienceItem) -> None:
    size = min(26.0, place.height() / paper.factor * 0.5)
    box = place.adjusted(0, place.height() * 0.06, 0, -place.height() * 0.06)
    paper.fill(box, Role.PAPER, 10, Role.LINE)
    number = QRectF(box.left(), box.top(), paper.px(70), box.height())
    paper.text(
        number,
        str(item.number),
        size + 4,
        weight=Weight.BOLD,
        role=Role.PRIMARY,
        align=Qt.AlignmentFlag.AlignCenter,
        figures=True,
    )
    room = min(paper.marks_width(item.marks), box.width() * _MARKS_ROOM)
    paper.marks(QPointF(box.right() - room - paper.px(16), box.center().y() - paper.px(14)), item.marks, room)
    words_end = box.right() - room - paper.px(32)
    paper.text(
        QRectF(number.right(), box.top(), words_end - number.right(), box.height()),
        title_of(paper, item),
        size,
        weight=Weight.SEMIBOLD,
    )
