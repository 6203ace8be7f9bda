"""The field for formatted text: what is kept looks as it will be read, and stays what it is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.rich_text import Line, LineKind, Span
from smartstad_desktop.exchange.documents.rich_lines import lines_of
from smartstad_desktop.exchange.documents.rich_writing import text_of
from smartstad_desktop.ui.kit.rich_document import lines_in, put_lines
from smartstad_desktop.ui.kit.rich_text import RichField

TEXT = "### Rubrik\n\nHej **du** och *jag* på [SKR](https://skr.se)\nrad två\n\n- a\n  - b\n\n3. c\n4. d"
WORDS = st.text(st.sampled_from("abå 1.)#*_-\\[]"), min_size=1, max_size=8)
SPANS = st.builds(Span, WORDS, st.booleans(), st.booleans(), st.sampled_from(["", "https://skr.se"]))
LINES = st.lists(
    st.builds(Line, st.sampled_from(LineKind), st.lists(SPANS, max_size=2).map(tuple), st.integers(0, 2)), max_size=4
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot: QtBot) -> RichField:
    """A field in a window of its own."""
    made = RichField("why", "Varför")
    qtbot.addWidget(made)
    made.resize(500, 200)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _choose(field: RichField, words: str) -> None:
    found = field.area.document().find(words)
    assert not found.isNull()
    field.area.setTextCursor(found)


def _paste(field: RichField, *, html: str = "", text: str = "") -> None:
    pasted = QMimeData()
    if html:
        pasted.setHtml(html)
    if text:
        pasted.setText(text)
    field.area.insertFromMimeData(pasted)


@pytest.mark.parametrize("text", [TEXT, "5 * 3", "\\# 1", "[x](javascript:1) <b>", ""])
def test_what_is_shown_is_kept_as_it_was_and_asks_for_nothing(field: RichField, text: str) -> None:
    told: list[Any] = []
    field.edited.connect(told.append)
    field.set_value(text)
    field.area.setFocus()
    field.commit()

    assert lines_of(field.text()) == lines_of(text)
    assert told == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(LINES)
def test_the_way_through_the_editor_changes_nothing(qapp: QApplication, lines: list[Line]) -> None:
    kept = text_of(lines)
    document = QTextDocument()
    put_lines(document, lines_of(kept))
    assert text_of(lines_in(document)) == kept
    assert document.toPlainText().split() == " ".join(line.text for line in lines_of(kept)).split()
    assert qapp is not None


@pytest.mark.parametrize("typed", ["5 * 3 * 2", "# 1", "- streck", "1. ett", "a_b_c", "**", "[a](b)", "http://x.se"])
def test_typed_words_stay_words(field: RichField, typed: str) -> None:
    QTest.keyClicks(field.area, typed)
    kept = field.text()
    field.reset(kept)

    assert field.area.toPlainText() == typed
    assert field.text() == kept


@pytest.mark.parametrize(
    ("key", "modifiers", "kept"),
    [
        (Qt.Key.Key_B, CONTROL, "ett **ord** till"),
        (Qt.Key.Key_I, CONTROL, "ett *ord* till"),
        (Qt.Key.Key_2, CONTROL | Qt.KeyboardModifier.AltModifier, "### ett ord till"),
        (Qt.Key.Key_8, CONTROL | Qt.KeyboardModifier.ShiftModifier, "- ett ord till"),
        (Qt.Key.Key_7, CONTROL | Qt.KeyboardModifier.ShiftModifier, "1. ett ord till"),
    ],
)
def test_keys_change_how_words_look_and_back(
    field: RichField, key: Qt.Key, modifiers: Qt.KeyboardModifier, kept: str
) -> None:
    field.reset("ett ord till")
    _choose(field, "ord")
    QTest.keyClick(field.area, key, modifiers)
    assert field.text() == kept
    QTest.keyClick(field.area, key, modifiers)
    assert field.text() == "ett ord till"


def test_a_heading_keeps_its_links_and_what_follows_it_is_plain(field: RichField) -> None:
    field.reset("**[SKR](https://skr.se)** säger")
    field.tools.use(LineKind.HEADING)
    field.area.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field.area, Qt.Key.Key_Return)
    QTest.keyClicks(field.area, "text")

    assert field.text() == "### [SKR](https://skr.se) säger\n\ntext"


def test_enter_in_an_empty_point_ends_the_list(field: RichField) -> None:
    field.reset("- a")
    field.area.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field.area, Qt.Key.Key_Return)
    QTest.keyClick(field.area, Qt.Key.Key_Return)
    QTest.keyClicks(field.area, "efter")

    assert field.text() == "- a\n\nefter"


def test_a_link_is_asked_for_completed_and_taken_away(field: RichField) -> None:
    field.reset("se SKR här")
    _choose(field, "SKR")
    dialog = field.tools.ask_link()
    dialog.fields["address"].set_value("javascript:alert(1)")
    dialog.confirm()
    assert dialog.fields["address"].error
    dialog.fields["address"].set_value("skr.se")
    dialog.confirm()
    assert field.text() == "se [SKR](https://skr.se) här"

    QTest.keyClicks(field.area, "!")
    assert field.text() == "se [SKR](https://skr.se)! här"
    _choose(field, "KR")
    field.area.moveCursor(QTextCursor.MoveOperation.PreviousCharacter)
    again = field.tools.ask_link()
    assert again.values() == {"address": "https://skr.se", "words": "SKR"}
    again.fields["address"].set_value("")
    again.confirm()
    assert field.text() == "se SKR! här"


def test_what_is_pasted_keeps_only_what_can_be_kept(field: RichField) -> None:
    field.reset("före:")
    field.area.moveCursor(QTextCursor.MoveOperation.End)
    _paste(
        field,
        html="<p style='color:red;font-size:40px'>rött <b>starkt</b><img src='x.png'></p><ul><li>punkt</ul>"
        "<p><a href='javascript:1'>ond</a> <a href='https://skr.se'>god</a></p>",
    )
    assert field.text() == "före:rött **starkt**\n\n- punkt\n\nond [god](https://skr.se)"
    QTest.keyClicks(field.area, " mer")
    assert field.text().endswith("[god](https://skr.se) mer")
    field.reset("")
    _paste(field, text="# 1\r\n5 * 3")
    assert field.text() == "\\# 1\n5 * 3"


def test_typing_is_told_after_a_rest_and_what_is_read_meanwhile_waits(field: RichField, qtbot: QtBot) -> None:
    field.pause.setInterval(20)
    field.reset("")
    field.area.setFocus()
    with qtbot.waitSignal(field.edited) as told:
        QTest.keyClicks(field.area, "nytt")
    assert told.args == ["nytt"]
    QTest.keyClicks(field.area, " ord")
    field.set_value("annat")
    assert field.text() == "nytt ord"


def test_tools_are_seen_while_somebody_writes_and_tell_how_the_text_is(field: RichField) -> None:
    field.reset("ett **starkt** ord")
    field.area.clearFocus()
    assert not field.tools.isVisible()
    field.area.setFocus()
    assert field.tools.isVisible()
    _choose(field, "starkt")
    assert field.tools.buttons["strong"].isChecked()
    assert not field.tools.buttons["emphasis"].isChecked()
    assert field.tools.buttons["strong"].accessibleName() == "Fet (Ctrl+B)"
    assert field.area.accessibleName() == "Varför"
    field.area.setReadOnly(True)
    field.area.clearFocus()
    field.area.setFocus()
    assert not field.tools.isVisible()
