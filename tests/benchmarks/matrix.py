"""The goal matrix at 500 projects by 50 goals: scrolling, and a typed number from the key to the painted page.

The floor is what nothing could do without: Qt's own table painting the same cells from a model in C++, and one row
written and committed in a file of the same kind.
"""

from __future__ import annotations

import sqlite3
import statistics
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

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


def measure() -> Iterator[Result]:
    """Yield the frames of scrolling and the time of a key."""
    with stage() as services:
        services.workspace.run(AddMany(count=PROJECTS))
        services.workspace.run(AnswerEverything(projects=PROJECTS, goals=GOALS))
        page = MatrixPage(services)
        page.resize(1704, 1080)
        opened = wall_ms(lambda: (page.show(), QApplication.processEvents()))
        view = page.grid.view
        view.setFocus()
        view.choose(view.grid.arranged.ids[3], 2)
        plain = of_the_same_cells(page)
        frames: list[float] = []
        keys: list[float] = []

        def one_key() -> float:
            number = len(keys) % 4
            key = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[number]
            keys.append(wall_ms(lambda: (QTest.keyClick(view, key), QApplication.processEvents())))
            return keys[-1]

        def scroll_ours() -> float:
            frames.extend(scroll(view))
            return statistics.median(frames[-FRAMES:])

        seen = interleaved({"ours": scroll_ours, "plain": lambda: statistics.median(scroll(plain))}, ROUNDS)
        view.choose(view.grid.arranged.ids[3], 2)
        path = str(services.workspace.path.with_name("golv.db"))

        def floor() -> float:
            return commit(path) + wall_ms(plain.viewport().repaint)

        typed = interleaved({"key": one_key, "floor": floor}, ROUNDS * 4)
        plain.hide()
        page.hide()
        page.deleteLater()
        plain.deleteLater()
    cells = f"{PROJECTS} by {GOALS}"
    yield Result(
        name=f"goal matrix {cells}: a frame of scrolling",
        value=percentile(frames, 0.95),
        unit="ms",
        limit=16,
        note=f"95 % of {len(frames)}; median {statistics.median(frames):.1f}, longest {max(frames):.1f}, CPU",
    )
    yield Result(
        name="the same against Qt's own table",
        value=statistics.median(seen["ours"]) / statistics.median(seen["plain"]),
        unit="x",
        limit=1.0,
        note=f"{spread(seen['ours'])} against {spread(seen['plain'])}",
    )
    yield Result(
        name="a typed number, from the key to the page",
        value=statistics.median(typed["key"]) / statistics.median(typed["floor"]),
        unit="x",
        limit=2.5,
        note=f"{spread(typed['key'])} against a bare commit and repaint {spread(typed['floor'])}, on the wall",
    )
    yield Result(name="a typed number", value=percentile(typed["key"], 0.95), unit="ms", limit=50, note="95 %, wall")
    yield Result(name=f"opening {cells}", value=opened, unit="ms", limit=1500, note="read, ordered, painted; wall")
