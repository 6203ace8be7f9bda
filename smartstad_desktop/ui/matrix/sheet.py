"""The grid as it was read last, with what its rows come to; answers that change are put in place one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smartstad_desktop.domain.goals import goal_matrix as rules
from smartstad_desktop.domain.goals.goal_matrix import Result
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.goals.goal_matrix import Grid, GridCell, GridRow, StepText
from smartstad_desktop.text.goals.scales import step_words
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.ui.kit.marks import Mark

#: Projects that were stopped early serve no goal any more.
NOT_COUNTED = frozenset((ProjectKind.STOPPED, ProjectKind.EXTERNAL))


class Sheet:
    """One grid in memory: answers by row and place of the column, comments, weights, results."""

    def __init__(self, grid: Grid, steps: dict[tuple[Scale, int], StepText], phrases: Phrasebook) -> None:
        self.grid = grid
        self.scale = grid.scale
        self.phrases = phrases
        self.rows: dict[int, GridRow] = {row.id: row for row in grid.rows}
        self.columns: tuple[int, ...] = tuple(column.id for column in grid.columns)
        self.column_names: tuple[str, ...] = tuple(self._said(column.name) for column in grid.columns)
        self.parent_names: tuple[str, ...] = tuple(
            self._said(grid.parents[column.parent]) if column.parent in grid.parents else "" for column in grid.columns
        )
        self.weights: tuple[int | None, ...] = tuple(column.weight for column in grid.columns)
        self.counted = rules.counted(self.weights)
        self.steps = {step: self._words(steps.get((grid.scale, step)), step) for step in rules.steps_of(grid.scale)}
        self.answers: dict[int, list[int | None]] = {row.id: [None] * len(self.columns) for row in grid.rows}
        self.comments: dict[tuple[int, int], str] = {}
        self._place_of = {column: place for place, column in enumerate(self.columns)}
        self._cells: dict[int, tuple[int, int]] = {}
        self._results: dict[int, Result] = {}
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._put(grid.cells)

    def _said(self, name: Named) -> str:
        return name.in_language(self.phrases.language.value)

    def _words(self, own: StepText | None, step: int) -> tuple[str, str]:
        name, meaning = step_words(self.scale, step, self.phrases)
        if own is None:
            return name, meaning
        return self._said(own.name) or name, self._said(own.meaning) or meaning

    def _put(self, cells: Iterable[GridCell]) -> set[tuple[int, int]]:
        touched: set[tuple[int, int]] = set()
        for number, row, column, value, comment in cells:
            place = self._place_of.get(column)
            if place is None or row not in self.answers:
                continue
            self.answers[row][place] = value
            self._cells[number] = (row, place)
            touched.add((row, place))
            if comment:
                self.comments[row, place] = comment
            else:
                self.comments.pop((row, place), None)
        return touched

    def update(self, asked: Iterable[int], cells: Iterable[GridCell]) -> set[tuple[int, int]]:
        """Put *cells* in place; those of *asked* that are not among them are gone. Return the touched places."""
        found = tuple(cells)
        touched: set[tuple[int, int]] = set()
        for number in set(asked) - {cell.id for cell in found}:
            if number in self._cells:
                row, place = self._cells.pop(number)
                self.answers[row][place] = None
                self.comments.pop((row, place), None)
                touched.add((row, place))
        # What is there now is put last: an answer may be taken away and given again in one step.
        touched |= self._put(found)
        for row, _place in touched:
            self._results.pop(row, None)
        return touched

    def has_columns(self, columns: Iterable[int]) -> bool:
        """Return whether all of *columns* are shown; a goal above others becomes a column by its first answer."""
        return all(column in self._place_of for column in columns)

    # What is shown of a row

    def result(self, row: int) -> Result:
        """Return what a row comes to, reckoned once."""
        found = self._results.get(row)
        if found is None:
            found = self._results[row] = rules.result(self.answers[row], self.counted)
        return found

    def answered(self, row: int) -> int:
        """Return how many cells of a row are answered."""
        return sum(answer is not None for answer in self.answers[row])

    def supported(self, place: int) -> int:
        """Return how many rows give a column something; projects that were stopped are not counted."""
        return sum(
            1 for row in self.grid.rows if row.kind not in NOT_COUNTED and (self.answers[row.id][place] or 0) > 0
        )

    def marks_of(self, row: int) -> tuple[Mark, ...]:
        """Return the mark of the municipality that leads, if any."""
        found = self._marks.get(row)
        if found is None:
            town = self.grid.faces.municipalities.get(self.rows[row].municipality or 0)
            found = self._marks[row] = () if town is None else (Mark(town.mark, town.colour, town.name),)
        return found

    def counted_rows(self) -> Sequence[GridRow]:
        """Return the rows that serve goals: all but stopped projects."""
        return [row for row in self.grid.rows if row.kind not in NOT_COUNTED]

    def cell_words(self, row: int, place: int) -> str:
        """Return a cell in one sentence, for people who do not see the grid."""
        answer = self.answers[row][place]
        value = self.phrases.text("not answered") if answer is None else f"{figure(answer)}, {self.steps[answer][0]}"
        comment = self.comments.get((row, place))
        told = f"{self.rows[row].name}, {self.column_names[place]}: {value}"
        return told if comment is None else f"{told}. {comment}"


def figure(answer: int | None) -> str:
    """Return a number with a true minus sign; nothing where nothing is answered."""
    return "" if answer is None else str(answer).replace("-", "\u2212")
