"""Ranges of scores as text with tabs between columns, as spreadsheets copy and paste them."""

from __future__ import annotations

from collections.abc import Sequence

from smartstad_desktop.domain.goals.goal_matrix import PasteTooLarge, PasteUnreadable
from smartstad_desktop.domain.order.priority import HIGHEST, LOWEST
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.order.scores_model import ScoresModel


def as_text(model: ScoresModel, rows: Sequence[int], columns: Sequence[int]) -> str:
    """Return a range; what was not given here is an empty cell."""

    def shown(row: int, column: int) -> str:
        given = model.given(row, column)
        if given is None:
            return ""
        return current().number(given.value, 0 if given.value == round(given.value) else 2)

    return "\n".join("\t".join(shown(row, column) for column in columns) for row in rows) + "\n"


def pasted(
    text: str, rows: Sequence[int], columns: Sequence[int], model: ScoresModel
) -> tuple[tuple[int, int, float | None], ...]:
    """Return what a copied range writes: one value fills the range, more begin at its first cell.

    Raises:
        PasteUnreadable: something is no score.
        PasteTooLarge: the range does not fit between the cursor and the end.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    values = [[_score(part) for part in line.split("\t")] for line in lines]
    width = max(len(line) for line in values)
    if len(values) == width == 1:
        return tuple((row, column, values[0][0]) for row in rows for column in columns)
    most_rows, most_columns = model.rowCount() - rows[0], model.columnCount() - columns[0]
    if len(values) > most_rows or width > most_columns:
        raise PasteTooLarge(rows=len(values), columns=width, most_rows=most_rows, most_columns=most_columns)
    return tuple(
        (rows[0] + down, columns[0] + across, value)
        for down, line in enumerate(values)
        for across, value in enumerate(line)
    )


def _score(text: str) -> float | None:
    bare = text.strip()
    if not bare:
        return None
    try:
        value = float(bare.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not LOWEST <= value <= HIGHEST:
        raise PasteUnreadable(text=bare[:40], lowest=LOWEST, highest=HIGHEST)
    return value
