"""What can be done with candidates and procurements: each question is asked here, and the page runs the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from smartstad_desktop.domain.procurement.candidates import Candidate, Mark
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.exchange.documents.document import Document
from smartstad_desktop.reads.needs import towns
from smartstad_desktop.reads.procurement.cases import ProcurementSheet, mandate_file
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.cases import dialogs
from smartstad_desktop.ui.kit.forms import Dialog, ask_open_paths, ask_save_path
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import Copies, show_outside
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.procurement.begin_dialog import BeginDialog
from smartstad_desktop.ui.procurement.lock_dialog import LockDialog
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.document_files import write_document
from smartstad_desktop.usecases.procurement.candidates import MarkCandidate
from smartstad_desktop.usecases.procurement.cases import LockParties, UnlockParties
from smartstad_desktop.usecases.procurement.documents import mandate_letters, summary_document
from smartstad_desktop.usecases.procurement.parties import KeepMandate


class ProcurementDeeds(QObject):
    """Asks and runs; *sheet* returns the procurement as the page shows it."""

    #: Carries the procurement that was begun.
    begun = Signal(int)

    def __init__(self, page: Page, sheet: Callable[[], ProcurementSheet | None]) -> None:
        super().__init__(page)
        self._page = page
        self._sheet = sheet
        self.dialog: Dialog | None = None

    # Candidates

    def begin(self, candidate: object = None) -> None:
        """Ask what a new procurement is called and who leads."""
        known = {int(number): town for number, town in self._page.services.workspace.read(towns).items()}
        found = candidate if isinstance(candidate, Candidate) else None
        dialog = BeginDialog(known, found, self._page)
        dialog.beginning.connect(self._begin)
        self.dialog = dialog
        dialog.open()

    def _begin(self, command: Command) -> None:
        outcome = self._page.perform(command)
        if outcome is not None:
            self.begun.emit(int(outcome.value))

    def keep(self, candidate: Candidate) -> None:
        """Keep a candidate in sight."""
        self._page.perform(MarkCandidate(key=candidate.key, title=candidate.title, mark=Mark.KEPT))

    def take_back(self, candidate: Candidate) -> None:
        """Take back what was said of a candidate."""
        self._page.perform(MarkCandidate(key=candidate.key, title=candidate.title, mark=None))

    def dismiss(self, candidate: Candidate) -> None:
        """Put a candidate aside and ask why."""

        def put(reason: str) -> None:
            command = MarkCandidate(key=candidate.key, title=candidate.title, mark=Mark.DISMISSED, reason=reason)
            self._page.perform(command, offer_undo=True)

        self.dialog = dialogs.ask_reason(
            _("Put “{title}” aside", title=candidate.title),
            _("Why is it not bought together?"),
            _("Put it aside"),
            put,
            self._page,
        )

    # Parties

    def lock(self) -> None:
        """Ask who becomes a party, and lock them."""
        sheet = self._sheet()
        if sheet is not None:
            case, today = sheet.case.facts.id, self._page.services.workspace.now.astimezone().date()
            dialog = LockDialog(sheet, today, self._page)

            def lock(values: dict[str, Any]) -> None:
                command = LockParties(case=case, parties=dialog.chosen(), locked_on=values["locked_on"])
                self._page.run(command, offer_undo=True)

            dialog.check_with(lock)
            self.dialog = dialog
            dialog.open()

    def unlock(self) -> None:
        """Open the parties again."""
        sheet = self._sheet()
        if sheet is not None:
            self._page.perform(UnlockParties(case=sheet.case.facts.id), offer_undo=True)

    def letter(self, municipality: int) -> None:
        """Show the mandate letter that is kept, or ask for the file."""
        sheet = self._sheet()
        party = next((each for each in sheet.parties if each.municipality == municipality), None) if sheet else None
        if sheet is None or party is None:
            return
        case = sheet.case.facts.id
        if party.mandate_file:
            name, content = self._page.services.workspace.read(mandate_file, case, municipality)
            Copies.show(name, content)
            return
        ask_open_paths(
            self._page,
            _("Signed mandate letter of {name}", name=party.full_name),
            _("Documents (*.pdf *.docx *.odt *.png *.jpg)"),
            lambda paths: self._keep_letter(case, municipality, paths[0]),
            several=False,
        )

    def _keep_letter(self, case: int, municipality: int, path: Path) -> None:
        try:
            content = path.read_bytes()
        except OSError:
            self._page.services.notices.say(_("{name} could not be read.", name=path.name))
            return
        self._page.perform(KeepMandate(case=case, municipality=municipality, name=path.name, content=content))

    # Documents

    def write_summary(self) -> None:
        """Ask where the summary is to be written; what is secret is left out of it and counted."""
        sheet = self._sheet()
        if sheet is not None:
            workspace = self._page.services.workspace
            document = workspace.read(summary_document, sheet.case.facts.id, current().language, workspace.now)
            self._ask(document, _("Summary {title}.pdf", title=sheet.case.facts.title))

    def write_letters(self) -> None:
        """Ask where the mandate letters are to be written, one page for each municipality that needs one."""
        sheet = self._sheet()
        if sheet is not None:
            workspace = self._page.services.workspace
            document = workspace.read(mandate_letters, sheet.case.facts.id, current().language, workspace.now)
            self._ask(document, _("Mandates {title}.pdf", title=sheet.case.facts.title))

    def _ask(self, document: Document, name: str) -> None:
        suggestion = "".join("–" if letter in '/\\:*?"<>|' else letter for letter in name)
        ask_save_path(
            self._page,
            _("Write as PDF"),
            _("PDF (*.pdf)"),
            lambda path: self.write(document, path),
            suggestion=suggestion,
        )

    def write(self, document: Document, path: Path) -> None:
        """Write *document* to *path* beside the window; trouble is told in a notice."""
        services = self._page.services

        def work(progress: Progress) -> int:
            return write_document(document, path, progress)

        def done(_size: int) -> None:
            offer = Offer(_("Open PDF"), lambda: show_outside(path))
            services.notices.say(_("{name} is written", name=path.name), tone=Tone.GOOD, offer=offer)

        services.jobs.start(_("Writing {name}", name=path.name), work, done, services.notices.trouble)
