"""Reading lists: ten thousand rows against the plain read of the same sheet, and eleven lists of sixty rows."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QEventLoop
from python_calamine import CalamineWorkbook

from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.exchange.incoming.many_lists import read_all
from smartstad_desktop.ui.importing.session import ImportSession
from smartstad_desktop.ui.kit.jobs import Jobs, Threaded
from smartstad_desktop.ui.kit.services import Services
from tests.benchmarks.measure import Result, interleaved, spread, wall_ms
from tests.benchmarks.stage import stage

ROWS, LISTS, SHORT = 10_000, 11, 60
ROUNDS = 5
HEADINGS = (
    "Löpnr", "Kommun", "Projektnamn", "Beskrivning", "Varför", "Status", "Tema", "Ansvarig förvaltning",
    "Kontaktperson", "Start", "Slut", "Budget totalt (tkr)", "Kostnad hittills", "Finansiering",
    "Medverkande kommuner", "Partners", "Teknik", "Testbädd?", "Förväntad effekt", "Kommentar",
)  # fmt: skip
WORDS = ("sensorer", "väg", "skola", "vatten", "energi", "data", "karta", "lampa", "buss", "cykel", "park", "hamn")
STATUSES = ("Pågår", "Planerad", "Avslutad", "Pilot", "Idé", "Förstudie")
TOWNS = ("Ängelholm", "Bjuv", "Klippan", "Åstorp")

_PEAK = "import resource; print(sum(resource.getrusage(who).ru_maxrss for who in (0, -1)))"
_PLAIN = (
    "from python_calamine import CalamineWorkbook as W; rows = W.from_path({path!r}).get_sheet_by_index(0).to_python()"
)
_OURS = """
from pathlib import Path
from smartstad_desktop.exchange.incoming.list_reader import read_list
read = read_list(Path({path!r}))
"""


def words(seed: int, count: int) -> str:
    """Return some words, other ones for each *seed*."""
    return " ".join(WORDS[(seed * 7 + place * (seed % 11 + 1)) % len(WORDS)] for place in range(count))


def row(number: int) -> list[object]:
    """Return an invented row: dates, amounts and several values as lists have them."""
    return [
        f"P-{number}", TOWNS[number % 4], f"{words(number, 2).capitalize()} {number}", f"Vi provar {words(number, 8)}.",
        f"För att {words(number + 1, 6)}.", STATUSES[number % 6], ("Vatten", "Energi", "Data")[number % 3],
        "Teknik och service", "Projektledare", f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
        ("Q3 2027", "hösten 2026", "2027")[number % 3], number % 900 + 50 if number % 2 else f"{number % 900 + 50} tkr",
        number % 500, "Vinnova; egen", ", ".join(TOWNS[: number % 4]), "Högskolan", ("IoT", "AI")[number % 2],
        ("ja", "nej", "x")[number % 3], f"Bättre {words(number, 5)}", f"Se {words(number, 4)}" if number % 3 else None,
    ]  # fmt: skip


def list_of(path: Path, count: int) -> Path:
    """Write an invented list of *count* rows and twenty columns."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Projekt")
    sheet.append(list(HEADINGS))
    for number in range(count):
        sheet.append(row(number))
    book.save(path)
    return path


def plain(path: Path) -> list[list[object]]:
    """Return the cells of the first sheet, as python-calamine gives them."""
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def patient(path: Path) -> list[tuple[object, ...]]:
    """Return the cells as openpyxl gives them; pandas reads a workbook through it and adds its own frame."""
    sheet = load_workbook(path, data_only=True).worksheets[0]
    return list(sheet.iter_rows(values_only=True))


def peak_kb(code: str, path: Path) -> float:
    """Return the largest memory of a process that runs *code* and of what it starts, together."""
    whole = f"{code.format(path=str(path))}\n{_PEAK}"
    # Linux hands the peak of a process on to what it starts; the shell between has hardly any.
    command = ["sh", "-c", '"$0" -c "$1"; exit $?', sys.executable, whole]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def in_the_window(services: Services, paths: list[Path]) -> None:
    """Read *paths* as the window does, two at a time with its own loop running, until the review can be shown."""
    jobs = Jobs(Threaded())
    session, loop = ImportSession(replace(services, jobs=jobs)), QEventLoop()
    session.compared.connect(loop.quit)
    session.read(paths)
    loop.exec()
    jobs.close()


def measure() -> Iterator[Result]:
    """Yield time and memory of the large list, and the time of the eleven short ones."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        large = list_of(Path(folder) / "stor.xlsx", ROWS)
        short = [list_of(Path(folder) / f"lista {number}.xlsx", SHORT) for number in range(LISTS)]
        assert len(read_list(large).rows) == ROWS
        seen = interleaved(
            {"plain": lambda: wall_ms(lambda: plain(large)), "ours": lambda: wall_ms(lambda: read_list(large))}, ROUNDS
        )
        ratios = [ours / bare for ours, bare in zip(seen["ours"], seen["plain"], strict=True)]
        yield Result(
            name=f"reading {ROWS} rows of 20 against python-calamine",
            value=statistics.median(ratios),
            unit="x",
            limit=3,
            note=f"{spread(seen['ours'])} against {spread(seen['plain'])}; matching has the rest of 4",
        )
        slow = wall_ms(lambda: patient(large))
        yield Result(
            name="reading against openpyxl, the floor of pandas",
            value=statistics.median(seen["ours"]) / slow,
            unit="x",
            limit=0.5,
            note=f"openpyxl {slow:.0f} ms",
        )
        bare, ours = peak_kb(_PLAIN, large), peak_kb(_OURS, large)
        yield Result(
            name="peak memory of both processes against the plain read",
            value=ours / bare,
            unit="x",
            limit=3,
            note=f"{ours / 1024:.0f} MB against {bare / 1024:.0f} MB",
        )
        eleven = [wall_ms(lambda: read_all(short)) for _round in range(ROUNDS)]
        yield Result(
            name=f"{LISTS} lists of {SHORT} rows",
            value=statistics.median(eleven),
            unit="ms",
            limit=1000,
            note=spread(eleven),
        )
        with stage() as services:
            shown = [wall_ms(lambda: in_the_window(services, short)) for _round in range(ROUNDS)]
        yield Result(
            name="the same in the window, until the review",
            value=statistics.median(shown),
            unit="ms",
            limit=1000,
            note=spread(shown),
        )
