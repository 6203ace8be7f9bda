"""The box that tells whether the next gate can be passed, and the list of what was decided at the gates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.routines import CaseState, GateAnswer
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet, DecisionRow
from smartstad_desktop.text.cases.words import decision_line, gate_lines
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_ROLES: Final = {GateAnswer.STOP: Role.BAD, GateAnswer.SEND_BACK: Role.ATTENTION}


class GateBox(Panel):
    """Says what is missing for the gate, that it can be passed, or why nothing moves."""

    #: The case is to go on: a decision at the gate, or moving on where there is none.
    going_on = Signal()
    #: The case is to be taken up again.
    resuming = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", Type.BODY, Weight.BOLD, wraps=True)
        self.text = Label("", Type.BODY, wraps=True)
        self.button = Button("")
        self.button.clicked.connect(self._ask)
        self._is_over = False
        self.column.setSpacing(theme.current().space(6))
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, sheet: CaseSheet, *, is_locked: bool = False) -> None:
        """Show how the case stands to its next gate."""
        title, text, (fill, edge, ink) = _told(sheet)
        self._is_over = sheet.facts.state is not CaseState.OPEN
        self.set_look(fill, edge)
        for label_of, words in ((self.title, title), (self.text, text)):
            label_of.setText(words)
            label_of.set_role(ink)
        self.text.setVisible(bool(text))
        stage = sheet.current
        has_gate = stage is not None and bool(stage.gate)
        if self._is_over:
            words = _("Take up again")
        elif has_gate:
            words = _("Record the decision…")
        else:
            words = _("Move on") if stage is None or stage is not sheet.stages[-1] else _("Complete the case")
        self.button.setText(words)
        self.button.setVisible(not is_locked)

    def _ask(self) -> None:
        (self.resuming if self._is_over else self.going_on).emit()


def _told(sheet: CaseSheet) -> tuple[str, str, tuple[Role, Role, Role]]:
    facts, stage = sheet.facts, sheet.current
    if facts.state is CaseState.COMPLETED or stage is None:
        return _("The case is completed."), facts.lesson, (Role.GOOD_TINT, Role.LINE, Role.INK)
    if facts.state is not CaseState.OPEN:
        return f"{label(facts.state)}.", facts.state_reason, (Role.BAD_TINT, Role.LINE, Role.INK)
    title, text = gate_lines(stage.gate, sheet.missing, is_last=stage is sheet.stages[-1])
    if sheet.missing and (stage.gate or stage is sheet.stages[-1]):
        return title, text, (Role.ATTENTION_TINT, Role.ATTENTION, Role.ATTENTION)
    return title, text, (Role.GOOD_TINT, Role.GOOD, Role.INK)


class DecisionsBox(Panel):
    """What was decided at the gates, in the order of the gates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addWidget(Label(_("Gates"), Type.STRONG, Weight.BOLD))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.current().space(10))
        self.column.addLayout(self._lines)

    def show_decisions(self, decisions: Sequence[DecisionRow]) -> None:
        """Show the decisions."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not decisions:
            self._lines.addWidget(Label(_("Nothing has been decided yet."), Type.BODY, role=Role.INK_SOFT, wraps=True))
        for decision in decisions:
            self._lines.addWidget(_decided(decision))


def _decided(decision: DecisionRow) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(2)
    lines.addWidget(Label(decision.question, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True))
    role = _ROLES.get(decision.answer, Role.INK)
    lines.addWidget(
        Label(decision_line(decision.answer, decision.decided_on, decision.decided_by), role=role, wraps=True)
    )
    for text in (decision.changes, decision.reason):
        if text:
            lines.addWidget(Label(text, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
    return holder
