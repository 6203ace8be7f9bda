"""What a user can do about the municipalities' own decisions: each adopts its part, in one decision or several."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain.cleaning import clean
from smartstad_desktop.domain.plan.decision import (
    ADOPTING,
    ADOPTION_FIELDS,
    AdopterUnknown,
    AdoptionEmpty,
    MeasureElsewhere,
    check_frozen,
)
from smartstad_desktop.domain.plan.parts import AdoptionOutcome
from smartstad_desktop.domain.plan.plan import CommitmentRole, PlanStatus
from smartstad_desktop.domain.values import MunicipalityId, PlanId, PlanItemId
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem
from smartstad_desktop.storage.tables.plan_decision import PlanAdoption
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.snapshots import kept_data

#: Measures come as ``measures`` beside the columns of the decision.
_MEASURES: Final = "measures"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAdoption:
    """Record what a municipality decided about its part of a frozen version.

    *measures* are those the decision covers; without them it covers all that the municipality takes part in and that no
    earlier decision has adopted.
    """

    plan: PlanId
    municipality: MunicipalityId
    outcome: AdoptionOutcome
    body: str = ""
    decided_on: date | None = None
    paragraph: str = ""
    case_number: str = ""
    comment: str = ""
    measures: tuple[PlanItemId, ...] | None = None

    def execute(self, tx: Transaction) -> int:
        """Return the new row's id.

        Raises:
            PlanNotFrozen: nobody adopts a draft.
            AdopterUnknown: the municipality came after the version, and has nothing in it to decide about.
            MeasureElsewhere, AdoptionEmpty: a measure is not the municipality's, or nothing is adopted.
        """
        plan = tx.get(Plan, self.plan)
        check_frozen(PlanStatus(plan.status), plan.version)
        municipality = tx.get(Municipality, self.municipality)
        if not _knows(tx, plan, municipality):
            raise AdopterUnknown(field="municipality", municipality=municipality.short_name, version=plan.version)
        row = PlanAdoption(plan_id=plan.id, municipality_id=municipality.id)
        for name in ADOPTION_FIELDS:
            setattr(row, name, clean(ADOPTION_FIELDS, name, getattr(self, name)))
        tx.session.add(row)
        tx.session.flush()
        measures = self.measures if self.measures is not None else _open_measures(tx, row)
        _cover(tx, row, measures)
        tx.describe(municipality=municipality.short_name, version=plan.version)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPlanAdoption:
    """Change a municipality's decision; ``measures`` are all that it covers."""

    adoption: int
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            MeasureElsewhere, AdoptionEmpty: a measure is not the municipality's, or nothing is adopted.
        """
        row = tx.get(PlanAdoption, self.adoption)
        for name, value in self.changes.items():
            if name != _MEASURES:
                setattr(row, name, clean(ADOPTION_FIELDS, name, value))
        covered = select(Commitment.plan_item_id).where(Commitment.adoption_id == row.id)
        _cover(tx, row, tuple(self.changes.get(_MEASURES, tx.session.scalars(covered).all())))
        _describe(tx, [row])


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAdoptions:
    """Take back what was recorded about municipalities' decisions."""

    adoptions: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete the rows; what they covered is open again."""
        rows = [tx.get(PlanAdoption, adoption) for adoption in self.adoptions]
        _describe(tx, rows)
        for row in rows:
            tx.session.delete(row)


def _knows(tx: Transaction, plan: Plan, municipality: Municipality) -> bool:
    """Return whether a version has the municipality; one frozen before this was kept knows all that there are."""
    kept = kept_data(tx.session.connection(), plan.id)
    if kept is None:
        return True
    told = json.loads(kept.content)["tables"][Municipality.__tablename__]
    at = told["columns"].index("id")
    return any(row[at] == municipality.id for row in told["rows"])


def _describe(tx: Transaction, rows: Sequence[PlanAdoption]) -> None:
    municipality = tx.get(Municipality, rows[0].municipality_id).short_name if rows else ""
    version = tx.get(Plan, rows[0].plan_id).version if rows else ""
    tx.describe(count=len(rows), municipality=municipality, version=version)


def _commitments(tx: Transaction, row: PlanAdoption) -> dict[int, Commitment]:
    """Return what the municipality said to each measure of the version."""
    query = (
        select(Commitment)
        .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
        .where(PlanItem.plan_id == row.plan_id, Commitment.municipality_id == row.municipality_id)
    )
    return {made.plan_item_id: made for made in tx.session.scalars(query)}


def _open_measures(tx: Transaction, row: PlanAdoption) -> tuple[int, ...]:
    """Return the measures the municipality takes part in that none of its decisions has adopted."""
    adopted = set(
        tx.session.scalars(
            select(PlanAdoption.id).where(
                PlanAdoption.plan_id == row.plan_id,
                PlanAdoption.outcome.in_([outcome.value for outcome in ADOPTING]),
                PlanAdoption.id != row.id,
            )
        )
    )
    return tuple(
        item
        for item, made in _commitments(tx, row).items()
        if made.role != CommitmentRole.DECLINES and made.adoption_id not in adopted
    )


def _cover(tx: Transaction, row: PlanAdoption, measures: Sequence[int]) -> None:
    """Let the decision cover *measures* and nothing else."""
    commitments = _commitments(tx, row)
    for measure in measures:
        if measure not in commitments:
            raise MeasureElsewhere(field=_MEASURES, title=tx.get(PlanItem, measure).title)
    if AdoptionOutcome(row.outcome) in ADOPTING and not measures:
        raise AdoptionEmpty(field=_MEASURES, municipality=tx.get(Municipality, row.municipality_id).short_name)
    for measure, made in commitments.items():
        if measure in measures:
            made.adoption_id = row.id
        elif made.adoption_id == row.id:
            made.adoption_id = None
