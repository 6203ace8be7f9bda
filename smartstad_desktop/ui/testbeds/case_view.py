"""One test: the line of its stages, the part of it that is shown, and beside it whether the next gate can be passed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.cases import CASE_FIELDS
from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.text.testbeds.words import span_line
from smartstad_desktop.ui.cases.case_deeds import CaseDeeds
from smartstad_desktop.ui.cases.checklist import Checklist
from smartstad_desktop.ui.cases.gate_box import DecisionsBox, GateBox
from smartstad_desktop.ui.cases.log_box import LogBox
from smartstad_desktop.ui.cases.roles_box import RolesBox
from smartstad_desktop.ui.cases.stage_line import StageLine
from smartstad_desktop.ui.cases.stages import stage_faces
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import Panel
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.testbeds.agreement_form import AgreementForm
from smartstad_desktop.ui.testbeds.case_read import CaseRead
from smartstad_desktop.ui.testbeds.facts_form import FactsForm
from smartstad_desktop.ui.testbeds.result_panel import ResultPanel
from smartstad_desktop.ui.testbeds.side_boxes import AgreementBox, EndBox
from smartstad_desktop.usecases.testbeds.cases import EditCase
from smartstad_desktop.usecases.testbeds.testbed_cases import EditTestbedCase, ShareResult, WithdrawResult

#: The parts of a test, in order.
PARTS: Final = {
    "stage": N_("The stage"),
    "test": N_("The test"),
    "agreement": N_("The agreement"),
    "people": N_("Roles and log"),
    "result": N_("Result"),
}


class CaseView(QWidget):
    """Shows one test. Commands are run by the page."""

    #: The result is to be written as a PDF.
    result_wanted = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.read: CaseRead | None = None
        self._stage: int | None = None
        self._around: object = None
        self.deeds = CaseDeeds(page, lambda: None if self.read is None else self.read.sheet)
        self.line = StageLine()
        self.parts = ChipRow(_("Parts of the case"), single=True)
        self.places = QStackedWidget()
        self.checklist = Checklist()
        self.test_place, self.agreement_place = Panel(), Panel()
        self.facts: FactsForm | None = None
        self.agreement: AgreementForm | None = None
        self.roles = RolesBox(page.perform)
        self.log = LogBox(page.run)
        self.result_place = Panel()
        self.result = ResultPanel(self._write)
        self.end, self.gate = EndBox(), GateBox()
        self.agreed, self.decisions = AgreementBox(), DecisionsBox()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        people = ScrollSheet()
        people.column.setContentsMargins(0, 0, space(6), 0)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(space(14))
        side_by_side.addWidget(self.roles, 4, Qt.AlignmentFlag.AlignTop)
        side_by_side.addWidget(self.log, 5, Qt.AlignmentFlag.AlignTop)
        people.column.addLayout(side_by_side)
        people.column.addStretch(1)
        for panel in (self.test_place, self.agreement_place, self.result_place):
            panel.column.setContentsMargins(space(8), space(4), space(4), space(4))
        self.result_place.column.addWidget(self.result)
        for place in (self.checklist, self.test_place, self.agreement_place, people, self.result_place):
            self.places.addWidget(place)
        self.side = ScrollSheet(spacing=14)
        self.side.column.setContentsMargins(space(14), 0, space(4), space(10))
        for box in (self.gate, self.end, self.agreed, self.decisions):
            self.side.column.addWidget(box)
        self.side.column.addStretch(1)
        # So wide that its longest words fit: a label breaks only between words.
        self.side.setMinimumWidth(space(262))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.places)
        both.addWidget(self.side)
        both.setStretchFactor(0, 1)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(1)
        both.setSizes([10_000, space(380)])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), 0, space(22), space(16))
        column.setSpacing(space(12))
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.addWidget(self.parts, 1)
        column.addLayout(row)
        column.addWidget(both, 1)
        self.parts.show_faces([ChipFace(key, current().text(name)) for key, name in PARTS.items()])
        self.parts.set_keys(frozenset({"stage"}))

    def _connect(self) -> None:
        deeds = self.deeds
        self.line.chosen.connect(self._choose_stage)
        self.parts.picked.connect(self._pick)
        self.checklist.answered.connect(deeds.answer)
        self.checklist.naming.connect(deeds.ask_done_by)
        self.checklist.adding.connect(deeds.add_evidence)
        self.checklist.opened.connect(deeds.open_evidence)
        self.checklist.removing.connect(deeds.remove_evidence)
        self.gate.going_on.connect(deeds.go_on)
        self.gate.resuming.connect(deeds.resume)
        self.log.adding.connect(deeds.add_log_line)
        self.log.history_wanted.connect(deeds.show_history)
        self.end.planning.connect(self._plan_end)
        self.end.concluding.connect(lambda: self.show_part("result"))
        self.agreed.opening.connect(lambda: self.show_part("agreement"))
        self.result.sharing.connect(self._share)
        self.result.withdrawing.connect(self._withdraw)
        self.result.writing.connect(self.result_wanted)

    # What the page asks

    def show_case(self, read: CaseRead) -> None:
        """Show a test as it is now; another one than before begins with the stage it is in."""
        is_other = self.read is None or self.read.sheet.facts.id != read.sheet.facts.id
        if is_other:
            self.finish()
            self.show_part("stage")
        went_on = self.read is not None and self.read.sheet.facts.stage != read.sheet.facts.stage
        stages = [stage.id for stage in read.sheet.stages]
        if is_other or went_on or self._stage not in stages:
            self._stage = read.sheet.facts.stage or (stages[-1] if stages else None)
        self.read = read
        self._keep_forms(read)
        self._show()
        if went_on and not is_other:
            self.show_part("stage")
            self.checklist.focus_missing()

    def show_part(self, part: str) -> None:
        """Show a part of the test."""
        self.parts.set_keys(frozenset({part}))
        self.places.setCurrentIndex(list(PARTS).index(part))
        self._show_part()

    def finish(self) -> None:
        """Save what is being typed."""
        if self.facts is not None:
            self.facts.finish_all()
        if self.agreement is not None:
            self.agreement.finish()
        self.roles.finish()
        self.log.finish()
        self.result.form.finish()

    def subtitle(self) -> str:
        """Return what the case is in a line: where it is tried, by which routine, and when it ends."""
        if self.read is None:
            return ""
        case, read = self.read.sheet.facts, self.read
        routine = _("routine version {version}", version=case.version)
        parts = (read.place(), routine, span_line(case.starts_on, case.ends_on))
        return " · ".join(part for part in parts if part)

    # Inside

    def _keep_forms(self, read: CaseRead) -> None:
        """Make the forms anew when other things can be chosen in them."""
        if self.facts is not None and read.choices == self._around:
            return
        self._around = read.choices
        for old in (self.facts, self.agreement):
            if old is not None:
                old.finish()
                old.hide()
                old.deleteLater()
        self.facts = FactsForm(self._write, self._page.run, read.choices)
        self.agreement = AgreementForm(self._write, read.choices.organisations)
        self.test_place.column.addWidget(self.facts)
        self.agreement_place.column.addWidget(self.agreement)

    def _show(self) -> None:
        read = self.read
        if read is None or self.facts is None or self.agreement is None:
            return
        sheet = read.sheet
        self._show_part()
        self.line.show_stages(stage_faces(sheet), self._stage)
        self.end.show_case(sheet, read.test, read.today)
        self.gate.show_case(sheet, is_locked=self._page.services.workspace.is_read_only)
        self.agreed.show_facts(read.test, sheet.facts.what_next)
        self.decisions.show_decisions(sheet.decisions)

    def _show_part(self) -> None:
        """Show the part that is seen; the others are shown when somebody looks at them."""
        read = self.read
        if read is None or self.facts is None or self.agreement is None:
            return
        sheet = read.sheet
        match list(PARTS)[self.places.currentIndex()]:
            case "stage":
                stage = next((each for each in sheet.stages if each.id == self._stage), None)
                if stage is not None:
                    self.checklist.show_stage(stage, is_locked=self._is_locked(sheet))
            case "test":
                self.facts.show_test(sheet, read.test)
            case "agreement":
                self.agreement.show_facts(read.test)
            case "people":
                self.roles.show_roles(sheet.facts.id, sheet.roles)
                self.log.show_lines(sheet.log)
            case _:
                self.result.show_result(read.result, read.page())

    def _is_locked(self, sheet: CaseSheet) -> bool:
        return sheet.facts.state is not CaseState.OPEN or self._page.services.workspace.is_read_only

    def _choose_stage(self, stage: int) -> None:
        self._stage = stage
        self.show_part("stage")

    def _pick(self, _keys: object) -> None:
        # One part is always shown: a second click does not switch it off.
        shown = list(PARTS)[self.places.currentIndex()]
        self.show_part(str(next(iter(self.parts.keys()), shown)))

    def _write(self, case: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        general = {name: value for name, value in changes.items() if name in CASE_FIELDS}
        special = {name: value for name, value in changes.items() if name not in CASE_FIELDS}
        if general:
            self._page.run(EditCase(case=case, changes=general, is_typing=is_typing))
        if special:
            self._page.run(EditTestbedCase(case=case, changes=special, is_typing=is_typing))

    def _plan_end(self) -> None:
        self.show_part("test")
        if self.facts is not None:
            self.facts.edit("what_next")
            self.facts.ensureWidgetVisible(self.facts.fields["what_next"])

    def _share(self) -> None:
        if self.read is not None:
            self._page.perform(ShareResult(case=self.read.sheet.facts.id), offer_undo=True)

    def _withdraw(self) -> None:
        if self.read is not None:
            self._page.perform(WithdrawResult(case=self.read.sheet.facts.id), offer_undo=True)
