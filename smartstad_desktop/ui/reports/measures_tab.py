"""The tab of the measures: how each goes, and what has been noted of the chosen one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.plan.plan import TAKING_PART, CommitmentRole
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.follow_up.measures import FollowedMeasure, followed_measures
from smartstad_desktop.reads.programme.programme import municipalities
from smartstad_desktop.text.follow_up.reports import light_words, names_words
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.ui.reports.list_and_side import ListAndSide
from smartstad_desktop.ui.reports.measure_side import MeasureSide, light_choices
from smartstad_desktop.usecases.follow_up.measures import AddFollowUp, EditFollowUp, RemoveFollowUps

_WIDTHS: Final = (340, 210, 220)


class MeasuresTab(Page):
    """Shows the measures of the newest plan with their latest light."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PLAN, Kind.PLAN_ITEM, Kind.COMMITMENT, Kind.MEASURE_FOLLOW_UP, Kind.MUNICIPALITY}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Follow-up of measures"))
        self.search = SearchField(_("Search the measures"))
        self.note_button = Button(_("Note how it goes…"), ButtonKind.PRIMARY, "plus")
        self.rows = RowsModel[FollowedMeasure](_columns(), key=lambda row: row.id, accessible=_spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Measures of the plan"), _WIDTHS)
        self.measure = MeasureSide(self._write)
        self.side = Side(_("Choose a measure to see how it goes."))
        self.places = QStackedWidget()
        self._measures: tuple[FollowedMeasure, ...] = ()
        self._towns: dict[MunicipalityId, str] = {}
        self._dialog: Dialog | None = None
        self._arrange()
        self.search.textChanged.connect(self._show_rows)
        self.note_button.clicked.connect(self.note)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self.note)
        self.measure.adding.connect(self.note)
        self.measure.removing.connect(self.remove)
        self.measure.going.connect(self.go)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)

    def _arrange(self) -> None:
        self.header.tools.addWidget(self.search)
        self.header.tools.addWidget(self.note_button)
        nothing = EmptyState(
            "route",
            _("The plan has no measures yet."),
            _("What is followed up here are the measures of the development plan. Begin with the plan."),
        )
        show = Button(_("Open plan"), ButtonKind.PRIMARY, "route")
        show.clicked.connect(lambda: self.navigate.emit(PageTarget(PageId.PLAN)))
        nothing.tools.addWidget(show)
        self.places.addWidget(ListAndSide(self.table, _WIDTHS, self.side))
        self.places.addWidget(nothing)
        beneath_header(self, self.places, self.header)

    # Showing

    @override
    def refresh(self) -> None:
        """Read the measures and what has been noted of them."""
        workspace = self.services.workspace
        self._measures = found = workspace.read(followed_measures)
        self._towns = {row.id: row.short_name for row in workspace.read(municipalities)}
        self.places.setCurrentIndex(0 if found else 1)
        self.search.setVisible(bool(found))
        self.note_button.setVisible(bool(found) and not workspace.is_read_only)
        self.header.set_title(_("Follow-up of measures"), _count_words(found) if found else "")
        self._show_rows()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose a measure."""
        if target.row is not None:
            self.search.clear()
            self.table.choose(target.row)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.measure.finish()
        return True

    def _show_rows(self, *_words: object) -> None:
        words = self.search.text().casefold().split()
        self.rows.show(
            row for row in self._measures if all(word in f"{row.title} {row.owner}".casefold() for word in words)
        )
        self.table.choose_first()
        self._show_chosen()

    def chosen(self) -> FollowedMeasure | None:
        """Return the measure that is chosen, when it is one."""
        rows: list[FollowedMeasure] = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def _show_chosen(self) -> None:
        row = self.chosen()
        if row is None:
            self.side.show_nothing()
            return
        self.measure.show_measure(row, self._towns, is_locked=self.services.workspace.is_read_only)
        self.side.show_form(self.measure)

    # Doing

    def note(self) -> None:
        """Ask how the chosen measure goes."""
        row = self.chosen()
        if row is None or self.services.workspace.is_read_only:
            return
        joined = [each.municipality for each in row.joined if each.role in TAKING_PART]
        towns = [*joined, *(town for town in self._towns if town not in joined)]
        where = ChoiceField(
            "municipality",
            _("Where"),
            [(None, _("All together")), *((town, self._towns.get(town, "")) for town in towns)],
        )
        day = DayField("noted_on", _("Day"))
        dialog = self._dialog = Dialog(_("Note how “{title}” goes", title=row.title), _("Note it"), self)
        dialog.add(
            where,
            ChoiceField("light", _("How it goes"), light_choices()),
            LongTextField("done", _("What has been done"), lines=3),
            LongTextField("effect_seen", _("What effect has been seen"), lines=3),
            day,
        )
        where.set_value(None)
        day.reset(self.services.workspace.now.astimezone().date())

        def add(values: dict[str, Any]) -> None:
            town = values.pop("municipality")
            self.run(AddFollowUp(measure=row.id, municipality=town, fields=values))

        dialog.check_with(add)
        dialog.open()

    def remove(self, note: int) -> None:
        """Delete a note; the notice offers to undo."""
        self.perform(RemoveFollowUps(notes=(note,)), offer_undo=True)

    def go(self) -> None:
        """Show the chosen measure in the plan."""
        row = self.chosen()
        if row is not None:
            self.navigate.emit(PageTarget(PageId.PLAN, row=row.id))

    def _write(self, note: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the card's callback
        self.run(EditFollowUp(note=note, changes=changes, is_typing=is_typing))


def _taking_part(row: FollowedMeasure) -> list[str]:
    """Return the names of those that take part, who leads first."""
    order = list(CommitmentRole)
    found = sorted((each for each in row.joined if each.role in TAKING_PART), key=lambda each: order.index(each.role))
    return [each.name for each in found]


def _latest(row: FollowedMeasure) -> str:
    if not row.notes:
        return _("Not told yet")
    note = row.notes[0]
    day = current().day(note.noted_on)
    return day if note.light is None else f"{light_words(note.light)}, {day}"


def _count_words(found: tuple[FollowedMeasure, ...]) -> str:
    """Return how many measures go as planned, are off plan, and have not been told of."""
    counted = Counter(row.notes[0].light for row in found if row.notes)
    told = [f"{light_words(light)}: {counted[light]}" for light in Light if counted[light]]
    silent = sum(not row.notes for row in found)
    if silent:
        told.append(ngettext("{count} not told of yet", "{count} not told of yet", silent))
    return " · ".join(told)


def _columns() -> list[Column[FollowedMeasure]]:
    return [
        Column(_("Measure"), lambda row: row.title),
        Column(_("How it goes"), _latest),
        Column(_("Who takes part"), lambda row: names_words(_taking_part(row)) or "–"),
    ]


def _spoken(row: FollowedMeasure) -> str:
    return ", ".join(part for part in (row.title, row.owner, _latest(row)) if part)
