"""The importing page as the rest of the window and a screen reader meet it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.ui.importing.page import ImportingPage
from smartstad_desktop.ui.importing.rows_table import RowsTable
from tests.support.lists import BATH, DATA, book, read, verdicts


def test_the_model_keeps_its_promises(
    page: ImportingPage, checked: Callable[[QAbstractItemModel], None], tmp_path: Path
) -> None:
    checked(page.review.table.model())
    checked(page.review.files.model())
    read(page, DATA / "lists" / "Ängelholm.xlsx", book(tmp_path, BATH))
    page.review.files.setCurrentIndex(page.review.files.model().index(1, 0))
    page.review.files.setCurrentIndex(page.review.files.model().index(0, 0))

    assert page.review.table.model().rowCount() == 16


def test_every_control_has_a_name_and_every_row_a_sentence(page: ImportingPage, tmp_path: Path) -> None:
    read(page, book(tmp_path, BATH))
    row = page.review.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(RowsTable),
        page.review.origin.town,
        page.review.files,
    ]
    nameless = [each for each in controls if each.isVisible() and not (each.accessibleName() or _text(each))]

    assert row.startswith("rad 2, Ny, Badplatser i realtid, Vatten")
    assert nameless == []


def _text(control: object) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""


def test_lists_dropped_on_the_window_are_read(desk: Desk, tmp_path: Path) -> None:
    desk.create_file(tmp_path / "region.smartstad", "familjen-helsingborg")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(book(tmp_path, BATH)))])
    copied, pressed, alone = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(500, 400), copied, mime, pressed, alone)
    QApplication.sendEvent(desk.window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(500, 400), copied, mime, pressed, alone))
    page = desk.window.findChild(ImportingPage)

    assert isinstance(page, ImportingPage)
    assert verdicts(page) == ["new"]
