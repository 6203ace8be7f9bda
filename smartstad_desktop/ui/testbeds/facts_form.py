"""What is tested and why: the facts of a test that its plan is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.inventory import Maturity
from smartstad_desktop.domain.testbeds.testbeds import Intake, Tested
from smartstad_desktop.reads.testbeds.case_choices import CaseChoices
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.reads.testbeds.testbed_cases import TestFacts
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice, PicksField
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import CheckField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.testbeds.indicators_box import IndicatorsBox

_NONE: Final = (None, "–")


class FactsForm(RecordForm):
    """All fields of a test, and what it is measured by."""

    def __init__(self, write: Write, run: RunCommand, choices: CaseChoices, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        towns = [_NONE, *((town.id, town.name) for town in choices.towns.values())]
        title = GrowingField("title", "", font=text_font(Type.STRONG, Weight.BOLD), is_one_paragraph=True)
        title.editor.setAccessibleName(_("Title"))
        self.indicators = IndicatorsBox(run)
        self.add(title, GrowingField("what", field_name("what")), GrowingField("why", field_name("why")))
        self.add(
            GrowingField("hypothesis", field_name("hypothesis"), hint=_("If we do this, then that changes, for these."))
        )
        self.pair(
            CalmChoice("municipality_id", _("Municipality that leads"), towns),
            CalmChoice("testbed_id", field_name("testbed_id"), [_NONE, *choices.testbeds.items()]),
            DayField("starts_on", field_name("starts_on")),
            DayField("ends_on", field_name("ends_on")),
        )
        self.add(
            PicksField("municipalities", field_name("municipalities"), towns[1:]),
            GrowingField("what_next", field_name("what_next"), hint=_("Who decides what, and by when.")),
        )
        measured = Label(_("What is measured"), Type.STRONG, Weight.BOLD)
        measured.setIndent(theme.current().space(7))
        self.column.addWidget(measured)
        self.column.addWidget(self.indicators)
        self.section(_("Where it comes from"), *_origin(choices))
        self.section(
            _("Confidentiality and comment"),
            CheckField("is_confidential", field_name("is_confidential")),
            LineField("confidentiality_reason", field_name("confidentiality_reason")),
            GrowingField("comment", field_name("comment")),
        )

    def show_test(self, sheet: CaseSheet, facts: TestFacts) -> None:
        """Show a test."""
        self.show_record(facts.case, _values(sheet, facts))
        self.indicators.show_indicators(facts.case, facts.indicators)

    def finish_all(self) -> None:
        """Save what is being typed, also in the indicators."""
        self.finish()
        self.indicators.finish()


def _origin(choices: CaseChoices) -> tuple[CalmChoice, ...]:
    language = current().language
    functions = [(number, name.in_language(language)) for number, name in choices.functions.items()]
    return (
        CalmChoice("need_id", field_name("need_id"), [_NONE, *choices.needs.items()]),
        CalmChoice("project_id", field_name("project_id"), [_NONE, *choices.projects.items()]),
        CalmChoice("goal_function_id", field_name("goal_function_id"), [_NONE, *functions]),
        CalmChoice("intake", field_name("intake"), [_NONE, *((each, label(each)) for each in Intake)]),
        CalmChoice("tested", field_name("tested"), [_NONE, *((each, label(each)) for each in Tested)]),
        CalmChoice("maturity", field_name("maturity"), [_NONE, *((each, label(each)) for each in Maturity)]),
    )


def _values(sheet: CaseSheet, facts: TestFacts) -> Mapping[str, Any]:
    case = sheet.facts
    return {
        "title": case.title,
        "what": case.what,
        "why": case.why,
        "hypothesis": facts.hypothesis,
        "municipality_id": case.municipality,
        "testbed_id": facts.testbed,
        "starts_on": case.starts_on,
        "ends_on": case.ends_on,
        "municipalities": facts.municipalities,
        "what_next": case.what_next,
        "need_id": case.need,
        "project_id": case.project,
        "goal_function_id": case.goal_function,
        "intake": facts.intake,
        "tested": facts.tested,
        "maturity": facts.maturity,
        "is_confidential": case.is_confidential,
        "confidentiality_reason": case.confidentiality_reason,
        "comment": case.comment,
    }
