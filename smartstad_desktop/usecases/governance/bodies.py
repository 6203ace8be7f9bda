"""What a user can do with bodies and their seats: add, change, put in order, delete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.governance.bodies import (
    BODY_FIELDS,
    SEAT_FIELDS,
    BodyKind,
    SeatRole,
    check_body,
    check_parent,
    check_seat,
)
from smartstad_desktop.storage.tables.governance import BodySeat, GovernanceBody
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.governance.rows import last_key, put
from smartstad_desktop.usecases.inventory.inventory import new_key
from smartstad_desktop.usecases.sequence import place_before


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBody:
    """Add a body, last."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new body's id."""
        row = GovernanceBody(key=new_key(), name_sv="", order_key=last_key(tx, GovernanceBody.order_key))
        _write(tx, row, {"kind": BodyKind.OTHER} | dict(self.fields))
        tx.describe(title=row.name_sv)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditBody:
    """Change fields of a body. With ``is_typing``, pieces of one field's text become one step."""

    body: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.body)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = tx.get(GovernanceBody, self.body)
        _write(tx, row, self.changes)
        fields = {"name" if name.startswith("name_") else name for name in self.changes}
        tx.describe(title=row.name_sv, fields=sorted(fields))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBody:
    """Put a body before another one in the order of the picture, or last."""

    body: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Move it."""
        row = tx.get(GovernanceBody, self.body)
        order = (GovernanceBody.order_key, GovernanceBody.id)
        place_before(list(tx.session.scalars(select(GovernanceBody).order_by(*order))), row, self.before)
        tx.describe(title=row.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteBodies:
    """Delete bodies with their seats; bodies that answered to them stay, and so do their decisions."""

    bodies: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        found = [tx.get(GovernanceBody, body) for body in self.bodies]
        tx.describe(count=len(found), title=found[0].name_sv if found else "")
        tx.session.execute(delete(GovernanceBody).where(GovernanceBody.id.in_(self.bodies)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBodySeats:
    """Add seats to a body, last, all with the same fields but each with its own label."""

    body: int
    labels: tuple[str, ...]
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> tuple[int, ...]:
        """Return the ids of the new seats."""
        body = tx.get(GovernanceBody, self.body)
        made: list[int] = []
        for label in self.labels:
            key = last_key(tx, BodySeat.order_key, BodySeat.body_id == body.id)
            seat = BodySeat(body_id=body.id, label="", role=SeatRole.MEMBER, order_key=key)
            _write_seat(tx, seat, {**self.fields, "label": label})
            made.append(seat.id)
        tx.describe(count=len(made), title=self.labels[0] if self.labels else "", body=body.name_sv)
        return tuple(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditBodySeat:
    """Change fields of a seat. With ``is_typing``, pieces of one field's text become one step."""

    seat: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.seat)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        seat = tx.get(BodySeat, self.seat)
        _write_seat(tx, seat, self.changes)
        tx.describe(title=seat.label, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBodySeat:
    """Put a seat before another one of its body, or last."""

    seat: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Move it."""
        seat = tx.get(BodySeat, self.seat)
        beside = select(BodySeat).where(BodySeat.body_id == seat.body_id).order_by(BodySeat.order_key, BodySeat.id)
        place_before(list(tx.session.scalars(beside)), seat, self.before)
        tx.describe(title=seat.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteBodySeats:
    """Delete seats with who sat on them."""

    seats: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        found = [tx.get(BodySeat, seat) for seat in self.seats]
        tx.describe(count=len(found), title=found[0].label if found else "")
        tx.session.execute(delete(BodySeat).where(BodySeat.id.in_(self.seats)))


def _write(tx: Transaction, row: GovernanceBody, changes: Mapping[str, Any]) -> None:
    clean = {name: cleaning.clean(BODY_FIELDS, name, value) for name, value in changes.items()}
    if "parent_id" in clean:
        found = tx.session.execute(select(GovernanceBody.id, GovernanceBody.parent_id))
        check_parent(row.id, clean["parent_id"], {each.id: each.parent_id for each in found})
    put(tx, row, clean)
    check_body(row.name_sv)
    tx.session.add(row)
    tx.session.flush()


def _write_seat(tx: Transaction, seat: BodySeat, changes: Mapping[str, Any]) -> None:
    put(tx, seat, {name: cleaning.clean(SEAT_FIELDS, name, value) for name, value in changes.items()})
    check_seat(seat.label)
    tx.session.add(seat)
    tx.session.flush()
