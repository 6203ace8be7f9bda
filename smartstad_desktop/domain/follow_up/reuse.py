"""Results that travel from one municipality to another (seed S3-14)."""

from __future__ import annotations

from enum import StrEnum


class ReuseState(StrEnum):
    """How far a municipality has come with a result from elsewhere."""

    INTERESTED = "interested"
    PLANNED = "planned"
    TAKEN_OVER = "taken_over"
    DECLINED = "declined"
