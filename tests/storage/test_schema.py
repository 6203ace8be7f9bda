"""The migrated file is the one the typed tables describe."""

from __future__ import annotations

import sqlite3

from sqlalchemy import create_engine, inspect

from smartstad_desktop.storage.connection import APPLICATION_ID, schema_of
from smartstad_desktop.storage.migrate import migrate, newest, version_of
from smartstad_desktop.storage.tables import Base
from smartstad_desktop.storage.tables.base import UNJOURNALED


def test_migrations_lead_to_the_tables_we_describe() -> None:
    migrated = sqlite3.connect(":memory:", isolation_level=None)
    assert migrate(migrated) == newest()
    assert version_of(migrated) == newest()
    assert migrated.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)

    described = sqlite3.connect(":memory:", check_same_thread=False)
    Base.metadata.create_all(create_engine("sqlite://", creator=lambda: described))
    assert schema_of(migrated) == schema_of(described)
    migrated.close()
    described.close()


def test_every_table_is_strict_and_every_constraint_has_a_name() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrate(connection)
    for _, name, sql in (entry for entry in schema_of(connection) if entry[0] == "table"):
        assert sql.endswith("STRICT"), name
        unnamed = sql.count("FOREIGN KEY") + sql.count("CHECK (") + sql.count("UNIQUE (") - sql.count("CONSTRAINT ")
        assert unnamed == 0, name
    assert inspect(create_engine("sqlite://", creator=lambda: connection)).get_table_names()
    connection.close()


def test_every_table_is_journaled_or_says_why_not() -> None:
    reasons = {
        table.name: table.info[UNJOURNALED] for table in Base.metadata.sorted_tables if UNJOURNALED in table.info
    }
    assert set(reasons) == {"change_step", "change_row", "received_file"}
    assert all(reasons.values())
