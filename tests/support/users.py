"""A user in front of the real window: pages, dialogs, and hands that click, choose and write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.domain.testbeds.routines import GateAnswer
from smartstad_desktop.reads.follow_up.reuse import shared_results
from smartstad_desktop.ui.cases.checklist import Checklist
from smartstad_desktop.ui.kit.fields import ChoiceField, Field
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.procurement.page import ProcurementPage
from smartstad_desktop.ui.reports.page import ReportsPage
from smartstad_desktop.ui.testbeds.page import TestbedsPage
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import dump

LEFT = Qt.MouseButton.LeftButton


class User:
    """Somebody in front of the window."""

    def __init__(self, desk: Desk, qtbot: QtBot, path: Path) -> None:
        self.desk, self.qtbot, self.path = desk, qtbot, path
        desk.open_file(path)

    @property
    def workspace(self) -> Workspace:
        assert self.desk.workspace is not None
        return self.desk.workspace

    @property
    def folder(self) -> Path:
        return self.path.parent

    def page(self, page: PageId, **filters: int | str | bool) -> Page:
        self.desk.window.go_to(PageTarget(page, filters=filters))
        assert self.desk.window.open_file is not None
        found = self.desk.window.open_file.pages.page(page)
        self.qtbot.waitUntil(found.isVisible)
        return found

    def testbeds(self) -> TestbedsPage:
        page = self.page(PageId.TESTBEDS)
        assert isinstance(page, TestbedsPage)
        return page

    def procurement(self) -> ProcurementPage:
        page = self.page(PageId.PROCUREMENT)
        assert isinstance(page, ProcurementPage)
        return page

    def reports(self, tab: str) -> Page:
        page = self.page(PageId.REPORTS, tab=tab)
        assert isinstance(page, ReportsPage)
        return page.tab(tab)

    def undo(self) -> None:
        self.desk.window.deeds.steps.undo()

    def taken_over(self, title: str) -> int:
        """Return how many municipalities have taken a result over."""
        return next(each.taken_over for each in self.workspace.read(shared_results) if each.title == title)

    def begin_again(self) -> None:
        """Close the file and open it again: everything is there."""
        before = dump(self.workspace)
        self.desk.close_file()
        self.desk.open_file(self.path)
        assert dump(self.workspace) == before


def dialog() -> Dialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Dialog)
    return found


def decide(who: str, why: str, on: date | None = None) -> None:
    """Record that it goes on; without a day the one that is proposed."""
    asked = dialog()
    choose(asked.fields["answer"], GateAnswer.CONTINUE)
    write(asked.fields["decided_by"], who)
    write(asked.fields["reason"], why)
    if on is not None:
        write(asked.fields["decided_on"], on.isoformat())
    asked.confirm_button.click()
    assert not asked.isVisible(), asked.trouble.text()


def settle(points: Checklist) -> None:
    """Click what is required and still open."""
    for row in [row for row in points.rows.values() if row.point and row.point.is_required]:
        QTest.mouseClick(row.state, LEFT)


def choose(field: Field, value: object) -> None:
    """Choose in a box, as a click in its list does."""
    assert isinstance(field, ChoiceField)
    field.set_value(value)
    assert field.value() == value
    field.box.activated.emit(field.box.currentIndex())


def value_of(field: Field) -> str:
    return str(field.value())


def write(field: Field, text: str) -> None:
    """Write in a field; Qt's simulated keys know no å, so the words are set as an input method would."""
    editor = field.editor
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    else:
        assert isinstance(editor, QLineEdit)
        editor.setText(text)
        editor.textEdited.emit(text)


def type_in(field: Field, text: str) -> None:
    """Write a line and confirm it with Enter."""
    write(field, text)
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
