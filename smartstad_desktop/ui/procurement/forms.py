"""The forms of a procurement: what it is about, its days, and what is asked for and came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.procurement.cases import DAYS, SECRET
from smartstad_desktop.domain.procurement.procurement import Category, Form, Law
from smartstad_desktop.reads.procurement.cases import ProcurementSheet
from smartstad_desktop.reads.testbeds.case_choices import CaseChoices
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.procurement.words import contract_line, several
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField, MoneyField, NumberField
from smartstad_desktop.ui.kit.fields import CheckField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role

_NONE: Final = (None, "–")
_CURRENCIES: Final = ("SEK", "NOK", "EUR")


class FactsForm(RecordForm):
    """What is bought, for whom, in which form, and how cost and power are shared."""

    def __init__(self, write: Write, choices: CaseChoices, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        towns = [_NONE, *((town.id, town.name) for town in choices.towns.values())]
        title = GrowingField("title", "", font=text_font(Type.STRONG, Weight.BOLD), is_one_paragraph=True)
        title.editor.setAccessibleName(_("Title"))
        self.add(title, GrowingField("what", field_name("what")), GrowingField("why", field_name("why")))
        self.pair(
            CalmChoice("municipality_id", _("Municipality that leads"), towns),
            CalmChoice("form", field_name("form"), [_NONE, *((each, label(each)) for each in Form)]),
            CalmChoice("category", field_name("category"), [(each, label(each)) for each in Category]),
            CalmChoice("law", field_name("law"), [(each, label(each)) for each in Law]),
            CalmChoice("currency", field_name("currency"), [(each, each) for each in _CURRENCIES]),
            LineField("purchasing_body", field_name("purchasing_body"), hint=_("When one is used.")),
        )
        self.add(GrowingField("value_note", field_name("value_note")))
        self.pair(
            LineField("value_reviewed_by", field_name("value_reviewed_by")),
            DayField("value_reviewed_on", field_name("value_reviewed_on")),
        )
        self.column.addWidget(_heading(_("Agreement to cooperate")))
        self.add(GrowingField("cost_split", field_name("cost_split")))
        self.pair(
            LineField("decision_power", field_name("decision_power")),
            DayField("may_leave_until", field_name("may_leave_until")),
        )
        self.section(
            _("Confidentiality and comment"),
            CheckField("is_confidential", field_name("is_confidential")),
            LineField("confidentiality_reason", field_name("confidentiality_reason")),
            GrowingField("comment", field_name("comment")),
        )


class DaysForm(RecordForm):
    """The days of the procurement in the order in which they come, and what came of the tenders."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self.lock = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.column.addWidget(self.lock)
        self.pair(*(DayField(name, field_name(name)) for name in DAYS[1:6]))
        self.secret = Label("", Type.BODY, Weight.SEMIBOLD, Role.MAYBE, wraps=True)
        self.column.addWidget(_heading(_("Contract")))
        self.column.addWidget(self.secret)
        self.pair(
            NumberField("tender_count", field_name("tender_count")),
            LineField("supplier", field_name("supplier")),
            MoneyField("awarded_value", field_name("awarded_value")),
            *(DayField(name, field_name(name)) for name in DAYS[6:]),
            NumberField("remind_months", field_name("remind_months")),
        )
        self.reminder = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.column.addWidget(self.reminder)
        for told in (self.lock, self.secret, self.reminder):
            told.setIndent(theme.current().space(INSET))

    def show_days(self, sheet: ProcurementSheet, values: Mapping[str, Any], today: date) -> None:
        """Show the days, and which of the fields beneath are secret for now."""
        locked = sheet.values["locked_on"]
        self.lock.setText(
            _("Parties locked {day}", day=current().day(locked)) if locked else _("The parties are not locked yet.")
        )
        names = several([field_name(name).lower() for name in SECRET])
        self.secret.setText(_("Secret until the award, and written nowhere else: {names}.", names=names))
        self.secret.setVisible(sheet.is_secret)
        self.reminder.setText(contract_line(sheet.values["contract_to"], sheet.values["remind_months"], today))
        self.show_record(sheet.case.facts.id, values)


class ContentForm(RecordForm):
    """What is required and to which goal that leads; effects and how the supplier is followed up."""

    def __init__(self, write: Write, choices: CaseChoices, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        language = current().language
        functions = [(number, name.in_language(language)) for number, name in choices.functions.items()]
        self.add(
            GrowingField(
                "requirements",
                field_name("requirements"),
                hint=_("Function instead of product: accessibility, open standards, data export, security, a way out."),
            )
        )
        self.pair(
            CalmChoice("goal_function_id", field_name("goal_function_id"), [_NONE, *functions]),
            CalmChoice("need_id", field_name("need_id"), [_NONE, *choices.needs.items()]),
            CalmChoice("project_id", field_name("project_id"), [_NONE, *choices.projects.items()]),
        )
        self.goals = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.column.addWidget(self.goals)
        self.column.addWidget(_heading(_("Introduction and follow-up")))
        self.add(
            GrowingField("effect_seen", field_name("effect_seen")),
            GrowingField("supplier_follow_up", field_name("supplier_follow_up")),
            GrowingField("lesson", field_name("lesson")),
        )


def _heading(words: str) -> Label:
    made = Label(words, Type.STRONG, Weight.BOLD)
    made.setIndent(theme.current().space(INSET))
    return made


def values_of(sheet: ProcurementSheet) -> Mapping[str, Any]:
    """Return every value that one of the forms shows."""
    case = sheet.case.facts
    return {
        **sheet.values,
        "title": case.title,
        "what": case.what,
        "why": case.why,
        "municipality_id": case.municipality,
        "project_id": case.project,
        "need_id": case.need,
        "goal_function_id": case.goal_function,
        "lesson": case.lesson,
        "is_confidential": case.is_confidential,
        "confidentiality_reason": case.confidentiality_reason,
        "comment": case.comment,
    }
