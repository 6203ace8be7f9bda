"""What columns mean: shown with examples and sureness, said better by a person, and read again at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartstad_desktop.domain.lists.list_columns import EXTRA, IGNORED
from smartstad_desktop.ui.importing.columns_dialog import ColumnsDialog
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.kit.parts import Label
from tests.support.lists import BATH, book, read
from tests.support.workbooks import write_book


def opened(page: ImportingPage, dialog: Callable[[type[ColumnsDialog]], ColumnsDialog]) -> ColumnsDialog:
    QTest.mouseClick(page.review.origin.columns, Qt.MouseButton.LeftButton)
    return dialog(ColumnsDialog)


def test_every_column_is_shown_with_examples_and_what_it_is_taken_for(
    page: ImportingPage, dialog: Callable[[type[ColumnsDialog]], ColumnsDialog], tmp_path: Path
) -> None:
    read(page, book(tmp_path, BATH))
    shown = opened(page, dialog)
    words = [label.text() for label in shown.findChildren(Label)]
    meanings = {letter: box.meaning for (_sheet, letter), box in shown.boxes.items()}
    shown.reject()

    assert "Badplatser i realtid" in words
    assert "säker" in words
    assert any("nästa gång" in text and "Helsingborg" in text for text in words)
    assert meanings == {
        "A": "external_ref", "B": "title", "C": "status", "D": "theme", "E": "budget_total", "F": "end"
    }  # fmt: skip


def test_a_column_is_said_to_mean_something_else_and_the_list_is_read_again(
    page: ImportingPage, dialog: Callable[[type[ColumnsDialog]], ColumnsDialog], tmp_path: Path
) -> None:
    read(page, book(tmp_path, BATH))
    shown = opened(page, dialog)
    box = shown.boxes["Projekt", "A"]
    box.setCurrentIndex(box.findData(EXTRA))
    shown.boxes["Projekt", "F"].setCurrentIndex(shown.boxes["Projekt", "F"].findData(IGNORED))
    QTest.mouseClick(shown.confirm_button, Qt.MouseButton.LeftButton)
    row = page.plan.lists[0].candidates[0].row

    assert row.extra == {"Löpnr": "B-1"}
    assert "external_ref" not in row.values
    assert "end" not in row.values
    assert row.title == "Badplatser i realtid"


def test_an_unclear_column_is_asked_once(
    page: ImportingPage, dialog: Callable[[type[ColumnsDialog]], ColumnsDialog], tmp_path: Path
) -> None:
    rows = [["Projektnamn", "Status", "Information"], ["Digitala lås", "Pilot", "Låser upp dörrar."]]
    read(page, write_book(tmp_path / "Helsingborg.xlsx", {"Projekt": rows}))
    asking = [column.letter for column in page.plan.lists[0].read.sheets[0].asking]
    assert asking
    assert page.review.origin.columns.text() == f"Kolumner: {len(asking)} att avgöra"
    shown = opened(page, dialog)
    assert shown.focusWidget() is shown.boxes["Projekt", asking[0]]
    QTest.mouseClick(shown.confirm_button, Qt.MouseButton.LeftButton)

    assert page.plan.lists[0].read.sheets[0].asking == ()
    assert page.review.origin.columns.text() == "Kolumner"


def test_what_headings_meant_before_is_known_once_a_person_says_whose_list_it_is(
    page: ImportingPage, dialog: Callable[[type[ColumnsDialog]], ColumnsDialog], tmp_path: Path
) -> None:
    rows = [["Projektnamn", "Status", "Information"], ["Digitala lås", "Pilot", "Låser upp dörrar."]]
    read(page, write_book(tmp_path / "Helsingborg.xlsx", {"Projekt": rows}))
    shown = opened(page, dialog)
    box = shown.boxes["Projekt", "C"]
    box.setCurrentIndex(box.findData("lesson"))
    QTest.mouseClick(shown.confirm_button, Qt.MouseButton.LeftButton)
    page.apply()
    rows = [rows[0], ["Digitala bord", "Pilot", "De fälls upp."]]
    read(page, write_book(tmp_path / "lista.xlsx", {"Blad1": rows}))
    assert "lesson" not in page.plan.lists[0].candidates[0].row.values
    page.review.origin.town.setCurrentText("Helsingborg")
    page.review.origin.town.activated.emit(page.review.origin.town.currentIndex())

    assert page.plan.lists[0].candidates[0].row.values["lesson"] == "De fälls upp."
    assert page.plan.lists[0].municipality is not None


def test_the_wheel_changes_no_meaning(
    page: ImportingPage, dialog: Callable[[type[ColumnsDialog]], ColumnsDialog], tmp_path: Path
) -> None:
    read(page, book(tmp_path, BATH))
    shown = opened(page, dialog)
    box = shown.boxes["Projekt", "B"]
    place = QPointF(5, 5)
    down = QWheelEvent(
        place, box.mapToGlobal(place), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, down)
    meaning = box.meaning
    shown.reject()

    assert meaning == "title"
