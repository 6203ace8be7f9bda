"""Personal data is shown, handed out, made anonymous and weeded in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.personal.kinds import PersonalCategory
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.personal.search_dialog import WantedDialog
from smartstad_desktop.ui.personal.tab import PersonalTab
from smartstad_desktop.ui.personal.weeding_dialog import WeedingDialog
from smartstad_desktop.usecases.governance.people import AddPerson
from smartstad_desktop.usecases.inventory.inventory import AddProject

NAME = "Åsa Påhittadsson"


@pytest.fixture
def tab(services: Services, qtbot: QtBot) -> PersonalTab:
    workspace = services.workspace
    workspace.run(AddPerson(fields={"name": NAME, "title": "Enhetschef", "email": "asa@example.invalid"}))
    for title, what in (("Sensorer", f"Fråga {NAME}."), ("Lampor", f"En annan {NAME} i grannkommunen.")):
        workspace.run(AddProject(fields={"municipality_id": 1, "title": title, "what": what}))
    made = PersonalTab(services)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def test_everything_is_told_and_handed_out(tab: PersonalTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tab.header.subtitle.text() == "1 person med namn"
    assert tab.side.told.text() == "Står i 4 texter"
    target = tmp_path / "utdrag.pdf"

    def answer(*_question: object) -> Path:
        return target

    monkeypatch.setattr(FileQuestions, "save_path", answer)
    tab.side.ask_extract()

    told = " ".join(page.extract_text() for page in PdfReader(target).pages)
    for words in (NAME, "asa@example.invalid", "Sensorer", "Inventering"):
        assert words in told


def test_a_person_becomes_anonymous_but_not_a_namesake(tab: PersonalTab) -> None:
    tab.side.ask_anonymise()
    dialog = tab.side.dialog
    assert dialog is not None
    assert [dialog.places.item(number).text().split(": ")[0] for number in range(dialog.places.count())] == [
        "Inventering · Sensorer",
        "Inventering · Lampor",
    ]
    dialog.fields["replacement"].set_value(NAME)
    dialog.confirm()
    assert dialog.fields["replacement"].error
    dialog.places.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.fields["replacement"].set_value("Enhetschef")
    dialog.confirm()

    assert [row.name for row in tab.rows.rows] == ["Enhetschef"]
    assert tab.header.subtitle.text() == "0 personer med namn"
    tab.ask_for_somebody()
    assert isinstance(tab.dialog, WantedDialog)
    tab.dialog.confirm()
    assert tab.dialog.fields["name"].error
    tab.dialog.fields["name"].set_value(NAME)
    tab.dialog.confirm()
    assert [row.record for row in tab.side.rows.rows] == ["Lampor"]
    assert tab.side.person is None


def test_a_rule_of_weeding_is_changed_and_followed(tab: PersonalTab) -> None:
    tab.ask_about_weeding()
    dialog = tab.dialog
    assert isinstance(dialog, WeedingDialog)
    dialog.table.choose(PersonalCategory.CONTACTS)
    dialog.edit()
    assert dialog.asked is not None
    dialog.asked.fields["months"].set_value(6)
    dialog.asked.confirm()
    line = dialog.chosen()
    assert line is not None
    assert (line.rule.months, line.count) == (6, 1)

    dialog.ask_weed()
    dialog.asked.confirm()
    assert [line.count for line in dialog.rows.rows if line.rule.category is PersonalCategory.CONTACTS] == [0]
    assert not dialog.weed_button.isEnabled()
