"""What a user can do with value words: add, rename, move, delete."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.needs import LONGEST, ValueWordMissing, WordsTooLong
from smartstad_desktop.domain.values import Named
from smartstad_desktop.storage.tables.needs import ValueWord
from smartstad_desktop.usecases.command import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class AddValueWord:
    """Add a word that needs can be gathered under, last of all."""

    name: Named

    def execute(self, tx: Transaction) -> int:
        """Return the new word's id."""
        last = tx.session.scalar(select(func.max(ValueWord.order_key)))
        word = ValueWord(name_sv="", order_key=ordering.between(last, None))
        _name(word, self.name)
        tx.session.add(word)
        tx.session.flush()
        tx.describe(title=word.name_sv)
        return word.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameValueWord:
    """Call a value word something else."""

    word: int
    name: Named

    def execute(self, tx: Transaction) -> None:
        """Write the name."""
        word = tx.get(ValueWord, self.word)
        _name(word, self.name)
        tx.describe(title=word.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveValueWord:
    """Put a value word before another, or last."""

    word: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write its place.

        Raises:
            RowGone: one of the two is not there any more.
        """
        word = tx.get(ValueWord, self.word)
        others = [
            each
            for each in tx.session.scalars(select(ValueWord).order_by(ValueWord.order_key, ValueWord.id))
            if each.id != self.word
        ]
        place = len(others)
        if self.before is not None:
            place = next((number for number, each in enumerate(others) if each.id == self.before), -1)
            if place < 0:
                raise RowGone(kind=ValueWord.__tablename__, row_id=self.before)
        above = others[place - 1].order_key if place else None
        below = others[place].order_key if place < len(others) else None
        word.order_key = ordering.between(above, below)
        tx.describe(title=word.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteValueWord:
    """Delete a value word; its needs become ungrouped."""

    word: int

    def execute(self, tx: Transaction) -> None:
        """Delete it."""
        word = tx.get(ValueWord, self.word)
        tx.describe(title=word.name_sv)
        tx.session.delete(word)


def _name(word: ValueWord, name: Named) -> None:
    sv, nb, en = (" ".join(part.split()) for part in (name.sv, name.nb, name.en))
    if not sv:
        raise ValueWordMissing(field="name_sv")
    if len(sv) > LONGEST:
        raise WordsTooLong(field="name_sv", length=len(sv), limit=LONGEST)
    word.name_sv, word.name_nb, word.name_en = sv, nb, en
