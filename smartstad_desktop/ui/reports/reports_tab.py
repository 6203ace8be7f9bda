"""The tab of the reports: a list of them, and the chosen one with its form and how it reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.follow_up.reports import HEADINGS, REPORT_FIELDS, Heading, ReportKind, ReportState
from smartstad_desktop.reads.follow_up.material import material
from smartstad_desktop.reads.follow_up.reports import ReportRow, ReportSheet, report_sheet, reports
from smartstad_desktop.reads.follow_up.reuse import shared_results
from smartstad_desktop.reads.governance.bodies import pickable_bodies
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.reports.hints import hints
from smartstad_desktop.ui.reports.report_desk import ReportDesk
from smartstad_desktop.ui.reports.report_dialogs import AddDialog, GiveDialog, PlanDialog
from smartstad_desktop.ui.reports.report_export import ReportExport
from smartstad_desktop.ui.reports.report_list import ReportList
from smartstad_desktop.usecases.follow_up.report_document import report_document
from smartstad_desktop.usecases.follow_up.reports import (
    AddReport,
    EditReport,
    GiveReport,
    PlanReports,
    RemoveReports,
    TakeBackReport,
    WriteReportText,
)

#: How wide the list is before somebody moves its edge.
_LIST: Final = 240


class ReportsTab(Page):
    """Shows the reports. A report counts nearly everything in the file, so nearly every change is of interest."""

    interests: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Reports"))
        self.plan_button = Button(_("Plan the reports…"), icon="calendar-range")
        self.add_button = Button(_("Add report…"), icon="plus")
        self.list = ReportList()
        self.desk = ReportDesk(self._write)
        self.export = ReportExport(services, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self.places = QStackedWidget()
        self._rows: tuple[ReportRow, ...] = ()
        self._dialog: Dialog | None = None
        self._arrange()
        self.plan_button.clicked.connect(self.plan)
        self.add_button.clicked.connect(self.add)
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self._begin_writing)
        self.list.deleting.connect(self.remove)
        self.desk.deleting.connect(self.remove)
        self.desk.giving.connect(self.give)
        self.desk.taking_back.connect(self.take_back)
        self.desk.writing.connect(self.write_document)

    def _arrange(self) -> None:
        space = theme.current().space
        self.header.tools.addWidget(self.plan_button)
        self.header.tools.addWidget(self.add_button)
        splitter = self._splitter
        splitter.addWidget(self.list)
        splitter.addWidget(self.desk)
        splitter.setStretchFactor(1, 1)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([space(_LIST), 10_000])
        self.list.setMinimumWidth(space(180))
        self.list.setMaximumWidth(space(380))
        self.places.addWidget(splitter)
        self.places.addWidget(self._empty())
        beneath_header(self, self.places, self.header)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "file-check",
            _("No reports yet"),
            _("Plan the reports of the whole programme at once. Each is then composed from what is in the file."),
        )
        plan = Button(_("Plan the reports…"), ButtonKind.PRIMARY, "calendar-range")
        plan.clicked.connect(self.plan)
        add = Button(_("Add report…"), icon="plus")
        add.clicked.connect(self.add)
        self._empty_tools = (plan, add)
        for button in self._empty_tools:
            made.tools.addWidget(button)
        return made

    # Showing

    @override
    def refresh(self) -> None:
        """Read the reports."""
        workspace = self.services.workspace
        self._rows = rows = workspace.read(reports)
        facts = workspace.read(programme)
        is_open = not workspace.is_read_only
        steering = [row for row in rows if row.kind is ReportKind.STEERING]
        self.plan_button.setVisible(is_open and bool(rows) and not steering)
        self.add_button.setVisible(is_open and bool(rows))
        for button in self._empty_tools:
            button.setVisible(is_open)
        self._show_head(steering, 0 if facts is None else facts.least_reports)
        self.places.setCurrentIndex(0 if rows else 1)
        kept = self.list.current
        self.list.show_reports(rows, self._today())
        if kept is not None and self.list.current is not None and kept.id == self.list.current.id:
            self._show_chosen()

    def _show_head(self, steering: list[ReportRow], least: int) -> None:
        given = sum(row.state is ReportState.GIVEN for row in steering)
        late = sum(row.is_late(self._today()) for row in self._rows)
        told = [_("{some} of {all} steering reports given", some=given, all=len(steering))] if steering else []
        if late:
            told.append(ngettext("{count} report is late", "{count} reports are late", late))
        if self._rows and len(steering) < least:
            told.append(_("there are to be at least {count}", count=least))
        self.header.set_title(_("Reports"), " · ".join(told))
        self.header.subtitle.set_role(Role.BAD if late else Role.INK_SOFT)

    def _show_chosen(self) -> None:
        row = self.list.current
        sheet = None if row is None else self._sheet(row.id)
        if sheet is None:
            return
        workspace, shown = self.services.workspace, sheet.row
        self.desk.show_report(
            sheet,
            workspace.read(report_document, shown.id, current().language, workspace.now),
            workspace.read(pickable_bodies),
            hints(
                workspace.read(material, shown.period_from, shown.period_to, self._today()),
                workspace.read(shared_results),
            ),
            is_locked=workspace.is_read_only,
        )

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose a report."""
        if target.row is not None:
            self.list.choose(target.row)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.desk.finish()
        return True

    # Doing

    def plan(self) -> None:
        """Ask how many reports there are to be over the programme's time."""
        self._dialog = PlanDialog(self.services.workspace.read(programme), self._plan, self)
        self._dialog.open()

    def _plan(self, command: PlanReports) -> None:
        self.list.choose(self.run(command, offer_undo=True).value[0])

    def add(self) -> None:
        """Ask for one more report."""
        number = 1 + sum(row.kind is ReportKind.STEERING for row in self._rows)
        self._dialog = AddDialog(_("Steering report {number}", number=number), self._add, self)
        self._dialog.open()

    def _add(self, command: AddReport) -> None:
        self.list.choose(int(self.run(command).value))

    def give(self) -> None:
        """Ask for the day the chosen report was given."""
        self.desk.finish()
        row = self.list.current
        sheet = None if row is None else self._sheet(row.id)
        if sheet is None:
            return
        empty = [label(each) for each in HEADINGS[sheet.row.kind] if not sheet.texts.get(each)]

        def given(day: date) -> None:
            self.run(GiveReport(report=sheet.row.id, given_on=day), offer_undo=True)

        self._dialog = GiveDialog(sheet.row.title, empty, self._today(), given, self)
        self._dialog.open()

    def take_back(self) -> None:
        """Open the chosen report again."""
        if self.list.current is not None:
            self.perform(TakeBackReport(report=self.list.current.id), offer_undo=True)

    def remove(self) -> None:
        """Delete the chosen report; the notice offers to undo."""
        if self.list.current is not None:
            self.perform(RemoveReports(reports=(self.list.current.id,)), offer_undo=True)

    def write_document(self) -> None:
        """Write the chosen report as PDF or text."""
        self.desk.finish()
        if self.list.current is not None:
            self.export.ask(self.list.current)

    # Inside

    def _begin_writing(self) -> None:
        if self.desk.form is not None:
            self.desk.form.write_first()

    def _write(self, report: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        facts = {name: value for name, value in changes.items() if name in REPORT_FIELDS}
        if facts:
            self.run(EditReport(report=report, changes=facts, is_typing=is_typing))
        for name in changes.keys() - facts.keys():
            self.run(WriteReportText(report=report, heading=Heading(name), text=changes[name], is_typing=is_typing))

    def _sheet(self, report: int) -> ReportSheet | None:
        return self.services.workspace.read(report_sheet, report)

    def _today(self) -> date:
        return self.services.workspace.now.astimezone().date()
