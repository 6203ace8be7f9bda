"""Steering reports and final reports: composed from data, with own text that is kept (domain 6.6)."""

from __future__ import annotations

from enum import StrEnum


class ReportKind(StrEnum):
    """Who a report is for and when."""

    STEERING = "steering"
    FINAL = "final"


class ReportState(StrEnum):
    """Where a report stands; what it told is kept when it is given."""

    PLANNED = "planned"
    DRAFT = "draft"
    GIVEN = "given"


class Heading(StrEnum):
    """Headings of a report; the first four are the levers of a steering group (seed S5-15)."""

    DIRECTION = "direction"
    RESOURCES = "resources"
    MANDATE = "mandate"
    SPREAD = "spread"
    SUMMARY = "summary"
    DONE = "done"
    NEXT = "next"
    DEVIATIONS = "deviations"
    DECISIONS = "decisions"
    LESSONS = "lessons"
