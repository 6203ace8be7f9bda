"""The plan page: fields save themselves, commitments, the tabs, versions, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.plan.plan import CommitmentRole, PlanStatus
from smartstad_desktop.reads.plan import plan as reads
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.plan.page import PlanPage
from smartstad_desktop.ui.plan.tabs import TABS
from smartstad_desktop.usecases.plan.measures import EditMeasure
from smartstad_desktop.usecases.plan.sources import AddMeasuresFromProjects
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import plans
from tests.support.plan_pages import Shown, write


def test_leaving_a_field_saves_it_as_one_step(shown: Shown) -> None:
    steps = len(shown.workspace.steps())
    shown.write("why", "Fem kommuner planerar egna nät.")

    assert shown.read.measures[0].why == "Fem kommuner planerar egna nät."
    assert len(shown.workspace.steps()) == steps + 1
    shown.workspace.undo()
    assert shown.field("why").value() == ""


def test_formatted_text_is_kept_as_commonmark(shown: Shown) -> None:
    field: Any = shown.field("what")
    field.area.setFocus()
    QTest.keyClicks(field.area, "5 * 3")
    field.area.selectAll()
    QTest.keyClick(field.area, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.area, Qt.Key.Key_Tab)

    assert shown.read.measures[0].what == "**5 * 3**"


def test_what_is_typed_is_saved_without_leaving_the_field(shown: Shown, qtbot: QtBot) -> None:
    field: Any = shown.field("owner")
    # The way is the same as after two seconds, only shorter.
    field.pause.setInterval(20)
    shown.write("owner", "Teknik och service", leave=False)

    qtbot.waitUntil(lambda: shown.read.measures[0].owner == "Teknik och service")
    assert field.editor.hasFocus()


def test_money_is_written_in_thousands_and_kept_in_kronor(shown: Shown) -> None:
    shown.write("money_one_off", "1 200")
    shown.write("money_running", "0,24 mkr")

    row = shown.read.measures[0]
    assert (row.money_one_off, row.money_running) == (1_200_000, 240_000)
    shown.write("money_one_off", "")
    assert shown.read.measures[0].money_one_off is None


def test_what_cannot_be_read_is_refused_at_its_field_and_not_saved(shown: Shown, notices: Any) -> None:
    before = shown.read
    shown.write("money_one_off", "ganska mycket")
    shown.write("title", "")

    assert shown.read == before
    assert "ganska mycket" in shown.field("money_one_off").error
    assert shown.field("title").error
    assert notices.tones == []


def test_time_is_told_as_it_was_understood(shown: Shown) -> None:
    shown.write("time", "2027–2028")
    assert shown.field("time").editor.accessibleDescription() == "Uppfattas som 1\xa0jan 2027 – 31\xa0dec 2028"
    shown.write("time", "när vi hinner")
    assert shown.field("time").editor.accessibleDescription().startswith("Ingen tid kan läsas ut")


def test_choosing_another_measure_saves_the_first(shown: Shown) -> None:
    shown.write("what", "Nät.", leave=False)
    shown.tab.list.choose(shown.measures[1])

    assert [measure.what for measure in shown.read.measures] == ["Nät.", "", "", ""]
    assert shown.field("what").value() == ""
    assert shown.tab.desk.form.heading.text() == "Åtgärd 2"


def test_leaving_the_page_saves_what_was_typed(shown: Shown) -> None:
    shown.write("risk", "Få deltar.", leave=False)

    assert shown.page.leave()
    assert shown.read.measures[0].risk == "Få deltar."


def test_what_is_read_meanwhile_does_not_overwrite_what_is_typed(shown: Shown) -> None:
    shown.write("why", "Halva mening", leave=False)
    shown.workspace.run(EditMeasure(measure=shown.measures[0], changes={"why": "Annat", "risk": "Ny risk"}))

    assert shown.field("why").value() == "Halva mening"
    assert shown.field("risk").value() == "Ny risk"


def test_missing_parts_are_named_until_they_are_there(shown: Shown) -> None:
    form = shown.tab.desk.form
    assert "nästa beslut" in form.missing.text()
    shown.write("next_decision", "Annonsering, mars 2027")

    assert "nästa beslut" not in form.missing.text()
    assert "4 saknar något" in shown.page.header.subtitle.text()


def test_commitment_is_set_line_by_line_with_years(shown: Shown) -> None:
    home = plans.municipality(shown.workspace, "angelholm")
    line = shown.tab.desk.commitments.lines[home]
    assert line.budget.line.isReadOnly()
    line.role.box.setCurrentIndex(1)
    line.role.box.activated.emit(1)
    write(line.budget, "400")
    write(line.year, "2027")
    write(line.unit, "Tekniska")

    (made,) = shown.read.measures[0].commitments
    assert (made.role, made.budget, made.year) == (CommitmentRole.LEADS, 400_000, "2027")
    assert made.owner_unit == "Tekniska"
    assert "1 kommun deltar" in shown.tab.desk.commitments.summary.text()
    line.role.box.activated.emit(line.role.box.setCurrentIndex(0) or 0)
    assert shown.read.measures[0].commitments == ()


def test_refused_budget_is_told_in_its_line(shown: Shown) -> None:
    home = plans.municipality(shown.workspace, "angelholm")
    line = shown.tab.desk.commitments.lines[home]
    line.role.box.setCurrentIndex(1)
    line.role.box.activated.emit(1)
    write(line.budget, "många")

    assert "många" in line.budget.error
    assert shown.read.measures[0].commitments[0].budget is None


def test_new_measure_waits_for_its_name(shown: Shown) -> None:
    shown.tab.measures.add.click()

    assert shown.listed == "a b c d Ny åtgärd"
    assert shown.field("title").editor.hasFocus()
    QTest.keyClicks(shown.field("title").editor, "Sensorer")
    QTest.keyClick(shown.field("title").editor, Qt.Key.Key_Return)
    assert shown.titles == "a b c d Sensorer"


def test_frozen_plan_can_only_be_read_and_says_what_to_do(shown: Shown) -> None:
    shown.workspace.run(FreezePlan(plan=shown.plan, version="1.0"))
    page = shown.page

    why: Any = shown.field("why")
    assert why.area.isReadOnly()
    assert not shown.tab.measures.add.isVisible()
    assert page.export_button.isEnabled()
    assert page.locked.isVisible()
    assert "Version 1.0 är låst" in page.locked.words.text()
    page.locked.start.click()
    assert page.read is not None
    assert (page.read.plan.version, page.read.plan.status) == ("1.1", PlanStatus.DRAFT)
    assert shown.tab.measures.add.isVisible()
    assert not page.locked.isVisible()


def test_every_tab_opens_and_ctrl_tab_goes_on(shown: Shown) -> None:
    for spec in TABS:
        assert shown.page.show_tab(spec.key)
        assert shown.page.stack.currentWidget() is shown.page.tab(spec.key)
        assert shown.page.bar.currentIndex() == [each.key for each in TABS].index(spec.key)


def test_an_earlier_version_is_looked_at_in_all_tabs(shown: Shown) -> None:
    shown.workspace.run(FreezePlan(plan=shown.plan, version="1.0"))
    shown.page.start_version()
    shown.write("title", "aa")
    versions: Any = shown.page.tab("versions")
    shown.page.show_tab("versions")
    assert "”a” heter nu ”aa”" in versions.told.text()
    versions.table.choose(shown.plan)
    versions.look.click()
    shown.page.show_tab("measures")

    assert shown.listed == "a b c d"
    assert "Du ser på version 1.0" in shown.page.locked.words.text()
    shown.page.locked.back.click()
    assert shown.listed == "aa b c d"


def test_export_writes_the_plan_and_offers_to_open_it(
    shown: Shown, notices: Any, answers: Callable[..., None], tmp_path: Path
) -> None:
    answers(saved=tmp_path / "plan.pdf")
    shown.write("why", "Sparas före exporten.", leave=False)
    shown.page.export_button.click()

    texts = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "plan.pdf").pages)
    assert "Sparas före exporten." in texts
    assert notices.offers[-1].text == "Öppna"
    assert notices.said[-1] == "Planen är skriven: plan.pdf"


def test_the_plan_can_be_a_word_file(shown: Shown, notices: Any, answers: Callable[..., None], tmp_path: Path) -> None:
    answers(saved=tmp_path / "plan.docx")
    shown.write("why", "Sparas före exporten.", leave=False)
    shown.page.export_button.click()

    assert "Sparas före exporten." in [
        each.text for line in docx.Document(str(tmp_path / "plan.docx")).paragraphs for each in line.runs
    ]
    assert notices.said[-1] == "Planen är skriven: plan.docx"


def test_export_that_cannot_be_written_is_told(
    shown: Shown, notices: Any, answers: Callable[..., None], tmp_path: Path
) -> None:
    answers(saved=tmp_path / "saknas" / "plan.pdf")
    shown.page.export_button.click()

    assert notices.tones[-1] is Tone.BAD
    assert "plan.pdf" in notices.said[-1]


def test_without_a_plan_the_page_offers_two_beginnings(
    workspace: Workspace, services: Services, notices: Any, qtbot: QtBot
) -> None:
    page = PlanPage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert not page.bar.isVisible()
    page.from_board.click()
    assert notices.tones == [Tone.BAD]
    page.from_nothing.click()

    assert workspace.read(reads.current_plan) is not None
    assert page.shown == "text"
    assert page.export_button.isVisible()


def test_project_behind_a_measure_can_be_gone_to(shown: Shown, qtbot: QtBot) -> None:
    project = plans.a_project(shown.workspace, "Sensornät")
    (measure,) = shown.workspace.run(AddMeasuresFromProjects(plan=shown.plan, projects=(project,))).value.measures
    shown.page.go_to(PageTarget(PageId.PLAN, measure))
    entry = next(entry for entry in shown.tab.list.menu().actions() if entry.text() == "Visa projektet")

    with qtbot.waitSignal(shown.page.navigate) as asked:
        entry.trigger()
    assert asked.args == [PageTarget(PageId.INVENTORY, project)]
