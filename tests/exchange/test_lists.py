"""The lists that municipalities send, against the truth in their manifest: every place and every value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smartstad_desktop.exchange.incoming.inspection import as_json
from smartstad_desktop.exchange.incoming.list_reader import read_list

FOLDER = Path(__file__).parent.parent / "data" / "lists"
MANIFEST: list[dict[str, Any]] = json.loads((FOLDER / "manifest.json").read_text("utf-8"))


def inspected(name: str) -> dict[str, Any]:
    return as_json((read_list(FOLDER / name),), {})["lists"][0]


@pytest.mark.parametrize("truth", MANIFEST, ids=lambda truth: f"{truth['file']} {truth['sheets'][0]['name']}")
def test_a_list_says_what_its_manifest_says(truth: dict[str, Any]) -> None:
    seen = inspected(truth["file"])

    assert seen["error"] is None
    assert seen["municipality"] == truth["municipality"]
    for sheet in truth["sheets"]:
        found = next(each for each in seen["sheets"] if each["name"] == sheet["name"])
        assert found["kind"] == "projects"
        assert (found["header_row"], found["records"]) == (sheet["header_row"], sheet["records"])
        letters = {key: column["letter"] for key, column in found["columns"].items()}
        assert {key: letters.get(key) for key in sheet["columns"]} == sheet["columns"]
        assert found["skipped"] == sheet.get("skipped", found["skipped"])
        rows = {str(row["row"]): row["values"] for row in found["rows"]}
        assert rows.keys() == sheet["rows"].keys()
        for number, values in sheet["rows"].items():
            assert {key: rows[number].get(key) for key in values} == values, number


def test_a_list_of_every_status_leaves_out_the_sheet_to_read_first() -> None:
    seen = inspected("Höganäs 2026.xlsx")

    assert [sheet["name"] for sheet in seen["sheets"]] == ["Pågående", "Planerade"]
    assert seen["other_sheets"] == ["Läs mig"]


def test_a_section_heading_gives_its_rows_their_theme() -> None:
    rows = inspected("klippan projekt.xlsx")["sheets"][0]["rows"]

    assert [rows[0]["values"]["theme"], rows[1]["values"]["theme"]] == ["data", "digital"]


def test_what_was_written_stays_beside_a_date() -> None:
    values = inspected("Projektlista Landskrona.xlsx")["sheets"][0]["rows"][0]["values"]

    assert (values["start"], values["start_as_written"]) == ("2024-05-01", "maj 2024")
    assert (values["end"], values["end_as_written"]) == ("2025-04-30", "april 2025")


def test_line_breaks_inside_cells_do_not_shift_rows() -> None:
    row = inspected("Helsingborg register.csv")["sheets"][0]["rows"][-1]

    assert row["row"] == 25
    assert row["values"]["why"].count("\n") == 1
