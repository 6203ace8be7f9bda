"""What a frozen version was made of: kept when it is frozen, told later, and read as if nothing had changed since."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any, Final, cast

from sqlalchemy import Connection, RowMapping, Table, delete, insert, select, update

from smartstad_desktop import __version__
from smartstad_desktop.domain.personal.unreadable import Names
from smartstad_desktop.domain.plan.changes import PlanChanges
from smartstad_desktop.domain.plan.kept_changes import changes_from
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.reads.hidden_names import hidden_names
from smartstad_desktop.reads.plan.changes import changes_since
from smartstad_desktop.storage.engine import READS, engine_on
from smartstad_desktop.storage.portable import cleaned
from smartstad_desktop.storage.portable_load import load
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem
from smartstad_desktop.storage.tables.plan_decision import PlanAdoption, PlanReservation, PlanSigner, PlanSnapshot
from smartstad_desktop.storage.tables.testbeds import StoredFile
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.plan.public_data import PublicData, public_data, rules
from smartstad_desktop.usecases.testbeds.evidence import kept_file

#: What is decided about a version after it was frozen.
DECIDED_LATER: Final = (
    *("status", "frozen_at", "content_hash", "replaces_id", "clauses", "deciding_body", "body_id", "outcome"),
    *("decided_on", "decided_at", "paragraph", "present", "absent", "dissent", "signing"),
)
#: What is laid over a frozen copy and is no text of somebody's.
_CODES: Final = frozenset({"status", "outcome", "kind", "signing", "frozen_at", "content_hash", "order_key", "strokes"})
#: Frozen versions that are looked at again and again: their pages are made once.
_KEPT_PAGES: Final = 4


def keep_snapshot(tx: Transaction, plan: Plan) -> str:
    """Keep the public data of a version that is being frozen, and return its print."""
    made = public_data(tx.session.connection(), plan.id, tx.today)
    tx.session.add(
        PlanSnapshot(
            plan_id=plan.id,
            file_id=kept_file(tx, made.content),
            sha256=made.sha256,
            app_version=__version__,
            made_at=tx.now.isoformat(timespec="seconds"),
            left_out=dict(made.left_out),
        )
    )
    tx.session.flush()
    return made.sha256


def kept_data(connection: Connection, plan_id: int) -> PublicData | None:
    """Return what a version was frozen with; None for a draft, and for one that was frozen before this was kept."""
    found = connection.execute(
        select(StoredFile.content, PlanSnapshot.sha256, PlanSnapshot.left_out)
        .join(StoredFile, StoredFile.id == PlanSnapshot.file_id)
        .where(PlanSnapshot.plan_id == plan_id)
    ).one_or_none()
    return None if found is None else PublicData(content=found.content, sha256=found.sha256, left_out=found.left_out)


def plan_data(connection: Connection, plan_id: int, today: date) -> PublicData:
    """Return the data that goes with a version: what it was frozen with, else what would be told now."""
    return kept_data(connection, plan_id) or public_data(connection, plan_id, today)


def plan_changes(connection: Connection, plan_id: PlanId) -> PlanChanges | None:
    """Return what has changed since the version that this one replaces; None for a first version.

    A frozen version tells what was told of it when it was frozen.
    """
    kept = kept_data(connection, plan_id)
    if kept is not None:
        return told_changes(kept)
    before = connection.scalar(select(Plan.replaces_id).where(Plan.id == plan_id))
    return None if before is None else changes_since(connection, PlanId(before), plan_id)


def told_changes(data: PublicData) -> PlanChanges | None:
    """Return what *data* tells of changes since the version before; None for a first version."""
    told = json.loads(data.content)["changes"]
    return None if told is None else changes_from(told)


@contextmanager
def as_frozen(connection: Connection, plan_id: int) -> Generator[Connection]:
    """Read a version as it was frozen, with what has been decided about it since; a draft is read as it is."""
    kept = kept_data(connection, plan_id)
    if kept is None:
        yield connection
        return
    with as_told(connection, plan_id, kept) as frozen:
        yield frozen


@contextmanager
def as_told(connection: Connection, plan_id: int, data: PublicData) -> Generator[Connection]:
    """Read a version from the *data* that goes with it, with what has been decided about it since.

    Whatever is made of this tells nothing that the data does not.
    """
    raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    raw.deserialize(_pages(data.content))
    engine = engine_on(raw)
    try:
        with engine.begin() as writer:
            _lay_over(writer, connection, plan_id)
        raw.execute("PRAGMA query_only = ON")
        with engine.connect().execution_options(**{READS: True}) as frozen:
            yield frozen
    finally:
        engine.dispose()
        raw.close()


@lru_cache(_KEPT_PAGES)
def _pages(content: bytes) -> bytes:
    """Return the pages of a workspace that holds the data of a version."""
    loaded = load(json.loads(content), rules())
    try:
        return loaded.serialize()
    finally:
        loaded.close()


def _lay_over(frozen: Connection, live: Connection, plan_id: int) -> None:
    """Put into a frozen copy what has been decided since, as far as it speaks of something the copy knows.

    What somebody wrote is told as freely as the data is: nothing points at a person, and no hidden name stands there.
    """
    plan, names = _table(Plan), hidden_names(live)
    others = live.execute(select(plan).where(plan.c.id != plan_id)).mappings().all()
    own = live.execute(select(*(plan.c[name] for name in DECIDED_LATER)).where(plan.c.id == plan_id)).mappings().one()
    _put(frozen, plan, others, names)
    frozen.execute(update(plan).where(plan.c.id == plan_id).values(**_told(own, names)))
    for later in (PlanAdoption, PlanSigner, PlanReservation):
        table = _table(later)
        rows = live.execute(select(table).where(table.c.plan_id == plan_id)).mappings().all()
        _put(frozen, table, rows, names)
    commitment, item = _table(Commitment), _table(PlanItem)
    adopted = live.execute(
        select(commitment.c.id, commitment.c.adoption, commitment.c.adoption_id)
        .join(item, item.c.id == commitment.c.plan_item_id)
        .where(item.c.plan_id == plan_id, (commitment.c.adoption != "") | commitment.c.adoption_id.is_not(None))
    )
    for row in adopted:
        values = {"adoption": cleaned(row.adoption, names), "adoption_id": row.adoption_id}
        frozen.execute(update(commitment).where(commitment.c.id == row.id).values(values))
    for table in (plan, *(_table(each) for each in (PlanAdoption, PlanSigner, PlanReservation, Commitment))):
        _settle(frozen, table)


def _table(mapped: type[Base]) -> Table:
    return cast("Table", mapped.__table__)


def _put(frozen: Connection, table: Table, rows: Sequence[RowMapping], names: Names | None) -> None:
    if rows:
        frozen.execute(insert(table), [_told(row, names) for row in rows])


def _told(row: RowMapping, names: Names | None) -> dict[str, Any]:
    """Return a row as it is told; where the name of who signs is hidden, the drawn one is too."""
    told = {name: value if name in _CODES else cleaned(value, names) for name, value in row.items()}
    if names and told.get("strokes") and names.hidden(row["name"]) != row["name"]:
        told["strokes"] = ""
    return told


def _settle(frozen: Connection, table: Table) -> None:
    """Take away references to what the copy does not know, and rows that are nothing without them."""
    for foreign in table.foreign_keys:
        column, target = foreign.parent, foreign.column
        is_lost = column.is_not(None) & column.not_in(select(target))
        frozen.execute(
            update(table).where(is_lost).values({column.name: None})
            if column.nullable
            else delete(table).where(is_lost)
        )
