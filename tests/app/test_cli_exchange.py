"""Lists through the command line: looked at, imported, sent out, brought back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from smartstad_desktop.exchange.outgoing.workbook_editing import Edits, edit_workbook
from tests.support.console import Run
from tests.support.workbooks import write_book

LISTS = Path(__file__).parent.parent / "data" / "lists"
ANGELHOLM = LISTS / "Ängelholm.xlsx"


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "region.smartstad"
    assert run("new", path, "--template", "familjen-helsingborg").code == 0
    return path


def test_inspect_says_what_the_manifest_says(run: Run) -> None:
    manifest = json.loads((LISTS / "manifest.json").read_text("utf-8"))
    truth = next(each for each in manifest if each["file"] == ANGELHOLM.name)["sheets"][0]

    told = run("inspect", ANGELHOLM, "--json")

    (read,) = told.json["lists"]
    (sheet,) = read["sheets"]
    assert (told.code, read["error"], read["format"]) == (0, None, "xlsx")
    assert (sheet["header_row"], sheet["records"]) == (truth["header_row"], truth["records"])
    assert {key: sheet["columns"][key]["letter"] for key in truth["columns"]} == truth["columns"]
    assert sheet["rows"][0]["values"]["budget_total"] == truth["rows"]["2"]["budget_total"]


def test_inspect_goes_on_after_a_list_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "brev.xlsx"
    letter.write_bytes(b"%PDF-1.7\n")

    told = run("inspect", letter, ANGELHOLM, "--json")

    assert told.code == 0
    assert [each["error"] and each["error"]["code"] for each in told.json["lists"]] == ["unsupported_format", None]
    assert run("inspect", letter).code == 1


def test_inspect_tells_people_in_lines(run: Run) -> None:
    assert run("inspect", ANGELHOLM).out == "Ängelholm.xlsx, Projekt: 16 projekt, 0 celler att titta på\n"


def test_import_takes_what_needs_no_answer(run: Run, file: Path) -> None:
    told = run("import", file, ANGELHOLM, "--json")

    assert (told.code, told.json["imported"], told.json["counts"]["new"]) == (0, 16, 16)
    assert run("list", file, "projects", "--json").json["count"] == 16
    assert run("import", file, ANGELHOLM, "--json").json["counts"]["unchanged"] == 16


def test_an_import_is_one_step(run: Run, file: Path) -> None:
    run("import", file, ANGELHOLM, LISTS / "Båstad.csv")

    assert run("undo", file, "--json").json["undone"]["command"] == "ApplyImport"
    assert run("list", file, "projects", "--json").json["count"] == 0


def test_a_list_without_a_municipality_asks_whose_it_is(run: Run, file: Path) -> None:
    foreign = LISTS / "Hvaler prosjekter.xlsx"

    asked = run("import", file, foreign, "--json")
    assert (asked.code, asked.json["error"]["code"], asked.json["imported"]) == (1, "municipality_unclear", 0)

    told = run("import", file, foreign, "--municipality", "klippan", "--json")
    assert (told.code, told.json["imported"]) == (0, 12)
    assert {row["municipality"] for row in run("list", file, "projects", "--json").json["rows"]} == {"klippan"}


def test_a_list_that_cannot_be_read_imports_nothing(run: Run, file: Path, tmp_path: Path) -> None:
    letter = tmp_path / "brev.xlsx"
    letter.write_bytes(b"%PDF-1.7\n")

    told = run("import", file, letter, "--json")

    assert (told.code, told.json["error"]["code"]) == (1, "unsupported_format")
    assert len(run("history", file, "--json").json["steps"]) == 1


def test_a_workbook_goes_out_and_comes_back(run: Run, file: Path, tmp_path: Path) -> None:
    run("import", file, ANGELHOLM)
    out = tmp_path / "ut.xlsx"

    told = run("export", file, "--municipality", "angelholm", "-o", out, "--json").json

    assert (told["path"], told["projects"]) == (str(out), 16)
    assert run("list", file, "sent_lists", "--json").json["rows"][0]["stamp"] == told["stamp"]

    back = tmp_path / "tillbaka.xlsx"
    new = {"title": "Ny badbrygga", "status": "Planerad", "theme": "Vatten", "budget_total": 75}
    touched = edit_workbook(out, back, Edits(changed={"Digital fritidsbank": {"budget_total": 950}}, added=(new,)))
    assert touched == 2
    counts = run("import", file, back, "--json").json["counts"]
    assert (counts["changed"], counts["new"], counts["unchanged"]) == (1, 1, 15)


def test_a_conflict_waits_until_the_list_is_believed(run: Run, file: Path, tmp_path: Path) -> None:
    run("import", file, ANGELHOLM)
    out, ours, theirs = tmp_path / "ut.xlsx", tmp_path / "ours.xlsx", tmp_path / "theirs.xlsx"
    run("export", file, "--municipality", "angelholm", "-o", out)
    edit_workbook(out, ours, Edits(changed={"Digital fritidsbank": {"budget_total": 910}}))
    edit_workbook(out, theirs, Edits(changed={"Digital fritidsbank": {"budget_total": 990}}))
    # Both were made from the same workbook that was sent, so the second one disagrees with the first.
    assert run("import", file, ours, "--json").json["imported"] == 1

    safe = run("import", file, theirs, "--json")
    waiting = [row for row in safe.json["lists"][0]["rows"] if row["verdict"] == "conflict"]
    assert (safe.code, safe.json["imported"], safe.json["step"]) == (0, 0, None)
    assert waiting[0]["conflicts"] == [{"field": "budget_total", "before": 910.0, "after": 990.0}]

    told = run("import", file, theirs, "--accept", "theirs", "--json").json
    assert told["imported"] == 1
    rows = run("list", file, "projects", "--json").json["rows"]
    assert next(row for row in rows if row["title"] == "Digital fritidsbank")["budget_total"] == 990.0


def test_exporting_for_nobody_is_told(run: Run, file: Path, tmp_path: Path) -> None:
    told = run("export", file, "--municipality", "atlantis", "-o", tmp_path / "x.xlsx", "--json")

    assert (told.code, told.json["error"]["code"]) == (1, "municipality_unknown")
    assert "bastad" in told.json["error"]["known"]
    assert not (tmp_path / "x.xlsx").exists()


def test_the_workbook_speaks_the_language_asked_for(run: Run, file: Path, tmp_path: Path) -> None:
    run("export", file, "--municipality", "angelholm", "-o", tmp_path / "nb.xlsx", "--language", "nb")

    assert run("list", file, "sent_lists", "--json").json["rows"][0]["language"] == "nb"


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_the_whole_inventory_goes_out_without_a_municipality(run: Run, file: Path, tmp_path: Path, ending: str) -> None:
    run("import", file, ANGELHOLM)
    out = tmp_path / f"ut.{ending}"

    told = run("export", file, "-o", out, "--json")
    assert (told.code, told.json) == (0, {"path": str(out), "projects": 16})
    assert out.stat().st_size > 1000


@pytest.mark.parametrize(("name", "more"), [("ut.pdf", ()), ("ut.csv", ("--municipality", "angelholm"))])
def test_a_target_of_an_unknown_kind_is_wrong_usage(
    run: Run, file: Path, tmp_path: Path, name: str, more: tuple[str, ...]
) -> None:
    told = run("export", file, *more, "-o", tmp_path / name, "--json")

    assert (told.code, told.json["error"]["code"]) == (2, "wrong_usage")
    assert not (tmp_path / name).exists()


def test_the_rows_that_were_not_taken_go_into_a_workbook(run: Run, file: Path, tmp_path: Path) -> None:
    rows = [["Projektnamn", "Status", "Budget"], ["Digitala lås", "Pilot", "ca 3–4 mkr"], ["E-arkiv", "Pilot", "2 mkr"]]
    one = write_book(tmp_path / "Ängelholm.xlsx", {"Projekt": rows})
    two = write_book(tmp_path / "Höganäs.xlsx", {"Projekt": [rows[0], ["Strandvakt", "Flygande", "1 mkr"]]})
    out = tmp_path / "åter.xlsx"

    told = run("import", file, one, "--failed", out, "--json")
    assert (told.code, told.json["imported"], told.json["failed"]) == (0, 1, [{"path": str(out), "rows": 1}])
    assert load_workbook(out).worksheets[0]["C2"].value == "Digitala lås"
    both = run("import", file, one, two, "--failed", out)
    assert [tmp_path / f"åter {name}.xlsx" for name in ("Höganäs", "Ängelholm")] == sorted(tmp_path.glob("åter *"))
    assert "åter Höganäs.xlsx: 1 rad" in both.out
    assert "failed" not in run("import", file, one, "--json").json
    assert run("import", file, one, "--failed", tmp_path / "fel.pdf").code == 2
    assert "--failed OUT.xlsx" in run("import", "--help").out
