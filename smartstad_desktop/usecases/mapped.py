"""The file as SQLAlchemy sees it: one connection for queries, one for the transaction of an action.

Kept apart from the workspace because SQLAlchemy is what a start waits for longest: a window that shows its first page
has not needed it yet.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from smartstad_desktop.domain.errors import NotInAction
from smartstad_desktop.storage import journal
from smartstad_desktop.storage.connection import connect_copy
from smartstad_desktop.storage.engine import READS, engine_on
from smartstad_desktop.storage.tables import Base

P = ParamSpec("P")
T = TypeVar("T")


class Mapped:
    """Queries and sessions on the one connection of a workspace."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        Base.registry.configure()
        self._engine = engine_on(raw)
        self._writer = self._engine.connect()
        self._reader = self._engine.connect().execution_options(**{READS: True})

    def close(self) -> None:
        """Let go of the connection, which stays open."""
        # The engine is not disposed of: that would close the driver's connection, which is not ours to close.
        self._writer.close()
        self._reader.close()

    def read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *query* makes of the file.

        Raises:
            NotInAction: the query tried to write.
        """
        try:
            return query(self._reader, *args, **kwargs)
        except DBAPIError as error:
            if journal.is_refusal(error):
                raise NotInAction from error
            raise

    @contextmanager
    def transaction(self) -> Generator[Callable[[], Session]]:
        """Run what is inside as one transaction; the value makes sessions that take part in it.

        Raises:
            sqlite3.OperationalError: the disk refused it, and it was rolled back.
        """
        try:
            with self._writer.begin():
                yield lambda: Session(self._writer, autoflush=True, expire_on_commit=False)
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.OperationalError):
                raise error.orig from error
            raise


@contextmanager
def open_copy(image: bytes) -> Generator[Connection]:
    """Read from the pages that ``Workspace.private_copy`` returned, in any thread."""
    raw = connect_copy(image)
    engine = engine_on(raw)
    try:
        with engine.connect().execution_options(**{READS: True}) as connection:
            yield connection
    finally:
        engine.dispose()
        raw.close()
