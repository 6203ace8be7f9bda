"""What each municipality sets aside in which year: sums for the whole plan, cells to write in for one measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.fields import in_thousands

Index = QModelIndex | QPersistentModelIndex
_LOOSE: Final = "loose"
_SUM: Final = "sum"


@dataclass(frozen=True, slots=True)
class GridLine:
    """A municipality: what it sets aside by year, without a year, and together."""

    municipality: int
    name: str
    years: dict[int, int]
    without_year: int | None
    total: int | None


class YearModel(QAbstractTableModel):
    """Years from left to right, what has no year, and the sum; the last row is all together."""

    #: Carries the municipality, the year, and what was written.
    written = Signal(int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[GridLine, ...] = ()
        self.columns: tuple[Any, ...] = ()
        self._can_write = False
        self._money: Any = in_thousands

    def show_lines(self, lines: Sequence[GridLine], years: Sequence[int], *, can_write: bool) -> None:
        """Show other figures; where only figures change the cell that is written in stays."""
        loose = (_LOOSE,) if any(line.without_year is not None for line in lines) else ()
        columns = (*years, *loose, _SUM)
        same = [line.municipality for line in lines] == [line.municipality for line in self.lines]
        if same and columns == self.columns and can_write == self._can_write:
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.lines, self.columns, self._can_write = tuple(lines), columns, can_write
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the municipalities and the sum."""
        return 0 if parent.isValid() or not self.lines else len(self.lines) + 1

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the years and what stands beside them."""
        return 0 if parent.isValid() else len(self.columns)

    def amount(self, row: int, column: Any) -> int | None:
        """Return what stands in a place; the last row is the sum of the others."""
        if row == len(self.lines):
            found = [self.amount(number, column) for number in range(row)]
            known = [each for each in found if each is not None]
            return sum(known) if known else None
        line = self.lines[row]
        return {_LOOSE: line.without_year, _SUM: line.total}.get(column, line.years.get(column))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an amount in thousands."""
        column = self.columns[index.column()]
        amount = self.amount(index.row(), column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return "" if amount is None else in_thousands(amount)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        is_sum = column == _SUM or index.row() == len(self.lines)
        if role == Qt.ItemDataRole.FontRole:
            return text_font(Type.BODY, Weight.SEMIBOLD if is_sum else Weight.REGULAR, figures=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.headerData(index.row(), Qt.Orientation.Vertical)
            year = self.headerData(index.column(), Qt.Orientation.Horizontal)
            money = current().money(amount) if amount is not None else _("nothing said")
            return f"{name}, {year}: {money}"
        if role == Qt.ItemDataRole.BackgroundRole and is_sum:
            return QColor(theme.current().colour(Role.HOVER))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QFont | None:
        """Return the year, or the municipality."""
        if role == Qt.ItemDataRole.FontRole:
            return text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            column = self.columns[section]
            return {_LOOSE: _("No year"), _SUM: _("Sum")}.get(column, str(column))
        return _("Together") if section == len(self.lines) else self.lines[section].name

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells can be written in: the years of a municipality."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_year = isinstance(self.columns[index.column()], int) and index.row() < len(self.lines)
        return flags | Qt.ItemFlag.ItemIsEditable if is_year and self._can_write else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written; it is shown when it has been kept."""
        if role == Qt.ItemDataRole.EditRole and str(value).strip() != self.data(index):
            self.written.emit(self.lines[index.row()].municipality, self.columns[index.column()], str(value))
        return True


class YearGrid(QTableView):
    """The grid. A digit begins to write, Enter goes on downwards, Delete empties."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = YearModel(self)
        self.setModel(self.figures)
        self.setAccessibleName(_("Budget per municipality and year, in thousands"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QTableView.EditTrigger.AnyKeyPressed | QTableView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        space = theme.current().space
        self.verticalHeader().setDefaultSectionSize(space(34))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(space(56))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)

    @override
    def keyPressEvent(self, event: Any) -> None:
        """Empty the chosen cells with Delete."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            for index in self.selectedIndexes():
                if self.figures.flags(index) & Qt.ItemFlag.ItemIsEditable:
                    self.figures.setData(index, "")
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)
