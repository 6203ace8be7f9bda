"""Snapshots become the smallest differences, and Qt's own judge finds no broken promise."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.kit.rows_model import KEY_ROLE, ROW_ROLE, Column, RowsModel


@dataclass(frozen=True)
class Thing:
    number: int
    name: str


def model() -> RowsModel[Thing]:
    columns = [Column[Thing]("Name", lambda thing: thing.name), Column[Thing]("No", lambda thing: str(thing.number))]
    return RowsModel(columns, key=lambda thing: thing.number, accessible=lambda thing: f"thing {thing.name}")


def things(*numbers: int) -> list[Thing]:
    return [Thing(number, f"t{number}") for number in numbers]


def signals(made: RowsModel[Thing]) -> list[str]:
    heard: list[str] = []
    made.rowsInserted.connect(lambda _p, first, last: heard.append(f"+{first}-{last}"))
    made.rowsRemoved.connect(lambda _p, first, last: heard.append(f"x{first}-{last}"))
    made.rowsMoved.connect(lambda _p, first, _l, _q, to: heard.append(f"{first}>{to}"))
    made.dataChanged.connect(lambda a, b: heard.append(f"~{a.row()}-{b.row()}"))
    made.modelReset.connect(lambda: heard.append("reset"))
    return heard


@pytest.mark.parametrize(
    ("old", "new", "heard"),
    [
        ((1, 2, 3), (1, 2, 3), []),
        ((1, 2, 3), (1, 3), ["x1-1"]),
        ((1, 3), (1, 2, 3, 4), ["+1-1", "+3-3"]),
        ((1, 2, 3, 4), (2, 3, 4, 1), ["0>4"]),
        ((1, 2, 3, 4), (4, 1, 2, 3), ["3>0"]),
        ((1, 2, 3), (9, 3, 1), ["x1-1", "0>2", "+0-0"]),
    ],
)
def test_only_what_differs_is_told(qtbot: QtBot, old: tuple[int, ...], new: tuple[int, ...], heard: list[str]) -> None:
    made = model()
    made.show(things(*old))
    told = signals(made)
    made.show(things(*new))
    assert [thing.number for thing in made.rows] == list(new)
    assert told == heard


def test_a_changed_row_tells_its_cells_and_shows_its_new_text(qtbot: QtBot) -> None:
    made = model()
    made.show(things(1, 2, 3))
    assert made.index(1, 0).data() == "t2"
    told = signals(made)
    made.show([Thing(1, "t1"), Thing(2, "new"), Thing(3, "t3")])
    assert told == ["~1-1"]
    assert made.index(1, 0).data() == "new"


def test_a_kept_index_follows_its_row(qtbot: QtBot) -> None:
    made = model()
    made.show(things(1, 2, 3, 4))
    kept = QPersistentModelIndex(made.index_of(1))
    made.show(things(2, 3, 1, 4, 5))
    assert kept.data(KEY_ROLE) == 1


def test_a_wholly_different_snapshot_is_one_reset(qtbot: QtBot) -> None:
    made = model()
    made.show(things(*range(0, 400, 2)))
    told = signals(made)
    made.show(things(*range(0, 400, 3)))
    assert told == ["reset"]


@given(st.lists(st.lists(st.integers(0, 12), unique=True, max_size=12), max_size=6))
def test_any_snapshots_keep_the_promises_of_a_model(snapshots: list[list[int]]) -> None:
    made = model()
    judge = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers in snapshots:
        made.show(things(*numbers))
        assert [made.index(row, 1).data() for row in range(made.rowCount())] == [str(number) for number in numbers]
    del judge


def test_rows_and_what_a_screen_reader_says(qtbot: QtBot) -> None:
    made = model()
    made.show(things(7))
    assert made.index(0, 0).data(ROW_ROLE) == Thing(7, "t7")
    assert made.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "thing t7"
    assert made.row_at(QModelIndex()) is None
    assert made.headerData(0, Qt.Orientation.Horizontal) == "Name"
