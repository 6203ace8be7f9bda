"""Deciding: the result laid out on the session's board as a proposal, which the group moves as it likes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import MunicipalityId, ProjectId, RoundItemId, SessionNoteId
from smartstad_desktop.domain.workshop.meeting import NoteKind
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.ui.cards.column_view import ColumnView
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.workshop.ballots.ballot_table import for_everybody
from smartstad_desktop.ui.workshop.deciding.decide_facts import Deciding
from smartstad_desktop.ui.workshop.deciding.reason_strip import ReasonStrip
from smartstad_desktop.ui.workshop.deciding.reservation_dialog import ReservationDialog
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.middle import MiddlePanel
from smartstad_desktop.ui.workshop.results.result_facts import Facts, counted
from smartstad_desktop.ui.workshop.session_board import SessionBoard
from smartstad_desktop.usecases.workshop.deciding import ProposePlaces, TakeSnapshot
from smartstad_desktop.usecases.workshop.session_notes import AddNote

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.sessions import SessionSheet

_COLUMNS: Final = "columns"
_LIST: Final = "list"
_ENTER: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class DecidePanel(MiddlePanel):
    """The board with what the result says on its cards, and a line that asks for a reason."""

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(host, parent)
        self.wants_room = True
        self.facts: Facts | None = None
        self.deciding: Deciding | None = None
        self._session: SessionSheet | None = None
        #: The card a reason is asked for.
        self.asked: ProjectId | None = None
        #: The reason it had for another place, which does not answer why it lies here.
        self._outdated: SessionNoteId | None = None
        self.title = Label("", Type.STRONG, Weight.BOLD)
        self.ways = ChipRow(_("Columns or list"), single=True)
        self.ways.show_faces(
            [ChipFace(_COLUMNS, _("Columns"), icon="columns-4"), ChipFace(_LIST, _("List"), icon="list")]
        )
        self.ways.set_keys(frozenset({_COLUMNS}))
        self.propose = Button(_("Lay out the proposal"), icon="sparkles")
        self.reserve = Button(_("Reservation…"), icon="flag")
        self.keep = Button(_("Keep how it stands"), icon="image")
        self.board = SessionBoard(host)
        self.strip = ReasonStrip()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_chosen)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        head = QHBoxLayout()
        head.setSpacing(space(10))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.ways)
        tools = QHBoxLayout()
        tools.setSpacing(space(8))
        for button in (self.propose, self.reserve, self.keep):
            tools.addWidget(button)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(16), space(14), space(16), space(14))
        column.setSpacing(space(10))
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.board, 1)
        column.addWidget(self.strip)

    def _connect(self) -> None:
        self.ways.picked.connect(self._go_way)
        self.propose.clicked.connect(self._propose)
        self.reserve.clicked.connect(self._reserve)
        self.keep.clicked.connect(self._keep)
        self.board.placed.connect(self._landed)
        self.strip.given.connect(self._give_reason)
        self.strip.passed.connect(self._pass)
        area = self.board.cards.area
        area.view_added.connect(self._watch)
        for view in area.views:
            self._watch(view)

    def _watch(self, view: ColumnView) -> None:
        # Later: while the board changes the cursor of a column wanders on, and the chosen card comes back after it.
        view.selectionModel().currentChanged.connect(self._soon.start)
        view.installEventFilter(self)

    @override
    def show_round(self, session: SessionSheet, round_: RoundSheet | None) -> None:
        """Show the board and the result as they are now."""
        if round_ is None:
            return
        round_ = for_everybody(round_) if self.is_mirrored else round_
        self._session = session
        self.facts = counted(self.host.services.workspace.read, round_, self.facts)
        self.board.show_session(session, round_, is_mirrored=self.is_mirrored)
        shown = self.board.shown
        self.deciding = None
        if shown is not None and self.facts is not None:
            self.deciding = Deciding(self.facts, shown, session.notes)
            self.board.show_notes(self.deciding.card_notes())
        self.title.setText(round_.question or _("Decide"))
        self.ways.setEnabled(shown is not None)
        for part in (self.propose, self.reserve, self.keep):
            part.setEnabled(shown is not None and not self.board.is_read_only)
        self._ask()

    @override
    def finish(self) -> None:
        """Keep a reason that is being written."""
        self.strip.keep.click()

    @override
    def give_up(self) -> object:
        """Give up the card a reason is asked for, with what is written of it, and how the board is looked at."""
        kept = (self.ways.keys(), self.board.cards.chosen(), self.asked, self.strip.field.text())
        self.strip.field.clear()
        return kept

    @override
    def take_up(self, kept: object) -> None:
        """Go on with the same card."""
        way, chosen, self.asked, reason = cast("tuple[object, tuple[ProjectId, ...], ProjectId | None, str]", kept)
        self._go_way(way)
        if chosen and self.board.shown is not None:
            self.board.cards.area.choose(chosen, chosen[0])
        self._ask()
        self.strip.field.setText(reason)

    def _go_way(self, keys: object) -> None:
        key = _LIST if _LIST in cast("frozenset[str]", keys) else _COLUMNS
        self.ways.set_keys(frozenset({key}))
        self.board.cards.show_list(is_list=key == _LIST)

    def _tell_chosen(self) -> None:
        chosen = self.board.cards.chosen()
        item = self.deciding.items.get(chosen[0]) if chosen and self.deciding is not None else None
        if item is not None:
            self.item_chosen.emit(item.id)

    # Reasons

    def _landed(self, projects: tuple[ProjectId, ...], is_by_hand: bool) -> None:  # noqa: FBT001  a signal carries it
        # The reason that is being written belongs to the card before.
        self.finish()
        against = [each for each in projects if self.deciding is not None and self.deciding.is_against(each)]
        self.asked = against[0] if against else None
        self._outdated = self._reason_elsewhere()
        self._ask()
        if self.asked is not None and is_by_hand:
            # Who holds the mouse goes on by typing; who moves cards by key may want to move this one further.
            self.strip.field.setFocus()

    def _reason_elsewhere(self) -> SessionNoteId | None:
        """Return the reason that the card had where it lay before; one that only changes its order keeps it."""
        deciding, project = self.deciding, self.asked
        if deciding is None or project is None or self.board.came_from.get(project) == deciding.lies.get(project):
            return None
        reason = deciding.reason(project)
        return None if reason is None else reason.id

    def _has_reason(self, deciding: Deciding, project: ProjectId) -> bool:
        reason = deciding.reason(project)
        return reason is not None and reason.id != self._outdated

    def _ask(self) -> None:
        """Ask why the card that landed last lies elsewhere; not when it has a reason, or lies where the result says."""
        deciding, project = self.deciding, self.asked
        if (
            deciding is None
            or project is None
            or not deciding.is_against(project)
            or self._has_reason(deciding, project)
        ):
            self.asked = None
            self.strip.hide()
            return
        self.strip.ask(
            _(
                "{title} lies in {column}. The result says {expected}. Why?",
                title=deciding.items[project].title,
                column=deciding.name(deciding.lies[project]),
                expected=deciding.name(deciding.expected[project]),
            )
        )

    def _give_reason(self, text: str) -> None:
        if self.asked is not None and self.deciding is not None:
            self.strip.field.clear()
            self._go_to_card()
            self._note(NoteKind.REASON, self.deciding.items[self.asked].id, text)

    def _pass(self) -> None:
        self._go_to_card()
        self.asked = None
        self.strip.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter on the card that is asked about lead to the answer, and not to the inventory."""
        is_enter = event.type() is QEvent.Type.KeyPress and cast("QKeyEvent", event).key() in _ENTER
        if is_enter and self.asked is not None and self.board.cards.chosen() == (self.asked,):
            self.strip.field.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _go_to_card(self) -> None:
        """Give the keyboard back to the card that was asked about, for the next move."""
        cards = self.board.cards
        if self.asked is None or not self.strip.isAncestorOf(self.window().focusWidget()):
            return
        if cards.is_list:
            cards.list.setFocus()
        else:
            cards.area.choose((self.asked,), self.asked)

    def _note(
        self, kind: NoteKind, item: RoundItemId | None, text: str, municipality: MunicipalityId | None = None
    ) -> None:
        if self._session is not None and self.facts is not None:
            self.host.perform(
                AddNote(
                    session=self._session.id,
                    kind=kind,
                    text=text,
                    municipality=municipality,
                    agenda_item=self.facts.sheet.agenda_item,
                    round_item=item,
                )
            )

    # Tools

    def _propose(self) -> None:
        if self.facts is not None:
            done = self.host.perform(ProposePlaces(round=self.facts.sheet.id), offer_undo=True)
            if done is not None and not done.value:
                told = _("All that the result places lies in columns already. Nothing was moved.")
                self.host.services.notices.say(told)

    def _keep(self) -> None:
        if self._session is not None and self.facts is not None:
            label = _("Decided in round {number}", number=lap_words(self.facts.sheet.lap))
            command = TakeSnapshot(session=self._session.id, round=self.facts.sheet.id, label=label)
            self.host.perform(command, offer_undo=True)

    def _reserve(self) -> None:
        session, deciding = self._session, self.deciding
        if session is None or deciding is None:
            return
        chosen = self.board.cards.chosen()
        project = chosen[0] if chosen else self.asked
        item = None if project is None else deciding.items.get(project)
        marks = {seat.municipality.id: seat.municipality.name for seat in session.seats if seat.municipality}
        title = session.name if item is None else item.title
        dialog = ReservationDialog(self, title, list(marks.items()))

        def write(values: dict[str, Any]) -> None:
            self._note(NoteKind.RESERVATION, item.id if item else None, values["text"], values["municipality"])

        dialog.confirmed.connect(write)
        dialog.open()
