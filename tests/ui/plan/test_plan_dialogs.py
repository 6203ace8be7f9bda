"""The plan's dialogs: columns, projects, freezing, approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.ui.plan.dialogs import ApprovalDialog, ColumnsDialog, FreezeDialog, ProjectsDialog
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from tests.support import plans
from tests.support.plan_pages import Shown

Wait = Callable[[type[QWidget]], Any]


def test_columns_that_say_do_are_chosen_and_become_measures(shown: Shown, dialog: Wait, notices: Any) -> None:
    one, two, secret, parked = (plans.a_project(shown.workspace, title) for title in ("Ett", "Två", "Dold", "Vilar"))
    plans.a_board(shown.workspace, (one, secret), (two,), (), (parked,))
    shown.workspace.run(SetConfidential(projects=(secret,), is_confidential=True, reason="OSL 19:3"))
    shown.page.columns_button.click()
    asked: ColumnsDialog = dialog(ColumnsDialog)
    assert [field.value() for field in asked.fields.values()] == [True, True, False, False]
    asked.confirm()

    assert shown.titles == "a b c d Ett Två"
    assert shown.field("title").value() == "Ett"
    assert notices.said[-1] == "1 projekt med sekretess hämtades inte."


def test_choosing_nothing_is_refused_in_the_dialog(shown: Shown, dialog: Wait) -> None:
    shown.page.columns_button.click()
    asked: ColumnsDialog = dialog(ColumnsDialog)
    asked.confirm()

    assert asked.isVisible()
    assert asked.trouble.text() == "Välj minst en."
    asked.reject()


def test_projects_are_found_by_typing_and_become_measures(shown: Shown, dialog: Wait) -> None:
    for title in ("Snöröjning", "Badvatten", "Sensornät för snö"):
        plans.a_project(shown.workspace, title)
    shown.page.projects_button.click()
    asked: ProjectsDialog = dialog(ProjectsDialog)
    asked.search.setText("snö sensor")
    found = [item for item in asked._items() if not item.isHidden()]
    assert [item.text() for item in found] == ["Sensornät för snö – Ängelholm"]
    found[0].setCheckState(Qt.CheckState.Checked)
    asked.search.clear()
    asked.confirm()

    assert shown.titles == "a b c d Sensornät för snö"


def test_freezing_needs_a_number_and_tells_what_is_missing(shown: Shown, dialog: Wait) -> None:
    shown.page.questions.ask_freeze()
    asked: FreezeDialog = dialog(FreezeDialog)
    assert asked.version() == "1.0"
    asked.fields["version"].set_value("")
    asked.confirm()
    assert asked.fields["version"].error == "Ge versionen ett nummer, till exempel 1.0."
    asked.fields["version"].set_value("2.0")
    asked.confirm()

    assert (shown.read.plan.version, shown.read.plan.status) == ("2.0", PlanStatus.FOR_APPROVAL)


def test_approval_is_recorded_with_its_day(shown: Shown, dialog: Wait) -> None:
    shown.page.questions.ask_freeze()
    dialog(FreezeDialog).confirm()
    shown.page.questions.ask_approval()
    asked: ApprovalDialog = dialog(ApprovalDialog)
    asked.fields["decided_on"].set_value("i går")
    asked.confirm()
    assert "i går" in asked.fields["decided_on"].error
    asked.fields["decided_on"].set_value("2026-11-19")
    asked.confirm()

    assert (shown.read.plan.decided_on, shown.read.plan.status) == (date(2026, 11, 19), PlanStatus.APPROVED)
