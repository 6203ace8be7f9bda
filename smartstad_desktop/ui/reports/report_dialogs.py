"""What is asked about reports: which to plan, which to add, and the day one was given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.follow_up.reports import ReportKind, check_plan, periods
from smartstad_desktop.reads.programme.programme import ProgrammeFacts
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.time_words import span_words
from smartstad_desktop.ui.kit.calm_values import DayField, NumberField
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.follow_up.reports import AddReport, PlanReports

#: So many reports a programme has where nobody has said how many there are to be at the least (domain 6.6).
USUAL: Final = 4


def _span(facts: ProgrammeFacts | None) -> tuple[date | None, date | None]:
    if facts is None:
        return None, None
    first = facts.started_on or (date(facts.first_year, 1, 1) if facts.first_year else None)
    last = facts.ends_on or (date(facts.last_year, 12, 31) if facts.last_year else None)
    return first, last


class PlanDialog(Dialog):
    """Asks for the programme's time and how many reports there are to be, and tells what that gives."""

    def __init__(self, facts: ProgrammeFacts | None, run: Callable[[PlanReports], object], parent: QWidget) -> None:
        super().__init__(_("Plan the reports"), _("Plan the reports"), parent)
        self._run = run
        self.first = DayField("first", _("The programme begins"))
        self.last = DayField("last", _("The programme ends"))
        self.count = NumberField("count", _("How many steering reports"))
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.add(self.first, self.last, self.count)
        self.body.addWidget(self.told)
        first, last = _span(facts)
        self.first.reset(first)
        self.last.reset(last)
        self.count.reset((facts.least_reports if facts else 0) or USUAL)
        for field in (self.first, self.last, self.count):
            field.line.textChanged.connect(self._tell)
        self.check_with(self._plan)
        self._tell()

    def _tell(self, *_text: str) -> None:
        try:
            values = self.values()
            check_plan(values["first"], values["last"], values["count"])
        except DomainError:
            self.told.setText(_("Each report tells of as long a time as the others; the last one is the final report."))
            return
        spans = [span_words(*each) for each in periods(values["first"], values["last"], values["count"])]
        lines = [f"{number}. {span}" for number, span in enumerate(spans, 1)]
        self.told.setText("\n".join([*lines, _("and a final report of the whole time")]))

    def _plan(self, values: dict[str, Any]) -> None:
        check_plan(values["first"], values["last"], values["count"])
        titles = [_("Steering report {number}", number=number) for number in range(1, values["count"] + 1)]
        self._run(PlanReports(first=values["first"], last=values["last"], titles=(*titles, label(ReportKind.FINAL))))


class AddDialog(Dialog):
    """Asks for one more report."""

    def __init__(self, title: str, run: Callable[[AddReport], object], parent: QWidget) -> None:
        super().__init__(_("Add a report"), _("Add report"), parent)
        self._run = run
        kind = ChoiceField("kind", _("What kind of report"), [(each, label(each)) for each in ReportKind])
        name = TextField("title", _("Name"))
        self.add(
            name,
            kind,
            DayField("period_from", _("Period from")),
            DayField("period_to", _("Period to")),
            DayField("due_on", _("To be given")),
        )
        kind.set_value(ReportKind.STEERING)
        name.set_value(title)
        self.check_with(self._add)

    def _add(self, values: dict[str, Any]) -> None:
        kind = values.pop("kind")
        self._run(AddReport(kind=kind, fields=values))


class GiveDialog(Dialog):
    """Asks for the day a report was given, and names the headings that are still empty."""

    def __init__(
        self, title: str, empty: Sequence[str], today: date, run: Callable[[date], object], parent: QWidget
    ) -> None:
        super().__init__(_("Give “{title}”", title=title), _("Give the report"), parent)
        day = DayField("given_on", _("Given on"))
        told = _("What it counts is kept as it is now, so that the next report can tell what has changed.")
        self.body.addWidget(Label(told, Type.BODY, role=Role.INK_SOFT, wraps=True))
        self.add(day)
        day.reset(today)
        if empty:
            words = _("Nothing is written under: {headings}.", headings=", ".join(empty))
            self.body.addWidget(Label(words, Type.BODY, role=Role.ATTENTION, wraps=True))
        self.check_with(lambda values: run(values["given_on"] or today))
