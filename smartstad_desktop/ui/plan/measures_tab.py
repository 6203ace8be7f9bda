"""The measures of the plan: in order at the left, the chosen one with its commitments at the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.domain.values import MunicipalityId, PlanItemId
from smartstad_desktop.reads.plan import measure_choices
from smartstad_desktop.reads.plan.decision import adoptions
from smartstad_desktop.reads.plan.measure import MeasureRow, measure_sheet
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.plan.desk import Desk
from smartstad_desktop.ui.plan.measure_list import MeasureList
from smartstad_desktop.ui.plan.measure_writing import commands_of
from smartstad_desktop.ui.plan.ordered_list import OrderedPanel
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.ui.plan.shown import ShownVersion
from smartstad_desktop.ui.plan.taking import Taking
from smartstad_desktop.ui.plan.words import adopted_words, plan_years
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.making import Added
from smartstad_desktop.usecases.plan.measures import AddMeasure, MoveMeasures, RemoveMeasures
from smartstad_desktop.usecases.plan.taking_aside import SetMeasuresAside


class MeasuresTab(PlanTab):
    """Where measures are taken, described, put in order and committed to."""

    interests: ClassVar = PlanTab.interests | {Kind.PROJECT, Kind.GOAL, Kind.RISK, Kind.ROUTINE_CASE}

    def __init__(self, services: Services, version: ShownVersion, parent: QWidget | None = None) -> None:
        super().__init__(services, version, parent)
        self.list = MeasureList()
        self.measures = OrderedPanel(self.list, _("New measure"), self)
        self.desk = Desk(self._write, self._commit)
        self.taking = Taking(self, self._show_added)
        self.from_empty = Taking(self, self._show_added)
        self._empty = EmptyState(
            "route", _("No measures yet"), _("Take those the group put first, or write one by hand.")
        )
        self._empty.tools.addWidget(self.from_empty.button)
        offer(self._empty, _("New measure"), self.add)
        self._places = QStackedWidget()
        self._places.addWidget(self.desk)
        self._places.addWidget(self._empty)
        space = theme.current().space
        self.measures.column.insertWidget(0, self.taking.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(20), space(12), space(20), space(16))
        row.setSpacing(space(14))
        row.addWidget(self.measures, 3)
        row.addWidget(self._places, 8)
        self._connect()

    def _connect(self) -> None:
        chosen = self.list
        chosen.chosen.connect(self._choose)
        chosen.move_asked.connect(self._move)
        chosen.removal_asked.connect(self._remove)
        chosen.aside_asked.connect(self._set_aside)
        chosen.project_asked.connect(self._go_to_project)
        self.measures.add_asked.connect(self.add)
        self.desk.form.project_asked.connect(self._go_to_project)
        self.desk.form.case_asked.connect(self._go_to_case)
        self.desk.form.refused.connect(self.services.notices.trouble)

    # Showing

    @override
    def show_plan(self, read: PlanRead) -> None:
        """Show the measures, and the one that is chosen."""
        self.measures.setVisible(bool(read.measures))
        self._places.setCurrentIndex(0 if read.measures else 1)
        self.from_empty.button.setVisible(self.is_open)
        self.taking.button.setVisible(self.is_open)
        self.measures.show_rows(read.measures, is_open=self.is_open)
        self._show_measure()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show the measure that *target* names."""
        self.mark_stale()
        if target.row is not None:
            self.refresh()
            self.list.choose(PlanItemId(target.row))

    @override
    def leave(self) -> bool:
        """Save what has been typed."""
        self.desk.finish()
        return True

    def _choose(self, measure: PlanItemId | None) -> None:
        self.desk.finish()
        self.version.choose(measure)
        self._show_measure()

    def _show_measure(self) -> None:
        measure, workspace = self.list.current, self.services.workspace
        sheet = None if measure is None else workspace.read(measure_sheet, measure)
        if self.read is None or measure is None or sheet is None:
            return
        self.version.choose(measure)
        language = current().language
        self.desk.form.offer(
            [
                (int(each.goal), each.name.in_language(language))
                for each in workspace.read(measure_choices.goal_choices, measure)
            ],
            [
                (each.risk, each.name.in_language(language))
                for each in workspace.read(measure_choices.risk_choices, measure)
            ],
            [(each.case, each.title) for each in workspace.read(measure_choices.case_choices, measure)],
            self.read.municipalities,
        )
        self.desk.form.show_measure(sheet, is_open=self.is_open)
        self.desk.commitments.show_measure(
            sheet.row,
            self.read.municipalities,
            plan_years(self.read),
            adopted_words(sheet.row, workspace.read(adoptions, self.read.plan.id)),
            is_open=self.is_open,
        )

    def _show_added(self, added: Added) -> None:
        if added.measures:
            self.list.choose(added.measures[0])

    # Acting

    def add(self) -> None:
        """Add a measure by hand and let its name be written."""
        if self.read is None:
            return
        outcome = self.perform(AddMeasure(plan=self.read.plan.id, fields={"title": _("New measure")}))
        if outcome is not None:
            self.list.choose(outcome.value)
            self.desk.form.edit("title")
            self.desk.form.select_name()

    def _row(self, measure: object) -> MeasureRow | None:
        found = self.read.measures if self.read is not None else ()
        return next((row for row in found if row.id == measure), None)

    def _write(self, measure: object, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        row = self._row(measure)
        if row is not None:
            for command in commands_of(row, changes, is_typing=is_typing):
                self.run(command)

    def _commit(self, municipality: int, changes: Mapping[str, Any]) -> None:
        measure = self.list.current
        if measure is not None:
            self.run(SetCommitment(measure=measure, municipality=MunicipalityId(municipality), changes=changes))

    def _move(self, held: tuple[PlanItemId, ...], before: PlanItemId | None) -> None:
        self.perform(MoveMeasures(measures=held, before=before))

    def _remove(self, held: tuple[PlanItemId, ...]) -> None:
        self.perform(RemoveMeasures(measures=held), offer_undo=True)

    def _set_aside(self, held: tuple[PlanItemId, ...]) -> None:
        self.perform(SetMeasuresAside(measures=held), offer_undo=True)

    def _go_to_project(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, project))

    def _go_to_case(self, case: int) -> None:
        found = (each for row in (self.read.measures if self.read else ()) for each in row.cases if each.case == case)
        kind = next((each.kind for each in found), None)
        page = PageId.PROCUREMENT if kind is RoutineKind.PROCUREMENT else PageId.TESTBEDS
        self.navigate.emit(PageTarget(page, case))
