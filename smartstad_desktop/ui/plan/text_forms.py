"""The forms of the plan's words: the plan as a whole, and one chapter."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.reads.plan.chapters import ChapterRow
from smartstad_desktop.reads.plan.plan import PlanRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.rich_text import RichField
from smartstad_desktop.ui.plan.fields import YearField, open_fields


class PlanForm(RecordForm):
    """What is said about the plan as a whole."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        title = GrowingField("title", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        title.editor.setAccessibleName(_("Name"))
        self.add(title, LineField("subtitle", _("Line on the cover")))
        self.pair(
            YearField("first_year", _("First year")),
            YearField("last_year", _("Last year")),
            LineField("case_number", _("Case number")),
            LineField("responsible", _("Responsible for the plan")),
        )
        self.add(
            RichField(
                "summary",
                _("Summary"),
                lines=4,
                hint=_("One page at the most: what, why, what it costs, what is next."),
            ),
            RichField("not_prioritised", _("Not prioritised, and why"), lines=2),
        )
        self.pair(
            GrowingField("change_note", _("Why there is a new version")),
            _revision(),
        )

    def show_plan(self, plan: PlanRow, *, is_open: bool) -> None:
        """Show a version."""
        values: dict[str, Any] = {name: getattr(plan, name) for name in self.fields}
        self.show_record(plan.id, values)
        open_fields(self.fields.values(), is_open=is_open)


class ChapterForm(RecordForm):
    """One chapter: its name and its text."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        title = GrowingField("title", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        title.editor.setAccessibleName(_("Name of the chapter"))
        self.add(title, RichField("text", _("Text"), lines=12))

    def show_chapter(self, row: ChapterRow, *, is_open: bool) -> None:
        """Show a chapter."""
        self.show_record(row.id, {"title": row.title, "text": row.text})
        open_fields(self.fields.values(), is_open=is_open)


def _revision() -> DayField:
    made = DayField("revise_on", _("To be revised by"))
    made.set_hint(_("Empty: a year after it is frozen."))
    return made
