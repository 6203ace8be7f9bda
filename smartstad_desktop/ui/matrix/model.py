"""The grid as Qt asks for it: rows of answers, and the two rows above them (weights and sums)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.matrix.arranging import Arranged
from smartstad_desktop.ui.matrix.sheet import Sheet, figure

Index = QModelIndex | QPersistentModelIndex
_DISPLAY: Final = Qt.ItemDataRole.DisplayRole
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole
_TIP: Final = Qt.ItemDataRole.ToolTipRole
_SELECTED: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
#: The rows of the head.
WEIGHTS: Final = 0


class GridModel(QAbstractTableModel):
    """Rows are ids of a sheet; a heading of a group is its place among the headings as a negative number."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self.arranged = Arranged((), (), {})

    def show(self, sheet: Sheet, arranged: Arranged) -> None:
        """Show these rows in this order."""
        self.beginResetModel()
        self.sheet, self.arranged = sheet, arranged
        self.endResetModel()

    def update(self, touched: Iterable[tuple[int, int]]) -> None:
        """Paint some cells again."""
        wanted: dict[int, list[int]] = {}
        for row, place in touched:
            wanted.setdefault(row, []).append(place)
        for number, row in enumerate(self.arranged.ids):
            if row in wanted:
                places = wanted[row]
                self.dataChanged.emit(self.index(number, min(places)), self.index(number, max(places)))

    def row_at(self, number: int) -> int | None:
        """Return the row with this number, or None for a heading."""
        row = self.arranged.ids[number] if 0 <= number < len(self.arranged.ids) else -1
        return row if row > 0 else None

    def heading_at(self, number: int) -> str:
        """Return the heading with this number, or nothing."""
        row = self.arranged.ids[number] if 0 <= number < len(self.arranged.ids) else 0
        return self.arranged.headings[-row - 1] if row < 0 else ""

    def number_of(self, row: int) -> int | None:
        """Return where a row stands, if it is shown."""
        return self.arranged.ids.index(row) if row in self.arranged.ids else None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent is not None and parent.isValid() else len(self.arranged.ids)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        if self.sheet is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.sheet.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number of a cell, or all of it in words."""
        if self.sheet is None or not index.isValid():
            return None
        row = self.row_at(index.row())
        if row is None:
            return self.heading_at(index.row()) if role == _SPOKEN else None
        if role == _DISPLAY:
            return figure(self.sheet.answers[row][index.column()])
        if role == _SPOKEN:
            return self.sheet.cell_words(row, index.column())
        if role == _TIP:
            return _plain(self.sheet.comments.get((row, index.column()), ""))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the names of rows and columns."""
        if self.sheet is None or role not in {_DISPLAY, _SPOKEN, _TIP}:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.sheet.column_names[section] if section < len(self.sheet.columns) else None
        row = self.row_at(section)
        if row is None:
            return self.heading_at(section)
        name = self.sheet.rows[row].name
        if role == _SPOKEN:
            return f"{name}, {result_words(self.sheet, row)}"
        return _plain(name) if role == _TIP else name

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that cells can be selected; the cursor steps over headings."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _SELECTED if self.row_at(index.row()) is not None else Qt.ItemFlag.NoItemFlags


class HeadModel(QAbstractTableModel):
    """Two rows above the grid: the weights of the goals, and how many rows support each column."""

    #: The user has written another weight; carries the place of the column and what was written.
    weighed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self._sums: dict[int, int] = {}

    def show(self, sheet: Sheet) -> None:
        """Show the head of *sheet*."""
        self.beginResetModel()
        self.sheet, self._sums = sheet, {}
        self.endResetModel()

    def update(self, places: Iterable[int]) -> None:
        """Count some columns again."""
        for place in set(places):
            self._sums.pop(place, None)
            found = self.index(self.rowCount() - 1, place)
            self.dataChanged.emit(found, found)

    @property
    def has_weights(self) -> bool:
        """Return whether the columns are goals that projects are weighed by."""
        return self.sheet is not None and self.sheet.scale is Scale.CONTRIBUTION

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return two for weights and sums, or one where nothing is weighed."""
        return 0 if parent is not None and parent.isValid() else 1 + self.has_weights

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if self.sheet is None or (parent is not None and parent.isValid()) else len(self.sheet.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a weight or a sum."""
        if self.sheet is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        place = index.column()
        if self.has_weights and index.row() == WEIGHTS:
            weight = self.sheet.weights[place]
            if role == _SPOKEN:
                said = _("no weight") if weight is None else str(weight)
                return _("Weight of {goal}: {weight}", goal=self.sheet.column_names[place], weight=said)
            shown = "–" if weight is None else str(weight)
            return shown if role == _DISPLAY else (str(weight or "") if role == Qt.ItemDataRole.EditRole else None)
        if role == _SPOKEN:
            return f"{self.sheet.column_names[place]}: {sum_words(self.sheet, self.sum(place))}"
        return current().number(self.sum(place)) if role == _DISPLAY else None

    def sum(self, place: int) -> int:
        """Return how many rows support a column, counted once."""
        if self.sheet is None:
            return 0
        if place not in self._sums:
            self._sums[place] = self.sheet.supported(place)
        return self._sums[place]

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written as a weight; the file answers."""
        if role == Qt.ItemDataRole.EditRole and self.has_weights and index.row() == WEIGHTS:
            self.weighed.emit(index.column(), str(value).strip())
        return False

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the names of the columns, and of the two rows."""
        if self.sheet is None or role not in {_DISPLAY, _SPOKEN, _TIP}:
            return None
        if orientation is Qt.Orientation.Horizontal:
            # While rows come and go, heads ask for sections that were there before.
            name = self.sheet.column_names[section] if section < len(self.sheet.columns) else ""
            return _plain(name) if role == _TIP else name
        if self.has_weights and section == WEIGHTS:
            return weights_words(self.sheet)
        return sums_heading(self.sheet)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that weights can be written."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can_write = self.has_weights and index.row() == WEIGHTS
        return _SELECTED | Qt.ItemFlag.ItemIsEditable if can_write else _SELECTED


def _plain(text: str) -> str:
    """Return *text* for a tip, which must not take it for markup."""
    return "".join(text.split("<"))


def weights_words(sheet: Sheet) -> str:
    """Return what stands before the weights: their sum, or that they are equal."""
    given = [weight for weight in sheet.weights if weight is not None]
    if not any(given):
        return _("Weight: all count the same")
    return _("Weight, sum {sum}", sum=current().number(sum(given)))


def sums_heading(sheet: Sheet) -> str:
    """Return what the sums count."""
    match sheet.scale:
        case Scale.CONTRIBUTION:
            return _("Projects that contribute")
        case Scale.IMPORTANCE:
            return _("Municipalities that want it")
        case Scale.COVERAGE:
            return _("Needs it meets")


def sum_words(sheet: Sheet, count: int) -> str:
    """Return a sum in words."""
    match sheet.scale:
        case Scale.CONTRIBUTION:
            return ngettext("{count} project contributes", "{count} projects contribute", count)
        case Scale.IMPORTANCE:
            return ngettext("{count} municipality wants it", "{count} municipalities want it", count)
        case Scale.COVERAGE:
            return ngettext("meets {count} need", "meets {count} needs", count)


def result_words(sheet: Sheet, row: int) -> str:
    """Return what a row comes to, in words."""
    number = current().number
    if sheet.scale is not Scale.CONTRIBUTION:
        return answered_words(sheet, row)
    found = sheet.result(row)
    if found.value is None:
        return answered_words(sheet, row)
    return _(
        "result {value}, between {low} and {high}",
        value=number(round(found.value)),
        low=number(round(found.low)),
        high=number(round(found.high)),
    )


def answered_words(sheet: Sheet, row: int) -> str:
    """Return how much of a row is answered."""
    return _("{count} of {total} answered", count=sheet.answered(row), total=len(sheet.columns))
