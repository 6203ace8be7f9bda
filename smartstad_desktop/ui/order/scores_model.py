"""The scores as a grid: a row per project, a column per criterion, of one municipality or of all together."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from smartstad_desktop.domain.order.order import Scores, scores_of
from smartstad_desktop.domain.order.scoring import turned
from smartstad_desktop.domain.order.weighed import Facts, Given, Weighed
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.order.sentences import name_of

Index = QModelIndex | QPersistentModelIndex

#: Whether the score was given here, or is the mean of what the municipalities gave.
GIVEN_ROLE: Final = Qt.ItemDataRole.UserRole + 1
#: Whether somebody said why.
COMMENT_ROLE: Final = Qt.ItemDataRole.UserRole + 3
#: How good a score is on the scale, whichever end of it is the good one.
GOOD_ROLE: Final = Qt.ItemDataRole.UserRole + 2


class ScoresModel(QAbstractTableModel):
    """Shows what was read; nothing is written here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts: Facts | None = None
        self.whose: MunicipalityId | None = None
        #: The projects of the rows.
        self.projects: tuple[Weighed, ...] = ()
        self._shown: list[Scores] = []

    def show(self, facts: Facts, whose: MunicipalityId | None, wanted: Collection[ProjectId] | None = None) -> None:
        """Show the scores of *whose*; None is all together, with the mean where they gave none.

        Of *wanted* projects only, or of all.
        """
        projects = tuple(project for project in facts.projects if wanted is None or project.id in wanted)
        before, shown = self.facts, [scores_of(facts, project.id, whose) for project in projects]
        is_same = before is not None and self.projects == projects and before.criteria == facts.criteria
        if not is_same:
            self.beginResetModel()
        self.facts, self.whose, self.projects, self._shown = facts, whose, projects, shown
        if not is_same:
            self.endResetModel()
        elif shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, self.columnCount() - 1))

    def given(self, row: int, column: int) -> Given | None:
        """Return what was given here, with its comment; a mean was not."""
        if self.facts is None:
            return None
        project, criterion = self.projects[row].id, self.facts.criteria[column].id
        return self.facts.scores.get(self.whose, {}).get(project, {}).get(criterion)

    def value(self, row: int, column: int) -> float | None:
        """Return the score that is shown."""
        return self._shown[row][column]

    @property
    def answered(self) -> int:
        """Return how many scores were given here."""
        rows, columns = range(self.rowCount()), range(self.columnCount())
        return sum(self.given(row, column) is not None for row in rows for column in columns)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many projects there are."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many criteria there are."""
        if self.facts is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.facts.criteria)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the view asks for."""
        if not index.isValid() or self.facts is None:
            return None
        value, row, column = self._shown[index.row()][index.column()], index.row(), index.column()
        shown = "" if value is None else current().number(value, 0 if value == round(value) else 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown
        if role == GIVEN_ROLE:
            return self.given(row, column) is not None
        if role == GOOD_ROLE:
            return None if value is None else turned(value, self.facts.criteria[column].direction)
        if role in {Qt.ItemDataRole.ToolTipRole, COMMENT_ROLE}:
            found = self.given(row, column)
            return found.comment if found is not None and found.comment else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            names = (self.projects[row].title, name_of(self.facts.criteria[column]))
            said = self.data(index, COMMENT_ROLE)
            return ", ".join((*names, shown or _("no answer"), *([said] if said else [])))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the names of projects and criteria."""
        if self.facts is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.projects[section].title if section < len(self.projects) else None
        return name_of(self.facts.criteria[section]) if section < len(self.facts.criteria) else None
