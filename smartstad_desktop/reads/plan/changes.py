"""Two versions of the plan side by side: what has changed from one to the other.

What is confidential is in neither, so that the result may stand in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import Connection

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.changes import (
    EntryState,
    LinkPart,
    MeasureState,
    PlanChanges,
    SumPart,
    Value,
    VersionState,
    changes_between,
)
from smartstad_desktop.domain.plan.measures import MEASURE_MONEY, MEASURE_TEXTS
from smartstad_desktop.domain.values import MunicipalityId, Named, PlanId
from smartstad_desktop.reads.plan.asides import asides
from smartstad_desktop.reads.plan.chapters import chapters
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow
from smartstad_desktop.reads.plan.money import money_of
from smartstad_desktop.reads.plan.plan import PlanRead, plan

_FACTS: Final = (
    *("title", "subtitle", "first_year", "last_year", "case_number", "responsible", "summary", "not_prioritised"),
)
#: What an entry is that is no thing set aside.
CHAPTER: Final = "chapter"


def changes_since(connection: Connection, old: PlanId, new: PlanId) -> PlanChanges:
    """Return what has changed from the version *old* to the version *new*.

    Raises:
        RowGone: one of them has been deleted meanwhile.
    """
    return changes_between(version_state(connection, old), version_state(connection, new))


def version_state(connection: Connection, plan_id: PlanId) -> VersionState:
    """Return a version as it is compared.

    Raises:
        RowGone: it has been deleted meanwhile.
    """
    read = plan(connection, plan_id)
    if read is None:
        raise RowGone(kind="plan", row_id=plan_id)
    towns = {row.id: row.short_name for row in read.municipalities}
    rows = [row for row in read.measures if not row.is_confidential]
    return VersionState(
        version=read.plan.version,
        facts={name: getattr(read.plan, name) for name in _FACTS},
        measures=tuple(_measure(row, towns) for row in rows),
        entries=_entries(connection, read, towns),
        sums=_sums(rows, towns),
    )


def _measure(row: MeasureRow, towns: Mapping[MunicipalityId, str]) -> MeasureState:
    fields: dict[str, Value] = {name: getattr(row, name) for name in (*MEASURE_TEXTS, *MEASURE_MONEY)}
    del fields["title"]
    fields["horizon"] = row.horizon.value if row.horizon else None
    fields["owner_municipality_id"] = towns.get(row.owner_municipality) if row.owner_municipality else None
    goals = {(LinkPart.GOAL, goal.name): goal.contribution for goal in row.goals}
    risks = {(LinkPart.RISK, risk.name): 1 for risk in row.risks}
    cases = {(LinkPart.CASE, Named(case.title)): 1 for case in row.cases if not case.is_confidential}
    return MeasureState(
        project=row.project,
        title=row.title,
        fields=fields,
        links=goals | risks | cases,
        said={towns[made.municipality]: _said(made) for made in row.commitments if made.municipality in towns},
    )


def _said(row: CommitmentRow) -> dict[str, Value]:
    said: dict[str, Value] = {
        "role": row.role.value,
        "year": row.year,
        "budget": row.budget,
        "owner_unit": row.owner_unit,
        "comment": row.comment,
    }
    return said | {str(each.year): each.amount for each in row.years}


def _entries(connection: Connection, read: PlanRead, towns: Mapping[MunicipalityId, str]) -> tuple[EntryState, ...]:
    aside = [
        EntryState(
            part=row.kind.value,
            project=row.project,
            title=row.title,
            fields={
                "reason": row.reason,
                "municipality_id": towns.get(row.municipality) if row.municipality else None,
                "receiver": row.receiver,
                "time": row.time,
            },
        )
        for row in asides(connection, read.plan.id)
        if not row.is_confidential
    ]
    written = [
        EntryState(part=CHAPTER, project=None, title=row.title, fields={"text": row.text})
        for row in chapters(connection, read.plan.id)
    ]
    return (*aside, *written)


def _sums(rows: list[MeasureRow], towns: Mapping[MunicipalityId, str]) -> dict[tuple[SumPart, str], int | None]:
    table = money_of(rows)
    return {
        (SumPart.ONE_OFF, ""): _sum(row.money_one_off for row in rows),
        (SumPart.RUNNING, ""): _sum(row.money_running for row in rows),
        (SumPart.COMMITTED, ""): table.together.total,
        **{(SumPart.COMMITTED, towns[line.municipality]): line.sums.total for line in table.lines},
    }


def _sum(amounts: Iterable[int | None]) -> int | None:
    """Return a sum; where nobody has said anything there is none."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
