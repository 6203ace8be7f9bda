"""The other sheets of a workbook: needs, services, examples and answers to the plan come in like projects."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from smartstad_desktop.domain.lists.importing import ImportPlan, Verdict
from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed, MarketService, ServiceUse
from smartstad_desktop.storage.tables.plan import Commitment
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.inventory.needs import AddNeed
from smartstad_desktop.usecases.inventory.services import AddService
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.lists.import_log import failed_rows
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.lists.import_values import read_answer
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.plan.measures import AddMeasure
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    workspace.run(AddProject(fields={"title": "Badplatser i realtid", "municipality_id": 3}))
    workspace.run(AddNeed(fields={"need": "Veta när bussen går", "quote": "Jag fryser.", "municipality_id": 3}))
    workspace.run(AddService(fields={"name": "Bussappen", "supplier": "Påhittad AB", "uses": {3: None}}))
    workspace.run(AddProject(fields={"title": "Sopsug i Oslo", "municipality_id": 3, "is_external": True}))
    plan = PlanId(workspace.run(CreatePlan(fields={"title": "Plan"})).value)
    workspace.run(AddMeasure(plan=plan, fields={"title": "Gemensamt sensornät"}))
    return workspace


def returned(workspace: Workspace, tmp_path: Path, edits: dict[str, dict[str, Any]], add: bool = True) -> ImportPlan:  # noqa: FBT001, FBT002  a switch of one helper
    """Send a workbook, change cells of the first record of sheets and add a record to each, and plan what came back."""
    path = tmp_path / "Båstad.xlsx"
    export_workbook(workspace, "bastad", path)
    book = load_workbook(path)
    for name, changes in edits.items():
        sheet = book[name]
        heads = {str(cell.value): place for place, cell in enumerate(sheet[1], start=1)}
        for heading, value in changes.items():
            cast("Any", sheet.cell(2, _column(heads, heading))).value = value
    if add:
        needs, services = book["Behov"], book["Digitala tjänster"]
        needs.append([None, "2", "Hitta en parkering"])
        services.append([None, "Parkeringsappen"])
    book.save(path)
    return plan_import(workspace, [path])


def _column(heads: dict[str, int], heading: str) -> int:
    """Return the column of a heading; one that has to be filled in is marked behind its name."""
    return next(place for text, place in heads.items() if text.startswith(heading))


def verdicts(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(each.kind.value, each.verdict.value) for each in plan.lists[0].candidates]


def test_what_comes_back_as_it_went_is_unchanged(workspace: Workspace, tmp_path: Path) -> None:
    assert verdicts(returned(workspace, tmp_path, {}, add=False)) == [
        ("projects", "unchanged"), ("needs", "unchanged"), ("examples", "unchanged"), ("services", "unchanged"),
        ("commitments", "unchanged"),
    ]  # fmt: skip


def test_every_kind_is_changed_and_added_in_one_step(workspace: Workspace, tmp_path: Path) -> None:
    edits: dict[str, dict[str, Any]] = {
        "Behov": {"Målgrupp": "Pendlare"},
        "Digitala tjänster": {"Leverantör": "Annan påhittad AB"},
        "Omvärld": {"Var": "Oslo"},
        "Planens åtgärder för oss": {"Vi (roll)": "deltar", "Vårt år": "2027", "Vår budget (tkr)": 700},
    }
    plan = returned(workspace, tmp_path, edits)
    assert [verdict for kind, verdict in verdicts(plan) if kind != "projects"] == [
        "changed", "new", "changed", "changed", "new", "changed",
    ]  # fmt: skip
    before = dump(workspace)
    run_import(workspace, plan)

    def rows(table: Any, *names: str) -> list[Any]:
        query = select(*(getattr(table, name) for name in names)).order_by(table.id)
        return workspace.read(lambda c: [tuple(row) for row in c.execute(query)])

    assert rows(CitizenNeed, "need", "target_group") == [
        ("Veta när bussen går", "Pendlare"),
        ("Hitta en parkering", ""),
    ]
    assert [name for name, _supplier in rows(MarketService, "name", "supplier")] == ["Bussappen", "Parkeringsappen"]
    assert rows(ServiceUse, "municipality_id") == [(3,), (3,)]
    assert rows(Commitment, "role", "year", "budget") == [("joins", "2027", 700_000)]
    places = workspace.read(lambda c: list(c.scalars(select(Project.place).where(Project.is_external.is_(True)))))
    assert places == ["Oslo"]
    again = plan_import(workspace, [tmp_path / "Båstad.xlsx"])
    assert {verdict for _kind, verdict in verdicts(again)} == {"unchanged"}
    workspace.undo()
    assert dump(workspace) == before


def test_an_emptied_cell_asks_here_too(workspace: Workspace, tmp_path: Path) -> None:
    plan = returned(workspace, tmp_path, {"Behov": {"Med egna ord (utan namn)": None}}, add=False)
    (candidate,) = [each for each in plan.lists[0].candidates if each.kind is SheetKind.NEEDS]

    assert candidate.verdict is Verdict.CONFLICT
    assert [cell.field for cell in candidate.cells] == ["quote"]


def test_a_day_that_is_none_is_asked_about_and_mended_by_hand(workspace: Workspace, tmp_path: Path) -> None:
    wrong: dict[str, dict[str, Any]] = {"Digitala tjänster": {"Vårt avtal slutar": "nästa snöfall"}}
    plan = returned(workspace, tmp_path, wrong, add=False)
    (service,) = [each for each in plan.lists[0].candidates if each.kind is SheetKind.SERVICES]
    assert (service.verdict, service.open_issues[0].value) == (Verdict.ERROR, "nästa snöfall")

    (failed,) = failed_rows(plan.lists[0], phrasebook("nb"))
    assert failed.wrong == "Vår avtale slutter: «nästa snöfall» kan ikke leses som en dato."
    planner = Planner(workspace.read(reads.known))
    day = read_answer("contract_ends_on", "2027-12-31", SheetKind.SERVICES)
    plan = planner.mended(plan, service.key, "contract_ends_on", day)
    again = planner.replanned(plan)
    assert [each.verdict for each in again.lists[0].candidates if each.kind is SheetKind.SERVICES] == [Verdict.CHANGED]
    run_import(workspace, again)
    ends = select(ServiceUse.contract_ends_on)
    assert workspace.read(lambda connection: connection.scalars(ends).all()) == [date(2027, 12, 31)]


@pytest.mark.parametrize(
    ("sheet", "heading", "field", "written", "mended"),
    [
        ("Behov", "Antal som sagt det", "mentions", "många", "12"),
        ("Projekt", "Uppdaterad", "updated_on", "nyss", "2026-11-01"),
    ],
)
def test_a_number_or_a_day_that_cannot_be_read_is_asked_about(
    workspace: Workspace, tmp_path: Path, sheet: str, heading: str, field: str, written: str, mended: str
) -> None:
    path = tmp_path / "Båstad.xlsx"
    export_workbook(workspace, "bastad", path)
    book = load_workbook(path)
    heads = {str(cell.value): place for place, cell in enumerate(book[sheet][1], start=1)}
    column = next((place for text, place in heads.items() if text.startswith(heading)), len(heads) + 1)
    cast("Any", book[sheet].cell(1, column)).value = heading
    cast("Any", book[sheet].cell(2, column)).value = written
    book.save(path)
    plan = plan_import(workspace, [path])
    (wrong,) = [each for each in plan.lists[0].candidates if each.verdict is Verdict.ERROR]
    assert [(issue.field, issue.value) for issue in wrong.open_issues] == [(field, written)]

    planner = Planner(workspace.read(reads.known))
    plan = planner.mended(plan, wrong.key, field, read_answer(field, mended, wrong.kind))
    assert Verdict.ERROR not in {each.verdict for each in plan.lists[0].candidates}
