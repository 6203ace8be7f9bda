"""The list side of the inventory: head, chips and table over one snapshot; what is wanted, in which order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.arranging import Arranger, Grouping, Sorting, Wanted, grouped
from smartstad_desktop.ui.inventory.filter_bar import FilterBar
from smartstad_desktop.ui.inventory.heading import InventoryHeader
from smartstad_desktop.ui.inventory.memory import Memory
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.inventory.table_model import InventoryModel
from smartstad_desktop.ui.inventory.table_view import InventoryTable
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import EmptyState


class Browser(QWidget):
    """Shows a snapshot; changes nothing in it."""

    #: The user wants a new project, or lists from the municipalities.
    adding = Signal()
    importing = Signal()
    #: Columns, grouping, sorting or the panel's width are different and worth remembering.
    remembering = Signal()

    def __init__(self, panel: QWidget, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.memory = memory
        self.snapshot: Snapshot | None = None
        self.wanted = Wanted()
        self._arranger: Arranger | None = None
        self._closed: frozenset[object] = frozenset()
        self.header = InventoryHeader()
        self.filters = FilterBar()
        self.model = InventoryModel()
        self.table = InventoryTable(self.model)
        self.panel = panel
        self.places = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._connect()

    def _build(self) -> None:
        space = theme.current().space
        head = QVBoxLayout()
        head.setContentsMargins(space(26), space(16), space(26), space(12))
        head.setSpacing(space(12))
        head.addWidget(self.header)
        head.addWidget(self.filters)
        self.no_match = EmptyState("search", _("No project fits"), _("Nothing holds all words and chips at once."))
        everything = Button(_("Show all projects"))
        everything.clicked.connect(self.show_everything)
        self.no_match.tools.addWidget(everything)
        self.nothing = self._first_steps()
        for place in (self.table, self.no_match, self.nothing):
            self.places.addWidget(place)
        self.splitter.addWidget(self.places)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.splitter.setCollapsible(1, False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([10_000, space(self.memory.panel_width)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.splitter, 1)

    def _first_steps(self) -> EmptyState:
        made = EmptyState(
            "folder-kanban",
            _("No projects yet"),
            _("Drop the municipalities’ Excel lists on the window, or add the first project by hand."),
        )
        bring = Button(_("Import Excel"), ButtonKind.PRIMARY, "file-spreadsheet")
        bring.clicked.connect(self.importing)
        first = Button(_("Add project"), ButtonKind.PLAIN, "plus")
        first.clicked.connect(self.adding)
        made.tools.addWidget(bring)
        made.tools.addWidget(first)
        return made

    def _connect(self) -> None:
        self.header.search.textChanged.connect(self._search)
        self.header.search.left_downwards.connect(self._walk)
        self.header.add.clicked.connect(self.adding)
        self.header.imports.clicked.connect(self.importing)
        self.filters.wanted.connect(self.want)
        self.filters.grouped.connect(self._group)
        self.filters.columned.connect(self._choose_columns)
        self.table.sorted_by.connect(self._sort)
        self.table.toggled.connect(self._toggle_group)
        self.splitter.splitterMoved.connect(self._keep_width)

    # What the page gives

    def show_snapshot(self, snapshot: Snapshot, today: date) -> None:
        """Show *snapshot* in the way the user left the table."""
        is_first = self.snapshot is None
        self.snapshot = snapshot
        self._arranger = Arranger(snapshot, today)
        if is_first:
            self.model.set_columns(self.memory.columns)
            self.filters.show_grouping(self.memory.grouping)
            self.filters.show_columns(self.memory.columns)
        self._show()
        self._show_counts()
        if is_first:
            self.table.fit()
            self.table.show_sorting(self.memory.sorting)

    def update_projects(self, projects: Collection[int], *, came_or_went: bool) -> None:
        """Show what has changed in some projects.

        Rows that were only edited stay where they are although they may sort elsewhere now, and although they may no
        longer fit the chips: nothing jumps under the pointer.
        """
        if self._arranger is None:
            return
        self._arranger.forget(order=came_or_went)
        if came_or_went:
            self._show()
        else:
            self.model.update(projects)
        self._show_counts()

    def want(self, wanted: Wanted) -> None:
        """Show what is wanted."""
        self.wanted = wanted
        if self.header.search.text() != wanted.typed:
            self.header.search.setText(wanted.typed)
        self._show()
        self._show_counts()

    def show_everything(self) -> None:
        """Leave nothing out."""
        self.want(Wanted())

    def show_project(self, project: int) -> bool:
        """Select a project, letting go of filters that hide it; return whether it exists."""
        if self.snapshot is None or project not in self.snapshot.rows:
            return False
        self._closed = frozenset()
        if not self.model.places({project}):
            self.show_everything()
        return self.table.select((project,))

    # What the user does

    def _search(self, text: str) -> None:
        if text != self.wanted.typed:
            self.wanted = replace(self.wanted, typed=text)
            self._show()

    def _walk(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        first = next((project for project in self.model.ids if project > 0), None)
        if first is not None and not self.table.selected_ids():
            self.table.select((first,))

    def _sort(self, sorting: Sorting) -> None:
        self.memory.sorting = sorting
        if self._arranger is not None:
            self._arranger.forget(order=True)
        self._show()
        self.table.show_sorting(sorting)
        self.remembering.emit()

    def _group(self, grouping: Grouping) -> None:
        self.memory.grouping = grouping
        self._closed = frozenset()
        self.filters.show_grouping(grouping)
        self._show()
        self.remembering.emit()

    def _toggle_group(self, key: object) -> None:
        self._closed = self._closed ^ {key}
        self._show()

    def _choose_columns(self, keys: tuple[str, ...]) -> None:
        self.memory.columns = keys
        self.model.set_columns(keys)
        self.filters.show_columns(keys)
        self.table.fit()
        self.table.show_sorting(self.memory.sorting)
        self.remembering.emit()

    def _keep_width(self) -> None:
        self.memory.panel_width = round(self.panel.width() / theme.current().scale)
        self.remembering.emit()

    # Showing

    def _show(self) -> None:
        if self.snapshot is None or self._arranger is None:
            return
        ids = self._arranger.ids(self.wanted, self.memory.sorting)
        if self.memory.grouping is Grouping.NONE:
            self.model.show(self.snapshot, ids)
        else:
            self.model.show_groups(self.snapshot, grouped(ids, self.memory.grouping, self.snapshot), self._closed)
        self.header.show_counts(self.snapshot, len(ids))
        place = self.table if ids else self.no_match if self.snapshot.rows else self.nothing
        self.places.setCurrentWidget(place)
        self.panel.setVisible(place is not self.nothing)
        self.filters.setVisible(place is not self.nothing)

    def _show_counts(self) -> None:
        if self.snapshot is not None:
            self.filters.show_counts(self.snapshot, self.wanted)
