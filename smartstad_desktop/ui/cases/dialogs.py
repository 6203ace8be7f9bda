"""The questions about a case: what was decided at a gate, why, what shows a point, what is written in the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.errors import ReasonMissing
from smartstad_desktop.domain.testbeds.cases import EvidenceEmpty
from smartstad_desktop.domain.testbeds.routines import EvidenceKind, GateAnswer, LogKind
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.text.cases.words import gate_lines
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role


class GateDialog(Dialog):
    """Asks what was decided at the gate; the fields follow the answer."""

    def __init__(self, sheet: CaseSheet, today: date, parent: QWidget | None = None) -> None:
        stage = sheet.current
        super().__init__(
            _("Decision at {gate}", gate="" if stage is None else stage.gate), _("Record the decision"), parent
        )
        if stage is not None:
            self.body.addWidget(Label(stage.question, Type.BODY, role=Role.INK_SOFT, wraps=True))
        self.note = Label("", Type.BODY, role=Role.ATTENTION, wraps=True)
        self._warn(sheet)
        earlier = [(each.id, f"{each.number} {each.name}") for each in sheet.stages if each.number < _number(sheet)]
        answers = [each for each in GateAnswer if earlier or each is not GateAnswer.SEND_BACK]
        self.add(
            ChoiceField("answer", _("What was decided"), [(each, label(each)) for each in answers]),
            LongTextField("changes", _("Which changes"), lines=2),
            ChoiceField("back_to", _("Back to the stage"), earlier),
            LongTextField("reason", _("Reason"), lines=3),
            LongTextField("lesson", field_name("lesson"), lines=3, hint=_("What others can learn from it.")),
            TextField("decided_by", _("Decided by (function or body)")),
            DayField("decided_on", _("Day of the decision")),
        )
        self.fields["answer"].set_value(GateAnswer.SEND_BACK if sheet.missing and earlier else GateAnswer.CONTINUE)
        self.fields["back_to"].set_value(earlier[-1][0] if earlier else None)
        self.fields["lesson"].set_value(sheet.facts.lesson)
        self.fields["decided_on"].set_value(today)
        self.fields["answer"].edited.connect(self._follow)
        self._follow()

    def _warn(self, sheet: CaseSheet) -> None:
        stage = sheet.current
        if sheet.missing and stage is not None:
            self.note.setText(" ".join(gate_lines(stage.gate, sheet.missing, is_last=False)))
            self.body.addWidget(self.note)

    def _follow(self, *_value: object) -> None:
        """Ask only for what the answer needs."""
        answer = self.fields["answer"].value()
        self.fields["changes"].setVisible(answer is GateAnswer.CONTINUE_WITH_CHANGES)
        self.fields["back_to"].setVisible(answer is GateAnswer.SEND_BACK)
        self.fields["lesson"].setVisible(answer is GateAnswer.STOP)
        self.adjustSize()


def _number(sheet: CaseSheet) -> int:
    return 0 if sheet.current is None else sheet.current.number


def ask_reason(title: str, question: str, confirm: str, then: Callable[[str], object], parent: QWidget) -> Dialog:
    """Ask why, and call *then* with the reason; without one it is not confirmed."""
    dialog = Dialog(title, confirm, parent)
    dialog.add(LongTextField("reason", question, lines=3))

    def check(values: dict[str, Any]) -> None:
        if not values["reason"]:
            raise ReasonMissing(field="reason")

    dialog.check_with(check)
    dialog.confirmed.connect(lambda values: then(values["reason"]))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]  Qt's signal carries a dictionary
    dialog.open()
    return dialog


class StopDialog(Dialog):
    """Asks why a case ends before its time, and what others can learn from it."""

    def __init__(self, sheet: CaseSheet, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Stop the case"), _("Stop the case"), parent)
        self.add(
            LongTextField("reason", _("Why does it end before its time?"), lines=3),
            LongTextField("lesson", field_name("lesson"), lines=3, hint=_("What others can learn from it.")),
            DayField("ended_on", _("Day it ends")),
        )
        self.fields["lesson"].set_value(sheet.facts.lesson)
        self.fields["ended_on"].set_value(today)


def ask_evidence(kind: EvidenceKind, point: str, then: Callable[[str, str], object], parent: QWidget) -> Dialog:
    """Ask for a link or a note about a point and call *then* with its name and text."""
    is_link = kind is EvidenceKind.LINK
    dialog = Dialog(_("Add a link") if is_link else _("Add a note"), _("Add"), parent)
    dialog.body.addWidget(Label(point, Type.BODY, role=Role.INK_SOFT, wraps=True))
    if is_link:
        dialog.add(TextField("text", _("Address"), placeholder="https://"), TextField("name", _("What it is called")))
    else:
        dialog.add(
            LongTextField("text", _("Note")), TextField("name", _("What it is called"), hint=_("May be left empty."))
        )

    def check(values: dict[str, Any]) -> None:
        if not values["text"]:
            raise EvidenceEmpty(field="text")

    def told(values: dict[str, Any]) -> None:
        then(values["name"], values["text"])

    dialog.check_with(check)
    dialog.confirmed.connect(told)
    dialog.open()
    return dialog


def ask_done_by(point: str, then: Callable[[str], object], parent: QWidget) -> Dialog:
    """Ask who settled a point and call *then* with it."""
    dialog = Dialog(_("Settled"), _("Mark as settled"), parent)
    dialog.body.addWidget(Label(point, Type.BODY, role=Role.INK_SOFT, wraps=True))
    dialog.add(TextField("done_by", _("By whom (function)")))

    def told(values: dict[str, Any]) -> None:
        then(values["done_by"])

    dialog.confirmed.connect(told)
    dialog.open()
    return dialog


def show_note(name: str, text: str, parent: QWidget) -> Dialog:
    """Show a note that serves as evidence."""
    dialog = Dialog(name, "", parent)
    dialog.body.addWidget(Label(text, Type.BODY, wraps=True))
    dialog.cancel_button.setText(_("Close"))
    dialog.open()
    return dialog


def ask_log_line(today: date, then: Callable[[dict[str, Any]], object], parent: QWidget) -> Dialog:
    """Ask for a line of the log and call *then* with its fields."""
    dialog = Dialog(_("Write in the log"), _("Write it down"), parent)
    dialog.add(
        ChoiceField("kind", _("Kind"), [(each, label(each)) for each in LogKind]),
        DayField("happened_on", _("Day")),
        LongTextField("text", _("What happened, or what was said")),
        TextField("told_to", _("Told to"), hint=_("Who got the information, so that others can get the same.")),
    )
    dialog.fields["kind"].set_value(LogKind.EVENT)
    dialog.fields["happened_on"].set_value(today)

    def check(values: dict[str, Any]) -> None:
        if not values["text"]:
            raise EvidenceEmpty(field="text")

    dialog.check_with(check)
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog
