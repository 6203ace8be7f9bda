"""The page of joint procurement, driven by real events on the demonstration region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.procurement.candidates import Mark
from smartstad_desktop.domain.procurement.procurement import Interest
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.procurement.board import procurements
from smartstad_desktop.ui.cases.dialogs import StopDialog
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.procurement.begin_dialog import BeginDialog
from smartstad_desktop.ui.procurement.case_view import PARTS
from smartstad_desktop.ui.procurement.lock_dialog import LockDialog
from smartstad_desktop.ui.procurement.page import ProcurementPage
from smartstad_desktop.ui.procurement.party_grid import HALVES
from tests.ui.conftest import HeardNotices
from tests.ui.test_one_window import Watch

TODAY = date(2026, 11, 22)


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> Iterator[ProcurementPage]:
    """The page at the size of a laptop."""
    made = ProcurementPage(demo_services)
    qtbot.addWidget(made)
    made.resize(1220, 860)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.leave()


def _case(page: ProcurementPage, title: str) -> int:
    found = page.services.workspace.read(procurements, Language.SV, TODAY)
    return next(line.id for line in found.lines if line.title == title)


def _town(page: ProcurementPage, name: str) -> int:
    sheet = page.view.sheet
    assert sheet is not None
    return next(each.municipality for each in sheet.parties if each.name == name)


def test_a_candidate_is_put_aside_kept_and_becomes_a_procurement(qtbot: QtBot, page: ProcurementPage) -> None:
    page.go_to(PageTarget(PageId.PROCUREMENT, filters={"view": "candidates"}))
    first = page.candidates.chosen()
    assert first is not None
    assert "inom två år" in page.candidates.sheet.why.text()
    page.candidates.sheet.dismiss.click()
    dialog = page.deeds.dialog
    assert dialog is not None
    dialog.confirm_button.click()
    assert dialog.isVisible()
    dialog.fields["reason"].set_value("Förlängt till 2030.")
    dialog.confirm_button.click()
    second = page.candidates.chosen()
    assert second is not None
    assert second.key != first.key
    page.candidates.sheet.keep.click()
    kept = page.candidates.chosen()
    assert kept is not None
    assert kept.mark is Mark.KEPT
    page.candidates.sheet.begin.click()
    asking = page.deeds.dialog
    assert isinstance(asking, BeginDialog)
    asking.fields["title"].set_value("Portal tillsammans")
    asking.confirm_button.click()
    sheet = page.view.sheet
    assert sheet is not None
    assert sheet.case.facts.title == "Portal tillsammans"
    assert {each.municipality for each in sheet.parties if each.is_asked} == set(second.municipalities)
    assert page.places.currentWidget() is page.view
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.places.currentWidget() is page.cases


def test_municipalities_are_written_in_place_and_count_against_the_limits(page: ProcurementPage) -> None:
    page.open_case(_case(page, "Trygghetslarm med givare"))
    page.view.show_part("parties")
    before = page.view.value.sum.text()
    line = page.view.grid.lines[_town(page, "Bjuv")]
    line.fields["interest"].edited.emit(Interest.YES)
    value = line.fields["value"]
    value.editor.setFocus()
    value.editor.setText("1,5 mkr")  # pyright: ignore[reportAttributeAccessIssue]  the editor is a line
    QTest.keyClick(value.editor, Qt.Key.Key_Return)

    sheet = page.view.sheet
    assert sheet is not None
    assert sheet.value == 6_740_000 + 1_500_000
    assert page.view.value.sum.text() != before
    assert "stäm av med upphandling" in page.view.value.words()
    assert "Beloppet i kronor saknas" in page.view.value.words()


def test_locking_names_who_stays_outside_and_what_is_secret_is_not_written(
    page: ProcurementPage, notices: HeardNotices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_case(_case(page, "Trygghetslarm med givare"))
    page.view.state.lock.click()
    dialog = page.deeds.dialog
    assert isinstance(dialog, LockDialog)
    assert dialog.outside.text() == "Svalöv och Ängelholm kan inte avropa från avtalet."
    dialog.confirm_button.click()
    assert page.view.state.title.text().startswith("Avtalsparterna låsta")
    page.view.show_part("days")
    days = page.view.days.fields
    days["tenders_due_on"].edited.emit(date(2026, 1, 1))
    assert "avtalsparter låsta, 22" in days["tenders_due_on"].error
    days["tender_count"].edited.emit(4)
    days["supplier"].edited.emit("Hemliga Larm (påhittat)")
    page.refresh()
    target = tmp_path / "sammanfattning.pdf"
    monkeypatch.setattr(FileQuestions, "save_path", staticmethod(lambda *_asked: target))
    page.write_summary.trigger()
    told = " ".join(sheet.extract_text() for sheet in PdfReader(target).pages)
    assert "Trygghetslarm med givare" in told
    assert "Hemliga" not in told
    assert "undantagna" in told
    assert notices.said


def test_mandate_letters_are_written_one_per_municipality_and_a_signed_one_is_kept(
    page: ProcurementPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_case(_case(page, "Trygghetslarm med givare"))
    target, signed = tmp_path / "fullmakter.pdf", tmp_path / "Fullmakt Svalöv.pdf"
    signed.write_bytes(b"%PDF-1.7 invented")
    monkeypatch.setattr(FileQuestions, "save_path", staticmethod(lambda *_asked: target))
    monkeypatch.setattr(FileQuestions, "open_paths", staticmethod(lambda *_asked: (signed,)))
    page.write_letters.trigger()
    pages = [sheet.extract_text() for sheet in PdfReader(target).pages]
    assert len(pages) == 2
    assert "ger Landskrona stad fullmakt" in " ".join(pages[0].split())
    page.view.grid.lines[_town(page, "Svalöv")].letter.click()

    sheet = page.view.sheet
    assert sheet is not None
    party = next(each for each in sheet.parties if each.name == "Svalöv")
    assert (party.mandate, party.mandate_file) == ("received", "Fullmakt Svalöv.pdf")


def test_a_limit_is_added_corrected_and_taken_away(page: ProcurementPage) -> None:
    page.go_to(PageTarget(PageId.PROCUREMENT, filters={"view": "limits"}))
    count = page.limits.rows.rowCount()
    page.add_limit.click()
    dialog = page.limits.dialog
    assert dialog is not None
    dialog.confirm_button.click()
    assert dialog.isVisible()
    for name, value in (("amount", 2_400_000), ("valid_from", date(2026, 1, 1)), ("source", "Tillkännagivande 2026")):
        dialog.fields[name].set_value(value)
    dialog.confirm_button.click()
    assert page.limits.rows.rowCount() == count + 1
    chosen = page.limits.table.chosen_rows()[0]
    assert (chosen.source, chosen.certainty) == ("Tillkännagivande 2026", "check")
    assert page.limits.form.doubt.isVisible()
    page.limits.form.fields["certainty"].edited.emit("verified")
    assert not page.limits.form.doubt.isVisible()
    QTest.keyClick(page.limits.table, Qt.Key.Key_Delete)
    assert page.limits.rows.rowCount() == count


def test_procurements_stand_under_their_phase_and_are_found_by_search(qtbot: QtBot, page: ProcurementPage) -> None:
    heads = [column.stage.name for column in page.cases.board.columns]
    assert heads == ["Förbereda", "Genomföra", "Realisera"]
    page.search.setText("bygglov")
    qtbot.waitUntil(lambda: sum(len(column.list.rows.rows) for column in page.cases.board.columns) == 1)


def test_opening_a_procurement_brings_no_window_of_its_own(qapp: QApplication, page: ProcurementPage) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    try:
        page.open_case(_case(page, "E-tjänst för bygglov"))
        for part in PARTS:
            page.view.show_part(part)
        for half in HALVES:
            page.view.grid.halves.set_keys(frozenset({half}))
            page.view.grid.halves.picked.emit(frozenset({half}))
    finally:
        qapp.removeEventFilter(watch)

    assert watch.windows == []
    page.more_menu.aboutToShow.emit()
    assert page.pause.isVisible()
    page.stop.trigger()
    asked = page.view.deeds.dialog
    assert isinstance(asked, StopDialog)
    asked.fields["reason"].set_value("Ingen vill vara med")
    asked.fields["lesson"].set_value("Fråga först")
    asked.confirm()
    page.more_menu.aboutToShow.emit()
    assert not page.stop.isVisible()
