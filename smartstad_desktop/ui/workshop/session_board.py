"""The board of a session inside the console: the same cards, hand and keys as on the board page, and its list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.values import ColumnId, ProjectId
from smartstad_desktop.domain.workshop.meeting import SessionState
from smartstad_desktop.reads import board as reads
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.cards.card_board import CardBoard
from smartstad_desktop.ui.cards.card_deeds import CardDeeds
from smartstad_desktop.ui.cards.column_dialog import ask_column
from smartstad_desktop.ui.cards.sizes import Sizes
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.usecases.board import default_columns
from smartstad_desktop.usecases.placing import AddProjectsToBoard, PlaceCards
from smartstad_desktop.usecases.workshop.deciding import MakeSessionBoard

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.sessions import SessionSheet

_ZOOM: Final = 0.8
_NARROW: Final = 100


class SessionBoard(QWidget):
    """Shows the session's board, or offers to make one."""

    #: Carries the projects that were just put somewhere, and whether a hand let go of them there.
    placed = Signal(object, bool)

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host = host
        self._session: SessionSheet | None = None
        self._round: RoundSheet | None = None
        #: Where each card lay before the last move; cards from the tray are not in it.
        self.came_from: Mapping[ProjectId, ColumnId] = {}
        # The console has a third of the window: narrow columns with smaller cards.
        self.cards = CardBoard(replace(Sizes.at_the_desk(), zoom=_ZOOM, column=_NARROW), over=self)
        self.deeds = CardDeeds(self.cards)
        self.make = Button(_("Make a board for this workshop"), ButtonKind.PRIMARY, "plus")
        empty = EmptyState(
            "columns-3",
            _("No board to decide on yet"),
            _("Decisions are cards in columns such as Now, Next and Later. The board stays when the workshop is over."),
        )
        empty.tools.addWidget(self.make)
        self.places = QStackedWidget()
        self.places.addWidget(self.cards)
        self.places.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.places)
        self.make.clicked.connect(self._make)
        self.cards.requested.connect(self._ask)
        self.cards.opened.connect(self._open)
        self.cards.column_wanted.connect(self._ask_column)
        self.cards.hand.dragging.cancelled.connect(self._tell_cancelled)
        self.setFocusProxy(self.cards)

    @property
    def shown(self) -> BoardCards | None:
        """Return the board as it is shown; None while there is none."""
        return self.cards.shown if self.places.currentWidget() is self.cards else None

    @property
    def is_read_only(self) -> bool:
        """Return whether cards stay where they are: decisions are made while the workshop goes on."""
        session = self._session
        return session is None or session.state is not SessionState.OPEN or self.host.services.workspace.is_read_only

    def show_session(self, session: SessionSheet, round_: RoundSheet, *, is_mirrored: bool) -> None:
        """Show the session's board as it is now; when the room sees the console, what may be seen of it."""
        self._session, self._round = session, round_
        board = None
        if session.board is not None:
            board = self.host.services.workspace.read(reads.board, session.board)
        self.places.setCurrentIndex(0 if board is not None else 1)
        self.make.setEnabled(not self.is_read_only)
        if board is not None:
            board = reads.for_the_audience(board) if is_mirrored else board
            self.cards.show_board(board, is_read_only=self.is_read_only)
            self.cards.area.tray.setVisible(bool(board.tray) or not any(column.cards for column in board.columns))

    def show_notes(self, notes: Mapping[ProjectId, str]) -> None:
        """Write what the result says on the cards."""
        if dict(self.cards.area.notes) != dict(notes):
            self.cards.area.notes = dict(notes)
            self.cards.refilter()

    def missing(self) -> tuple[ProjectId, ...]:
        """Return the round's projects that are not on the board."""
        shown, round_ = self.shown, self._round
        if shown is None or round_ is None:
            return ()
        here = {card.project for card in shown.tray}
        here |= {card.project for column in shown.columns for card in column.cards}
        return tuple(item.project for item in round_.items if item.project is not None and item.project not in here)

    def bring(self) -> None:
        """Put the round's projects into the tray."""
        if self.shown is not None and self.missing():
            self.host.perform(AddProjectsToBoard(board=self.shown.board.id, projects=self.missing()))

    def _ask(self, command: object) -> None:
        shown = self.shown
        columns = () if shown is None else shown.columns
        self.came_from = {card.project: column.id for column in columns for card in column.cards}
        done = self.host.perform(command)  # type: ignore[arg-type]  boards ask for commands only
        if done is not None and isinstance(command, PlaceCards):
            self.placed.emit(command.projects, self.cards.hand.is_letting_go)

    def _make(self) -> None:
        session, round_ = self._session, self._round
        if session is None or round_ is None:
            return
        year = self.host.services.workspace.now.astimezone().year
        self.host.perform(
            MakeSessionBoard(
                session=session.id,
                question=round_.question,
                columns=default_columns(current().language, year),
                projects=tuple(item.project for item in round_.items if item.project is not None),
            )
        )

    def _ask_column(self, after: ColumnId) -> None:
        if self.shown is not None:
            ask_column(self, self.shown, after, self.host.perform)

    def _open(self, project: int) -> None:
        self.host.lead_to(PageTarget(PageId.INVENTORY, row=project))

    def _tell_cancelled(self) -> None:
        self.host.services.notices.announce(_("Nothing has moved"))
