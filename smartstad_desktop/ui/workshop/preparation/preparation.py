"""The preparation of a session: its fields, its agenda, its seats and its rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.domain.workshop.meeting import SessionState
from smartstad_desktop.reads.readiness import readiness
from smartstad_desktop.reads.shell import is_a_rehearsal
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label, PageHeader, Panel, Pill, Type
from smartstad_desktop.ui.kit.preferences import PAGE
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.columns import Columns, Part
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.preparation.agenda_panel import AgendaPanel
from smartstad_desktop.ui.workshop.preparation.check_panel import CheckPanel
from smartstad_desktop.ui.workshop.preparation.notes_panel import NotesPanel
from smartstad_desktop.ui.workshop.preparation.rounds_panel import RoundsPanel
from smartstad_desktop.ui.workshop.preparation.seats_panel import SeatsPanel
from smartstad_desktop.ui.workshop.preparation.session_form import SessionForm
from smartstad_desktop.ui.workshop.sentences import attendance
from smartstad_desktop.usecases.workshop.rehearsal import start_rehearsal
from smartstad_desktop.usecases.workshop.sessions import EditSession

if TYPE_CHECKING:
    from smartstad_desktop.reads.board import BoardRow
    from smartstad_desktop.reads.inventory import MunicipalityFace
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet

_SEATS: Final = "seats"
_ROUNDS: Final = "rounds"
_CHECKS: Final = "checks"
_NOTES: Final = "notes"
_BESIDE: Final = "beside"


class Preparation(QWidget):
    """Shows a session that is planned; or one that is open or has ended, as it was prepared."""

    leaving = Signal()
    #: The session is to be opened, or the console of an open one is wanted.
    opening = Signal()
    reopening = Signal()

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.session: SessionSheet | None = None
        self.header = PageHeader("")
        self.pill = Pill()
        self.leave = icon_button("arrow-left", _("All workshops"))
        self.open = Button(_("Open the workshop"), ButtonKind.PRIMARY, "play")
        self.reopen = Button(_("Open it again"), icon="rotate-ccw")
        self.locked = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.form: SessionForm | None = None
        self._boards: Sequence[BoardRow] = ()
        self._fields = Panel()
        self._fields.column.setContentsMargins(1, 1, 1, 1)
        self.agenda = AgendaPanel(host)
        self.tabs = ChipRow(_("What is shown beside"), single=True)
        self.seats = SeatsPanel(host)
        self.rounds = RoundsPanel(host)
        self.checks = CheckPanel(host)
        self.notes = NotesPanel()
        self.notes.requested.connect(host.perform)
        self.panes: dict[str, QWidget] = {
            _ROUNDS: self.rounds,
            _SEATS: self.seats,
            _CHECKS: self.checks,
            _NOTES: self.notes,
        }
        self.side = QStackedWidget()
        self._arrange()
        self.leave.clicked.connect(self.leaving)
        self.open.clicked.connect(self.opening)
        self.reopen.clicked.connect(self.reopening)
        self.tabs.picked.connect(self._pick)
        self.checks.pane_wanted.connect(self.show_pane)
        self.checks.looked_again.connect(self._look_before)
        self.checks.rehearsing.connect(self._rehearse)

    def _arrange(self) -> None:
        space = theme.current().space
        self.header.beside.addWidget(self.pill)
        for tool in (self.reopen, self.open):
            self.header.tools.addWidget(tool)
        for pane in self.panes.values():
            self.side.addWidget(pane)
        beside = Panel()
        beside.column.setContentsMargins(1, space(12), 1, 1)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(space(15), 0, space(15), 0)
        tabs.addWidget(self.tabs)
        beside.column.addLayout(tabs)
        beside.column.addWidget(self.side, 1)
        self.columns = Columns(
            Part("fields", _("About the workshop"), self._fields),
            Part("agenda", _("Agenda"), self.agenda),
            (Part(_BESIDE, _("Rounds and seats"), beside),),
        )
        head = QHBoxLayout()
        head.setSpacing(space(8))
        head.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.header, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(16), space(16), space(26), space(20))
        column.setSpacing(space(14))
        column.addLayout(head)
        column.addWidget(self.locked)
        column.addWidget(self.columns, 1)
        self._show_tabs(0, 0, 0)
        self.tabs.set_keys(frozenset({_ROUNDS}))

    def show_session(
        self,
        session: SessionSheet,
        rounds: Sequence[RoundSheet],
        towns: Sequence[MunicipalityFace],
        boards: Sequence[BoardRow],
    ) -> None:
        """Show the session."""
        self.session = session
        is_read_only = self._host.services.workspace.is_read_only
        locked = _why_locked(session, is_read_only=is_read_only)
        self.locked.setText(locked)
        self.locked.setVisible(bool(locked))
        self.header.set_title(session.name)
        self.pill.setText(label(session.state))
        who = attendance(session.quorum) if session.state is SessionState.OPEN else ""
        self.pill.setToolTip(who)
        self.open.setText(_("To the console") if session.state is SessionState.OPEN else _("Open the workshop"))
        self.open.setVisible(session.state is not SessionState.ENDED)
        self.reopen.setVisible(session.state is SessionState.ENDED)
        for button in (self.open, self.reopen):
            button.setEnabled(not is_read_only)
            button.updateGeometry()
        self._show_form(boards).show_session(session, locked, is_read_only=is_read_only)
        self.agenda.show_session(session, locked)
        self.seats.show_session(session, towns, locked)
        self.rounds.show_session(session, rounds, locked)
        self.notes.show_session(session, is_read_only=is_read_only)
        self._show_tabs(len(session.seats), len(rounds), len(session.notes))
        self._look_before()

    def _look_before(self) -> None:
        """Fill the check list while it is seen: looking for duplicates takes a moment."""
        if self.session is None or self.side.currentWidget() is not self.checks:
            return
        workspace = self._host.services.workspace
        lines = workspace.read(readiness, self.session.id, backed_up_at=workspace.last_backup_at(), now=workspace.now)
        self.checks.show_lines(lines, is_rehearsal=workspace.glance(is_a_rehearsal))

    def finish(self) -> None:
        """Save what is being typed."""
        if self.form is not None:
            self.form.finish()

    def _show_form(self, boards: Sequence[BoardRow]) -> SessionForm:
        names = [(row.id, row.name) for row in boards]
        if self.form is None or names != [(row.id, row.name) for row in self._boards]:
            # What can be chosen has changed, so the fields are made anew.
            self.finish()
            if self.form is not None:
                self._fields.column.removeWidget(self.form)
                self.form.hide()
                self.form.deleteLater()
            self._boards = boards
            self.form = SessionForm(self._write, boards)
            self.form.refused.connect(self._host.services.notices.trouble)
            self._fields.column.addWidget(self.form)
        return self.form

    def _write(self, session: SessionId, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._host.run(EditSession(session=session, changes=changes, is_typing=is_typing))

    def _rehearse(self) -> None:
        """Make a copy to rehearse on, and open it."""
        services = self._host.services
        self.finish()
        path = services.workspace.path
        try:
            made = start_rehearsal(services.workspace, path.parent, _("{name} – rehearsal", name=path.stem))
        except DomainError as error:
            services.notices.trouble(error)
            return
        services.settings.remember(made, PAGE, PageId.WORKSHOP.value)
        self._host.lead_to(PageTarget(PageId.WORKSHOP, files=(str(made),)))

    def _show_tabs(self, seats: int, rounds: int, notes: int) -> None:
        self.tabs.show_faces(
            [
                ChipFace(_ROUNDS, _("Rounds"), rounds),
                ChipFace(_SEATS, _("Seats"), seats),
                ChipFace(_CHECKS, _("Before the meeting")),
                ChipFace(_NOTES, _("Notes"), notes),
            ]
        )

    def _pick(self, _keys: object) -> None:
        shown = next(key for key, pane in self.panes.items() if pane is self.side.currentWidget())
        self.show_pane(str(next(iter(self.tabs.keys()), shown)))

    def show_pane(self, key: str) -> None:
        """Show the rounds, the seats, or what to look at before the meeting; without a key, go to the agenda."""
        self.columns.show_part(_BESIDE if key else "agenda")
        if not key:
            self.agenda.list.setFocus()
            return
        self.tabs.set_keys(frozenset({key}))
        self.side.setCurrentWidget(self.panes[key])
        self._look_before()


def _why_locked(session: SessionSheet, *, is_read_only: bool) -> str:
    """Return why seats, agenda and rounds stay as they are; nothing while they can be changed."""
    if is_read_only:
        return _("The file is open for reading. Nothing can be changed here.")
    if session.state is SessionState.ENDED:
        return _(
            "The workshop has ended. Its name and the times of attendance can be put right; for more, open it again."
        )
    return ""
