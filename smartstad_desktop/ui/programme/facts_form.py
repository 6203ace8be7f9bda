"""The form of the programme's facts; each field is saved when it is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.programme.programme import MunicipalityRow, ProgrammeFacts
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.programme.plain_number import PlainNumber


class FactsForm(RecordForm):
    """What the programme is, when, where it comes from, and what it has set out to do."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        name = GrowingField("name", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(_("Name"))
        self.host = CalmChoice("host", _("Host municipality"), [])
        self.add(
            name,
            GrowingField("purpose", _("Aim of the programme")),
            GrowingField("vision", _("Target vision"), hint=_("What it will be like when the plan is done.")),
            LineField("phase", _("Where the work is now"), hint=_("As “Part 3 of 4: vision and plan”.")),
        )
        self.pair(
            DayField("started_on", _("First day")),
            DayField("ends_on", _("Last day")),
            PlainNumber("first_year", _("First year of the plan")),
            PlainNumber("last_year", _("Last year of the plan")),
        )
        self.pair(self.host, LineField("case_number", _("Case number")))
        self.pair(
            PlainNumber("least_municipalities", _("Municipalities at the least")),
            PlainNumber("least_reports", _("Reports to the steering group at the least")),
            PlainNumber("least_projects", _("Projects aimed at, at the least")),
            PlainNumber("most_projects", _("Projects aimed at, at the most")),
        )
        self.add(
            LineField("parent_programme", _("Part of a larger programme"), hint=_("As a programme of the EU.")),
            LineField("predecessor", _("Began as"), hint=_("As a pre-study or an earlier project.")),
            LineField("reference_framework", _("Follows"), hint=_("As a national road map.")),
            CalmChoice("language", _("Language of documents"), [(each, label(each)) for each in Language]),
        )

    def show_facts(self, facts: ProgrammeFacts, municipalities: Sequence[MunicipalityRow]) -> None:
        """Show the programme as it is now."""
        self.host.set_choices([(None, "–"), *((row.id, row.name) for row in municipalities if not row.is_ended)])
        self.show_record("programme", {name: getattr(facts, name) for name in self.fields})
