"""The form of a report: its facts, and what is written under each heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.follow_up.reports import HEADINGS, REPORT_FIELDS, Heading, ReportKind
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.follow_up.reports import ReportSheet
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import GrowingField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write

_TITLE: Final = "title"


class ReportForm(RecordForm):
    """Writes one kind of report; each text says beneath it what the data adds by itself."""

    def __init__(self, kind: ReportKind, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        name = GrowingField(_TITLE, "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(_("Name"))
        self.body = CalmChoice("body_id", _("Given to"), [])
        self.add(name)
        self.pair(
            DayField("period_from", _("Period from")),
            DayField("period_to", _("Period to")),
            DayField("due_on", _("To be given")),
            self.body,
        )
        self.headings = HEADINGS[kind]
        for heading in self.headings:
            field = GrowingField(heading.value, label(heading))
            field.label.setFont(text_font(Type.BODY, Weight.SEMIBOLD))
            field.area.setPlaceholderText(_("Write here"))
            self.column.addSpacing(theme.current().space(6))
            self.add(field)

    def show_report(
        self, sheet: ReportSheet, bodies: Sequence[tuple[int, Named]], hints: Mapping[Heading, str]
    ) -> None:
        """Show a report that has not been given."""
        language = current().language
        self.body.set_choices([(None, "–"), *((number, name.in_language(language)) for number, name in bodies)])
        for heading in self.headings:
            self.fields[heading.value].set_hint(hints[heading])
        values: dict[str, Any] = {name: getattr(sheet.row, name) for name in REPORT_FIELDS}
        self.show_record(sheet.row.id, values | {each.value: sheet.texts.get(each, "") for each in self.headings})

    def write_first(self) -> None:
        """Let the user write under the first heading that is empty."""
        empty = (each.value for each in self.headings if not self.fields[each.value].value())
        name = next(empty, self.headings[0].value)
        self.fields[name].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self.fields[name])
