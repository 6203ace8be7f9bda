"""The left of the console: the agenda with how late it is, and the parking lot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import AgendaItemId, SessionId
from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.workshop.sessions import proposal_line, time_line
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.agenda_list import AgendaList, agenda_lines
from smartstad_desktop.ui.workshop.course import next_part
from smartstad_desktop.usecases.workshop.agenda import GoToAgendaItem, ShortenAgendaItems
from smartstad_desktop.usecases.workshop.session_notes import AddNote, RemoveNotes

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import NoteRow, SessionSheet, Timetable
    from smartstad_desktop.usecases.command import Command


class LateNote(Panel):
    """Says that the session is behind, and shortens a later part by one click."""

    #: Carries a command.
    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill=Role.ATTENTION_TINT, edge=None, radius=8)
        space = theme.current().space
        self.column.setContentsMargins(space(12), space(10), space(12), space(10))
        self.words = Label("", Type.BODY, role=Role.ATTENTION, wraps=True)
        self.shorten = Button("", icon="clock")
        self._command: ShortenAgendaItems | None = None
        self.shorten.clicked.connect(self._ask)
        self.column.addWidget(self.words)
        self.column.addWidget(self.shorten, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_time(self, session: SessionSheet, time: Timetable) -> None:
        """Show how late it is and what would help; nothing while the session is in time."""
        is_late = session.on is not None and time.late > 1
        self.setVisible(is_late)
        if not is_late:
            return
        told = time_line(time.late)
        proposal, self._command = time.proposal, None
        self.shorten.setVisible(proposal is not None)
        if proposal is not None:
            part = next(row for row in session.agenda if row.id == proposal.item)
            minutes = proposal.minutes
            told = f"{told} {proposal_line(part.title, minutes)}"
            self.shorten.setText(_("Shorten to {minutes} min", minutes=minutes))
            self.shorten.updateGeometry()
            self._command = ShortenAgendaItems(minutes={proposal.item: minutes})
        self.words.setText(told)

    def _ask(self) -> None:
        if self._command is not None:
            self.requested.emit(self._command)


class ParkingLot(QWidget):
    """What is put aside for later, with a line to write in; *write* raises what refuses it."""

    #: Carries a command.
    requested = Signal(object)

    def __init__(self, write: Callable[[Command], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._session: SessionId | None = None
        self._shown: tuple[list[NoteRow], bool] | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Park something, Enter keeps it"))
        self.line.setAccessibleName(_("Parking lot"))
        self.line.returnPressed.connect(self.keep)
        self.wrong = Label("", Type.CAPTION, role=Role.BAD, wraps=True)
        self.wrong.hide()
        self.line.textEdited.connect(self.wrong.hide)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.current().space(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space(6))
        column.addWidget(Label(_("Parking lot"), Type.STRONG, Weight.BOLD))
        column.addLayout(self._rows)
        column.addWidget(self.line)
        column.addWidget(self.wrong)

    def show_notes(self, session: SessionSheet, *, is_read_only: bool) -> None:
        """Show what is parked."""
        self._session = session.id
        self.line.setEnabled(not is_read_only)
        parked = [note for note in session.notes if note.kind is NoteKind.PARKED]
        if (parked, is_read_only) == self._shown:
            return
        self._shown = (parked, is_read_only)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in parked:
            self._rows.addWidget(self._row(note, is_read_only=is_read_only))

    def _row(self, note: NoteRow, *, is_read_only: bool) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().space(6))
        row.addWidget(Label(note.text, Type.BODY, role=Role.INK_SOFT, wraps=True), 1)
        if note.municipality is not None:
            town = note.municipality
            row.addWidget(MarkLabel(Mark(town.letters, town.colour, town.name)), 0, Qt.AlignmentFlag.AlignTop)
        away = icon_button("x", _("Take “{text}” out of the parking lot", text=note.text))
        away.setEnabled(not is_read_only)
        away.clicked.connect(lambda _on=False: self.requested.emit(RemoveNotes(notes=(note.id,))))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def keep(self) -> bool:
        """Park what is being written; return whether nothing is left in the line."""
        text = self.line.text().strip()
        if not text or self._session is None:
            return True
        try:
            self._write(AddNote(session=self._session, kind=NoteKind.PARKED, text=text))
        except DomainError as error:
            self.wrong.setText(trouble.sentence(error))
            self.wrong.show()
            return False
        self.give_up()
        return True

    def give_up(self) -> str:
        """Return what is being written, and forget it here."""
        text = self.line.text()
        self.line.clear()
        self.wrong.hide()
        return text


class AgendaColumn(Panel):
    """Agenda, lateness and parking lot under each other."""

    #: Carries a command.
    requested = Signal(object)

    def __init__(self, write: Callable[[Command], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.column.setContentsMargins(0, space(14), 0, 0)
        self._session: SessionSheet | None = None
        self.list = AgendaList(is_full=False)
        self.list.opened.connect(self._go_to)
        self.list.reflowed.connect(partial(QTimer.singleShot, 0, self, self._fit))
        self.onwards = Button(_("Next part"), ButtonKind.PLAIN, "chevron-right")
        self.onwards.clicked.connect(self.go_on)
        self.late = LateNote()
        self.parking = ParkingLot(write)
        for part in (self.late, self.parking):
            part.requested.connect(self.requested)
        self.column.addWidget(_headed(_("Agenda")))
        sheet = ScrollSheet(spacing=12)
        sheet.column.setContentsMargins(space(12), 0, space(12), space(16))
        sheet.column.addWidget(self.list)
        sheet.column.addWidget(self.onwards, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.column.addWidget(self.late)
        sheet.column.addSpacing(space(4))
        self.parking.setContentsMargins(space(10), 0, 0, 0)
        sheet.column.addWidget(self.parking)
        sheet.column.addStretch(1)
        self.column.addWidget(sheet, 1)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_session(self, session: SessionSheet, now: datetime, *, is_read_only: bool) -> None:
        """Show the session as it is."""
        self._session = session
        self.parking.show_notes(session, is_read_only=is_read_only)
        for part in (self.onwards, self.late.shorten):
            part.setEnabled(not is_read_only)
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """Show how late it is by now."""
        if self._session is None:
            return
        self.list.show_lines(agenda_lines(self._session, now))
        self._fit()
        self.late.show_time(self._session, self._session.timetable(now))
        following = next_part(self._session)
        self.onwards.setVisible(following is not None)
        if following is not None:
            self.onwards.setToolTip(following.title)
            self.onwards.setAccessibleName(_("Next part: {title}", title=following.title))

    def _fit(self) -> None:
        """Let the list be as high as its lines: the whole column scrolls, not a part of it."""
        self.list.setFixedHeight(self.list.height_of_all())

    def _go_to(self, part: AgendaItemId) -> None:
        self.requested.emit(GoToAgendaItem(item=part))

    def go_on(self) -> None:
        """Ask for the next part of the agenda."""
        following = None if self._session is None else next_part(self._session)
        if following is not None:
            self.requested.emit(GoToAgendaItem(item=following.id))


def _headed(text: str) -> QWidget:
    space = theme.current().space
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(space(22), 0, space(16), 0)
    row.addWidget(Label(text, Type.STRONG, Weight.BOLD))
    return made
