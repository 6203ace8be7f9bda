"""The open file: the one place where actions are run, taken back, and read from."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, Self, TypeVar

from smartstad_desktop.domain import errors, files
from smartstad_desktop.domain.changes import ChangeSet
from smartstad_desktop.storage import journal, lock, opening
from smartstad_desktop.storage.backups import Backup
from smartstad_desktop.storage.journal_triggers import install
from smartstad_desktop.usecases.command import Command, Outcome, Transaction
from smartstad_desktop.usecases.lease import Leasing
from smartstad_desktop.usecases.listeners import Listeners
from smartstad_desktop.usecases.step_joining import joined_with_earlier
from smartstad_desktop.usecases.surroundings import Surroundings, backup_folder, last_backup_at

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from smartstad_desktop.usecases.mapped import Mapped

P = ParamSpec("P")
T = TypeVar("T")
UNDO: Final = "undo"
REDO: Final = "redo"


class Workspace:
    """An open workspace file.

    Every action is one transaction and one step of the journal; when ``run`` returns, it is on the disk.
    """

    def __init__(
        self, raw: sqlite3.Connection, path: Path, surroundings: Surroundings, *, is_read_only: bool = False
    ) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self._surroundings = surroundings
        self._raw = raw
        self._mapped_once: Mapped | None = None
        self._mapping = threading.Lock()
        self._writing = threading.Lock()
        self.leasing = Leasing(raw.serialize)
        self.listeners = Listeners()
        #: Tells when the newest backup was made, or None.
        self.last_backup_at = partial(last_backup_at, raw, surroundings)
        self._is_closed = False
        self._identity = lock.Identity.of(path)
        #: What the user should hear about the file that was opened: a backup that failed, a side file put aside.
        self.notes: list[files.FileTrouble] = []
        if not is_read_only:
            install(raw)

    @classmethod
    def create(cls, path: Path, surroundings: Surroundings | None = None) -> Self:
        """Make an empty workspace at *path* and open it; never overwrites.

        Raises:
            FileTrouble: the name is taken or the folder cannot be written to.
        """
        opening.make_new(path)
        return cls.open(path, surroundings)

    @classmethod
    def open(cls, path: Path, surroundings: Surroundings | None = None) -> Self:
        """Open the workspace at *path* for work, after a backup when it has changed since the last one.

        Raises:
            FileTrouble: its kind says why not; the file is as it was.
        """
        around = surroundings or Surroundings()
        path = path.absolute()

        def before_migration(connection: sqlite3.Connection) -> None:
            folder = backup_folder(connection, around)
            if folder is not None:
                folder.keep(connection.serialize(), path, reason="before-upgrade", at=around.clock())

        raw, aside = opening.open_writer(path, before_migration)
        folder = backup_folder(raw, around)
        if folder is not None and folder.is_rotten(path, raw.serialize()):
            opening.close_writer(raw)
            raise files.Damaged(path=path, finding="digest")
        opened = cls(raw, path, around)
        if aside is not None:
            opened.notes.append(aside)
        lock.announce(path, around.clock())
        opened._back_up_if_changed("open")
        return opened

    @classmethod
    def open_read_only(cls, path: Path, surroundings: Surroundings | None = None) -> Self:
        """Open a private copy of the workspace at *path*, which another program may have open.

        Raises:
            FileTrouble: its kind says why not.
        """
        path = path.absolute()
        return cls(opening.open_reader(path), path, surroundings or Surroundings(), is_read_only=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let others have it, after a backup when it has changed since the last one."""
        if self._is_closed:
            return
        self._is_closed = True
        self.listeners.clear()
        if not self.is_read_only and self.path.exists():
            self._back_up_if_changed("close")
        if self._mapped_once is not None:
            self._mapped_once.close()
        opening.close_writer(self._raw)
        if not self.is_read_only:
            lock.withdraw(self.path)

    @property
    def now(self) -> datetime:
        """Return the time by the workspace's clock (UTC)."""
        return self._surroundings.clock()

    # Reading

    def read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *query* makes of the file as it is now.

        Raises:
            NotInAction: the query tried to write.
        """
        if lease := self.leasing.elsewhere:
            return lease.read(query, *args, **kwargs)
        return self._mapped().read(query, *args, **kwargs)

    def glance(self, query: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *query* makes of the file on the driver's own connection.

        For the few things the window shows first, which must not wait for SQLAlchemy.
        """
        if lease := self.leasing.elsewhere:
            return lease.glance(query, *args, **kwargs)
        return query(self._raw, *args, **kwargs)

    def warm_up(self) -> None:
        """Load what queries and actions need, in any thread, so that the first of them does not wait for it."""
        self._mapped()

    def _mapped(self) -> Mapped:
        with self._mapping:
            if self._mapped_once is None:
                from smartstad_desktop.usecases.mapped import Mapped  # noqa: PLC0415  brings SQLAlchemy

                self._mapped_once = Mapped(self._raw)
            return self._mapped_once

    def private_copy(self) -> bytes:
        """Return the pages of the file for a worker to read from (see ``open_copy``)."""
        lease = self.leasing.elsewhere
        return lease.image if lease else self._raw.serialize()

    # Acting

    def run(
        self, command: Command, *, origin: object | None = None, source: str = "", is_silent: bool = False
    ) -> Outcome:
        """Run *command* as one step; when this returns, it is on the disk and listeners have been told.

        *source* names the file or session a change comes from. With *is_silent* nobody is told yet: a worker leaves
        that to the thread of the window (``listeners.tell``).

        Raises:
            Busy: a worker writes.
            RuleError: a rule refuses it; nothing has changed.
            FileTrouble: the disk refuses it or the file is gone; nothing has changed.
        """
        name = type(command).__name__
        with self._transaction() as session_of:
            head = journal.StepHead(
                at=self.now,
                actor=self._surroundings.actor,
                command=name,
                merge_key=getattr(command, "merge_key", None),
                is_floor=getattr(command, "is_floor", False),
                source=source,
            )
            step_id = journal.open_step(self._raw, head)
            with session_of() as session:
                tx = Transaction(session=session, actor=head.actor, now=head.at)
                value = command.execute(tx)
                session.flush()
                words = tx.words
            rows = journal.close_step(self._raw, step_id, words)
            kept = joined_with_earlier(self._raw, step_id, head) if rows else None
        changes = ChangeSet(name, rows, origin)
        if not is_silent:
            self.listeners.tell(changes)
        return Outcome(changes=changes, value=value, step=kept)

    def undo(self, *, origin: object | None = None) -> ChangeSet:
        """Take back the last step.

        Raises:
            NothingToUndo: there is none, or it is one that cannot be taken back.
        """
        with self._transaction():
            step = self.to_undo()
            if step is None:
                raise errors.NothingToUndo
            rows = journal.replay(self._raw, step.id, backward=True)
        return self.listeners.tell(ChangeSet(UNDO, rows, origin))

    def redo(self, *, origin: object | None = None) -> ChangeSet:
        """Do the step again that was taken back last.

        Raises:
            NothingToRedo: there is none.
        """
        with self._transaction():
            step = self.to_redo()
            if step is None:
                raise errors.NothingToRedo
            rows = journal.replay(self._raw, step.id, backward=False)
        return self.listeners.tell(ChangeSet(REDO, rows, origin))

    def to_undo(self) -> journal.Step | None:
        """Return the step that undo would take back, or None."""
        step = self.glance(journal.last_done)
        return None if step is None or step.is_floor else step

    def to_redo(self) -> journal.Step | None:
        """Return the step that redo would do again, or None."""
        return self.glance(journal.next_undone)

    def steps(self, limit: int | None = None) -> list[journal.Step]:
        """Return the steps, newest first."""
        return self.glance(journal.steps, limit=limit)

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Tell *listener* of every change from now on; the result ends that."""
        return self.listeners.add(listener)

    # Backups

    def back_up(self, reason: str, *, is_alone: bool = False) -> Backup | None:
        """Keep a checked backup of the file as it is now; None when this workspace keeps none.

        With *is_alone* all earlier ones go, because something in them was to be forgotten.

        Raises:
            BackupFailed: it could not be made; earlier backups stand.
        """
        folder = backup_folder(self._raw, self._surroundings)
        if folder is None or self.is_read_only:
            return None
        made = folder.keep(self.private_copy(), self.path, reason=reason, at=self.now)
        if is_alone:
            folder.forget_before(made)
        return made

    def _back_up_if_changed(self, reason: str) -> None:
        folder = backup_folder(self._raw, self._surroundings)
        if folder is None or folder.is_current(self.path):
            return
        try:
            self.back_up(reason)
        except files.BackupFailed as trouble:
            # A full backup disk must not keep people from working; the window says it.
            self.notes.append(trouble)

    @contextmanager
    def _transaction(self) -> Generator[Callable[[], Session]]:
        if self.is_read_only:
            raise errors.ReadOnly
        if self.leasing.elsewhere or not self._writing.acquire(blocking=False):
            raise errors.Busy
        try:
            with lock.guarded(self.path, self._identity), self._mapped().transaction() as session_of:
                yield session_of
        except sqlite3.OperationalError as error:
            raise files.SaveFailed(path=self.path, reason=str(error)) from error
        finally:
            self._writing.release()
