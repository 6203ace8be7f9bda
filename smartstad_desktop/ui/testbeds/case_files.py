"""Papers of a case, made beside the window, and the desk of its routine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.testbeds.cases import ConfidentialNotWritten
from smartstad_desktop.domain.testbeds.testbed_cases import ConfidentialNotShared
from smartstad_desktop.reads.testbeds.case_rows import CaseFacts
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.forms import ask_save_path
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.services import Services

#: Reads from a connection to a copy of the file, and writes; it runs in a worker.
Work: TypeAlias = Callable[[Any, Path, Progress], object]
_LONGEST = 60


class CaseFiles:
    """Writes what leaves the window."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        self._services = services
        self._parent = parent

    def write_result(self, case: CaseFacts) -> None:
        """Ask where to and write the shareable result; of a confidential case nothing is written."""
        if case.is_confidential:
            self._services.notices.trouble(ConfidentialNotShared())
            return
        language, now = current().language, self._services.workspace.now

        def work(connection: Any, path: Path, progress: Progress) -> object:
            from smartstad_desktop.usecases.document_files import write_document  # noqa: PLC0415  when used
            from smartstad_desktop.usecases.testbeds.result_document import result_document  # noqa: PLC0415  when used

            return write_document(result_document(connection, case.id, language, now), path, progress)

        self._ask(_("Result"), case.title, work)

    def write_basis(self, case: CaseFacts) -> None:
        """Ask where to and write what those who decide at the gate get to read."""
        if case.is_confidential:
            self._services.notices.trouble(ConfidentialNotWritten())
            return
        language, now = current().language, self._services.workspace.now

        def work(connection: Any, path: Path, progress: Progress) -> object:
            from smartstad_desktop.usecases.document_files import write_document  # noqa: PLC0415  when used
            from smartstad_desktop.usecases.testbeds.decision_basis import decision_basis  # noqa: PLC0415  when used

            return write_document(decision_basis(connection, case.id, language, now), path, progress)

        self._ask(_("Basis for decision"), case.title, work)

    def _ask(self, what: str, title: str, work: Work) -> None:
        plain = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in f"{what} {title}")
        name = f"{' '.join(plain.split())[:_LONGEST].rstrip()}.pdf"
        ask_save_path(self._parent, what, "PDF (*.pdf)", lambda path: self._write(what, work, path), suggestion=name)

    def _write(self, title: str, work: Work, path: Path) -> None:
        image = self._services.workspace.private_copy()

        def job(progress: Progress) -> object:
            from smartstad_desktop.usecases.mapped import open_copy  # noqa: PLC0415  brings SQLAlchemy

            with open_copy(image) as connection:
                return work(connection, path, progress)

        self._services.jobs.start(title, job, lambda _made: self._written(path), self._services.notices.trouble)

    def _written(self, path: Path) -> None:
        offer = Offer(_("Open it"), lambda: show_outside(path))
        self._services.notices.say(_("{name} is written.", name=path.name), tone=Tone.GOOD, offer=offer)
