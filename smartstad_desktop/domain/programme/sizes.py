"""How large a municipality is, in three plain classes (domain 6.1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

#: From how many inhabitants a municipality is large, and medium.
LARGE_FROM: Final = 100_000
MEDIUM_FROM: Final = 25_000


class SizeClass(StrEnum):
    """Large, medium or small."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"


def size_class(population: int) -> SizeClass:
    """Return the class of a municipality with *population* inhabitants."""
    if population >= LARGE_FROM:
        return SizeClass.LARGE
    return SizeClass.MEDIUM if population >= MEDIUM_FROM else SizeClass.SMALL
