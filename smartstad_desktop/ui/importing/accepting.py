"""Writing an accepted plan beside the window: one step, all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.lists.importing import ImportPlan
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit.jobs import Job
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.command import Outcome
from smartstad_desktop.usecases.lists.importing import apply_import

_NOTHING: Final = ImportPlan()


class Accepting(QObject):
    """The writing of one import. The step is announced in the window's thread, also when it was stopped too late."""

    #: Carries how far the writing is, and of how much.
    moved = Signal(int, int)
    #: All of it is written.
    written = Signal()
    #: Nothing has been written: it was stopped, or a rule refused a row.
    given_up = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.plan = _NOTHING
        self.rows = 0
        self._job: Job | None = None
        self._step: int | None = None
        #: What the worker has written; a job that is stopped in its last moment has written all the same.
        self._outcome: Outcome | None = None
        services.jobs.progressed.connect(self._follow)
        services.jobs.ended.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Return whether something is being written."""
        return self._job is not None

    @property
    def can_undo(self) -> bool:
        """Return whether the import is the step that would be taken back now."""
        step = self._services.workspace.to_undo()
        return self._step is not None and step is not None and step.id == self._step

    @property
    def is_undone(self) -> bool:
        """Return whether the import has been taken back, here or anywhere in the window."""
        step = self._services.workspace.to_redo()
        return self._step is not None and step is not None and step.id == self._step

    def start(self, plan: ImportPlan) -> None:
        """Write what *plan* takes."""
        self.plan, self._outcome = plan, None
        workspace = self._services.workspace

        def work(progress: Progress) -> None:
            self._outcome = apply_import(workspace, plan, progress)

        self.moved.emit(0, 0)
        # Held before it runs: a job that runs at once is over when ``start`` returns.
        self._job = waiting = Job("")
        job = self._services.jobs.start(_("Importing"), work, self._do_nothing, self._refuse)
        if self._job is waiting:
            self._job = job

    def stop(self) -> None:
        """Ask the writing to end; nothing is kept of it."""
        if self._job is not None:
            self._job.cancel()

    def undo(self) -> None:
        """Take the import back."""
        try:
            self._services.workspace.undo()
        except DomainError as error:
            self._services.notices.trouble(error)

    def _do_nothing(self, _nothing: None) -> None:
        """Leave it to the end of the job, which comes however it went."""

    def _refuse(self, error: DomainError) -> None:
        self._services.notices.trouble(error)

    def _follow(self, job: Job) -> None:
        if job is self._job:
            self.moved.emit(job.done, job.total)

    def _end(self, job: Job) -> None:
        if self._job is None or (job is not self._job and self._job.title):
            return
        self._job = None
        outcome = self._outcome
        if outcome is None:
            self.given_up.emit()
            return
        self.rows, self._step = int(outcome.value), outcome.step
        self._services.workspace.listeners.tell(replace(outcome.changes, origin=self.parent()))
        self.written.emit()
        self._services.notices.done(ngettext("{count} row imported", "{count} rows imported", self.rows))
