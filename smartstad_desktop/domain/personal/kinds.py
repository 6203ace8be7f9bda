"""Kinds of personal data, and what is done with each when its time is over (domain 4.5)."""

from __future__ import annotations

from enum import StrEnum


class PersonalCategory(StrEnum):
    """A kind of personal data that is kept for a time of its own."""

    CONTACTS = "contacts"
    SEATS = "seats"
    ATTENDANCE = "attendance"
    QUOTES = "quotes"
    NOTES = "notes"
    SIGNATURES = "signatures"


class Weeding(StrEnum):
    """What happens when the time is over."""

    KEEP = "keep"
    ANONYMISE = "anonymise"
    REMOVE = "remove"
