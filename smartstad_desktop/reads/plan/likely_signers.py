"""Who usually signs a plan and who was likely present: suggested from the bodies and the municipalities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from smartstad_desktop.domain.governance.bodies import BodyKind, SeatRole
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.reads.governance.bodies import (
    BodiesShown,
    BodyRow,
    PersonRow,
    SeatRow,
    TermRow,
    bodies_shown,
    members_on,
)
from smartstad_desktop.reads.plan.plan import municipalities, plan_rows
from smartstad_desktop.text.phrases import Phrasebook, phrasebook


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerDraft:
    """A row of the signature page before it is kept; a name is given only where it may be shown."""

    role: str
    organisation: str = ""
    municipality_id: MunicipalityId | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyPresent:
    """Who sits in a body on a day, one on each line, and the seats that nobody holds."""

    present: str
    absent: str


def default_signers(connection: Connection, plan: int, language: Language, today: date) -> tuple[SignerDraft, ...]:
    """Return the usual rows: chair, project manager, supervisor, and the chief executive of each municipality."""
    phrases, shown = phrasebook(language), bodies_shown(connection, today)
    body = _deciding(connection, shown, plan)
    chair = SignerDraft(
        role=phrases.text("Chair"),
        organisation=body.name.in_language(language) if body else phrases.text("Steering group"),
        municipality_id=None,
        name=_name(body.chair if body else None, shown.people),
    )
    seats = [seat for each in shown.bodies for seat in each.seats]
    leading = (
        (SeatRole.PROJECT_MANAGER, phrases.text("Project manager")),
        (SeatRole.SUPERVISOR, phrases.text("Project supervisor")),
    )
    return (
        chair,
        *(_leading(shown, seats, role, words) for role, words in leading),
        *_chiefs(connection, shown, phrases),
    )


def likely_present(connection: Connection, body: int, day: date) -> LikelyPresent:
    """Return who sits in *body* on *day* as lines for the record; a protected person is there by title."""
    found = members_on(connection, body, day)
    if found is None:
        return LikelyPresent(present="", absent="")
    holders = [*((found.chair,) if found.chair else ()), *found.members]
    lines = [", ".join(dict.fromkeys(part for part in (each.name, each.title) if part)) for each in holders]
    return LikelyPresent(present="\n".join(line for line in lines if line), absent="\n".join(found.vacant))


def _deciding(connection: Connection, shown: BodiesShown, plan: int) -> BodyRow | None:
    """Return the body that decides on the plan: the one that is named, else the first steering group."""
    named = next((row.body for row in plan_rows(connection) if row.id == plan), None)
    found = shown.body(named) if named else None
    return found or next((each for each in shown.bodies if each.kind is BodyKind.STEERING_GROUP), None)


def _leading(shown: BodiesShown, seats: Iterable[SeatRow], role: SeatRole, words: str) -> SignerDraft:
    seat = next((each for each in seats if each.role is role), None)
    town = shown.towns.get(seat.municipality) if seat and seat.municipality else None
    named = shown.organisations.get(seat.organisation, "") if seat and seat.organisation else ""
    return SignerDraft(
        role=words,
        organisation=town.name if town else named,
        municipality_id=seat.municipality if seat else None,
        name=_name(seat.holder if seat else None, shown.people),
    )


def _chiefs(connection: Connection, shown: BodiesShown, phrases: Phrasebook) -> list[SignerDraft]:
    rows = [row for row in municipalities(connection) if row.is_participating]
    usual = phrases.text("Chief executive")
    holders = {
        (seat.municipality, seat.holder.title.casefold()): seat.holder
        for body in shown.bodies
        for seat in body.seats
        if seat.holder and seat.municipality and seat.holder.title
    }
    return [
        SignerDraft(
            role=row.chief_title or usual,
            organisation=row.name,
            municipality_id=row.id,
            name=_name(holders.get((row.id, (row.chief_title or usual).casefold())), shown.people),
        )
        for row in sorted(rows, key=lambda each: phrases.sort_key(each.name))
    ]


def _name(term: TermRow | None, people: Mapping[int, PersonRow]) -> str:
    """Return a name that may stand on paper; none for a protected person."""
    person = people.get(term.person) if term and term.person else None
    return "" if person is None or person.is_protected else person.name
