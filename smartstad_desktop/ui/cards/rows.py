"""Cards as rows of a column: what they look like, what a screen reader says, and which of them a filter shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from smartstad_desktop.domain.values import ColumnId, Language, ProjectId
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.reads.board import BoardCards, Card
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.cards import CardFace
from smartstad_desktop.ui.kit.marks import Mark


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card where it lies: its place counts from 1 in the whole column, whatever a filter hides.

    ``note`` stands on the card instead of its budget, such as what a vote came to.
    """

    card: Card
    column: ColumnId | None
    column_name: str
    place: int
    of: int
    note: str = ""

    @property
    def project(self) -> ProjectId:
        """Return the project of the card."""
        return self.card.project


def rows_of(shown: BoardCards, column: ColumnId | None, notes: Mapping[ProjectId, str] | None = None) -> list[CardRow]:
    """Return what lies in *column* of a board, from the top, with *notes* on cards; None is the tray."""
    if column is None:
        return _rows(shown.tray, None, tray_name(), notes or {})
    found = next(each for each in shown.columns if each.id == column)
    return _rows(found.cards, column, found.name, notes or {})


def _rows(cards: Sequence[Card], column: ColumnId | None, name: str, notes: Mapping[ProjectId, str]) -> list[CardRow]:
    return [
        CardRow(card, column, name, number, len(cards), notes.get(card.project, ""))
        for number, card in enumerate(cards, start=1)
    ]


def tray_name() -> str:
    """Return what the place of the unplaced cards is called."""
    return _("Not placed")


def face_of(row: CardRow) -> CardFace:
    """Return what a card looks like."""
    return _face(row.card, row.note, current().language)


@lru_cache(maxsize=4096)
def _face(card: Card, note: str, _language: Language) -> CardFace:
    budget = note or ("" if card.budget is None else current().short_money(card.budget))
    return CardFace(
        key=card.project,
        title=title_of(card),
        marks=tuple(Mark(mark.letters, mark.colour, mark.name) for mark in card.marks),
        budget=budget,
        contribution=None if note else card.squares,
        is_private=card.is_confidential,
    )


def title_of(card: Card) -> str:
    """Return the title, or a word for it where the audience may not know it."""
    return card.title or _("Confidential")


def row_face(row: object) -> CardFace:
    """Return what the card of a row looks like, for the delegate."""
    if not isinstance(row, CardRow):
        raise TypeError(row)
    return face_of(row)


def spoken(row: CardRow) -> str:
    """Return what a screen reader says: title, municipalities, budget, and where the card lies."""
    card = row.card
    parts = [title_of(card)]
    if card.marks:
        parts[0] += ", " + _municipalities([mark.name for mark in card.marks])
    if row.note:
        parts.append(row.note)
    elif card.budget is not None:
        parts.append(current().short_money(card.budget))
    if row.column is None:
        parts.append(_("not placed"))
    else:
        parts.append(_("place {place} of {of} in {column}", place=row.place, of=row.of, column=row.column_name))
    return ", ".join(parts)


def _municipalities(names: Sequence[str]) -> str:
    lead, others = names[0], len(names) - 1
    if not others:
        return lead
    return ngettext("{lead} with {count} more", "{lead} with {count} more", others, lead=lead)


class Filter:
    """Shows the cards that hold all of some words: in the title, or as the name or mark of a municipality."""

    def __init__(self, text: str = "") -> None:
        self.words = tuple(fold(text).split())

    def __bool__(self) -> bool:
        return bool(self.words)

    def with_words_of(self, other: Filter) -> Filter:
        """Return a filter that asks for the words of both."""
        return Filter(" ".join((*self.words, *other.words)))

    def shows(self, row: CardRow) -> bool:
        """Return whether the card is among those looked for."""
        if not self.words:
            return True
        card = row.card
        hay = fold(" ".join([title_of(card), *(f"{mark.letters} {mark.name}" for mark in card.marks)]))
        return all(word in hay for word in self.words)

    def among(self, rows: Iterable[CardRow]) -> list[CardRow]:
        """Return the rows that are shown."""
        return [row for row in rows if self.shows(row)]
