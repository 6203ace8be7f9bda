"""Every way of moving cards as the command it asks for: drag, click, key, menu and list ask for the same ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from smartstad_desktop.domain import board as rules
from smartstad_desktop.domain.board import Place
from smartstad_desktop.domain.values import ColumnId, ProjectId
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.usecases.placing import PlaceCards


class Direction(Enum):
    """Where a key moves cards."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


class Moves:
    """What moves are possible on a board as it lies now. *is_shown* leaves out what a filter hides."""

    def __init__(self, shown: BoardCards, is_shown: Callable[[ProjectId], bool] | None = None) -> None:
        self._board = shown.board.id
        self._names = {column.id: column.name for column in shown.columns}
        self._orders: dict[ColumnId | None, tuple[ProjectId, ...]] = {None: tuple(card.project for card in shown.tray)}
        for column in shown.columns:
            self._orders[column.id] = tuple(card.project for card in column.cards)
        self._is_shown = is_shown or _every_one

    @property
    def columns(self) -> tuple[ColumnId | None, ...]:
        """Return the columns from left to right; the tray stands first."""
        return tuple(self._orders)

    def name(self, column: ColumnId) -> str:
        """Return what *column* is called."""
        return self._names[column]

    def order(self, column: ColumnId | None) -> tuple[ProjectId, ...]:
        """Return what lies in *column*, from the top."""
        return self._orders.get(column, ())

    def column_of(self, project: ProjectId) -> ColumnId | None:
        """Return where *project* lies."""
        return next((column for column, order in self._orders.items() if project in order), None)

    def in_board_order(self, projects: Iterable[ProjectId]) -> tuple[ProjectId, ...]:
        """Return *projects* as they lie, column by column: that is the order they keep when they are moved."""
        chosen = set(projects)
        return tuple(project for order in self._orders.values() for project in order if project in chosen)

    def place(self, projects: Sequence[ProjectId], place: Place) -> PlaceCards | None:
        """Return the command that puts *projects* at *place*, or None when they lie there already."""
        if not projects or place.column not in self._orders or self.stays_put(projects, place):
            return None
        return PlaceCards(board=self._board, projects=tuple(projects), column=place.column, before=place.before)

    def stays_put(self, projects: Sequence[ProjectId], place: Place) -> bool:
        """Return whether *projects* lie at *place* already."""
        return rules.stays_put(self.order(place.column), projects, place.before)

    def place_number(self, projects: Sequence[ProjectId], place: Place) -> int:
        """Return the place, from 1, that the first of *projects* would have."""
        return rules.place_number(self.order(place.column), projects, place.before)

    def place_at(self, column: ColumnId | None, visible: Sequence[ProjectId], row: int) -> Place:
        """Return the place before the card that is shown at *row*, or right after the last one that is shown.

        Hidden cards below the last one stay below what is put there.
        """
        if row < len(visible):
            return Place(column, visible[row])
        return Place(column, self._following(column, visible[-1]) if visible else None)

    def send(
        self, projects: Iterable[ProjectId], column: ColumnId | None, *, to_top: bool = False
    ) -> PlaceCards | None:
        """Return the command that puts *projects* at the end, or the top, of *column*."""
        hand = self.in_board_order(projects)
        staying = [project for project in self.order(column) if project not in hand]
        return self.place(hand, Place(column, staying[0] if to_top and staying else None))

    def step(self, projects: Iterable[ProjectId], direction: Direction) -> PlaceCards | None:
        """Return the command that moves *projects* one step, or None at the edge of the board."""
        hand = self.in_board_order(projects)
        if not hand:
            return None
        column = self.column_of(hand[0])
        if direction in {Direction.LEFT, Direction.RIGHT}:
            return self._sideways(hand, column, 1 if direction is Direction.RIGHT else -1)
        hand = tuple(project for project in hand if project in self.order(column))
        visible = [project for project in self.order(column) if self._is_shown(project)]
        if direction is Direction.UP:
            at = visible.index(hand[0])
            return self.place(hand, Place(column, visible[max(0, at - 1)]))
        after = [project for project in visible[visible.index(hand[-1]) :] if project not in hand]
        if not after:
            return self.place(hand, Place(column, self._following(column, hand[-1])))
        return self.place(hand, Place(column, self._following(column, after[0])))

    def _sideways(self, hand: tuple[ProjectId, ...], column: ColumnId | None, by: int) -> PlaceCards | None:
        columns = self.columns
        at = columns.index(column) + by
        if not 0 <= at < len(columns):
            return None
        target = [project for project in self.order(columns[at]) if project not in hand]
        row = self.order(column).index(hand[0])
        return self.place(hand, Place(columns[at], target[row] if row < len(target) else None))

    def _following(self, column: ColumnId | None, project: ProjectId) -> ProjectId | None:
        order = self.order(column)
        at = order.index(project) + 1
        return order[at] if at < len(order) else None


def _every_one(_project: ProjectId) -> bool:
    return True
