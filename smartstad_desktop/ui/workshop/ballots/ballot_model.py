"""The ballots as Qt's model: what a cell shows and what a screen reader says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from smartstad_desktop.reads.workshop.casters import Caster
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable, name_of
from smartstad_desktop.ui.workshop.ballots.ballot_words import shown

Index = QModelIndex | QPersistentModelIndex

#: ``index.data(CELL_ROLE)`` is the :class:`Cell`.
CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class State(Enum):
    """How a cell stands."""

    EMPTY = "empty"
    GIVEN = "given"
    #: The ballot is done, or everybody may see the console: a dot tells that there is something, not what.
    HIDDEN = "hidden"
    #: The municipality owns the item and leaves it to the others.
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows."""

    text: str
    state: State


_EMPTY: Final = Cell("–", State.EMPTY)
_HIDDEN: Final = Cell("•", State.HIDDEN)
_OWN: Final = Cell("", State.OWN)


class BallotModel(QAbstractTableModel):
    """Shows what was read; nothing is written here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: BallotTable | None = None
        self.is_masked = False
        self._cells: dict[tuple[int, int], Cell] = {}

    def show(self, table: BallotTable, *, is_masked: bool) -> None:
        """Show a round as it is now; where the same people answer about the same, only cells change."""
        before = self.table
        is_same = (
            before is not None
            and before.lines == table.lines
            and [caster.whose for caster in before.casters] == [caster.whose for caster in table.casters]
        )
        if not is_same:
            self.beginResetModel()
        self.table, self.is_masked, self._cells = table, is_masked, {}
        if not is_same:
            self.endResetModel()
        elif table.lines and table.casters:
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.lines) - 1, len(table.casters) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(table.casters) - 1)

    def cell(self, row: int, column: int) -> Cell:
        """Return what a cell shows."""
        found = self._cells.get((row, column))
        if found is None:
            found = self._cells[row, column] = self._made(row, column)
        return found

    def caster(self, column: int) -> Caster | None:
        """Return who answers in a column."""
        if self.table is None or not 0 <= column < len(self.table.casters):
            return None
        return self.table.casters[column]

    def _made(self, row: int, column: int) -> Cell:
        table = self.table
        if table is None or table.is_own(row, column):
            return _OWN
        text = shown(table.sheet, table.values(row, column))
        is_hidden = self.is_masked or table.casters[column].is_done
        if is_hidden and (text or table.casters[column].is_done):
            return _HIDDEN
        return Cell(text, State.GIVEN) if text else _EMPTY

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        is_inside = parent is not None and parent.isValid()
        return 0 if self.table is None or is_inside else len(self.table.lines)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many answer."""
        is_inside = parent is not None and parent.isValid()
        return 0 if self.table is None or is_inside else len(self.table.casters)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell, or what is said of it."""
        if self.table is None or not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    def _spoken(self, row: int, column: int) -> str:
        if self.table is None:
            return ""
        cell = self.cell(row, column)
        words = {
            State.EMPTY: _("no answer"),
            State.HIDDEN: _("answered, hidden until the reveal"),
            State.OWN: _("own project, left to the others"),
        }
        who, what = name_of(self.table.casters[column]), self.table.lines[row].title
        return f"{who}, {what}: {words.get(cell.state, cell.text)}"

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return who answers, or the number and title of a line."""
        if self.table is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            is_text = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
            return self.table.lines[section].title if is_text and section < len(self.table.lines) else None
        caster = self.caster(section)
        if caster is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{name_of(caster)}: {state_word(caster)}"
        return None


def state_word(caster: Caster) -> str:
    """Return how far somebody has come, in one word."""
    if caster.is_blank:
        return _("blank")
    if caster.is_done:
        return _("done")
    return _("waiting") if caster.is_present or caster.has_begun else _("away")
