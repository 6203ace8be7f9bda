"""What can be asked for at the head of a case: a decision and its basis, a pause, the result as a file, its end."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.testbeds.case_files import CaseFiles
from smartstad_desktop.ui.testbeds.case_view import CaseView


class CaseMenus(QObject):
    """Menus of the case that is shown."""

    #: Carries the case that is to be removed.
    removing = Signal(int)

    def __init__(self, services: Services, view: CaseView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.files = CaseFiles(services, parent)
        self.menu = QMenu(parent)

    def offer_decision(self, at: QWidget) -> None:
        """Offer the paper for those who decide, and to write down what they decided; move on where no gate is."""
        read = self._view.read
        if read is None or read.sheet.current is None or not read.sheet.current.gate:
            self._view.deeds.go_on()
            return
        self.menu.clear()
        self.menu.addAction(_("Write the basis for the decision (PDF)…")).triggered.connect(self.write_basis)
        self.menu.addAction(_("Record the decision…")).triggered.connect(self._view.deeds.go_on)
        self.menu.popup(at.mapToGlobal(QPoint(0, at.height() + 2)))

    def offer_more(self, at: QWidget) -> None:
        """Offer to pause, to stop and to remove the case."""
        read = self._view.read
        if read is None:
            return
        self.menu.clear()
        if read.sheet.facts.state is CaseState.OPEN:
            self.menu.addAction(_("Pause the case…")).triggered.connect(self._view.deeds.pause)
        if read.sheet.facts.state in {CaseState.OPEN, CaseState.PAUSED}:
            self.menu.addAction(_("Stop the case…")).triggered.connect(self._stop)
        self.menu.addAction(_("Remove the case")).triggered.connect(self._remove)
        self.menu.popup(at.mapToGlobal(QPoint(0, at.height() + 2)))

    def _stop(self) -> None:
        self._view.finish()
        self._view.deeds.stop()

    def _remove(self) -> None:
        if self._view.read is not None:
            self.removing.emit(self._view.read.sheet.facts.id)

    def write_result(self) -> None:
        """Write the shareable result as a PDF."""
        if self._view.read is not None:
            self._view.finish()
            self.files.write_result(self._view.read.sheet.facts)

    def write_basis(self) -> None:
        """Write what those who decide get to read as a PDF."""
        if self._view.read is not None:
            self._view.finish()
            self.files.write_basis(self._view.read.sheet.facts)
