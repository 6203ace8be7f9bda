"""Organisations around the programme: departments, companies, associations, universities; and partners among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.inventory import ActorType
from smartstad_desktop.domain.needs import LONGEST, WordsTooLong


class OrganisationKind(StrEnum):
    """What an organisation is."""

    DEPARTMENT = "department"
    COMMITTEE = "committee"
    WHOLLY_OWNED_COMPANY = "wholly_owned_company"
    PARTLY_OWNED_COMPANY = "partly_owned_company"
    COUNTY = "county"
    STATE_AGENCY = "state_agency"
    ACADEMIA = "academia"
    COMPANY = "company"
    BUSINESS_ASSOCIATION = "business_association"
    EMPLOYERS = "employers"
    UNION = "union"
    CLUSTER = "cluster"
    CIVIL_SOCIETY = "civil_society"
    PARTNERSHIP = "partnership"
    NETWORK = "network"
    ADVISER = "adviser"
    OTHER = "other"


class Reach(StrEnum):
    """Where a partner works."""

    LOCAL = "local"
    NATIONAL = "national"
    GLOBAL = "global"


class PartnerState(StrEnum):
    """How far a partnership has come; ``registered`` is one that put itself forward."""

    REGISTERED = "registered"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LEFT = "left"


class Contribution(StrEnum):
    """What a partner brings."""

    IMPLEMENTS = "implements"
    USES_TESTBED = "uses_testbed"
    KNOWLEDGE = "knowledge"
    FUNDING = "funding"
    OTHER = "other"


class Answer(StrEnum):
    """An answer to a criterion for being admitted, for partners and for projects."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class AdmissionSubject(StrEnum):
    """Who a criterion for being admitted is about."""

    PROJECT = "project"
    PARTNER = "partner"


class OrganisationNameMissing(FieldInvalid):
    """An organisation needs a name."""

    code = "organisation_name_missing"


class PartnershipBackwards(FieldInvalid):
    """A partner left before it joined. Parameters: ``start``, ``end``."""

    code = "partnership_backwards"


#: What can be set on an organisation.
ORGANISATION_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name", "contribution", "contact_role", "link", "comment"), cleaning.text),
    "kind": lambda _name, value: OrganisationKind(value),
    "actor_type": cleaning.choice(ActorType),
    "municipality_id": cleaning.row,
    "reach": cleaning.choice(Reach),
    "partner_state": cleaning.choice(PartnerState),
    "joined_on": cleaning.day,
    "left_on": cleaning.day,
    "contribution_kind": cleaning.choice(Contribution),
    "is_anchored": cleaning.flag,
}
#: What kind of actor an organisation is when nobody has said otherwise.
_USUAL: Final[Mapping[OrganisationKind, ActorType]] = {
    **dict.fromkeys(
        (
            *(OrganisationKind.DEPARTMENT, OrganisationKind.COMMITTEE, OrganisationKind.COUNTY),
            *(OrganisationKind.STATE_AGENCY, OrganisationKind.WHOLLY_OWNED_COMPANY),
            OrganisationKind.PARTLY_OWNED_COMPANY,
        ),
        ActorType.PUBLIC,
    ),
    **dict.fromkeys(
        (OrganisationKind.COMPANY, OrganisationKind.BUSINESS_ASSOCIATION, OrganisationKind.CLUSTER),
        ActorType.BUSINESS,
    ),
    OrganisationKind.ACADEMIA: ActorType.ACADEMIA,
    **dict.fromkeys((OrganisationKind.CIVIL_SOCIETY, OrganisationKind.UNION), ActorType.CIVIL_SOCIETY),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerCounts:
    """How many partners there are: those in force, and all by state, reach and contribution."""

    partners: int
    by_state: Mapping[PartnerState, int]
    by_reach: Mapping[Reach | None, int]
    anchored: int


def usual_actor(kind: OrganisationKind) -> ActorType | None:
    """Return what kind of actor an organisation of *kind* usually is."""
    return _USUAL.get(kind)


def cleaned_organisation(name: str, value: Any) -> Any:
    """Return *value* as an organisation keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(ORGANISATION_FIELDS, name, value)


def check_organisation(name: str, joined: date | None, left: date | None) -> None:
    """Refuse an organisation without a name, or one that left before it joined.

    Raises:
        OrganisationNameMissing, WordsTooLong, PartnershipBackwards: it cannot be so.
    """
    if not name:
        raise OrganisationNameMissing(field="name")
    if len(name) > LONGEST:
        raise WordsTooLong(field="name", length=len(name), limit=LONGEST)
    if joined and left and left < joined:
        raise PartnershipBackwards(field="left_on", start=joined, end=left)


def partner_counts(partners: Iterable[tuple[PartnerState, Reach | None, bool]]) -> PartnerCounts:
    """Count partners, each told by its state, its reach and whether it is anchored."""
    known = list(partners)
    accepted = [(reach, anchored) for state, reach, anchored in known if state is PartnerState.ACCEPTED]
    return PartnerCounts(
        partners=len(accepted),
        by_state=Counter(state for state, _reach, _anchored in known),
        by_reach=Counter(reach for reach, _anchored in accepted),
        anchored=sum(anchored for _reach, anchored in accepted),
    )


def matched_lines(held: Mapping[int, str], lines: Sequence[str]) -> list[tuple[int | None, str]]:
    """Return which record each of *lines* is: the one that says the same, else the next that nobody says any more.

    *held* has the records in order; a line with None is a new one.
    """
    free = dict(held)
    found: list[int | None] = []
    for line in lines:
        same = next((number for number, text in free.items() if text == line), None)
        found.append(same)
        free.pop(same or 0, None)
    rest = iter(sorted(free, key=list(held).index))
    return [(next(rest, None) if number is None else number, line) for number, line in zip(found, lines, strict=True)]
