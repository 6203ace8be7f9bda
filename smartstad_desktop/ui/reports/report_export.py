"""A report as PDF or text: asked for, made beside the window, and offered to be opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.reads.follow_up.reports import ReportRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.forms import ask_save_path
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.services import Services

_LONGEST: Final = 60


class ReportExport:
    """Writes a report, one at a time."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        self._services = services
        self._parent = parent

    def ask(self, report: ReportRow) -> None:
        """Ask where to write and as what, then write."""
        plain = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in report.title)
        name = f"{' '.join(plain.split())[:_LONGEST].rstrip()}.pdf"
        kinds = _("PDF (*.pdf)") + ";;" + _("Text (*.txt)")
        title = _("Write the report as PDF or text")
        ask_save_path(self._parent, title, kinds, lambda path: self.write(report.id, path), suggestion=name)

    def write(self, report: int, path: Path) -> None:
        """Write a report to *path*; trouble is told in a notice."""
        workspace, language = self._services.workspace, current().language
        image, now = workspace.private_copy(), workspace.now

        def work(progress: Progress) -> int:
            from smartstad_desktop.usecases.document_files import write_document  # noqa: PLC0415  when used
            from smartstad_desktop.usecases.follow_up.report_document import report_document  # noqa: PLC0415  when used
            from smartstad_desktop.usecases.mapped import open_copy  # noqa: PLC0415  brings SQLAlchemy

            with open_copy(image) as connection:
                return write_document(report_document(connection, report, language, now), path, progress)

        self._services.jobs.start(
            _("Writing the report"), work, lambda _size: self._done(path), self._services.notices.trouble
        )

    def _done(self, path: Path) -> None:
        offer = Offer(_("Open it"), lambda: show_outside(path))
        self._services.notices.say(_("The report is written: {name}", name=path.name), tone=Tone.GOOD, offer=offer)
