"""How much work items are, where a round sorts them into what must be done and what can wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Effort:
    """The size of items by their number, and where it comes from.

    ``round`` is the number of the benefit × effort round the group judged it in; without one the sizes are budgets.
    """

    sizes: Mapping[int, float] = field(default_factory=dict[int, float])
    round: int | None = None
