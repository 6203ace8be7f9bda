"""The inventory leaves the page as a file, by button and by key, and a file that is open elsewhere is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.kit.forms import FileQuestions, ask_save_path
from smartstad_desktop.ui.kit.page import PageTarget
from smartstad_desktop.ui.kit.targets import PageId
from tests.ui.conftest import HeardNotices


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is answered to the question for a file name."""
    path = tmp_path / "inventarium.json"
    monkeypatch.setattr(FileQuestions, "save_path", lambda *_question: path)
    return path


def test_the_button_writes_all_projects(page: InventoryPage, target: Path, notices: HeardNotices) -> None:
    QTest.mouseClick(page.browser.header.exports, Qt.MouseButton.LeftButton)

    assert len(json.loads(target.read_text("utf-8"))["projects"]) == 5
    assert notices.said[-1] == "inventarium.json är skriven med 5 projekt."
    assert notices.offers[-1].text == "Öppna mappen"


def test_a_table_says_what_it_leaves_out(
    page: InventoryPage, target: Path, notices: HeardNotices, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.browser.header.exports.click()
    assert "följer" not in notices.said[-1]

    def answer(_parent: object, _title: str, _pattern: str, _suggestion: str) -> Path:
        return target.with_suffix(".csv")

    monkeypatch.setattr(FileQuestions, "save_path", answer)
    page.browser.header.exports.click()

    assert notices.said[-1] == (
        "inventarium.csv är skriven med 5 projekt. "
        "Behov, tjänster och exempel följer bara med i en arbetsbok eller som JSON."
    )


def test_the_command_of_the_window_does_the_same(page: InventoryPage, target: Path) -> None:
    page.go_to(PageTarget(PageId.INVENTORY, filters={"export": True}))

    assert target.exists()


def test_a_file_that_is_open_elsewhere_is_told(page: InventoryPage, target: Path, notices: HeardNotices) -> None:
    target.write_text("gammalt")
    target.with_name(f"~${target.name}").write_text("")
    page.browser.header.exports.click()

    assert "är öppen i ett annat program" in notices.said[-1]
    assert target.read_text() == "gammalt"


def test_the_kind_of_file_that_is_chosen_ends_the_name(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answers: list[Path] = []
    pattern = "Excel (*.xlsx);;JSON (*.json)"
    ask_save_path(parent, "Spara", pattern, answers.append, suggestion=str(tmp_path / "ut.xlsx"))
    QApplication.processEvents()
    question = parent.findChild(QFileDialog)
    assert question is not None

    question.filterSelected.emit("JSON (*.json)")
    assert [Path(name).name for name in question.selectedFiles()] == ["ut.json"]
    question.accept()
    assert answers == [tmp_path / "ut.json"]
