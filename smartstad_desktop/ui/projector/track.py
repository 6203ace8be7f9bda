"""What municipalities say, as their marks on a line, stacked where they say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from smartstad_desktop.reads.workshop.audience import MunicipalityMark
from smartstad_desktop.reads.workshop.audience_results import AudienceAxis
from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.ui.projector.paper import Paper

#: The line stands so far below its name at most.
_DEEPEST: Final = 230


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A line with a name from one end of a scale to the other, and what stands on it."""

    name: str
    values: tuple[tuple[MunicipalityMark, float], ...]
    ends: tuple[float, float]


def with_spread(paper: Paper, name: str, axis: AudienceAxis) -> str:
    """Return the name of an axis with its mean, which never stands without its spread."""
    spread = "" if axis.deviation is None else f" ± {paper.words.number(axis.deviation, 1)}"
    return f"{paper.words.text(name)}  {paper.words.number(axis.mean, 1)}{spread}"


def paint_track(paper: Paper, place: QRectF, track: Track) -> None:
    """Paint it; groups that are too small to be told apart are only said to be."""
    name = QRectF(place.left(), place.top(), place.width(), paper.px(48))
    paper.block(name, track.name, 32, weight=Weight.SEMIBOLD)
    if not track.values:
        line = QRectF(place.left(), place.top() + paper.px(60), place.width(), paper.px(40))
        paper.text(
            line, paper.words.text(N_("Too few have answered to show them by municipality.")), 24, role=Role.INK_SOFT
        )
        return
    line = QRectF(
        place.left() + paper.px(40),
        min(place.bottom() - paper.px(70), place.top() + paper.px(_DEEPEST)),
        place.width() - paper.px(80),
        paper.px(8),
    )
    paper.fill(line, Role.LINE_SOFT, 4)
    low, high = track.ends
    span = (high - low) or 1.0
    taken: list[list[float]] = []
    standing: list[tuple[MunicipalityMark, float, int]] = []
    for mark, value in reversed(track.values):
        at = line.left() + line.width() * (value - low) / span
        level = next((number for number, row in enumerate(taken) if _is_free(row, at, paper.px(46))), len(taken))
        if level == len(taken):
            taken.append([])
        taken[level].append(at)
        standing.append((mark, at, level))
    # A high pile is pushed together rather than into the name above it.
    highest = line.top() - name.top() - paper.px(22 + 17 + 44)
    pitch = min(paper.px(34), highest / max(1, len(taken) - 1))
    for mark, at, level in sorted(standing, key=lambda each: -each[2]):
        paper.mark(QPointF(at, line.top() - paper.px(22) - level * pitch), mark)
    for value in track.ends:
        at = line.left() + line.width() * (value - low) / span
        spot = QRectF(at - paper.px(60), line.bottom() + paper.px(8), paper.px(120), paper.px(34))
        paper.text(spot, paper.words.number(value), 22, role=Role.INK_SOFT, align=Qt.AlignmentFlag.AlignCenter)


def _is_free(row: list[float], at: float, room: float) -> bool:
    return all(abs(other - at) >= room for other in row)
