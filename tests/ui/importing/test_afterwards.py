"""After the button: written beside the window, stopped without a trace, rows sent back, and the log of imports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.lists.importing import Answer
from smartstad_desktop.reads.overview import overview
from smartstad_desktop.ui.importing.log_dialog import LogDialog
from smartstad_desktop.ui.importing.masking import masked
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.kit.jobs import Jobs, Threaded
from smartstad_desktop.ui.kit.page import PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.usecases.programme.municipalities import AddMunicipality
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.lists import BATH, LOCK, answers, book, read
from tests.support.workspaces import dump
from tests.ui.conftest import HeardNotices

ROWS = [[f"B-{n}", f"Påhittat projekt nummer {n}", "Planerad", "Vatten", "200 tkr", "2027"] for n in range(400)]


@pytest.fixture
def threaded(workspace: Workspace, services: Services, qtbot: QtBot) -> ImportingPage:
    """The page with work that really runs beside the window."""
    jobs = Jobs(Threaded())
    page = ImportingPage(Services(workspace, services.changes, jobs, services.notices, services.settings))
    qtbot.addWidget(page)
    page.resize(1224, 900)
    page.show()
    return page


def test_an_import_is_written_beside_the_window_and_everybody_is_told(
    threaded: ImportingPage, workspace: Workspace, notices: HeardNotices, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    workspace.subscribe(lambda changes: told.append(changes.command))
    threaded.read([book(tmp_path, *ROWS)])
    qtbot.waitUntil(threaded.accept.isEnabled, timeout=20_000)
    threaded.accept.click()
    assert threaded.importing.isVisible()
    qtbot.waitUntil(threaded.result.isVisible, timeout=20_000)

    assert told == ["ApplyImport"]
    assert threaded.result.title.text() == "400 rader importerade"
    assert notices.said[-1] == "400 rader importerade"
    assert threaded.result.undo.isVisible()
    threaded.services.jobs.close()


def test_an_import_that_is_stopped_leaves_no_trace(
    threaded: ImportingPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    before, steps = dump(workspace), len(workspace.steps())
    threaded.read([book(tmp_path, *ROWS)])
    qtbot.waitUntil(threaded.accept.isEnabled, timeout=20_000)
    threaded.accept.click()
    threaded.importing.cancel.click()
    qtbot.waitUntil(threaded.review.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: not threaded.services.jobs.is_busy(), timeout=20_000)

    assert dump(workspace) == before
    assert len(workspace.steps()) == steps
    assert threaded.accept.text() == "Importera 400 rader"
    threaded.services.jobs.close()


def test_the_offer_to_undo_ends_when_something_else_has_happened(
    page: ImportingPage, workspace: Workspace, tmp_path: Path
) -> None:
    read(page, book(tmp_path, BATH))
    page.apply()
    assert page.result.undo.isVisible()
    workspace.undo()
    assert not page.result.undo.isVisible()
    assert page.result.title.text() == "Importen är ångrad"
    workspace.redo()

    assert page.result.title.text() == "1 rad importerad"
    assert page.result.undo.isVisible()


def test_rows_that_were_not_taken_are_saved_to_send_back(
    page: ImportingPage, answers: Callable[..., None], notices: HeardNotices, tmp_path: Path
) -> None:
    target = tmp_path / "tillbaka.xlsx"
    answers(saved=target)
    read(page, book(tmp_path, BATH, [*LOCK[:4], "ca 3–4 mkr", LOCK[5]]))
    page.apply()
    assert page.result.failed.text() == "Spara 1 rad att skicka tillbaka…"
    QTest.mouseClick(page.result.failed, Qt.MouseButton.LeftButton)

    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(target).worksheets[0].iter_rows()]
    assert len(rows) == 2
    assert "ca 3–4 mkr" in rows[1]
    assert "belopp" in str(rows[1][0])
    assert notices.said[-1] == "1 arbetsbok att skicka tillbaka är sparad."


def test_rows_go_back_in_the_language_of_their_municipality(
    page: ImportingPage, workspace: Workspace, answers: Callable[..., None], tmp_path: Path
) -> None:
    workspace.run(
        AddMunicipality(
            fields={
                "name": "Hvaler kommune",
                "short_name": "Hvaler",
                "country": "NO",
                "mark": "HV",
                "colour": "#0B5C69",
            }
        )
    )
    target = tmp_path / "tilbake.xlsx"
    answers(saved=target)
    read(page, book(tmp_path, BATH, [*LOCK[:4], "ca 3–4 mkr", LOCK[5]], name="Hvaler.xlsx"))
    page.apply()
    QTest.mouseClick(page.result.failed, Qt.MouseButton.LeftButton)

    assert openpyxl.load_workbook(target).worksheets[0]["A1"].value == "Dette må rettes"


def test_nothing_is_offered_to_send_back_when_all_was_taken(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH))
    page.apply()

    assert not page.result.failed.isVisible()


def test_the_log_tells_what_came_and_saves_the_file_as_it_came(
    page: ImportingPage,
    dialog: Callable[[type[LogDialog]], LogDialog],
    checked: Callable[[QAbstractItemModel], None],
    answers: Callable[..., None],
    tmp_path: Path,
) -> None:
    source, target = book(tmp_path, BATH, LOCK), tmp_path / "igen.xlsx"
    answers(saved=target)
    read(page, source)
    page.apply()
    page.result.more.click()
    QTest.mouseClick(page.invitation.log, Qt.MouseButton.LeftButton)
    shown = dialog(LogDialog)
    checked(shown.model)
    words = [shown.model.index(0, column).data() for column in range(4)]
    QTest.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    shown.reject()

    assert words[1:] == ["Helsingborg.xlsx", "Helsingborg", "Nya 2"]
    assert target.read_bytes() == source.read_bytes()


def test_an_empty_log_says_so(page: ImportingPage, dialog: Callable[[type[LogDialog]], LogDialog]) -> None:
    page.invitation.log.click()
    shown = dialog(LogDialog)
    is_offered = shown.save.isVisible()
    shown.reject()

    assert not is_offered


def test_data_about_people_is_named_but_never_repeated(page: ImportingPage, tmp_path: Path) -> None:
    row = ["B-1", "Kontakt Anna 19850315-2392 eller anna.exempel@gmail.com", *BATH[2:]]
    read(page, book(tmp_path, row, LOCK))
    spoken = page.review.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.review.personal.isVisible()
    assert "1 personnummer" in page.review.personal.words.text()
    assert "ser ut som ett personnummer" in spoken

    told = spoken.split("2027")[-1]
    assert "2392" not in told
    assert "anna.exempel" not in told
    QTest.mouseClick(page.review.personal.show_rows, Qt.MouseButton.LeftButton)
    assert page.review.table.model().rowCount() == 1


def test_masks_hide_numbers_and_names_and_keep_the_rest() -> None:
    assert masked("Ring 070-123 45 67") == "Ring 07•-••• •• ••"
    assert masked("anna@gmail.com") == "a•••@gmail.com"
    assert masked("budget 450 tkr 2027") == "budget 450 tkr 2027"


def test_what_was_to_be_asked_later_is_found_again(
    page: ImportingPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path,
    dialog: Callable[[type[LogDialog]], LogDialog],
) -> None:  # fmt: skip
    read(page, book(tmp_path, BATH, LOCK))
    page.apply()
    page.result.more.click()
    read(page, book(tmp_path, BATH, name="Helsingborg 2.xlsx"))
    answers(page, "Digitala lås", qtbot).chip(Answer.LATER).click()
    page.apply()
    assert workspace.glance(overview, date(2026, 11, 22)).to_ask_about == 1
    page.result.more.click()
    targets: list[PageTarget] = []
    page.navigate.connect(targets.append)
    page.invitation.log.click()
    shown = dialog(LogDialog)
    words = shown.model.index(0, 3).data()
    QTest.mouseClick(shown.ask, Qt.MouseButton.LeftButton)

    assert words.startswith("1 saknas, att fråga om")
    assert [(each.page, each.filters) for each in targets] == [
        (PageId.INVENTORY, {"missing": "answer", "municipality": 2})
    ]
