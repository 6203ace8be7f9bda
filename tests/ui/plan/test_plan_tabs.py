"""The tabs of the plan beside the measures: text, what was set aside, money, decision, files, preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, AsideKind, PlanFileKind, ReservationKind, SigningManner
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.reads.plan.asides import asides
from smartstad_desktop.reads.plan.chapters import chapters
from smartstad_desktop.reads.plan.decision import DecisionSheet, decision_sheet
from smartstad_desktop.ui.plan.decision_tab import Part
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.plan import EditPlan
from smartstad_desktop.usecases.plan.versions import FreezePlan
from tests.support import plans
from tests.support.plan_pages import Shown, write


def tab(shown: Shown, key: str) -> Any:
    """Return a tab, shown."""
    shown.page.show_tab(key)
    return shown.page.tab(key)


def sheet(shown: Shown) -> DecisionSheet:
    """Return what surrounds the version in the file."""
    return shown.workspace.read(decision_sheet, shown.plan)


def test_the_plan_and_its_chapters_are_written(shown: Shown) -> None:
    text = tab(shown, "text")
    write(text.form.fields["last_year"], "2020")
    write(text.form.fields["first_year"], "2027")
    assert (shown.read.plan.first_year, shown.read.plan.last_year) == (None, 2020)
    assert "2020" in text.form.fields["last_year"].error
    text.add()
    write(text.chapter.fields["title"], "Visionen")
    write(text.chapter.fields["text"], "# 1 av fem")
    text.add()
    text.chapters.list.move_by(-1)
    text.show_whole()

    found = shown.workspace.read(chapters, shown.plan)
    assert [(row.title, row.text) for row in found] == [("Nytt kapitel", ""), ("Visionen", "\\# 1 av fem")]


def test_what_waits_has_a_reason_and_can_become_a_measure_again(shown: Shown) -> None:
    shown.tab.list.aside_asked.emit((shown.measures[3],))
    aside = tab(shown, "asides")
    assert aside.list.list.rows.rows[0].title == "d"
    write(aside.form.fields["reason"], "Ingen äger frågan.")
    kind = aside.form.fields["kind"]
    kind.set_value(AsideKind.STOP)
    kind.edited.emit(AsideKind.STOP)
    write(aside.form.fields["time"], "under 2027")

    (row,) = shown.workspace.read(asides, shown.plan)
    assert (row.reason, row.kind, row.ends_on) == ("Ingen äger frågan.", AsideKind.STOP, date(2027, 12, 31))
    assert aside.form.ending.isVisible()
    aside.form.measure.click()
    assert shown.titles == "a b c d"
    assert aside.empty.isVisible()


def test_money_is_written_into_the_years(shown: Shown) -> None:
    home = plans.municipality(shown.workspace, "angelholm")
    shown.workspace.run(EditPlan(plan=shown.plan, changes={"first_year": 2027, "last_year": 2028}))
    shown.workspace.run(SetCommitment(measure=shown.measures[0], municipality=home, changes={"role": "leads"}))
    money = tab(shown, "money")
    money.table.choose(shown.measures[0])
    figures = money.grid.figures
    row = next(number for number, line in enumerate(figures.lines) if line.municipality == home)
    figures.setData(figures.index(row, 0), "1,2 mkr")
    figures.setData(figures.index(row, 1), "mycket")

    (said,) = shown.read.measures[0].commitments
    assert [(each.year, each.amount) for each in said.years] == [(2027, 1_200_000)]
    assert "mycket" in money.note.text()
    money.grid.setCurrentIndex(figures.index(row, 0))
    QTest.keyClick(money.grid, Qt.Key.Key_Delete)
    assert shown.read.measures[0].commitments[0].years == ()
    money.table.choose(0)
    assert not figures.flags(figures.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_a_version_is_frozen_and_decided(shown: Shown) -> None:
    decision = tab(shown, "decision")
    write(decision.decision.fields["clauses"], "att godkänna planen\natt följa upp den")
    assert not decision.decision.fields["present"].isVisible()
    asked = decision.ask_freeze()
    asked.fields["version"].set_value("")
    asked.confirm()
    assert asked.fields["version"].error
    asked.fields["version"].set_value("1.0")
    asked.confirm()
    assert shown.read.plan.clauses == ("att godkänna planen", "att följa upp den")
    said = decision.ask_decision()
    said.fields["decided_on"].put("")
    said.confirm()
    assert said.fields["decided_on"].error
    said.fields["decided_on"].put("2026-11-19")
    said.fields["present"].set_value("Ordföranden")
    said.confirm()

    plan = shown.read.plan
    assert (plan.status, plan.outcome, plan.present) == (PlanStatus.APPROVED, Outcome.APPROVED, "Ordföranden")
    assert decision.decision.start.isVisible()


def test_signature_rows_are_drawn_and_signed(shown: Shown) -> None:
    decision = tab(shown, "decision")
    decision.show_part(Part.SIGNERS)
    decision.signers.usual.click()
    rows = sheet(shown).signers
    assert len(rows) > 1
    dialog = decision.signers.draw()
    dialog.confirm()
    assert dialog.trouble.text() == "Rita namnteckningen först, eller avbryt."
    QTest.mousePress(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(dialog.pad, QPoint(120, 60))
    QTest.mouseRelease(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    dialog.confirm()
    write(decision.signers.form.fields["name"], "Cecilia Exempel")
    first = sheet(shown).signers[0]
    assert first.strokes.startswith("[[[")
    assert (first.name, first.has_signed) == ("Cecilia Exempel", True)
    assert decision.signers.form.told.isVisible()
    assert not decision.signers.ways.isEnabled()
    shown.workspace.run(FreezePlan(plan=shown.plan, version="1.0"))
    decision.signers.ways.picked.emit(frozenset({SigningManner.HERE}))

    assert sheet(shown).plan.signing is SigningManner.HERE
    assert (decision.signers.sign.isVisible(), decision.signers.prepare.isVisible()) == (True, False)
    decision.signers.ways.picked.emit(frozenset({SigningManner.ELSEWHERE}))
    assert (decision.signers.sign.isVisible(), decision.signers.prepare.isVisible()) == (False, True)


def test_reservations_and_adoptions_are_recorded(shown: Shown) -> None:
    home = plans.municipality(shown.workspace, "angelholm")
    shown.workspace.run(SetCommitment(measure=shown.measures[0], municipality=home, changes={"role": "leads"}))
    shown.workspace.run(FreezePlan(plan=shown.plan, version="1.0"))
    decision = tab(shown, "decision")
    decision.show_part(Part.RESERVATIONS)
    asked = decision.reservations.add()
    asked.confirm()
    assert asked.fields["text"].error
    asked.fields["text"].set_value("Finansieringen är oklar.")
    asked.fields["plan_item_id"].set_value(shown.measures[1])
    asked.confirm()
    decision.show_part(Part.ADOPTIONS)
    decision.adoptions.record.click()
    write(decision.adoptions.form.fields["paragraph"], "214")

    (stated,) = sheet(shown).reservations
    assert (stated.kind, stated.measure) == (ReservationKind.RESERVATION, shown.measures[1])
    (adopted,) = sheet(shown).adoptions
    assert (adopted.outcome, adopted.paragraph, adopted.measures) == (
        AdoptionOutcome.ADOPTED,
        "214",
        (shown.measures[0],),
    )
    shown.page.show_tab("measures")
    assert "§ 214" in shown.tab.desk.commitments.lines[home].adopted.text()


def test_files_are_kept_and_saved_as_copies(shown: Shown, answers: Callable[..., None], tmp_path: Path) -> None:
    minutes = tmp_path / "protokoll.txt"
    minutes.write_bytes(b"beslut")
    decision = tab(shown, "decision")
    decision.show_part(Part.FILES)
    decision.files.ask_kind(minutes).confirm()
    (kept,) = sheet(shown).files
    assert (kept.kind, kept.name, kept.size) == (PlanFileKind.MINUTES, "protokoll.txt", 6)
    answers(saved=tmp_path / "kopia.txt")
    decision.files.save.click()
    assert (tmp_path / "kopia.txt").read_bytes() == b"beslut"
    decision.files.remove.click()
    assert sheet(shown).files == ()


def test_pages_are_shown_beside_the_form_and_follow_the_measure(shown: Shown, qtbot: QtBot) -> None:
    shown.page.preview_button.setChecked(True)
    preview = shown.page.preview
    assert preview is not None
    assert preview.pages.page_count > 3
    first = preview.pages.page
    shown.tab.list.choose(shown.measures[2])
    assert preview.pages.page > first
    assert preview.pages.grab().toImage().width() > 100
    preview.rest.setInterval(10)
    pages = preview.pages.page_count
    text = "ord " * 900
    shown.write("why", text.strip())
    qtbot.waitUntil(lambda: preview.state.text() == "")
    assert preview.pages.page_count >= pages
    wide = preview.pages.zoom
    QTest.keyClick(preview.pages, Qt.Key.Key_Plus)
    assert preview.pages.zoom > wide
    QTest.keyClick(preview.pages, Qt.Key.Key_Home)
    assert preview.pages.page == 0
    preview.wide.setChecked(True)
    assert not shown.page.stack.isVisible()
    shown.page.preview_button.setChecked(False)
    assert shown.page.stack.isVisible()
