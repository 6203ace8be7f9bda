"""The grid the scribe writes in: figures, Tab to the next item, Enter to whoever is next, arrows anywhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.meeting import Whose
from smartstad_desktop.domain.workshop.voting import IN_COLUMNS, Method
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_model import BallotModel, State
from smartstad_desktop.ui.workshop.ballots.ballot_paint import BallotBoxes, CasterHeads, ItemHeads
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable

_ENTER: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_TABS: Final = frozenset((Qt.Key.Key_Tab, Qt.Key.Key_Backtab))
_LONGEST: Final = 7
#: In these a second key replaces the first: no answer is longer than one.
_ONE_KEY: Final = IN_COLUMNS | {Method.THREE_TWO_ONE, Method.FIST, Method.CRITERIA, Method.PAIRS}
_ROW, _CELL, _NAMES, _HEAD = 38, 44, 172, 52


class BallotGrid(QTableView):
    """Shows ballots and takes what is typed. It writes nothing itself: what is typed comes out as a signal."""

    #: Carries row, column and the text; the answer to it is ``accepted`` or ``refused``.
    typed = Signal(int, int, str)
    #: Another cell is the current one.
    moved = Signal()
    #: Enter: the ballot of this column is done as far as it goes; the next one comes.
    next_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.ballots = BallotModel(self)
        self.boxes = BallotBoxes(self)
        self.setModel(self.ballots)
        self.setItemDelegate(self.boxes)
        self.setHorizontalHeader(CasterHeads(self))
        self.setVerticalHeader(ItemHeads(self))
        self.horizontalHeader().setMinimumSectionSize(space(_CELL))
        self.horizontalHeader().setFixedHeight(space(_HEAD))
        self.verticalHeader().setDefaultSectionSize(space(_ROW))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Ballots, items by who answers"))
        self.horizontalHeader().sectionClicked.connect(self._go_to_caster)

    @property
    def table(self) -> BallotTable | None:
        """Return what is shown."""
        return self.ballots.table

    @property
    def caster_column(self) -> int:
        """Return whose ballot is being written; -1 when there is none."""
        return self.currentIndex().column()

    def show_table(self, table: BallotTable, *, is_masked: bool) -> None:
        """Show a round as it is now; the cursor stays with whoever is being written for, whatever column that is."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        before, pending = self.ballots.caster(column), self.boxes.pending
        self.ballots.show(table, is_masked=is_masked)
        self._fit()
        now = self.ballots.caster(column)
        if before is not None and (now is None or now.whose != before.whose) and 0 <= row < len(table.lines):
            self._follow(before.whose, row, pending)
        if not self.currentIndex().isValid() and table.lines and table.casters:
            is_there = 0 <= row < len(table.lines) and 0 <= column < len(table.casters)
            self.go_to(*((row, column) if is_there else table.next_open(-1) or (0, 0)))

    def _follow(self, whose: Whose, row: int, pending: str | None) -> None:
        """Put the cursor back to whom it was at; what was being typed for somebody who left is nobody else's."""
        table = self.ballots.table
        casters = [] if table is None else [caster.whose for caster in table.casters]
        self._set_pending(None)
        if whose in casters:
            self.setCurrentIndex(self.ballots.index(row, casters.index(whose)))
            self._set_pending(pending)

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor into a cell; what was typed before is kept."""
        self.keep()
        self.setCurrentIndex(self.ballots.index(row, column))

    def keep(self) -> None:
        """Ask to keep what is being typed."""
        text, index = self.boxes.pending, self.currentIndex()
        if text is None or not index.isValid() or self.boxes.is_refused:
            return
        self.typed.emit(index.row(), index.column(), text)

    def accepted(self) -> None:
        """Show what was read: what was typed has been kept."""
        self._set_pending(None)

    def refused(self) -> None:
        """Leave what was typed in sight: it was not kept."""
        self.boxes.is_refused = self.boxes.pending is not None
        self.viewport().update()

    def _set_pending(self, text: str | None) -> None:
        self.boxes.pending, self.boxes.is_refused = text, False
        self.update(self.currentIndex())

    def _go_to_caster(self, column: int) -> None:
        if self.table is not None:
            self.go_to(self.table.first_empty(column) or 0, column)
            self.setFocus()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write; Tab, Enter and arrows keep what was written and go on."""
        key = Qt.Key(event.key())
        if self.table is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.keep()
            if not self.boxes.is_refused:
                self.next_wanted.emit(self.caster_column)
        elif key in _TABS:
            self._step(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_Escape and self.boxes.pending is not None:
            self._set_pending(None)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._erase(key)
        elif event.text().strip() or (event.text() == " " and self.boxes.pending):
            self._write(event.text())
        else:
            super().keyPressEvent(event)

    def _write(self, text: str) -> None:
        state = self.ballots.cell(self.currentIndex().row(), self.caster_column).state
        caster = self.ballots.caster(self.caster_column)
        if self.table is None or state is State.OWN or (caster is not None and caster.is_done):
            self.moved.emit()
            return
        method = self.table.sheet.method
        before = "" if method in _ONE_KEY or self.boxes.is_refused else self.boxes.pending or ""
        self._set_pending((before + text)[:_LONGEST])
        if method is Method.PAIRS:
            self._step(1)

    def _erase(self, key: Qt.Key) -> None:
        caster = self.ballots.caster(self.caster_column)
        if caster is None or caster.is_done:
            return
        if key == Qt.Key.Key_Backspace and self.boxes.pending:
            self._set_pending(self.boxes.pending[:-1])
        else:
            self._set_pending("")
            self.keep()

    def _step(self, by: int) -> None:
        self.keep()
        if self.table is None or self.boxes.is_refused:
            return
        row = self.currentIndex().row() + by
        if 0 <= row < len(self.table.lines):
            self.setCurrentIndex(self.ballots.index(row, self.caster_column))
        else:
            # The next ballot comes with Enter: gone to by Tab, this one would stay open unseen and not be counted.
            self.moved.emit()

    @override
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]  the stubs name a persistent index too
        """Keep what was typed in the cell that is left; what cannot be kept is let go."""
        text, is_refused = self.boxes.pending, self.boxes.is_refused
        self.boxes.pending, self.boxes.is_refused = None, False
        super().currentChanged(current, previous)
        if text is not None and not is_refused and previous.isValid():
            self.typed.emit(previous.row(), previous.column(), text)
        self.viewport().update()
        self.moved.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        self.keep()
        super().focusOutEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab here: it goes to the next item. Ctrl+Tab and the mouse leave."""
        return False

    # Looks

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give titles the room that the columns leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.table is None:
            return
        space = theme.current().space
        is_wide = self.table.sheet.method is Method.PAIRS
        cells = len(self.table.casters) * space(_CELL + 8)
        names = max(space(_NAMES), min(space(520 if is_wide else 420), self.width() - cells))
        self.verticalHeader().setFixedWidth(names)
        self.verticalHeader().setDefaultSectionSize(space(_ROW + 8 if is_wide else _ROW))
        width = self.width() - names
        is_tight = width < len(self.table.casters) * space(_CELL)
        header = self.horizontalHeader()
        header.setSectionResizeMode(
            header.ResizeMode.Fixed if is_tight or cells < width * 0.6 else header.ResizeMode.Stretch
        )
        header.setDefaultSectionSize(space(_CELL if is_tight else _CELL + 14))
        for column in range(len(self.table.casters)):
            header.resizeSection(column, header.defaultSectionSize())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines between the items beneath the boxes."""
        look, painter = theme.current(), QPainter(self.viewport())
        height, offset = self.verticalHeader().defaultSectionSize(), self.verticalHeader().offset()
        for row in range(self.ballots.rowCount()):
            bottom = (row + 1) * height - offset - 1
            painter.fillRect(0, bottom, self.viewport().width(), 1, look.colour(Role.LINE_SOFT))
        painter.end()
        super().paintEvent(event)
