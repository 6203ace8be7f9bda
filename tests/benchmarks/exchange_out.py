"""A municipality's workbook with 60 projects, against openpyxl writing the same cells and nothing else."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.outgoing.workbook_writer import made, write_workbook
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.lists.exporting import Outgoing, prepare
from smartstad_desktop.usecases.workspace import Workspace
from tests.benchmarks.measure import Result, cpu_ms, interleaved, spread, wall_ms
from tests.support.workspaces import SetUp

ROWS: Final = 60
ROUNDS: Final = 7


def filled(workspace: Workspace) -> None:
    """Add what a well-kept list of a municipality holds."""
    town: MunicipalityId = workspace.run(SetUp()).value["angelholm"]
    for number in range(ROWS):
        fields = {
            "title": f"Projekt nummer {number} (påhittat)",
            "municipality_id": town,
            "external_ref": f"Ä-{number}",
            "what": "Givare i brunnar och bäckar varnar driften innan vattnet stiger över kanten. " * 3,
            "why": "Skyfallen kommer oftare, och driften får veta det av dem som ringer. " * 2,
            "status": list(Status)[number % 6],
            "themes": {1, 2},
            "owner_unit": "Samhällsbyggnad",
            "contact_role": "Driftstrateg",
            "budget_total": 250_000 + number * 500,
            "expected_effect": "Tio timmar tidigare varning.",
            "comment": "Skickat till nämnden i maj.",
        }
        workspace.run(AddProject(fields=fields))


def bare(outgoing: Outgoing, target: Path) -> None:
    """Write the same cells with nothing around them."""
    book = Workbook()
    for sheet in outgoing.sheets.filled:
        page = book.create_sheet(sheet.name)
        page.append(sheet.headings)
        for row in sheet.cells:
            page.append(row)
    book.save(target)


def cpu_of_all(work: Callable[[], object]) -> float:
    """Return the CPU time of *work* and of the process that reads the file back, in milliseconds."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) * 1000 - sum(before[:4]) * 1000


def measure() -> Iterator[Result]:
    """Yield the whole template, and what its help and looks cost above bare cells."""
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "region.smartstad") as workspace:
        filled(workspace)
        target = Path(name) / "ut.xlsx"
        first = workspace.read(prepare, "angelholm")

        def whole() -> float:
            return cpu_of_all(lambda: write_workbook(target, workspace.read(prepare, "angelholm").sheets))

        seen = interleaved(
            {
                "whole": whole,
                "written": lambda: cpu_ms(lambda: made(first.sheets).save(target)),
                "bare": lambda: cpu_ms(lambda: bare(first, target)),
                "wall": lambda: wall_ms(lambda: write_workbook(target, workspace.read(prepare, "angelholm").sheets)),
            },
            ROUNDS,
        )
    yield Result(
        name=f"workbook with {ROWS} rows, read back and in place",
        value=statistics.median(seen["whole"]),
        unit="ms",
        limit=500,
        note=f"CPU with the reader's own process {spread(seen['whole'])}; on the wall {spread(seen['wall'])}",
    )
    yield Result(
        name="its sheets against the same cells bare",
        value=statistics.median(seen["written"]) / statistics.median(seen["bare"]),
        unit="x",
        limit=6,
        note=f"{spread(seen['written'])} against {spread(seen['bare'])} CPU",
    )
