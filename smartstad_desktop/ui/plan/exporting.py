"""The plan as a PDF or a Word file: asked for, made beside the window, and offered to be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.reads.plan.plan import PlanRow
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.forms import ask_save_path
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.mapped import open_copy
from smartstad_desktop.usecases.plan_document.publishing import plan_document


class PlanExport:
    """Writes a version of the plan as a PDF or a Word file, one at a time."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        self._services = services
        self._parent = parent

    def ask_for(self, plan: PlanRow) -> None:
        """Ask where a version goes in the language of the programme, then write."""
        facts = self._services.workspace.read(programme)
        self.ask(plan.id, plan.version, Language(facts.language) if facts else Language.SV)

    def ask(self, plan: PlanId, version: str, language: Language) -> None:
        """Ask where to write, then write."""
        suggestion = _("Development plan {version}.pdf", version=version)
        ask_save_path(
            self._parent,
            _("Export the plan as PDF or Word"),
            _("PDF (*.pdf)") + ";;" + _("Word (*.docx)"),
            lambda path: self.write(plan, language, path),
            suggestion=suggestion,
        )

    def write(self, plan: PlanId, language: Language, path: Path) -> None:
        """Write the plan to *path* beside the window; trouble is told in a notice."""
        workspace = self._services.workspace
        image, now = workspace.private_copy(), workspace.now

        def work(progress: Progress) -> int:
            with open_copy(image) as connection:
                document = plan_document(connection, plan, language, now)
            return write_document(document, path, progress)

        self._services.jobs.start(
            _("Writing the plan"), work, lambda _size: self._done(path), self._services.notices.trouble
        )

    def _done(self, path: Path) -> None:
        offer = Offer(_("Open it"), lambda: show_outside(path))
        self._services.notices.say(_("The plan is written: {name}", name=path.name), tone=Tone.GOOD, offer=offer)
