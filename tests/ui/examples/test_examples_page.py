"""The page of examples from elsewhere, driven by real events on the demonstration region."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.reads.examples import examples
from smartstad_desktop.ui.examples.page import ExamplesPage
from smartstad_desktop.ui.kit.services import Services


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> ExamplesPage:
    """The page at the size of a laptop."""
    made = ExamplesPage(demo_services)
    qtbot.addWidget(made)
    made.resize(1220, 860)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_an_example_is_adopted_and_shows_what_came_of_it(page: ExamplesPage) -> None:
    chosen = page.table.chosen_rows()[0]
    page.adopt()
    dialog = page._dialog
    assert dialog is not None
    dialog.fields["town"].set_value(None)
    dialog.confirm()
    assert dialog.fields["town"].error
    dialog.fields["title"].set_value("Gemensamt larmcentrum för trygghetslarm i hela nordvästra Skåne")
    dialog.fields["town"].set_value(3)
    dialog.confirm()
    row = next(each for each in page.services.workspace.read(examples).examples if each.id == chosen.id)
    assert [adoption.municipality for adoption in row.adopted] == [3]
    assert page.form is not None
    # A long name must not make the form wider than its place.
    assert page.form.minimumSizeHint().width() <= page.side.width()
    page.services.workspace.undo()
    row = next(each for each in page.services.workspace.read(examples).examples if each.id == chosen.id)
    assert row.adopted == ()


def test_what_it_takes_and_who_could_adopt_it_are_written_beside_the_table(page: ExamplesPage) -> None:
    form = page.form
    assert form is not None
    chosen = page.table.chosen_rows()[0]
    field = form.fields["transferability"]
    field.editor.setFocus()
    QTest.keyClicks(field.editor, "Egen personal")
    form.fields["place"].editor.setFocus()
    form.fields["adopters"].toggle(2)  # type: ignore[attr-defined]  the field is picked from a menu
    row = next(each for each in page.services.workspace.read(examples).examples if each.id == chosen.id)
    assert row.transferability == "Egen personal"
    assert 2 in row.adopters


def test_a_new_example_is_chosen_and_delete_takes_it_away(page: ExamplesPage) -> None:
    page.add_example()
    dialog = page._dialog
    assert dialog is not None
    dialog.fields["title"].set_value("Lånecyklar på biblioteket")
    dialog.confirm()
    assert page.table.chosen_rows()[0].title == "Lånecyklar på biblioteket"
    count = page.rows.rowCount()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.rows.rowCount() == count - 1
