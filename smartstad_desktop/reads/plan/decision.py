"""What surrounds a version: the decision, who signs, who stands apart, which municipalities adopted, which files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.decision import reservations_stand
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, PlanFileKind, ReservationKind
from smartstad_desktop.domain.values import MunicipalityId, PlanId, PlanItemId
from smartstad_desktop.reads.plan.plan import PlanRow, plan_rows
from smartstad_desktop.storage.tables.plan import Commitment, PlanItem
from smartstad_desktop.storage.tables.plan_decision import PlanAdoption, PlanFile, PlanReservation, PlanSigner
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerRow:
    """A row of the signature page; ``strokes`` is a drawn name as JSON."""

    id: int
    role: str
    organisation: str
    municipality: MunicipalityId | None
    name: str
    place: str
    signed_on: date | None
    strokes: str

    @property
    def has_signed(self) -> bool:
        """Return whether anything says that this row has been signed."""
        return self.signed_on is not None or bool(self.strokes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationRow:
    """Somebody who stands apart, about the plan or about one measure."""

    id: int
    measure: PlanItemId | None
    municipality: MunicipalityId | None
    kind: ReservationKind
    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionRow:
    """A decision of a municipality, with the measures it covers."""

    id: int
    municipality: MunicipalityId
    name: str
    outcome: AdoptionOutcome
    body: str
    decided_on: date | None
    paragraph: str
    case_number: str
    comment: str
    measures: tuple[PlanItemId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFileRow:
    """A kept file of the version; ``told`` is what was read from it."""

    id: int
    kind: PlanFileKind
    name: str
    sha256: str
    size: int
    added_at: str
    told: Mapping[str, Any]
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSheet:
    """All that surrounds a version. ``written_adoptions`` are the words that commitments carried before adoptions."""

    plan: PlanRow
    signers: tuple[SignerRow, ...]
    reservations: tuple[ReservationRow, ...]
    adoptions: tuple[AdoptionRow, ...]
    files: tuple[PlanFileRow, ...]
    written_adoptions: tuple[tuple[PlanItemId, MunicipalityId, str], ...]

    @property
    def reservations_stand(self) -> bool:
        """Return whether who stands apart can no longer be changed."""
        return reservations_stand(self.plan.status, [row.kind for row in self.files])

    def reservations_at(self, measure: PlanItemId | None) -> tuple[ReservationRow, ...]:
        """Return who stands apart about one measure, or about the plan as a whole."""
        return tuple(row for row in self.reservations if row.measure == measure)


def decision_sheet(connection: Connection, plan: PlanId) -> DecisionSheet:
    """Return what surrounds a version.

    Raises:
        RowGone: it has been deleted meanwhile.
    """
    found = next((row for row in plan_rows(connection) if row.id == plan), None)
    if found is None:
        raise RowGone(kind="plan", row_id=plan)
    return DecisionSheet(
        plan=found,
        signers=signers(connection, plan),
        reservations=_reservations(connection, plan),
        adoptions=adoptions(connection, plan),
        files=files(connection, plan),
        written_adoptions=_written(connection, plan),
    )


def signers(connection: Connection, plan: PlanId) -> tuple[SignerRow, ...]:
    """Return the rows of the signature page in order."""
    query = select(PlanSigner.__table__).where(PlanSigner.plan_id == plan)
    return tuple(
        SignerRow(
            id=row.id,
            role=row.role,
            organisation=row.organisation,
            municipality=row.municipality_id,
            name=row.name,
            place=row.place,
            signed_on=row.signed_on,
            strokes=row.strokes,
        )
        for row in connection.execute(query.order_by(PlanSigner.order_key, PlanSigner.id))
    )


def _reservations(connection: Connection, plan: PlanId) -> tuple[ReservationRow, ...]:
    query = select(PlanReservation.__table__).where(PlanReservation.plan_id == plan)
    return tuple(
        ReservationRow(
            id=row.id,
            measure=row.plan_item_id,
            municipality=row.municipality_id,
            kind=ReservationKind(row.kind),
            who=row.who,
            text=row.text,
        )
        for row in connection.execute(query.order_by(PlanReservation.order_key, PlanReservation.id))
    )


def adoptions(connection: Connection, plan: PlanId) -> tuple[AdoptionRow, ...]:
    """Return what municipalities decided, by municipality and day."""
    covered: dict[int, list[PlanItemId]] = {}
    measures = (
        select(Commitment.adoption_id, Commitment.plan_item_id)
        .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
        .where(PlanItem.plan_id == plan, Commitment.adoption_id.is_not(None))
        .order_by(PlanItem.order_key, PlanItem.id)
    )
    for adoption, item in connection.execute(measures):
        covered.setdefault(adoption or 0, []).append(PlanItemId(item))
    query = (
        select(PlanAdoption.__table__, Municipality.name.label("town"))
        .join(Municipality, Municipality.id == PlanAdoption.municipality_id)
        .where(PlanAdoption.plan_id == plan)
        .order_by(Municipality.name, PlanAdoption.decided_on, PlanAdoption.id)
    )
    return tuple(
        AdoptionRow(
            id=row.id,
            municipality=row.municipality_id,
            name=row.town,
            outcome=AdoptionOutcome(row.outcome),
            body=row.body,
            decided_on=row.decided_on,
            paragraph=row.paragraph,
            case_number=row.case_number,
            comment=row.comment,
            measures=tuple(covered.get(row.id, ())),
        )
        for row in connection.execute(query)
    )


def files(connection: Connection, plan: PlanId) -> tuple[PlanFileRow, ...]:
    """Return the kept files of a version, the newest first."""
    size = func.length(StoredFile.content).label("size")
    query = (
        select(PlanFile.__table__, size)
        .join(StoredFile, StoredFile.id == PlanFile.file_id)
        .where(PlanFile.plan_id == plan)
        .order_by(PlanFile.added_at.desc(), PlanFile.id.desc())
    )
    return tuple(
        PlanFileRow(
            id=row.id,
            kind=PlanFileKind(row.kind),
            name=row.name,
            sha256=row.sha256,
            size=row.size,
            added_at=row.added_at,
            told=row.told,
            comment=row.comment,
        )
        for row in connection.execute(query)
    )


def _written(connection: Connection, plan: PlanId) -> tuple[tuple[PlanItemId, MunicipalityId, str], ...]:
    query = (
        select(Commitment.plan_item_id, Commitment.municipality_id, Commitment.adoption)
        .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
        .where(PlanItem.plan_id == plan, Commitment.adoption != "")
        .order_by(PlanItem.order_key, Commitment.municipality_id)
    )
    return tuple((row.plan_item_id, row.municipality_id, row.adoption) for row in connection.execute(query))
