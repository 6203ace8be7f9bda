"""Changing the facts of the programme, and taking a municipality out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, or_, select

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.programme.programme import (
    PROGRAMME_FIELDS,
    MunicipalityHasVoted,
    MunicipalityInUse,
    check_programme,
)
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.storage.tables.workshop import Attendance, Ballot, Seat, SessionNote
from smartstad_desktop.usecases.command import Transaction, typing_key


@dataclass(frozen=True, slots=True, kw_only=True)
class EditProgramme:
    """Change facts of the programme. With ``is_typing``, pieces of one field's text become one step."""

    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self)

    def execute(self, tx: Transaction) -> None:
        """Write the changes; the vision is written in the programme's language."""
        row = tx.get(Programme, 1)
        clean = {name: cleaning.clean(PROGRAMME_FIELDS, name, value) for name, value in self.changes.items()}
        host = clean.get("host")
        if host is not None and tx.session.get(Municipality, host) is None:
            raise FieldInvalid(field="host")
        held = {name: getattr(row, name) for name in PROGRAMME_FIELDS.keys() - {"vision", "host"}}
        check_programme(held | clean)
        row.language = clean.pop("language", row.language)
        for name, value in clean.items():
            setattr(row, {"host": "host_municipality_id", "vision": f"vision_{row.language}"}.get(name, name), value)
        tx.describe(title=row.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMunicipality:
    """Remove a municipality that leads no project."""

    municipality: MunicipalityId

    def execute(self, tx: Transaction) -> None:
        """Remove it; its part in projects of others and its commitments go with it.

        Raises:
            MunicipalityInUse: it leads a project.
            MunicipalityHasVoted: the minutes of a workshop tell that it was there, or what it said.
        """
        row = tx.get(Municipality, self.municipality)
        leads = tx.session.scalar(select(func.count()).where(Project.municipality_id == row.id)) or 0
        if leads:
            raise MunicipalityInUse(name=row.short_name, count=leads)
        if _is_in_minutes(tx, row.id):
            raise MunicipalityHasVoted(name=row.short_name)
        tx.describe(title=row.short_name)
        tx.session.execute(delete(Municipality).where(Municipality.id == row.id))


def _is_in_minutes(tx: Transaction, municipality: int) -> bool:
    """Return whether somebody from there has been at a workshop, answered or had something written down."""
    seats = select(Seat.id).where(Seat.municipality_id == municipality)
    told = (
        select(Ballot.id).where(or_(Ballot.municipality_id == municipality, Ballot.seat_id.in_(seats))),
        select(Attendance.id).where(Attendance.seat_id.in_(seats)),
        select(SessionNote.id).where(SessionNote.municipality_id == municipality),
    )
    return any(tx.session.scalar(query.limit(1)) is not None for query in told)
