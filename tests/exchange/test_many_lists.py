"""Many lists read side by side by a few processes."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.exchange.incoming import workbook_reader
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.exchange.incoming.many_lists import read_all
from smartstad_desktop.exchange.incoming.workbook_reader import Readers, read_workbook
from tests.support.workbooks import write_book

DATA = Path(__file__).parent.parent / "data"
GOOD = DATA / "lists" / "Ängelholm.xlsx"
BOMB = DATA / "difficult" / "poi_poc-xmlbomb.xlsx"
DAMAGED = DATA / "difficult" / "poi_xlsx-corrupted.xlsx"
LOCKED = DATA / "difficult" / "calamine_pass_protected.xlsx"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    seen: list[list[str]] = []
    command = workbook_reader._command

    def watched() -> list[str]:
        seen.append(command())
        return seen[-1]

    monkeypatch.setattr(workbook_reader, "_command", watched)
    return seen


def lists(folder: Path, count: int) -> list[Path]:
    head = ["Projektnamn", "Status", "Beskrivning"]
    return [
        write_book(folder / f"lista {number}.xlsx", {"Projekt": [head, [f"Projekt {number}", "Pilot", "Vi provar."]]})
        for number in range(count)
    ]


def test_lists_say_in_company_what_they_say_alone(tmp_path: Path) -> None:
    paths = [GOOD, BOMB, *lists(tmp_path, 3), DAMAGED, LOCKED, *sorted((DATA / "lists").glob("*.xlsx"))]

    together, alone = read_all(paths), tuple(read_list(path) for path in paths)

    assert [read.sheets for read in together] == [read.sheets for read in alone]
    assert [read.trouble and read.trouble.code for read in together] == [
        read.trouble and read.trouble.code for read in alone
    ]


def test_few_processes_read_many_short_lists(tmp_path: Path, started: list[list[str]]) -> None:
    found = read_all(lists(tmp_path, 11))

    assert [read.rows[0].title for read in found] == [f"Projekt {number}" for number in range(11)]
    assert 1 <= len(started) <= 3


def test_a_process_that_met_trouble_is_not_used_again(started: list[list[str]]) -> None:
    content = GOOD.read_bytes()
    with Readers() as readers:
        read_workbook(content, readers=readers)
        with readers.one() as child:
            child.send(b"no workbook at all", None)
            assert child.answer(workbook_reader.never) == {"trouble": "list_damaged", "limit": ""}
        assert len(started) == 1

        assert read_workbook(content, readers=readers)[1][0].name == "Projekt"
    assert len(started) == 2


def test_a_locked_file_has_a_process_of_its_own(started: list[list[str]]) -> None:
    with Readers() as readers:
        for _time in range(2):
            with readers.one() as child:
                child.send(GOOD.read_bytes(), "hemligt")
                child.answer(workbook_reader.never)

    assert len(started) == 2


def test_a_process_that_has_read_a_large_file_is_not_used_again(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_reader, "_SMALL", 10)
    with Readers() as readers:
        for _time in range(2):
            read_workbook(GOOD.read_bytes(), readers=readers)

    assert len(started) == 2


def test_no_process_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            made.append(self)

    monkeypatch.setattr(workbook_reader.subprocess, "Popen", Watched)
    read_all(lists(tmp_path, 4))

    def stop(_done: int, _name: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_all(lists(tmp_path, 4), told=stop)

    assert made
    assert all(process.returncode is not None for process in made)
