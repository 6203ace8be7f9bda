"""What can be done with a case from any page: each question is asked where it is needed, and the page runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.testbeds.cases import LARGEST_FILE, EvidenceTooLarge
from smartstad_desktop.domain.testbeds.routines import CheckState, EvidenceKind
from smartstad_desktop.reads.testbeds.case import stored_file
from smartstad_desktop.reads.testbeds.case_history import case_history
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet, EvidenceRow, PointRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cases import dialogs
from smartstad_desktop.ui.cases.dialogs import GateDialog, StopDialog
from smartstad_desktop.ui.cases.history_dialog import HistoryDialog
from smartstad_desktop.ui.kit.forms import Dialog, ask_open_paths
from smartstad_desktop.ui.kit.outside import Copies
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.usecases.testbeds.case_log import AddLogLine
from smartstad_desktop.usecases.testbeds.cases import RemoveCases
from smartstad_desktop.usecases.testbeds.checks import AnswerCheck
from smartstad_desktop.usecases.testbeds.evidence import AddEvidence, RemoveEvidence
from smartstad_desktop.usecases.testbeds.gates import DecideGate, MoveCase, MoveOn, PauseCase, ResumeCase, StopCase


class CaseDeeds(QObject):
    """Asks and runs; *sheet* returns the case as the page shows it."""

    def __init__(self, page: Page, sheet: Callable[[], CaseSheet | None]) -> None:
        super().__init__(page)
        self._page = page
        self._sheet = sheet
        self.dialog: Dialog | None = None

    # Points and evidence

    def answer(self, point: PointRow, state: CheckState) -> None:
        """Settle a point, open it again, or ask why it is not relevant."""
        if state is CheckState.NOT_RELEVANT:
            title, why = _("Not relevant in this case"), _("Why is it not relevant?")
            self.dialog = dialogs.ask_reason(
                title,
                f"{point.name}. {why}",
                _("It is not relevant"),
                lambda said: self._settle(point, state, reason=said),
                self._page,
            )
        else:
            self._settle(point, state)

    def ask_done_by(self, point: PointRow) -> None:
        """Ask who settled a point."""
        self.dialog = dialogs.ask_done_by(
            point.name, lambda who: self._settle(point, CheckState.DONE, done_by=who), self._page
        )

    def _settle(self, point: PointRow, state: CheckState, *, done_by: str = "", reason: str = "") -> None:
        sheet = self._sheet()
        if sheet is not None:
            command = AnswerCheck(case=sheet.facts.id, item=point.id, state=state, done_by=done_by, reason=reason)
            self._page.perform(command)

    def add_evidence(self, point: PointRow | None, kind: EvidenceKind) -> None:
        """Ask for a file, a link or a note that shows a point, or belongs to the whole case."""
        name = _("The whole case") if point is None else point.name
        item = None if point is None else point.id
        if kind is EvidenceKind.FILE:
            ask_open_paths(self._page, _("Evidence: {point}", point=name), "", lambda paths: self._keep(item, paths))
            return
        self.dialog = dialogs.ask_evidence(
            kind, name, lambda called, text: self._add(item, kind, name=called, text=text), self._page
        )

    def _keep(self, item: int | None, paths: tuple[Path, ...]) -> None:
        for path in paths:
            try:
                if path.stat().st_size > LARGEST_FILE:
                    raise EvidenceTooLarge(name=path.name, limit=f"{LARGEST_FILE // 1024 // 1024} MB")
                self._add(item, EvidenceKind.FILE, name=path.name, content=path.read_bytes())
            except DomainError as error:
                self._page.services.notices.trouble(error)
            except OSError:
                self._page.services.notices.say(_("{name} could not be read.", name=path.name))

    def _add(self, item: int | None, kind: EvidenceKind, **what: Any) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self._page.perform(AddEvidence(case=sheet.facts.id, item=item, kind=kind, **what))

    def open_evidence(self, evidence: EvidenceRow) -> None:
        """Show a file or a link in the user's own program, a note here."""
        if evidence.kind is EvidenceKind.NOTE:
            self.dialog = dialogs.show_note(evidence.name, evidence.text, self._page)
        elif evidence.kind is EvidenceKind.LINK:
            QDesktopServices.openUrl(QUrl.fromUserInput(evidence.text))
        else:
            name, content = self._page.services.workspace.read(stored_file, evidence.id)
            Copies.show(name, content)

    def remove_evidence(self, evidence: EvidenceRow) -> None:
        """Take evidence away; the notice offers to undo."""
        self._page.perform(RemoveEvidence(evidence=evidence.id), offer_undo=True)

    # The way through the stages

    def go_on(self) -> None:
        """Record what was decided at the gate, or move on where there is none."""
        sheet = self._sheet()
        if sheet is None or sheet.current is None:
            return
        if not sheet.current.gate:
            self._page.perform(MoveOn(case=sheet.facts.id))
            return
        dialog = self.dialog = GateDialog(sheet, self._page.services.workspace.now.astimezone().date(), self._page)
        dialog.check_with(lambda values: self._decide(sheet.facts.id, values))
        dialog.open()

    def _decide(self, case: int, values: dict[str, Any]) -> None:
        self._page.run(DecideGate(case=case, **values), offer_undo=True)

    def resume(self) -> None:
        """Take the case up again."""
        sheet = self._sheet()
        if sheet is not None:
            self._page.perform(ResumeCase(case=sheet.facts.id))

    def pause(self) -> None:
        """Ask why the case rests."""
        sheet = self._sheet()
        if sheet is not None:
            case = sheet.facts.id
            self.dialog = dialogs.ask_reason(
                _("Pause the case"),
                _("Why does it rest, and until when?"),
                _("Pause the case"),
                lambda said: self._page.perform(PauseCase(case=case, reason=said)),
                self._page,
            )

    def stop(self) -> None:
        """Ask why the case ends before its time, and what was learned."""
        sheet = self._sheet()
        if sheet is None:
            return
        dialog = self.dialog = StopDialog(sheet, self._page.services.workspace.now.astimezone().date(), self._page)
        dialog.check_with(lambda values: self._page.run(StopCase(case=sheet.facts.id, **values), offer_undo=True))
        dialog.open()

    def move(self, sheet: CaseSheet, stage: int) -> None:
        """Put a case into another stage, as a hand on the board wants it: gates ask, and going back asks why."""
        here = 0 if sheet.current is None else sheet.current.number
        target = next(each for each in sheet.stages if each.id == stage)
        if target.number < here:
            self.dialog = dialogs.ask_reason(
                _("Back to {stage}", stage=target.name),
                _("Why does it go back?"),
                _("Send back"),
                lambda said: self._page.perform(MoveCase(case=sheet.facts.id, stage=stage, reason=said)),
                self._page,
            )
        elif target.number == here + 1 and sheet.current is not None and sheet.current.gate:
            self.go_on()
        else:
            self._page.perform(MoveCase(case=sheet.facts.id, stage=stage))

    def remove(self, case: int) -> bool:
        """Remove a case; the notice offers to undo. Return whether it is gone."""
        return self._page.perform(RemoveCases(cases=(case,)), offer_undo=True) is not None

    # The log

    def show_history(self) -> None:
        """Show what has been done with the case, by whom and when."""
        sheet, workspace = self._sheet(), self._page.services.workspace
        if sheet is not None:
            deeds = workspace.read(case_history, sheet.facts.id)
            self.dialog = HistoryDialog(sheet.facts.title, deeds, workspace.now, self._page)
            self.dialog.open()

    def add_log_line(self) -> None:
        """Ask for a line of the log."""
        sheet = self._sheet()
        if sheet is not None:
            case, today = sheet.facts.id, self._page.services.workspace.now.astimezone().date()
            self.dialog = dialogs.ask_log_line(
                today, lambda values: self._page.perform(AddLogLine(case=case, **values)), self._page
            )
