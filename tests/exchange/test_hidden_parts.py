"""What cannot be seen in a list: hidden rows, columns and sheets, and cells that show an error, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.exchange.incoming.cell_marks import Marks, marks_of, marks_of_xls
from smartstad_desktop.exchange.incoming.inspection import as_json
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.exchange.incoming.precheck import examine
from tests.support.workbooks import write_book

DATA = Path(__file__).parent.parent / "data"
NAMES = ["Smarta brunnar", "Digital nyckel", "Grön karta", "Elbil på landet", "Öppet badvatten", "Trygg hemgång"]


def test_hidden_rows_and_columns_are_read_and_said(tmp_path: Path) -> None:
    path = write_book(
        tmp_path / "lista.xlsx", {"Projekt": [["Projekt", "Status", "Tema"], *[[n, "Pilot", "Vatten"] for n in NAMES]]}
    )
    book = load_workbook(path)
    book["Projekt"].row_dimensions[3].hidden = True
    book["Projekt"].column_dimensions["C"].hidden = True
    book.save(path)
    (sheet,) = read_list(path).sheets

    assert (len(sheet.rows), sheet.hidden_rows, sheet.hidden_columns) == (6, (3,), ("C",))
    assert [row.is_hidden for row in sheet.rows] == [False, True, False, False, False, False]
    assert [column.is_hidden for column in sheet.seen] == [False, False, True]


@pytest.mark.parametrize("name", ["lista.xls", "lista.xlsb", "lista.ods"])
def test_hidden_rows_and_error_cells_of_other_formats_are_said(name: str) -> None:
    (sheet,) = read_list(DATA / "formats" / name).sheets

    assert sheet.hidden_rows == (6,)
    assert [(each.row, each.column, each.code, each.value) for each in sheet.issues] == [
        (5, "G", IssueCode.ERROR_CELL, "#DIV/0!")
    ]


def test_a_hidden_sheet_is_told_and_not_read() -> None:
    read = read_list(DATA / "formats" / "lista.xlsb")

    assert ([sheet.name for sheet in read.sheets], read.hidden_sheets) == (["Projekt"], ("Gammalt",))
    assert as_json((read,), {})["lists"][0]["hidden_sheets"] == ["Gammalt"]


@pytest.mark.parametrize("name", ["lista.xls", "lista.xlsb"])
def test_records_that_lead_nowhere_cost_only_the_marks(name: str) -> None:
    content = (DATA / "formats" / name).read_bytes()
    if name.endswith("xls"):
        assert marks_of_xls(content[:3000]) == marks_of_xls(b"") == Marks()
        return
    parts: dict[str, bytes] = {}
    kind = examine(content, parts)
    broken = {key: part[:-9] + b"\xff" * 9 if key.endswith(".bin") else part for key, part in parts.items()}
    assert marks_of(kind, broken).sheets.keys() <= {"Projekt", "Läs mig", "Gammalt"}
