"""What a user can do with people: work details only, changed, taken away, or kept without their name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.governance.bodies import PERSON_FIELDS, check_person, shown_person
from smartstad_desktop.storage.tables.governance import Person
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.governance.rows import put


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Add a person."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new person's id."""
        return new_person(tx, self.fields).id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPerson:
    """Change what is known of a person. With ``is_typing``, pieces of one field's text become one step."""

    person: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.person)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = tx.get(Person, self.person)
        _write(tx, row, self.changes)
        tx.describe(fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletePerson:
    """Delete a person; the seats this person had stay, with their days."""

    person: int

    def execute(self, tx: Transaction) -> None:
        """Delete it."""
        tx.session.delete(tx.get(Person, self.person))


def new_person(tx: Transaction, fields: Mapping[str, Any]) -> Person:
    """Return a new person with *fields*.

    Raises:
        PersonNameMissing: nobody could call this person anything.
    """
    row = Person(name="", title="", is_protected=False)
    _write(tx, row, fields)
    return row


def called(person: Person) -> str:
    """Return what a person is called in a refusal: a protected one by title."""
    return shown_person(person.name, person.title, is_protected=person.is_protected)


def _write(tx: Transaction, row: Person, changes: Mapping[str, Any]) -> None:
    put(tx, row, {name: cleaning.clean(PERSON_FIELDS, name, value) for name, value in changes.items()})
    check_person(row.name, row.title, is_protected=row.is_protected)
    tx.session.add(row)
    tx.session.flush()
