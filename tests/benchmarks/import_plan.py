"""A list of 10,000 rows from the file to the review, beside reading its cells alone; and writing an accepted import.

The list is what a region sends back: most rows as they went out, every fifth with another amount or text, every tenth
new, one in twenty without its key.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.collecting import no_collecting
from smartstad_desktop.domain.lists.importing import ImportPlan, Verdict
from smartstad_desktop.domain.progress import Silent
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.lists.importing import apply_import, read_lists
from smartstad_desktop.usecases.mapped import open_copy
from smartstad_desktop.usecases.workspace import Workspace
from tests.benchmarks.measure import Result, cpu_ms, interleaved, spread
from tests.support.many import AddMany
from tests.support.workspaces import SetUp

ROWS = 10_000
ROUNDS = 5
#: Twenty columns, most of them filled.
COLUMNS = {
    "row_key": "SMARTstad-id", "external_ref": "Löpnr", "municipality": "Kommun", "title": "Projektnamn",
    "what": "Vad?", "why": "Varför?", "status": "Status", "theme": "Tema", "owner_unit": "Ansvarig förvaltning",
    "contact_role": "Kontaktfunktion", "start": "Start", "end": "Slut", "budget_total": "Budget totalt (tkr)",
    "technologies": "Teknik", "participants": "Medverkande kommuner", "expected_effect": "Förväntad effekt",
    "risks": "Största risk", "place": "Plats", "link": "Länk", "comment": "Kommentar",
}  # fmt: skip
_NEW = ("Snöröjningssensorer på gångväg", "Larm för båthus", "Kartering av skyfall vid skola", "Öppen badplats")


def write_list(path: Path, known: reads.Known) -> None:
    """Write the list that comes back."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Projekt")
    sheet.append(list(COLUMNS.values()))
    for number, project in enumerate(known.projects):
        values = dict(project.values)
        if number % 5 == 0:
            values |= {"budget_total": 1_234_000, "comment": "Avstämt 3 mars", "place": "Torget"}
        if number % 20 == 1:
            values.pop("row_key")
        if number % 10 == 2:
            values.pop("row_key")
            values["title"] = f"{_NEW[number % len(_NEW)]} {number}"
        sheet.append([_cell(name, values.get(name)) for name in COLUMNS])
    book.save(path)


def _cell(name: str, value: object) -> object:
    if isinstance(value, tuple):
        return "; ".join(str(part) for part in value)
    if name == "budget_total" and isinstance(value, int):
        return value / 1000
    if isinstance(value, Status):
        return label(value, phrasebook("sv"))
    return None if value is None else str(value)


def read_plainly(path: Path) -> None:
    """Read the cells and nothing else."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Projekt").to_python()
    if len(rows) != ROWS + 1:
        raise RuntimeError(len(rows))


def planned(known: reads.Known, path: Path) -> ImportPlan:
    """Read the list and compare it."""
    plan = Planner(known).plan(read_lists([path], known.names))
    if sum(plan.lists[0].counts().values()) < ROWS:
        raise RuntimeError(plan.lists[0].read.trouble)
    return plan


def review(image: bytes, path: Path) -> None:
    """Do what the window's worker does between the drop of a file and the review."""
    with no_collecting():
        with open_copy(image) as connection:
            known = reads.known(connection)
        planned(known, path)


def measure() -> Iterator[Result]:
    """Yield the ratios, and the time that writing takes."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        path = Path(folder) / "lista.xlsx"
        with Workspace.create(Path(folder) / "prov.smartstad") as workspace:
            workspace.run(SetUp())
            workspace.run(AddMany(count=ROWS))
            known = workspace.read(reads.known)
            write_list(path, known)
            image = workspace.private_copy()
            read = read_lists([path], known.names)
            works = {
                "plain": lambda: cpu_ms(lambda: read_plainly(path)),
                "known": lambda: cpu_ms(lambda: workspace.read(reads.known)),
                "plan": lambda: cpu_ms(lambda: Planner(known).plan(read)),
                "all": lambda: cpu_ms(lambda: review(image, path)),
            }
            seen = interleaved(works, ROUNDS)
            plan = planned(known, path)
            written = cpu_ms(lambda: apply_import(workspace, plan, Silent()))
            undone = cpu_ms(workspace.undo)
    yield from _results(seen, plan, written, undone)


def _results(seen: dict[str, list[float]], plan: ImportPlan, written: float, undone: float) -> Iterator[Result]:
    plain = statistics.median(seen["plain"])
    counts = ", ".join(f"{count} {verdict}" for verdict, count in plan.lists[0].counts().items() if count)
    note = f"{spread(seen['plain'])} for the cells alone"
    for name, what, limit in (
        ("known", "10,000 projects in the words of lists", 1.1),
        ("plan", "10,000 rows against 10,000 projects", 1.3),
        ("all", "the same with reading both (this process)", 4.0),
    ):
        value = statistics.median(seen[name]) / plain
        yield Result(name=what, value=value, unit="x", limit=limit, note=f"{spread(seen[name])}, {note}; {counts}")
    taken = sum(each.is_taken for each in plan.lists[0].candidates)
    new = plan.lists[0].counts()[Verdict.NEW]
    yield Result(name=f"writing {taken} rows, {new} new", value=written / 1000, unit="s", limit=3)
    yield Result(name="taking that back", value=undone / 1000, unit="s", limit=3)
