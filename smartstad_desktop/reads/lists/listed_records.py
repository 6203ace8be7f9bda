"""Needs, services, examples and answers to the plan in the words of a list: what an import compares with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from sqlalchemy import Connection, select

from smartstad_desktop.domain.lists.lists import SheetKind, Value
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.lists import sending
from smartstad_desktop.reads.plan import plan as plans
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed, MarketService, ServiceUse
from smartstad_desktop.storage.tables.plan import Plan

#: What a municipality has of each kind, by key of the record.
Records: TypeAlias = Mapping[SheetKind, Mapping[str, Mapping[str, Value]]]
#: Columns that hold good inside one workbook only, or say what others do: they are read and not compared.
PASSING: Final = frozenset({"row_key", "number", "used_by", "municipality"})
_SERVICE: Final = ("name", "supplier", "what", "cost_class", "link", "comment")


def all_records(
    connection: Connection, municipalities: Iterable[MunicipalityId]
) -> dict[MunicipalityId | None, Records]:
    """Return what each municipality has besides projects; under None what is nobody's, and services as all see them."""
    # What a municipality has nothing of is not asked for: with eleven of them that would take as long as all the rest.
    # Without DISTINCT, for which SQLite would go through an index and fetch every project by itself.
    outside = select(Project.municipality_id).where(Project.is_external.is_(True))
    telling = set(connection.scalars(outside))
    needing = set(connection.scalars(select(CitizenNeed.municipality_id).distinct()))
    using = set(connection.scalars(select(ServiceUse.municipality_id).distinct()))
    services, is_asked = _all_services(connection), _asks_for_commitments(connection)

    def records(town: MunicipalityId | None) -> Records:
        # Services are everybody's, and so all are there.
        mine = _by_key(sending.services(connection, town)) if town is not None and town in using else {}
        met = sending.needs_met(connection, town) if town in needing or (town is None and needing) else {}
        return {
            SheetKind.NEEDS: _by_key(sending.needs(connection, town)) if town in needing else {},
            SheetKind.SERVICES: {
                key: _naming(values, met.get(key, ())) for key, values in {**services, **mine}.items()
            },
            SheetKind.EXAMPLES: (
                _by_key(sending.examples(connection, town, with_secrets=True)) if town in telling else {}
            ),
            SheetKind.COMMITMENTS: (
                _by_key(sending.commitments(connection, town)) if is_asked and town is not None else {}
            ),
        }

    return {each: records(each) for each in (*municipalities, None)}


def _naming(values: Mapping[str, Value], met: tuple[str, ...]) -> dict[str, Value]:
    """Return a service with the needs it meets by their words: a number holds good in one workbook only."""
    plain = {name: value for name, value in values.items() if name != "needs"}
    return {**plain, "needs": met} if met else plain


def _asks_for_commitments(connection: Connection) -> bool:
    """Return whether municipalities can answer the measures of a plan, which they cannot once it is frozen."""
    current = plans.current_plan(connection)
    return current is not None and not connection.scalar(select(Plan.frozen_at).where(Plan.id == current))


def _all_services(connection: Connection) -> dict[str, dict[str, Value]]:
    rows = connection.execute(select(MarketService.__table__))
    return {row.key: {name: getattr(row, name) for name in _SERVICE if getattr(row, name)} for row in rows}


def _by_key(rows: sending.Rows) -> dict[str, dict[str, Value]]:
    return {str(row["row_key"]): row for row in rows}
