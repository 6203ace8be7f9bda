"""How the review reads a list: in the programme's words, with the headings it remembers, in a process of its own."""

from __future__ import annotations

from collections.abc import Mapping

from smartstad_desktop.domain.lists.list_columns import ColumnChoice, HeadingMemory
from smartstad_desktop.domain.lists.lists import ReadList
from smartstad_desktop.domain.progress import Cancelled, Progress
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.cells.vocabulary import joined
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.exchange.incoming.workbook_reader import Readers
from smartstad_desktop.reads.lists.importing import Names
from smartstad_desktop.ui.importing.arrivals import Source


class ListReading:
    """Reads lists with what one state of the programme knows: its words, and what headings have meant before."""

    def __init__(self, names: Names, memories: Mapping[MunicipalityId, HeadingMemory], readers: Readers) -> None:
        self._names = names
        self._words = joined(names.vocabulary)
        self._memories = memories
        self._readers = readers

    def read(self, source: Source, password: str, progress: Progress) -> ReadList:
        """Return what a list says; a reading that is stopped says nothing."""
        progress.report(0, 0, source.name)

        def is_cancelled() -> bool:
            try:
                progress.report(0, 0, source.name)
            except Cancelled:
                return True
            return False

        return read_list(
            source,
            self._words,
            memory=self._memory_of,
            password=password or None,
            is_cancelled=is_cancelled,
            readers=self._readers,
        )

    def read_again(
        self, source: Source, password: str, choices: tuple[ColumnChoice, ...], town: MunicipalityId | None
    ) -> ReadList:
        """Return what a list says when its columns mean what somebody has said, and is *town*'s."""
        memory = self._memories.get(town) if town is not None else None
        return read_list(source, self._words, choices=choices, memory=memory, password=password or None)

    def knows_better(self, read: ReadList, town: MunicipalityId) -> bool:
        """Return whether *town*'s earlier lists say more about the columns than the headings do."""
        return _says_more(read, self._memories.get(town, {}))

    def _memory_of(self, read: ReadList) -> HeadingMemory:
        for name in (read.stamp.get("municipality", ""), read.municipality):
            town = self._names.municipality(name) if name else None
            if town is not None:
                return self._memories.get(town.id, {})
        return {}


def _says_more(read: ReadList, memory: HeadingMemory) -> bool:
    """Return whether *memory* takes a column for something else than what was guessed, or makes a doubt certain."""
    return any(
        (means := memory.get((sheet.kind.value, column.heading_key))) is not None
        and (means != column.key or column.is_asking)
        for sheet in read.sheets
        for column in sheet.seen
    )
