"""A municipality's workbook out and back: what is written is what is read, and nothing else changes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from smartstad_desktop.domain.inventory import FundingNature, Maturity, MunicipalityRole, Possibility, Status
from smartstad_desktop.domain.values import Language, Period, Precision
from smartstad_desktop.reads import importing as reads
from smartstad_desktop.storage.tables.importing import SentList
from smartstad_desktop.usecases.exporting import MunicipalityUnknown, export_workbook
from smartstad_desktop.usecases.importing import plan_import, run_import
from smartstad_desktop.usecases.inventory import AddProject
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.templates import CreateProgramme
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import FixedClock

LISTS = Path(__file__).parent.parent / "data" / "lists"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "region.smartstad", Surroundings(clock=FixedClock())) as opened:
        opened.run(CreateProgramme(template="familjen-helsingborg"))
        yield opened


def town_id(workspace: Workspace, key: str) -> int:
    town = workspace.read(reads.known).names.municipality(key)
    assert town is not None
    return town.id


def add(workspace: Workspace, **fields: Any) -> None:
    workspace.run(AddProject(fields={"municipality_id": town_id(workspace, "bjuv"), "title": "Prov", **fields}))


def verdicts(workspace: Workspace, path: Path) -> list[str]:
    return [each.verdict.value for each in plan_import(workspace, [path]).lists[0].candidates]


@pytest.mark.parametrize("language", list(Language))
def test_importing_what_was_exported_changes_nothing(workspace: Workspace, tmp_path: Path, language: Language) -> None:
    run_import(workspace, plan_import(workspace, [LISTS / "Ängelholm.xlsx"]))
    made = export_workbook(workspace, "angelholm", tmp_path / "ut.xlsx", language)

    assert made.count == 16
    assert verdicts(workspace, made.path) == ["unchanged"] * 16


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("status", list(Status))
def test_every_choice_comes_back(workspace: Workspace, tmp_path: Path, language: Language, status: Status) -> None:
    for index, (role, maturity) in enumerate(zip(MunicipalityRole, [*Maturity, Maturity.PILOT], strict=True)):
        add(
            workspace, title=f"Val {index}", status=status, lesson="Lärdom", municipality_role=role, maturity=maturity,
            funding_nature=list(FundingNature)[index % 3], testbed_use=list(Possibility)[index % 3],
            is_lighthouse=index % 2, actor_types=["public", "residents"], partners=["Bolaget Vatten, Avlopp & Avfall"],
            technologies=["IoT", "AI"], sdgs={6, 11},
            start=Period(date(2026, 8, 17), date(2026, 8, 23), Precision.WEEK, "v. 34"),
            budget_total=220_500,
        )  # fmt: skip
    made = export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx", language)

    assert verdicts(workspace, made.path) == ["unchanged"] * 5


def test_text_never_becomes_a_formula(workspace: Workspace, tmp_path: Path) -> None:
    nasty = ["=1+1", "+46 42 10", "-5 grader", "@cmd", '=HYPERLINK("http://a.b","x")', "=cmd|' /C calc'!A0"]
    for text in nasty:
        add(workspace, title=text, comment=text)
    made = export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx")

    with zipfile.ZipFile(made.path) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets
    assert verdicts(workspace, made.path) == ["unchanged"] * len(nasty)


def test_the_workbook_helps_and_knows_itself(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace)
    made = export_workbook(workspace, "Bjuv", tmp_path / "ut.xlsx")
    book = load_workbook(made.path)
    sheet = book["Projekt"]

    assert book.sheetnames == ["Läs mig", "Projekt", "Behov", "Omvärld", "Digitala tjänster", "Listor", "_meta"]
    assert (book["Listor"].sheet_state, book["_meta"].sheet_state) == ("hidden", "veryHidden")
    assert sheet.column_dimensions["A"].hidden
    assert (sheet.freeze_panes, sheet["D1"].value) == ("E2", "Projektnamn *")
    assert sheet.tables["Projekt"].ref.startswith("A1:")
    assert str(book.defined_names["smartstad_stamp"].attr_text) == f'"{made.stamp}"'
    assert len(sheet.data_validations.dataValidation) >= 3
    assert not sheet.merged_cells.ranges
    assert book.properties.title == "Projektlista, Bjuv"
    assert {prop.name: prop.value for prop in book.custom_doc_props.props}["smartstad_stamp"] == made.stamp


def test_what_was_sent_is_kept_and_is_the_base_for_what_returns(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, title="Digitala lås", status=Status.PLANNED)
    add(workspace, title="Badplatser", status=Status.PILOT)
    made = export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx")
    kept = workspace.read(lambda c: c.execute(select(SentList.stamp, SentList.rows)).all())
    assert [(row.stamp, len(row.rows)) for row in kept] == [(made.stamp, 2)]

    book = load_workbook(made.path)
    sheet = book["Projekt"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("Status *") + 1).value = "Drift"
    sheet.delete_rows(3)
    sheet.insert_rows(2)
    sheet.cell(2, headings.index("Projektnamn *") + 1).value = "En ny rad överst"
    book.save(tmp_path / "tillbaka.xlsx")

    assert verdicts(workspace, tmp_path / "tillbaka.xlsx") == ["new", "changed", "missing"]


def test_an_empty_list_can_be_sent(workspace: Workspace, tmp_path: Path) -> None:
    made = export_workbook(workspace, "perstorp", tmp_path / "ut.xlsx")

    assert (made.count, made.path.exists()) == (0, True)


def test_the_old_file_stands_when_the_new_one_cannot_be_written(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "mapp").mkdir()
    with pytest.raises(MunicipalityUnknown):
        export_workbook(workspace, "narnia", tmp_path / "mapp" / "ut.xlsx")

    assert list((tmp_path / "mapp").iterdir()) == []
