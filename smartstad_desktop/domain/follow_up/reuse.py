"""Results that travel from one municipality to another (seed S3-14)."""

from __future__ import annotations

from enum import StrEnum

from smartstad_desktop.domain.errors import RuleError


class ReuseState(StrEnum):
    """How far a municipality has come with a result from elsewhere."""

    INTERESTED = "interested"
    PLANNED = "planned"
    TAKEN_OVER = "taken_over"
    DECLINED = "declined"


class OwnResult(RuleError):
    """A municipality cannot take over its own result. Parameters: ``name``."""

    code = "own_result"


class NothingToShare(RuleError):
    """The result has not been written yet, so nobody can take it over. Parameters: ``title``."""

    code = "nothing_to_share"
