"""Files that break readers: each ends in records or a stable code, never in a crash."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from smartstad_desktop.domain.lists.lists import ReadList
from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.exchange.incoming.workbook_reader import CHILD_ARGUMENT
from smartstad_desktop.text.trouble import sentence
from tests.support.workbooks import write_book

DATA = Path(__file__).parent.parent / "data"
GOOD = DATA / "lists" / "Ängelholm.xlsx"


def code_of(read: ReadList) -> str | None:
    return read.trouble.public_code if read.trouble else None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("calamine_pass_protected.xlsx", "password_protected"),
        ("poi_poc-xmlbomb.xlsx", "too_large"),
        ("poi_xlsx-corrupted.xlsx", "no_table_found"),
        ("calamine_date_1904.xlsx", "no_table_found"),
        ("calamine_strict_iso_paths.xlsx", "no_table_found"),
        ("poi_57893-many-merges.xlsx", "no_table_found"),
        ("phpss_sep.csv", "no_table_found"),
    ],
)
def test_a_difficult_file_has_its_code(name: str, code: str) -> None:
    read = read_list(DATA / "difficult" / name)

    assert code_of(read) == code
    assert read.rows == ()
    assert read.trouble is not None
    assert name in sentence(read.trouble)


@pytest.mark.parametrize("name", ["readxl_deaths.xlsx", "poi_59746_NoRowNums.xlsx"])
def test_people_or_substances_are_no_projects_for_having_names(name: str) -> None:
    read = read_list(DATA / "difficult" / name)

    assert code_of(read) == "no_table_found"
    assert read.sheets == ()


@pytest.mark.parametrize(
    ("sheet", "second", "cell", "is_list"),
    [
        ("Blad1", "Status", "Pilot", True),
        ("Blad1", "Kategori", "Vatten", True),
        ("Blad1", "Kategori", "Fågel", False),
        ("Blad1", "Färg", "Blå", False),
        ("Våra projekt", "Färg", "Blå", True),
    ],
)
def test_a_name_alone_makes_no_project(tmp_path: Path, sheet: str, second: str, cell: str, is_list: bool) -> None:  # noqa: FBT001  a column of the table above
    rows = [["Namn", second], ["Strandängen", cell], ["Digitala lås", cell], ["Snöröjning", ""]]
    read = read_list(write_book(tmp_path / "lista.xlsx", {sheet: rows}))

    assert (len(read.rows) == 3) is is_list
    assert (read.trouble is None) is is_list


def test_notes_around_a_table_are_no_records(tmp_path: Path) -> None:
    notes = [["Lista över det vi gör, insamlad i höstas.", ""], ["Fråga oss om något är oklart.", ""], ["", ""]]
    rows = [*notes, ["Projekt", "Läge"], *([f"Påhittat {n}", "Pilot"] for n in range(9)), *reversed(notes)]
    (sheet,) = read_list(write_book(tmp_path / "lista.xlsx", {"Blad1": rows})).sheets

    assert (sheet.header_row, len(sheet.rows)) == (4, 9)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tom.xlsx", b"", "not_a_workbook"),
        ("blank.csv", b" \r\n\r\n", "not_a_workbook"),
        ("rapport.xlsx", b"%PDF-1.7 abc", "unsupported_format"),
        ("lista.xls", b"<html><table><tr><td>Projekt</td></tr></table></html>", "unsupported_format"),
        ("bild.xlsx", b"\x89PNG\r\n\x1a\n", "unsupported_format"),
        ("bytes.xlsx", bytes(range(256)) * 20, "not_a_workbook"),
        ("~$lista.xlsx", b"anything", "not_a_workbook"),
        ("klippt.xlsx", GOOD.read_bytes()[:3000], "damaged"),
    ],
)
def test_what_is_no_list_is_named(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert code_of(read_list(path)) == code


def test_a_file_that_has_gone_is_named(tmp_path: Path) -> None:
    assert code_of(read_list(tmp_path / "borta.xlsx")) == "list_gone"


def repacked(changes: dict[str, bytes], *, drop: str = "") -> bytes:
    """Return the good workbook with parts replaced, added or dropped."""
    made = io.BytesIO()
    with zipfile.ZipFile(GOOD) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            if part.filename != drop and part.filename not in changes:
                target.writestr(part.filename, source.read(part))
        for name, content in changes.items():
            target.writestr(name, content)
    return made.getvalue()


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(repacked({"xl/extra.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}))

    assert code_of(read_list(path)) == "damaged"


def test_a_bomb_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(repacked({"xl/sharedStrings.xml": b"<sst>" + b" " * 30_000_000 + b"</sst>"}))

    assert code_of(read_list(path)) == "too_large"


def test_a_cell_in_the_far_corner_is_refused(tmp_path: Path) -> None:
    sheet = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    path = tmp_path / "list.xlsx"
    path.write_bytes(repacked({"xl/worksheets/sheet1.xml": sheet}))

    assert code_of(read_list(path)) == "too_large"


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    path = write_book(tmp_path / "bred.xlsx", {"Blad1": [["Projektnamn", *["x"] * 300], ["A", *["y"] * 300]]})

    assert code_of(read_list(path)) == "too_large"


def test_a_twin_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(GOOD.read_bytes())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")

    assert code_of(read_list(path)) == "damaged"


def test_the_name_does_not_decide_what_a_file_is(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_bytes(GOOD.read_bytes())
    read = read_list(path)

    assert (read.format, len(read.rows)) == ("xlsx", 16)


def test_reading_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        read_list(GOOD, is_cancelled=lambda: True)


def test_an_error_cell_is_told_with_its_place(tmp_path: Path) -> None:
    rows = [["Projektnamn", "Status", "Budget (tkr)"], ["Badplatser", "Pilot", "=1/0"], ["Lås", "Pilot", 200]]
    path = write_book(tmp_path / "lista.xlsx", {"Projekt": rows})
    read = read_list(path)

    assert [(issue.row, issue.column, issue.code.value) for issue in read.sheets[0].issues] == [
        (2, "C", "formula_not_calculated")
    ]


@pytest.mark.parametrize(
    ("name", "header", "records", "title"),
    [
        ("uk_towns_fund_return_round4.xlsx", 25, 5, "Project Name"),
        ("uk_pre_ingest_example.xlsx", 1, 8, "Project Name"),
        ("us_ai_cots_2025.xlsx", 1, 900, "AI Use Case"),
        ("hr_community_programme.csv", 1, 453, "NAZIV PROJEKTA"),
        ("uk_adur_developer_contributions.csv", 1, 100, "developer-agreement-contribution"),
    ],
)
def test_a_list_from_elsewhere_gives_its_records(name: str, header: int, records: int, title: str) -> None:
    (sheet,) = read_list(DATA / "projects" / name).sheets

    assert (sheet.header_row, len(sheet.rows)) == (header, records)
    assert next(column.heading for column in sheet.columns if column.key == "title") == title


def test_a_packaged_program_can_be_its_own_reader() -> None:
    asked = [sys.executable, "-m", "smartstad_desktop", CHILD_ARGUMENT]
    sent = b'{"password": null}\n' + GOOD.read_bytes()
    answer = subprocess.run(asked, input=sent, capture_output=True, check=True)

    head, rows = answer.stdout.splitlines()[:2]

    assert json.loads(head)["sheets"][0]["name"] == "Projekt"
    assert len(json.loads(rows)) == 17
