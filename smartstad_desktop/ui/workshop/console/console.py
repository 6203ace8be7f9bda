"""The console of the session that is going on: agenda, what is done now, what the wall shows, who is there."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import RoundItemId
from smartstad_desktop.domain.workshop.meeting import NoteKind, Phase
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Panel, Rule
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.workshop.ballots.ballot_table import for_everybody
from smartstad_desktop.ui.workshop.columns import Columns, Part
from smartstad_desktop.ui.workshop.console import dialogs
from smartstad_desktop.ui.workshop.console.agenda_column import AgendaColumn
from smartstad_desktop.ui.workshop.console.attendance_box import AttendanceBox
from smartstad_desktop.ui.workshop.console.console_bar import ConsoleBar
from smartstad_desktop.ui.workshop.console.console_menu import Doings, fill_menu, is_rehearsal
from smartstad_desktop.ui.workshop.console.kept import KeptConsole
from smartstad_desktop.ui.workshop.console.latest_steps import LatestSteps
from smartstad_desktop.ui.workshop.console.notes_box import NotesBox
from smartstad_desktop.ui.workshop.console.phase_box import PhaseBox
from smartstad_desktop.ui.workshop.console.session_clock import SessionClock
from smartstad_desktop.ui.workshop.console.timing import Timing
from smartstad_desktop.ui.workshop.console.wall_link import WallLink
from smartstad_desktop.ui.workshop.console.wall_slot import WallSlot
from smartstad_desktop.ui.workshop.console.ways import ways
from smartstad_desktop.ui.workshop.course import Move, ahead, behind
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.middle import Middle
from smartstad_desktop.ui.workshop.sentences import attendance
from smartstad_desktop.usecases.workshop.agenda import GoToAgendaItem
from smartstad_desktop.usecases.workshop.round_phases import SetPhase

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet
    from smartstad_desktop.ui.kit.forms import Dialog
    from smartstad_desktop.usecases.command import Command

#: How often the times of the agenda follow the clock of the computer.
_AGENDA_MS: Final = 15_000
_STEPS_LOOKED_AT: Final = 12
_AGENDA: Final = "agenda"
_NOTES: Final = "notes"
_WALL: Final = "wall"


class Console(QWidget):
    """Shows a session that is open; everything in it is a command of the page."""

    #: The list of all sessions is wanted.
    leaving = Signal()
    #: The preparation is wanted.
    preparing = Signal()
    #: The session is to end.
    ending = Signal()

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.session: SessionSheet | None = None
        self.round: RoundSheet | None = None
        self.item: RoundItemId | None = None
        self.is_safe = False
        self.dialog: Dialog | None = None
        self.clock = SessionClock(self, now=self._now)
        self.timing = Timing(self.clock, host, self)
        self.bar = ConsoleBar(self.clock)
        #: What a console before this one has given up, until it is shown.
        self.kept: KeptConsole | None = None
        self.agenda = AgendaColumn(host.run)
        self.middle = Middle(host)
        self.wall = WallSlot()
        self.link = WallLink(self.wall, host, self)
        self.phase = PhaseBox()
        self.attendance = AttendanceBox(host.run)
        self.notes = NotesBox(host.run)
        self.steps = LatestSteps()
        self._rules: list[Rule] = []
        self._minute = QTimer(self, interval=_AGENDA_MS)
        self._minute.timeout.connect(lambda: self.agenda.show_time(self._now()))
        self._arrange()
        self._connect()

    def _now(self) -> datetime:
        return self._host.services.workspace.now

    def _arrange(self) -> None:
        space = theme.current().space
        middle = Panel()
        middle.column.setContentsMargins(1, 1, 1, 1)
        middle.column.addWidget(self.middle)
        wall = Panel()
        wall.column.setContentsMargins(space(16), space(14), space(16), space(14))
        wall.column.addWidget(self.wall)
        wall.column.addStretch(1)
        self.columns = Columns(
            Part(_AGENDA, _("Agenda"), self.agenda),
            Part("middle", _("Now"), middle),
            (Part(_WALL, _("The wall"), wall), Part(_NOTES, _("Attendance and notes"), self._told())),
        )
        around = QVBoxLayout()
        around.setContentsMargins(space(14), space(14), space(14), space(14))
        around.addWidget(self.columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(around, 1)

    def _told(self) -> QWidget:
        told = Panel()
        told.column.setContentsMargins(1, 1, 1, 1)
        sheet = ScrollSheet(spacing=14)
        for number, part in enumerate((self.phase, self.attendance, self.notes, self.steps)):
            if number > 1:
                self._rules.append(Rule())
                sheet.column.addWidget(self._rules[-1])
            sheet.column.addWidget(part)
        sheet.column.addStretch(1)
        told.column.addWidget(sheet)
        return told

    def _connect(self) -> None:
        for part in (self.attendance, self.notes):
            part.requested.connect(self._host.perform)
        self.agenda.requested.connect(self._ask)
        self.bar.leaving.connect(self.leaving)
        self.bar.going_back.connect(self.go_back)
        self.bar.going_on.connect(self.go_on)
        self.bar.clock_pressed.connect(self.timing.turn)
        self.bar.safe.clicked.connect(self.turn_safe)
        self.bar.menu_wanted.connect(self._fill_menu)
        self.bar.clock_menu_wanted.connect(self.timing.fill)
        self.middle.item_chosen.connect(self._choose_item)
        self.link.mirrored.connect(lambda: self.set_safe(is_safe=True))
        self.link.asked.connect(self._ask_from_wall)

    # Showing

    def show_session(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the session and its round as they are now."""
        self.session, self.round = session, round_
        if round_ is None or all(item.id != self.item for item in round_.items):
            self.item = None
        name = session.occasion or session.name
        if is_rehearsal(self._host):
            name = _("Rehearsal · {name}", name=name)
        self.bar.show_words(name, attendance(session.quorum))
        is_read_only = self._host.services.workspace.is_read_only
        self.bar.show_ways(*ways(session, round_), is_read_only=is_read_only)
        self.clock.show_state(session.clock_started_at, session.clock_left_s)
        self.timing.follow(session.id, round_)
        self.agenda.show_session(session, self._now(), is_read_only=is_read_only)
        self._show_middle(session, round_)
        panel = self.middle.panel
        self.columns.give_room(is_on=panel is not None and panel.wants_room, key=_WALL)
        self.phase.show_round(round_)
        self.attendance.show_session(session, is_read_only=is_read_only)
        self.wall.show_second_language("sv", session.second_language)
        self.link.show_session(session)
        self._show_item()
        self.steps.show_steps(self._host.services.workspace.steps(_STEPS_LOOKED_AT), session.opened_at)
        self._show_safe()

    def _show_middle(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the round; what was kept of a console before this one is in its place again."""
        kept, self.kept = self.kept, None
        self.middle.show_round(session, round_)
        if kept is not None:
            self.item = kept.item

    def _choose_item(self, item: RoundItemId | None) -> None:
        self.item = item
        self._show_item()

    def _show_item(self) -> None:
        if self.session is not None:
            is_read_only = self._host.services.workspace.is_read_only
            self.notes.show_session(self.session, self.round, self.item, is_read_only=is_read_only)
        shown = for_everybody(self.round) if self.round is not None and self.is_safe else self.round
        found = shown and next((each for each in shown.items if each.id == self.item), None)
        self.link.choose(self.round, self.item)
        self.wall.offer_spotlight(found.title if found else "")

    # Going on

    def go_on(self) -> None:
        """Go to the next phase or part; what is hidden is asked about before it is shown to the room."""
        move = None if self.session is None else ahead(self.session, self.round)
        round_ = self.round
        if move is not None and move.phase is Phase.REVEAL and round_ is not None and round_.revealed_at is None:
            if self.is_safe:
                # The question would lie beneath the wall, which covers this screen.
                self.wall.set_shown(is_shown=False)
            self.dialog = dialogs.ask_reveal(round_, partial(self._go, move), self)
        elif move is not None:
            self._go(move)

    def go_back(self) -> None:
        """Go to the phase or part before; nothing is lost."""
        move = None if self.session is None else behind(self.session, self.round)
        if move is not None:
            self._go(move)

    def _go(self, move: Move) -> None:
        self.finish()
        if move.phase is not None and self.round is not None:
            self._host.perform(SetPhase(round=self.round.id, phase=move.phase))
        elif move.part is not None:
            self._host.perform(GoToAgendaItem(item=move.part))

    def _ask(self, command: Command) -> None:
        """Run what the agenda asks for; what is being written belongs to the part it was begun at."""
        self.finish()
        self._host.perform(command)

    def finish(self) -> bool:
        """Save what is being typed; what is refused stays where it is, with its reason, and then this is not true."""
        self.middle.finish()
        is_writing = bool(self.notes.line.text().strip())
        is_kept = self.notes.keep()
        if is_writing and is_kept:
            self._host.services.notices.say(_("The note that was being written is kept where it was begun."))
        return self.agenda.parking.keep() and is_kept

    # What else can be done

    def _fill_menu(self, menu: QMenu) -> None:
        doings = Doings(self.preparing.emit, self.turn_safe, self.ending.emit)
        fill_menu(menu, self._host, self.round, doings, is_safe=self.is_safe)

    def _ask_from_wall(self, deed: str) -> None:
        """Do what a key on the wall asks for; another page may be in front, and then this one is not fresh."""
        self._host.lead_to(PageTarget(PageId.WORKSHOP, filters={"do": deed}))

    def turn_safe(self) -> None:
        """Hide what the room must not see, for a screen that is mirrored; or show it again."""
        self.set_safe(is_safe=not self.is_safe)

    def set_safe(self, *, is_safe: bool) -> None:
        """Hide what the room must not see, or show it."""
        self.is_safe = is_safe
        self.middle.set_mirrored(is_mirrored=self.is_safe)
        if self.session is not None:
            self.middle.show_round(self.session, self.round)
        self._show_safe()

    def _show_safe(self) -> None:
        for part in (self.notes, self.agenda.parking, *self._rules):
            part.setVisible(not self.is_safe)
        self.bar.safe.setVisible(self.is_safe)
        if self.is_safe:
            self.steps.hide()

    def show_writing(self, *, is_parking: bool) -> None:
        """Bring the lines for notes to the front, or the one for what is parked."""
        self.columns.show_part(_AGENDA if is_parking else _NOTES)

    def write(self, kind: NoteKind) -> None:
        """Let the user write a note at once, or park something."""
        self.show_writing(is_parking=kind is NoteKind.PARKED)
        if kind is NoteKind.PARKED:
            self.agenda.parking.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.notes.begin(kind)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Follow the time."""
        super().showEvent(event)
        self._minute.start()
        if self.session is not None:
            self.clock.show_state(self.session.clock_started_at, self.session.clock_left_s)
            self.link.show_session(self.session)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._minute.stop()
        self.clock.rest()
        self.link.rest()
