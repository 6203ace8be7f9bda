"""Where the bodies stand in the organisation picture: each beneath the one it answers to, beside its like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

#: Between neighbours, and between a body and those beneath it.
GAP: Final = 22.0
DROP: Final = 34.0
#: More bodies than this under one, none of them with bodies of its own, stand beneath each other in columns.
SIDE_BY_SIDE: Final = 4
_COLUMNS: Final = 3
#: Room for the line that leads along a column.
_SPINE: Final = 14.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much room a body takes."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """The upper left corner of a body; ``is_beside`` says that the line comes from its left."""

    x: float
    y: float
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A body to place: what it is known by, whom it answers to, and its size."""

    id: int
    parent: int | None
    size: Size


def children_of(nodes: Sequence[Node]) -> dict[int | None, list[Node]]:
    """Return the nodes by whom they answer to, in order; who answers to nobody here, or in a ring, is at the top."""
    by_id = {node.id: node for node in nodes}
    found: defaultdict[int | None, list[Node]] = defaultdict(list)
    for node in nodes:
        found[node.parent if node.parent in by_id and not _is_ring(node, by_id) else None].append(node)
    return dict(found)


def _is_ring(node: Node, by_id: Mapping[int, Node]) -> bool:
    above, seen = node.parent, {node.id}
    while above is not None and above in by_id and above not in seen:
        seen.add(above)
        above = by_id[above].parent
    return above == node.id


class Layout:
    """Places nodes from the top down; ``places``, ``width`` and ``height`` tell the result."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._under = children_of(nodes)
        self.places: dict[int, Place] = {}
        roots = self._under.get(None, [])
        self.width = self._row_width(roots)
        self.height = max((self._put(node, left, 0.0) for node, left in self._beside(roots, 0.0)), default=0.0)

    def _row_width(self, nodes: Sequence[Node]) -> float:
        return sum(self._width(node) for node in nodes) + GAP * max(0, len(nodes) - 1)

    def _width(self, node: Node) -> float:
        under = self._under.get(node.id, [])
        if self._is_stacked(under):
            columns = _shared(under)
            return max(node.size.width, sum(_column_width(each) for each in columns) + GAP * (len(columns) - 1))
        return max(node.size.width, self._row_width(under))

    def _is_stacked(self, nodes: Sequence[Node]) -> bool:
        return len(nodes) > SIDE_BY_SIDE and not any(self._under.get(node.id) for node in nodes)

    def _beside(self, nodes: Sequence[Node], left: float) -> list[tuple[Node, float]]:
        found: list[tuple[Node, float]] = []
        for node in nodes:
            found.append((node, left))
            left += self._width(node) + GAP
        return found

    def _put(self, node: Node, left: float, top: float) -> float:
        """Place *node* and what is beneath it from *left* on; return how far down they reach."""
        room = self._width(node)
        self.places[node.id] = Place(left + (room - node.size.width) / 2, top)
        bottom, below = top + node.size.height, self._under.get(node.id, [])
        start = bottom + DROP
        if self._is_stacked(below):
            return max(bottom, self._put_columns(below, left, start, room))
        inset = (room - self._row_width(below)) / 2
        ends = [self._put(child, at, start) for child, at in self._beside(below, left + inset)]
        return max(bottom, *ends) if ends else bottom

    def _put_columns(self, nodes: Sequence[Node], left: float, top: float, room: float) -> float:
        columns = _shared(nodes)
        left += (room - sum(_column_width(each) for each in columns) - GAP * (len(columns) - 1)) / 2
        deepest = top
        for column in columns:
            down = top
            for node in column:
                self.places[node.id] = Place(left + _SPINE, down, is_beside=True)
                down += node.size.height + GAP / 2
            deepest = max(deepest, down - GAP / 2)
            left += _column_width(column) + GAP
        return deepest


def _shared(nodes: Sequence[Node]) -> list[Sequence[Node]]:
    each = -(-len(nodes) // _COLUMNS)
    return [nodes[first : first + each] for first in range(0, len(nodes), each)]


def _column_width(nodes: Sequence[Node]) -> float:
    return _SPINE + max(node.size.width for node in nodes)
