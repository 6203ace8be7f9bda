"""Writing an accepted plan beside the window: one step, all of it or nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.importing import ImportPlan
from smartstad_desktop.text.phrases import ngettext
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.importing import run_import

_NOTHING: Final = ImportPlan()


class Accepting(QObject):
    """The writing of one import. The step is announced in the window's thread, also when it was stopped too late."""

    #: All of it is written.
    written = Signal()
    #: Nothing has been written: it was stopped, or a rule refused a row.
    given_up = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.plan = _NOTHING
        self.rows = 0
        self._step: int | None = None

    @property
    def can_undo(self) -> bool:
        """Return whether the import is the step that would be taken back now."""
        step = self._services.workspace.to_undo()
        return self._step is not None and step is not None and step.id == self._step

    def start(self, plan: ImportPlan) -> None:
        """Write what *plan* takes."""
        self.plan = plan
        try:
            outcome = run_import(self._services.workspace, plan, origin=self.parent())
        except DomainError as error:
            self._services.notices.trouble(error)
            self.given_up.emit()
            return
        self.rows, self._step = int(outcome.value), outcome.step
        self.written.emit()
        self._services.notices.done(ngettext("{count} row imported", "{count} rows imported", self.rows))

    def undo(self) -> bool:
        """Take the import back; return whether that was possible."""
        try:
            self._services.workspace.undo(origin=self.parent())
        except DomainError as error:
            self._services.notices.trouble(error)
            return False
        self._step = None
        return True
