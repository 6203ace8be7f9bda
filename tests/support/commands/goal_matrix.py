"""Examples of what is done in the goal matrix."""

from __future__ import annotations

from smartstad_desktop.domain.goals.goal_matrix import CellValue
from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.domain.values import Language
from smartstad_desktop.usecases.goals import goal_matrix
from smartstad_desktop.usecases.inventory import needs, services
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example, first, untyped


def _coverage(workspace: Workspace) -> CellValue:
    need = untyped(workspace.run(needs.AddNeed(fields={"need": "Vi vill veta när bussen kommer"})).value)
    service = untyped(workspace.run(services.AddService(fields={"name": "Bussapp"})).value)
    return CellValue(need, service, 2)


def _answered(workspace: Workspace) -> tuple[int, int]:
    cell = first(workspace, "project_goal", "contribution = 3")
    query = f"SELECT project_id, goal_id FROM project_goal WHERE id = {cell}"
    row = workspace.read(lambda connection: connection.exec_driver_sql(query).one())
    return int(row[0]), int(row[1])


EXAMPLES: dict[str, Example] = {
    "SetContributions": lambda w: goal_matrix.SetContributions(
        cells=(CellValue(*_answered(w), None), CellValue(1, 1, -1), CellValue(2, 2, 3))
    ),
    "SetImportances": lambda w: goal_matrix.SetImportances(
        cells=(CellValue(first(w, "municipality", "key = 'svalov'"), 1, 3),)
    ),
    "SetCoverages": lambda w: goal_matrix.SetCoverages(cells=(_coverage(w),)),
    "CommentCell": lambda w: goal_matrix.CommentCell(
        scale=Scale.CONTRIBUTION, row=_answered(w)[0], column=_answered(w)[1], comment="Därför"
    ),
    "SetGoalWeights": lambda _: goal_matrix.SetGoalWeights(weights={1: 20, 2: None}),
    "DescribeScale": lambda _: goal_matrix.DescribeScale(
        scale=Scale.CONTRIBUTION, language=Language.SV, steps={3: ("fullt ut", "Målet nås"), 1: ("", "")}
    ),
}
