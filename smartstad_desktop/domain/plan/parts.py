"""Fixed words of the plan: where a measure comes from, what was set aside, how a version is signed and adopted."""

from __future__ import annotations

from enum import StrEnum


class MeasureOrigin(StrEnum):
    """Where a measure comes from."""

    BOARD = "board"
    ROUND = "round"
    ORDER = "order"
    SCENARIO = "scenario"
    PROJECT = "project"
    HAND = "hand"


class Horizon(StrEnum):
    """When the effect of a measure can be seen: within a year, within three, or later."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class AsideKind(StrEnum):
    """What became of something that is no measure: put off, or ended (the stop list)."""

    NOT_PRIORITISED = "not_prioritised"
    STOP = "stop"


class ReservationKind(StrEnum):
    """How somebody stands apart from a decision: against it, with a statement of their own, or in doubt."""

    RESERVATION = "reservation"
    STATEMENT = "statement"
    CONCERN = "concern"


class AdoptionOutcome(StrEnum):
    """What a municipality decided about its part of the plan."""

    ADOPTED = "adopted"
    ADOPTED_IN_PART = "adopted_in_part"
    POSTPONED = "postponed"
    DECLINED = "declined"


class SigningManner(StrEnum):
    """How a version is signed: in the municipality's own service, here with a certificate, or not, by minutes."""

    ELSEWHERE = "elsewhere"
    HERE = "here"
    MINUTES = "minutes"


class PlanFileKind(StrEnum):
    """What a kept file of a version is: the archive PDF made here, a signed one, minutes, or something else."""

    ARCHIVE = "archive"
    SIGNED = "signed"
    MINUTES = "minutes"
    OTHER = "other"
