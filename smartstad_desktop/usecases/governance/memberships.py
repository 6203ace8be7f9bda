"""What a user can do with who sits where: fill a seat, change it, let another one take over, take it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.governance.bodies import MembershipState, PersonNameMissing
from smartstad_desktop.domain.governance.seats import MEMBERSHIP_FIELDS, Term, TermBackwards, check_term
from smartstad_desktop.storage.tables.governance import BodySeat, Membership, Person
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.governance.people import called, new_person
from smartstad_desktop.usecases.governance.rows import put


@dataclass(frozen=True, slots=True, kw_only=True)
class FillSeat:
    """Put somebody on a seat: a person who is known, or a new one with the given fields."""

    seat: int
    person: int | None = None
    new_person: Mapping[str, Any] | None = None
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new membership's id.

        Raises:
            SeatTaken, ChairTaken, TermBackwards: it cannot be so on these days.
        """
        seat = tx.get(BodySeat, self.seat)
        person = _somebody(tx, self.person, self.new_person)
        row = Membership(seat_id=seat.id, person_id=person.id, is_substitute=False, is_chair=False)
        _write(tx, row, {"state": MembershipState.ASKED} | dict(self.fields))
        tx.describe(seat=seat.label)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMembership:
    """Change fields of a membership. With ``is_typing``, pieces of one field's text become one step."""

    membership: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.membership)

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            SeatTaken, ChairTaken, TermBackwards: it cannot be so on these days.
        """
        row = tx.get(Membership, self.membership)
        _write(tx, row, self.changes)
        tx.describe(seat=tx.get(BodySeat, row.seat_id).label, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeHolder:
    """Let somebody take over a seat from a day on: the one before ends on the day before, in the same step."""

    membership: int
    day: date
    person: int | None = None
    new_person: Mapping[str, Any] | None = None
    state: MembershipState = MembershipState.APPOINTED

    def execute(self, tx: Transaction) -> int:
        """Return the new membership's id.

        Raises:
            TermBackwards: the one before would end before beginning.
        """
        before = tx.get(Membership, self.membership)
        if before.valid_from is not None and self.day <= before.valid_from:
            raise TermBackwards(field="day", start=before.valid_from, end=self.day - timedelta(days=1))
        person = _somebody(tx, self.person, self.new_person)
        fields = {"is_chair": before.is_chair, "is_substitute": before.is_substitute, "valid_to": before.valid_to}
        if before.valid_to is not None and before.valid_to < self.day:
            fields["valid_to"] = None
        else:
            before.valid_to = self.day - timedelta(days=1)
            tx.session.flush()
        row = Membership(seat_id=before.seat_id, person_id=person.id)
        # Who chairs is decided anew; the seat goes on, the chair does not go with it.
        _write(tx, row, fields | {"is_chair": False, "state": self.state, "valid_from": self.day})
        tx.describe(seat=tx.get(BodySeat, before.seat_id).label)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteMembership:
    """Take away that somebody sat on a seat, as if it had never been written."""

    membership: int

    def execute(self, tx: Transaction) -> None:
        """Delete it."""
        row = tx.get(Membership, self.membership)
        tx.describe(seat=tx.get(BodySeat, row.seat_id).label)
        tx.session.delete(row)


def _somebody(tx: Transaction, person: int | None, new: Mapping[str, Any] | None) -> Person:
    if person is not None:
        return tx.get(Person, person)
    if new is None:
        raise PersonNameMissing(field="name")
    return new_person(tx, new)


def _holder(tx: Transaction, row: Membership) -> str:
    person = None if row.person_id is None else tx.session.get(Person, row.person_id)
    return "–" if person is None else called(person)


def _write(tx: Transaction, row: Membership, changes: Mapping[str, Any]) -> None:
    put(tx, row, {name: cleaning.clean(MEMBERSHIP_FIELDS, name, value) for name, value in changes.items()})
    if row.person_id is None and "person_id" in changes:
        raise FieldInvalid(field="person_id")
    with tx.session.no_autoflush:
        beside = _beside(tx, row)
        check_term(replace(_term(tx, row), id=row.id or 0), beside)
    tx.session.add(row)
    tx.session.flush()


def _beside(tx: Transaction, row: Membership) -> list[Term]:
    body = select(BodySeat.body_id).where(BodySeat.id == row.seat_id).scalar_subquery()
    others = select(Membership).join(BodySeat, BodySeat.id == Membership.seat_id).where(BodySeat.body_id == body)
    return [_term(tx, each) for each in tx.session.scalars(others) if each is not row]


def _term(tx: Transaction, row: Membership) -> Term:
    return Term(
        id=row.id or 0,
        seat=row.seat_id,
        holder=_holder(tx, row),
        state=MembershipState(row.state),
        is_substitute=bool(row.is_substitute),
        is_chair=bool(row.is_chair),
        first=row.valid_from,
        last=row.valid_to,
    )
