"""One place up or down in an order, as the command for moving wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def step(order: Sequence[int], item: int, by: int, move: Callable[[int | None], object]) -> None:
    """Call *move* with what *item* is to go before (None is last) to be one place up or down; at the end do nothing."""
    place = order.index(item)
    if 0 <= place + by < len(order):
        following = place + 2 if by > 0 else place - 1
        move(order[following] if following < len(order) else None)
