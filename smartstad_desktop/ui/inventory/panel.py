"""What stands at the right of the table: one project, several, or a word about what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.many_panel import ManyPanel
from smartstad_desktop.ui.inventory.memory import Memory
from smartstad_desktop.ui.inventory.project_panel import ProjectPanel
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.inventory.inventory import ConfirmProjects


class SidePanel(QWidget):
    """Follows the selection. The forms are made when they are first needed, and again when names have changed."""

    duplicating = Signal()
    deleting = Signal()
    #: Carries the id of a project the user wants to see.
    asked_for = Signal(int)

    def __init__(self, services: Services, memory: Memory, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._memory, self._run = services, memory, run
        self._ids: tuple[int, ...] = ()
        self.one: ProjectPanel | None = None
        self.many: ManyPanel | None = None
        self.nothing = EmptyState("folder-kanban", _("No project selected"), _("Select a project in the table."))
        self.places = QStackedWidget()
        self.places.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self.places)
        self.setMinimumWidth(theme.current().space(320))

    @override
    def sizeHint(self) -> QSize:
        """Return the remembered width."""
        return QSize(theme.current().space(self._memory.panel_width), 400)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        QPainter(self).fillRect(self.rect(), theme.current().colour(Role.PAPER))

    def show_projects(self, snapshot: Snapshot, ids: Sequence[int]) -> None:
        """Show the selected projects; with none selected, the last one stays."""
        if not ids:
            if not self._ids or any(each not in snapshot.rows for each in self._ids):
                self._ids = ()
                self.places.setCurrentWidget(self.nothing)
            return
        self._ids = tuple(ids)
        if len(ids) == 1:
            shown = self._form(snapshot)
            is_there = shown.show_project(ids[0])
            self.places.setCurrentWidget(shown if is_there else self.nothing)
        else:
            self.finish()
            several = self._form_for_many(snapshot)
            several.show_projects(ids)
            self.places.setCurrentWidget(several)

    def refresh(self, snapshot: Snapshot) -> None:
        """Show the same projects as they are now."""
        alive = tuple(each for each in self._ids if each in snapshot.rows)
        self._ids = alive if len(alive) == len(self._ids) else ()
        if not self._ids:
            self.places.setCurrentWidget(self.nothing)
        else:
            self.show_projects(snapshot, self._ids)

    def edit(self) -> None:
        """Let the user type in the project that is shown."""
        if self.one is not None and self.places.currentWidget() is self.one:
            self.one.edit()

    def ask_for(self, name: str, value: object) -> None:
        """Try to change a value of the project that is shown, and ask for what a rule needs for it."""
        if self.one is not None and self.places.currentWidget() is self.one:
            self.one.ask_for(name, value)

    def finish(self) -> None:
        """Save what is being typed."""
        if self.one is not None:
            self.one.finish()

    def _form(self, snapshot: Snapshot) -> ProjectPanel:
        if self.one is None or self.one.snapshot.faces != snapshot.faces:
            made = ProjectPanel(self._services, self._memory, self._run, snapshot)
            made.asked_for.connect(self.asked_for)
            made.head.confirming.connect(self._confirm)
            made.head.duplicating.connect(self.duplicating)
            made.head.deleting.connect(self.deleting)
            self._put(self.one, made)
            self.one = made
        self.one.snapshot = snapshot
        return self.one

    def _form_for_many(self, snapshot: Snapshot) -> ManyPanel:
        if self.many is None or self.many.snapshot.faces != snapshot.faces:
            made = ManyPanel(self._run, snapshot)
            made.deleting.connect(self.deleting)
            self._put(self.many, made)
            self.many = made
        self.many.snapshot = snapshot
        return self.many

    def _put(self, old: QWidget | None, new: QWidget) -> None:
        if old is not None:
            self.places.removeWidget(old)
            old.deleteLater()
        self.places.addWidget(new)

    def _confirm(self) -> None:
        self._run(ConfirmProjects(projects=tuple(ProjectId(each) for each in self._ids)), offer_undo=True)
