"""What a screen reader and a keyboard meet: names on everything, targets large enough, a way round by Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.values import Language
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.shell.pages import PAGES

TARGET = 24


def reachable(window: QWidget) -> list[QWidget]:
    """Return what Tab can reach in *window*."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # Arrows scroll it; what it holds is what has names.
        and type(widget) is not QScrollArea
    ]


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    hint = widget.placeholderText() if isinstance(widget, QLineEdit) else ""
    return widget.accessibleName() or text or hint


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """The demonstration region, at the size of a small laptop."""
    desk.open_demo()
    desk.window.resize(1280, 800)
    return desk


@pytest.mark.parametrize("page", [spec.id for spec in PAGES])
def test_everything_that_can_be_reached_has_a_name(opened: Desk, page: PageId) -> None:
    opened.window.go_to(PageTarget(page))
    QApplication.sendPostedEvents()
    nameless = [
        f"{type(widget).__name__} {widget.geometry()}" for widget in reachable(opened.window) if not name_of(widget)
    ]
    assert nameless == []


@pytest.mark.parametrize("page", [spec.id for spec in PAGES])
def test_buttons_are_large_enough_to_hit(opened: Desk, page: PageId) -> None:
    opened.window.go_to(PageTarget(page))
    QApplication.sendPostedEvents()
    buttons = [widget for widget in reachable(opened.window) if isinstance(widget, QAbstractButton)]
    small = [f"{name_of(each)} {each.size()}" for each in buttons if min(each.width(), each.height()) < TARGET]
    assert len(buttons) > len(PAGES)
    assert small == []


def test_tab_goes_round_and_comes_back(opened: Desk, qtbot: QtBot) -> None:
    window = opened.window
    first = window.rail.button(PageId.OVERVIEW)
    first.setFocus()
    seen: list[QWidget | None] = []
    for _step in range(200):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is first:
            break
    assert seen[-1] is first
    assert opened.window.rail.settings_button in seen


@pytest.mark.parametrize("size", [1.0, 1.5])
@pytest.mark.parametrize("language", Language)
def test_no_word_of_the_rail_and_the_overview_is_cut(desk: Desk, language: Language, size: float, qtbot: QtBot) -> None:
    desk.settings.language, desk.settings.text_size = language, size
    desk.rebuild()
    desk.open_demo()
    desk.window.resize(1440, 900)
    qtbot.waitUntil(desk.window.isVisible)
    QApplication.sendPostedEvents()
    labels = [label for label in desk.window.findChildren(Label) if label.isVisible() and not label.wordWrap()]
    cut = [label.text() for label in labels if label.sizeHint().width() > label.width() + 1]
    assert len(labels) > 10
    assert cut == []


def test_the_next_thing_to_do_follows_the_file(opened: Desk) -> None:
    assert opened.workspace is not None
    assert opened.window.open_file is not None
    page = opened.window.open_file.pages.page(PageId.OVERVIEW)
    texts = [label.text() for label in page.findChildren(Label)]
    assert "Placera 13 kort på tavlan" in texts
    assert any("180 dagar" in text for text in texts)
