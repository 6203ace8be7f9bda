"""Decisions with their clauses, and the assignments they give."""

from __future__ import annotations

from enum import StrEnum


class DecisionState(StrEnum):
    """Where a decision stands; an amended one is still read, a revoked one no longer holds."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    AMENDED = "amended"
    REVOKED = "revoked"


class Outcome(StrEnum):
    """What a body decided on a proposal."""

    APPROVED = "approved"
    APPROVED_WITH_CHANGES = "approved_with_changes"
    REFERRED_BACK = "referred_back"
    REJECTED = "rejected"
    NOTED = "noted"
    STOPPED = "stopped"


class AssignmentState(StrEnum):
    """How far an assignment has come."""

    GIVEN = "given"
    STARTED = "started"
    DONE = "done"
    STOPPED = "stopped"
