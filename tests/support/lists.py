"""Small lists, and a page to read them with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.lists.importing import Candidate
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.kit.page import PageTarget
from smartstad_desktop.ui.kit.targets import PageId
from tests.support.workbooks import write_book

DATA = Path(__file__).parent.parent / "data"
HEAD = ["Löpnr", "Projektnamn", "Status", "Tema", "Budget", "Slut"]
BATH = ["B-1", "Badplatser i realtid", "Pilot", "Vatten", "200 tkr", "2027"]
LOCK = ["B-2", "Digitala lås", "Planerad", "Vatten", "900 tkr", "2027"]


def book(tmp_path: Path, *rows: list[Any], name: str = "Helsingborg.xlsx") -> Path:
    """Write a small list of Helsingborg's."""
    return write_book(tmp_path / name, {"Projekt": [HEAD, *rows]})


def read(page: ImportingPage, *paths: Path) -> None:
    """Hand lists to the page, as a drop on the window does."""
    page.go_to(PageTarget(PageId.IMPORTING, files=tuple(str(path) for path in paths)))
    QApplication.processEvents()


def verdicts(page: ImportingPage) -> list[str]:
    """Return the verdict of every row the page shows."""
    return [each.verdict.value for one in page.plan.lists for each in one.candidates]


def put(sheet: Any, row: int, start: str, value: object) -> None:
    """Write into the cell below the heading that begins so."""
    column = next(cell.column for cell in sheet[1] if str(cell.value).startswith(start))
    sheet.cell(row, column).value = value


def candidate(page: ImportingPage, title: str) -> Candidate:
    """Return the row with this name."""
    return next(each for one in page.plan.lists for each in one.candidates if each.row.title == title)


def answers(page: ImportingPage, title: str, qtbot: QtBot) -> Any:
    """Return what stands below the row with this name, once it is there."""
    key = candidate(page, title).key
    qtbot.waitUntil(lambda: page.review.table.answers_of(key) is not None)
    return page.review.table.answers_of(key)
