"""The command line: one JSON document, plain words, and exit codes that mean something."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from smartstad_desktop.app.cli_verbs import VERBS
from smartstad_desktop.app.start import opens_window
from smartstad_desktop.reads.listing.listing import KINDS
from smartstad_desktop.usecases.programme.programme import EditProgramme
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.console import Run


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "region.smartstad"
    assert run("new", path, "--template", "familjen-helsingborg").code == 0
    return path


def test_templates_are_listed(run: Run) -> None:
    told = run("templates", "--json", "--language", "nb")

    first = told.json["templates"][0]
    assert (told.code, told.err) == (0, "")
    assert first["key"] == "familjen-helsingborg"
    assert first["municipalities"] == 11
    assert first["description"].startswith("Elleve kommuner")


def test_new_creates_a_workspace_that_opens(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "molde.smartstad"

    told = run("new", path, "--template", "smart-molde", "--name", "Vår region", "--json")

    assert told.json == {"path": str(path), "template": "smart-molde", "name": "Vår region", "municipalities": 3}
    with Workspace.open(path) as workspace:
        assert workspace.steps()[0].command == "CreateProgramme"


def test_new_never_overwrites(run: Run, file: Path) -> None:
    before = file.read_bytes()

    told = run("new", file, "--template", "empty", "--json")

    assert told.code == 1
    assert told.json["error"]["code"] == "file_exists"
    assert told.json["error"]["path"] == str(file)
    assert file.read_bytes() == before


def test_an_unknown_template_is_told_with_those_that_exist(run: Run, tmp_path: Path) -> None:
    told = run("new", tmp_path / "x.smartstad", "--template", "atlantis")

    assert (told.code, told.out) == (1, "")
    assert "ostfold" in told.err


def test_trouble_speaks_the_language_asked_for(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "saknas.smartstad"

    said = {language: run("list", missing, "projects", "--language", language).err for language in ("sv", "nb", "en")}

    assert len(set(said.values())) == 3
    assert all("saknas.smartstad" in sentence for sentence in said.values())


def test_lists_hold_what_the_workspace_holds(run: Run, file: Path) -> None:
    municipalities = run("list", file, "municipalities", "--json").json
    goals = run("list", file, "goals", "--json", "--language", "en").json

    assert municipalities["count"] == 11
    assert municipalities["rows"][0]["codes"] == [{"code": "1260", "valid_from": None, "valid_to": None}]
    assert goals["rows"][6]["name"] == "Open and shared data"
    assert run("list", file, "projects", "--json").json == {"kind": "projects", "count": 0, "rows": []}


def test_people_read_lines(run: Run, file: Path) -> None:
    told = run("list", file, "criteria")

    lines = told.out.splitlines()
    assert lines[0].split() == ["need", "Invånarnytta", "och", "behov", "20"]
    assert lines[-1] == "7 rader"


def test_steps_can_be_taken_back_and_done_again(run: Run, file: Path) -> None:
    with Workspace.open(file) as workspace:
        workspace.run(EditProgramme(changes={"name": "Nytt namn"}))

    undone = run("undo", file, "--json").json
    assert undone["undone"]["command"] == "EditProgramme"
    assert undone["undo"] is None
    assert run("list", file, "programme", "--json").json["rows"][0]["name"] == "SMARTstad i Familjen Helsingborg"

    redone = run("redo", file, "--json").json
    assert redone["redone"]["state"] == "undone"
    assert run("list", file, "programme", "--json").json["rows"][0]["name"] == "Nytt namn"

    again = run("redo", file, "--json")
    assert (again.code, again.json["error"]["code"]) == (1, "nothing_to_redo")


def test_creation_cannot_be_taken_back(run: Run, file: Path) -> None:
    told = run("undo", file, "--json")

    assert (told.code, told.json["error"]["code"]) == (1, "nothing_to_undo")
    steps = run("history", file, "--json").json["steps"]
    assert [(step["command"], step["can_be_undone"], step["actor"]) for step in steps] == [
        ("CreateProgramme", False, "command line")
    ]
    assert run("list", file, "steps", "--json").json["rows"] == steps


def test_history_is_in_words(run: Run, file: Path) -> None:
    told = run("history", file, "--language", "sv")

    assert "Skapa programmet ”SMARTstad i Familjen Helsingborg”" in told.out


def test_verify_says_what_was_checked(run: Run, file: Path) -> None:
    told = run("verify", file, "--json").json

    assert told["ok"] is True
    assert [check["check"] for check in told["checks"]] == ["pages", "links", "journal", "snapshots", "files"]


def test_verify_ends_with_one_for_what_is_no_workspace(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "brev.smartstad"
    letter.write_text("Hej")

    told = run("verify", letter, "--json")

    assert (told.code, told.json["error"]["code"]) == (1, "not_ours")


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense", "more"],
        ["new"],
        ["new", "x.smartstad"],
        ["list", "x.smartstad"],
        ["templates", "--language", "fi"],
        ["--nonsense"],
        ["new", "x.smartstad", "--template", "empty", "--unknown"],
    ],
)
def test_wrong_usage_ends_with_two_and_one_document(run: Run, words: list[str]) -> None:
    told = run(*words, "--json")

    assert (told.code, told.err) == (2, "")
    assert told.json["error"]["code"] == "wrong_usage"


def test_an_unknown_kind_is_wrong_usage(run: Run, file: Path) -> None:
    told = run("list", file, "unicorns")

    assert (told.code, told.out) == (2, "")
    assert "unicorns" in told.err


def test_a_lone_word_is_a_file_only_when_it_looks_like_one(tmp_path: Path) -> None:
    assert opens_window([])
    assert opens_window(["region.smartstad"])
    assert opens_window([str(tmp_path)])
    assert not opens_window(["templates"])
    assert not opens_window(["templats"])
    assert not opens_window(["--help"])


def test_help_names_every_command(run: Run) -> None:
    told = run("--help")

    assert told.code == 0
    assert [verb.name for verb in VERBS if verb.usage not in told.out] == []
    assert "skriver aldrig över" in told.out


def test_help_for_one_command(run: Run) -> None:
    told = run("picture", "--help", "--language", "nb")

    assert told.out.startswith("smartstad picture FILE PAGE -o OUT.png [--size 1440x900] [--theme KEY]\n")
    assert "bredde og høyde i bildepunkter" in told.out


def test_every_command_can_be_loaded() -> None:
    assert all(callable(verb.load()) for verb in VERBS)


def test_what_nobody_expected_becomes_a_report(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_words: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("smartstad_desktop.usecases.templates.template_list.templates", broken)

    told = run("templates", "--json")

    assert (told.code, told.err) == (1, "")
    assert told.json["error"]["code"] == "internal_error"
    assert "ZeroDivisionError" in Path(told.json["error"]["report"]).read_text("utf-8")


def test_as_a_process_it_writes_utf8_whatever_the_console_speaks(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "SMARTSTAD_HOME": str(tmp_path)}
    words = [sys.executable, "-m", "smartstad_desktop", "list"]
    made = tmp_path / "h22.smartstad"
    subprocess.run([*words[:3], "new", str(made), "--template", "h22"], check=True, env=environment)

    done = subprocess.run([*words, str(made), "goals", "--json"], check=True, env=environment, capture_output=True)

    assert json.loads(done.stdout.decode("utf-8"))["rows"][2]["name"] == "Hållbara resor"
    assert done.stderr == b""


def test_listing_templates_loads_neither_qt_nor_the_database(tmp_path: Path) -> None:
    script = (
        "import sys; from smartstad_desktop.app.cli import main; main(['templates']);"
        "print([name for name in ('PySide6', 'sqlalchemy', 'openpyxl', 'reportlab') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, encoding="utf-8")

    assert done.stdout.splitlines()[-1] == "[]"


def test_listing_rows_loads_no_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from smartstad_desktop.app.cli import main; main(['list', 'saknas.smartstad', 'goals']);"
        "print([name for name in ('PySide6', 'openpyxl', 'reportlab', 'rapidfuzz') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, encoding="utf-8")

    assert done.stdout.splitlines()[-1] == "[]"


def test_every_kind_is_listed_in_lines_as_well(run: Run, demo_file: Path) -> None:
    for kind in KINDS:
        told = run("list", demo_file, kind)
        assert told.code == 0, (kind, told.err)
        assert told.out
