"""The whole inventory as a file: every format says the same, no cell becomes a formula, and nothing is half written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from smartstad_desktop.domain.files import FileUnwritable, TargetInUse
from smartstad_desktop.domain.goals.goal_matrix import CellValue
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.outgoing import inventory_files
from smartstad_desktop.usecases.goals.goal_matrix import SetCoverages
from smartstad_desktop.usecases.inventory.inventory import AddProject, EditProject
from smartstad_desktop.usecases.inventory.needs import AddNeed
from smartstad_desktop.usecases.inventory.services import AddService
from smartstad_desktop.usecases.lists.exporting_inventory import export_inventory
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_project

BUS, WALK = "Veta när bussen går", "Gå tryggt till tåget"
NASTY = ["=1+1", "+46 42 10", "-5 grader", "@cmd", "'= redan märkt", '"citat"; semikolon', "två\nrader", "å ø ß 漢 🙂"]


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    for number, text in enumerate(NASTY):
        project = a_project(workspace, f"Projekt {number}", comment=text, budget_total=220_500, what=text)
        workspace.run(EditProject(project=project, changes={"extra": {"Kommentar": text, "Egen": str(number)}}))
    return workspace


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))


def test_separated_values_open_in_a_nordic_spreadsheet(filled: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "ut.csv"
    assert export_inventory(filled, target, Language.SV) == len(NASTY)

    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    head, *rows = rows_of(target)
    assert {row[head.index("Budget totalt (tkr)")] for row in rows} == {"220,5"}
    assert [row[head.index("Kommentar")] for row in rows][:4] == ["'=1+1", "'+46 42 10", "'-5 grader", "'@cmd"]
    assert [row[head.index("Kommentar (2)")] for row in rows][4:] == ["''= redan märkt", *NASTY[5:]]


def test_the_workbook_holds_every_field_and_prints(filled: Workspace, tmp_path: Path) -> None:
    export_inventory(filled, tmp_path / "ut.xlsx", Language.NB)
    book = load_workbook(tmp_path / "ut.xlsx")
    sheet = book["Prosjekter"]
    head = [cell.value for cell in sheet[1]]

    assert [sheet.cell(row, head.index("Kommentar") + 1).value for row in range(2, 10)] == NASTY
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert (book.properties.language, sheet.print_title_rows, len(sheet.tables)) == ("nb", "$1:$1", 1)


def test_plain_values_are_those_of_the_command_line(filled: Workspace, tmp_path: Path) -> None:
    export_inventory(filled, tmp_path / "ut.json", Language.SV)
    told = json.loads((tmp_path / "ut.json").read_text("utf-8"))

    assert (told["format"], len(told["municipalities"]), len(told["projects"])) == ("smartstad-inventory", 3, 8)
    assert [row["comment"] for row in told["projects"]] == NASTY
    assert told["projects"][0]["budget_total"] == pytest.approx(220.5)


def test_plain_values_hold_everything_and_projects_are_counted_alike(filled: Workspace, tmp_path: Path) -> None:
    example = {"title": "Sopsug i Oslo", "municipality_id": 3, "is_external": True, "transferability": "easy"}
    filled.run(AddProject(fields={**example, "adopters": {2}}))
    filled.run(AddNeed(fields={"need": "Veta när bussen går", "municipality_id": 3}))
    filled.run(AddService(fields={"name": "Bussappen", "uses": {3: None}}))
    counts = {export_inventory(filled, tmp_path / f"ut.{ending}", Language.SV) for ending in ("xlsx", "csv", "json")}
    told = json.loads((tmp_path / "ut.json").read_text("utf-8"))

    assert counts == {len(NASTY)} == {len(told["projects"])} == {len(rows_of(tmp_path / "ut.csv")) - 1}
    assert [row["need"] for row in told["needs"]] == ["Veta när bussen går"]
    assert [row["name"] for row in told["services"]] == ["Bussappen"]
    assert [(row["title"], row["adopters"]) for row in told["examples"]] == [("Sopsug i Oslo", ["helsingborg"])]


@pytest.fixture
def whole(filled: Workspace) -> Workspace:
    """Needs of two municipalities in the same words, one of nobody, a service that meets one of each, and examples."""
    for town in (3, 1, None):
        filled.run(AddNeed(fields={"need": BUS if town else WALK, "municipality_id": town, "comment": "=1+1"}))
    service = filled.run(AddService(fields={"name": "Bussappen", "uses": {3: date(2027, 5, 1), 2: None}})).value
    filled.run(SetCoverages(cells=(CellValue(1, service, 2), CellValue(3, service, 2))))
    example = {"title": "Sopsug i Oslo", "is_external": True, "transferability": "easy", "adopters": {2}}
    filled.run(AddProject(fields={**example, "municipality_id": 3}))
    filled.run(
        AddProject(fields={**example, "title": "Hemligt", "is_confidential": True, "confidentiality_reason": "X"})
    )
    return filled


def table(book: Any, name: str) -> list[dict[str, Any]]:
    head, *rows = book[name].iter_rows(values_only=True)
    return [{str(key).removesuffix(" *"): value for key, value in zip(head, row, strict=True) if value} for row in rows]


def test_the_workbook_holds_needs_examples_and_services(whole: Workspace, tmp_path: Path) -> None:
    export_inventory(whole, tmp_path / "ut.xlsx", Language.SV)
    book = load_workbook(tmp_path / "ut.xlsx")
    needs, examples, services = (table(book, name) for name in ("Behov", "Omvärld", "Digitala tjänster"))

    assert [(row["Nr"], row["Behov"], row.get("Kommun")) for row in needs] == [
        ("1", BUS, "Ängelholm"), ("2", BUS, "Båstad"), ("3", WALK, None),
    ]  # fmt: skip
    assert [(row["Exempel"], row.get("Sett av"), row.get("Sekretess")) for row in examples] == [
        ("Sopsug i Oslo", "Båstad", None), ("Hemligt", None, "X"),
    ]  # fmt: skip
    assert [(row["Används av"], row["Möter behov nr"], "Vårt avtal slutar" in row) for row in services] == [
        ("Båstad; Helsingborg", "2; 3", False)
    ]
    assert [book[name].cell(2, 1).data_type for name in book.sheetnames[:4]] == ["s"] * 4


def test_importing_the_whole_changes_nothing_and_then_just_what_was_changed(whole: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "ut.xlsx"
    export_inventory(whole, target, Language.SV)
    back = plan_import(whole, [target]).lists[0]
    assert {each.verdict.value for each in back.candidates} == {"unchanged"}
    assert (len(back.candidates), back.needs_municipality) == (len(NASTY) + 6, False)

    book: Any = load_workbook(target)
    heads = {name: [str(cell.value).removesuffix(" *") for cell in book[name][1]] for name in book.sheetnames[:4]}
    for name, row, heading, value in (
        ("Behov", 3, "Plats", "Torget"),
        ("Behov", 4, "Plats", "Stigen"),
        ("Omvärld", 2, "Var", "Oslo"),
        ("Digitala tjänster", 2, "Möter behov nr", "2"),
    ):
        book[name].cell(row, heads[name].index(heading) + 1).value = value
    book.save(target)
    plan = plan_import(whole, [target]).with_theirs()
    run_import(whole, plan)
    export_inventory(whole, tmp_path / "igen.xlsx", Language.SV)
    again = load_workbook(tmp_path / "igen.xlsx")
    assert [row.get("Plats") for row in table(again, "Behov")] == [None, "Torget", "Stigen"]
    assert [row.get("Var") for row in table(again, "Omvärld")] == ["Oslo", None]
    assert [(row["Används av"], row["Möter behov nr"]) for row in table(again, "Digitala tjänster")] == [
        ("Båstad; Helsingborg", "2")
    ]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_importing_the_inventory_changes_nothing(filled: Workspace, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"ut.{ending}"
    export_inventory(filled, target, Language.SV)

    verdicts = [each.verdict.value for each in plan_import(filled, [target]).lists[0].candidates]
    assert verdicts == ["unchanged"] * len(NASTY)


@pytest.mark.parametrize("lock", ["~$ut.csv", ".~lock.ut.csv#"])
def test_a_file_that_is_open_elsewhere_is_left_alone(filled: Workspace, tmp_path: Path, lock: str) -> None:
    target = tmp_path / "ut.csv"
    target.write_text("gammalt")
    (tmp_path / lock).write_text("")

    with pytest.raises(TargetInUse):
        export_inventory(filled, target, Language.SV)
    assert target.read_text() == "gammalt"
    assert sorted(path.name for path in tmp_path.iterdir() if "ut" in path.name) == sorted([lock, "ut.csv"])


def test_a_target_that_refuses_is_told_and_nothing_is_left(filled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "ut.xlsx").mkdir()
    with pytest.raises(FileUnwritable):
        export_inventory(filled, tmp_path / "ut.xlsx", Language.SV)
    with pytest.raises(FileUnwritable):
        export_inventory(filled, tmp_path / "borta" / "ut.xlsx", Language.SV)

    assert not list(tmp_path.glob(".*part*"))


def _broken(_cell: str) -> str:
    return "fel"


@pytest.mark.parametrize(("ending", "name"), [("csv", "_defused"), ("xlsx", "write_table")])
def test_what_cannot_be_read_back_never_takes_the_place(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, name: str
) -> None:
    target = tmp_path / f"ut.{ending}"
    target.write_text("gammalt")
    broken: dict[str, Callable[..., object]] = {"_defused": _broken, "write_table": lambda *_parts: None}
    monkeypatch.setattr(inventory_files, name, broken[name])

    with pytest.raises(inventory_files.NotReadBack):
        export_inventory(filled, target, Language.SV)
    assert target.read_text() == "gammalt"


def _fail_halfway(part: Path) -> None:
    part.write_text("halv")
    raise KeyError


def test_an_error_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "ut.txt"
    target.write_text("gammalt")

    with pytest.raises(KeyError), whole_file.beside(target) as part:
        _fail_halfway(part)
    assert [path.name for path in tmp_path.iterdir()] == ["ut.txt"]
    assert target.read_text() == "gammalt"
