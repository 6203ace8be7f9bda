"""The files of one import as they come in: each is read by a job of its own, so that one can be stopped alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.lists.list_columns import ColumnChoice
from smartstad_desktop.domain.lists.list_troubles import ListTrouble
from smartstad_desktop.domain.lists.lists import Pasted, ReadList
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.jobs import Job, Jobs

Source: TypeAlias = Path | Pasted
#: Reads one list; the text is the password somebody gave, or nothing.
Reader: TypeAlias = Callable[[Source, str, Progress], ReadList]


class Stage(StrEnum):
    """How far one file is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


@dataclass(eq=False, slots=True)
class Arrival:
    """One file on its way in."""

    source: Source
    job: Job | None = None
    read: ReadList | None = None
    password: str = ""
    #: What somebody has said of its columns.
    choices: tuple[ColumnChoice, ...] = ()
    #: When the reading began, by the machine's own count of seconds.
    since: float | None = None
    #: Counts how often the window has looked while it was read; moves its bar.
    ticks: int = 0

    @property
    def name(self) -> str:
        """Return what the file is called."""
        return self.source.name

    @property
    def stage(self) -> Stage:
        """Return how far it is."""
        if self.read is not None:
            return Stage.FAILED if self.read.trouble else Stage.READ
        return Stage.WAITING if self.since is None else Stage.READING

    @property
    def seconds(self) -> int:
        """Return for how long it has been read."""
        return 0 if self.since is None else int(monotonic() - self.since)


class Arrivals(QObject):
    """Reads files, two at a time. Nothing here knows what they would change."""

    #: A file came, went, began to be read, or is being read on.
    moved = Signal()
    #: Nothing is read any more.
    settled = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.every: list[Arrival] = []
        jobs.progressed.connect(self._follow)

    @property
    def is_reading(self) -> bool:
        """Return whether a file waits or is read."""
        return any(each.read is None for each in self.every)

    @property
    def reads(self) -> list[ReadList]:
        """Return what has been read so far, failures too, in the order the files came."""
        return [each.read for each in self.every if each.read is not None]

    def add(self, sources: Iterable[Source], reader: Reader) -> Sequence[Arrival]:
        """Begin to read *sources*; a file that is here already is not taken twice. Return the new ones."""
        here = {each.source for each in self.every}
        fresh = [Arrival(source) for source in dict.fromkeys(sources) if source not in here]
        self.every += fresh
        if fresh:
            self.moved.emit()
        for each in fresh:
            self._start(each, reader)
        return fresh

    def open_with(self, place: int, password: str, reader: Reader) -> None:
        """Read a file again with the password that somebody knows."""
        again = self.every[place]
        again.read, again.since, again.password = None, None, password
        self.moved.emit()
        self._start(again, reader)

    def remove(self, place: int) -> None:
        """Let go of one file, also while it is read."""
        gone = self.every.pop(place)
        if gone.job is not None:
            gone.job.cancel()
        self.moved.emit()
        if gone.read is None and not self.is_reading:
            self.settled.emit()

    def clear(self) -> None:
        """Let go of everything."""
        for each in self.every:
            if each.job is not None:
                each.job.cancel()
        self.every = []

    def _start(self, arrival: Arrival, reader: Reader) -> None:
        def work(progress: Progress) -> ReadList:
            arrival.since = monotonic()
            return reader(arrival.source, arrival.password, progress)

        job = self._jobs.start(
            _("Reading {name}", name=arrival.name),
            work,
            partial(self._take, arrival),
            partial(self._fail, arrival),
            is_shared=True,
        )
        # A job that runs at once is over by now.
        arrival.job = None if arrival.read is not None else job

    def _take(self, arrival: Arrival, read: ReadList) -> None:
        if arrival not in self.every:
            return
        arrival.read, arrival.job = read, None
        self.moved.emit()
        if not self.is_reading:
            self.settled.emit()

    def _fail(self, arrival: Arrival, error: DomainError) -> None:
        trouble = error if isinstance(error, ListTrouble) else ListTrouble(name=arrival.name)
        self._take(arrival, ReadList(name=arrival.name, format="", trouble=trouble))

    def _follow(self, job: Job) -> None:
        for each in self.every:
            if each.job is job:
                each.ticks += 1
                self.moved.emit()
