"""What municipalities came from, what they became, and what they were called."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from smartstad_desktop.domain.programme.succession import Step
from smartstad_desktop.domain.programme.work import Succession
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.work import MunicipalityName, MunicipalitySuccession


@dataclass(frozen=True, slots=True)
class Kin:
    """A municipality before or after another one."""

    id: MunicipalityId
    name: str
    kind: Succession
    happened_on: date | None
    comment: str


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name a municipality had, and its last day."""

    name: str
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Descent:
    """Where a municipality comes from, and what came of it."""

    before: tuple[Kin, ...]
    after: tuple[Kin, ...]
    names: tuple[FormerName, ...]


def descents(connection: Connection) -> dict[MunicipalityId, Descent]:
    """Return the descent of every municipality that has one."""
    names = {row.id: row.name for row in connection.execute(select(Municipality.id, Municipality.name))}
    before: defaultdict[int, list[Kin]] = defaultdict(list)
    after: defaultdict[int, list[Kin]] = defaultdict(list)
    for row in connection.execute(
        select(MunicipalitySuccession.__table__).order_by(MunicipalitySuccession.happened_on, MunicipalitySuccession.id)
    ):
        kind = Succession(row.kind)
        after[row.before_id].append(
            Kin(MunicipalityId(row.after_id), names[row.after_id], kind, row.happened_on, row.comment)
        )
        before[row.after_id].append(
            Kin(MunicipalityId(row.before_id), names[row.before_id], kind, row.happened_on, row.comment)
        )
    former: defaultdict[int, list[FormerName]] = defaultdict(list)
    for row in connection.execute(select(MunicipalityName.__table__).order_by(MunicipalityName.valid_to)):
        former[row.municipality_id].append(FormerName(row.name, row.valid_to))
    return {
        MunicipalityId(number): Descent(tuple(before[number]), tuple(after[number]), tuple(former[number]))
        for number in names
        if number in before or number in after or number in former
    }


def steps(connection: Connection) -> tuple[Step, ...]:
    """Return everything that has happened to municipalities, for the rules."""
    rows = connection.execute(select(MunicipalitySuccession.__table__))
    return tuple(Step(row.before_id, row.after_id, Succession(row.kind), row.happened_on) for row in rows)
