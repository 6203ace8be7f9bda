"""One import from the first file to the last answer: what has been read, and what it would change.

Reading and comparing run beside the window; answers are values and need no waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.lists.collecting import no_collecting
from smartstad_desktop.domain.lists.importing import Candidate, ImportPlan, ListPlan, RowKey
from smartstad_desktop.domain.lists.list_columns import ColumnChoice
from smartstad_desktop.domain.lists.lists import ReadList, Value
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.incoming.workbook_reader import Readers
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.reads.lists.importing import Known
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.arrivals import Arrival, Arrivals, Source
from smartstad_desktop.ui.importing.reading import ListReading
from smartstad_desktop.ui.importing.saying import taken_back
from smartstad_desktop.ui.kit.jobs import Job
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.usecases.lists.import_planning import Planner
from smartstad_desktop.usecases.mapped import open_copy

#: Makes the next plan of the present one, with everything that is known about the inventory.
Judging = Callable[[Planner, ImportPlan], ImportPlan]
_NOTHING: Final = ImportPlan()


class ImportSession(QObject):
    """What has come in, and the plan that is made of it. The window shows it; only the page writes it."""

    #: The files or the plan are other ones now.
    changed = Signal()
    #: Rows of new files have been compared; carries how many.
    compared = Signal(int)
    #: Something could not be done; carries the ``DomainError``.
    refused = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.arrivals = Arrivals(services.jobs, self)
        #: The processes that read the files that come together.
        self._readers = Readers()
        self.plan = _NOTHING
        self.known: Known | None = None
        #: The files behind the lists of the plan, in its order.
        self._listed: list[Arrival] = []
        self._job: Job | None = None
        #: What the comparing that runs is known by; one that nobody waits for any more has another.
        self._turn: object | None = None
        self._waiting: list[Judging] = []
        self.arrivals.moved.connect(self.changed)
        self.arrivals.settled.connect(self._readers.rest)
        self.arrivals.settled.connect(self._take_in)

    # Files

    def read(self, sources: Iterable[Source]) -> int:
        """Begin to read *sources*; return how many of them were not here yet."""
        return len(self.arrivals.add(sources, self._reading().read))

    def open_with(self, place: int, password: str) -> None:
        """Read a protected file again with its password."""
        self.arrivals.open_with(place, password, self._reading().read)

    def remove(self, place: int) -> None:
        """Let go of a file and of everything that was said about it."""
        gone = self.arrivals.every[place]
        at = self.place_in_plan(gone)
        if at is not None:
            del self._listed[at]
            self.plan = without(self.plan, at)
        self.arrivals.remove(place)
        if at is not None and self.plan.lists:
            # Rows may have resembled rows of the file that is gone.
            self._judge(Planner.replanned)
        self.changed.emit()

    def clear(self) -> None:
        """Let go of everything."""
        self.arrivals.clear()
        self._readers.rest()
        if self._job is not None:
            self._job.cancel()
        self._job, self._turn, self._waiting = None, None, []
        self._listed, self.plan, self.known = [], _NOTHING, None

    def place_in_plan(self, arrival: Arrival) -> int | None:
        """Return where the list of a file stands in the plan, once it has been compared."""
        return self._listed.index(arrival) if arrival in self._listed else None

    @property
    def is_comparing(self) -> bool:
        """Return whether rows are being compared with the inventory."""
        return self._turn is not None

    # Answers that need no comparing

    def change(self, deed: Callable[[ImportPlan], ImportPlan]) -> None:
        """Take an answer."""
        self.plan = deed(self.plan)
        self.changed.emit()

    def mend(self, key: RowKey, field: str, value: Value | None) -> None:
        """Give a doubtful cell a value, or take its row without it."""
        if self.known is not None:
            planner = Planner(self.known)
            self.change(lambda plan: planner.mended(plan, key, field, value))

    def take_back(self, keys: Collection[RowKey]) -> None:
        """Let rows be as they were read: nothing said to them, nothing mended in them."""
        if self.known is not None:
            planner = Planner(self.known)
            self.change(lambda plan: taken_back(planner.as_read(plan, keys), keys=keys))

    # Answers after which a list is compared again

    def assign(self, at: int, town: int) -> None:
        """Say whose list it is; what its headings have meant before is known from then on."""
        arrival, reading, whose = self._listed[at], self._reading(), MunicipalityId(town)

        def again(planner: Planner, plan: ImportPlan) -> ImportPlan:
            plan = planner.assigned(plan, at, whose)
            read = plan.lists[at].read
            if reading.knows_better(read, whose):
                found = reading.read_again(arrival.source, arrival.password, arrival.choices, whose)
                # A file that is gone meanwhile has been read all the same.
                arrival.read = read = read if found.trouble else found
            is_as_before = read is plan.lists[at].read and not arrival.choices
            return plan if is_as_before else planner.reread(plan, at, read, arrival.choices)

        self._judge(again)

    def choose_columns(self, at: int, choices: tuple[ColumnChoice, ...]) -> None:
        """Read a list again with what somebody said about its columns."""
        arrival, reading = self._listed[at], self._reading()
        said = {(each.sheet, each.letter): each for each in (*arrival.choices, *choices)}
        arrival.choices = tuple(said.values())

        def again(planner: Planner, plan: ImportPlan) -> ImportPlan:
            town = plan.lists[at].municipality
            read = reading.read_again(arrival.source, arrival.password, arrival.choices, town)
            arrival.read = read
            return planner.reread(plan, at, read, arrival.choices)

        self._judge(again)

    def judge_again(self) -> None:
        """Compare everything again: the inventory has changed."""
        if self.plan.lists:
            self._judge(Planner.replanned)

    # Beside the window

    def _reading(self) -> ListReading:
        workspace = self._services.workspace
        return ListReading(workspace.read(reads.names), workspace.read(reads.headings), self._readers)

    def _take_in(self) -> None:
        """Compare what has been read since the last time."""
        fresh = [each for each in self.arrivals.every if each.read is not None and each not in self._listed]
        again = [
            (at, each.read)
            for at, each in enumerate(self._listed)
            if each.read is not None and at < len(self.plan.lists) and self.plan.lists[at].read is not each.read
        ]
        if fresh:
            self._listed += fresh
            found = [each.read for each in fresh if each.read is not None]
            self._judge(lambda planner, plan: _added(planner, plan, found))
        for at, read in again:
            self._judge(lambda planner, plan, at=at, read=read: planner.reread(plan, at, read))

    def _judge(self, judging: Judging) -> None:
        self._waiting.append(judging)
        if self._turn is None:
            self._start()

    def _start(self) -> None:
        judging, before = self._waiting[0], self.plan
        image = self._services.workspace.private_copy()
        # Held before it runs: a job that runs at once is over when ``start`` returns.
        turn = self._turn = object()

        def work(progress: Progress) -> tuple[Known, ImportPlan]:
            progress.report(0, 0)
            with no_collecting():
                with open_copy(image) as connection:
                    known = reads.known(connection)
                return known, judging(Planner(known), before)

        def done(found: tuple[Known, ImportPlan]) -> None:
            if turn is self._turn:
                self._finish(before, *found)

        def failed(error: DomainError) -> None:
            if turn is self._turn:
                self._waiting, self._turn = [], None
                self.refused.emit(error)

        self._job = self._services.jobs.start(_("Comparing with the inventory"), work, done, failed)

    def _finish(self, before: ImportPlan, known: Known, plan: ImportPlan) -> None:
        self._turn = None
        if self.plan is not before:
            # Somebody answered meanwhile: what they said counts, so the comparing is done again on it.
            self._start()
            return
        self._waiting.pop(0)
        self.known, self.plan = known, plan
        if self._waiting:
            self._start()
        self.changed.emit()
        if self.plan is plan and len(plan.lists) > len(before.lists):
            rows = sum(len(one.candidates) for one in plan.lists[len(before.lists) :])
            self.compared.emit(rows)


def _added(planner: Planner, plan: ImportPlan, found: list[ReadList]) -> ImportPlan:
    """Return the plan with more lists; answers stay."""
    if not plan.lists:
        return planner.plan(found)
    fresh = planner.plan(found).lists
    base = len(plan.lists)
    moved = tuple(_moved(one, base) for one in fresh)
    return planner.replanned(ImportPlan(lists=(*plan.lists, *moved)))


def _moved(plan: ListPlan, by: int) -> ListPlan:
    def move(candidate: Candidate) -> Candidate:
        key = candidate.key
        return replace(candidate, key=RowKey(key.list_index + by, key.sheet, key.row))

    return replace(plan, candidates=tuple(map(move, plan.candidates)))


def without(plan: ImportPlan, at: int) -> ImportPlan:
    """Return the plan without one list; those after it move up."""
    lists = (_moved(one, -1) if place > at else one for place, one in enumerate(plan.lists) if place != at)
    return ImportPlan(lists=tuple(lists))
