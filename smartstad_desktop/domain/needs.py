"""Residents' needs and the digital services on the market: their vocabulary."""

from __future__ import annotations

from enum import StrEnum


class NeedSource(StrEnum):
    """How a need was found (domain 1.1, S1-15)."""

    INTERVIEW = "interview"
    DIALOGUE = "dialogue"
    SURVEY = "survey"
    WORKSHOP = "workshop"
    CASE_DATA = "case_data"
    OTHER = "other"


class CostClass(StrEnum):
    """What a service costs, roughly, in a year."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
