"""The part of the window that belongs to an open file: banner, pages, long work, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.reads import shell
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit.changes import Changes
from smartstad_desktop.ui.kit.jobs import Executor, Jobs
from smartstad_desktop.ui.kit.notices import Notices
from smartstad_desktop.ui.kit.preferences import PAGE, Preferences
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.shell.banner import Banner, JobBar
from smartstad_desktop.ui.shell.page_stack import PageStack
from smartstad_desktop.ui.shell.rail import Rail
from smartstad_desktop.ui.shell.undoing import named

if TYPE_CHECKING:
    from smartstad_desktop.ui.shell.history_panel import HistoryPanel
    from smartstad_desktop.usecases.workspace import Workspace

#: More steps than anybody reads; older ones stay in the file.
STEPS_SHOWN = 300


class OpenFile(QWidget):
    """Everything that is made anew for each opened file."""

    #: A step was made, undone or done again.
    stepped = Signal()
    history_shown = Signal(bool)
    #: The user wants to work in a file that is open for reading.
    writable_wanted = Signal()

    def __init__(
        self, workspace: Workspace, settings: Preferences, notices: Notices, executor: Executor | None = None
    ) -> None:
        super().__init__()
        self.services = Services(workspace, Changes(workspace, self), Jobs(executor, self), notices, settings)
        self.pages = PageStack(self.services)
        self.history: HistoryPanel | None = None
        self._rail: Rail | None = None
        column = QVBoxLayout()
        column.setSpacing(0)
        if workspace.is_read_only:
            column.addWidget(self._reading_banner())
        column.addWidget(self.pages, 1)
        column.addWidget(JobBar(self.services.jobs))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(column, 1)
        self.services.changes.happened.connect(self._on_changes)
        self.pages.shown.connect(self._on_page)

    def _reading_banner(self) -> Banner:
        told = self.services.workspace.glance(shell.version_from_plan)
        if told is not None:
            title, version = told
            said = _(
                "This is version {version} of {title}, from the PDF. You can read and search it, not change it.",
                version=version,
                title=title,
            )
            return Banner(said)
        banner = Banner(
            _("The file is open for reading. Nothing you do here changes it."), _("Try to open it for work")
        )
        banner.acted.connect(self.writable_wanted)
        return banner

    def attach(self, rail: Rail) -> None:
        """Keep *rail* true: the page that is shown, and the counts."""
        self._rail = rail
        self._show_counts()

    def close_down(self) -> None:
        """Stop everything that still listens or runs; the file is about to be closed."""
        self.services.changes.stop()
        self.services.jobs.close()

    def title(self) -> str:
        """Return what the programme is called; a copy for rehearsing says so wherever one is."""
        workspace = self.services.workspace
        name = workspace.glance(shell.programme_name) or workspace.path.stem
        return _("Rehearsal · {name}", name=name) if workspace.glance(shell.is_a_rehearsal) else name

    def go_to(self, target: PageTarget) -> None:
        """Show what *target* asks for; the rail stays with the page that does not let go."""
        if not self.pages.go_to(target) and self._rail is not None and self.pages.current is not None:
            self._rail.show_page(self.pages.current)

    def go_to_last_page(self) -> None:
        """Show the page on which this file was left."""
        kept = self.services.settings.remembered(self.services.workspace.path, PAGE)
        known = {page.value for page in PageId} - {PageId.IMPORTING.value}
        self.go_to(PageTarget(PageId(kept) if kept in known else PageId.OVERVIEW))

    def step_names(self) -> tuple[str, str]:
        """Return the names of the steps that undo and redo are about; empty when there is none."""
        workspace = self.services.workspace
        return named(workspace.to_undo()), named(workspace.to_redo())

    def toggle_history(self) -> None:
        """Show the list of steps, or hide it."""
        if self.history is None:
            from smartstad_desktop.ui.shell.history_panel import HistoryPanel  # noqa: PLC0415  only when asked for

            self.history = HistoryPanel()
            self.history.wanted.connect(self._undo_to)
            self.history.closed.connect(self.toggle_history)
            self._row.addWidget(self.history)
            self.history.show()
        else:
            self.history.setVisible(self.history.isHidden())
        self._show_steps()
        self.history_shown.emit(not self.history.isHidden())

    def _show_steps(self) -> None:
        if self.history is not None and not self.history.isHidden():
            workspace = self.services.workspace
            self.history.show_steps(workspace.steps(limit=STEPS_SHOWN), workspace.now)

    def _undo_to(self, steps: int) -> None:
        try:
            for _step in range(steps):
                self.services.workspace.undo()
        except DomainError as error:
            self.services.notices.trouble(error)
            return
        self.services.notices.say(ngettext("{count} step undone.", "{count} steps undone.", steps))

    def _on_changes(self) -> None:
        self._show_counts()
        self._show_steps()
        self.stepped.emit()

    def _on_page(self, page: PageId) -> None:
        if self._rail is not None:
            self._rail.show_page(page)
        self.services.settings.remember(self.services.workspace.path, PAGE, page.value)

    def _show_counts(self) -> None:
        if self._rail is not None:
            found = self.services.workspace.glance(shell.counts)
            counts = {
                PageId.INVENTORY: found.projects,
                PageId.BOARD: found.unplaced,
                PageId.PLAN: found.measures,
                PageId.TESTBEDS: found.tests,
                PageId.PROCUREMENT: found.procurements,
            }
            self._rail.show_counts({page: count for page, count in counts.items() if count})
