"""Real workspace files for tests."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.programme import Municipality, Programme, Theme
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workspace import Workspace


@dataclass
class FixedClock:
    """A clock that moves only when it is told to, plus a second per reading when *ticks* is set."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        """Move the clock."""
        self.now += timedelta(**time)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """A small invented programme: three municipalities and two themes."""

    is_floor = True

    def execute(self, tx: Transaction) -> dict[str, MunicipalityId]:
        """Make the rows and return the municipalities' ids by key."""
        made = [
            Municipality(key=key, name=name, short_name=short, mark=mark, colour=colour)
            for key, name, short, mark, colour in (
                ("angelholm", "Ängelholms kommun", "Ängelholm", "ÄN", "#0B5C69"),
                ("helsingborg", "Helsingborgs stad", "Helsingborg", "HB", "#8C2F5D"),
                ("bastad", "Båstads kommun", "Båstad", "BÅ", "#9A3B12"),
            )
        ]
        tx.session.add_all(made)
        tx.session.add_all(
            [
                Theme(key="mobility", name_sv="Mobilitet och transport", order_key="G"),
                Theme(key="water", name_sv="Vatten", order_key="V"),
            ]
        )
        tx.session.add(Programme(id=1, uid="test-programme", name="Provprogrammet (påhittat)", is_demo=True))
        tx.session.flush()
        tx.describe(title="Provprogrammet")
        return {row.key: MunicipalityId(row.id) for row in made}


def dump(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table except the journal and kept files, which undo does not take back."""

    def everything(raw: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
        return {name: raw.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in _followed()}

    return workspace.glance(everything)


@cache
def _followed() -> tuple[str, ...]:
    left_out = {"change_step", "change_row", "received_file", "stored_file"}
    return tuple(table.name for table in Base.metadata.sorted_tables if table.name not in left_out)


def raw_rows(path: str, query: str) -> list[tuple[object, ...]]:
    """Read a closed file with plain sqlite3, as a stranger would."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()
