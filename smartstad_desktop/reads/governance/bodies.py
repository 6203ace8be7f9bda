"""Bodies with their seats and who sits there, on the picture and for whoever needs to name them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain.governance import seats as rules
from smartstad_desktop.domain.governance.bodies import (
    BodyKind,
    MembershipState,
    SeatRole,
    SeatSector,
    shown_person,
)
from smartstad_desktop.domain.governance.seats import Term
from smartstad_desktop.domain.values import MunicipalityId, Named
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.storage.tables.governance import (
    BodySeat,
    Decision,
    GovernanceBody,
    Membership,
    Organisation,
    Person,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """Somebody on a seat. ``name`` is what may be shown: a protected person's title; empty when nobody is named."""

    id: int
    person: int | None
    name: str
    title: str
    state: MembershipState
    is_substitute: bool
    is_chair: bool
    first: date | None
    last: date | None
    decision: int | None
    comment: str

    def as_term(self, seat: int) -> Term:
        """Return it as the rules know it."""
        return Term(
            id=self.id,
            seat=seat,
            holder=self.name,
            state=self.state,
            is_substitute=self.is_substitute,
            is_chair=self.is_chair,
            first=self.first,
            last=self.last,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """A seat on a day: how far its filling has come (None is vacant), who holds it, who steps in, who held it before.

    ``terms`` are all that ever sat there, the latest first.
    """

    id: int
    body: int
    label: str
    role: SeatRole
    sector: SeatSector | None
    field: str
    municipality: MunicipalityId | None
    organisation: int | None
    appointed_by: str
    terms: tuple[TermRow, ...]
    standing: MembershipState | None
    holder: TermRow | None
    asked: TermRow | None
    substitute: TermRow | None
    before: TermRow | None

    @property
    def is_filled(self) -> bool:
        """Return whether somebody holds it."""
        return self.holder is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRow:
    """A body with its seats in order."""

    id: int
    key: str
    name: Named
    kind: BodyKind
    parent: int | None
    municipality: MunicipalityId | None
    lead_organisation: int | None
    purpose: str
    meets: str
    is_open: bool
    gets_reports: bool
    seats: tuple[SeatRow, ...]

    @property
    def vacant_count(self) -> int:
        """Return how many seats nobody holds."""
        return sum(not seat.is_filled for seat in self.seats)

    @property
    def chair(self) -> TermRow | None:
        """Return who chairs it."""
        return next((seat.holder for seat in self.seats if seat.holder and seat.holder.is_chair), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person with work details, for the form; ``name`` may be protected."""

    id: int
    name: str
    title: str
    email: str
    phone: str
    is_protected: bool
    municipality: MunicipalityId | None
    organisation: int | None
    comment: str

    @property
    def shown(self) -> str:
        """Return what this person is called where others can read it."""
        return shown_person(self.name, self.title, is_protected=self.is_protected)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodiesShown:
    """All that the organisation picture and the forms beside it show."""

    bodies: tuple[BodyRow, ...]
    towns: dict[MunicipalityId, Town]
    organisations: dict[int, str]
    people: dict[int, PersonRow]
    decisions: dict[int, str]

    def body(self, body: int) -> BodyRow | None:
        """Return a body by its id."""
        return next((each for each in self.bodies if each.id == body), None)

    def seat(self, seat: int) -> SeatRow | None:
        """Return a seat by its id."""
        return next((each for body in self.bodies for each in body.seats if each.id == seat), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersOn:
    """Who sits in a body on a day: the chair, the others in order of the seats, substitutes, and vacant seats."""

    name: Named
    chair: TermRow | None
    members: tuple[TermRow, ...]
    substitutes: tuple[TermRow, ...]
    vacant: tuple[str, ...]


def bodies(connection: Connection, today: date) -> tuple[BodyRow, ...]:
    """Return the bodies in order, with their seats as they are on *today*."""
    people = _people(connection)
    terms: defaultdict[int, list[TermRow]] = defaultdict(list)
    for row in connection.execute(select(Membership.__table__).order_by(Membership.id)):
        terms[row.seat_id].append(_term(row, people.get(row.person_id)))
    seats: defaultdict[int, list[SeatRow]] = defaultdict(list)
    for row in connection.execute(select(BodySeat.__table__).order_by(BodySeat.order_key, BodySeat.id)):
        seats[row.body_id].append(_seat(row, terms[row.id], today))
    query = select(GovernanceBody.__table__).order_by(GovernanceBody.order_key, GovernanceBody.id)
    return tuple(_body(row, tuple(seats[row.id])) for row in connection.execute(query))


def bodies_shown(connection: Connection, today: date) -> BodiesShown:
    """Return the bodies with everything that is picked in their forms."""
    return BodiesShown(
        bodies=bodies(connection, today),
        towns=towns(connection),
        organisations={
            row.id: row.name
            for row in connection.execute(select(Organisation.id, Organisation.name).order_by(Organisation.name))
        },
        people=_people(connection),
        decisions={
            row.id: row.title
            for row in connection.execute(select(Decision.id, Decision.title).order_by(Decision.order_key))
        },
    )


def members_on(connection: Connection, body: int, day: date) -> MembersOn | None:
    """Return who sits in *body* on *day*; None when there is no such body."""
    found = next((each for each in bodies(connection, day) if each.id == body), None)
    if found is None:
        return None
    holders = [seat.holder for seat in found.seats if seat.holder]
    return MembersOn(
        name=found.name,
        chair=found.chair,
        members=tuple(holder for holder in holders if not holder.is_chair),
        substitutes=tuple(seat.substitute for seat in found.seats if seat.substitute),
        vacant=tuple(seat.label for seat in found.seats if not seat.is_filled),
    )


def pickable_bodies(connection: Connection) -> tuple[tuple[int, Named], ...]:
    """Return every body as it is picked elsewhere, in order."""
    query = select(GovernanceBody.__table__).order_by(GovernanceBody.order_key, GovernanceBody.id)
    return tuple((row.id, Named(row.name_sv, row.name_nb, row.name_en)) for row in connection.execute(query))


def _people(connection: Connection) -> dict[int, PersonRow]:
    return {
        row.id: PersonRow(
            id=row.id,
            name=row.name,
            title=row.title,
            email=row.email,
            phone=row.phone,
            is_protected=row.is_protected,
            municipality=row.municipality_id,
            organisation=row.organisation_id,
            comment=row.comment,
        )
        for row in connection.execute(select(Person.__table__).order_by(Person.name, Person.id))
    }


def _term(row: Row[tuple[object, ...]], person: PersonRow | None) -> TermRow:
    return TermRow(
        id=row.id,
        person=row.person_id,
        name="" if person is None else person.shown,
        title="" if person is None else person.title,
        state=MembershipState(row.state),
        is_substitute=row.is_substitute,
        is_chair=row.is_chair,
        first=row.valid_from,
        last=row.valid_to,
        decision=row.decision_id,
        comment=row.comment,
    )


def _seat(row: Row[tuple[object, ...]], found: list[TermRow], today: date) -> SeatRow:
    rows = {each.id: each for each in found}
    terms = [each.as_term(row.id) for each in found]
    holder = rules.holder(terms, today)
    asked = next((each for each in terms if each.state is MembershipState.ASKED and each.is_in_force(today)), None)
    # Without a holder the one before is whoever left last.
    latest = holder or Term(id=0, seat=row.id, holder="", state=MembershipState.ASKED, first=today)
    before = rules.predecessor(latest, terms)
    substitute = rules.holder(terms, today, is_substitute=True)

    def shown(term: Term | None) -> TermRow | None:
        return None if term is None else rows[term.id]

    return SeatRow(
        id=row.id,
        body=row.body_id,
        label=row.label,
        role=SeatRole(row.role),
        sector=SeatSector(row.sector) if row.sector else None,
        field=row.field,
        municipality=row.municipality_id,
        organisation=row.organisation_id,
        appointed_by=row.appointed_by,
        terms=tuple(sorted(found, key=lambda each: (each.first or date.min, each.id), reverse=True)),
        standing=rules.standing(terms, today),
        holder=shown(holder),
        asked=shown(asked),
        substitute=shown(substitute),
        before=shown(before),
    )


def _body(row: Row[tuple[object, ...]], seats: tuple[SeatRow, ...]) -> BodyRow:
    return BodyRow(
        id=row.id,
        key=row.key,
        name=Named(row.name_sv, row.name_nb, row.name_en),
        kind=BodyKind(row.kind),
        parent=row.parent_id,
        municipality=row.municipality_id,
        lead_organisation=row.lead_organisation_id,
        purpose=row.purpose,
        meets=row.meets,
        is_open=row.is_open,
        gets_reports=row.gets_reports,
        seats=seats,
    )
