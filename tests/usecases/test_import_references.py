"""Rows that name others: the needs a service meets, by their numbers, and the measures that are answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from smartstad_desktop.domain.lists.importing import Candidate, ImportPlan, Verdict
from smartstad_desktop.domain.lists.lists import IssueCode, SheetKind
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.storage.tables.needs import CitizenNeed, MarketService, NeedService
from smartstad_desktop.storage.tables.plan import Commitment
from smartstad_desktop.usecases.inventory.needs import AddNeed
from smartstad_desktop.usecases.inventory.services import AddService
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.lists.import_values import read_answer
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.plan.measures import AddMeasure
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import FixedClock, SetUp

BUS, BENCH, PARKING = "Veta när bussen går", "Kunna vila på vägen", "Hitta en parkering"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "prov.smartstad", Surroundings(clock=FixedClock())) as opened:
        opened.run(SetUp())
        for need in (BUS, BENCH):
            opened.run(AddNeed(fields={"need": need, "municipality_id": 3}))
        opened.run(AddService(fields={"name": "Bussappen", "uses": {3: None}}))
        plan = PlanId(opened.run(CreatePlan(fields={"title": "Plan"})).value)
        opened.run(AddMeasure(plan=plan, fields={"title": "Gemensamt sensornät"}))
        yield opened


Edit = Callable[[Any], None]


def returned(workspace: Workspace, tmp_path: Path, edit: Edit) -> ImportPlan:
    """Send a workbook, let it be changed, and plan what comes back."""
    path = tmp_path / "Båstad.xlsx"
    export_workbook(workspace, "bastad", path)
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return plan_import(workspace, [path])


def put(sheet: Any, row: int, heading: str, value: object) -> None:
    column = next(cell.column for cell in sheet[1] if str(cell.value).startswith(heading))
    sheet.cell(row, column).value = value


def of_kind(plan: ImportPlan, kind: SheetKind) -> list[Candidate]:
    return [each for each in plan.lists[0].candidates if each.kind is kind]


def links(workspace: Workspace) -> list[tuple[str, str, int]]:
    query = (
        select(MarketService.name, CitizenNeed.need, NeedService.coverage)
        .join(NeedService, NeedService.service_id == MarketService.id)
        .join(CitizenNeed, CitizenNeed.id == NeedService.need_id)
        .order_by(NeedService.id)
    )
    return [cast("tuple[str, str, int]", tuple(row)) for row in workspace.read(lambda c: c.execute(query).all())]


def test_a_service_is_linked_to_the_needs_it_numbers(workspace: Workspace, tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        put(book["Digitala tjänster"], 2, "Möter behov nr", "2; 3")
        book["Behov"].append([None, "3", PARKING])
        book["Digitala tjänster"].append([None, "Parkeringsappen", None, None, 3])

    plan = returned(workspace, tmp_path, edit)
    old, new = of_kind(plan, SheetKind.SERVICES)
    assert (old.verdict, [(cell.field, cell.after) for cell in old.cells]) == (
        Verdict.CHANGED, [("needs", (BENCH, PARKING))],
    )  # fmt: skip
    assert (new.verdict, new.row.values["needs"]) == (Verdict.NEW, (PARKING,))
    run_import(workspace, plan)

    assert links(workspace) == [
        ("Bussappen", BENCH, 2), ("Bussappen", PARKING, 2), ("Parkeringsappen", PARKING, 2),
    ]  # fmt: skip
    again = plan_import(workspace, [tmp_path / "Båstad.xlsx"])
    assert {each.verdict for each in again.lists[0].candidates} == {Verdict.UNCHANGED}


def test_a_number_that_is_taken_away_takes_the_link_away(workspace: Workspace, tmp_path: Path) -> None:
    run_import(
        workspace, returned(workspace, tmp_path, lambda book: put(book["Digitala tjänster"], 2, "Möter", "1; 2"))
    )
    plan = returned(workspace, tmp_path, lambda book: put(book["Digitala tjänster"], 2, "Möter", "2"))
    (service,) = of_kind(plan, SheetKind.SERVICES)
    assert service.verdict is Verdict.CHANGED
    run_import(workspace, plan)

    assert links(workspace) == [("Bussappen", BENCH, 2)]


def test_a_number_of_no_need_is_told_and_left_out(workspace: Workspace, tmp_path: Path) -> None:
    plan = returned(workspace, tmp_path, lambda book: put(book["Digitala tjänster"], 2, "Möter", "1; 9"))
    (service,) = of_kind(plan, SheetKind.SERVICES)

    assert (service.verdict, service.row.values["needs"]) == (Verdict.CHANGED, (BUS,))
    assert [(each.code, each.value) for each in service.row.issues] == [(IssueCode.NEED_UNKNOWN, "9")]


def test_an_answer_to_no_measure_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        sheet = book["Planens åtgärder för oss"]
        sheet.append([None, "Gemensamt sensornätverk", None, None, None, None, "deltar"])
        sheet.append([None, "Något annat"])

    plan = returned(workspace, tmp_path, edit)
    _first, wrong, silent = of_kind(plan, SheetKind.COMMITMENTS)
    assert (wrong.verdict, silent.verdict) == (Verdict.ERROR, Verdict.UNCHANGED)
    assert [(each.field, each.code) for each in wrong.open_issues] == [("title", IssueCode.MEASURE_UNKNOWN)]

    title = read_answer("title", "Gemensamt sensornät", SheetKind.COMMITMENTS)
    planner = Planner(workspace.read(reads.known))
    plan = planner.mended(plan, wrong.key, "title", title)
    assert of_kind(plan, SheetKind.COMMITMENTS)[1].verdict is Verdict.CHANGED
    run_import(workspace, plan)
    assert workspace.read(lambda c: c.scalars(select(Commitment.role)).all()) == ["joins"]
