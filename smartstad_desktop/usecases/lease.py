"""A worker that writes alone: until it is done, everybody else reads the file as it was before."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from smartstad_desktop.domain.errors import Busy
from smartstad_desktop.storage.connection import connect_copy

if TYPE_CHECKING:
    from sqlalchemy import Connection

P = ParamSpec("P")
T = TypeVar("T")


class Leasing:
    """Who may use the connection of a workspace: everybody, or one worker alone."""

    def __init__(self, pages: Callable[[], bytes]) -> None:
        self._pages = pages
        self._held: Lease | None = None

    @property
    def elsewhere(self) -> Lease | None:
        """Return the lease of another thread than the one that asks, if there is one."""
        held = self._held
        return None if held is None or held.is_mine else held

    @contextmanager
    def held(self) -> Generator[None]:
        """Let this thread alone write; others are refused as busy, and read the file as it was, until it is done.

        Raises:
            Busy: another worker writes.
        """
        if self._held is not None:
            raise Busy
        self._held = Lease(self._pages())
        try:
            yield
        finally:
            ended, self._held = self._held, None
            ended.close()


class Lease:
    """The connection of a workspace in the hands of the thread that made this."""

    def __init__(self, image: bytes) -> None:
        from smartstad_desktop.usecases.mapped import Mapped  # noqa: PLC0415  brings SQLAlchemy

        self.image = image
        self._thread = threading.get_ident()
        self._raw = connect_copy(image)
        self._mapped = Mapped(self._raw)
        self._reading = threading.RLock()

    @property
    def is_mine(self) -> bool:
        """Return whether the thread that asks is the one that writes."""
        return threading.get_ident() == self._thread

    def read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *query* makes of the file as it was."""
        with self._reading:
            return self._mapped.read(query, *args, **kwargs)

    def glance(self, query: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *query* makes of the file as it was, on the driver's connection."""
        with self._reading:
            return query(self._raw, *args, **kwargs)

    def close(self) -> None:
        """End it, after a query that is running."""
        with self._reading:
            self._mapped.close()
            self._raw.close()
