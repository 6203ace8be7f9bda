"""The columns of a list that was read: what each one is taken for, what else it may be, and what a person said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

#: What a person can choose for a column besides a field: a field of its own under its heading, or leaving it out.
EXTRA: Final = "extra"
IGNORED: Final = "ignore"
#: What the field of a cell under a heading that is none of ours is called: this, and the heading.
OWN_FIELD: Final = "extra:"

#: What is remembered of a municipality's headings: kind of sheet (``SheetKind``) and ``ReadColumn.heading_key``, with
#: the field they mean, ``EXTRA`` or ``IGNORED``. ``lists.remembered`` makes it, ``read_list`` takes it.
HeadingMemory: TypeAlias = Mapping[tuple[str, str], str]

#: From here on a meaning is sure enough not to be asked about, if no other comes near it.
SURE: Final = 0.8
_NEAR: Final = 0.12


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """A field that a column may mean, and how surely, from 0 to 1."""

    key: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What a person said about one column: *means* is the key of a field, ``EXTRA`` or ``IGNORED``.

    *sheet* is ``ReadSheet.label``, so that two tables of one sheet can be told apart.
    """

    sheet: str
    letter: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadColumn:
    """One column with a heading: what it is taken for, and the fields it may mean, the likeliest first.

    *key* is the field, ``EXTRA`` for a column kept under its own heading, or ``IGNORED``. *heading_key* is what a
    memory of headings calls the column; *samples* are some of its cells as a person sees them.
    """

    letter: str
    heading: str
    key: str
    confidence: float = 0.0
    group: str = ""
    heading_key: str = ""
    candidates: tuple[ColumnMeaning, ...] = ()
    samples: tuple[str, ...] = ()
    is_hidden: bool = False
    is_chosen: bool = False

    @property
    def is_field(self) -> bool:
        """Return whether the column is taken for one of our fields."""
        return self.key not in {EXTRA, IGNORED}

    @property
    def is_asking(self) -> bool:
        """Return whether a person should say once what the column means."""
        if self.is_chosen or not self.is_field:
            return False
        others = [each.confidence for each in self.candidates if each.key != self.key]
        return self.confidence < SURE or max(others, default=0.0) > self.confidence - _NEAR
