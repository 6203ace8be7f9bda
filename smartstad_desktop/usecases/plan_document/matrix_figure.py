"""The goal matrix as drawings: a row for each measure, a column for each goal, number and shade together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.exchange.documents.drawing import Anchor, Box, Drawing, Shape, Words
from smartstad_desktop.exchange.documents.word_room import fitted
from smartstad_desktop.usecases.plan_document.material import Material

#: As wide as the text of an A4 page, in points.
_WIDTH: Final = 487.0
_HEAD: Final = 20.0
_ROW: Final = 15.0
_WIDEST: Final = 30.0
_NARROWEST_NAMES: Final = 130.0
#: So many rows stand in one drawing; more make several that are equally long.
_MOST_ROWS: Final = 36
_SIZE: Final = 8.0
_SMALL: Final = 7.5
#: What a contribution looks like: ground and figure; the figure tells it without the colour, too.
_LOOKS: Final = {3: ("primary", "paper"), 2: ("primary_mid", "ink"), 1: ("primary_tint", "ink")}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where the columns stand."""

    goals: tuple[GoalId, ...]
    names: float
    column: float

    def x(self, index: int) -> float:
        return self.names + index * self.column


def matrix_figures(material: Material, served: Mapping[int, Mapping[GoalId, int]]) -> list[Drawing]:
    """Return the matrix in as many drawings as it takes; together they hold every measure."""
    goals = tuple(goal.id for goal in material.evidence.goals.ends)
    column = min(_WIDEST, (_WIDTH - _NARROWEST_NAMES) / len(goals))
    sheet = _Sheet(goals, _WIDTH - column * len(goals), column)
    numbered = [(number, measure.title) for number, measure in material.measures]
    parts = ceil(len(numbered) / _MOST_ROWS)
    size = ceil(len(numbered) / parts)
    pieces = [numbered[at : at + size] for at in range(0, len(numbered), size)]
    return [_drawing(material, sheet, piece, served, is_last=piece is pieces[-1]) for piece in pieces]


def _drawing(
    material: Material,
    sheet: _Sheet,
    rows: list[tuple[int, str]],
    served: Mapping[int, Mapping[GoalId, int]],
    *,
    is_last: bool,
) -> Drawing:
    shapes: list[Shape] = list(_heads(material, sheet))
    for index, (number, title) in enumerate(rows):
        shapes += _row(sheet, _HEAD + index * _ROW, f"{number}. {title}", served.get(number, {}))
    height = _HEAD + len(rows) * _ROW
    if is_last:
        shapes += _totals(material, sheet, height, served)
        height += _ROW + 4
    told = material.phrases.text(
        "Goal matrix of measures {first}–{last}: the table “Measures by goal” tells the same.",
        first=rows[0][0],
        last=rows[-1][0],
    )
    return Drawing(width=_WIDTH, height=height, shapes=tuple(shapes), alternative=told)


def _heads(material: Material, sheet: _Sheet) -> Iterator[Shape]:
    yield Words(x=0, y=_HEAD - 7, text=material.phrases.text("Measure"), size=_SMALL, role="ink_soft", is_strong=True)
    for index, goal in enumerate(sheet.goals):
        yield Words(
            x=sheet.x(index) + sheet.column / 2,
            y=_HEAD - 7,
            text=str(material.goal_numbers[goal]),
            size=_SMALL,
            role="ink_soft",
            is_strong=True,
            anchor=Anchor.MIDDLE,
        )


def _row(sheet: _Sheet, top: float, title: str, values: Mapping[GoalId, int]) -> Iterator[Shape]:
    yield Words(x=0, y=top + _ROW - 4.6, text=fitted(title, _SIZE, sheet.names - 8), size=_SIZE)
    for index, goal in enumerate(sheet.goals):
        value = values.get(goal, 0)
        ground, ink = _LOOKS.get(value, ("", "bad"))
        yield Box(
            x=sheet.x(index) + 1,
            y=top + 1,
            width=sheet.column - 2,
            height=_ROW - 2,
            fill=ground or "panel",
            edge="bad" if value < 0 else "",
            radius=2,
        )
        if value:
            yield Words(
                x=sheet.x(index) + sheet.column / 2,
                y=top + _ROW - 4.6,
                text=str(value).replace("-", "−"),
                size=_SMALL,
                role=ink,
                is_strong=True,
                anchor=Anchor.MIDDLE,
            )


def _totals(
    material: Material, sheet: _Sheet, top: float, served: Mapping[int, Mapping[GoalId, int]]
) -> Iterator[Shape]:
    """Return how many measures contribute to each goal."""
    told = material.phrases.text("Measures that contribute")
    yield Words(x=0, y=top + _ROW - 2, text=told, size=_SMALL, role="ink_soft", is_strong=True)
    for index, goal in enumerate(sheet.goals):
        count = sum(values.get(goal, 0) > 0 for values in served.values())
        yield Words(
            x=sheet.x(index) + sheet.column / 2,
            y=top + _ROW - 2,
            text=str(count),
            size=_SMALL,
            role="ink" if count else "bad",
            is_strong=True,
            anchor=Anchor.MIDDLE,
        )
