"""The plan's dialogs: columns, projects, freezing, approval."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.ui.plan.decision_tab import DecisionTab
from smartstad_desktop.ui.plan.dialogs import ColumnsDialog, FreezeDialog, ProjectsDialog
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from tests.support import plans
from tests.support.plan_pages import Shown

Wait = Callable[[type[QWidget]], Any]


def test_columns_that_say_do_are_chosen_and_become_measures(shown: Shown, dialog: Wait, notices: Any) -> None:
    one, two, secret, parked = (plans.a_project(shown.workspace, title) for title in ("Ett", "Två", "Dold", "Vilar"))
    plans.a_board(shown.workspace, (one, secret), (two,), (), (parked,))
    shown.workspace.run(SetConfidential(projects=(secret,), is_confidential=True, reason="OSL 19:3"))
    shown.tab.taking.from_board()
    asked: ColumnsDialog = dialog(ColumnsDialog)
    assert [field.value() for field in asked.fields.values()] == [True, True, False, False]
    asked.confirm()

    assert shown.titles == "a b c d Ett Två"
    assert shown.field("title").value() == "Ett"
    assert notices.said[-1] == "1 projekt med sekretess hämtades inte."


def test_choosing_nothing_is_refused_in_the_dialog(shown: Shown, dialog: Wait) -> None:
    shown.tab.taking.from_board()
    asked: ColumnsDialog = dialog(ColumnsDialog)
    asked.confirm()

    assert asked.isVisible()
    assert asked.trouble.text() == "Välj minst en."
    asked.reject()


def test_projects_are_found_by_typing_and_become_measures(shown: Shown, dialog: Wait) -> None:
    for title in ("Snöröjning", "Badvatten", "Sensornät för snö"):
        plans.a_project(shown.workspace, title)
    shown.tab.taking.from_projects()
    asked: ProjectsDialog = dialog(ProjectsDialog)
    asked.search.setText("snö sensor")
    found = [item for item in asked.items() if not item.isHidden()]
    assert [item.text() for item in found] == ["Sensornät för snö – Ängelholm"]
    found[0].setCheckState(Qt.CheckState.Checked)
    asked.search.clear()
    asked.confirm()

    assert shown.titles == "a b c d Sensornät för snö"


def test_freezing_needs_a_number_and_tells_what_is_missing(shown: Shown, dialog: Wait) -> None:
    decision_tab(shown).ask_freeze()
    asked: FreezeDialog = dialog(FreezeDialog)
    assert asked.values()["version"] == "1.0"
    asked.fields["version"].set_value("")
    asked.confirm()
    assert asked.fields["version"].error == "Ge versionen ett nummer, till exempel 1.0."
    asked.fields["version"].set_value("2.0")
    asked.confirm()

    assert (shown.read.plan.version, shown.read.plan.status) == ("2.0", PlanStatus.FOR_APPROVAL)


def decision_tab(shown: Shown) -> DecisionTab:
    """Return the tab of the decision, shown."""
    shown.page.show_tab("decision")
    found = shown.page.tab("decision")
    assert isinstance(found, DecisionTab)
    return found
