"""Ballots as data before they are drawn: who answers, what about, and which fields there are to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smartstad_desktop.exchange.documents.document import Mark


class FieldKind(StrEnum):
    """What is done with a field: a dot is filled, a box is ticked, a frame is written in."""

    DOT = "dot"
    BOX = "box"
    FRAME = "frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is asked about each item: one field for each label, which stands in a dot and above a box."""

    heading: str
    kind: FieldKind
    labels: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """An item by its number, or a pair of two; ``about`` holds the numbers it is about."""

    number: str
    title: str
    marks: tuple[Mark, ...] = ()
    other: str = ""
    about: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One ballot: whose it is, and the numbers it leaves to the others."""

    whose: str
    mark: Mark | None = None
    own: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPapers:
    """All ballots of a round. ``steps`` says what the values of a scale mean; ``concern`` asks for words."""

    title: str
    language: str
    author: str
    created: datetime
    session: str
    heading: str
    question: str
    how: str
    answers: tuple[Answer, ...]
    rows: tuple[PaperRow, ...]
    papers: tuple[Paper, ...]
    item_heading: str
    own_words: str
    continued: str
    steps: tuple[str, ...] = ()
    concern: str = ""
