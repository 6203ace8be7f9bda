"""A fist of five on the wall: how many showed what, and whether everybody can live with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt

from smartstad_desktop.domain.workshop.results import Fingers
from smartstad_desktop.domain.workshop.voting import LETS_PASS, MOST_FINGERS
from smartstad_desktop.reads.workshop.audience import AudienceRound
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.ui.projector.paper import Paper

_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


def paint_fingers(paper: Paper, place: QRectF, shown: AudienceRound) -> None:
    """Paint a fist of five: how many showed what, and whether everybody can live with it."""
    result = next(iter(shown.results), None)
    if shown.fingers is None or result is None:
        return
    verdict, role = _verdict(shown.fingers)
    paper.block(
        QRectF(place.left(), place.top(), place.width(), paper.px(150)),
        paper.words.text(verdict),
        52,
        weight=Weight.BOLD,
        role=role,
    )
    most = max((*result.columns, 1.0))
    width = place.width() / (MOST_FINGERS + 1)
    floor = place.bottom() - paper.px(80)
    tallest = floor - place.top() - paper.px(210)
    for fingers, count in enumerate(result.columns):
        left = place.left() + fingers * width + width * 0.15
        height = tallest * count / most
        bar = QRectF(left, floor - height, width * 0.7, height)
        if count:
            paper.fill(bar, Role.BAR_PLANNED if fingers < LETS_PASS else Role.PRIMARY, 10)
        above = QRectF(left, bar.top() - paper.px(52), width * 0.7, paper.px(46))
        paper.text(above, paper.words.number(count), 34, weight=Weight.BOLD, align=_CENTRE, figures=True)
        below = QRectF(left, floor + paper.px(8), width * 0.7, paper.px(50))
        paper.text(below, str(fingers), 34, role=Role.INK_SOFT, align=_CENTRE, figures=True)


def _verdict(fingers: Fingers) -> tuple[str, Role]:
    if fingers.blocks:
        return N_("Somebody cannot accept this. Hear why before you go on."), Role.ATTENTION
    if not fingers.passes:
        return N_("Not everybody is with you yet. Hear those who showed two or fewer."), Role.ATTENTION
    return N_("Everybody can live with it."), Role.GOOD
