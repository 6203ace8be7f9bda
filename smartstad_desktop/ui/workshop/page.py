"""The page of workshops: a list of them, the preparation of one, or the console of the one that is going on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.meeting import NoteKind, SessionState
from smartstad_desktop.reads.board import boards
from smartstad_desktop.reads.inventory import faces
from smartstad_desktop.reads.workshop.last_used import last_used
from smartstad_desktop.reads.workshop.rounds import round_sheet
from smartstad_desktop.reads.workshop.sessions import session, sessions
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import PageHeader
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.after import Afterwards
from smartstad_desktop.ui.workshop.console import dialogs
from smartstad_desktop.ui.workshop.console.console import Console
from smartstad_desktop.ui.workshop.console.dialogs import NewSession
from smartstad_desktop.ui.workshop.console.handing_over import give_up, take_up
from smartstad_desktop.ui.workshop.console.kept import KeptPage
from smartstad_desktop.ui.workshop.course import round_on
from smartstad_desktop.ui.workshop.preparation.preparation import Preparation
from smartstad_desktop.ui.workshop.sessions_view import SessionsView
from smartstad_desktop.usecases.workshop.agenda_presets import presets
from smartstad_desktop.usecases.workshop.sessions import (
    CreateSession,
    DeleteSessions,
    DuplicateSession,
    EndSession,
    OpenSession,
    ReopenSession,
)

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import SessionRow, SessionSheet
    from smartstad_desktop.ui.kit.forms import Dialog

#: What a target may ask of the console, in the words of ``PageTarget.filters``.
_DO: Final = "do"
#: These are for the wall, which stays while its session is prepared or has ended.
_OF_THE_WALL: Final = frozenset({"wall", "freeze", "blank", "larger"})


class WorkshopPage(Page):
    """Meetings where projects are weighed together."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.SESSION, Kind.SEAT, Kind.ATTENDANCE, Kind.AGENDA_ITEM, Kind.SESSION_NOTE, Kind.SNAPSHOT),
            *(Kind.ROUND, Kind.ROUND_ITEM, Kind.ROUND_CRITERION, Kind.BALLOT, Kind.BALLOT_MARK),
            *(Kind.MUNICIPALITY, Kind.PROJECT, Kind.PROGRAMME, Kind.PLACEMENT, Kind.BOARD, Kind.BOARD_COLUMN),
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        space = theme.current().space
        self.dialog: Dialog | None = None
        self._session: SessionId | None = None
        self._prepares = False
        self._has_looked = False
        self.header = PageHeader(
            _("Workshops"),
            _("Meetings where the municipalities weigh projects together, with one screen for the room."),
        )
        self.add = Button(_("New workshop"), ButtonKind.PRIMARY, "plus")
        self.header.tools.addWidget(self.add)
        self.list = SessionsView()
        self.preparation = Preparation(self)
        self.console = Console(self)
        self.afterwards = Afterwards(self, self)
        self.afterwards.follow(lambda: self.preparation.session)
        self.preparation.header.tools.insertWidget(0, self.afterwards.button)
        self.overview = QWidget()
        inside = QVBoxLayout(self.overview)
        inside.setContentsMargins(space(26), space(16), space(26), space(20))
        inside.setSpacing(space(16))
        inside.addWidget(self.header)
        inside.addWidget(self.list, 1)
        self.places = QStackedWidget()
        for place in (self.overview, self.preparation, self.console):
            self.places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.places)
        self._connect()

    def _connect(self) -> None:
        self.add.clicked.connect(self.ask_new)
        self.list.adding.connect(self.ask_new)
        self.list.opened.connect(self._show_row)
        self.list.beginning.connect(self._begin)
        self.list.duplicating.connect(self._ask_copy)
        self.list.reopening.connect(self._reopen)
        self.list.deleting.connect(self._ask_delete)
        for place in (self.preparation, self.console):
            place.leaving.connect(self.show_list)
        self.preparation.opening.connect(self._open_console)
        self.preparation.reopening.connect(self._reopen_shown)
        self.console.preparing.connect(self._prepare)
        self.console.ending.connect(self._ask_end)
        self.console.bar.menu_wanted.connect(self._fill_menu)

    def _fill_menu(self, menu: QMenu) -> None:
        self.afterwards.fill(menu, self.console.session)

    def lead_to(self, target: PageTarget) -> None:
        """Show another page of the window."""
        self.navigate.emit(target)

    # Reading

    @override
    def refresh(self) -> None:
        """Read what is shown; the first time, the console of the open session that was used last comes."""
        read = self.services.workspace.read
        if not self._has_looked:
            self._has_looked = True
            self._session = read(last_used)
        sheet = None if self._session is None else read(session, self._session)
        if sheet is None:
            self._session = None
            is_read_only = self.services.workspace.is_read_only
            rows = read(sessions)
            self.list.show_sessions(rows, is_read_only=is_read_only)
            self.add.setEnabled(not is_read_only)
            # An empty page has the same button in its middle.
            self.add.setVisible(bool(rows))
            self.places.setCurrentWidget(self.overview)
        elif sheet.state is SessionState.OPEN and not self._prepares:
            self._show_console(sheet)
        else:
            self._show_preparation(sheet)

    def _show_console(self, sheet: SessionSheet) -> None:
        round_id = round_on(sheet)
        round_ = None if round_id is None else self.services.workspace.read(round_sheet, round_id)
        self.console.show_session(sheet, round_)
        self.places.setCurrentWidget(self.console)

    def _show_preparation(self, sheet: SessionSheet) -> None:
        read = self.services.workspace.read
        found = [read(round_sheet, row.id) for row in sheet.rounds]
        seated = {seat.municipality.id for seat in sheet.seats if seat.municipality is not None}
        towns = [each for each in read(faces).municipalities.values() if not each.is_ended or each.id in seated]
        self.preparation.show_session(sheet, [each for each in found if each is not None], towns, read(boards))
        self.places.setCurrentWidget(self.preparation)

    @override
    def leave(self) -> bool:
        """Save what is being typed; a note that is refused is not left behind."""
        self.preparation.finish()
        if self.console.finish():
            return True
        self.services.notices.say(_("A note could not be kept. See the reason beside it."), tone=Tone.ATTENTION)
        return False

    @override
    def give_up(self) -> object:
        """Give up the wall, what is half-written at the console, and which workshop is shown."""
        return KeptPage(
            session=self._session, prepares=self._prepares, has_looked=self._has_looked, console=give_up(self.console)
        )

    @override
    def take_up(self, kept: object) -> None:
        """Go on where another page was."""
        if isinstance(kept, KeptPage):
            self._session, self._prepares, self._has_looked = kept.session, kept.prepares, kept.has_looked
            take_up(self.console, kept.console)
            self.mark_stale()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show a session, or do at the console what a key asks for."""
        if target.row is not None:
            self.show_session(SessionId(target.row))
        deed = self._deeds().get(str(target.filters.get(_DO, "")))
        has_wall = target.filters.get(_DO) in _OF_THE_WALL and self.console.link.window.isVisible()
        if deed is not None and (has_wall or self.places.currentWidget() is self.console):
            deed()
        elif deed is not None:
            self.services.notices.say(_("No workshop is going on. Open one first."))

    def _deeds(self) -> dict[str, Callable[[], Any]]:
        console = self.console
        return {
            "next": console.go_on,
            "back": console.go_back,
            "clock": console.timing.turn,
            "freeze": console.wall.freeze.click,
            "blank": console.wall.blank.click,
            "larger": console.wall.larger.click,
            "wall": console.wall.show_wall.click,
            "note": lambda: console.write(NoteKind.REMARK),
            "park": lambda: console.write(NoteKind.PARKED),
        }

    # Going from one to the other

    def show_list(self) -> None:
        """Show all workshops."""
        if not self.leave():
            return
        self._session, self._prepares = None, False
        self.mark_stale()

    def show_session(self, session_id: SessionId, *, prepares: bool = False) -> None:
        """Show the console of an open session, else its preparation."""
        if not self.leave():
            return
        self._session, self._prepares, self._has_looked = session_id, prepares, True
        self.mark_stale()

    def _show_row(self, row: SessionRow) -> None:
        self.show_session(row.id)

    def _prepare(self) -> None:
        if self._session is not None:
            self.show_session(self._session, prepares=True)

    def _open_console(self) -> None:
        if self._session is not None and self.leave():
            self._prepares = False
            if self.preparation.session is not None and self.preparation.session.state is SessionState.PLANNED:
                self.perform(OpenSession(session=self._session))
            else:
                self.mark_stale()

    def _begin(self, row: SessionRow) -> None:
        if self.perform(OpenSession(session=row.id)) is not None:
            self.show_session(row.id)

    def _reopen(self, row: SessionRow) -> None:
        if self.perform(ReopenSession(session=row.id)) is not None:
            self.show_session(row.id)

    def _reopen_shown(self) -> None:
        if self._session is not None:
            self._prepares = False
            self.perform(ReopenSession(session=self._session))

    # Asking

    def ask_new(self) -> None:
        """Ask for a new workshop."""
        dialog = NewSession(presets(), self.services.workspace.now.astimezone().date(), self)
        dialog.confirmed.connect(self._create)
        dialog.open()
        self.dialog = dialog

    def _create(self, values: dict[str, Any]) -> None:
        outcome = self.perform(CreateSession(**values, language=current().language))
        if outcome is not None:
            self.show_session(outcome.value)

    def _ask_copy(self, row: SessionRow) -> None:
        def copy(name: str) -> None:
            outcome = self.perform(DuplicateSession(session=row.id, name=name))
            if outcome is not None:
                self.show_session(outcome.value)

        title = _("Duplicate “{name}”", name=row.name)
        self.dialog = dialogs.ask_name(title, _("Make a copy"), _("{name} (copy)", name=row.name), copy, self)

    def _ask_delete(self, row: SessionRow) -> None:
        def delete() -> None:
            self.perform(DeleteSessions(sessions=(row.id,)), offer_undo=True)

        if row.state is SessionState.PLANNED:
            delete()
        else:
            self.dialog = dialogs.ask_delete(row.name, delete, self)

    def _ask_end(self) -> None:
        sheet = self.console.session
        if sheet is not None:
            self.dialog = dialogs.ask_end(sheet, self._end, self)

    def _end(self) -> None:
        if self._session is not None and self.leave():
            sheet = self.console.session
            if self.perform(EndSession(session=self._session)) is not None and sheet is not None:
                self.afterwards.offer_minutes(sheet)
