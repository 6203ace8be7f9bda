"""Opening a workspace of 10,000 projects, against reading its rows with nothing but sqlite3."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from smartstad_desktop.reads import inventory
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace
from tests.benchmarks.measure import Result, cpu_ms, interleaved, spread
from tests.support.many import AddMany
from tests.support.workspaces import SetUp

PROJECTS = 10_000
ROUNDS = 7


def read_plainly(path: Path) -> None:
    """Read every row of every table with plain sqlite3."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (name,) in tables:
            connection.execute(f"SELECT * FROM {name}").fetchall()


def open_and_read(path: Path, surroundings: Surroundings) -> None:
    """Open with all checks, and read what the inventory shows."""
    with Workspace.open(path, surroundings) as workspace:
        rows = list(workspace.read(inventory.rows))
        if len(rows) != PROJECTS:
            raise RuntimeError(len(rows))


def measure() -> Iterator[Result]:
    """Yield the ratio."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        path = Path(folder) / "prov.smartstad"
        surroundings = Surroundings(backups=Path(folder) / "backups")
        with Workspace.create(path, surroundings) as workspace:
            workspace.run(SetUp())
            workspace.run(AddMany(count=PROJECTS))
        seen = interleaved(
            {
                "open": lambda: cpu_ms(lambda: Workspace.open(path, surroundings).close()),
                "read": lambda: cpu_ms(lambda: open_and_read(path, surroundings)),
                "plain": lambda: cpu_ms(lambda: read_plainly(path)),
            },
            ROUNDS,
        )
        size = path.stat().st_size / 1e6
    middle = {name: statistics.median(values) for name, values in seen.items()}
    note = f"{spread(seen['plain'])} for every row of {size:.0f} MB"
    for name, what in (
        ("open", "opening 10,000 projects, checks and all"),
        ("read", "the same with the inventory read"),
    ):
        yield Result(
            name=what,
            value=middle[name] / middle["plain"],
            unit="x",
            limit=3,
            note=f"{spread(seen[name])} against {note}",
        )
