"""Columns as group work: the group lays the cards on the session's board together, with nobody's ballot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.workshop import sessions
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_deeds import BallotDeeds
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable
from smartstad_desktop.ui.workshop.ballots.ballot_twin import BallotTwin
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.ui.workshop.session_board import SessionBoard


class BoardTwin(BallotTwin):
    """The board, and the round's projects in its tray."""

    def __init__(self, host: WorkshopHost, deeds: BallotDeeds, parent: QWidget | None = None) -> None:
        super().__init__(host, deeds, parent)
        self.board = SessionBoard(host)
        self.bring = Button(_("Put the projects into the tray"), icon="inbox")
        words = Label(
            _("What is laid here is the group’s own, and is decided at once. Ballots are not needed."),
            Type.CAPTION,
            role=Role.INK_SOFT,
            wraps=True,
        )
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(self.bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.board, 1)
        self.bring.clicked.connect(self.board.bring)
        self.setFocusProxy(self.board)

    @override
    def show_ballot(self, table: BallotTable, column: int, *, is_masked: bool) -> None:
        """Show the board; whose ballot is chosen makes no difference here."""
        if not self.isVisible() and self.board.shown is not None:
            return
        session = self.host.services.workspace.read(sessions.session, table.sheet.session)
        if session is not None:
            self.board.show_session(session, table.sheet, is_mirrored=is_masked)
            self.bring.setVisible(bool(self.board.missing()))
