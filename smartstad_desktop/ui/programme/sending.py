"""Making the workbooks that municipalities fill in, one or all, beside the window."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.files import FileUnwritable
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.reads.programme.programme import MunicipalityRow
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit.forms import ask_folder, ask_save_path
from smartstad_desktop.ui.kit.jobs import Job
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.lists.exporting_all import Delivered, Waiting, deliver, write_all
from smartstad_desktop.usecases.mapped import open_copy

WORKBOOKS = "Excel (*.xlsx)"
#: So many names are told; the others are counted.
_NAMED: Final = 3


class Sending:
    """Asks where to, writes aside in a worker from a private copy, and then puts all in place with their notes."""

    def __init__(self, services: Services, window: QWidget) -> None:
        self._services = services
        self._window = window
        #: Folders where workbooks wait, by the job that writes them.
        self._aside: dict[Job, Path] = {}
        services.jobs.ended.connect(self._clear)

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
        try:
            # In the same folder, so that putting them in place is one move on one disk.
            aside = Path(tempfile.mkdtemp(prefix=".smartstad-", dir=folder))
        except OSError:
            self._services.notices.trouble(FileUnwritable(path=str(folder)))
            return

        def work(progress: Progress) -> tuple[Waiting, ...]:
            try:
                with open_copy(image) as connection:
                    return write_all(connection, targets, aside, progress)
            except BaseException:
                shutil.rmtree(aside, ignore_errors=True)
                raise

        job = self._services.jobs.start(
            _("Writing workbooks"), work, partial(self._done, aside, folder), self._services.notices.trouble
        )
        if aside.exists():
            self._aside[job] = aside

    def _clear(self, job: Job) -> None:
        """Take away what a job wrote that was stopped at the very end."""
        aside = self._aside.pop(job, None)
        if aside is not None and job.is_cancelled:
            shutil.rmtree(aside, ignore_errors=True)

    def _done(self, aside: Path, folder: Path, waiting: tuple[Waiting, ...]) -> None:
        if not aside.exists():
            return  # it was stopped between the last workbook and now
        delivered = deliver(self._services.workspace, waiting, origin=self)
        shutil.rmtree(aside, ignore_errors=True)
        if delivered.notes:
            offer = Offer(_("Open folder"), lambda: show_outside(folder))
            self._services.notices.say(_told(delivered), tone=Tone.GOOD, offer=offer)
        for trouble in delivered.troubles:
            self._services.notices.trouble(trouble)


def _told(delivered: Delivered) -> str:
    """Return what was written, with names."""
    names = [note.title for note in delivered.notes]
    first = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    if more > 0:
        first = ngettext("{names} and {count} more", "{names} and {count} more", more, names=first)
    return ngettext(
        "{count} workbook is written: {names}.", "{count} workbooks are written: {names}.", len(names), names=first
    )


def suggested_name(row: MunicipalityRow) -> str:
    """Return the file name a workbook goes out under."""
    return f"SMARTstad {row.short_name}.xlsx"
