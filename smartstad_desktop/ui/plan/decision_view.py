"""What is proposed to be decided, and what was decided: by whom, when, with which clauses, who was there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.decision import APPROVING, OUTCOMES
from smartstad_desktop.domain.plan.plan import PlanStatus, short_print
from smartstad_desktop.reads.governance.bodies import BodiesShown
from smartstad_desktop.reads.plan.decision import DecisionSheet
from smartstad_desktop.reads.plan.likely_signers import LikelyPresent
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import ChoiceField, Field, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.fields import open_fields

#: What a decision has that a proposal has not.
_DECIDED = ("decided_on", "paragraph", "present", "absent", "dissent")


class DecisionForm(RecordForm):
    """The decision of a version. The outcome is recorded apart, since the version's status follows it."""

    freeze_asked = Signal()
    decision_asked = Signal()
    version_asked = Signal()
    present_asked = Signal()

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self.state = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.next = Label("", role=Role.INK_SOFT, wraps=True)
        self.print = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True, figures=True)
        self.freeze = Button(_("Freeze version…"), ButtonKind.PRIMARY, "lock")
        self.decide = Button(_("Record the decision…"), ButtonKind.PRIMARY, "check")
        self.start = Button(_("Start a new version"), icon="file-plus-2")
        self.members = Button(_("Fill in from the body’s members"), ButtonKind.QUIET, "users")
        buttons = QHBoxLayout()
        for button, signal in (
            (self.freeze, self.freeze_asked),
            (self.decide, self.decision_asked),
            (self.start, self.version_asked),
        ):
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.members.clicked.connect(self.present_asked)
        inset = theme.current().space(INSET)
        for words in (self.state, self.next, self.print):
            words.setIndent(inset)
        for words in (self.state, self.next):
            self.column.addWidget(words)
        buttons.setContentsMargins(inset, inset, 0, inset)
        self.column.addLayout(buttons)
        self.pair(
            CalmChoice("body_id", _("Who decides"), []),
            LineField("deciding_body", _("As it is called in the decision")),
            LineField("decided_at", _("Where it is decided")),
            DayField("decided_on", _("Day")),
        )
        self.pair(LineField("paragraph", _("§ of the minutes")))
        clauses = GrowingField("clauses", _("Clauses, one per line"))
        clauses.set_hint(_("Empty: the usual ones. The steering group approves and recommends; municipalities adopt."))
        self.add(clauses)
        self.pair(
            GrowingField("present", _("Present, one per line")), GrowingField("absent", _("Absent, one per line"))
        )
        self.column.addWidget(self.members)
        self.add(GrowingField("dissent", _("What else was said about the decision")))
        self.column.addWidget(self.print)

    def show_sheet(self, sheet: DecisionSheet, bodies: BodiesShown, *, missing: int, is_locked: bool) -> None:
        """Show the decision, and what the next step is."""
        plan = sheet.plan
        body = self.fields["body_id"]
        if isinstance(body, CalmChoice):
            language = current().language
            body.set_choices([(None, "–"), *((row.id, row.name.in_language(language)) for row in bodies.bodies)])
        is_draft = plan.status is PlanStatus.DRAFT
        can_decide = plan.status in {PlanStatus.FOR_APPROVAL, PlanStatus.APPROVED} and not is_locked
        self.state.setText(_state_words(sheet))
        self.next.setText(_next_words(sheet, missing))
        self.freeze.setVisible(is_draft and not is_locked)
        self.decide.setVisible(can_decide)
        self.start.setVisible(not is_draft and not is_locked)
        self.print.setText(_("Fingerprint {print}", print=short_print(plan.content_hash)) if plan.content_hash else "")
        names = ("deciding_body", "decided_at", "decided_on", "paragraph", "present", "absent", "dissent")
        values: dict[str, Any] = {name: getattr(plan, name) for name in names}
        self.show_record(plan.id, values | {"body_id": plan.body, "clauses": "\n".join(plan.clauses)})
        for name, field in self.fields.items():
            field.setVisible(not (is_draft and name in _DECIDED))
            is_open = (is_draft if name == "clauses" else plan.status is not PlanStatus.REPLACED) and not is_locked
            open_fields([field], is_open=is_open)
        self.members.setVisible(can_decide and plan.body is not None)


def written(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a form says as a plan keeps it: the clauses are lines."""
    return {name: value.splitlines() if name == "clauses" else value for name, value in changes.items()}


def _state_words(sheet: DecisionSheet) -> str:
    plan = sheet.plan
    if plan.status is PlanStatus.DRAFT:
        return _("Version {version} is a draft", version=plan.version)
    if plan.outcome is None:
        return _("Version {version} is frozen, for approval", version=plan.version)
    outcome = label(plan.outcome)
    if plan.decided_on is None:
        return outcome
    return _("{outcome} {day}", outcome=outcome, day=current().day(plan.decided_on))


def _next_words(sheet: DecisionSheet, missing: int) -> str:
    plan = sheet.plan
    if plan.status is PlanStatus.DRAFT:
        told = _("When the plan is ready, freeze it: it gets a number and a fingerprint, and can be sent for approval.")
        if missing:
            told += " " + current().plural(
                "{count} measure still lacks something.", "{count} measures still lack something.", missing
            )
        return told
    if plan.outcome is None:
        return _("Send the PDF to those who decide, and record what they decide.")
    if plan.outcome in APPROVING:
        return _("The municipalities adopt their parts. Record each decision under “Municipalities”.")
    return _("Start a new version, change it, and freeze it again.")


class DecisionDialog(Dialog):
    """What a body decided on a frozen version."""

    def __init__(self, values: Mapping[str, Any], bodies: BodiesShown, parent: QWidget | None = None) -> None:
        super().__init__(_("What was decided?"), _("Record the decision"), parent)
        language = current().language
        outcomes = [(each, label(each)) for each in OUTCOMES]
        chosen = [(row.id, row.name.in_language(language)) for row in bodies.bodies]
        day = DayField("decided_on", _("Day"))
        made: tuple[Field, ...] = (
            ChoiceField("outcome", _("Decision"), outcomes),
            ChoiceField("body", _("Who decided"), [(None, "–"), *chosen]),
            day,
            TextField("decided_at", _("Where it was decided")),
            TextField("paragraph", _("§ of the minutes")),
            LongTextField("present", _("Present, one per line"), lines=4),
            LongTextField("absent", _("Absent, one per line"), lines=2),
        )
        self.add(*made)
        for name, value in values.items():
            if name != "decided_on":
                self.fields[name].set_value(value)
        day.reset(values["decided_on"])
        self.fields["outcome"].set_value(values.get("outcome") or Outcome.APPROVED)

    def follow_body(self, present_of: Callable[[int, date], LikelyPresent], day: date) -> None:
        """Fill in who is likely there when another body is chosen, where nothing is written."""
        self.fields["body"].edited.connect(partial(self._fill, present_of, day))

    def _fill(self, present_of: Callable[[int, date], LikelyPresent], day: date, body: int | None) -> None:
        if body is None or self.fields["present"].value():
            return
        likely = present_of(body, day)
        self.fields["present"].set_value(likely.present)
        self.fields["absent"].set_value(likely.absent)
