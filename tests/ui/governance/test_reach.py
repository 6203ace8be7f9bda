"""The tabs by keyboard, by screen reader and with large text: everything has a name, a size, and room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.governance.decisions import Receiver
from smartstad_desktop.domain.governance.organisations import AdmissionSubject
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text import phrases
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.programme.tabs import TABS
from smartstad_desktop.ui.shell.rail import WIDTH
from smartstad_desktop.usecases.governance.admission import SetAdmissionCriteria
from smartstad_desktop.usecases.governance.assignments import AddAssignments
from smartstad_desktop.usecases.governance.bodies import AddBody, AddBodySeats
from smartstad_desktop.usecases.governance.decisions import AddDecision
from smartstad_desktop.usecases.governance.memberships import FillSeat
from smartstad_desktop.usecases.governance.organisations import AddOrganisation

SCALE = 1.5
ROOM = 1440 - round(WIDTH * SCALE)
TARGET = 24
OURS = [spec for spec in TABS if "governance" in spec.factory]


@pytest.fixture(autouse=True)
def _large() -> Iterator[None]:
    theme.use(ThemeName.LIGHT, SCALE)
    yield
    theme.use(ThemeName.LIGHT)
    phrases.use(Language.SV)


@pytest.fixture
def filled(services: Services) -> Services:
    run = services.workspace.run
    body = run(AddBody(fields={"name_sv": "Styrgruppen", "kind": "steering_group"})).value
    (seat,) = run(AddBodySeats(body=body, labels=("Handledare",), fields={})).value
    run(FillSeat(seat=seat, new_person={"name": "Anna Påhittad"}, fields={"state": "appointed"}))
    run(SetAdmissionCriteria(lines={AdmissionSubject.PARTNER: ("Driver innovation",)}))
    run(AddOrganisation(fields={"name": "Påhittade sensorer AB", "partner_state": "accepted"}))
    decision = run(AddDecision(fields={"title": "Programmet startar", "body_id": body})).value
    run(AddAssignments(decision=decision, text="Utse ledamöter", receivers=(Receiver(words="Kommunerna"),)))
    return services


def reachable(tab: QWidget) -> list[QWidget]:
    """Return what Tab can reach; arrows scroll a scroll area, and what it holds is what has names."""
    return [
        widget
        for widget in tab.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and type(widget) is not QScrollArea
    ]


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    hint = widget.placeholderText() if isinstance(widget, QLineEdit) else ""
    return widget.accessibleName() or text or hint


def show(tab: Page, qtbot: QtBot) -> Page:
    qtbot.addWidget(tab)
    tab.resize(ROOM, 850)
    tab.show()
    for _round in range(3):
        # A sheet that scrolls learns its height from what is in it, and lays that out anew.
        QApplication.processEvents()
    return tab


@pytest.mark.parametrize("language", list(Language))
def test_everything_has_a_name_a_size_and_room(filled: Services, language: Language, qtbot: QtBot) -> None:
    phrases.use(language)
    assert len(OURS) == 3
    for spec in OURS:
        tab = show(spec.load()(filled), qtbot)
        assert [type(each).__name__ for each in reachable(tab) if not name_of(each)] == []
        buttons = [each for each in reachable(tab) if isinstance(each, QAbstractButton)]
        assert [name_of(each) for each in buttons if min(each.width(), each.height()) < TARGET] == []
        assert tab.width() == ROOM
        assert tab.minimumSizeHint().width() <= ROOM
        tab.hide()
