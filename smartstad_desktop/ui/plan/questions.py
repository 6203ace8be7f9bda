"""What the plan page asks before it acts: which columns or projects, which number, which day."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from smartstad_desktop.reads.plan import plan_choices
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.phrases import ngettext
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.plan.desk import Desk
from smartstad_desktop.ui.plan.dialogs import ApprovalDialog, ColumnsDialog, FreezeDialog, ProjectsDialog
from smartstad_desktop.ui.plan.measures_panel import MeasuresPanel
from smartstad_desktop.usecases.command import Command, Outcome
from smartstad_desktop.usecases.plan.making import Added
from smartstad_desktop.usecases.plan.sources import AddMeasuresFromColumns, AddMeasuresFromProjects
from smartstad_desktop.usecases.plan.versions import ApprovePlan, FreezePlan


class Asking(Protocol):
    """What the questions need of the page that asks them."""

    services: Services
    read: PlanRead | None
    measures: MeasuresPanel
    desk: Desk

    def perform(self, command: Command, *, offer_undo: bool = False) -> Outcome | None:
        """Run *command* and tell of trouble."""
        ...


class Questions:
    """The dialogs of the plan page; each ends in a command that the page performs."""

    def __init__(self, page: Asking, parent: QWidget) -> None:
        self._page = page
        self._parent = parent

    def choose_columns(self) -> None:
        """Ask which columns become measures."""
        if self._page.read is None:
            return
        plan = self._page.read.plan.id
        dialog = ColumnsDialog(self._page.services.workspace.read(plan_choices.column_choices, plan), self._parent)
        dialog.confirmed.connect(lambda: self._add(AddMeasuresFromColumns(plan=plan, columns=dialog.columns())))
        dialog.open()

    def choose_projects(self) -> None:
        """Ask which projects become measures."""
        if self._page.read is None:
            return
        plan = self._page.read.plan.id
        dialog = ProjectsDialog(self._page.services.workspace.read(plan_choices.project_choices, plan), self._parent)
        dialog.confirmed.connect(lambda: self._add(AddMeasuresFromProjects(plan=plan, projects=dialog.projects())))
        dialog.open()

    def _add(self, command: AddMeasuresFromColumns | AddMeasuresFromProjects) -> None:
        outcome = self._page.perform(command, offer_undo=True)
        added: Added | None = outcome.value if outcome else None
        if added and added.measures:
            self._page.measures.list.choose(added.measures[0])
        if added and added.confidential:
            count = added.confidential
            told = ngettext(
                "{count} confidential project was left out.", "{count} confidential projects were left out.", count
            )
            self._page.services.notices.say(told)

    def ask_freeze(self) -> None:
        """Ask which number the version gets, and freeze it."""
        if self._page.read is None:
            return
        self._page.desk.finish()
        plan = self._page.read.plan
        missing = sum(bool(measure.missing) for measure in self._page.read.measures)
        dialog = FreezeDialog(_suggested(plan.version), missing, self._parent)
        dialog.confirmed.connect(lambda: self._page.perform(FreezePlan(plan=plan.id, version=dialog.version())))
        dialog.open()

    def ask_approval(self) -> None:
        """Ask when the steering group approved the version."""
        if self._page.read is None:
            return
        plan = self._page.read.plan.id
        dialog = ApprovalDialog(self._page.services.workspace.now.astimezone().date(), self._parent)
        dialog.confirmed.connect(lambda: self._page.perform(ApprovePlan(plan=plan, decided_on=dialog.day())))
        dialog.open()


def _suggested(version: str) -> str:
    """Return the number a draft is likely to get: 0.9 becomes 1.0, later drafts keep theirs."""
    return "1.0" if version.startswith("0.") else version
