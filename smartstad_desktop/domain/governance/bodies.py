"""Bodies that decide, prepare or do the work; their seats, and who holds them (domain 1.1, 1.5)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.needs import LONGEST, WordsTooLong


class BodyKind(StrEnum):
    """What a body is."""

    COUNCIL = "council"
    EXECUTIVE_BOARD = "executive_board"
    BOARD = "board"
    CHIEF_EXECUTIVES = "chief_executives"
    STEERING_GROUP = "steering_group"
    PROGRAMME_OFFICE = "programme_office"
    PROJECT_GROUP = "project_group"
    WORKING_GROUP = "working_group"
    REFERENCE_GROUP = "reference_group"
    CONSORTIUM = "consortium"
    KNOWLEDGE_NETWORK = "knowledge_network"
    OTHER = "other"


class SeatRole(StrEnum):
    """What somebody on a seat does; ``supervisor`` is the handledare of a Swedish project plan."""

    MEMBER = "member"
    PROJECT_MANAGER = "project_manager"
    SUPERVISOR = "supervisor"
    BUDGET_OWNER = "budget_owner"
    CONTACT = "contact"
    COORDINATOR = "coordinator"
    SECRETARY = "secretary"
    ADVISER = "adviser"


class SeatSector(StrEnum):
    """Where a seat is recruited from."""

    ADMINISTRATIVE = "administrative"
    POLITICAL = "political"
    ACADEMIA = "academia"
    BUSINESS = "business"
    CLUSTER = "cluster"
    COUNTY = "county"
    OTHER_MUNICIPALITY = "other_municipality"
    CIVIL_SOCIETY = "civil_society"
    RESIDENTS = "residents"
    OTHER = "other"


class MembershipState(StrEnum):
    """How far the filling of a seat has come; a seat without a membership in force is vacant."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    APPOINTED = "appointed"
    DECLINED = "declined"


class BodyNameMissing(FieldInvalid):
    """A body needs a name."""

    code = "body_name_missing"


class BodyInsideItself(FieldInvalid):
    """A body would answer to itself, or to a body that answers to it."""

    code = "body_inside_itself"


class SeatNameMissing(FieldInvalid):
    """A seat needs to be called something."""

    code = "body_seat_name_missing"


class PersonNameMissing(FieldInvalid):
    """A person needs a name, or a title where the name is protected."""

    code = "person_name_missing"


#: What can be set on a body, on a seat and on a person.
BODY_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name_sv", "name_nb", "name_en"), cleaning.text),
    "kind": lambda _name, value: BodyKind(value),
    **dict.fromkeys(("parent_id", "municipality_id", "lead_organisation_id"), cleaning.row),
    **dict.fromkeys(("purpose", "meets"), cleaning.text),
    **dict.fromkeys(("is_open", "gets_reports"), cleaning.flag),
}
SEAT_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("label", "field", "appointed_by"), cleaning.text),
    "role": lambda _name, value: SeatRole(value),
    "sector": cleaning.choice(SeatSector),
    **dict.fromkeys(("municipality_id", "organisation_id"), cleaning.row),
}
PERSON_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name", "title", "email", "phone", "comment"), cleaning.text),
    **dict.fromkeys(("municipality_id", "organisation_id"), cleaning.row),
    "is_protected": cleaning.flag,
    "weed_on": cleaning.day,
}


def check_body(name: str) -> None:
    """Refuse a body without a name.

    Raises:
        BodyNameMissing, WordsTooLong: the name is not one.
    """
    if not name:
        raise BodyNameMissing(field="name_sv")
    if len(name) > LONGEST:
        raise WordsTooLong(field="name_sv", length=len(name), limit=LONGEST)


def check_parent(body: int, parent: int | None, parents: Mapping[int, int | None]) -> None:
    """Refuse that *body* answers to itself in the end; *parents* says to whom each other body answers.

    Raises:
        BodyInsideItself: it would.
    """
    above, seen = parent, set[int]()
    while above is not None and above not in seen:
        if above == body:
            raise BodyInsideItself(field="parent_id")
        seen.add(above)
        above = parents.get(above)


def check_seat(label: str) -> None:
    """Refuse a seat that is not called anything.

    Raises:
        SeatNameMissing, WordsTooLong: the words are no name.
    """
    if not label:
        raise SeatNameMissing(field="label")
    if len(label) > LONGEST:
        raise WordsTooLong(field="label", length=len(label), limit=LONGEST)


def check_person(name: str, title: str, *, is_protected: bool) -> None:
    """Refuse a person nobody could call anything.

    Raises:
        PersonNameMissing: there is neither a name nor, for a protected person, a title.
    """
    if is_protected and not title:
        raise PersonNameMissing(field="title")
    if not name and not title:
        raise PersonNameMissing(field="name")


def shown_person(name: str, title: str, *, is_protected: bool) -> str:
    """Return what a person is called where others can read it: a protected one by title alone."""
    return title if is_protected else name or title
