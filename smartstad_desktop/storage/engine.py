"""SQLAlchemy on the one connection to a workspace file."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

#: Execution option of connections that only read: no transaction is begun for them.
READS: Final = "smartstad_reads"
#: Queries that have been put into SQL, for every file and every private copy: putting one into SQL takes longer than
#: running it, and the same few hundred are asked all day.
_IN_SQL: Final = LRUCache[Any, Any](1000)


@cache
def _dialect() -> Dialect:
    """Return SQLite's dialect, one for all connections: it is part of the key of a query that has been put into SQL."""
    engine = create_engine("sqlite://")
    # The first connection tells the dialect what this SQLite can do.
    engine.connect().close()
    engine.dispose()
    return engine.dialect


def engine_on(connection: sqlite3.Connection) -> Engine:
    """Return an engine whose only connection is *connection*, with transactions that begin when we say so."""
    dialect = _dialect()
    # Every driver's connection is one; the protocol asks for an attribute getter that C classes do not name.
    pool = StaticPool(lambda: cast("DBAPIConnection", connection), dialect=dialect)
    engine = Engine(pool, dialect, make_url("sqlite://"), execution_options={"compiled_cache": _IN_SQL})

    @event.listens_for(engine, "begin")
    def _begin(started: Connection) -> None:
        if not started.get_execution_options().get(READS):
            started.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
