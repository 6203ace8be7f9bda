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
from smartstad_desktop.storage.tables.needs import MarketService
from smartstad_desktop.storage.tables.plan import Plan

#: What a municipality has of each kind, by key of the record.
Records: TypeAlias = Mapping[SheetKind, Mapping[str, Mapping[str, Value]]]
#: Columns that hold good inside one workbook only, or say what others do: they are read and not compared.
PASSING: Final = frozenset({"row_key", "number", "used_by"})
_SERVICE: Final = ("name", "supplier", "what", "cost_class", "link", "comment")


def all_records(connection: Connection, municipalities: Iterable[MunicipalityId]) -> dict[MunicipalityId, Records]:
    """Return what each municipality has besides projects."""
    # To look for examples among ten thousand projects once for each municipality would take as long as all the rest.
    outside = select(Project.municipality_id).where(Project.is_external.is_(True)).distinct()
    telling = set(connection.scalars(outside))
    return {each: _records(connection, each, has_examples=each in telling) for each in municipalities}


def _records(connection: Connection, municipality: MunicipalityId, *, has_examples: bool) -> Records:
    """Return what a municipality has besides projects; services are everybody's, and so all are there."""
    mine = _by_key(sending.services(connection, municipality))
    met = sending.needs_met(connection, municipality)
    return {
        SheetKind.NEEDS: _by_key(sending.needs(connection, municipality)),
        SheetKind.SERVICES: {
            key: _naming(values, met.get(key, ())) for key, values in (_all_services(connection) | mine).items()
        },
        SheetKind.EXAMPLES: _by_key(sending.examples(connection, municipality)) if has_examples else {},
        SheetKind.COMMITMENTS: _by_key(_open_commitments(connection, municipality)),
    }


def _naming(values: Mapping[str, Value], met: tuple[str, ...]) -> dict[str, Value]:
    """Return a service with the needs it meets by their words: a number holds good in one workbook only."""
    plain = {name: value for name, value in values.items() if name != "needs"}
    return {**plain, "needs": met} if met else plain


def _open_commitments(connection: Connection, municipality: MunicipalityId) -> sending.Rows:
    """Return the measures a municipality can answer, which are none once the plan is frozen."""
    current = plans.current_plan(connection)
    if current is None or connection.scalar(select(Plan.frozen_at).where(Plan.id == current)):
        return ()
    return sending.commitments(connection, municipality)


def _all_services(connection: Connection) -> dict[str, dict[str, Value]]:
    rows = connection.execute(select(MarketService.__table__))
    return {row.key: {name: getattr(row, name) for name in _SERVICE if getattr(row, name)} for row in rows}


def _by_key(rows: sending.Rows) -> dict[str, dict[str, Value]]:
    return {str(row["row_key"]): row for row in rows}
