"""The persons that the file knows by name, and how long it keeps each kind of personal data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, func, or_, select

from smartstad_desktop.domain.personal.kinds import PersonalCategory, Weeding
from smartstad_desktop.domain.personal.wanted import Wanted
from smartstad_desktop.domain.personal.weeding import DEFAULTS, Rule
from smartstad_desktop.storage.tables.governance import Membership, Organisation, Person
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed
from smartstad_desktop.storage.tables.plan_decision import PlanSigner, WeedingRule
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.storage.tables.workshop import Attendance, SessionNote


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """A person of the register; ``home`` is a municipality or an organisation."""

    id: int
    name: str
    title: str
    home: str
    email: str
    phone: str
    comment: str
    is_protected: bool
    seats: int
    weed_on: date | None
    anonymised_on: date | None

    @property
    def wanted(self) -> Wanted:
        """Return what this person is looked for by."""
        return Wanted(name=self.name, email=self.email, phone=self.phone)

    @property
    def shown(self) -> str:
        """Return what the person is called on a screen: a protected one by title."""
        return (self.title or "–") if self.is_protected else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class WeedingLine:
    """A kind of personal data with its rule: how much of it there is, and from when it may go."""

    rule: Rule
    count: int
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleShown:
    """The persons by name, the rules, and the day from which the months are counted."""

    people: tuple[PersonShown, ...]
    weeding: tuple[WeedingLine, ...]
    ended_on: date | None


def people_shown(connection: Connection) -> PeopleShown:
    """Return the persons and the rules."""
    ended_on = programme_end(connection)
    rules = weeding_rules(connection)
    lines = (
        WeedingLine(
            rule=rule,
            count=connection.scalar(select(func.count()).select_from(WEEDED[rule.category].subquery())) or 0,
            due_on=rule.due_on(ended_on),
        )
        for rule in rules
    )
    return PeopleShown(people=_people(connection), weeding=tuple(lines), ended_on=ended_on)


def _people(connection: Connection) -> tuple[PersonShown, ...]:
    seats = (
        select(func.count(Membership.seat_id.distinct()))
        .where(Membership.person_id == Person.id)
        .scalar_subquery()
        .label("seats")
    )
    home = func.coalesce(Municipality.short_name, Organisation.name, "").label("home")
    query = (
        select(
            *(Person.id, Person.name, Person.title, Person.email, Person.phone, Person.comment, Person.is_protected),
            *(Person.weed_on, Person.anonymised_on, home, seats),
        )
        .outerjoin(Municipality, Municipality.id == Person.municipality_id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .order_by(Person.name, Person.id)
    )
    return tuple(PersonShown(**row) for row in connection.execute(query).mappings())  # pyright: ignore[reportArgumentType]  columns = fields


def weeding_rules(connection: Connection) -> tuple[Rule, ...]:
    """Return the rule of every kind, the default where nobody has changed it."""
    held = {
        row.category: Rule(
            category=PersonalCategory(row.category), weeding=Weeding(row.weeding), months=row.months, note=row.note
        )
        for row in connection.execute(select(WeedingRule.__table__))
    }
    return tuple(held.get(category, DEFAULTS[category]) for category in PersonalCategory)


def programme_end(connection: Connection) -> date | None:
    """Return the day the programme ends, or None when nobody has said."""
    row = connection.execute(select(Programme.ends_on, Programme.last_year)).first()
    if row is None:
        return None
    return row.ends_on or (date(row.last_year, 12, 31) if row.last_year else None)


def _any(*columns: ColumnElement[str]) -> ColumnElement[bool]:
    return or_(*(column != "" for column in columns))


#: The rows of each kind that still hold something.
WEEDED: Final[Mapping[PersonalCategory, Select[int] | CompoundSelect[int]]] = {
    PersonalCategory.CONTACTS: select(Person.id)
    .where(_any(Person.email, Person.phone))  # pyright: ignore[reportArgumentType]  mapped columns are columns
    .union_all(select(Project.id).where(Project.contact_email != "")),
    PersonalCategory.SEATS: select(Person.id).where(Person.anonymised_on.is_(None)),
    PersonalCategory.ATTENDANCE: select(Attendance.id),
    PersonalCategory.QUOTES: select(CitizenNeed.id).where(CitizenNeed.quote != ""),
    PersonalCategory.NOTES: select(SessionNote.id),
    PersonalCategory.SIGNATURES: select(PlanSigner.id).where(PlanSigner.strokes != ""),
}
