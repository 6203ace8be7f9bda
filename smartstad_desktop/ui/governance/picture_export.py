"""Saving the organisation picture: PNG for slides, SVG for drawing programs, PDF with the seats in words."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.exchange.documents.drawing import Drawing
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import drawing_paint
from smartstad_desktop.ui.kit.forms import ask_save_path
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.governance.organisation_document import organisation_document


class PictureExport:
    """Asks where to, and writes."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        self._services, self._parent = services, parent

    def ask(self, drawing: Drawing) -> None:
        """Ask for a name whose ending says what kind of file it becomes."""
        name = f"{_('Organisation')}.png"
        pattern = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
        ask_save_path(self._parent, _("Save the picture"), pattern, partial(self.write, drawing), suggestion=name)

    def write(self, drawing: Drawing, target: Path) -> None:
        """Write the picture, or the document with it, to *target*."""
        try:
            if target.suffix.lower() == ".pdf":
                workspace = self._services.workspace
                now, language = workspace.now, current().language
                document = workspace.read(organisation_document, now.astimezone().date(), language, now)
                write_document(document, target)
            else:
                drawing_paint.save(drawing, _("Organisation"), target)
        except DomainError as error:
            self._services.notices.trouble(error)
            return
        self._services.notices.say(_("Saved as {name}.", name=target.name))
