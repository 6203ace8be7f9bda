"""The cells: numbers are written at reading speed, ranges are filled, copied, pasted."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, cast

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from smartstad_desktop.domain.goals.goal_matrix import CellValue
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.matrix import ranges
from smartstad_desktop.ui.matrix.grid_paint import GridPainter
from smartstad_desktop.ui.matrix.heads import RowHeads
from smartstad_desktop.ui.matrix.model import GridModel

_FLAG = QItemSelectionModel.SelectionFlag
_DIGITS: Final = {str(number): number for number in range(10)} | {"-": -1, "\u2212": -1}
_CLEARING: Final = frozenset((Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
_ENTER: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_ARROWS: Final = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down))


class Onward(StrEnum):
    """Where the cursor goes after a number has been written."""

    RIGHT = "right"
    DOWN = "down"


class GridView(QTableView):
    """Cells with numbers. Everything that is written leaves as cells; only what was read is ever shown."""

    #: The user has written numbers or emptied cells; carries a tuple of ``CellValue``.
    answered = Signal(object)
    #: The user wants to write a comment on the current cell.
    commenting = Signal()
    #: The cursor or the selected range has moved.
    moved = Signal()
    #: A number was typed that the scale does not have.
    missed = Signal(int)
    #: The cursor goes up from the first row.
    left_upwards = Signal()
    #: The clipboard is wanted: something is to be pasted, or copied (True when it is to be cut out).
    pasting = Signal()
    copying = Signal(bool)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.onward = Onward.RIGHT
        #: While this is on, arrows and clicks stretch the range (F8, as in spreadsheets).
        self.is_stretching = False
        self._was_range = False
        self.setModel(model)
        self.heads = RowHeads(model, self)
        self.setVerticalHeader(self.heads)
        self._painter = GridPainter(self, model, self.heads)
        self._arrange()
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)

    def _arrange(self) -> None:
        self.setAccessibleName(_("Goal matrix"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setDragEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(8)

    def show_sizes(self, cell: int, row: int, row_head: int) -> None:
        """Give cells and the names before them another size."""
        self._painter.forget()
        self.horizontalHeader().setDefaultSectionSize(cell)
        self.heads.setDefaultSectionSize(row)
        self.heads.setFixedWidth(row_head)

    # What is selected

    def current_cell(self) -> tuple[int, int] | None:
        """Return the row and the place of the column that the cursor is in."""
        index = self.currentIndex()
        row = self.grid.row_at(index.row()) if index.isValid() else None
        return None if row is None else (row, index.column())

    def selected(self) -> tuple[list[int], list[int]]:
        """Return the rows and the places of the columns of the selected range, or those of the cursor."""
        parts = list(cast("Iterable[QItemSelectionRange]", self.selectionModel().selection()))
        if not parts:
            cell = self.current_cell()
            return ([], []) if cell is None else ([cell[0]], [cell[1]])
        top, bottom = min(part.top() for part in parts), max(part.bottom() for part in parts)
        left, right = min(part.left() for part in parts), max(part.right() for part in parts)
        rows = [row for number in range(top, bottom + 1) if (row := self.grid.row_at(number)) is not None]
        return rows, list(range(left, right + 1))

    def choose(self, row: int, place: int) -> bool:
        """Go to a cell; return whether its row is shown."""
        number = self.grid.number_of(row)
        if number is None:
            return False
        self.setCurrentIndex(self.grid.index(number, place))
        return True

    def _tell(self, *_states: object) -> None:
        rows, places = self.selected()
        is_range = len(rows) * len(places) > 1
        if is_range or self._was_range:
            # The frame runs around the whole range, so cells that stay selected are painted again too.
            self.viewport().update()
        self._was_range = is_range
        index = self.currentIndex()
        self.heads.choose(index.row() if index.isValid() else -1)
        self.moved.emit()

    # Writing

    def write(self, value: int | None) -> None:
        """Write a number into the selected range; with one cell the cursor goes on to the next."""
        sheet = self.grid.sheet
        rows, places = self.selected()
        if sheet is None or not rows:
            return
        if value is not None and value not in sheet.steps:
            self.missed.emit(value)
            return
        # The cursor goes on first: what comes back from the file must not move it again.
        if len(rows) == len(places) == 1 and value is not None:
            self.go_on()
        self.answered.emit(ranges.filled(rows, [sheet.columns[place] for place in places], value))

    def go_on(self, *, backwards: bool = False) -> None:
        """Go to the next cell in the chosen direction; from the end of a line to the beginning of the next."""
        index = self.currentIndex()
        columns, numbers = self.grid.columnCount(), self._numbers()
        if not index.isValid() or index.row() not in numbers:
            return
        line, step = numbers.index(index.row()), -1 if backwards else 1
        if self.onward is Onward.RIGHT:
            along = line * columns + index.column() + step
            line, column = divmod(along, columns)
        else:
            along = index.column() * len(numbers) + line + step
            column, line = divmod(along, len(numbers))
        if 0 <= line < len(numbers) and 0 <= column < columns:
            self.setCurrentIndex(self.grid.index(numbers[line], column))

    def _numbers(self) -> list[int]:
        return [number for number, row in enumerate(self.grid.arranged.ids) if row > 0]

    def fill_along(self, *, downwards: bool) -> None:
        """Repeat the first row of the range downwards, or its first column to the right."""
        sheet = self.grid.sheet
        rows, places = self.selected()
        if sheet is None or len(rows) * len(places) < 2:  # noqa: PLR2004  one cell has nothing to be repeated in
            return
        cells = tuple(
            CellValue(
                row,
                sheet.columns[place],
                sheet.answers[rows[0] if downwards else row][place if downwards else places[0]],
            )
            for row in rows
            for place in places
        )
        self.answered.emit(cells)

    def to_paste_into(self) -> tuple[list[int], list[int], bool]:
        """Return the rows and columns that a paste may reach, and whether they are a range that was selected."""
        sheet = self.grid.sheet
        rows, places = self.selected()
        if sheet is None or not rows:
            return [], [], False
        is_range = len(rows) * len(places) > 1
        if not is_range:
            begin = self.currentIndex().row()
            rows = [row for number in self._numbers() if number >= begin and (row := self.grid.row_at(number))]
            places = list(range(places[0], len(sheet.columns)))
        return rows, [sheet.columns[place] for place in places], is_range

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write numbers, go on, fill, stretch; arrows are Qt's."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bare = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if bare and event.text() in _DIGITS:
            self.write(_DIGITS[event.text()])
        elif bare and key in _CLEARING:
            self.write(None)
        elif bare and key in _ENTER:
            self.go_on(backwards=shift)
        elif key == Qt.Key.Key_F2:
            self.commenting.emit()
        elif key == Qt.Key.Key_F8 or (key == Qt.Key.Key_Escape and self.is_stretching):
            self.stretch(on=key == Qt.Key.Key_F8 and not self.is_stretching)
        elif not self._do_with_range(event):
            self._walk(event)

    def _do_with_range(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            self.copying.emit(event.matches(QKeySequence.StandardKey.Cut))
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in {Qt.Key.Key_D, Qt.Key.Key_R}:
            self.fill_along(downwards=event.key() == Qt.Key.Key_D)
        else:
            return False
        return True

    def _walk(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        numbers = self._numbers()
        is_first = not numbers or index.row() == numbers[0]
        if event.key() == Qt.Key.Key_Up and is_first and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.left_upwards.emit()
            return
        if self.is_stretching and event.key() in _ARROWS:
            event = QKeyEvent(
                event.type(), event.key(), event.modifiers() | Qt.KeyboardModifier.ShiftModifier, event.text()
            )
        super().keyPressEvent(event)

    def stretch(self, *, on: bool) -> None:
        """Let arrows and clicks stretch the range, or stop that."""
        self.is_stretching = on
        self.moved.emit()

    @override
    def selectionCommand(self, index: QModelIndex, /, event: object = None) -> QItemSelectionModel.SelectionFlag:  # pyright: ignore[reportIncompatibleMethodOverride]  the stubs name a persistent index too
        """Stretch the range instead of beginning another one while that is on."""
        if self.is_stretching:
            return _FLAG.SelectCurrent
        return super().selectionCommand(index, event)  # pyright: ignore[reportArgumentType]  Qt passes its own event

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are no answers."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles of the cells that can be seen, then the frames."""
        self._painter.paint(QPainter(self.viewport()), event.rect())
