"""Lists of the kinds that are sent, in shapes of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartstad_desktop.domain.lists.lists import ReadSheet
from smartstad_desktop.exchange.incoming.inspection import as_json
from smartstad_desktop.exchange.incoming.list_reader import read_list
from tests.support.workbooks import Rows, write_book

NAMES = ["Smarta brunnar", "Digital nyckel", "Grön karta", "Elbil på landet", "Öppet badvatten", "Trygg hemgång"]


def only_sheet(path: Path) -> ReadSheet:
    read = read_list(path)
    assert read.trouble is None
    (sheet,) = read.sheets
    return sheet


def of_rows(tmp_path: Path, rows: Rows, merges: list[str] | None = None, name: str = "lista.xlsx") -> ReadSheet:
    return only_sheet(write_book(tmp_path / name, {"Blad1": rows}, {"Blad1": merges or []}))


def letters(sheet: ReadSheet) -> dict[str, str]:
    return {column.key: column.letter for column in sheet.columns}


def test_groups_above_two_lines_of_headings(tmp_path: Path) -> None:
    sheet = of_rows(
        tmp_path,
        [
            ["Projektlista, arbetsmaterial", None, None, None, None, None, None],
            [None] * 7,
            ["Projektet", None, "Läge", "Tidplan", None, "Ekonomi (tkr)", None],
            ["Benämning", "Innehåll", "Fas", "Start", "Slut", "Budget", "Utfall"],
            *[[name, "Vi provar.", "Pilot", "2026-01", "2027-06", 300, 20] for name in NAMES],
        ],
        ["A1:G1", "A3:B3", "D3:E3", "F3:G3"],
    )

    assert (sheet.header_row, len(sheet.rows)) == (4, 6)
    assert letters(sheet) == {
        "title": "A", "what": "B", "status": "C", "start": "D", "end": "E", "budget_total": "F", "cost_to_date": "G",
    }  # fmt: skip
    assert sheet.rows[0].values["budget_total"] == 300_000


def test_a_header_merged_downwards(tmp_path: Path) -> None:
    sheet = of_rows(
        tmp_path,
        [
            ["Nr", "Projekt", "Tid", None, "Budget mkr"],
            [None, None, "Från", "Till", None],
            *[[index, name, 2025, 2026, 0.5] for index, name in enumerate(NAMES, 1)],
        ],
        ["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
    )

    assert len(sheet.rows) == 6
    assert letters(sheet) == {"external_ref": "A", "title": "B", "start": "C", "end": "D", "budget_total": "E"}
    assert sheet.rows[0].values["budget_total"] == 500_000


def test_totals_notes_sections_and_repeated_headings_are_no_records(tmp_path: Path) -> None:
    head = ["Projekt", "Status", "Budget"]
    sheet = of_rows(
        tmp_path,
        [
            head,
            ["Pågående projekt", None, None],
            ["Smarta brunnar", "Pilot", 250000],
            ["Digital nyckel", "Drift", 400000],
            ["Delsumma", None, 650000],
            head,
            ["Planerade projekt", None, None],
            ["Grön karta", "Planeras", 100000],
            ["Totalt", None, 750000],
            [None, None, None],
            ["* Beloppen är preliminära.", None, None],
            ["Källa: budget 2026", None, None],
        ],
    )

    assert [row.title for row in sheet.rows] == ["Smarta brunnar", "Digital nyckel", "Grön karta"]
    assert [(skipped.row, skipped.why.value) for skipped in sheet.skipped] == [
        (2, "section"), (5, "total"), (6, "header"), (7, "section"), (9, "total"), (11, "note"), (12, "note"),
    ]  # fmt: skip
    assert [row.values["budget_total"] for row in sheet.rows] == [250_000, 400_000, 100_000]


def test_a_project_with_only_a_name_is_kept(tmp_path: Path) -> None:
    sheet = of_rows(
        tmp_path, [["Projektnamn", "Status"], *[[name, "Pilot"] for name in NAMES], ["Bara en idé om ljus"]]
    )

    assert sheet.rows[-1].title == "Bara en idé om ljus"


def test_one_sheet_per_theme_and_per_municipality(tmp_path: Path) -> None:
    rows = [["Projekt", "Status"], ["Smarta brunnar", "Pilot"], ["Digital nyckel", "Idé"]]
    read = read_list(write_book(tmp_path / "region.xlsx", {"Vatten": rows, "Energi": rows, "Bjuv": rows}))

    assert [sheet.rows[0].values.get("theme") for sheet in read.sheets] == [("water",), ("energy",), None]
    assert read.sheets[2].rows[0].values["municipality"] == "Bjuv"


@pytest.mark.parametrize(
    ("sheet_name", "status"),
    [("Avslutade", "completed"), ("Idéer", "idea"), ("Pausade", "paused"), ("Planerte prosjekter", "planned"),
     ("Stoppade projekt", "stopped"), ("I drift", "operation"), ("Förstudier", "prestudy"), ("Piloter", "pilot")],
)  # fmt: skip
def test_the_name_of_a_sheet_is_the_status(tmp_path: Path, sheet_name: str, status: str) -> None:
    path = write_book(tmp_path / "lista.xlsx", {sheet_name: [["Projekt", "Tema"], ["Smarta brunnar", "Vatten"]]})

    assert only_sheet(path).rows[0].values["status"] == status


@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(";", "cp1252"), (";", "utf-8-sig"), (",", "utf-8"), ("\t", "utf-16"), (";", "mac_roman"), ("|", "utf-8")],
)
def test_text_in_every_dress(tmp_path: Path, separator: str, encoding: str) -> None:
    lines = [
        separator.join(("Åtgärd", "Läge", "Kostnad kr", "Slutår")),
        *[separator.join((f"{name} åäö", "Pågår", "1 200 000", "2027")) for name in NAMES],
    ]
    path = tmp_path / "Åstorp.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    read = read_list(path)

    assert read.municipality == "Åstorp"
    row = as_json((read,), {})["lists"][0]["sheets"][0]["rows"][0]
    assert row == {
        "row": 2,
        "values": {
            "title": "Smarta brunnar åäö", "status": "implementation", "budget_total": 1200.0,
            "end": "2027-12-31", "end_as_written": "2027",
        },
    }  # fmt: skip


def test_letters_broken_by_a_program_are_put_right(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_bytes("Projekt;Område\nGrÃ¶n karta;Hälsa\nMÃ¤tning pÃ¥ strand;Vatten\n".encode())

    assert [row.title for row in only_sheet(path).rows] == ["Grön karta", "Mätning på strand"]


def test_the_hint_line_of_excel_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_bytes(b"sep=,\r\nProjekt,Status\r\nSmarta brunnar,Pilot\r\n")
    sheet = only_sheet(path)

    assert (sheet.header_row, sheet.rows[0].row) == (1, 2)


@pytest.mark.parametrize(
    ("heading", "cell", "kronor"),
    [
        ("Budget", 540, 540_000), ("Budget", 540000, 540_000), ("Budget (tkr)", 540, 540_000),
        ("Kostnad, mkr", 0.54, 540_000),
        ("Budsjett (1000 kr)", 540, 540_000), ("Budget kr", "540 000", 540_000), ("Kostnad", "ca 540 tkr", 540_000),
        ("Beløp", "kr 540.000,-", 540_000), ("Budget", "540 000:-", 540_000), ("Budget", "0,54 mkr", 540_000),
        ("Budget", "540 000 kr exkl. moms", 540_000), ("Kostnad tkr", "0,54 mkr", 540_000),
    ],
)  # fmt: skip
def test_money_in_its_column(tmp_path: Path, heading: str, cell: Any, kronor: int) -> None:
    sheet = of_rows(tmp_path, [["Projekt", heading], *[[name, cell] for name in NAMES]])

    assert sheet.rows[0].values["budget_total"] == kronor
    assert sheet.issues == ()


def test_a_range_asks_with_its_middle(tmp_path: Path) -> None:
    sheet = of_rows(tmp_path, [["Projekt", "Budget"], ["Smarta brunnar", "ca 3–4 mkr"], ["Digital nyckel", "2 mkr"]])
    document = as_json((read_list(tmp_path / "lista.xlsx"),), {})["lists"][0]["sheets"][0]

    assert "budget_total" not in sheet.rows[0].values
    assert document["issues"] == [
        {"row": 2, "column": "B", "field": "budget_total", "code": "money_unreadable", "value": "ca 3–4 mkr",
         "suggestion": 3500.0},
    ]  # fmt: skip


def test_dates_of_every_kind(tmp_path: Path) -> None:
    sheet = of_rows(
        tmp_path,
        [
            ["Prosjekt", "Oppstart", "Ferdig"],
            ["A-lys", date(2026, 3, 1), "Q3 2027"],
            ["B-lys", 46082, "høsten 2026"],
            ["C-lys", "v. 34", "31.12.2026"],
            ["D-lys", 2026, "desember 2027"],
        ],
        name="Planer 2026.xlsx",
    )
    document = as_json((read_list(tmp_path / "Planer 2026.xlsx"),), {})["lists"][0]["sheets"][0]

    assert [(row["values"]["start"], row["values"]["end"]) for row in document["rows"]] == [
        ("2026-03-01", "2027-09-30"), ("2026-03-01", "2026-11-30"), ("2026-08-17", "2026-12-31"),
        ("2026-01-01", "2027-12-31"),
    ]  # fmt: skip
    assert [issue.code.value for issue in sheet.issues] == ["date_year_assumed"]


def test_one_column_holds_start_and_end(tmp_path: Path) -> None:
    sheet = of_rows(
        tmp_path, [["Projekt", "Tidplan"], ["Smarta brunnar", "mars–juni 2026"], ["Digital nyckel", "2025-2027"]]
    )
    document = as_json((read_list(tmp_path / "lista.xlsx"),), {})["lists"][0]["sheets"][0]

    assert letters(sheet) == {"title": "A", "start": "B", "end": "B"}
    assert [(row["values"]["start"], row["values"]["end"]) for row in document["rows"]] == [
        ("2026-03-01", "2026-06-30"), ("2025-01-01", "2027-12-31"),
    ]  # fmt: skip


def test_a_misspelt_municipality_gets_help(tmp_path: Path) -> None:
    sheet = of_rows(
        tmp_path,
        [["Kommun", "Projekt"], ["Engelholm", "Ett"], ["Vänesborg", "Två"], ["Bjuvs kommun", "Tre"], ["1292", "Fyra"],
         ["Hälsingborg", "Fem"], ["Svalöf", "Sex"]],
    )  # fmt: skip

    assert [row.values["municipality"] for row in sheet.rows] == [
        "Ängelholm", "Vänersborg", "Bjuv", "Ängelholm", "Helsingborg", "Svalöv",
    ]  # fmt: skip
    assert [(issue.row, issue.code.value) for issue in sheet.issues] == [(7, "municipality_spelling")]


def test_misspelt_headings_are_understood(tmp_path: Path) -> None:
    sheet = of_rows(
        tmp_path,
        [
            ["Projektnam", "Beskrivnig", "Stauts", "Slutdatm"],
            *[[n, "Vi provar.", "Pilot", "2026-05-01"] for n in NAMES],
        ],
    )

    assert letters(sheet) == {"title": "A", "what": "B", "status": "C", "end": "D"}


def test_an_organisation_is_a_unit_unless_it_names_municipalities(tmp_path: Path) -> None:
    units = of_rows(tmp_path, [["Projekt", "Organisation"], *[[name, "Tekniska nämnden"] for name in NAMES]])
    towns = of_rows(tmp_path, [["Projekt", "Organisation"], *[[name, "Klippans kommun"] for name in NAMES]])

    assert letters(units) == {"title": "A", "owner_unit": "B"}
    assert letters(towns) == {"title": "A", "municipality": "B"}


def test_columns_nobody_knows_are_kept_by_their_heading(tmp_path: Path) -> None:
    sheet = of_rows(tmp_path, [["Projektnamn", "Politisk färg på pärmen"], ["Smarta brunnar", "blå"]])

    assert sheet.unmapped == ("Politisk färg på pärmen",)
    assert sheet.rows[0].extra == {"Politisk färg på pärmen": "blå"}


def test_a_personal_number_is_noticed(tmp_path: Path) -> None:
    sheet = of_rows(tmp_path, [["Projektnamn", "Kommentar"], ["Smarta brunnar", "Ring 19121212-1212 om detta"]])

    assert [(issue.column, issue.code.value) for issue in sheet.issues] == [("B", "personal_number")]


def test_an_unknown_status_and_a_missing_name_ask(tmp_path: Path) -> None:
    sheet = of_rows(
        tmp_path,
        [["Projektnamn", "Status", "Beskrivning", "Tema"], ["Smarta brunnar", "Gul", "Vi provar.", "Vatten"],
         [None, "Pilot", "Ett projekt utan namn men med text.", "Energi"],
         ["Digital nyckel", "Pilot", "Vi provar.", "Energi"]],
    )  # fmt: skip

    assert [(issue.row, issue.field, issue.code.value, issue.is_blocking) for issue in sheet.issues] == [
        (2, "status", "status_unknown", True), (3, "title", "title_missing", True),
    ]  # fmt: skip
