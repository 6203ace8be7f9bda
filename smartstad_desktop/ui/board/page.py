"""The board page: reads the board, runs what its surface asks for, and shows it to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import ChangeSet, Kind
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.values import BoardId, ProjectId
from smartstad_desktop.reads import board as reads
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.board.clock import Countdown
from smartstad_desktop.ui.board.errands import Errands
from smartstad_desktop.ui.board.surface import Surface
from smartstad_desktop.ui.board.wall import WallWindow, projector_screen
from smartstad_desktop.ui.cards import gaps
from smartstad_desktop.ui.cards.card_deeds import CardDeeds
from smartstad_desktop.ui.cards.sizes import Sizes
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.services import Services

_BOARD: Final = "board.shown"
_MOTION: Final = "board.motion"
_STILL: Final = "off"


class BoardPage(Page):
    """Prioritising by moving cards."""

    interests = frozenset(
        {
            Kind.BOARD,
            Kind.BOARD_COLUMN,
            Kind.PLACEMENT,
            Kind.PROJECT,
            Kind.PROJECT_MUNICIPALITY,
            Kind.PROJECT_GOAL,
            Kind.MUNICIPALITY,
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.countdown = Countdown(self)
        self.surface = Surface(Sizes.at_the_desk(), self.countdown)
        self.errands = Errands(self, self.surface)
        self.wall: WallWindow | None = None
        self.new_board_button = Button(_("Create a board"), ButtonKind.PRIMARY, "plus")
        empty = EmptyState(
            "presentation",
            _("No board yet"),
            _("A board has columns such as Now, Next and Later. In a workshop you sort the projects together."),
        )
        empty.tools.addWidget(self.new_board_button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.surface)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._board = BoardId(int(services.settings.remembered(services.workspace.path, _BOARD) or 0))
        self.surface.area.set_motion(duration_ms=self.motion_ms)
        self.errands.set_motion(is_on=self.motion_ms > 0)
        self._connect()

    def _connect(self) -> None:
        surface = self.surface
        self._serve(surface)
        surface.opened.connect(self._open_project)
        self.errands.board_wanted.connect(self.show_board)
        self.errands.motion_wanted.connect(self._set_motion)
        surface.foot.wall_wanted.connect(self.show_on_wall)
        self.new_board_button.clicked.connect(self.errands.new_board)

    def _serve(self, surface: Surface) -> None:
        CardDeeds(surface.cards)
        surface.hand.dragging.cancelled.connect(self._tell_cancelled)
        surface.requested.connect(self.requested)
        surface.undo_wanted.connect(self._undo)

    @override
    def refresh(self) -> None:
        """Read the board; the one that was open, or the first there is."""
        read = self.services.workspace.read
        shown = read(reads.board, self._board)
        if shown is None:
            rows = read(reads.boards)
            self._board = rows[0].id if rows else BoardId(0)
            shown = read(reads.board, self._board)
        if shown is None:
            self._stack.setCurrentIndex(1)
            self.new_board_button.setEnabled(not self.services.workspace.is_read_only)
            return
        self._stack.setCurrentIndex(0)
        self.countdown.set_minutes(shown.board.timer_minutes)
        self.surface.show_board(shown, is_read_only=self.services.workspace.is_read_only)
        if self.wall is not None:
            self.wall.show_board(reads.for_the_audience(shown), is_read_only=self.services.workspace.is_read_only)

    @override
    def mark_stale(self) -> None:
        """Read again at once while the room watches, even when this page is not seen at the desk."""
        if self.wall is not None and not self.isVisible():
            self.refresh()
        super().mark_stale()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose the card of a project; ``filters`` may name a board."""
        board = target.filters.get("board")
        if isinstance(board, int):
            self.show_board(BoardId(board))
        if target.row is not None:
            project = ProjectId(target.row)
            self.surface.area.choose((project,), project)

    def show_board(self, board: BoardId) -> None:
        """Show another board, and remember it for this file."""
        self._board = board
        self.countdown.reset()
        self.services.settings.remember(self.services.workspace.path, _BOARD, str(board))
        self.mark_stale()

    @property
    def motion_ms(self) -> int:
        """Return how long gaps take to open: the user may want no movement."""
        settings, path = self.services.settings, self.services.workspace.path
        return 0 if settings.remembered(path, _MOTION) == _STILL else gaps.DURATION_MS

    def _set_motion(self, is_on: bool) -> None:  # noqa: FBT001  a signal carries it
        self.services.settings.remember(self.services.workspace.path, _MOTION, "" if is_on else _STILL)
        for surface in (self.surface, *([self.wall.surface] if self.wall else [])):
            surface.area.set_motion(duration_ms=self.motion_ms)

    def _tell_cancelled(self) -> None:
        self.services.notices.announce(_("Nothing has moved"))

    def _open_project(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, row=project))

    # The wall.

    def show_on_wall(self) -> None:
        """Show the board to the room, on the second screen when there is one."""
        if self.wall is not None or self.surface.shown is None:
            return
        wall = WallWindow(projector_screen(self), self.countdown, self)
        self._serve(wall.surface)
        wall.redo_wanted.connect(self._redo)
        wall.ended.connect(self._end_wall)
        wall.surface.area.set_motion(duration_ms=self.motion_ms)
        self.wall = wall
        wall.show_board(reads.for_the_audience(self.surface.shown), is_read_only=self.services.workspace.is_read_only)
        wall.showFullScreen()
        wall.surface.area.views[-1].setFocus()

    def _end_wall(self) -> None:
        if self.wall is not None:
            self.wall.deleteLater()
            self.wall = None

    # Undo.

    def _undo(self) -> None:
        self._replay(self.services.workspace.undo)

    def _redo(self) -> None:
        self._replay(self.services.workspace.redo)

    def _replay(self, replay: Callable[..., ChangeSet]) -> None:
        try:
            changes = replay(origin=self)
        except DomainError as error:
            self.services.notices.trouble(error)
            return
        self.services.notices.announce(_("Undone") if changes.command == "undo" else _("Done again"))
