"""Municipalities are added, changed and sent workbooks; the dialog refuses at the field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.reads.programme import programme as reads
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.fields import LongTextField, TextField
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.municipalities_tab import MunicipalitiesTab
from smartstad_desktop.ui.programme.municipality_form import MunicipalityDialog
from smartstad_desktop.usecases.workspace import Workspace


@pytest.fixture
def page(services: Services, qtbot: QtBot) -> MunicipalitiesTab:
    shown = MunicipalitiesTab(services)
    qtbot.addWidget(shown)
    shown.resize(1224, 860)
    shown.show()
    return shown


def write(field: object, text: str) -> None:
    assert isinstance(field, TextField)
    field.line.setFocus()
    # Qt's key simulation knows ASCII only; å ä ö go in as they would from an input method.
    field.line.setText(text)
    QTest.keyClick(field.line, Qt.Key.Key_Tab)


def dialog(page: MunicipalitiesTab, press: Callable[[], None]) -> MunicipalityDialog:
    press()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, MunicipalityDialog)
    return shown


def test_a_municipality_is_added_with_its_codes(page: MunicipalitiesTab, workspace: Workspace) -> None:
    form = dialog(page, page.add_button.click)
    write(form.fields["name"], "Svalövs kommun")
    write(form.fields["short_name"], "Svalöv")
    write(form.fields["mark"], "sv")
    write(form.fields["colour"], "#6B4A2B")
    write(form.fields["population"], "14 500")
    codes = form.fields["codes"]
    assert isinstance(codes, LongTextField)
    codes.area.setPlainText("1214; 1971-01-01")
    form.confirm_button.click()
    row = workspace.read(reads.municipalities)[-1]
    assert (row.mark, row.population, row.codes[0].code, str(row.codes[0].valid_from)) == (
        "SV",
        14500,
        "1214",
        "1971-01-01",
    )
    assert page.findChild(Button, f"change-{row.id}") is not None


def test_a_colour_that_white_cannot_be_read_on_is_refused(page: MunicipalitiesTab, workspace: Workspace) -> None:
    row = workspace.read(reads.municipalities)[0]
    change = page.findChild(Button, f"change-{row.id}")
    assert change is not None
    form = dialog(page, change.click)
    write(form.fields["colour"], "#FFEE00")
    form.confirm_button.click()
    assert form.isVisible()
    assert form.fields["colour"].error
    assert workspace.read(reads.municipalities)[0].colour == row.colour
    form.reject()


def test_every_control_has_a_name(page: MunicipalitiesTab) -> None:
    nameless = [button for button in page.findChildren(Button) if not (button.accessibleName() or button.text())]
    assert nameless == []


def test_a_workbook_is_written_and_kept_as_sent(
    page: MunicipalitiesTab, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = workspace.read(reads.municipalities)[0]
    target = tmp_path / "ut.xlsx"
    monkeypatch.setattr(FileQuestions, "save_path", staticmethod(lambda *_question: target))
    button = page.findChild(Button, f"send-{row.id}")
    assert button is not None
    button.click()
    assert openpyxl.load_workbook(target).sheetnames[0] == "Läs mig"
    assert raw_count(workspace, "sent_list") == 1


def test_all_workbooks_go_into_one_folder(
    page: MunicipalitiesTab, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileQuestions, "folder", staticmethod(lambda *_question: tmp_path))
    page.send_button.click()
    assert sorted(path.name for path in tmp_path.glob("*.xlsx")) == [
        "SMARTstad Båstad.xlsx",
        "SMARTstad Helsingborg.xlsx",
        "SMARTstad Ängelholm.xlsx",
    ]
    assert raw_count(workspace, "sent_list") == 3


def raw_count(workspace: Workspace, table: str) -> int:
    return int(workspace.glance(lambda raw: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]))
