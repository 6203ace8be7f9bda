"""The public part of a workspace that goes with a version of the plan: as data, with one fixed spelling and a print.

What is told of every table and column stands in ``db/public_data.toml``, with the reasons. Nothing told is
confidential, points at a person, or says when it was made, so that the same content always has the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import Connection, func, select

from smartstad_desktop import __version__, places
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.plan.data import FORMAT, FORMAT_VERSION
from smartstad_desktop.domain.procurement.cases import is_secret
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.hidden_names import hidden_names
from smartstad_desktop.reads.plan.changes import changes_since
from smartstad_desktop.reads.plan.told_rounds import told_results
from smartstad_desktop.reads.procurement.cases import CARRY_OUT, after_notice
from smartstad_desktop.reads.workshop.rounds import REVEALED
from smartstad_desktop.storage import migrate
from smartstad_desktop.storage.portable import Given, TableRule, cleaned, dump
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.tables.procurement import ProcurementCase
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.storage.tables.testbeds import RoutineCase
from smartstad_desktop.storage.tables.workshop import RoundItem, Snapshot

#: What ``left_out`` counts besides rows of tables: procurements with something secret, and texts made unreadable.
SECRETS: Final = "procurement_case"
TEXTS: Final = "texts"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicData:
    """Public data of a version: its bytes, their print, and how much was left out, by table (or ``TEXTS``)."""

    content: bytes
    sha256: str
    left_out: Mapping[str, int]


@cache
def rules() -> Mapping[str, TableRule]:
    """Return what is told of each table."""
    with (places.db() / "public_data.toml").open("rb") as file:
        read = tomllib.load(file)
    return {name: _rule(given) for name, given in read.items()}


def _rule(given: Mapping[str, Any]) -> TableRule:
    columns = {name: tuple(str(given.get(name, "")).split()) for name in ("codes", "words", "sealed", "made")}
    return TableRule(**columns, **{name: value for name, value in given.items() if name not in columns})


def public_data(connection: Connection, plan_id: int, today: date) -> PublicData:
    """Return what of the workspace may be told with a version, as it is now.

    Raises:
        RowGone: the version has been deleted meanwhile.
    """
    secret = _secret_procurements(connection, today)
    names = hidden_names(connection)
    given = Given(
        numbers={"plan": plan_id},
        names=names,
        sealed={ProcurementCase.__tablename__: secret, RoundItem.__tablename__: _nameless(connection)},
        made={Snapshot.__tablename__: _results(connection)},
    )
    made = dump(cast("sqlite3.Connection", connection.connection.driver_connection), rules(), given)
    left_out = made.left_out | {
        name: count for name, count in ((SECRETS, len(secret)), (TEXTS, made.concealed)) if count
    }
    document = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "schema": migrate.newest(),
        "app": f"SMARTstad {__version__}",
        "plan": cleaned(_key_facts(connection, plan_id), names),
        "left_out": left_out,
        "changes": cleaned(_changes(connection, plan_id), names),
        "tables": made.tables,
    }
    content = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
    return PublicData(content=content, sha256=hashlib.sha256(content).hexdigest(), left_out=left_out)


def _key_facts(connection: Connection, plan_id: int) -> dict[str, Any]:
    """Return what a reader needs to know which plan it is, before looking into the tables."""
    query = select(Plan.title, Plan.version, Plan.first_year, Plan.last_year, Plan.case_number)
    found = connection.execute(query.where(Plan.id == plan_id)).mappings().one_or_none()
    if found is None:
        raise RowGone(kind=Plan.__tablename__, row_id=plan_id)
    programme = connection.execute(
        select(Programme.name, Programme.language, Programme.currency, Municipality.name.label("host")).outerjoin(
            Municipality, Municipality.id == Programme.host_municipality_id
        )
    ).first()
    return {
        "id": plan_id,
        **dict(found),
        "programme": programme.name if programme else "",
        "language": programme.language if programme else "",
        "currency": programme.currency if programme else "",
        "host": programme.host if programme else None,
    }


def _changes(connection: Connection, plan_id: int) -> dict[str, Any] | None:
    """Return what has changed since the version it replaces, whose own rows are not told."""
    before = connection.scalar(select(Plan.replaces_id).where(Plan.id == plan_id))
    return None if before is None else changes_since(connection, PlanId(before), PlanId(plan_id)).as_data()


def _secret_procurements(connection: Connection, today: date) -> frozenset[int]:
    """Return the procurements whose tenders are secret, by the rule of what leaves their window."""
    after = after_notice(connection)
    query = select(ProcurementCase.__table__, RoutineCase.stage_id).join(
        RoutineCase, RoutineCase.id == ProcurementCase.case_id
    )
    return frozenset(
        row["id"]
        for row in connection.execute(query).mappings()
        if is_secret(dict(row), today, is_evaluated=after.get(row["stage_id"] or 0) == CARRY_OUT)
    )


def _nameless(connection: Connection) -> frozenset[int]:
    """Return the items of rounds that are confidential projects."""
    query = select(RoundItem.id).join(Project, Project.id == RoundItem.project_id).where(Project.is_confidential)
    return frozenset(connection.scalars(query))


def _results(connection: Connection) -> dict[int, dict[str, Any]]:
    """Return the public result of each round that the room has seen, by what was kept of its last reveal."""
    query = select(func.max(Snapshot.id).label("kept"), Snapshot.round_id).where(
        Snapshot.label == REVEALED, Snapshot.round_id.is_not(None)
    )
    kept = {row.round_id: row.kept for row in connection.execute(query.group_by(Snapshot.round_id))}
    return {kept[each]: contents for each, contents in told_results(connection).items() if each in kept}
