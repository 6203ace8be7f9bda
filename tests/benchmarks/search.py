"""Typing into the search of 10,000 projects: the filter, and the repaint against Qt's own item model."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from smartstad_desktop.ui.inventory.page import InventoryPage
from tests.benchmarks.measure import Result, cpu_ms, interleaved, percentile, spread
from tests.benchmarks.stage import stage
from tests.support.many import AddMany

PROJECTS = 10_000
TYPED = (
    "k",
    "ka",
    "kar",
    "kart",
    "karta",
    "kart",
    "s",
    "se",
    "sen",
    "sens",
    "senso",
    "e",
    "en",
    "ene",
    "energi",
    "ö",
    "",
)
ROUNDS = 5


def of_the_same_cells(page: InventoryPage) -> QTableView:
    """Return a plain table that shows what the inventory shows now, from a model in C++."""
    ours, rows = page.table, page.browser.model
    model = QStandardItemModel(min(len(rows.ids), 60), len(rows.columns))
    for number in range(model.rowCount()):
        for place, column in enumerate(rows.columns):
            model.setItem(number, place, QStandardItem(rows.text(number, column)))
    plain = QTableView()
    plain.setModel(model)
    plain.setFont(ours.font())
    plain.verticalHeader().hide()
    plain.verticalHeader().setDefaultSectionSize(ours.verticalHeader().defaultSectionSize())
    plain.resize(ours.size())
    for place in range(len(rows.columns)):
        plain.setColumnWidth(place, ours.columnWidth(place))
    model.setParent(plain)
    plain.show()
    QApplication.processEvents()
    return plain


def measure() -> Iterator[Result]:
    """Yield the filter and the repaint."""
    with stage() as services:
        services.workspace.run(AddMany(count=PROJECTS))
        page = InventoryPage(services)
        page.resize(1920, 1080)
        page.show()
        QApplication.processEvents()
        assert page.browser.snapshot is not None
        while not page.browser.snapshot.prepare():
            pass
        search = page.browser.header.search
        filters: list[float] = []
        whole: list[float] = []

        def type_all() -> float:
            """Type every text; return the median of a key up to the painted table."""
            keys: list[float] = []
            for typed in TYPED:
                filtered = cpu_ms(lambda typed=typed: search.setText(typed))
                keys.append(filtered + cpu_ms(QApplication.processEvents))
                filters.append(filtered)
            whole.extend(keys)
            return statistics.median(keys)

        type_all()
        filters.clear()
        whole.clear()
        plain = of_the_same_cells(page)
        seen = interleaved({"ours": type_all, "plain": lambda: cpu_ms(plain.viewport().repaint)}, ROUNDS)
        shown = f"{page.table.viewport().height() // page.table.rowHeight(0)} rows of {len(page.browser.model.columns)}"
        plain.hide()
        page.hide()
        page.deleteLater()
        plain.deleteLater()
    yield Result(
        name="search key at 10,000 projects: filter",
        value=percentile(filters, 0.95),
        unit="ms",
        limit=8,
        note=f"95 % of keys; {spread(filters)}",
    )
    yield Result(
        name="search key to repainted table",
        value=statistics.median(seen["ours"]) / statistics.median(seen["plain"]),
        unit="x",
        limit=1.3,
        note=f"{spread(whole)} against {spread(seen['plain'])} for {shown} cells",
    )
