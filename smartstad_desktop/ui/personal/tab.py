"""The tab of personal data: everybody the file knows by name, and everything it knows about the one that is chosen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.personal.wanted import Wanted
from smartstad_desktop.reads.personal.people import PeopleShown, PersonShown, people_shown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header, side_by_side
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.personal.person_side import PersonSide
from smartstad_desktop.ui.personal.search_dialog import WantedDialog
from smartstad_desktop.ui.personal.weeding_dialog import WeedingDialog


class PersonalTab(Page):
    """Where a person's wish to know, or to be forgotten, is met, and where weeding is watched."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PERSON, Kind.MEMBERSHIP, Kind.WEEDING_RULE, Kind.PROGRAMME, Kind.PROJECT, Kind.SESSION_NOTE}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Personal data"))
        self.search = SearchField(_("Search people"))
        self.wanted_button = Button(_("Search all texts…"), icon="search")
        self.weeding_button = Button(_("Weeding…"), icon="calendar-clock")
        self.rows = RowsModel[PersonShown](_columns(), key=lambda row: row.id, parent=self)
        self.table = RecordsTable(self.rows, _("People in the file"), (230, 190, 170, 80, 170))
        self.side = PersonSide(services, self.run)
        self.places = QStackedWidget()
        self.shown: PeopleShown | None = None
        self.dialog: Dialog | None = None
        self.search.setPlaceholderText(_("Search people"))
        for tool in (self.search, self.wanted_button, self.weeding_button):
            self.header.tools.addWidget(tool)
        self.places.addWidget(self.table)
        self.places.addWidget(
            EmptyState(
                "users",
                _("Nobody is known by name"),
                _("People come here from the seats under “Organisation”. All texts can still be searched for a name."),
            )
        )
        beneath_header(self, side_by_side(self.places, self.side, self.side.preferred_width), self.header)
        self.search.textChanged.connect(self._show_rows)
        self.search.left_downwards.connect(self.table.setFocus)
        self.search.come_by_key(self)
        self.wanted_button.clicked.connect(self.ask_for_somebody)
        self.weeding_button.clicked.connect(self.ask_about_weeding)
        self.table.chosen.connect(self._show_chosen)

    @override
    def refresh(self) -> None:
        """Read who is known."""
        self.shown = shown = self.services.workspace.read(people_shown)
        self.places.setCurrentIndex(0 if shown.people else 1)
        self.header.set_title(_("Personal data"), _described(shown, self._due()))
        self._show_rows()
        self.table.choose_first()
        self._show_chosen()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose a person."""
        if target.row is not None:
            self.search.clear()
            self.table.choose(target.row)

    def ask_for_somebody(self) -> None:
        """Ask for a name, an address or a number, and show where it stands."""
        self.dialog = dialog = WantedDialog(self)
        dialog.confirmed.connect(self._look_for)
        dialog.open()

    def _look_for(self, values: dict[str, str]) -> None:
        self.side.show_somebody(Wanted(**values))

    def ask_about_weeding(self) -> None:
        """Show the rules of weeding."""
        self.dialog = WeedingDialog(self.services.workspace, self.run, self)
        self.dialog.open()

    def _due(self) -> int:
        today = self.services.workspace.now.astimezone().date()
        lines = self.shown.weeding if self.shown else ()
        return sum(line.count for line in lines if line.due_on is not None and line.due_on <= today)

    def _show_rows(self, *_words: object) -> None:
        if self.shown is None:
            return
        words = self.search.text().casefold().split()
        self.rows.show(
            row
            for row in self.shown.people
            if all(word in f"{row.shown} {row.title} {row.home}".casefold() for word in words)
        )

    def _show_chosen(self) -> None:
        chosen = self.table.chosen_rows()
        if len(chosen) == 1:
            self.side.show_person(chosen[0])
        else:
            self.side.show_nobody()


def _columns() -> list[Column[PersonShown]]:
    return [
        Column(field_name("name"), lambda row: row.shown),
        Column(_("Title"), lambda row: row.title),
        Column(_("Where"), lambda row: row.home),
        Column(_("Seats"), lambda row: current().number(row.seats)),
        Column(_("Weeding"), _weeding),
    ]


def _weeding(row: PersonShown) -> str:
    if row.anonymised_on is not None:
        return _("anonymous since {day}", day=current().day(row.anonymised_on))
    return _("to go {day}", day=current().day(row.weed_on)) if row.weed_on is not None else ""


def _described(shown: PeopleShown, due: int) -> str:
    named = sum(row.anonymised_on is None for row in shown.people)
    parts = [ngettext("{count} person by name", "{count} people by name", named)]
    if due:
        parts.append(ngettext("{count} record is due for weeding", "{count} records are due for weeding", due))
    return " · ".join(parts)
