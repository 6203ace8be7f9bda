"""The goal matrix at 500 projects by 50 goals: scrolling, and a typed number from the key to the painted page.

The floor is what nothing could do without: Qt's own table painting the same cells from a model in C++, and one row
written and committed in a file of the same kind.
"""

from __future__ import annotations

import itertools
import sqlite3
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.matrix.page import MatrixPage
from tests.benchmarks.measure import Result, cpu_ms, interleaved, percentile, spread, wall_ms
from tests.benchmarks.stage import stage
from tests.support.grids import AnswerEverything
from tests.support.many import AddMany

PROJECTS, GOALS = 500, 50
ROUNDS = 9
FRAMES = 60


def of_the_same_cells(page: MatrixPage) -> QTableView:
    """Return a plain table that shows what the grid shows, from a model in C++."""
    ours, sheet = page.grid.view, page.sheet
    assert sheet is not None
    model = QStandardItemModel(PROJECTS, GOALS)
    for number, row in enumerate(ours.grid.arranged.ids):
        model.setVerticalHeaderItem(number, QStandardItem(sheet.rows[row].name))
        for place, answer in enumerate(sheet.answers[row]):
            model.setItem(number, place, QStandardItem("" if answer is None else str(answer)))
    plain = QTableView()
    plain.setModel(model)
    plain.setFont(ours.font())
    plain.setVerticalScrollMode(ours.verticalScrollMode())
    plain.horizontalHeader().hide()
    plain.horizontalHeader().setMinimumSectionSize(8)
    plain.horizontalHeader().setDefaultSectionSize(ours.horizontalHeader().defaultSectionSize())
    plain.verticalHeader().setDefaultSectionSize(ours.heads.defaultSectionSize())
    plain.verticalHeader().setFixedWidth(ours.heads.width())
    plain.resize(ours.size())
    model.setParent(plain)
    plain.show()
    QApplication.processEvents()
    return plain


def scroll(view: QTableView) -> list[float]:
    """Scroll through the rows by a little more than a screen each time; return the CPU time of each frame."""
    bar = view.verticalScrollBar()
    step = view.viewport().height() + 7
    frames: list[float] = []
    for number in range(FRAMES):
        at = number * step % max(1, bar.maximum())
        frames.append(cpu_ms(lambda at=at: (bar.setValue(at), QApplication.processEvents())))
    return frames


def commit(path: str) -> float:
    """Return how long one row takes to be written and committed, with nothing around it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY, value INTEGER) STRICT")
    took = wall_ms(lambda: connection.execute("INSERT INTO answer (value) VALUES (1)"))
    connection.close()
    return took


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that was measured, in milliseconds."""

    opened: float
    frames: list[float]
    ours: list[float]
    plain: list[float]
    key: list[float]
    floor: list[float]
    key_cpu: list[float]


def look(services: Services) -> Seen:
    """Open the page, scroll it and type in it."""
    page = MatrixPage(services)
    page.resize(1704, 1080)
    opened = cpu_ms(lambda: (page.show(), QApplication.processEvents()))
    view, plain = page.grid.view, of_the_same_cells(page)
    frames: list[float] = []
    key_cpu: list[float] = []
    typed = itertools.cycle((Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3))
    path = str(services.workspace.path.with_name("golv.db"))

    def scroll_ours() -> float:
        frames.extend(scroll(view))
        return statistics.median(frames[-FRAMES:])

    def type_one() -> float:
        started = time.perf_counter_ns()
        key_cpu.append(cpu_ms(lambda: (QTest.keyClick(view, next(typed)), QApplication.processEvents())))
        return (time.perf_counter_ns() - started) / 1e6

    scrolled = interleaved({"ours": scroll_ours, "plain": lambda: statistics.median(scroll(plain))}, ROUNDS)
    view.setFocus()
    view.choose(view.grid.arranged.ids[3], 2)
    keys = interleaved(
        {
            "key": type_one,
            "floor": lambda: commit(path) + wall_ms(plain.viewport().repaint),
        },
        ROUNDS * 4,
    )
    for window in (plain, page):
        window.hide()
        window.deleteLater()
    return Seen(opened, frames, scrolled["ours"], scrolled["plain"], keys["key"], keys["floor"], key_cpu)


def measure() -> Iterator[Result]:
    """Yield the frames of scrolling and the time of a key."""
    with stage() as services:
        services.workspace.run(AddMany(count=PROJECTS))
        services.workspace.run(AnswerEverything(projects=PROJECTS, goals=GOALS))
        seen = look(services)
    cells = f"{PROJECTS} by {GOALS}"
    yield Result(
        name=f"goal matrix {cells}: a frame of scrolling",
        value=percentile(seen.frames, 0.95),
        unit="ms",
        limit=16,
        note=f"95 % of {len(seen.frames)}; median {statistics.median(seen.frames):.1f}, longest {max(seen.frames):.1f}",
    )
    yield Result(
        name="the same against Qt's own table",
        value=statistics.median(seen.ours) / statistics.median(seen.plain),
        unit="x",
        limit=1.0,
        note=f"{spread(seen.ours)} against {spread(seen.plain)}, CPU",
    )
    yield Result(
        name="a typed number, from the key to the page",
        value=statistics.median(seen.key) / statistics.median(seen.floor),
        unit="x",
        limit=2.5,
        note=f"{spread(seen.key)} against a bare commit and repaint {spread(seen.floor)}, on the wall",
    )
    yield Result(
        name="a typed number, without the disk",
        value=percentile(seen.key_cpu, 0.95),
        unit="ms",
        limit=33,
        note=f"95 % of {len(seen.key_cpu)}; {spread(seen.key_cpu)}, CPU",
    )
    yield Result(name=f"opening {cells}", value=seen.opened, unit="ms", limit=1500, note="read, ordered, painted; CPU")
