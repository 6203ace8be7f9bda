"""A list from the clipboard: from the inventory, on the page itself, and text that is no list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.storage.tables.importing import ImportJob, ReceivedFile
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.inventory.page import InventoryPage
from smartstad_desktop.ui.kit.page import PageTarget
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.lists import BATH, HEAD, LOCK, book, read, verdicts
from tests.support.workspaces import dump
from tests.ui.conftest import HeardNotices

# What spreadsheets put on the clipboard: tabs between cells, quotes around a cell with a line break.
COPIED = "\r\n".join("\t".join(cells) for cells in (["Kommun", *HEAD], ["Bjuv", *BATH], ["Bjuv", *LOCK]))
JUNK = "Hej igen!\nTack för mötet i går.\nVi hörs på tisdag."
NO_LIST = "Ingen tabell med projekt hittades i Urklipp."


@pytest.fixture(autouse=True)
def _own_clipboard(qapp: QApplication) -> Iterator[None]:
    """Let no test see what another one copied."""
    qapp.clipboard().clear()
    yield
    qapp.clipboard().clear()


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QApplication.processEvents()


def press_paste(page: ImportingPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def test_pasting_in_the_inventory_leads_to_the_review_and_one_step(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.create_file(tmp_path / "region.smartstad", "familjen-helsingborg")
    desk.window.go_to(PageTarget(PageId.INVENTORY))
    desk.window.activateWindow()
    qtbot.waitUntil(lambda: desk.window.isActiveWindow() and desk.window.findChild(InventoryPage) is not None)
    copy(COPIED)
    qtbot.keyClick(desk.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page = cast("ImportingPage", desk.window.findChild(ImportingPage))
    qtbot.waitUntil(page.review.isVisible)
    steps = len(page.services.workspace.steps())

    assert verdicts(page) == ["new", "new"]
    assert page.review.files.model().index(0, 0).data() == "Urklipp"
    QTest.mouseClick(page.accept, Qt.MouseButton.LeftButton)
    assert len(page.services.workspace.steps()) == steps + 1
    assert page.result.text.text() == "Från urklipp, som ett steg. Texten finns kvar i programmet som den kom."


def test_the_keys_paste_on_the_page_and_the_text_is_kept(page: ImportingPage, workspace: Workspace) -> None:
    before = dump(workspace)
    copy(COPIED.replace("Bjuv", "Helsingborg"))
    press_paste(page)
    assert page.accept.text() == "Importera 2 rader"
    assert dump(workspace) == before

    page.apply()
    jobs = workspace.read(lambda c: [tuple(row) for row in c.execute(select(ImportJob.file_name, ImportJob.counts))])
    kept = workspace.read(lambda c: c.execute(select(ReceivedFile.content)).scalar_one())
    assert jobs[0][0] == "Urklipp"
    assert kept.decode("utf-8-sig") == COPIED.replace("Bjuv", "Helsingborg")
    page.result.undo.click()
    assert dump(workspace) == before


def test_the_button_waits_for_a_table(page: ImportingPage) -> None:
    button = page.invitation.paste
    assert not button.isEnabled()
    copy("ett ord")
    assert not button.isEnabled()
    assert button.toolTip().startswith("Det finns ingen tabell i urklipp.")
    copy(COPIED)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert [each.row.title for each in page.plan.lists[0].candidates] == ["Badplatser i realtid", "Digitala lås"]


def test_a_list_of_nobody_is_asked_about(page: ImportingPage) -> None:
    copy("\n".join("\t".join(cells) for cells in (HEAD, BATH)))
    press_paste(page)

    assert page.review.origin.question.text() == "Vems lista är det?"


def test_cells_keep_their_commas_and_line_breaks(page: ImportingPage) -> None:
    head, row = "Namn på projekt, kort\tStatus, läge\tKommun", '"Bad, sol,\nvatten"\tPilot, i drift\tBjuv'
    copy(f"{head}\n{row}\n")
    press_paste(page)

    assert len(page.plan.lists[0].candidates) == 1
    assert page.plan.lists[0].candidates[0].row.title.startswith("Bad, sol,")


@pytest.mark.parametrize("junk", [JUNK, "<html>\n<b>hej</b>", "%PDF-1.7\nhej", "\ta\tb"])
def test_text_that_is_no_list_is_told_so(
    page: ImportingPage, workspace: Workspace, notices: HeardNotices, junk: str
) -> None:
    before = dump(workspace)
    copy(junk)
    press_paste(page)

    assert notices.said[-1].startswith(NO_LIST)
    assert page.invitation.isVisible()
    assert dump(workspace) == before


def test_a_single_word_is_no_table(page: ImportingPage, notices: HeardNotices) -> None:
    copy("ord\r\n")
    press_paste(page)

    assert notices.said == ["Det finns ingen tabell i urklipp. Kopiera raderna med rubriker i Excel först."]


def test_pasting_leaves_a_review_as_it_is(page: ImportingPage, notices: HeardNotices, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH))
    plan = page.plan
    copy(COPIED)
    press_paste(page)

    assert page.plan is plan
    assert notices.said[-1].startswith("Här finns redan listor.")
