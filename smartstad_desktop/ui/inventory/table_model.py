"""The table's model: a list of ids over a snapshot. Filtering hands over another list; no rows are copied."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from smartstad_desktop.reads.inventory import ProjectRow
from smartstad_desktop.text.phrases import ngettext
from smartstad_desktop.ui.inventory.arranging import Group
from smartstad_desktop.ui.inventory.cell_fields import FIELDS
from smartstad_desktop.ui.inventory.columns import BY_KEY, COLUMNS, Look, TableColumn, heading_of
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font

Index = QModelIndex | QPersistentModelIndex
_DISPLAY: Final = Qt.ItemDataRole.DisplayRole
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole
_WALKED: Final = Qt.ItemFlag.ItemIsEnabled
_SELECTED: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FIGURES: Final = frozenset((Look.FIGURES,))


class InventoryModel(QAbstractTableModel):
    """Rows are ids; a heading of a group is its place in ``groups`` as a negative number."""

    def __init__(self) -> None:
        super().__init__()
        self.snapshot: Snapshot | None = None
        self.columns: tuple[TableColumn, ...] = tuple(column for column in COLUMNS if column.is_shown)
        self.groups: Sequence[Group] = ()
        self.closed: frozenset[object] = frozenset()
        self._ids: Sequence[int] = ()
        self._texts: dict[int, dict[str, str]] = {}
        self._heads = [_head(column) for column in self.columns]

    # What the page gives.

    def show(self, snapshot: Snapshot, ids: Sequence[int]) -> None:
        """Show these projects in this order."""
        self._replace(snapshot, ids, ())

    def show_groups(self, snapshot: Snapshot, groups: Sequence[Group], closed: frozenset[object]) -> None:
        """Show these groups; the ids of *closed* ones stay hidden."""
        ids: list[int] = []
        for number, group in enumerate(groups):
            ids.append(-number - 1)
            if group.key not in closed:
                ids.extend(group.ids)
        self.closed = closed
        self._replace(snapshot, ids, groups)

    def _replace(self, snapshot: Snapshot, ids: Sequence[int], groups: Sequence[Group]) -> None:
        self.beginResetModel()
        if snapshot is not self.snapshot:
            self._texts = {}
        self.snapshot, self._ids, self.groups = snapshot, ids, groups
        self.endResetModel()

    def update(self, projects: Collection[int]) -> None:
        """Paint some rows again whose values have changed."""
        for project in projects:
            self._texts.pop(project, None)
        last = len(self.columns) - 1
        for number in self.places(projects):
            self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def set_columns(self, keys: Sequence[str]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.columns = tuple(BY_KEY[key] for key in keys)
        self._heads = [_head(column) for column in self.columns]
        self.endResetModel()

    # What the page and the painter ask.

    @property
    def ids(self) -> Sequence[int]:
        """Return what the rows are, headings included."""
        return self._ids

    def project_at(self, number: int) -> ProjectRow | None:
        """Return the project in row *number*, or None for a heading."""
        project = self._ids[number]
        return self.snapshot.rows.get(project) if self.snapshot is not None and project > 0 else None

    def group_at(self, number: int) -> Group | None:
        """Return the group whose heading stands in row *number*."""
        place = self._ids[number]
        return self.groups[-place - 1] if place < 0 else None

    def places(self, projects: Collection[int]) -> list[int]:
        """Return the rows where *projects* stand."""
        wanted = set(projects)
        return [number for number, project in enumerate(self._ids) if project in wanted]

    def is_editable(self, index: Index) -> bool:
        """Return whether the value of a cell can be written there."""
        return index.isValid() and self._ids[index.row()] > 0 and self.columns[index.column()].key in FIELDS

    def text(self, number: int, column: TableColumn) -> str:
        """Return what stands in a cell; it is made once."""
        project = self._ids[number]
        held = self._texts.get(project)
        if held is None:
            held = self._texts[project] = {}
        found = held.get(column.key)
        if found is None:
            row = self.project_at(number)
            found = held[column.key] = "" if row is None or self.snapshot is None else column.text(self.snapshot, row)
        return found

    # What Qt asks.

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; the painter asks for nothing else."""
        if role not in {_DISPLAY, _SPOKEN} or not index.isValid():
            return None
        group = self.group_at(index.row())
        if group is not None:
            return heading_text(group) if index.column() == 0 or role == _SPOKEN else ""
        column = self.columns[index.column()]
        text = self.text(index.row(), column)
        return f"{heading_of(column)}: {text}" if role == _SPOKEN and column.heading else text

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the headings; rows have no numbers."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        return self._heads[section].get(role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that projects can be selected and headings only be walked over."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _WALKED if self._ids[index.row()] < 0 else _SELECTED


def _head(column: TableColumn) -> dict[int, Any]:
    """Return what Qt asks of a heading, made once: it asks again for every repaint."""
    side = Qt.AlignmentFlag.AlignRight if column.look in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return {
        Qt.ItemDataRole.DisplayRole: heading_of(column),
        Qt.ItemDataRole.TextAlignmentRole: side | Qt.AlignmentFlag.AlignVCenter,
        Qt.ItemDataRole.FontRole: text_font(Type.CAPTION, Weight.SEMIBOLD),
    }


def heading_text(group: Group) -> str:
    """Return what stands above a group."""
    return f"{group.name} · {ngettext('{count} project', '{count} projects', len(group.ids))}"
