"""Every kind of bad file ends in records or in a sentence with a stable code, within a bound of memory and time."""

from __future__ import annotations

import io
import os
import threading
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from smartstad_desktop.domain.lists import list_troubles
from smartstad_desktop.domain.lists.list_troubles import ListTrouble
from smartstad_desktop.domain.lists.lists import IssueCode, ReadList
from smartstad_desktop.exchange.incoming import precheck, workbook_reader
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.text.trouble import sentence
from tests.support.workbooks import Rows, write_book

GOOD = Path(__file__).parent.parent / "data" / "lists" / "Ängelholm.xlsx"
HEAD = ["Projektnamn", "Status", "Beskrivning"]
ROWS: Rows = [HEAD, ["Smarta brunnar", "Pilot", "Vi provar."], ["Digital nyckel", "Drift", "Vi provar."]]
SHEET = "xl/worksheets/sheet1.xml"


def told(read: ReadList) -> tuple[str, str]:
    """Return the code inside and the code for others, after a look at the sentence."""
    assert read.trouble is not None
    assert read.rows == ()
    assert read.name in sentence(read.trouble)
    return read.trouble.code, read.trouble.public_code


def book_with(path: Path, rows: Rows = ROWS, **parts: bytes) -> Path:
    """Write a workbook and put other parts into it; two underscores in a name are a slash, one at its end a dot."""
    plain = write_book(path.with_suffix(".plain.xlsx"), {"Projekt": rows})
    named = {name.replace("__", "/"): content for name, content in parts.items()}
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(part.filename, named.pop(part.filename.rpartition(".")[0], source.read(part)))
        for name, content in named.items():
            target.writestr(f"{name}.xml", content)
    return path


def sheet_xml(rows: str, before: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}">{before}<sheetData>{rows}</sheetData></worksheet>'.encode()


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def table(first: int = 1) -> str:
    """Return three rows of a list as they stand in a part of a workbook."""
    return "".join(
        f'<row r="{first + number}">'
        + "".join(cell(f"{letter}{first + number}", str(text)) for letter, text in zip("ABC", row, strict=True))
        + "</row>"
        for number, row in enumerate(ROWS)
    )


@pytest.mark.parametrize("name", ["~$lista.xlsx", ".~lock.lista.xlsx#"])
def test_the_mark_of_an_open_list_names_the_list(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"anything")
    read = read_list(tmp_path / name)

    assert told(read) == ("lock_file", "not_a_workbook")
    assert read.trouble is not None
    assert "Choose lista.xlsx" in sentence(read.trouble) or "lista.xlsx" in sentence(read.trouble)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tom.xlsx", b"", "list_empty"),
        ("tom.csv", b"\xef\xbb\xbf \r\n", "list_empty"),
        ("export.xls", b"<html><body><table><tr><td>Projekt</td></tr></table></body></html>", "web_page"),
        ("export.xls", b"\xef\xbb\xbf\n<!DOCTYPE html>\n<title>x</title>", "web_page"),
        ("export.xls", b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta></html>', "web_page"),
        ("export.xml", b'<?xml version="1.0"?><Workbook/>', "unsupported_format"),
        ("brev.docx", b"PK\x05\x06" + bytes(18), "not_a_workbook"),
        ("klippt.xlsx", GOOD.read_bytes()[:-600], "list_damaged"),
        ("klippt.xlsx", GOOD.read_bytes()[:100], "list_damaged"),
        ("skräp.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "unsupported_format"),
        ("skräp.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 90, "list_damaged"),
    ],
)
def test_what_a_file_is_not_is_told(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)

    assert told(read_list(tmp_path / name))[0] == code


def test_a_folder_and_a_device_are_no_lists(tmp_path: Path) -> None:
    (tmp_path / "mapp.xlsx").mkdir()

    assert told(read_list(tmp_path / "mapp.xlsx"))[0] == "not_a_workbook"
    assert told(read_list(Path(os.devnull)))[0] == "not_a_workbook"


def test_a_file_that_is_written_meanwhile_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(GOOD.read_bytes())
    read_bytes = Path.read_bytes

    def slowly(self: Path) -> bytes:
        content = read_bytes(self)
        with self.open("ab") as other:
            other.write(b"more")
        return content

    monkeypatch.setattr(Path, "read_bytes", slowly)
    assert told(read_list(path)) == ("list_changed", "list_changed")


def test_a_file_that_vanishes_meanwhile_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(GOOD.read_bytes())
    read_bytes = Path.read_bytes

    def and_gone(self: Path) -> bytes:
        content = read_bytes(self)
        self.unlink()
        return content

    monkeypatch.setattr(Path, "read_bytes", and_gone)
    assert told(read_list(path))[0] == "list_gone"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(GOOD.read_bytes())
    path.chmod(0)

    assert told(read_list(path))[0] == "list_locked"


def test_a_used_range_of_a_million_rows_with_little_in_it_is_read(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{number}"><c r="A{number}" s="0"/></row>' for number in (5000, 1_048_576))
    xml = sheet_xml(table() + blank, '<dimension ref="A1:XFD1048576"/>')
    read = read_list(book_with(tmp_path / "lista.xlsx", xl__worksheets__sheet1=xml))

    assert [row.title for row in read.rows] == ["Smarta brunnar", "Digital nyckel"]


@pytest.mark.parametrize(
    ("place", "code"),
    [("A1048576", "too_many_rows"), ("XFD1048576", "too_many_rows"), ("A25000", "too_many_rows"),
     ("XFD9", "too_many_columns"), ("XFD99999", "too_much_memory")],
)  # fmt: skip
def test_a_cell_far_away_names_its_limit(tmp_path: Path, place: str, code: str) -> None:
    row = place.lstrip("XFDA")
    xml = sheet_xml(table() + f'<row r="{row}">{cell(place, "x")}</row>')

    assert told(read_list(book_with(tmp_path / "lista.xlsx", xl__worksheets__sheet1=xml))) == (code, "too_large")


def test_sixteen_thousand_columns_are_refused_in_no_time(tmp_path: Path) -> None:
    path = write_book(tmp_path / "bred.xlsx", {"Projekt": [["x"] * 16_384 for _row in range(5)]})

    assert told(read_list(path)) == ("too_many_columns", "too_large")


def test_blanks_by_the_million_are_a_bomb(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{number}"><c r="A{number}"/></row>' for number in range(1, 1_000_000))
    path = book_with(tmp_path / "bomb.xlsx", xl__worksheets__sheet1=sheet_xml(rows))

    assert told(read_list(path))[1] in {"too_large", "no_table_found"}


@pytest.mark.parametrize(
    "trick",
    [b'<!DOCTYPE a [<!ENTITY b "c">]>', b'<!DOCTYPE a SYSTEM "file:///etc/passwd">',
     '<!DOCTYPE a [<!ENTITY b "c">]>'.encode("utf-16")],
)  # fmt: skip
def test_entities_are_refused_wherever_they_stand(tmp_path: Path, trick: bytes) -> None:
    path = book_with(tmp_path / "lista.xlsx", xl__extra=trick + b"<a>&b;</a>")

    assert told(read_list(path)) == ("list_damaged", "damaged")


def test_links_to_other_workbooks_are_not_followed(tmp_path: Path) -> None:
    link = b'<externalLink><externalBook r:id="rId1" xmlns:r="x"/></externalLink>'
    relation = (
        b'<Relationships><Relationship Id="rId1" Target="//evil/share/x.xlsx" TargetMode="External"/></Relationships>'
    )
    path = book_with(tmp_path / "lista.xlsx", xl__externalLinks__externalLink1=link)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", relation)

    assert len(read_list(path).rows) == 2


def test_paths_from_the_root_are_read_and_paths_out_of_the_package_are_refused(tmp_path: Path) -> None:
    inside = io.BytesIO()
    with zipfile.ZipFile(GOOD) as source, zipfile.ZipFile(inside, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/_rels/workbook.xml.rels":
                content = content.replace(b'Target="worksheets', b'Target="/xl/worksheets')
            target.writestr(part.filename, content)
    (tmp_path / "rot.xlsx").write_bytes(inside.getvalue())
    outside = book_with(tmp_path / "ut.xlsx")
    with zipfile.ZipFile(outside, "a") as archive:
        archive.writestr("../../etc/passwd.xml", b"<a/>")

    assert len(read_list(tmp_path / "rot.xlsx").rows) == 16
    assert told(read_list(outside))[0] == "list_damaged"


@pytest.mark.parametrize("lead", ["/", "C:\\"])
def test_parts_with_absolute_names_do_no_harm(tmp_path: Path, lead: str) -> None:
    path = tmp_path / "lista.xlsx"
    with zipfile.ZipFile(GOOD) as source, zipfile.ZipFile(path, "w") as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(lead + part.filename), source.read(part))
    read = read_list(path)

    assert len(read.rows) == 16 or told(read)[1] in {"damaged", "not_a_workbook"}


def test_error_cells_are_findings(tmp_path: Path) -> None:
    rows: Rows = [
        [*HEAD, "Budget (tkr)", "Färg på pärmen"],
        ["Ett", "Pilot", "Text", 5, "bra"],
        ["Två", "Drift", "Text", 6, 7],
    ]
    path = book_with(tmp_path / "lista.xlsx", rows)
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read(SHEET)
    broken = sheet.replace(b'<c r="D2" t="n"><v>5</v></c>', b'<c r="D2" t="e"><v>#N/A</v></c>')
    broken = broken.replace(b'<c r="E3" t="n"><v>7</v></c>', b'<c r="E3" t="e"><v>#REF!</v></c>')
    assert broken.count(b't="e"') == 2
    read = read_list(book_with(path, rows, xl__worksheets__sheet1=broken))

    found = [(i.row, i.column, i.field, i.code, i.value, i.is_blocking) for i in read.sheets[0].issues]
    assert found == [
        (2, "D", "budget_total", IssueCode.ERROR_CELL, "#N/A", True),
        (3, "E", "", IssueCode.ERROR_CELL, "#REF!", False),
    ]
    assert "budget_total" not in read.rows[0].values
    assert "budget_total" not in read.rows[0].cleared


def test_error_words_in_text_are_findings_too(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    lines = (
        "Projekt;Status;Varför;Budget",
        "Ett;#SAKNAS!;Det behövs;100",
        "Två;Pilot;Det behövs;#VÄRDEFEL!",
        "Tre;Pilot;Err:502;200",
    )
    path.write_text("\n".join(lines), "utf-8")

    read = read_list(path)
    assert [(i.row, i.code) for i in read.sheets[0].issues] == [(row, IssueCode.ERROR_CELL) for row in (2, 3, 4)]
    assert "why" not in read.rows[2].values


def test_control_characters_and_longest_cells_are_read(tmp_path: Path) -> None:
    long = "långt " * 5461
    xml = sheet_xml(
        f'<row r="1">{cell("A1", "Projektnamn")}{cell("B1", "Beskrivning")}</row>'
        f'<row r="2">{cell("A2", "Smarta_x0007_ brunnar_x0000_")}{cell("B2", long + "!")}</row>'
        f'<row r="3">{cell("A3", "Digital&#9;nyckel")}{cell("B3", "Kort")}</row>'
    )
    read = read_list(book_with(tmp_path / "lista.xlsx", xl__worksheets__sheet1=xml))

    assert [row.title for row in read.rows] == ["Smarta brunnar", "Digital nyckel"]
    assert len(str(read.rows[0].values["what"])) == 32_767


def test_a_name_as_long_as_a_cell_asks(tmp_path: Path) -> None:
    path = write_book(tmp_path / "lista.xlsx", {"Projekt": [*ROWS, ["a" * 32_767, "Pilot", "x"]]})

    assert [issue.code for issue in read_list(path).rows[-1].issues] == [IssueCode.TITLE_TOO_LONG]


def test_formulas_that_were_never_calculated_are_told(tmp_path: Path) -> None:
    rows = [[*HEAD, "Budget (tkr)"], ["Ett", "Pilot", "Text", "=SUM(A1:A9)"], ["Två", "Drift", "Text", 6]]
    read = read_list(write_book(tmp_path / "lista.xlsx", {"Projekt": rows}))

    assert [(i.row, i.column, i.code) for i in read.sheets[0].issues] == [(2, "D", IssueCode.FORMULA_EMPTY)]


@pytest.mark.parametrize("name", ["Проекты", "プロジェクト", "مشاريع", "Projekt 'å' & <ö>", "🏙 Stad"])
def test_sheets_may_have_any_name(tmp_path: Path, name: str) -> None:
    read = read_list(write_book(tmp_path / "lista.xlsx", {name: ROWS}))

    assert [(sheet.name, len(sheet.rows)) for sheet in read.sheets] == [(name, 2)]


def test_macros_are_ignored(tmp_path: Path) -> None:
    path = book_with(tmp_path / "lista.xlsm", ROWS)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(500))
    read = read_list(path)

    assert (read.format, len(read.rows)) == ("xlsm", 2)


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_reader, "TIME_LIMIT_S", 0.0)

    assert told(read_list(GOOD)) == ("too_slow", "too_large")


def test_a_reader_that_crashes_takes_nothing_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    crash = [*workbook_reader._command()[:1], "-c", "import os; os.abort()"]
    monkeypatch.setattr(workbook_reader, "_command", lambda: crash)

    assert told(read_list(GOOD))[1] == "too_large"
    assert threading.active_count() < 20


def test_a_child_ends_with_its_answer() -> None:
    started = time.monotonic()
    for _time in range(3):
        assert len(read_list(GOOD).rows) == 16

    assert time.monotonic() - started < 30


def test_every_trouble_of_a_list_has_a_public_code_of_the_documented_ones() -> None:
    documented = {
        "list_unreadable", "list_gone", "list_locked", "list_changed", "password_protected", "password_wrong",
        "not_a_workbook", "damaged", "too_large", "unsupported_format", "no_table_found",
    }  # fmt: skip
    kinds: list[type[ListTrouble]] = [ListTrouble]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())

    assert {kind().public_code for kind in kinds} == documented
    assert {list_troubles.by_code(kind.code) for kind in kinds} == set(kinds)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precheck, "FILE_LIMIT", 1000)

    assert told(read_list(GOOD)) == ("too_large", "too_large")


def many(count: int) -> list[list[Any]]:
    return [HEAD, *[[f"Projekt {number}", "Pilot", "Vi provar."] for number in range(count)]]


def test_a_text_file_has_the_same_limits(tmp_path: Path) -> None:
    path = tmp_path / "lång.csv"
    path.write_text("\n".join(";".join(row) for row in many(20_001)), "utf-8")

    assert told(read_list(path))[0] == "too_many_rows"
