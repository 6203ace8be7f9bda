"""The dialogs of packages: one way from the menu, a preview before anything is written, and where it went."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.packages.about_dialog import AnswerDialog, SubjectDialog
from smartstad_desktop.ui.packages.packages_dialog import PackagesDialog, TownDialog
from tests.ui.conftest import HeardNotices


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """What the dialogs belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def asked(services: Services, host: QWidget) -> PackagesDialog:
    """Return the first question, open."""
    first = PackagesDialog(services, host)
    first.open()
    return first


def test_a_request_is_looked_through_before_it_is_written(
    demo_services: Services,
    notices: HeardNotices,
    host: QWidget,
    dialog: Callable[[type[Any]], Any],
    answers: Callable[..., None],
    tmp_path: Path,
) -> None:
    answers(saved=tmp_path / "om.zip")
    asked(demo_services, host).about.click()
    subject: SubjectDialog = dialog(SubjectDialog)
    subject.search.setText("trygghetssensorer landskrona")
    subject.confirm()
    preview: AnswerDialog = dialog(AnswerDialog)
    count = len(preview.rows.rows)
    preview.table.choose("goal:5")
    preview.keep.click()
    assert preview.reason.error
    preview.reason.set_value("OSL 31:16")
    preview.keep.click()

    assert preview.counted.text().startswith(f"{count - 1} uppgifter lämnas ut.")
    assert [each.reason for each in preview.withheld] == ["OSL 31:16"]
    preview.confirm()

    with zipfile.ZipFile(tmp_path / "om.zip") as archive:
        assert archive.namelist()[:3] == ["Läs mig.txt", "1 Sammanställning.pdf", "2 Tabeller.xlsx"]
    assert notices.said == ["Handlingarna är klara: om.zip"]
    assert [offer.text for offer in notices.offers] == ["Öppna mappen"]


def test_a_municipality_gets_a_file_of_its_own(
    demo_services: Services,
    notices: HeardNotices,
    host: QWidget,
    dialog: Callable[[type[Any]], Any],
    answers: Callable[..., None],
    tmp_path: Path,
) -> None:
    answers(saved=tmp_path / "Bjuv.zip")
    asked(demo_services, host).towns.click()
    town: TownDialog = dialog(TownDialog)
    town.town.set_value("bjuv")
    town.confirm()

    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".zip") == ["Bjuv.zip"]
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".smartstad-")] == []
    assert notices.said == ["1 paket är klart."]


def test_without_a_plan_there_is_nothing_to_send(
    services: Services, host: QWidget, dialog: Callable[[type[Any]], Any]
) -> None:
    asked(services, host).towns.click()
    town: TownDialog = dialog(TownDialog)
    town.confirm()

    assert town.isVisible()
    assert town.trouble.text() == "Det finns ännu inget att lägga i paketet."


def test_a_folder_that_cannot_be_written_to_is_told(
    demo_services: Services,
    notices: HeardNotices,
    host: QWidget,
    dialog: Callable[[type[Any]], Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(FileQuestions, "folder", staticmethod(lambda *_args: tmp_path / "finns inte"))
    asked(demo_services, host).towns.click()
    dialog(TownDialog).confirm()

    assert len(notices.said) == 1
    assert "finns inte" in notices.said[0]


def test_the_menu_leads_there(desk: Desk, dialog: Callable[[type[Any]], Any]) -> None:
    action = desk.window.actions_by_id.by_id["packages"]
    assert not action.isEnabled()
    desk.open_demo()

    action.trigger()

    assert dialog(PackagesDialog).archive.text() == "Gör arkivpaketet…"
    dialog(PackagesDialog).reject()
