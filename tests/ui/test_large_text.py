"""At half as large text again, on a laptop: pages keep within the window, and words within their places."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.text import phrases
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.cards import CardFace, CardPainter
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.parts import Type, text_font
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.ui.shell.pages import PAGES
from smartstad_desktop.ui.shell.rail import WIDTH

SCALE = 1.5
#: A laptop's screen beside the rail.
ROOM = 1440 - round(WIDTH * SCALE)
AIM = (PageId.NEEDS, PageId.EXAMPLES, PageId.GOALS, PageId.MATRIX, PageId.ORDER, PageId.FIGURES)


@pytest.fixture(autouse=True)
def _large() -> Iterator[None]:
    theme.use(ThemeName.LIGHT, SCALE)
    yield
    theme.use(ThemeName.LIGHT)


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("page", AIM)
def test_a_page_is_no_wider_than_a_laptop(page: PageId, language: str, demo_services: Services, qtbot: QtBot) -> None:
    phrases.use(language)
    made = next(spec for spec in PAGES if spec.id == page).load()(demo_services)
    qtbot.addWidget(made)
    made.resize(ROOM, 900)
    made.show()
    QApplication.processEvents()
    assert made.width() == ROOM
    assert made.minimumSizeHint().width() <= ROOM
    made.hide()


def test_fields_stand_beneath_each_other_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = FieldRow(*(TextField(name, name) for name in ("svenska", "norska", "engelska")), parent=window)
    row.resize(900, 100)
    row.show()
    window.show()
    QApplication.processEvents()
    assert row.is_row
    row.resize(500, 300)
    QApplication.processEvents()
    assert not row.is_row
    labels = [label for label in row.findChildren(QLabel) if label.text()]
    assert all(label.mapTo(row, label.rect().bottomRight()).x() <= row.width() for label in labels)


def test_a_long_word_is_broken_with_a_hyphen_and_not_in_the_middle_of_a_syllable() -> None:
    font = text_font(Type.BODY)
    lines = lines_of("Gemensamma yrkeskurser för vuxna", font, QFontMetricsF(font).horizontalAdvance("Gemensam"), 9)
    assert lines[0].endswith("-")
    assert "".join(line.removesuffix("-") for line in lines).replace(" ", "") == "Gemensammayrkeskurserförvuxna"


def test_how_many_said_it_stands_beside_the_municipality() -> None:
    cards = CardPainter(1.0)
    face = CardFace(key=1, title="Slippa", marks=(Mark("HB", "#8e2a5b", "Helsingborg"),), budget="sagt av 204")
    assert cards.height(face, 158) == cards.height(CardFace(key=2, title="Slippa", marks=face.marks), 158)
