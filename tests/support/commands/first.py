"""Examples of the commands of inventory, municipalities, board, plan, import and export."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.programme.municipalities import OfficialCode
from smartstad_desktop.domain.values import Language
from smartstad_desktop.usecases import board, placing
from smartstad_desktop.usecases.inventory import inventory
from smartstad_desktop.usecases.lists import exporting, importing
from smartstad_desktop.usecases.plan import commitments, measures, plan
from smartstad_desktop.usecases.plan import sources as plan_sources
from smartstad_desktop.usecases.plan import versions as plan_versions
from smartstad_desktop.usecases.programme import municipalities, programme
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import Example
from tests.support.commands.finding import first as _first
from tests.support.commands.finding import untyped as _any

LIST = Path(__file__).parents[2] / "data" / "lists" / "perstorp_v2.xlsx"


def _freeze(workspace: Workspace) -> None:
    workspace.run(plan_versions.FreezePlan(plan=_any(_first(workspace, "plan")), version="1.0"))


EXAMPLES: dict[str, Example] = {
    "AddProject": lambda w: inventory.AddProject(
        fields={"title": "Nytt", "municipality_id": _first(w, "municipality"), "themes": (1, 2), "status": "idea"}
    ),
    "EditProject": lambda w: inventory.EditProject(
        project=_any(_first(w, "project", "status = 'pilot'")),
        changes={"status": "stopped", "lesson": "Fråga först", "participants": (2, 3), "sdgs": (9,)},
    ),
    "EditProjects": lambda _: inventory.EditProjects(projects=_any((1, 2, 3)), add_themes=(1,), drop_themes=(2,)),
    "DuplicateProject": lambda w: inventory.DuplicateProject(project=_any(_first(w, "project"))),
    "DeleteProjects": lambda w: inventory.DeleteProjects(
        projects=_any((_first(w, "placement"), _first(w, "project", "id IN (SELECT project_id FROM plan_item)")))
    ),
    "ConfirmProjects": lambda _: inventory.ConfirmProjects(projects=_any((1, 2))),
    "SetConfidential": lambda _: inventory.SetConfidential(
        projects=_any((1, 2)), is_confidential=True, reason="Anbud pågår"
    ),
    "AddMunicipality": lambda _: municipalities.AddMunicipality(
        fields={"name": "Hässleholms kommun", "short_name": "Hässleholm", "mark": "HÄ", "colour": "#334455"}
    ),
    "EditMunicipality": lambda w: municipalities.EditMunicipality(
        municipality=_any(_first(w, "municipality")), changes={"codes": (OfficialCode("9999"),), "mark": "BX"}
    ),
    "RemoveMunicipality": lambda w: programme.RemoveMunicipality(
        municipality=w.run(
            municipalities.AddMunicipality(fields={"name": "X", "mark": "XX", "colour": "#333333"})
        ).value
    ),
    "EditProgramme": lambda _: programme.EditProgramme(
        changes={"name": "Annat namn", "vision": "Annan", "language": Language.NB, "started_on": date(2027, 2, 1)}
    ),
    "CreateBoard": lambda _: board.CreateBoard(
        name="Ny", columns=board.default_columns(Language.SV, 2027), projects=_any((1, 2, 3))
    ),
    "EditBoard": lambda w: board.EditBoard(board=_any(_first(w, "board")), name="Annan", timer_minutes=7),
    "DeleteBoard": lambda w: board.DeleteBoard(board=_any(_first(w, "board"))),
    "AddColumn": lambda w: board.AddColumn(
        board=_any(_first(w, "board")), name="Kanske", before=_any(_first(w, "board_column")), meaning=Meaning.NOT_NOW
    ),
    "EditColumn": lambda w: board.EditColumn(column=_any(_first(w, "board_column")), years="2031"),
    "MoveColumn": lambda w: board.MoveColumn(column=_any(_first(w, "board_column")), before=None),
    "DeleteColumn": lambda w: board.DeleteColumn(column=_any(_first(w, "board_column"))),
    "PlaceCards": lambda w: placing.PlaceCards(
        board=_any(_first(w, "board")), projects=_any((1, 2, 3)), column=_any(_first(w, "board_column"))
    ),
    "AddProjectsToBoard": lambda w: placing.AddProjectsToBoard(
        board=_any(_first(w, "board")),
        projects=_any((_first(w, "project", "id NOT IN (SELECT project_id FROM placement)"),)),
    ),
    "RemoveFromBoard": lambda w: placing.RemoveFromBoard(
        board=_any(_first(w, "board")),
        projects=_any((_first(w, "project", "id IN (SELECT project_id FROM placement)"),)),
    ),
    "CreatePlan": lambda _: plan.CreatePlan(fields={"title": "Ännu en plan"}),
    "EditPlan": lambda w: plan.EditPlan(plan=_any(_first(w, "plan")), changes={"title": "Annan titel"}),
    "AddMeasure": lambda w: measures.AddMeasure(plan=_any(_first(w, "plan")), fields={"title": "Åtgärd"}),
    "EditMeasure": lambda w: measures.EditMeasure(
        measure=_any(_first(w, "plan_item")), changes={"why": "För att", "money_one_off": 1_250_000}
    ),
    "MoveMeasures": lambda w: measures.MoveMeasures(measures=_any((_first(w, "plan_item"),)), before=None),
    "RemoveMeasures": lambda w: measures.RemoveMeasures(measures=_any((_first(w, "plan_item"),))),
    "SetCommitment": lambda w: commitments.SetCommitment(
        measure=_any(_first(w, "plan_item")), municipality=_any(9), changes={"role": "observes", "year": "2029"}
    ),
    "AddMeasuresFromProjects": lambda w: plan_sources.AddMeasuresFromProjects(
        plan=_any(_first(w, "plan")),
        projects=_any((_first(w, "project", "id NOT IN (SELECT project_id FROM plan_item) AND is_confidential = 0"),)),
    ),
    "AddMeasuresFromColumns": lambda w: plan_sources.AddMeasuresFromColumns(
        plan=_any(_first(w, "plan")), columns=_any((_first(w, "board_column", "name = 'Senare'"),))
    ),
    "CreatePlanFromBoard": lambda _: plan_sources.CreatePlanFromBoard(),
    "ApplyImport": lambda w: importing.ApplyImport(plan=importing.plan_import(w, [LIST], municipality="perstorp")),
    "KeepSentList": lambda _: exporting.KeepSentList(
        municipality=_any(1),
        title="Bjuv",
        stamp="a",
        file_name="a.xlsx",
        language=Language.SV,
        rows={"k": {"title": "x"}},
    ),
    "StartPlanVersion": lambda w: (_freeze(w), plan_versions.StartPlanVersion(plan=_any(1)))[1],
}
