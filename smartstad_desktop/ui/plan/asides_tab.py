"""What was not prioritised and what is ended, each with its reason, and the way back to a measure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.plan.parts import AsideKind
from smartstad_desktop.reads.plan import plan_choices
from smartstad_desktop.reads.plan.asides import AsideRow, asides
from smartstad_desktop.reads.plan.plan import PlanRead
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.frames import offer
from smartstad_desktop.ui.kit.parts import EmptyState, Panel
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.aside_form import AsideForm
from smartstad_desktop.ui.plan.dialogs import ColumnsDialog, ProjectsDialog
from smartstad_desktop.ui.plan.ordered_list import OrderedList, OrderedPanel
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.ui.plan.row_delegate import RowFace
from smartstad_desktop.ui.plan.shown import ShownVersion
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.plan.asides import AddAside, EditAside, MoveAsides, RemoveAsides
from smartstad_desktop.usecases.plan.taking_aside import MakeMeasureOfAside, TakeAsideFromBoard, TakeAsideFromProjects

_PAPER = 900


class AsidesTab(PlanTab):
    """The list at the left, the row that is chosen at the right."""

    def __init__(self, services: Services, version: ShownVersion, parent: QWidget | None = None) -> None:
        super().__init__(services, version, parent)
        self.rows: tuple[AsideRow, ...] = ()
        self.list = OrderedPanel(OrderedList(_("Set aside, in order"), _face), _("New row"), self)
        self.form = AsideForm(self._write)
        self.take = Button(_("Take from"), icon="list")
        self.take.clicked.connect(lambda: self._open_menu(self.take))
        self.list.column.insertWidget(0, self.take)
        self.empty = EmptyState(
            "inbox",
            _("Nothing has been set aside"),
            _("Who does not find their proposal in the plan looks here. Say what waits, what ends, and why."),
        )
        self.begin = offer(self.empty, _("Take from the board…"), self.from_board)
        paper = Panel()
        paper.column.setContentsMargins(1, 4, 1, 4)
        paper.column.addWidget(self.form)
        paper.setMaximumWidth(theme.current().space(_PAPER))
        self._places = QStackedWidget()
        self._places.addWidget(paper)
        self._places.addWidget(self.empty)
        space = theme.current().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space(20), space(12), space(20), space(16))
        row.setSpacing(space(14))
        row.addWidget(self.list, 3)
        row.addWidget(self._places, 8)
        self._connect()

    def _connect(self) -> None:
        listed = self.list.list
        listed.chosen.connect(self._choose)
        listed.move_asked.connect(self._move)
        listed.removal_asked.connect(self._remove)
        self.list.add_asked.connect(self.add)
        self.form.refused.connect(self.services.notices.trouble)
        self.form.measure_asked.connect(self._make_measure)
        self.form.project_asked.connect(self._go_to_project)

    # Showing

    @override
    def show_plan(self, read: PlanRead) -> None:
        """Show what the version sets aside."""
        self.rows = self.services.workspace.read(asides, read.plan.id)
        self._places.setCurrentIndex(0 if self.rows else 1)
        self.begin.setVisible(self.is_open)
        self.take.setVisible(self.is_open)
        self.list.setVisible(bool(self.rows) or self.is_open)
        self.list.show_rows(self.rows, is_open=self.is_open)
        self._show_row()

    @override
    def leave(self) -> bool:
        """Save what has been typed."""
        self.form.finish()
        return True

    def _choose(self, _key: object) -> None:
        self.form.finish()
        self._show_row()

    def _show_row(self) -> None:
        row = next((row for row in self.rows if row.id == self.list.list.current), None)
        if row is not None and self.read is not None:
            self.form.show_aside(row, self.read.municipalities, is_open=self.is_open)

    # Acting

    def add(self) -> None:
        """Set something aside by hand and let its name be written."""
        if self.read is None:
            return
        fields = {"title": _("New row")}
        kind = AsideKind.NOT_PRIORITISED
        outcome = self.perform(AddAside(plan=self.read.plan.id, kind=kind, fields=fields))
        if outcome is not None:
            self.list.list.choose(outcome.value)
            self.form.edit("title")

    def _open_menu(self, button: Button) -> None:
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(icons.icon("columns-4"), _("The board…"), self.from_board)
        menu.addAction(icons.icon("folder-kanban"), _("Stopped projects…"), self.from_stopped)
        menu.addAction(icons.icon("folder-kanban"), _("Projects of the inventory…"), self.from_projects)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def from_board(self) -> ColumnsDialog | None:
        """Ask which columns were not prioritised."""
        if self.read is None:
            return None
        plan = self.read.plan.id
        choices = self.services.workspace.read(plan_choices.column_choices, plan)
        dialog = ColumnsDialog(choices, self, sets_aside=True)
        dialog.confirmed.connect(lambda: self._take(TakeAsideFromBoard(plan=plan, columns=dialog.columns())))
        dialog.open()
        return dialog

    def from_stopped(self) -> ProjectsDialog | None:
        """Ask which stopped projects the stop list names."""
        return self._from_projects(plan_choices.stopped_choices, AsideKind.STOP)

    def from_projects(self) -> ProjectsDialog | None:
        """Ask which projects were not prioritised."""
        return self._from_projects(plan_choices.project_choices, AsideKind.NOT_PRIORITISED)

    def _from_projects(self, choices: Any, kind: AsideKind) -> ProjectsDialog | None:
        if self.read is None:
            return None
        plan = self.read.plan.id
        dialog = ProjectsDialog(self.services.workspace.read(choices, plan), self, sets_aside=True)
        dialog.confirmed.connect(
            lambda: self._take(TakeAsideFromProjects(plan=plan, projects=dialog.projects(), kind=kind))
        )
        dialog.open()
        return dialog

    def _take(self, command: Command) -> None:
        outcome = self.perform(command, offer_undo=True)
        if outcome is not None and outcome.value.asides:
            self.list.list.choose(outcome.value.asides[0])

    def _move(self, held: tuple[int, ...], before: int | None) -> None:
        self.perform(MoveAsides(asides=held, before=before))

    def _remove(self, held: tuple[int, ...]) -> None:
        self.perform(RemoveAsides(asides=held), offer_undo=True)

    def _go_to_project(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, project))

    def _make_measure(self, aside: int) -> None:
        self.perform(MakeMeasureOfAside(aside=aside), offer_undo=True)

    def _write(self, aside: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditAside(aside=aside, changes=changes, is_typing=is_typing))


def _face(row: AsideRow) -> RowFace:
    if row.is_confidential:
        return RowFace(row.title, _("Confidential: left out of the document"), Role.ATTENTION)
    if row.lacks_reason:
        return RowFace(row.title, f"{label(row.kind)} · {_('the reason is missing')}", Role.ATTENTION)
    return RowFace(row.title, f"{label(row.kind)} · {row.reason}")
