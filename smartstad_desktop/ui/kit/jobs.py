"""Long work beside the window: one worker, or two for reading files; progress polled, cancelled on request."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.progress import Cancelled, Progress

#: Work that is done sooner is never shown: a bar that flashes disturbs more than it tells.
PATIENCE_MS: Final = 500
POLL_MS: Final = 100
#: So many files are read at a time: each keeps one more core busy, in a process of its own.
_SIDE_BY_SIDE: Final = 2

T = TypeVar("T")


class Executor(Protocol):
    """Whatever calls functions: a thread, or the caller itself."""

    def run(self, work: Callable[[], None], *, is_shared: bool = False) -> None:
        """Call *work*, now or soon; with *is_shared* it may run beside other work of that kind."""
        ...

    def close(self) -> None:
        """Wait for the work that runs, and take no more."""
        ...


class Threaded:
    """One worker thread, where a second job waits for the first; and two where there are cores for work that shares."""

    def __init__(self) -> None:
        self._alone = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._shared = ThreadPoolExecutor(max_workers=min(_SIDE_BY_SIDE, os.cpu_count() or 1))

    def run(self, work: Callable[[], None], *, is_shared: bool = False) -> None:
        """Call *work* in a worker thread."""
        (self._shared if is_shared else self._alone).submit(work)

    def close(self) -> None:
        """Wait for the work that runs; drop what has not begun."""
        for pool in (self._alone, self._shared):
            pool.shutdown(wait=True, cancel_futures=True)


class Inline:
    """Calls work at once, in the thread of the caller: for tests and for the command line."""

    def run(self, work: Callable[[], None], *, is_shared: bool = False) -> None:  # noqa: ARG002  one at a time here
        """Call *work* now."""
        work()

    def close(self) -> None:
        """Have nothing to wait for."""


@dataclass(slots=True, eq=False)
class Job:
    """One piece of long work. The worker writes the figures, the window reads them."""

    title: str
    done: int = 0
    total: int = 0
    what: str = ""
    has_begun: bool = False
    is_quiet: bool = False
    _stop: Event = field(default_factory=Event)

    def report(self, done: int, total: int, what: str = "") -> None:
        """Take the figures of the work; this is where a cancelled job ends."""
        if self._stop.is_set():
            raise Cancelled
        self.done, self.total, self.what = done, total, what

    def cancel(self) -> None:
        """Ask the work to end at its next report."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Return whether somebody asked the work to end."""
        return self._stop.is_set()


class Jobs(QObject):
    """Runs jobs, most of them one after the other, and tells the window about those that take long."""

    #: A job has taken half a second and is worth showing; carries the ``Job``.
    shown = Signal(object)
    #: The figures of the job may have changed; carries the ``Job``. At most ten times a second.
    progressed = Signal(object)
    #: The job is over, however it ended; carries the ``Job``.
    ended = Signal(object)
    _finished = Signal(object)

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: Executor = executor or Threaded()
        self._running: list[Job] = []
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._tell)
        # Emitted in the worker and received here: Qt queues it across the threads.
        self._finished.connect(self._finish)

    def start(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[DomainError], None],
        *,
        is_shared: bool = False,
        is_quiet: bool = False,
    ) -> Job:
        """Run *work* beside the window; then *done* with its result, or *failed* with the expected trouble.

        Both are called in the window's thread. A cancelled job calls neither. *work* must not touch widgets or the
        workspace: give it a private copy (``workspace.private_copy()``) taken before. What *is_shared* waits for a
        process of its own, and two of that kind run at a time. What *is_quiet* is never shown, and nobody waits for it.
        """
        job = Job(title, is_quiet=is_quiet)
        self._running.append(job)
        self._poll.start()
        if not is_quiet:
            QTimer.singleShot(PATIENCE_MS, self, lambda: self._show_if_running(job))
        self._executor.run(lambda: self._finished.emit((job, _attempt(job, work, done, failed))), is_shared=is_shared)
        return job

    def is_busy(self) -> bool:
        """Return whether a job runs or waits that somebody waits for."""
        return any(not job.is_quiet for job in self._running)

    def close(self) -> None:
        """Ask everything to stop and wait for it."""
        for job in self._running:
            job.cancel()
        self._executor.close()
        self._poll.stop()

    def _show_if_running(self, job: Job) -> None:
        if job in self._running:
            self.shown.emit(job)

    def _tell(self) -> None:
        for job in [each for each in self._running if each.has_begun]:
            self.progressed.emit(job)

    def _finish(self, finished: tuple[Job, Callable[[], None]]) -> None:
        job, conclude = finished
        self._running.remove(job)
        if not self._running:
            self._poll.stop()
        self.ended.emit(job)
        conclude()


def _attempt(
    job: Job, work: Callable[[Progress], T], done: Callable[[T], None], failed: Callable[[DomainError], None]
) -> Callable[[], None]:
    """Do the work and return what is to be called in the window's thread."""
    job.has_begun = True
    try:
        result = work(job)
    except Cancelled:
        return lambda: None
    except DomainError as error:
        trouble = error
        return lambda: failed(trouble)
    except Exception as error:  # noqa: BLE001  a bug in a worker goes the way of every other bug: to the crash report
        bug = error
        return lambda: sys.excepthook(type(bug), bug, bug.__traceback__)
    if job.is_cancelled:
        return lambda: None
    return lambda: done(result)
