"""The programme's own work: parts, and what stands on its timeline."""

from __future__ import annotations

from enum import StrEnum


class EntryKind(StrEnum):
    """What stands on the timeline. A deliverable is handed over, a milestone is passed, an activity is done."""

    ACTIVITY = "activity"
    DELIVERABLE = "deliverable"
    MILESTONE = "milestone"
    EVENT = "event"


class WorkState(StrEnum):
    """How far a part or an entry has come."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    PAUSED = "paused"
    DROPPED = "dropped"


class Light(StrEnum):
    """A light for reports (domain 2.8), always shown with its words."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class EntryFormat(StrEnum):
    """Where people meet for an activity or event."""

    ON_SITE = "on_site"
    ONLINE = "online"
    HYBRID = "hybrid"
    SATELLITE = "satellite"


class Onboarding(StrEnum):
    """How far a municipality has come into the programme (seed S3-12)."""

    NOT_STARTED = "not_started"
    VISITED = "visited"
    STARTED = "started"
    OWN_CALLS = "own_calls"


class Settlement(StrEnum):
    """What kind of municipality it is, beside its size."""

    CITY = "city"
    TOWN = "town"
    COMMUTER = "commuter"
    RURAL = "rural"
    ISLAND = "island"


class Succession(StrEnum):
    """Why one municipality came after another."""

    MERGER = "merger"
    SPLIT = "split"
    RENAMED = "renamed"
    MOVED_COUNTY = "moved_county"


class ApplicationState(StrEnum):
    """What became of an application to an open call."""

    APPLIED = "applied"
    SELECTED = "selected"
    DECLINED = "declined"
