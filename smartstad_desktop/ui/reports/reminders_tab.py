"""The tab of reminders: everything that is due in one list, and what can be said to the chosen one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.follow_up.reminders import ReminderDayMissing, ReminderKind, Told, When
from smartstad_desktop.reads.follow_up.reminders import reminders
from smartstad_desktop.text.follow_up.reports import late_words
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.forms import Dialog, ask_save_path
from smartstad_desktop.ui.kit.frames import beneath_header
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.outside import show_outside
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.reports.list_and_side import ListAndSide
from smartstad_desktop.ui.reports.places import place_of
from smartstad_desktop.ui.reports.reminder_side import ReminderSide
from smartstad_desktop.usecases.follow_up.calendar import ENDING, write_calendar
from smartstad_desktop.usecases.follow_up.reminders import AddReminder, AnswerReminder, EditReminder, RemoveReminders

_OPEN: Final = "open"
_WIDTHS: Final = (300, 180, 210, 160)


class RemindersTab(Page):
    """Shows what is due. Any date that is kept may be a reminder, so every change is of interest."""

    interests: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Reminders"))
        self.views = ChipRow(_("Which reminders are shown"), single=True)
        self.search = SearchField(_("Search the reminders"))
        self.calendar_button = Button(_("To my calendar…"), icon="calendar-clock")
        self.add_button = Button(_("Add reminder…"), ButtonKind.PRIMARY, "plus")
        self.rows = RowsModel[Told](
            self._columns(), key=lambda told: told.due.about, accessible=self._spoken, parent=self
        )
        self.table = RecordsTable(self.rows, _("Reminders"), _WIDTHS)
        self.reminder = ReminderSide(self._write)
        self.side = Side(_("Choose a reminder to see and answer it."))
        self.places = QStackedWidget()
        self._told: tuple[Told, ...] = ()
        self._dialog: Dialog | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        for tool in (self.search, self.calendar_button, self.add_button):
            self.header.tools.addWidget(tool)
        self.places.addWidget(self.table)
        nothing = EmptyState(
            "calendar-clock",
            _("Nothing to remember here"),
            _("Every day that is written in the file is reminded of here. Add what stands nowhere else."),
        )
        self.places.addWidget(nothing)
        beneath_header(self, ListAndSide(self.table, _WIDTHS, self.side, self.places), self.header)

    def _connect(self) -> None:
        self.views.picked.connect(self._pick)
        self.search.textChanged.connect(self._show_rows)
        self.add_button.clicked.connect(self.add)
        self.calendar_button.clicked.connect(self.ask_calendar)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self.go)
        self.table.deleting.connect(self.remove)
        self.reminder.done.connect(lambda: self.answer(done_on=self._today()))
        self.reminder.again.connect(self.answer)
        self.reminder.put_off.connect(self._put_off)
        self.reminder.going.connect(self.go)
        self.reminder.deleting.connect(self.remove)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)

    # Showing

    @override
    def refresh(self) -> None:
        """Read what is due."""
        self._told = self.services.workspace.read(reminders)
        counted = Counter(told.when(self._today()) for told in self._told)
        faces = [ChipFace(_OPEN, _("To do"), len(self._told) - counted[When.DONE])]
        self.views.show_faces([*faces, *(ChipFace(when.value, label(when), counted[when]) for when in When)])
        self.views.set_keys(self.views.keys() or frozenset({_OPEN}))
        late = counted[When.LATE]
        self.header.set_title(
            _("Reminders"), ngettext("{count} is late", "{count} are late", late) if late else _("Nothing is late.")
        )
        self.header.subtitle.set_role(Role.BAD if late else Role.INK_SOFT)
        self.add_button.setVisible(not self.services.workspace.is_read_only)
        self._show_rows()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show those of one kind of nearness, such as ``{"when": "late"}``, or choose an own reminder."""
        when = str(target.filters.get("when", ""))
        if when:
            self.views.set_keys(frozenset({when}))
            self._pick(None)
        if target.row is not None:
            self.table.choose(f"{ReminderKind.OWN.value}:{target.row}")

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.reminder.form.finish()
        return True

    def _pick(self, _keys: object) -> None:
        # One of them is always on: a second click does not switch it off.
        self.views.set_keys(self.views.keys() or frozenset({_OPEN}))
        self._show_rows()

    def _show_rows(self, *_words: object) -> None:
        words = self.search.text().casefold().split()
        view, today = next(iter(self.views.keys()), _OPEN), self._today()
        found = [
            told
            for told in self._told
            if (told.done_on is None if view == _OPEN else told.when(today).value == view)
            and all(word in f"{told.due.text} {told.due.who} {label(told.due.kind)}".casefold() for word in words)
        ]
        self.rows.show(found)
        self.places.setCurrentIndex(0 if found else 1)
        self.table.choose_first()
        self._show_chosen()

    def chosen(self) -> Told | None:
        """Return the reminder that is chosen, when it is one."""
        rows: list[Told] = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def _show_chosen(self) -> None:
        told = self.chosen()
        if told is None:
            self.side.show_nothing()
            return
        self.reminder.show_reminder(told, self._today(), is_locked=self.services.workspace.is_read_only)
        self.side.show_form(self.reminder)

    # Doing

    def add(self) -> None:
        """Ask for a reminder of one's own."""
        dialog = self._dialog = Dialog(_("Add a reminder"), _("Add reminder"), self)
        dialog.add(TextField("text", _("What to remember")), DayField("due_on", _("When")))

        def add(values: dict[str, Any]) -> None:
            made = self.run(AddReminder(text=values["text"], due_on=values["due_on"]))
            self.table.choose(f"{ReminderKind.OWN.value}:{made.value}")

        dialog.check_with(add)
        dialog.open()

    def answer(self, done_on: date | None = None, put_off_until: date | None = None) -> None:
        """Say that the chosen reminder is done, or put it off; neither opens it again."""
        told = self.chosen()
        if told is not None:
            self.perform(_answer(told, done_on, put_off_until), offer_undo=True)

    def _put_off(self, day: date | None) -> None:
        if day is not None:
            self.answer(put_off_until=day)
            return
        told = self.chosen()
        if told is None:
            return
        dialog = self._dialog = Dialog(_("Put off “{title}”", title=told.due.text), _("Put off"), self)
        dialog.add(DayField("until", _("Until")))

        def put(values: dict[str, Any]) -> None:
            if values["until"] is None:
                raise ReminderDayMissing(field="until")
            self.run(_answer(told, None, values["until"]), offer_undo=True)

        dialog.check_with(put)
        dialog.open()

    def go(self) -> None:
        """Go where the chosen reminder is looked after; an own one is written in here."""
        told = self.chosen()
        target = None if told is None else place_of(told.due)
        if target is not None:
            self.navigate.emit(target)
        elif told is not None and not self.services.workspace.is_read_only:
            self.reminder.form.edit("text")

    def remove(self) -> None:
        """Delete the chosen reminders that are own; the others are days of something else."""
        own = tuple(told.due.row for told in self.table.chosen_rows() if told.due.kind is ReminderKind.OWN)
        if own:
            self.perform(RemoveReminders(reminders=own), offer_undo=True)
        elif self.chosen() is not None:
            self.services.notices.say(_("This day is kept where it belongs. Go there to change it, or say it is done."))

    def ask_calendar(self) -> None:
        """Ask where the calendar file is to be written, and write it."""
        name = _("Reminders") + ENDING
        ask_save_path(self, _("To my calendar"), _("Calendar (*.ics)"), self._write_calendar, suggestion=name)

    def _write_calendar(self, path: Path) -> None:
        workspace = self.services.workspace
        try:
            count = write_calendar(workspace, path, current().language, workspace.now)
        except DomainError as error:
            self.services.notices.trouble(error)
            return
        told = ngettext("{count} day is in {name}", "{count} days are in {name}", count, name=path.name)
        offer = Offer(_("Open it"), lambda: show_outside(path))
        self.services.notices.say(told, tone=Tone.GOOD, offer=offer)

    # Inside

    def _write(self, row: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: ARG002, FBT001  the form's callback
        self.run(EditReminder(reminder=row, changes=changes))

    def _today(self) -> date:
        return self.services.workspace.now.astimezone().date()

    def _columns(self) -> list[Column[Told]]:
        return [
            Column(_("What"), lambda told: told.due.text),
            Column(_("When"), self._when),
            Column(_("What it is"), lambda told: label(told.due.kind)),
            Column(_("Who"), lambda told: told.due.who or "–"),
        ]

    def _when(self, told: Told) -> str:
        day = current().day(told.shown_on)
        if told.done_on is not None:
            return _("Done {day}", day=current().day(told.done_on))
        # The words of being late stay together when the line breaks.
        late = late_words((self._today() - told.shown_on).days).replace(" ", "\N{NO-BREAK SPACE}")
        return f"{day}, {late}" if late else day

    def _spoken(self, told: Told) -> str:
        return ", ".join(part for part in (told.due.text, label(told.due.kind), self._when(told), told.due.who) if part)


def _answer(told: Told, done_on: date | None, put_off_until: date | None) -> AnswerReminder | EditReminder:
    """Return what keeps the answer; an own reminder has its day and its end in itself."""
    if told.due.kind is not ReminderKind.OWN:
        return AnswerReminder(about=told.due.about, title=told.due.text, done_on=done_on, put_off_until=put_off_until)
    changes = {"due_on": put_off_until} if put_off_until is not None else {"done_on": done_on}
    return EditReminder(reminder=told.due.row, changes=changes)
