"""What Qt does by itself, as this program wants it: its words, undo in fields, the first size, lines of chips."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smartstad_desktop.text import phrases
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.qt_words import QtWords
from smartstad_desktop.ui.shell.field_undo import FieldUndo
from smartstad_desktop.ui.shell.frame import SMALLEST, Frame
from tests.support import pointer

#: On the handle of a slider at its start.
HANDLE = QPoint(4, 15)


@pytest.fixture
def words() -> Iterator[QtWords]:
    """Return the translator, at work for one test."""
    translator = QtWords()
    QCoreApplication.installTranslator(translator)
    before = phrases.current().language
    yield translator
    phrases.use(before)
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("words")
@pytest.mark.parametrize(("language", "word"), [("sv", "Kopiera"), ("nb", "Kopier"), ("en", "Copy")])
def test_the_menu_of_a_text_field_speaks_the_language_of_the_window(qtbot: QtBot, language: str, word: str) -> None:
    phrases.use(language)
    field = QLineEdit("text")
    qtbot.addWidget(field)
    assert [action.text().split("\t")[0] for action in field.createStandardContextMenu().actions()][4] == word


@pytest.mark.usefixtures("words")
@pytest.mark.parametrize(
    ("language", "said"), [("sv", {"En mapp upp", "Ny mapp", "Spara"}), ("nb", {"En mappe opp", "Ny mappe", "Lagre"})]
)
def test_a_question_for_a_file_has_no_english_word(qtbot: QtBot, language: str, said: set[str]) -> None:
    phrases.use(language)
    dialog = QFileDialog(None, "Var?", "", "Excel (*.xlsx)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    told = {each.toolTip() for each in dialog.findChildren(QAbstractButton)}
    told |= {each.text() for each in dialog.findChildren(QAbstractButton)}
    told |= {each.text().replace("&", "") for each in dialog.findChildren(QAction)}

    assert said <= told
    english = re.compile(r"\b(View|Folder|Directory|Back|Forward|Show|Rename|Delete|Save|Open|Cancel|New)\b")
    assert [words for words in told if english.search(words)] == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_without_anything_to_undo_leaves_undo_to_the_window(
    qtbot: QtBot, qapp: QApplication, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    window = QWidget()
    field = kind("name")
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    heard: list[str] = []
    QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window).activated.connect(lambda: heard.append("step"))
    manners = FieldUndo(qapp)  # goes when the test is over, and its connection with it
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == []
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["step"]
    manners.deleteLater()


def test_the_first_window_fits_on_the_screen(qtbot: QtBot) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    room = frame.screen().availableSize().expandedTo(QSize(*SMALLEST))
    assert frame.height() <= room.height()
    assert frame.width() <= room.width()


def test_a_row_of_chips_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    window = QWidget()
    row = ChipRow("Område")
    column = QVBoxLayout(window)
    column.addWidget(row)
    column.addStretch(1)
    qtbot.addWidget(window)
    row.show_faces([ChipFace(number, f"Område {number}") for number in range(12)])
    window.resize(320, 600)
    with qtbot.waitExposed(window):
        window.show()
    assert row.height() == row.heightForWidth(row.width())
    assert row.chip(11).geometry().bottom() <= row.rect().bottom()


def test_no_button_stays_held_from_one_test_to_the_next(qtbot: QtBot) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    slider.resize(200, 30)
    QTest.mousePress(slider, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, HANDLE)
    pointer.press(slider, HANDLE)
    assert not slider.isSliderDown()
    pointer.let_go()
    pointer.press(slider, HANDLE)
    assert slider.isSliderDown()
