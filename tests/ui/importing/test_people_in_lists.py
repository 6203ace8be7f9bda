"""What points at a person: never in full on the screen, in full where it is written, never in dots in the inventory."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.lists.import_cells import CellAnswer
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.lists import answers, candidate, put, read
from tests.support.workbooks import write_book


def test_what_points_at_a_person_does_not_stand_in_full(page: ImportingPage, tmp_path: Path) -> None:
    head = ["Löpnr", "Projektnamn", "Status", "Kommentar"]
    first = [head, ["B-1", "Digitala lås", "Pilot", "Inget"]]
    read(page, write_book(tmp_path / "Helsingborg.xlsx", {"Projekt": first}))
    page.apply()
    again = [head, ["B-1", "Digitala lås", "Pilot", "Ring 070-123 45 67"]]
    read(page, write_book(tmp_path / "Helsingborg 2.xlsx", {"Projekt": again}))

    told = page.review.table.model().index(0, 3).data()
    assert "Ring 07•-••• •• ••" in told
    assert "123 45 67" not in told


def test_a_personal_number_stands_in_no_button_and_is_written_all_the_same(
    page: ImportingPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    number = "811218-9876"  # the tax agency's own example
    head = ["Löpnr", "Projektnamn", "Status", "Kommentar", "Ansvarig"]
    first = [head, ["B-1", "Digitala lås", "Pilot", "Inget", f"Förvaltning {number}"]]
    read(page, write_book(tmp_path / "Helsingborg.xlsx", {"Projekt": first}))
    page.apply()
    sent = tmp_path / "Helsingborg 2.xlsx"
    export_workbook(workspace, "helsingborg", sent)
    changed = openpyxl.load_workbook(sent)
    put(changed["Projekt"], 2, "Kommentar", f"Fråga {number}")
    changed.save(sent)
    project = workspace.read(reads.known).projects[0].id
    workspace.run(EditProject(project=project, changes={"comment": f"Ring {number}", "owner_unit": ""}))
    read(page, sent)

    row = answers(page, "Digitala lås", qtbot)
    chips = [row.chip(said, "comment") for said in (CellAnswer.OURS, CellAnswer.THEIRS)]
    shown = [text for each in chips for text in (each.text(), each.accessibleName(), each.toolTip())]
    assert chips[1].text() == "Ta listans: Fråga 81••••-••••"
    shown += [page.review.table.model().index(0, column).data() for column in range(4)]
    assert not [text for text in shown if number in text]
    chips[1].click()
    page.apply()
    assert workspace.read(reads.known).projects[0].values["comment"] == f"Fråga {number}"


def test_a_masked_suggestion_is_taken_in_full(page: ImportingPage, qtbot: QtBot, tmp_path: Path) -> None:
    head = ["Projektnamn", "Status", "Kommentar"]
    rows = [head, ["Digitala lås", "Avbrutet", "Vi lärde av 811218-9876"]]
    read(page, write_book(tmp_path / "Helsingborg.xlsx", {"Projekt": rows}))
    box = answers(page, "Digitala lås", qtbot).editor
    assert isinstance(box, QLineEdit)
    assert box.text() == "Vi lärde av 81••••-••••"
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert candidate(page, "Digitala lås").row.values["lesson"] == "Vi lärde av 811218-9876"
