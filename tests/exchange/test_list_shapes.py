"""Lists with several tables, other kinds of sheets, hidden parts, and columns that a person has spoken about."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.list_columns import EXTRA, IGNORED, ColumnChoice
from smartstad_desktop.domain.lists.lists import IssueCode, ReadList, ReadSheet, SheetKind, remembered
from smartstad_desktop.exchange.incoming.inspection import as_json
from smartstad_desktop.exchange.incoming.list_reader import read_list
from tests.support.workbooks import Rows, write_book

DATA = Path(__file__).parent.parent / "data"
NAMES = ["Smarta brunnar", "Digital nyckel", "Grön karta", "Elbil på landet", "Öppet badvatten", "Trygg hemgång"]


def read_rows(tmp_path: Path, rows: Rows, name: str = "Blad1", merges: list[str] | None = None) -> ReadList:
    read = read_list(write_book(tmp_path / "lista.xlsx", {name: rows}, {name: merges or []}))
    assert read.trouble is None
    return read


def letters(sheet: ReadSheet) -> dict[str, str]:
    return {column.key: column.letter for column in sheet.columns}


def test_a_table_below_another_is_a_part_of_its_own(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path,
        [
            ["Pågående projekt"],
            ["Projekt", "Ansvarig", "Budget tkr"],
            *[[name, "Teknik", 100] for name in NAMES[:4]],
            [],
            ["Planerade projekt"],
            ["Projekt", "Önskad start", "Uppskattad kostnad"],
            *[[name, 2027, 200] for name in NAMES[4:]],
        ],
    )

    above, below = read.sheets
    assert [(s.name, s.part, s.parts, s.place, s.header_row) for s in read.sheets] == [
        ("Blad1", 1, 2, "A2:C6", 2), ("Blad1", 2, 2, "A9:C11", 9),
    ]  # fmt: skip
    assert letters(below) == {"title": "A", "start": "B", "budget_total": "C"}
    assert {row.values["status"] for row in above.rows} == {Status.IMPLEMENTATION}
    assert {row.values["status"] for row in below.rows} == {Status.PLANNED}
    assert below.rows[0].sheet == below.label == "Blad1 A9:C11"


def test_tables_side_by_side_are_told_apart(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path,
        [
            ["Pågående", None, None, "Planerade"],
            ["Projekt", "Start", None, "Projekt", "Start"],
            *[[name, 2026, None, other, 2027] for name, other in zip(NAMES[:3], NAMES[3:], strict=True)],
        ],
    )

    assert [letters(sheet) for sheet in read.sheets] == [{"title": "A", "start": "B"}, {"title": "D", "start": "E"}]
    assert [row.title for row in read.rows] == NAMES
    assert len({(row.sheet, row.row) for row in read.rows}) == 6


def test_headings_that_repeat_without_a_gap_are_two_tables_too(tmp_path: Path) -> None:
    head = ["Projekt", "Status"]
    rows = [[name, "Pilot", other, "Idé"] for name, other in zip(NAMES[:3], NAMES[3:], strict=True)]
    read = read_rows(tmp_path, [[*head, *head], *rows])

    assert [sheet.place for sheet in read.sheets] == ["A1:B4", "C1:D4"]


def test_a_table_of_people_below_is_left_out_and_said(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path,
        [
            ["Projekt", "Status", "Budget tkr"],
            *[[name, "Pilot", 100] for name in NAMES],
            [],
            ["Kontaktpersoner"],
            ["Namn", "Roll", "E-post"],
            ["Samordnaren", "Samordnare", "digital@kommunen.se"],
            ["Växeln", "Kontakt", "info@kommunen.se"],
        ],
    )

    (sheet,) = read.sheets
    assert [row.title for row in sheet.rows] == NAMES
    assert [(skipped.row, skipped.why.value) for skipped in sheet.skipped][-2:] == [(11, "table"), (12, "table")]


def test_a_blank_column_inside_a_table_parts_nothing(tmp_path: Path) -> None:
    (sheet,) = read_rows(
        tmp_path, [["Projekt", None, "Status", None, "Tema"], *[[n, None, "Pilot", None, "Vatten"] for n in NAMES]]
    ).sheets

    assert letters(sheet) == {"title": "A", "status": "C", "theme": "E"}


@pytest.mark.parametrize("name", ["lista.xls", "lista.xlsb", "lista.ods"])
def test_other_formats_say_the_same(name: str) -> None:
    read = read_list(DATA / "formats" / name)
    (sheet,) = read.sheets
    row = as_json((read,), {})["lists"][0]["sheets"][0]["rows"][1]

    assert (read.format, sheet.header_row, len(sheet.rows)) == (name.partition(".")[2], 3, 6)
    assert row["values"] == {
        "title": "Digital nyckel", "status": "planned", "start": "2026-02-15", "start_as_written": "2026-02-15",
        "end": "2027-09-30", "end_as_written": "Q3 2027", "budget_total": 200.0, "owner_unit": "Teknik och service",
    }  # fmt: skip
    assert [(skipped.row, skipped.why.value) for skipped in sheet.skipped] == [(10, "total")]


def test_sheets_of_our_own_workbook_have_their_kinds(tmp_path: Path) -> None:
    read = read_list(
        write_book(
            tmp_path / "Bjuv.xlsx",
            {
                "Läs mig": [["Fyll i bladen"]],
                "Projekt": [["Projektnamn", "Status"], ["Smarta brunnar", "Pilot"]],
                "Behov": [["Nr", "Behov", "Målgrupp"], [1, "Säker väg till skolan", "Barn"], [2, "Bänkar", "Äldre"]],
                "Omvärld": [["Exempel", "Var", "Länk"], ["Digital tvilling", "Helsingfors", "https://exempel.se"]],
                "Digitala tjänster": [
                    ["Tjänst", "Leverantör", "Möter behov nr"],
                    ["Felanmälan", "Påhittad AB", "1; 2"],
                ],
                "Listor": [["Pilot"]],
            },
        )
    )

    assert [(sheet.name, sheet.kind, len(sheet.rows)) for sheet in read.sheets] == [
        ("Projekt", SheetKind.PROJECTS, 1), ("Behov", SheetKind.NEEDS, 2), ("Omvärld", SheetKind.EXAMPLES, 1),
        ("Digitala tjänster", SheetKind.SERVICES, 1),
    ]  # fmt: skip
    assert [row.title for row in read.rows] == ["Smarta brunnar"]
    assert read.rows_of(SheetKind.NEEDS)[0].values == {
        "number": "1", "need": "Säker väg till skolan", "target_group": "Barn",
    }  # fmt: skip
    assert read.rows_of(SheetKind.SERVICES)[0].values["needs"] == ("1", "2")
    assert read.other_sheets == ("Läs mig", "Listor")


def test_a_sheet_of_needs_alone_is_a_list(tmp_path: Path) -> None:
    read = read_list(write_book(tmp_path / "Bjuv.xlsx", {"Behov": [["Behov", "Målgrupp"], ["Säker väg", "Barn"]]}))

    assert (read.trouble, read.rows, len(read.rows_of(SheetKind.NEEDS))) == (None, (), 1)


AMBIGUOUS: Rows = [
    ["Projekt", "Behov", "Budget 2026", "Budget 2027", "Färg på pärmen"],
    *[[name, "Vi behöver veta mer.", 100, 200, "blå"] for name in NAMES],
]


def test_an_ambiguous_heading_asks_with_its_candidates(tmp_path: Path) -> None:
    (sheet,) = read_rows(tmp_path, AMBIGUOUS).sheets

    asked = {column.letter: [each.key for each in column.candidates] for column in sheet.asking}
    assert set(asked["B"]) >= {"why", "needs"}
    assert "A" not in asked
    assert sheet.seen[4].key == EXTRA
    assert sheet.seen[0].samples == ("Smarta brunnar", "Digital nyckel", "Grön karta")


def test_what_a_person_says_of_a_column_holds_and_is_remembered(tmp_path: Path) -> None:
    choices = (
        ColumnChoice("Blad1", "B", "needs"),
        ColumnChoice("Blad1", "D", "budget_total"),
        ColumnChoice("Blad1", "E", IGNORED),
    )
    path = write_book(tmp_path / "lista.xlsx", {"Blad1": AMBIGUOUS})
    read = read_list(path, choices=choices)
    (sheet,) = read.sheets

    assert letters(sheet) == {"title": "A", "needs": "B", "budget_total": "D"}
    assert sheet.rows[0].values["budget_total"] == 200_000
    assert sheet.rows[0].extra == {"Budget 2026": "100"}
    assert [(column.key, column.is_chosen) for column in sheet.seen] == [
        ("title", False), ("needs", True), (EXTRA, False), ("budget_total", True), (IGNORED, True),
    ]  # fmt: skip

    memory = remembered(read, choices)
    assert memory == {
        ("projects", "behov"): "needs", ("projects", "budget 2027"): "budget_total",
        ("projects", "farg pa parmen"): IGNORED,
    }  # fmt: skip
    again = read_list(path, memory=memory).sheets[0]
    assert (letters(again), again.asking) == (letters(sheet), ())


def test_a_choice_is_newer_than_what_is_remembered(tmp_path: Path) -> None:
    path = write_book(tmp_path / "lista.xlsx", {"Blad1": AMBIGUOUS})
    memory = {("projects", "behov"): "why", ("projects", "budget 2026"): "budget_total"}
    read = read_list(path, memory=memory, choices=[ColumnChoice("Blad1", "D", "budget_total")])

    assert letters(read.sheets[0]) == {"title": "A", "why": "B", "budget_total": "D"}


def test_a_choice_reaches_the_table_it_is_about(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Projekt", "Status", "Text"], *[[n, "Pilot", "Något"] for n in NAMES[:3]]]
    path = write_book(tmp_path / "lista.xlsx", {"Blad1": [*rows, [], *rows]})
    plain = read_list(path)
    read = read_list(path, choices=[ColumnChoice(plain.sheets[1].label, "C", "comment")])

    assert [letters(sheet).get("comment") for sheet in read.sheets] == [None, "C"]


def test_doubled_headings_lose_nothing(tmp_path: Path) -> None:
    (sheet,) = read_rows(tmp_path, [["Projekt", "Pärm", "Pärm"], *[[name, "röd", "blå"] for name in NAMES]]).sheets

    assert sheet.rows[0].extra == {"Pärm": "röd", "Pärm (2)": "blå"}
    assert [column.heading_key for column in sheet.seen] == ["projekt", "parm", "parm#2"]


def test_empty_cells_are_told_from_missing_columns(tmp_path: Path) -> None:
    (sheet,) = read_rows(
        tmp_path, [["Projekt", "Status", "Budget"], ["Ett", None, "snart"], ["Två", "Pilot", 5]]
    ).sheets

    assert [row.cleared for row in sheet.rows] == [frozenset({"status"}), frozenset()]


def test_headings_on_two_lines_that_are_not_merged(tmp_path: Path) -> None:
    (sheet,) = read_rows(
        tmp_path,
        [
            ["Projekt-", "Beskrivning", None, "Tid", None, "Budget", "Utfall"],
            ["namn", None, "status", "start", "slut", "tkr", "tkr"],
            *[[name, "Vi provar.", "Pilot", date(2026, 1, 1), date(2027, 1, 1), 100, 20] for name in NAMES],
        ],
    ).sheets

    assert (sheet.header_row, len(sheet.rows)) == (2, 6)
    assert letters(sheet) == {
        "title": "A", "what": "B", "status": "C", "start": "D", "end": "E", "budget_total": "F", "cost_to_date": "G",
    }  # fmt: skip


def test_questions_and_danish_headings_are_understood(tmp_path: Path) -> None:
    (asked,) = read_rows(
        tmp_path,
        [["Vad?", "Varför?", "När?", "Vem ansvarar?", "Vad kostar det?", "Hur går det?"],
         *[[name, "Behov", "hösten 2026", "Tekniska nämnden", "700 tkr", "Pågår"] for name in NAMES]],
    ).sheets  # fmt: skip
    (danish,) = read_rows(
        tmp_path,
        [["Projektets titel", "Formål", "Tovholder", "Opstart", "Forventet afslutning", "Samlet økonomi (1.000 kr.)"],
         *[[name, "Bedre hverdag", "Planlægger", date(2026, 1, 1), "efteråret 2027", 300] for name in NAMES]],
    ).sheets  # fmt: skip

    assert letters(asked) == {
        "title": "A", "why": "B", "start": "C", "end": "C", "owner_unit": "D", "budget_total": "E", "status": "F",
    }  # fmt: skip
    assert letters(danish) == {
        "title": "A", "why": "B", "contact_role": "C", "start": "D", "end": "E", "budget_total": "F",
    }  # fmt: skip


def test_parts_of_the_administration_head_their_rows(tmp_path: Path) -> None:
    (sheet,) = read_rows(
        tmp_path,
        [["Projekt", "Status", "Budget tkr"], ["SAMHÄLLSBYGGNAD"], *[[n, "Pilot", 1] for n in NAMES[:3]],
         ["Delsumma", None, 3], ["Socialförvaltningen"], *[[n, "Pilot", 1] for n in NAMES[3:]],
         ["Totalsumma", None, 6], ["varav externt", None, 2]],
    ).sheets  # fmt: skip

    assert [row.title for row in sheet.rows] == NAMES
    assert [skipped.why.value for skipped in sheet.skipped] == ["section", "total", "section", "total", "total"]


def test_a_period_with_one_end_says_one_end(tmp_path: Path) -> None:
    cells = ["2021–", "2025 – pågår", "t.o.m. 2027-06-30", "2025–2027"]
    (sheet,) = read_rows(tmp_path, [["Projekt", "Tidplan"], *map(list, zip(NAMES, cells, strict=False))]).sheets

    assert [sorted(row.values.keys() & {"start", "end"}) for row in sheet.rows] == [
        ["start"], ["start"], ["end"], ["end", "start"],
    ]  # fmt: skip


def test_people_in_cells_are_warned_of_and_never_ask(tmp_path: Path) -> None:
    cells = [
        "Ring 19121212-1212", "kalle.kula@gmail.com", "070-123 45 67",
        "+47 912 34 567", "digital@bjuv.se", "KS 2026/123",
    ]  # fmt: skip
    (sheet,) = read_rows(tmp_path, [["Projekt", "Kommentar"], *map(list, zip(NAMES, cells, strict=True))]).sheets

    assert [(issue.row, issue.code, issue.is_blocking) for issue in sheet.issues] == [
        (2, IssueCode.PERSONAL_NUMBER, False), (3, IssueCode.PRIVATE_EMAIL, False),
        (4, IssueCode.PHONE_NUMBER, False), (5, IssueCode.PHONE_NUMBER, False),
    ]  # fmt: skip
