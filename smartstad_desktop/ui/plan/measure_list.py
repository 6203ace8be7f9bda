"""The measures of the plan in order: chosen by click or key, moved by hand, and each leads to its project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import PlanItemId
from smartstad_desktop.reads.plan.plan import MeasureRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.drag import Load
from smartstad_desktop.ui.kit.moving_list import MovingList
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.plan.measure_delegate import MeasureDelegate


class MeasureList(MovingList[MeasureRow]):
    """The list. Several measures can be moved at once; in a frozen plan none."""

    project_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        rows: RowsModel[MeasureRow] = RowsModel(
            [Column("", lambda row: row.title)], key=lambda row: row.id, accessible=_told
        )
        super().__init__(rows, _("Measures in order"), parent)
        self.delegate = MeasureDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)

    def show_measures(self, measures: Sequence[MeasureRow], *, is_open: bool) -> None:
        """Show *measures*; in a frozen plan they cannot be moved."""
        self.is_open = is_open
        self.delegate.count = len(measures)
        self.rows.show(measures)
        self.viewport().update()

    @property
    def current(self) -> PlanItemId | None:
        """Return the measure that the form shows."""
        row = self.rows.row_at(self.currentIndex())
        return row.id if row else None

    @override
    def menu(self) -> QMenu:
        """Return the menu of the chosen measures."""
        menu = super().menu()
        row = self.rows.row_at(self.currentIndex())
        has_project = row is not None and row.project is not None
        self.offer(
            menu, "folder-kanban", _("Show the project"), lambda: self._ask_project(row), is_possible=has_project
        )
        self.offer(menu, "trash-2", _("Remove from the plan"), self.remove)
        return menu

    def _ask_project(self, row: MeasureRow | None) -> None:
        if row is not None and row.project is not None:
            self.project_asked.emit(row.project)

    @override
    def lifted(self, load: Load | None) -> None:
        """Fade what has left its place."""
        self.delegate.held = frozenset(cast("tuple[PlanItemId, ...]", load.value)) if load else frozenset()
        self.viewport().update()


def _told(row: MeasureRow) -> str:
    return f"{row.title}. {_('Complete') if not row.missing else _('Something is missing')}"
