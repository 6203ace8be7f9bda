"""What the grids are read as: which goals are columns, which rows there are."""

from __future__ import annotations

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.reads import inventory
from smartstad_desktop.reads.goals import goal_matrix as reads
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.goals.goal_matrix import CellValue, SetContributions
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.workspace import Workspace


class _AddTree:
    """Two goals, one of them with two goals beneath it and something to hand over."""

    def execute(self, tx: Transaction) -> None:
        """Write them."""
        tx.session.add(Goal(key="A", name_sv="Överst", order_key="1"))
        tx.session.add(Goal(key="B", name_sv="Ensamt", order_key="2"))
        tx.session.flush()
        for key, name, kind in (("A1", "Ett", "goal"), ("A2", "Två", "impact"), ("A3", "Leverans", "deliverable")):
            tx.session.add(Goal(key=key, name_sv=name, order_key=key, parent_id=1, kind=kind))
        tx.describe(title="mål")


def _add(workspace: Workspace, **fields: object) -> int:
    whole = {"title": "Ett projekt", "municipality_id": 1, "status": Status.PILOT, **fields}
    return int(workspace.run(AddProject(fields=whole)).value)


def test_columns_are_the_ends_of_the_tree_and_what_is_answered(workspace: Workspace) -> None:
    workspace.run(_AddTree())
    grid = workspace.read(reads.grid, Scale.CONTRIBUTION)
    assert [column.name.sv for column in grid.columns] == ["Ett", "Två", "Ensamt"]
    assert [grid.parents[column.parent].sv for column in grid.columns if column.parent] == ["Överst", "Överst"]

    project = _add(workspace)
    workspace.run(SetContributions(cells=(CellValue(project, 1, 2),)))
    answered = workspace.read(reads.grid, Scale.CONTRIBUTION)
    assert [column.name.sv for column in answered.columns] == ["Överst", "Ett", "Två", "Ensamt"]


def test_rows_are_our_own_projects_and_municipalities_that_take_part(workspace: Workspace) -> None:
    workspace.run(_AddTree())
    own = _add(workspace, participants=(2, 3), themes=(1,))
    _add(workspace, is_external=True, title="Någon annanstans")
    (row,) = workspace.read(reads.grid, Scale.CONTRIBUTION).rows
    assert (row.id, row.municipality, row.participants, row.groups) == (own, 1, (2, 3), (1,))
    assert [row.name for row in workspace.read(reads.grid, Scale.IMPORTANCE).rows] == [
        "Ängelholm",
        "Helsingborg",
        "Båstad",
    ]


def test_an_answer_of_nothing_is_no_contribution_in_the_inventory(workspace: Workspace) -> None:
    workspace.run(_AddTree())
    project = _add(workspace)
    workspace.run(SetContributions(cells=(CellValue(project, 2, 0), CellValue(project, 3, 2))))
    (row,) = workspace.read(inventory.rows)
    assert row.goals == (2,)
    assert {cell.value for cell in workspace.read(reads.cells, Scale.CONTRIBUTION)} == {0, 2}
