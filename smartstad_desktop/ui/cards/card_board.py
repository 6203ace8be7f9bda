"""The columns of a board and their twin, the list: what is chosen and in the hand, and which moves are possible."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.ui.cards.columns_area import ColumnsArea
from smartstad_desktop.ui.cards.hand import Hand
from smartstad_desktop.ui.cards.list_view import BoardList
from smartstad_desktop.ui.cards.moves import Moves
from smartstad_desktop.ui.cards.rows import Filter
from smartstad_desktop.ui.cards.sizes import Sizes


class CardBoard(QStackedWidget):
    """Shows the cards of one board. What the user does comes out as commands; nothing moves before it is read again.

    What is held may be carried over all of *over*, which is the board itself when nothing else is said.
    """

    #: A command.
    requested = Signal(object)
    #: Carries a column to add another one after.
    column_wanted = Signal(object)
    #: Carries a project to look at.
    opened = Signal(int)

    def __init__(self, sizes: Sizes, over: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes = sizes
        self.shown: BoardCards | None = None
        self.words = Filter()
        self.is_read_only = False
        self.area = ColumnsArea(sizes)
        self.list = BoardList(sizes)
        self.hand = Hand(over or self, self.area)
        self.addWidget(self.area)
        self.addWidget(self.list)
        self.area.filtered.connect(self.refilter)
        self.area.requested.connect(self.requested)
        self.area.handle_clicked.connect(self.hand.take_up)
        self.hand.requested.connect(self.requested)

    @property
    def is_list(self) -> bool:
        """Return whether the list is open instead of the columns."""
        return self.currentWidget() is self.list

    def show_board(self, shown: BoardCards, *, is_read_only: bool = False) -> None:
        """Show the board as it is now; only what differs is told to the views."""
        self.shown, self.is_read_only = shown, is_read_only
        self.hand.is_locked = is_read_only
        self.area.show_board(shown, self.words, is_read_only=is_read_only)
        if self.is_list:
            self.list.show_board(shown, self.words)
        self.hand.set_moves(self.moves())

    def chosen(self) -> tuple[ProjectId, ...]:
        """Return the chosen projects, as they lie on the board."""
        chosen = self.list.chosen() if self.is_list else self.area.chosen()
        return self.moves().in_board_order(chosen) if self.shown else ()

    def show_list(self, *, is_list: bool) -> None:
        """Show the list, or the columns; what is chosen stays chosen."""
        chosen = self.chosen()
        self.setCurrentWidget(self.list if is_list else self.area)
        if self.shown is not None and is_list:
            self.list.show_board(self.shown, self.words)
            self.list.choose(chosen)
            self.list.setFocus()
        elif self.shown is not None:
            self.area.choose(chosen, chosen[0] if chosen else None)

    def zoom(self, steps: int) -> None:
        """Show the cards larger or smaller; no steps is the normal size."""
        self.sizes = self.sizes.zoomed(self.sizes.next_zoom(steps))
        self.area.set_sizes(self.sizes)

    def set_words(self, words: Filter) -> None:
        """Show only the cards that hold all of *words*."""
        self.words = words
        self.refilter()

    def refilter(self) -> None:
        """Show what the words let through now."""
        if self.shown is not None:
            self.area.show_rows(self.shown, self.words)
            self.list.show_board(self.shown, self.words)

    def moves(self) -> Moves:
        """Return what moves are possible on the board as it is shown."""
        if self.shown is None:
            raise LookupError
        visible = set(self.list.projects if self.is_list else (p for view in self.area.views for p in view.projects))
        return Moves(self.shown, visible.__contains__)
