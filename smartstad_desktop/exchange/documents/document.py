"""A document as data: headings, paragraphs, tables and figures, in one language.

Whoever builds a document says what things are, never how they look; a renderer turns it into pages. Texts are plain
text everywhere: nothing in them is ever read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from smartstad_desktop.exchange.documents.carried import Attachment, Fingerprint
from smartstad_desktop.exchange.documents.drawing import Drawing


class Tone(StrEnum):
    """How a run of text is meant."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRONG_EMPHASIS = "strong_emphasis"
    SOFT = "soft"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one tone; a line break in it is a line break on paper.

    With a *link* it leads to that address, which begins with ``http://``, ``https://`` or ``mailto:``.
    """

    text: str
    tone: Tone = Tone.PLAIN
    link: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A municipality's mark: two letters on its colour, and the name that is read aloud."""

    letters: str
    colour: str
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table: marks first, then text."""

    runs: tuple[Run, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """Return the text without its tones."""
        return "".join(run.text for run in self.runs)


def cell(text: str, tone: Tone = Tone.PLAIN, *, marks: tuple[Mark, ...] = ()) -> Cell:
    """Return a cell with one run of text."""
    return Cell(runs=(Run(text, tone),) if text else (), marks=marks)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 and 2 are listed in the contents and the bookmarks."""

    text: str
    level: int = 1


class Manner(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    runs: tuple[Run, ...]
    manner: Manner = Manner.BODY


def paragraph(text: str, manner: Manner = Manner.BODY) -> Paragraph:
    """Return a paragraph with one plain run of text."""
    return Paragraph(runs=(Run(text),), manner=manner)


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list of points."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a list: how deep it lies, and its number when the points have an order."""

    runs: tuple[Run, ...]
    depth: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class PointList:
    """A list of points, which may have lists of their own: the deeper points after one of them are its list."""

    points: tuple[Point, ...]


class Align(StrEnum):
    """Where text stands in a column."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and its share of the width."""

    heading: str
    share: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings; ``caption`` says what it shows to those who cannot see it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    total: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Labels with their values below each other; ``boxed`` sets them on a panel."""

    pairs: tuple[tuple[str, Cell], ...]
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few large figures side by side, each with what it counts."""

    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Badges:
    """Municipality marks in a row with a note after them."""

    marks: tuple[Mark, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a figure: what it is, how long, and the figure as it is written."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class BarFigure:
    """Bars below each other; ``alternative`` says the same in words."""

    bars: tuple[Bar, ...]
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRow:
    """Who signs, and for whom.

    With a *key* the room to sign is a named place of the file, ``sign-`` and the key, where a signature can be put
    later. *strokes* are a name drawn by hand: a list of strokes in JSON, each a list of points from 0 to 1 with y
    downwards, on a pad three times as wide as high.
    """

    organisation: str
    role: str = ""
    name: str = ""
    place_and_day: str = ""
    key: str = ""
    strokes: str = ""


@dataclass(frozen=True, slots=True)
class SignatureTable:
    """A row per signer with room to sign; ``drawn`` is said under a name that was drawn by hand: what it is worth."""

    headings: tuple[str, str, str, str]
    rows: tuple[SignatureRow, ...]
    caption: str
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page when they fit on one."""

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | PointList
    | Table
    | KeyValues
    | KeyFigures
    | Badges
    | BarFigure
    | Drawing
    | SignatureTable
    | PageBreak
    | KeepTogether
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document under its heading; it may begin on a new page."""

    heading: Heading
    blocks: tuple[Block, ...]
    starts_page: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page."""

    kicker: str
    title: str
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document with everything a renderer needs, and nothing about how it looks.

    ``page_label`` has the places ``{page}`` and ``{pages}``; ``warning`` is printed on every page when it is not empty.
    Without a *cover* it begins with its title on the first page and has no list of contents. *attachments* travel in
    the file; *fingerprint* says by which data they, and the pages, were made.
    """

    title: str
    language: str
    subject: str
    author: str
    created: datetime
    cover: Cover | None
    contents_title: str
    footer: str
    page_label: str
    sections: tuple[Section, ...]
    warning: str = ""
    creator: str = "SMARTstad"
    attachments: tuple[Attachment, ...] = ()
    fingerprint: Fingerprint | None = None
