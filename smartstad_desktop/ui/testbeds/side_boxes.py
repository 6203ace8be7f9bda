"""What stands beside a test whatever part of it is shown: the question about its end, and the agreement in short."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.testbed_cases import AGREEMENT, Asking, end_question
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.reads.testbeds.testbed_cases import TestFacts
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.testbeds.words import end_line
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class EndBox(Panel):
    """Asks what happens now, when a test nears its end or is past it."""

    #: The plan for the end is to be written.
    planning = Signal()
    #: What came of the test is to be written.
    concluding = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill=Role.MAYBE_TINT, edge=Role.MAYBE)
        self.text = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.plan = Button(_("Write what happens then"))
        self.conclude = Button(_("Write what came of it"))
        self.plan.clicked.connect(self.planning)
        self.conclude.clicked.connect(self.concluding)
        self.column.setSpacing(theme.current().space(8))
        self.column.addWidget(self.text)
        self.column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.conclude, 0, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, sheet: CaseSheet, facts: TestFacts, today: date) -> None:
        """Ask, or be away when there is nothing to ask."""
        case = sheet.facts
        question = end_question(
            state=case.state,
            ends_on=case.ends_on,
            what_next=case.what_next,
            recommendation=facts.recommendation,
            today=today,
        )
        self.setVisible(question is not None)
        if question is not None and case.ends_on is not None:
            self.text.setText(end_line(question, case.ends_on))
            self.plan.setVisible(not case.what_next)
            self.conclude.setVisible(question.why is Asking.OVER)


class AgreementBox(Panel):
    """The agreement in a few lines; what is not settled is not mentioned but counted."""

    #: All of it is to be seen.
    opening = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addWidget(Label(_("The agreement in short"), Type.STRONG, Weight.BOLD))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.current().space(10))
        self.rest = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.open = Button(_("See the agreement"))
        self.open.clicked.connect(self.opening)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.rest)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_facts(self, facts: TestFacts, what_next: str) -> None:
        """Show what has been agreed on."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, text in _agreed(facts, what_next):
            self._lines.addWidget(_line(name, text))
        missing = [field_name(name).lower() for name in AGREEMENT if not facts.agreement[name]]
        self.rest.setText(_("Not settled: {things}.", things=", ".join(missing)))
        self.rest.setVisible(bool(missing))


def _agreed(facts: TestFacts, what_next: str) -> list[tuple[str, str]]:
    cost = "" if facts.cost is None else current().short_money(facts.cost)
    paid = ", ".join(part for part in (cost, facts.agreement["agreement_cost"]) if part)
    lines = [
        (_("Cost"), paid),
        *((field_name(name), facts.agreement[name]) for name in ("agreement_rights", "agreement_data")),
        (_("When the test ends"), what_next),
        (field_name("agreed_on"), "" if facts.agreed_on is None else current().day(facts.agreed_on)),
    ]
    return [(name, text) for name, text in lines if text]


def _line(name: str, text: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Label(name, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
    column.addWidget(Label(text, Type.BODY, wraps=True))
    return holder
