"""Small lists, and a page to read them with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

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
