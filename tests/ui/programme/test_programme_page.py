"""The programme page shows one tab at a time, loads it when it is asked for, and comes back to the last one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.programme import programme as reads
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import LineField
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.tab_bar import TabBar
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.programme.facts_tab import FactsTab
from smartstad_desktop.ui.programme.municipalities_tab import MunicipalitiesTab
from smartstad_desktop.ui.programme.page import ProgrammePage
from smartstad_desktop.ui.programme.tabs import TABS
from smartstad_desktop.ui.shell.rail import WIDTH
from smartstad_desktop.usecases.programme.programme import EditProgramme


@pytest.fixture
def page(services: Services, qtbot: QtBot) -> ProgrammePage:
    shown = ProgrammePage(services)
    qtbot.addWidget(shown)
    shown.resize(1224, 900)
    shown.show()
    return shown


def write(page: ProgrammePage, name: str, text: str) -> LineField:
    facts = page.tab("programme")
    assert isinstance(facts, FactsTab)
    field = facts.form.fields[name]
    assert isinstance(field, LineField)
    field.line.setFocus()
    # Qt's key simulation knows ASCII only; å ä ö go in as they would from an input method.
    field.line.setText(text)
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    return field


def test_a_target_reaches_a_tab_and_the_last_one_is_remembered(page: ProgrammePage, qtbot: QtBot) -> None:
    assert page.shown == "programme"
    page.go_to(PageTarget(PageId.PROGRAMME, filters={"tab": "municipalities"}))

    assert isinstance(page.stack.currentWidget(), MunicipalitiesTab)
    assert TABS[page.bar.currentIndex()].key == "municipalities"
    again = ProgrammePage(page.services)
    qtbot.addWidget(again)
    again.show()
    assert again.shown == "municipalities"
    again.go_to(PageTarget(PageId.PROGRAMME, filters={"tab": "there is none such"}))
    assert again.shown == "municipalities"


def test_tabs_are_walked_by_keys_and_every_one_can_be_shown(page: ProgrammePage) -> None:
    page.bar.setFocus()
    QTest.keyClick(page.bar, Qt.Key.Key_Right)
    assert page.shown == TABS[1].key
    QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.shown == TABS[1].key
    for number, spec in enumerate(TABS):
        page.bar.setCurrentIndex(number)
        assert page.shown == spec.key
        assert page.stack.currentWidget() is page.tab(spec.key)


def test_leaving_a_field_saves_it_as_one_step(page: ProgrammePage) -> None:
    workspace = page.services.workspace
    write(page, "first_year", "2027")
    write(page, "started_on", "2024-09-01")
    facts = workspace.read(reads.programme)
    assert facts is not None
    assert (facts.first_year, str(facts.started_on)) == (2027, "2024-09-01")
    tab = page.tab("programme")
    assert isinstance(tab, FactsTab)
    assert "Inne på tredje året" in tab.header.subtitle.text()
    workspace.undo()
    assert tab.form.fields["started_on"].value() is None


def test_what_cannot_be_is_refused_at_its_field(page: ProgrammePage) -> None:
    workspace = page.services.workspace
    workspace.run(EditProgramme(changes={"first_year": 2027, "most_projects": 150}))
    steps = len(workspace.steps())
    assert "snart" in write(page, "first_year", "snart").error
    write(page, "least_projects", "200")
    tab = page.tab("programme")
    assert isinstance(tab, FactsTab)
    assert "150" in tab.form.fields["most_projects"].error
    assert len(workspace.steps()) == steps


@pytest.mark.parametrize("language", Language)
def test_all_tabs_fit_beside_the_rail_at_half_as_large_text_again(language: Language, qtbot: QtBot) -> None:
    theme.use(ThemeName.LIGHT, 1.5)
    try:
        room = 1440 - round(WIDTH * 1.5) - 2 * theme.current().space(14)
        bar = TabBar("Delar")
        qtbot.addWidget(bar)
        for spec in TABS:
            bar.addTab(phrasebook(language).text(spec.title))
        bar.resize(room, bar.sizeHint().height())
        bar.show()
        assert sum(bar.tabRect(number).width() for number in range(bar.count())) <= room
    finally:
        theme.use(ThemeName.LIGHT)
