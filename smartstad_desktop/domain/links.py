"""How two records of the inventory relate."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """What somebody has said about two projects."""

    RELATED = "related"
    APART = "apart"
    ADOPTED_FROM = "adopted_from"
