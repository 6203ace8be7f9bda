"""Many lists read side by side: while one is parsed in its process, another is understood here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event
from typing import Final

from smartstad_desktop.domain.lists.list_columns import HeadingMemory
from smartstad_desktop.domain.lists.lists import Pasted, ReadList, Vocabulary
from smartstad_desktop.exchange.cells.vocabulary import DEFAULT
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.exchange.incoming.workbook_reader import Readers

#: More at a time would only take memory: each has a process of its own.
_AT_A_TIME: Final = 3
_POLL_S: Final = 0.05


def read_all(
    sources: Iterable[Path | Pasted],
    known: Vocabulary = DEFAULT,
    told: Callable[[int, str], None] | None = None,
    memory: Callable[[ReadList], HeadingMemory] | None = None,
) -> tuple[ReadList, ...]:
    """Return what the lists say, in their order.

    *told* is called here and there with how many are read and the name of one that is not; what it raises, such as
    ``Cancelled``, stops the reading of all. *memory* is that of ``read_list``.
    """
    every = list(sources)
    stop = Event()
    with Readers() as readers, ThreadPoolExecutor(max_workers=_AT_A_TIME) as pool:
        jobs = [
            pool.submit(read_list, source, known, memory=memory, is_cancelled=stop.is_set, readers=readers)
            for source in every
        ]
        try:
            while left := [place for place, job in enumerate(jobs) if not job.done()]:
                if told is not None:
                    told(len(jobs) - len(left), every[left[0]].name)
                wait([jobs[place] for place in left], timeout=_POLL_S, return_when=FIRST_COMPLETED)
        except BaseException:
            stop.set()
            for job in jobs:
                job.cancel()
            raise
        return tuple(job.result() for job in jobs)
