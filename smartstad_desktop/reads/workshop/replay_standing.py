"""How the board of a session stood at a moment, and what moved between two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from smartstad_desktop.domain.values import BoardId, ColumnId, ProjectId
from smartstad_desktop.reads.workshop.replay_cards import ReplayCard

_BOARD: Final = "board_id"
#: Where a card lies: its column (None is the tray), and by which key.
Place = tuple[ColumnId | None, str]
CardOf = Callable[[ProjectId], ReplayCard]


@dataclass(frozen=True, slots=True)
class ReplayColumn:
    """A column with its cards from the top; the tray has no name."""

    name: str
    cards: tuple[ReplayCard, ...]
    is_tray: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A card that went somewhere; None is not on the board, an empty name the tray. Places count from 1."""

    card: ReplayCard
    from_column: str | None
    to_column: str | None
    to_place: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The board that the session decides on, its columns by name from the left with the tray last, and its cards."""

    board: BoardId | None = None
    names: Mapping[ColumnId | None, str] = field(default_factory=dict[ColumnId | None, str])
    lying: Mapping[ProjectId, Place] = field(default_factory=dict[ProjectId, Place])

    def columns(self, card: CardOf) -> tuple[ReplayColumn, ...]:
        """Return the columns with their cards."""
        stacks: defaultdict[ColumnId | None, list[tuple[str, ProjectId]]] = defaultdict(list)
        for project, (column, key) in self.lying.items():
            stacks[column].append((key, project))
        return tuple(
            ReplayColumn(name, tuple(card(project) for _key, project in sorted(stacks[column])), column is None)
            for column, name in self.names.items()
        )


def standing_of(
    board: BoardId | None, columns: Mapping[int, Mapping[str, Any]], placements: Mapping[int, Mapping[str, Any]]
) -> Standing:
    """Return how *board* stands, from the rows of all columns and placements."""
    if board is None:
        return Standing()
    mine = sorted((row["order_key"], key) for key, row in columns.items() if row[_BOARD] == board)
    lying = {
        ProjectId(row["project_id"]): (None if row["column_id"] is None else ColumnId(row["column_id"]), key)
        for row in placements.values()
        if row[_BOARD] == board and (key := str(row["order_key"]))
    }
    return Standing(board, {**{ColumnId(key): str(columns[key]["name"]) for _order, key in mine}, None: ""}, lying)


def moves_between(before: Standing, after: Standing, card: CardOf) -> tuple[Move, ...]:
    """Return the cards that lie elsewhere now; a column is called what it was called when they left it."""
    moved = [
        project for project in {**before.lying, **after.lying} if before.lying.get(project) != after.lying.get(project)
    ]
    found: list[Move] = []
    for project in sorted(moved, key=lambda each: _order(after.lying.get(each))):
        old, new = before.lying.get(project), after.lying.get(project)
        place = None if new is None else sum(key <= new[1] for column, key in after.lying.values() if column == new[0])
        found.append(
            Move(
                card=card(project),
                from_column=None if old is None else before.names.get(old[0], ""),
                to_column=None if new is None else after.names.get(new[0], ""),
                to_place=place,
            )
        )
    return tuple(found)


def _order(place: Place | None) -> tuple[str, str]:
    return ("", "") if place is None else (str(place[0]), place[1])
