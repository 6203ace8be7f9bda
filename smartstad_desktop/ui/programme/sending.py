"""Making the workbooks that municipalities fill in, one or all, beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.reads.programme import MunicipalityRow
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit.forms import ask_folder, ask_save_path
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.exporting import KeepSentList, prepare, write
from smartstad_desktop.usecases.mapped import open_copy

WORKBOOKS = "Excel (*.xlsx)"


class Sending:
    """Asks where to, writes in a worker from a private copy, and keeps what was sent as one step per municipality."""

    def __init__(self, services: Services, window: QWidget) -> None:
        self._services = services
        self._window = window

    def one(self, row: MunicipalityRow) -> None:
        """Ask for a file name and write the workbook of *row*."""
        name = suggested_name(row)
        ask_save_path(
            self._window,
            _("Workbook for {name}", name=row.short_name),
            WORKBOOKS,
            lambda path: self._write({row.key: path}, path.parent),
            suggestion=name,
        )

    def all(self, rows: Sequence[MunicipalityRow]) -> None:
        """Ask for a folder and write the workbooks of all *rows* that take part into it."""
        chosen = [row for row in rows if row.is_participating]

        def into(folder: Path) -> None:
            self._write({row.key: folder / suggested_name(row) for row in chosen}, folder)

        ask_folder(self._window, _("Folder for the workbooks"), into)

    def _write(self, targets: dict[str, Path], folder: Path) -> None:
        image = self._services.workspace.private_copy()

        def work(progress: Progress) -> list[KeepSentList]:
            notes: list[KeepSentList] = []
            with open_copy(image) as connection:
                for number, (key, target) in enumerate(targets.items()):
                    progress.report(number, len(targets), target.name)
                    notes.append(write(prepare(connection, key), target))
            return notes

        self._services.jobs.start(
            _("Writing workbooks"), work, lambda notes: self._done(notes, folder), self._services.notices.trouble
        )

    def _done(self, notes: list[KeepSentList], folder: Path) -> None:
        try:
            for note in notes:
                self._services.workspace.run(note, origin=self)
        except DomainError as error:
            self._services.notices.trouble(error)
            return
        offer = Offer(_("Open folder"), lambda: show_outside(folder))
        told = ngettext("{count} workbook is written.", "{count} workbooks are written.", len(notes))
        self._services.notices.say(told, tone=Tone.GOOD, offer=offer)


def suggested_name(row: MunicipalityRow) -> str:
    """Return the file name a workbook goes out under."""
    return f"SMARTstad {row.short_name}.xlsx"
