"""The plan editor: its name and what can be done with it, the tabs, and beside them how it will look on paper."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.plan.plan import PlanStatus
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.tabbed_page import TAB, TabbedPage, TabSpec
from smartstad_desktop.ui.plan.exporting import PlanExport
from smartstad_desktop.ui.plan.locked_line import LockedLine
from smartstad_desktop.ui.plan.plan_tab import PLAN_KINDS, PlanTab
from smartstad_desktop.ui.plan.preview_panel import PreviewPanel
from smartstad_desktop.ui.plan.shown import ShownVersion
from smartstad_desktop.ui.plan.tabs import TABS
from smartstad_desktop.ui.plan.words import described
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.plan.sources import CreatePlanFromBoard
from smartstad_desktop.usecases.plan.versions import StartPlanVersion

#: How much of the width the preview takes until somebody moves its edge.
_PREVIEW = 0.38


class PlanPage(TabbedPage):
    """The tabs share the version that is shown."""

    interests: ClassVar[frozenset[Kind]] = PLAN_KINDS

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        self.version = ShownVersion(services.workspace)
        super().__init__(services, TABS, name=_("Parts of the plan"), remembered="plan_tab", parent=parent)
        self.version.setParent(self)
        self.read: PlanRead | None = None
        self.export = PlanExport(services, self)
        self.header = PageHeader(_("Development plan"))
        self.preview_button = Button(_("Preview"), icon="book-open")
        self.preview_button.setCheckable(True)
        self.export_button = Button(_("Export PDF"), ButtonKind.PRIMARY, "file-down")
        for button in (self.preview_button, self.export_button):
            self.header.tools.addWidget(button)
        self.locked = LockedLine()
        self.preview: PreviewPanel | None = None
        self.empty = EmptyState(
            "route", _("No plan yet"), _("Begin with what the group put first, or with an empty plan.")
        )
        self.from_board = Button(_("Begin with the columns of the board"), ButtonKind.PRIMARY, "columns-4")
        self.from_nothing = Button(_("Begin with an empty plan"))
        for button in (self.from_board, self.from_nothing):
            self.empty.tools.addWidget(button)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        column = cast("QVBoxLayout", self.layout())
        column.replaceWidget(self.stack, self._splitter)
        self._splitter.addWidget(self.stack)
        head = QVBoxLayout()
        head.setContentsMargins(space(26), space(14), space(26), 0)
        head.setSpacing(space(8))
        head.addWidget(self.header)
        head.addWidget(self.locked)
        column.insertLayout(0, head)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.preview_button.toggled.connect(self.show_preview)
        self.export_button.clicked.connect(self._ask_export)
        self.from_board.clicked.connect(lambda: self.perform(CreatePlanFromBoard()))
        self.from_nothing.clicked.connect(self._begin)
        self.version.changed.connect(self.mark_stale)
        self.locked.version_asked.connect(self.start_version)
        self.locked.back_asked.connect(lambda: self.version.show(None))

    # Showing

    @override
    def made(self, spec: TabSpec) -> Page:
        """Return a tab, which shows the same version as the others."""
        return cast("type[PlanTab]", spec.load())(self.services, self.version, self.stack)

    @override
    def refresh(self) -> None:
        """Show the name of the plan, and the tabs when there is one."""
        self.read = self.version.read()
        has_plan = self.read is not None
        for widget in (self.bar, self._splitter, self.preview_button, self.export_button):
            widget.setVisible(has_plan)
        self.empty.setVisible(not has_plan)
        if self.read is None:
            self.header.set_title(_("Development plan"))
            self.locked.hide()
            return
        self.header.set_title(self.read.plan.title, described(self.read))
        self.locked.show_reason(
            self.version.why_locked(self.read),
            is_earlier=self.version.is_earlier,
            can_start=self.read.plan.status is not PlanStatus.DRAFT and not self.services.workspace.is_read_only,
        )
        super().refresh()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show the measure that *target* names, or the tab."""
        self.refresh()
        if self.read is None:
            return
        if target.row is not None and TAB not in target.filters:
            target = PageTarget(target.page, target.row, {**target.filters, TAB: "measures"})
        super().go_to(target)

    def show_preview(self, is_on: bool) -> None:  # noqa: FBT001  Qt's signal carries it so
        """Show or hide how the plan will look on paper."""
        if is_on and self.preview is None:
            self.preview = PreviewPanel(self.services, self.version)
            self.preview.widened.connect(self.stack.setHidden)
            self.preview.closed.connect(lambda: self.preview_button.setChecked(False))
            self._splitter.addWidget(self.preview)
            side = round(self._splitter.width() * _PREVIEW)
            self._splitter.setSizes([self._splitter.width() - side, side])
        if self.preview is not None:
            self.preview.setVisible(is_on)
        if not is_on:
            self.stack.show()

    # Acting

    def _begin(self) -> None:
        if self.perform(CreatePlan()) is not None:
            self.show_tab("text")

    def start_version(self) -> None:
        """Begin the next version."""
        if self.read is not None:
            outcome = self.perform(StartPlanVersion(plan=self.read.plan.id), offer_undo=True)
            if outcome is not None:
                self.version.show(None)

    def _ask_export(self) -> None:
        self.leave()
        if self.read is not None:
            self.export.ask_for(self.read.plan)
