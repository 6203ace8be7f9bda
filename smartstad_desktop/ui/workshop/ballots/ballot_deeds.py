"""What is done with ballots at the console: marks written, ballots finished, left blank, opened again and cleared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.reads.workshop.casters import Caster
from smartstad_desktop.reads.workshop.round_items import RoundItem
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable
from smartstad_desktop.ui.workshop.ballots.ballot_words import Typed, parse
from smartstad_desktop.ui.workshop.host import WorkshopHost
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.workshop.ballots import CastMarks, ClearBallots, FinishBallot, NewMark

#: "14 7": a number and what it gets; a pair needs two numbers before.
_PARTS, _PAIR_PARTS = 2, 3


class BallotDeeds(QObject):
    """Turns what is typed into commands; what a rule refuses is told in words, and nothing has changed then."""

    #: Carries why something was refused, or nothing when it was not.
    told = Signal(str)

    def __init__(self, host: WorkshopHost, table: Callable[[], BallotTable | None], parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._table = host, table

    def write(self, row: int, column: int, text: str) -> bool:
        """Write what was typed into a cell; return whether it stands there now."""
        table = self._table()
        if table is None:
            return False
        line = table.lines[row]
        typed = parse(table.sheet, text, table.axis)
        if typed is None:
            self.told.emit(_("“{text}” cannot be read here.", text=text.strip()))
            return False
        if typed == tuple(zip((axis for axis, _value in typed), table.values(row, column), strict=False)):
            self.told.emit("")
            return True
        return self.cast(table, table.casters[column], line.item, typed, line.other)

    def write_number(self, column: int, text: str) -> bool:
        """Write "item number, value" for whoever answers in *column*; return whether it stands there now."""
        table = self._table()
        words = text.replace(":", " ").split()
        if table is None or len(words) < _PARTS or not words[0].isdecimal():
            self.told.emit(_("Write the number of the item, a space, and the value: 14 7"))
            return False
        item, other = table.sheet.item_of(int(words[0])), None
        rest = words[1:]
        if table.lines and table.lines[0].other is not None:
            other = table.sheet.item_of(int(words[1])) if len(words) >= _PAIR_PARTS and words[1].isdecimal() else None
            rest = words[2:] if other is not None else []
        typed = parse(table.sheet, " ".join(rest), table.axis) if rest else None
        is_pair_lacking = table.lines and table.lines[0].other is not None and other is None
        if item is None or typed is None or is_pair_lacking:
            self.told.emit(_("There is no number {item} in this round, or the value cannot be read.", item=words[0]))
            return False
        return self.cast(table, table.casters[column], item, typed, other)

    def cast(
        self, table: BallotTable, caster: Caster, item: RoundItem, typed: Typed, other: RoundItem | None = None
    ) -> bool:
        """Write values for an item; return whether they stand there now."""
        if caster.is_done:
            self.told.emit(_("The ballot is done. Open it again to change it."))
            return False
        marks = tuple(
            NewMark(item=item.id, value=value, axis=axis, other=None if other is None else other.id)
            for axis, value in typed
        )
        return self.run(CastMarks(round=table.sheet.id, whose=caster.whose, marks=marks))

    def finish(self, column: int, *, is_done: bool = True, is_blank: bool = False, concern: str | None = None) -> bool:
        """Say that a ballot is done, abstains, or is open again."""
        table = self._table()
        if table is None or not 0 <= column < len(table.casters):
            return False
        whose = table.casters[column].whose
        return self.run(
            FinishBallot(round=table.sheet.id, whose=whose, is_done=is_done, is_blank=is_blank, concern=concern)
        )

    def clear(self, column: int) -> bool:
        """Take a ballot away with all that stands on it; undo brings it back."""
        table = self._table()
        if table is None or not 0 <= column < len(table.casters):
            return False
        return self.run(ClearBallots(round=table.sheet.id, whose=(table.casters[column].whose,)))

    def run(self, command: Command) -> bool:
        """Run *command*; why it was refused is told beside the grid, where it was typed."""
        try:
            self._host.run(command)
        except DomainError as error:
            self.told.emit(trouble.sentence(error))
            return False
        self.told.emit("")
        return True
