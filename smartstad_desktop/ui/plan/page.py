"""The page of the development plan: measures in order at the left, the chosen one at the right."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.domain.values import Language, PlanItemId
from smartstad_desktop.reads.plan import plan as reads
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.plan.desk import Desk
from smartstad_desktop.ui.plan.exporting import PlanExport
from smartstad_desktop.ui.plan.measures_panel import MeasuresPanel
from smartstad_desktop.ui.plan.questions import Questions
from smartstad_desktop.usecases.plan.measures import AddMeasure, MoveMeasures, RemoveMeasures
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.plan.sources import CreatePlanFromBoard
from smartstad_desktop.usecases.plan.versions import StartPlanVersion


class PlanPage(Page):
    """Where measures are chosen, described, put in order, committed to and exported."""

    interests: ClassVar = frozenset({Kind.PLAN, Kind.PLAN_ITEM, Kind.COMMITMENT, Kind.MUNICIPALITY, Kind.PROJECT})

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.read: PlanRead | None = None
        self.export = PlanExport(services, self)
        self.questions = Questions(self, self)
        self.header = PageHeader(_("Development plan"))
        # A long name of the plan must not make the window wider.
        self.header.subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.columns_button = Button(_("Take from the board…"), icon="columns-4")
        self.projects_button = Button(_("Choose projects…"), icon="folder-kanban")
        self.export_button = Button(_("Export PDF"), ButtonKind.PRIMARY, "file-down")
        for button in (self.columns_button, self.projects_button, self.export_button):
            self.header.tools.addWidget(button)
        self.measures = MeasuresPanel(self)
        self.desk = Desk()
        self.empty = EmptyState(
            "route", _("No plan yet"), _("Begin with what the group put first, or with an empty plan.")
        )
        self.from_board = Button(_("Begin with the columns of the board"), ButtonKind.PRIMARY, "columns-4")
        self.from_nothing = Button(_("Begin with an empty plan"))
        self.empty.tools.addWidget(self.from_board)
        self.empty.tools.addWidget(self.from_nothing)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.measures)
        row.addWidget(self.desk, 1)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(work)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(body, 1)

    def _connect(self) -> None:
        self.columns_button.clicked.connect(self.questions.choose_columns)
        self.projects_button.clicked.connect(self.questions.choose_projects)
        self.export_button.clicked.connect(self.export_plan)
        self.from_board.clicked.connect(lambda: self.perform(CreatePlanFromBoard()))
        self.from_nothing.clicked.connect(lambda: self.perform(CreatePlan()))
        self.desk.requested.connect(self.perform)
        self.desk.plan_form.freeze_asked.connect(self.questions.ask_freeze)
        self.desk.plan_form.approval_asked.connect(self.questions.ask_approval)
        self.desk.plan_form.version_asked.connect(self.start_version)
        self.measures.plan_asked.connect(self._show_plan)
        self.measures.add_asked.connect(self.add_measure)
        chosen = self.measures.list
        chosen.chosen.connect(self._show_measure)
        chosen.move_asked.connect(self._move)
        chosen.removal_asked.connect(self._remove)
        chosen.project_asked.connect(self._go_to_project)

    @override
    def refuse(self, error: DomainError) -> bool:
        """Show the trouble at its field when it has one here."""
        return self.desk.refuse(error)

    # Showing

    @override
    def refresh(self) -> None:
        """Read the present version."""
        workspace = self.services.workspace
        current = workspace.read(reads.current_plan)
        self.read = workspace.read(reads.plan, current) if current is not None else None
        has_plan = self.read is not None
        self._stack.setCurrentIndex(0 if has_plan else 1)
        is_open = self.is_open
        for button in (self.columns_button, self.projects_button):
            button.setVisible(has_plan)
            button.setEnabled(is_open)
        self.export_button.setVisible(has_plan)
        if self.read is None:
            self.header.set_title(_("Development plan"))
            return
        self.header.set_title(_("Development plan"), _described(self.read))
        self.measures.show_plan(self.read, is_open=is_open)
        self.desk.show_plan(self.read, to_front=not self.read.measures)
        if not self.desk.shows_plan:
            self._show_measure(self.measures.list.current)

    @property
    def is_open(self) -> bool:
        """Return whether the plan can be changed."""
        is_draft = self.read is not None and self.read.plan.status is PlanStatus.DRAFT
        return is_draft and not self.services.workspace.is_read_only

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show the measure that *target* names."""
        self.mark_stale()
        if target.row is not None:
            self.measures.list.choose(PlanItemId(target.row))

    @override
    def leave(self) -> bool:
        """Save what has been typed."""
        self.desk.finish()
        return True

    def _show_measure(self, measure: PlanItemId | None) -> None:
        if self.read is None or measure is None:
            return
        self.desk.finish()
        for number, row in enumerate(self.read.measures, 1):
            if row.id == measure:
                self.desk.show_measure(number, row, self.read, is_open=self.is_open)
        self.measures.mark_plan(is_shown=False)

    def _show_plan(self) -> None:
        if self.read is not None:
            self.desk.finish()
            self.desk.show_plan(self.read, to_front=True)
            self.measures.mark_plan(is_shown=True)

    # Acting

    def add_measure(self) -> None:
        """Add a measure by hand and let its name be written."""
        if self.read is None:
            return
        outcome = self.perform(AddMeasure(plan=self.read.plan.id, fields={"title": _("New measure")}))
        if outcome is not None:
            self.measures.list.choose(outcome.value)
            self.desk.measure_form.select_name()

    def _move(self, held: tuple[PlanItemId, ...], before: PlanItemId | None) -> None:
        self.perform(MoveMeasures(measures=held, before=before))

    def _remove(self, held: tuple[PlanItemId, ...]) -> None:
        self.perform(RemoveMeasures(measures=held), offer_undo=True)

    def _go_to_project(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, project))

    def start_version(self) -> None:
        """Begin the next version."""
        if self.read is not None:
            self.perform(StartPlanVersion(plan=self.read.plan.id), offer_undo=True)

    def export_plan(self) -> None:
        """Ask where the PDF goes, and write it."""
        self.desk.finish()
        if self.read is not None:
            facts = self.services.workspace.read(programme)
            language = Language(facts.language) if facts else Language.SV
            self.export.ask(self.read.plan.id, self.read.plan.version, language)


def _described(read: PlanRead) -> str:
    plan = read.plan
    parts = [
        plan.title,
        _("version {version}", version=plan.version) + f", {label(plan.status).lower()}",
        ngettext("{count} measure", "{count} measures", len(read.measures)),
    ]
    missing = sum(bool(measure.missing) for measure in read.measures)
    if missing:
        parts.append(ngettext("{count} lacks something", "{count} lack something", missing))
    return " · ".join(part for part in parts if part)
