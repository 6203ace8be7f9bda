"""The fields of one measure, saved as they are left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.plan.measures import MEASURE_MONEY, MEASURE_TEXTS
from smartstad_desktop.domain.plan.parts import Horizon, MeasureOrigin
from smartstad_desktop.reads.plan.measure import MeasureRow, MeasureSheet
from smartstad_desktop.reads.plan.plan import MunicipalityRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.plan.words import missing_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice, GoalsField, LinksField, PicksField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.rich_text import RichField
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.fields import ThousandsField, open_fields

_PLAIN = (*MEASURE_TEXTS, *MEASURE_MONEY, "horizon")


class MeasureForm(RecordForm):
    """One measure: what is asked for stands in the order a reader meets it."""

    project_asked = Signal(int)
    #: Carries the id of a test or procurement.
    case_asked = Signal(object)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self._row: MeasureRow | None = None
        self.heading = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.missing = Label("", Type.BODY, role=Role.ATTENTION, wraps=True)
        self.origin = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.project = Button(_("Show the project"), ButtonKind.QUIET, "folder-kanban")
        self.project.clicked.connect(self._ask_project)
        for words in (self.heading, self.missing, self.origin):
            words.setIndent(theme.current().space(INSET))
        self.title = title = GrowingField("title", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        title.editor.setAccessibleName(_("Name"))
        self.column.addWidget(self.heading)
        self.add(title)
        self.column.addWidget(self.missing)
        self._fill()
        self.column.addWidget(self.origin)
        self.column.addWidget(self.project)

    def _fill(self) -> None:
        horizons = [(None, "–"), *((each, label(each)) for each in Horizon)]
        cases = LinksField("cases", _("Test or procurement"), [])
        cases.asked_for.connect(self.case_asked)
        self.add(
            RichField("why", _("Why"), lines=1),
            RichField("what", _("What"), lines=1),
            RichField("effect", _("Effect"), lines=1),
            GoalsField("goals", _("Goals it serves"), []),
        )
        self.pair(
            GrowingField("beneficiary", _("Who benefits"), is_one_paragraph=True),
            CalmChoice("horizon", _("When the effect is seen"), horizons),
            GrowingField("owner", _("Owner in the line organisation"), is_one_paragraph=True),
            CalmChoice("owner_municipality_id", _("Municipality of the owner"), []),
            LineField("time", _("Time"), placeholder=_("As “2027–2028”")),
            GrowingField("next_decision", _("Next decision"), is_one_paragraph=True),
            ThousandsField("money_one_off", _("One-off (tkr)")),
            ThousandsField("money_running", _("Per year (tkr)")),
        )
        self.pair(
            GrowingField("money_source", _("Who pays"), is_one_paragraph=True),
            LineField("band", _("Order of importance")),
        )
        self.add(
            PicksField("risks", _("Risks of the register"), []),
            GrowingField("risk", _("Other risks, and how they are met")),
            cases,
            GrowingField("deviation_reason", _("Why the group moved it")),
        )

    def offer(
        self,
        goals: Sequence[tuple[int, str]],
        risks: Sequence[tuple[int, str]],
        cases: Sequence[tuple[int, str]],
        municipalities: Sequence[MunicipalityRow],
    ) -> None:
        """Offer goals, risks, cases and municipalities to choose from."""
        for name, offered in (("goals", goals), ("risks", risks), ("cases", cases)):
            field = self.fields[name]
            if isinstance(field, PicksField | GoalsField):
                field.offer(offered)
        owner = self.fields["owner_municipality_id"]
        if isinstance(owner, CalmChoice):
            owner.set_choices([(None, "–"), *((row.id, row.short_name) for row in municipalities)])

    def show_measure(self, sheet: MeasureSheet, *, is_open: bool) -> None:
        """Show a measure, what it lacks, and where it comes from."""
        row = self._row = sheet.row
        values: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
        values["owner_municipality_id"] = row.owner_municipality
        values["goals"] = {int(each.goal): each.contribution for each in row.goals}
        values["risks"] = [each.risk for each in row.risks]
        values["cases"] = [each.case for each in row.cases]
        self.heading.setText(_("Measure {number}", number=sheet.number))
        names = missing_words(row.missing)
        self.missing.setText(_("Still missing: {names}", names=names) if names and is_open else "")
        self.missing.setVisible(bool(self.missing.text()))
        self.fields["time"].set_hint(_understood(row))
        reason = self.fields["deviation_reason"]
        reason.setVisible(row.deviates or bool(row.deviation_reason))
        reason.set_hint(_("It stands at another place than the group gave it. Say why.") if row.deviates else "")
        self.origin.setText(_origin(sheet))
        self.project.setToolTip("".join(sheet.project_title.split("<")))
        self.project.setVisible(bool(sheet.project_title))
        self.show_record(row.id, values)
        open_fields(self.fields.values(), is_open=is_open)

    def select_name(self) -> None:
        """Let the name be written over."""
        self.edit("title")
        self.title.area.selectAll()

    def _ask_project(self) -> None:
        if self._row is not None and self._row.project is not None:
            self.project_asked.emit(self._row.project)


def _understood(row: MeasureRow) -> str:
    """Return how the time of a measure was understood."""
    if not row.time:
        return ""
    if row.is_time_unclear:
        return _("No day can be read from this. Write as 2027, spring 2027 or 2027–2028.")
    book = current()
    if row.starts_on is not None and row.ends_on is not None:
        return _("Understood as {span}", span=f"{book.day(row.starts_on)} – {book.day(row.ends_on)}")
    if row.starts_on is not None:
        return _("Understood as from {day}", day=book.day(row.starts_on))
    return _("Understood as until {day}", day=book.day(row.ends_on)) if row.ends_on is not None else ""


def _origin(sheet: MeasureSheet) -> str:
    """Return where a measure comes from, with the place it was given there."""
    row = sheet.row
    parts = [label(row.origin)]
    if row.origin is MeasureOrigin.ROUND and sheet.session_name:
        parts.append(sheet.session_name)
    if row.workshop_place is not None:
        parts.append(_("place {place}", place=row.workshop_place))
    return " · ".join(parts)
