"""SQLAlchemy on the one connection to a workspace file."""

from __future__ import annotations

import sqlite3
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

#: Execution option of connections that only read: no transaction is begun for them.
READS: Final = "smartstad_reads"


def engine_on(connection: sqlite3.Connection) -> Engine:
    """Return an engine whose only connection is *connection*, with transactions that begin when we say so."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(started: Connection) -> None:
        if not started.get_execution_options().get(READS):
            started.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
