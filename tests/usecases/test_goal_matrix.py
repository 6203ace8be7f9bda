"""Answers of the three grids, their comments, weights and words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.goals.goal_matrix import CellValue, CommentWithoutValue, ValueOffScale, WeightOffScale
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.reads.goals import goal_matrix as reads
from smartstad_desktop.usecases.goals.goal_matrix import (
    CommentCell,
    DescribeScale,
    SetContributions,
    SetGoalWeights,
    SetImportances,
)
from smartstad_desktop.usecases.templates.templates import create_demo
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.many import AddMany


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """Three municipalities, four goals and twenty projects with answers."""
    workspace.run(AddMany(count=20))
    return workspace


def _answers(workspace: Workspace, scale: Scale = Scale.CONTRIBUTION) -> dict[tuple[int, int], int]:
    return {(cell.row, cell.column): cell.value for cell in workspace.read(reads.cells, scale)}


def test_many_cells_are_one_step_and_only_what_differs_is_written(filled: Workspace) -> None:
    before = _answers(filled)
    held = next(iter(before))
    cells = (CellValue(*held, before[held]), CellValue(20, 4, 0), CellValue(19, 1, 3))
    outcome = filled.run(SetContributions(cells=cells))
    assert len(outcome.changes.rows) == 2
    assert _answers(filled) == before | {(20, 4): 0, (19, 1): 3}
    filled.undo()
    assert _answers(filled) == before


def test_none_takes_the_answer_away(filled: Workspace) -> None:
    row, column = next(iter(_answers(filled)))
    filled.run(SetContributions(cells=(CellValue(row, column, None),)))
    assert (row, column) not in _answers(filled)


def test_writing_what_stands_there_is_no_step(filled: Workspace) -> None:
    place, value = next(iter(_answers(filled).items()))
    assert filled.run(SetContributions(cells=(CellValue(*place, value),))).step is None


def test_a_number_off_the_scale_refuses_everything(filled: Workspace) -> None:
    before = _answers(filled)
    with pytest.raises(ValueOffScale):
        filled.run(SetContributions(cells=(CellValue(1, 1, 3), CellValue(2, 1, 4))))
    with pytest.raises(RowGone):
        filled.run(SetImportances(cells=(CellValue(99, 1, 3),)))
    assert _answers(filled) == before


def test_a_changed_number_keeps_its_comment(filled: Workspace) -> None:
    row, column = next(iter(_answers(filled)))
    filled.run(CommentCell(scale=Scale.CONTRIBUTION, row=row, column=column, comment=" Mätt i juni "))
    filled.run(SetContributions(cells=(CellValue(row, column, -1),)))
    cell = next(c for c in filled.read(reads.cells, Scale.CONTRIBUTION) if (c.row, c.column) == (row, column))
    assert (cell.value, cell.comment) == (-1, "Mätt i juni")


def test_a_comment_needs_a_number(filled: Workspace) -> None:
    with pytest.raises(CommentWithoutValue):
        filled.run(CommentCell(scale=Scale.IMPORTANCE, row=1, column=1, comment="Varför"))


def test_weights_are_written_and_refused(filled: Workspace) -> None:
    filled.run(SetGoalWeights(weights={1: 60, 2: 40}))
    grid = filled.read(reads.grid, Scale.CONTRIBUTION)
    assert [column.weight for column in grid.columns] == [60, 40, None, None]
    with pytest.raises(WeightOffScale):
        filled.run(SetGoalWeights(weights={1: 101}))


def test_words_of_the_scale_are_kept_per_language_and_forgotten(filled: Workspace) -> None:
    describe = {"scale": Scale.IMPORTANCE, "steps": {3: ("allra viktigast", "")}}
    filled.run(DescribeScale(language=Language.SV, **describe))
    filled.run(DescribeScale(language=Language.NB, scale=Scale.IMPORTANCE, steps={3: ("aller viktigst", "")}))
    assert filled.read(reads.steps)[Scale.IMPORTANCE, 3].name == Named("allra viktigast", "aller viktigst")
    for language in (Language.SV, Language.NB):
        filled.run(DescribeScale(language=language, scale=Scale.IMPORTANCE, steps={3: ("", " ")}))
    assert filled.read(reads.steps) == {}


def test_the_demonstration_has_weights_opinions_and_reasons(tmp_path: Path) -> None:
    with create_demo(tmp_path / "region.smartstad") as demo:
        columns = demo.read(reads.grid, Scale.CONTRIBUTION).columns
        opinions = demo.read(reads.cells, Scale.IMPORTANCE)
        answers = demo.read(reads.cells, Scale.CONTRIBUTION)
    assert sum(column.weight or 0 for column in columns) == 100
    assert {cell.value for cell in opinions} == {-1, 0, 1, 2, 3}
    assert len({cell.row for cell in opinions}) == 10
    assert sum(bool(cell.comment) for cell in answers) == 5
    # What has been talked about is answered in full, also where a project gives nothing.
    assert sum(Counter(cell.row for cell in answers)[row] >= 10 for row in {cell.row for cell in answers}) == 21


def test_a_large_fill_takes_a_moment_and_one_undo(filled: Workspace) -> None:
    before = _answers(filled)
    filled.run(SetContributions(cells=tuple(CellValue(row, goal, 2) for row in range(1, 21) for goal in range(1, 5))))
    assert set(_answers(filled).values()) == {2}
    assert len(_answers(filled)) == 80
    filled.undo()
    assert _answers(filled) == before
