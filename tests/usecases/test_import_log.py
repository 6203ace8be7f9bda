"""The list of past imports, the files as they came, and the rows that go back to be mended."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import load_workbook

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.lists.importing import Verdict
from smartstad_desktop.domain.lists.lists import IssueCode, Pasted
from smartstad_desktop.reads.lists import import_log
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.lists.import_log import save_failed_rows, save_received
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.lists.importing import plan_import, read_lists, run_import
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workbooks import write_book

HEAD = ["Löpnr", "Projektnamn", "Status", "Budget (tkr)", "Slut"]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    rows = [
        ["Projektlista", "", "", "", ""],
        HEAD,
        ["B-1", "Badplatser i realtid", "Pilot", 200, "2027"],
        ["B-2", "+Digitala lås", "Pilot", "ca 3–4 mkr", "2027"],
        ["B-3", "E-arkiv", "Nedlagd", 100, "i morgon"],
        ["B-1", "Badplatser i realtid", "Pilot", 200, "2027"],
    ]
    return write_book(tmp_path / "Båstad.xlsx", {"Projekt": rows})


def test_past_imports_are_told_the_latest_first(workspace: Workspace, listed: Path, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [listed]))
    other = write_book(
        tmp_path / "Helsingborg.xlsx", {"Projekt": [HEAD, ["H-1", "Digital tvilling", "Idé", 1, "2027"]]}
    )
    run_import(workspace, plan_import(workspace, [other]))
    last, first = workspace.read(import_log.jobs)

    assert (last.file_name, last.municipality_name, last.counts[Verdict.NEW]) == ("Helsingborg.xlsx", "Helsingborg", 1)
    assert (first.municipality_name, first.counts[Verdict.ERROR], first.size) == ("Båstad", 2, listed.stat().st_size)
    assert first.at == datetime(2026, 11, 22, 9, tzinfo=UTC)
    workspace.undo()
    assert [job.file_name for job in workspace.read(import_log.jobs)] == ["Båstad.xlsx"]


def test_a_received_file_can_be_saved_byte_for_byte(workspace: Workspace, listed: Path, tmp_path: Path) -> None:
    run_import(workspace, plan_import(workspace, [listed]))
    (job,) = workspace.read(import_log.jobs)
    save_received(workspace, job.sha256, tmp_path / "ut.xlsx")

    assert (tmp_path / "ut.xlsx").read_bytes() == listed.read_bytes()
    with pytest.raises(RowGone):
        save_received(workspace, "0" * 64, tmp_path / "annan.xlsx")
    assert not (tmp_path / "annan.xlsx").exists()


def test_the_rows_that_failed_go_back_as_they_came(workspace: Workspace, listed: Path, tmp_path: Path) -> None:
    (plan,) = plan_import(workspace, [listed]).lists
    assert save_failed_rows(plan, tmp_path / "ut.xlsx", phrasebook("sv")) == 3
    (sheet,) = load_workbook(tmp_path / "ut.xlsx").worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert rows[0] == ["Det här behöver rättas", "Rad i er lista", *HEAD]
    assert rows[1][1:] == [4, "B-2", "+Digitala lås", "Pilot", "ca 3–4 mkr", "2027"]
    assert sheet["D3"].data_type == "s"
    assert "ca 3–4 mkr" in str(rows[1][0])
    assert rows[2][1] == 5
    assert len(str(rows[2][0]).splitlines()) == 2
    assert (rows[3][0], rows[3][1]) == ("Samma projekt står redan på rad 3.", 6)


def test_they_are_said_in_the_municipalitys_language(workspace: Workspace, listed: Path, tmp_path: Path) -> None:
    (plan,) = plan_import(workspace, [listed]).lists
    save_failed_rows(plan, tmp_path / "ut.xlsx", phrasebook("nb"))

    assert load_workbook(tmp_path / "ut.xlsx").worksheets[0]["A1"].value == "Dette må rettes"


def test_a_pasted_table_goes_back_too(workspace: Workspace, tmp_path: Path) -> None:
    text = "Kommun\tProjektnamn\tStatus\tBudget\nBåstad\tE-arkiv\tPilot\tmassor\n"
    known = workspace.read(reads.known)
    (plan,) = Planner(known).plan(read_lists([Pasted("Urklipp", text)], known.names)).lists
    assert save_failed_rows(plan, tmp_path / "ut.xlsx", phrasebook("sv")) == 1

    assert [cell.value for cell in load_workbook(tmp_path / "ut.xlsx").worksheets[0][2]][2:] == [
        "Båstad", "E-arkiv", "Pilot", "massor",
    ]  # fmt: skip


def test_a_personal_number_is_not_sent_back_in_full(workspace: Workspace, tmp_path: Path) -> None:
    # The tax agency's own example of a number: as a text, as Excel's number, and where a status should be.
    rows = [
        [*HEAD, "Kommentar", "Kontakt"],
        ["B-1", "E-arkiv", "811218-9876", "massor", "2027", "Ring 811218-9876", 198112189876],
    ]
    listed = write_book(tmp_path / "Båstad.xlsx", {"Projekt": rows})
    (plan,) = plan_import(workspace, [listed]).lists
    assert save_failed_rows(plan, tmp_path / "ut.xlsx", phrasebook("sv")) == 1

    told = [str(cell.value) for cell in load_workbook(tmp_path / "ut.xlsx").worksheets[0][2]]
    assert told[2:4] == ["B-1", "E-arkiv"]
    assert told[7] == "Ring 81••••-••••"
    assert not any("9876" in each for each in told)


def test_a_number_that_went_out_hidden_comes_back_unchanged(workspace: Workspace, tmp_path: Path) -> None:
    head = [*HEAD, "Kommentar", "Diarium"]
    number = "811218-9876"
    kept = ["B-1", "E-arkiv", "Pilot", 100, "2027", f"Ring {number}", number]
    run_import(workspace, plan_import(workspace, [write_book(tmp_path / "Båstad.xlsx", {"Projekt": [head, kept]})]))
    wrong = [*kept[:3], "massor", *kept[4:]]
    new = ["B-2", "Digitala lås", "Pilot", "massor", "2027", f"Fråga {number}", number]
    (plan,) = plan_import(workspace, [write_book(tmp_path / "Båstad 2.xlsx", {"Projekt": [head, wrong, new]})]).lists
    assert save_failed_rows(plan, tmp_path / "Båstad 3.xlsx", phrasebook("sv")) == 2
    book = load_workbook(tmp_path / "Båstad 3.xlsx")
    for row in (2, 3):
        cast("Any", book.worksheets[0].cell(row, 6)).value = 100
    book.save(tmp_path / "Båstad 3.xlsx")
    back = plan_import(workspace, [tmp_path / "Båstad 3.xlsx"])
    mine, theirs = back.lists[0].candidates

    assert (mine.verdict, mine.row.issues, mine.row.values["comment"]) == (Verdict.UNCHANGED, (), f"Ring {number}")
    assert (theirs.verdict, theirs.row.values["comment"]) == (Verdict.NEW, "Fråga")
    assert [issue.code for issue in theirs.row.issues] == [IssueCode.HIDDEN_NUMBER, IssueCode.HIDDEN_NUMBER]
    run_import(workspace, back)
    projects = workspace.read(reads.known).projects
    assert [(each.values["comment"], each.extra.get("Diarium")) for each in projects] == [
        (f"Ring {number}", number), ("Fråga", None),
    ]  # fmt: skip
