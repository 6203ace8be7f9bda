"""One procurement: the line of its stages, the part of it that is shown, and beside it gate, parties and value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.cases import CASE_FIELDS
from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.reads.procurement.cases import ProcurementSheet
from smartstad_desktop.reads.testbeds.case_choices import CaseChoices
from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.cases.case_deeds import CaseDeeds
from smartstad_desktop.ui.cases.checklist import Checklist
from smartstad_desktop.ui.cases.gate_box import DecisionsBox, GateBox
from smartstad_desktop.ui.cases.log_box import LogBox
from smartstad_desktop.ui.cases.roles_box import RolesBox
from smartstad_desktop.ui.cases.stage_line import StageLine
from smartstad_desktop.ui.cases.stages import stage_faces
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import Panel
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.procurement.forms import ContentForm, DaysForm, FactsForm, values_of
from smartstad_desktop.ui.procurement.party_grid import PartyGrid
from smartstad_desktop.ui.procurement.state_box import StateBox
from smartstad_desktop.ui.procurement.value_box import ValueBox
from smartstad_desktop.usecases.procurement.cases import EditProcurement
from smartstad_desktop.usecases.testbeds.cases import EditCase

#: The parts of a procurement, in order.
PARTS: Final = {
    "stage": N_("The stage"),
    "facts": N_("What and how"),
    "parties": N_("Municipalities"),
    "content": N_("Requirements and follow-up"),
    "days": N_("Days and contract"),
    "people": N_("Roles and log"),
}


class CaseView(QWidget):
    """Shows one procurement. Commands are run by the page."""

    locking = Signal()
    unlocking = Signal()
    #: Carries the municipality whose mandate letter is to be added or seen.
    letter_wanted = Signal(int)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.sheet: ProcurementSheet | None = None
        self._stage: int | None = None
        self._choices: CaseChoices | None = None
        self.deeds = CaseDeeds(page, lambda: None if self.sheet is None else self.sheet.case)
        self.line = StageLine()
        self.parts = ChipRow(_("Parts of the procurement"), single=True)
        self.places = QStackedWidget()
        self.checklist = Checklist()
        self.facts_place, self.content_place, self.days_place = Panel(), Panel(), Panel()
        self.facts: FactsForm | None = None
        self.content: ContentForm | None = None
        self.days = DaysForm(self._write)
        self.grid = PartyGrid(page.run)
        self.roles = RolesBox(page.perform)
        self.log = LogBox(page.run)
        self.gate, self.state = GateBox(), StateBox()
        self.value, self.decisions = ValueBox(), DecisionsBox()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        people = ScrollSheet()
        people.column.setContentsMargins(0, 0, space(6), 0)
        people.column.addWidget(FieldRow(self.roles, self.log, stretches=(4, 5)))
        people.column.addStretch(1)
        for panel in (self.facts_place, self.content_place, self.days_place):
            panel.column.setContentsMargins(space(8), space(4), space(4), space(4))
        self.days_place.column.addWidget(self.days)
        shown = (self.checklist, self.facts_place, self.grid, self.content_place, self.days_place, people)
        for place in shown:
            self.places.addWidget(place)
        self.side = ScrollSheet(spacing=14)
        self.side.column.setContentsMargins(space(14), 0, space(4), space(10))
        for box in (self.gate, self.state, self.value, self.decisions):
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
        both.setSizes([10_000, space(360)])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), 0, space(22), space(16))
        column.setSpacing(space(12))
        for widget in (self.line, self.parts):
            column.addWidget(widget)
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
        self.log.history_wanted.connect(deeds.show_history)
        self.state.locking.connect(self.locking)
        self.state.unlocking.connect(self.unlocking)
        self.grid.letter_wanted.connect(self.letter_wanted)

    # What the page asks

    def show_case(self, sheet: ProcurementSheet, choices: CaseChoices, today: date) -> None:
        """Show a procurement as it is now; another one than before begins with the stage it is in."""
        case, before = sheet.case.facts, None if self.sheet is None else self.sheet.case.facts
        is_other = before is None or before.id != case.id
        if is_other:
            self.finish()
            self.show_part("stage")
        went_on = before is not None and before.stage != case.stage
        stages = [stage.id for stage in sheet.case.stages]
        if is_other or went_on or self._stage not in stages:
            self._stage = case.stage or (stages[-1] if stages else None)
        self.sheet = sheet
        self._keep_forms(choices)
        self._show(today)

    def show_part(self, part: str) -> None:
        """Show a part of the procurement."""
        self.parts.set_keys(frozenset({part}))
        self.places.setCurrentIndex(list(PARTS).index(part))

    def finish(self) -> None:
        """Save what is being typed."""
        for form in (self.facts, self.content, self.days):
            if form is not None:
                form.finish()
        self.grid.finish()
        self.roles.finish()
        self.log.finish()

    # Inside

    def _keep_forms(self, choices: CaseChoices) -> None:
        """Make the forms anew when other things can be chosen in them."""
        if self.facts is not None and choices == self._choices:
            return
        self._choices = choices
        for old in (self.facts, self.content):
            if old is not None:
                old.finish()
                old.hide()
                old.deleteLater()
        self.facts, self.content = FactsForm(self._write, choices), ContentForm(self._write, choices)
        self.facts_place.column.addWidget(self.facts)
        self.content_place.column.addWidget(self.content)

    def _show(self, today: date) -> None:
        sheet = self.sheet
        if sheet is None or self.facts is None or self.content is None:
            return
        is_over = sheet.case.facts.state is not CaseState.OPEN
        self.line.show_stages(stage_faces(sheet.case), self._stage)
        self._show_stage(is_over=is_over)
        values = values_of(sheet)
        case = sheet.case.facts.id
        for form in (self.facts, self.content):
            form.show_record(case, values)
        self.days.show_days(sheet, values, today)
        projects = ", ".join(title for _number, title in sheet.projects)
        told = [_("Projects: {names}.", names=projects) if projects else ""]
        told.append(_("They serve the goals: {names}.", names=", ".join(sheet.goals)) if sheet.goals else "")
        self.content.goals.setText(" ".join(part for part in told if part))
        self.grid.show_parties(case, sheet.parties, is_locked=sheet.is_locked)
        self.roles.show_roles(case, sheet.case.roles)
        self.log.show_lines(sheet.case.log)
        self.gate.show_case(sheet.case)
        self.state.show_state(sheet, today)
        self.value.show_value(sheet)
        self.decisions.show_decisions(sheet.case.decisions)

    def _show_stage(self, *, is_over: bool) -> None:
        stages = () if self.sheet is None else self.sheet.case.stages
        stage = next((each for each in stages if each.id == self._stage), None)
        if stage is not None:
            self.checklist.show_stage(stage, is_locked=is_over)

    def _choose_stage(self, stage: int) -> None:
        self._stage = stage
        self.show_part("stage")
        is_over = self.sheet is not None and self.sheet.case.facts.state is not CaseState.OPEN
        self._show_stage(is_over=is_over)

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
            self._page.run(EditProcurement(case=case, changes=special, is_typing=is_typing))
