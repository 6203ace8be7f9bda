"""What a user can do about personal data: rules of weeding, making a person anonymous, and weeding what is due.

What is erased is erased everywhere: in the records, in the history behind them, and in what nobody sees. None of it
can be taken back, and undo stops before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, select

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.personal.kinds import PersonalCategory, Weeding
from smartstad_desktop.domain.personal.wanted import Place, Wanted, WantedTooShort, check_replacement, instead
from smartstad_desktop.domain.personal.weeding import DEFAULTS, RULE_FIELDS, NothingToWeed, Rule, check_rule
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.personal.people import WEEDED, weeding_rules
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.storage.all_texts import Change, rewrite
from smartstad_desktop.storage.tables.governance import Person
from smartstad_desktop.storage.tables.importing import ReceivedFile
from smartstad_desktop.storage.tables.plan_decision import WeedingRule
from smartstad_desktop.storage.tables.workshop import Attendance, SessionNote
from smartstad_desktop.storage.unused_files import delete_unused
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.usecases.command import Transaction

#: What goes whole when a person becomes anonymous; the name is replaced.
_PERSONAL: Final = frozenset({"email", "phone", "comment"})
#: The columns that a kind of data stands in.
_COLUMNS: Final[Mapping[PersonalCategory, frozenset[tuple[str, str]]]] = {
    PersonalCategory.CONTACTS: frozenset({("person", "email"), ("person", "phone"), ("project", "contact_email")}),
    PersonalCategory.QUOTES: frozenset({("citizen_need", "quote")}),
    PersonalCategory.NOTES: frozenset({("session_note", "text"), ("session_note", "owner")}),
    PersonalCategory.SIGNATURES: frozenset({("plan_signer", "strokes")}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeedingRule:
    """Say how long a kind of personal data is kept and what happens then."""

    category: PersonalCategory
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Write the rule.

        Raises:
            FieldInvalid: a value does not fit.
        """
        row = tx.session.scalars(select(WeedingRule).where(WeedingRule.category == self.category.value)).first()
        held = DEFAULTS[self.category]
        row = row or WeedingRule(
            category=self.category.value, weeding=held.weeding.value, months=held.months, note=held.note
        )
        for name, value in self.changes.items():
            setattr(row, name, cleaning.clean(RULE_FIELDS, name, value))
        check_rule(Rule(category=self.category, weeding=Weeding(row.weeding), months=row.months, note=row.note))
        tx.describe(category=self.category.value)
        tx.session.add(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymisePerson:
    """Put a role instead of a person's name, everywhere but in the places that mean somebody else.

    *person* is one of the register, or None for somebody who stands only in texts. *spared* are the places to leave;
    of the files received, those in *files* lose their bytes.
    """

    is_floor = True

    wanted: Wanted
    replacement: str
    person: int | None = None
    spared: frozenset[Place] = frozenset()
    files: frozenset[int] = frozenset()

    def execute(self, tx: Transaction) -> int:
        """Return in how many places something was replaced.

        Raises:
            FieldInvalid: nobody is looked for, or the replacement names the person.
        """
        pattern = self.wanted.pattern
        leaving = _Leaving(pattern, check_replacement(self.replacement, pattern), self.person)
        if self.person is not None:
            _mark(tx, tx.get(Person, self.person))
        if self.files:
            tx.session.execute(delete(ReceivedFile).where(ReceivedFile.id.in_(self.files)))
        changed = _erase(tx, [leaving], self.spared)
        tx.describe(count=changed)
        return changed


@dataclass(frozen=True, slots=True, kw_only=True)
class WeedOut:
    """Do now what the rules say about kinds of personal data, whether their day has come or not."""

    is_floor = True

    categories: frozenset[PersonalCategory]

    def execute(self, tx: Transaction) -> int:
        """Return how many records were weeded.

        Raises:
            NothingToWeed: nothing of it is left, or the rules say to keep it.
        """
        rules = [
            rule
            for rule in weeding_rules(tx.session.connection())
            if rule.category in self.categories and rule.weeding is not Weeding.KEEP
        ]
        held = programme(tx.session.connection())
        phrases = phrasebook(Language(held.language) if held else Language.SV)
        count = sum(self._weed(tx, rule.category, phrases) for rule in rules)
        if not count:
            raise NothingToWeed
        tx.describe(count=count)
        return count

    def _weed(self, tx: Transaction, category: PersonalCategory, phrases: Phrasebook) -> int:
        rows = tx.session.scalars(WEEDED[category]).all()
        if not rows:
            return 0
        if category is PersonalCategory.SEATS:
            people = [tx.get(Person, person) for person in rows]
            leaving = [_leaving(row, phrases) for row in people]
            for row in people:
                _mark(tx, row)
            _erase(tx, leaving, frozenset())
            return len(rows)
        if category is PersonalCategory.ATTENDANCE:
            tx.session.execute(delete(Attendance))
        if category is PersonalCategory.NOTES:
            tx.session.execute(delete(SessionNote))
        columns = _COLUMNS.get(category, frozenset())
        _rewrite(tx, lambda place, text: "" if (place.table, place.column) in columns else text)
        return len(rows)


@dataclass(frozen=True, slots=True)
class _Leaving:
    """Somebody whose name goes, what stands instead, and the person's row in the register."""

    pattern: re.Pattern[str] | None
    replacement: str
    person: int | None

    def left(self, place: Place, text: str) -> str:
        """Return what is left of a text."""
        if place.table == "person" and place.row_id == self.person:
            if place.column == "name":
                return self.replacement
            if place.column in _PERSONAL:
                return ""
        return self.pattern.sub(lambda found: instead(found, self.replacement), text) if self.pattern else text


def _leaving(row: Person, phrases: Phrasebook) -> _Leaving:
    try:
        pattern = Wanted(name=row.name, email=row.email, phone=row.phone).pattern
    except WantedTooShort:
        # A name of three letters would be found in every other word.
        pattern = None
    title = row.title if row.title and not (pattern and pattern.search(row.title)) else ""
    return _Leaving(pattern, title or phrases.text("Person {number}", number=row.id), row.id)


def _mark(tx: Transaction, row: Person) -> None:
    row.anonymised_on, row.is_protected, row.weed_on = tx.today, False, None


def _erase(tx: Transaction, several: Sequence[_Leaving], spared: frozenset[Place]) -> int:
    def change(place: Place, text: str) -> str:
        if place in spared:
            return text
        for leaving in several:
            text = leaving.left(place, text)
        return text

    return _rewrite(tx, change)


def _rewrite(tx: Transaction, change: Change) -> int:
    tx.session.flush()
    changed = rewrite(tx.session.connection(), change)
    # Files that were taken away before may show the same person, and no undo asks for them any more.
    delete_unused(tx.session.connection())
    # What the session holds is older than what the file holds now.
    tx.session.expire_all()
    return changed
