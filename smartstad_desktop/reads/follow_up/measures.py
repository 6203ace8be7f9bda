"""How the measures of the newest plan go, municipality by municipality."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.programme.work import Light
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.follow_up import MeasureFollowUp
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True)
class FollowUpNote:
    """What was noted of a measure; without a municipality it is about all together."""

    id: int
    municipality: MunicipalityId | None
    noted_on: date
    done: str
    effect_seen: str
    light: Light | None


@dataclass(frozen=True, slots=True)
class Joined:
    """A municipality that has said what it does with a measure."""

    municipality: MunicipalityId
    name: str
    role: CommitmentRole


@dataclass(frozen=True, slots=True)
class FollowedMeasure:
    """A measure, who takes part, and what has been noted, newest first."""

    id: int
    title: str
    owner: str
    joined: tuple[Joined, ...]
    notes: tuple[FollowUpNote, ...]


def followed_measures(connection: Connection) -> tuple[FollowedMeasure, ...]:
    """Return the measures of the newest plan in its order."""
    newest = select(func.max(Plan.id)).scalar_subquery()
    measures = connection.execute(
        select(PlanItem.id, PlanItem.title, PlanItem.owner)
        .where(PlanItem.plan_id == newest)
        .order_by(PlanItem.order_key)
    ).all()
    notes: defaultdict[int, list[FollowUpNote]] = defaultdict(list)
    for row in connection.execute(
        select(MeasureFollowUp.__table__).order_by(MeasureFollowUp.noted_on.desc(), MeasureFollowUp.id.desc())
    ):
        light = Light(row.light) if row.light else None
        notes[row.plan_item_id].append(
            FollowUpNote(row.id, row.municipality_id, row.noted_on, row.done, row.effect_seen, light)
        )
    joined: defaultdict[int, list[Joined]] = defaultdict(list)
    for row in connection.execute(
        select(Commitment.plan_item_id, Commitment.municipality_id, Municipality.short_name, Commitment.role)
        .join(Municipality, Municipality.id == Commitment.municipality_id)
        .order_by(Municipality.short_name)
    ):
        joined[row.plan_item_id].append(Joined(row.municipality_id, row.short_name, CommitmentRole(row.role)))
    return tuple(
        FollowedMeasure(row.id, row.title, row.owner, tuple(joined[row.id]), tuple(notes[row.id])) for row in measures
    )
