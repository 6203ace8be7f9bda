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

from smartstad_desktop.domain.programme.work import Onboarding, Settlement
from smartstad_desktop.reads.programme import programme as reads
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.calm_fields import LineField
from smartstad_desktop.ui.kit.chips import MenuChip
from smartstad_desktop.ui.kit.fields import LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog, FileQuestions
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.municipalities_tab import MunicipalitiesTab
from smartstad_desktop.ui.programme.municipality_form import MunicipalityDialog
from smartstad_desktop.ui.programme.succession_dialogs import MergeDialog, OnboardingDialog
from smartstad_desktop.usecases.workspace import Workspace


@pytest.fixture
def page(services: Services, qtbot: QtBot) -> MunicipalitiesTab:
    shown = MunicipalitiesTab(services)
    qtbot.addWidget(shown)
    shown.resize(1224, 860)
    shown.show()
    return shown


def write(field: object, text: str) -> None:
    assert isinstance(field, TextField | LineField)
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


def ask(page: MunicipalitiesTab, number: int, entry: int) -> Dialog:
    """Press the button for more of a municipality and take an entry of its menu."""
    more = page.findChild(Button, f"more-{number}")
    assert more is not None
    row = next(row for row in page.services.workspace.read(reads.municipalities) if row.id == number)
    page.list.menu(row, more).actions()[entry].trigger()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, Dialog)
    return shown


def said(page: MunicipalitiesTab) -> str:
    return "\n".join(each.text() for each in page.list.findChildren(Label)).replace("\xa0", " ")


def test_others_are_merged_into_one_after_the_consequences_were_told(
    page: MunicipalitiesTab, workspace: Workspace
) -> None:
    into, *others = workspace.read(reads.municipalities)
    form = ask(page, into.id, 1)
    assert isinstance(form, MergeDialog)
    form.confirm_button.click()
    assert form.before.error
    for other in others:
        QTest.mouseClick(form.before.row.chip(other.id), Qt.MouseButton.LeftButton)
    assert "inga projekt" in form.told.text()
    assert form.confirm_button.text() == "Slå ihop 2 kommuner"
    form.confirm_button.click()
    assert form.day.error
    assert not form.before.error
    form.day.line.setText("2026-01-01")
    form.confirm_button.click()
    assert not form.isVisible()
    assert page.list.past is not None
    page.list.past.open()
    assert f"Uppgick i {into.name} 1 jan 2026." in said(page)
    assert f"Införlivade {others[0].name} och {others[1].name} 1 jan 2026." in said(page)
    assert page.findChild(Button, f"send-{others[0].id}") is None
    workspace.undo()
    assert page.list.past is None


def test_a_new_name_a_split_and_what_is_wrong_with_them(page: MunicipalitiesTab, workspace: Workspace) -> None:
    first = workspace.read(reads.municipalities)[0]
    form = ask(page, first.id, 0)
    form.confirm_button.click()
    assert form.fields["name"].error
    write(form.fields["name"], "Nya kommunen")
    write(form.fields["since"], "2026-01-01")
    form.confirm_button.click()
    assert f"Hette {first.name} till och med 31 dec 2025." in said(page)

    form = ask(page, first.id, 2)
    for name, text in (("name", "Utbruten kommun"), ("mark", "ut"), ("colour", "#FFEE00"), ("since", "2026-02-01")):
        write(form.fields[name], text)
    form.confirm_button.click()
    assert form.fields["colour"].error
    write(form.fields["colour"], "#3C5AA6")
    form.confirm_button.click()
    assert "Bröts ut ur Nya kommunen 1 feb 2026." in said(page)


def test_how_far_a_municipality_has_come_is_picked_in_its_row_and_noted(
    page: MunicipalitiesTab, workspace: Workspace
) -> None:
    first = workspace.read(reads.municipalities)[0]
    chip = page.findChild(MenuChip, f"onboarding-{first.id}")
    assert chip is not None
    chip.menu.actions()[1].trigger()
    assert workspace.read(reads.municipalities)[0].onboarding is Onboarding.VISITED
    chip = page.findChild(MenuChip, f"onboarding-{first.id}")
    assert chip is not None
    chip.menu.actions()[-1].trigger()
    form = QApplication.activeModalWidget()
    assert isinstance(form, OnboardingDialog)
    note = form.fields["onboarding_note"]
    assert isinstance(note, LongTextField)
    note.area.setPlainText("Vill dela sensorer.")
    form.confirm_button.click()
    row = workspace.read(reads.municipalities)[0]
    assert (row.onboarding, row.onboarding_note) == (Onboarding.VISITED, "Vill dela sensorer.")
    assert "Vill dela sensorer." in said(page)


def test_the_dialog_writes_county_kind_and_days(page: MunicipalitiesTab, workspace: Workspace) -> None:
    first = workspace.read(reads.municipalities)[0]
    change = page.findChild(Button, f"change-{first.id}")
    assert change is not None
    form = dialog(page, change.click)
    write(form.fields["county"], "Skåne")
    form.fields["settlement"].set_value(Settlement.RURAL)
    write(form.fields["valid_from"], "1971-01-01")
    form.confirm_button.click()
    row = workspace.read(reads.municipalities)[0]
    assert (row.county, row.settlement, str(row.valid_from)) == ("Skåne", Settlement.RURAL, "1971-01-01")
