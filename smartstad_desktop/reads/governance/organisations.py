"""Organisations with their partnerships, and how they meet what is asked of partners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain.governance.organisations import (
    AdmissionSubject,
    Contribution,
    OrganisationKind,
    PartnerCounts,
    PartnerState,
    Reach,
    partner_counts,
)
from smartstad_desktop.domain.inventory import ActorType
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.governance.admission import CriterionRow, GivenAnswer, answers_by_organisation, criteria
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.storage.tables.governance import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """An organisation; a partner when it has a ``partner_state``. ``answers`` are known by the criterion's id."""

    id: int
    name: str
    kind: OrganisationKind
    actor_type: ActorType | None
    municipality: MunicipalityId | None
    reach: Reach | None
    partner_state: PartnerState | None
    joined_on: date | None
    left_on: date | None
    contribution_kind: Contribution | None
    contribution: str
    is_anchored: bool
    contact_role: str
    link: str
    comment: str
    answers: Mapping[int, GivenAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationsShown:
    """All that the list of partners shows."""

    rows: tuple[OrganisationRow, ...]
    towns: dict[MunicipalityId, Town]
    criteria: tuple[CriterionRow, ...]
    counts: PartnerCounts


@dataclass(frozen=True, slots=True)
class PickableOrganisation:
    """An organisation as it is picked elsewhere."""

    id: int
    name: str
    kind: OrganisationKind


def organisations(connection: Connection) -> OrganisationsShown:
    """Return the organisations in order, with what is asked of partners and how many there are."""
    answers = answers_by_organisation(connection)
    query = select(Organisation.__table__).order_by(Organisation.order_key, Organisation.id)
    rows = tuple(_row(row, answers.get(row.id, {})) for row in connection.execute(query))
    return OrganisationsShown(
        rows=rows,
        towns=towns(connection),
        criteria=criteria(connection, AdmissionSubject.PARTNER),
        counts=partner_counts((row.partner_state, row.reach, row.is_anchored) for row in rows if row.partner_state),
    )


def pickable_organisations(connection: Connection) -> tuple[PickableOrganisation, ...]:
    """Return every organisation by name."""
    query = select(Organisation.id, Organisation.name, Organisation.kind).order_by(Organisation.name, Organisation.id)
    return tuple(
        PickableOrganisation(row.id, row.name, OrganisationKind(row.kind)) for row in connection.execute(query)
    )


def _row(row: Row[tuple[object, ...]], answers: Mapping[int, GivenAnswer]) -> OrganisationRow:
    return OrganisationRow(
        id=row.id,
        name=row.name,
        kind=OrganisationKind(row.kind),
        actor_type=ActorType(row.actor_type) if row.actor_type else None,
        municipality=row.municipality_id,
        reach=Reach(row.reach) if row.reach else None,
        partner_state=PartnerState(row.partner_state) if row.partner_state else None,
        joined_on=row.joined_on,
        left_on=row.left_on,
        contribution_kind=Contribution(row.contribution_kind) if row.contribution_kind else None,
        contribution=row.contribution,
        is_anchored=row.is_anchored,
        contact_role=row.contact_role,
        link=row.link,
        comment=row.comment,
        answers=answers,
    )
