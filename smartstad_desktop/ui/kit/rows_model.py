"""A snapshot in, the smallest differences out: the model behind every list and table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from smartstad_desktop.ui.kit import parts
from smartstad_desktop.ui.kit.parts import Weight

#: ``index.data(ROW_ROLE)`` is the row itself, ``index.data(KEY_ROLE)`` what it is known by.
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
KEY_ROLE: Final = Qt.ItemDataRole.UserRole + 2

#: More runs than this are shown as one reset: each run costs the view more than painting again.
RUN_LIMIT: Final = 48

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column of a table: its heading and what stands in it."""

    heading: str
    text: Callable[[T], str]
    is_number: bool = False


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows of frozen values. ``show`` takes what was read; views learn only what differs."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        *,
        accessible: Callable[[T], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._accessible = accessible
        self._rows: list[T] = []
        self._keys: list[Hashable] = []
        self._texts: dict[Hashable, tuple[str, ...]] = {}

    # What the page asks.

    @property
    def rows(self) -> Sequence[T]:
        """Return the rows as they are shown."""
        return self._rows

    @property
    def keys(self) -> Sequence[Hashable]:
        """Return what the rows are known by, as they are shown."""
        return self._keys

    def row_at(self, index: Index) -> T | None:
        """Return the row at *index*, or None outside the rows."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: Hashable, column: int = 0) -> QModelIndex:
        """Return where the row known by *key* stands; an invalid index when it is not shown."""
        try:
            return self.index(self._keys.index(key), column)
        except ValueError:
            return QModelIndex()

    def keys_at(self, indexes: Iterable[Index]) -> tuple[Hashable, ...]:
        """Return the keys of the rows at *indexes*, each once, from the top down."""
        return tuple(self._keys[number] for number in sorted({index.row() for index in indexes}))

    # What the page gives.

    def show(self, rows: Iterable[T]) -> None:
        """Show *rows* from now on; views are told the smallest set of differences."""
        new = list(rows)
        keys = [self._key(row) for row in new]
        if keys == self._keys:
            # The usual case, as when one of ten thousand rows has changed: nothing came, went or moved.
            self._update(new)
            return
        if _run_count(self._keys, keys) > RUN_LIMIT:
            self._reset(new, keys)
            return
        self._remove(set(keys))
        self._reorder(keys)
        self._insert(new, keys)
        self._update(new)

    def _reset(self, rows: list[T], keys: list[Hashable]) -> None:
        self.beginResetModel()
        self._rows, self._keys, self._texts = rows, keys, {}
        self.endResetModel()

    def _remove(self, wanted: set[Hashable]) -> None:
        gone = [number for number, key in enumerate(self._keys) if key not in wanted]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            for key in self._keys[first : last + 1]:
                self._texts.pop(key, None)
            del self._rows[first : last + 1], self._keys[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, keys: list[Hashable]) -> None:
        place = {key: number for number, key in enumerate(keys)}
        staying = _longest_rising([place[key] for key in self._keys])
        want = sorted(self._keys, key=place.__getitem__)
        for number, key in enumerate(want):
            if place[key] in staying:
                continue
            here = self._keys.index(key)
            target = self._keys.index(want[number - 1]) + 1 if number else 0
            if target in {here, here + 1}:
                continue
            self.beginMoveRows(QModelIndex(), here, here, QModelIndex(), target)
            landing = target - 1 if target > here else target
            self._rows.insert(landing, self._rows.pop(here))
            self._keys.insert(landing, self._keys.pop(here))
            self.endMoveRows()

    def _insert(self, rows: list[T], keys: list[Hashable]) -> None:
        known = set(self._keys)
        for first, last in _runs([number for number, key in enumerate(keys) if key not in known]):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = rows[first : last + 1]
            self._keys[first:first] = keys[first : last + 1]
            self.endInsertRows()

    def _update(self, rows: list[T]) -> None:
        changed = [
            number
            for number, (old, new) in enumerate(zip(self._rows, rows, strict=True))
            if old is not new and old != new
        ]
        for number in changed:
            self._texts.pop(self._keys[number], None)
        self._rows = rows
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    # What the view asks.

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the view asks for; the text of a row is made once."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts(index.row())[index.column()] if index.isValid() else None
        if role == ROW_ROLE:
            return self.row_at(index)
        if role == KEY_ROLE:
            return self._keys[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[index.column()].is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole and self._accessible is not None:
            return self._accessible(self._rows[index.row()])
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the headings; rows have no numbers."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return parts.text_font(parts.Type.CAPTION, Weight.SEMIBOLD)
        return None

    def texts(self, number: int) -> tuple[str, ...]:
        """Return what stands in row *number*, column by column."""
        key = self._keys[number]
        found = self._texts.get(key)
        if found is None:
            row = self._rows[number]
            found = self._texts[key] = tuple(column.text(row) for column in self._columns)
        return found


class SelectionKeeper(QObject):
    """Selects the same rows again after a model was reset, and keeps the current one in place."""

    def __init__(self, view: QAbstractItemView, model: RowsModel[Any]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._selected: tuple[Hashable, ...] = ()
        self._current: Hashable | None = None
        model.modelAboutToBeReset.connect(self._note)
        model.modelReset.connect(self._restore)

    def _note(self) -> None:
        selection = self._view.selectionModel()
        self._selected = self._model.keys_at(selection.selectedIndexes())
        self._current = selection.currentIndex().data(KEY_ROLE) if selection.currentIndex().isValid() else None

    def _restore(self) -> None:
        selection = self._view.selectionModel()
        place = {key: number for number, key in enumerate(self._model.keys)}
        chosen = QItemSelection()
        for key in self._selected:
            if key in place:
                index = self._model.index(place[key], 0)
                chosen.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        if self._current in place:
            selection.setCurrentIndex(self._model.index(place[self._current], 0), flag.NoUpdate)
        selection.select(chosen, flag.ClearAndSelect | flag.Rows)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return rising *numbers* as runs of neighbours, first and last."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the most *numbers* that already stand in rising order: what need not move."""
    tails: list[int] = []
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(tails, number)
        before[number] = tops[place - 1] if place else None
        if place == len(tails):
            tails.append(number)
            tops.append(number)
        else:
            tails[place] = tops[place] = number
    found: set[int] = set()
    number = tops[-1] if tops else None
    while number is not None:
        found.add(number)
        number = before[number]
    return found


def _run_count(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Return how many runs of removed, moved and added rows lie between two snapshots."""
    place = {key: number for number, key in enumerate(new)}
    known = set(old)
    removed = _runs([number for number, key in enumerate(old) if key not in place])
    added = _runs([number for number, key in enumerate(new) if key not in known])
    kept = [place[key] for key in old if key in place]
    return len(removed) + len(added) + len(kept) - len(_longest_rising(kept))
