"""A municipality's workbook out and back: what is written is what is read, and nothing else changes."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from smartstad_desktop.domain.goals.goal_matrix import CellValue
from smartstad_desktop.domain.inventory import FundingNature, Maturity, MunicipalityRole, Possibility, Status
from smartstad_desktop.domain.values import Language, Period, Precision
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.storage.tables.importing import SentList
from smartstad_desktop.usecases.goals.goal_matrix import SetCoverages
from smartstad_desktop.usecases.inventory.inventory import AddProject, SetConfidential
from smartstad_desktop.usecases.inventory.needs import AddNeed
from smartstad_desktop.usecases.inventory.services import AddService
from smartstad_desktop.usecases.lists.exporting import MunicipalityUnknown, export_workbook
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.programme.municipalities import EditMunicipality
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan

LISTS = Path(__file__).parent.parent / "data" / "lists"


@pytest.fixture
def workspace(region: Workspace) -> Workspace:
    return region


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


def cells(path: Path, sheet: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet by heading, the empty ones left out."""
    head, *rows = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows if any(row)]


def test_needs_services_and_examples_go_out_with_stable_keys(workspace: Workspace, tmp_path: Path) -> None:
    home, other = town_id(workspace, "bjuv"), town_id(workspace, "klippan")
    need = workspace.run(
        AddNeed(fields={"need": "Hitta rätt", "quote": "=Var?", "mentions": 40, "municipality_id": home})
    )
    workspace.run(AddNeed(fields={"need": "Någon annans", "municipality_id": other}))
    uses = {home: date(2027, 6, 30), other: None}
    service = workspace.run(AddService(fields={"name": "Felanmälan", "cost_class": "low", "uses": uses}))
    workspace.run(AddService(fields={"name": "Ingen använder"}))
    workspace.run(SetCoverages(cells=(CellValue(need.value, service.value, 2),)))
    add(workspace, title="Belysning i Oslo", is_external=True, place="Oslo", transferability="4", adopters={other})
    made = export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx")

    (told,) = cells(made.path, "Behov")
    assert (told["Nr"], told["Behov *"], told["Antal som sagt det"]) == ("1", "Hitta rätt", 40)
    assert told["Med egna ord (utan namn)"] == "=Var?"
    (used,) = cells(made.path, "Digitala tjänster")
    assert (used["Tjänst *"], used["Möter behov nr"], used["Kostnadsklass"]) == ("Felanmälan", "1", "Låg kostnad")
    assert (used["Vårt avtal slutar"].date(), used["Används av"]) == (date(2027, 6, 30), "Bjuv; Klippan")
    (seen,) = cells(made.path, "Omvärld")
    assert (seen["Exempel *"], seen["Var"], seen["Skulle kunna införas av"]) == ("Belysning i Oslo", "Oslo", "Klippan")
    kept = workspace.read(lambda c: c.scalars(select(SentList.rows)).one())
    assert {key.split(":")[0] for key in kept} == {"needs", "services", "examples"}
    assert f"needs:{told['SMARTstad-id']}" in kept


def test_the_plan_asks_as_soon_as_it_has_measures(workspace: Workspace, tmp_path: Path) -> None:
    home = town_id(workspace, "bjuv")
    before = export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx")
    assert "Planens åtgärder för oss" not in load_workbook(before.path).sheetnames

    _plan, (first, second) = a_plan(workspace, "Gemensamt nät", "Öppna data")
    said = {"role": "leads", "year": "2027", "budget": 80_000, "owner_unit": "IT", "comment": "Efter beslut"}
    workspace.run(SetCommitment(measure=first, municipality=home, changes=said))
    made = export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx")

    rows = cells(made.path, "Planens åtgärder för oss")
    assert [row["SMARTstad-id"] for row in rows] == [f"measure-{first}", f"measure-{second}"]
    answered = ("Vi (roll) *", "Vårt år", "Vår budget (tkr)", "Ansvarig hos oss", "Vår kommentar")
    assert [tuple(row[name] for name in answered) for row in rows] == [
        ("Leder", "2027", 80, "IT", "Efter beslut"),
        (None,) * 5,
    ]


@pytest.mark.parametrize(("country", "sheet"), [("SE", "Projekt"), ("NO", "Prosjekter"), ("IT", "Projects")])
def test_every_municipality_gets_its_own_language(
    workspace: Workspace, tmp_path: Path, country: str, sheet: str
) -> None:
    workspace.run(EditMunicipality(municipality=town_id(workspace, "bjuv"), changes={"country": country}))
    made = export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx")

    assert load_workbook(made.path).sheetnames[1] == sheet


def test_what_is_confidential_is_not_sent_but_counted(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, title="Kameror vid stationen", is_confidential=True, confidentiality_reason="OSL 18 kap.")
    add(workspace, title="Badplatser")
    made = export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx")
    book = load_workbook(made.path)

    with zipfile.ZipFile(made.path) as archive:
        assert not any(b"Kameror" in archive.read(name) for name in archive.namelist())
    assert made.count == 1
    assert "1 projekt med sekretess är inte med i filen." in [cell.value for cell in book["Läs mig"]["A"]]


def test_every_sheet_can_be_read_by_everybody_and_prints(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, what="Lång text. " * 200)
    book = load_workbook(export_workbook(workspace, "bjuv", tmp_path / "ut.xlsx").path)

    assert book.properties.language == "sv"
    for name in ("Projekt", "Behov", "Omvärld", "Digitala tjänster"):
        sheet = book[name]
        assert list(sheet.tables) == [name.replace(" ", "_")]
        assert (sheet.page_setup.orientation, sheet.print_title_rows, sheet.freeze_panes[-1]) == (
            "landscape",
            "$1:$1",
            "2",
        )
        assert not sheet.merged_cells.ranges
        assert any(cell.value.endswith("*") for cell in sheet[1])
        assert all(len(each.prompt or "") <= 255 for each in sheet.data_validations.dataValidation)
    assert (book["Projekt"].row_dimensions[2].height or 0) < 200


def test_what_was_not_sent_is_not_missing_when_the_list_returns(workspace: Workspace, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [LISTS / "Ängelholm.xlsx"]))
    secret = next(each for each in workspace.read(reads.known).projects if each.municipality is not None)
    workspace.run(SetConfidential(projects=(secret.id,), is_confidential=True, reason="OSL 18 kap."))
    made = export_workbook(workspace, "angelholm", tmp_path / "ut.xlsx")

    assert verdicts(workspace, made.path) == ["unchanged"] * 15
