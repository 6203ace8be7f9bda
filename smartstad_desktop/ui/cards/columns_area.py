"""The tray and the columns side by side, as they are shown now and what is chosen in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from smartstad_desktop.domain.values import ColumnId, ProjectId
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.ui.cards.column_panel import CardPanel, ColumnPanel, TrayPanel
from smartstad_desktop.ui.cards.column_view import ColumnView
from smartstad_desktop.ui.cards.rows import Filter, rows_of
from smartstad_desktop.ui.cards.sizes import Sizes
from smartstad_desktop.ui.kit.cards import CardPainter

#: How wide the tray is, and where columns have little room themselves.
_TRAY, _TRAY_NARROW = 250, 178


class ColumnsArea(QWidget):
    """All panels of a board; it keeps them and what is chosen while the board changes under them."""

    #: A command that a panel asks for.
    requested = Signal(object)
    #: Carries a column and where on the screen its menu is wanted.
    column_menu_wanted = Signal(object, QPoint)
    #: Carries where on the screen a menu for the chosen cards is wanted.
    card_menu_wanted = Signal(QPoint)
    #: A view has come to the board, or leaves it.
    view_added = Signal(object)
    view_removed = Signal(object)
    #: The words of the tray's filter have changed.
    filtered = Signal()
    #: The chosen cards are to be taken up.
    handle_clicked = Signal()

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes = sizes
        #: What stands on the cards of some projects instead of their budget.
        self.notes: Mapping[ProjectId, str] = {}
        # Columns are narrow, and Swedish words are long.
        self.cards = CardPainter(sizes.card_scale, lines=3)
        self.tray = TrayPanel(self.cards, sizes)
        self.tray.filtered.connect(self.filtered)
        self._panels: dict[ColumnId, ColumnPanel] = {}
        self._inner = QWidget()
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(sizes.px(14))
        self.columns_scroll = QScrollArea()
        self.columns_scroll.setWidgetResizable(True)
        self.columns_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.columns_scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.columns_scroll.setWidget(self._inner)
        self.columns_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(sizes.px(14))
        both.addWidget(self.tray)
        both.addWidget(self.columns_scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._set_widths()
        self._connect(self.tray.view)

    # What the board asks.

    @property
    def panels(self) -> tuple[CardPanel, ...]:
        """Return the tray and the columns, from left to right."""
        return (self.tray, *self._panels.values())

    @property
    def views(self) -> tuple[ColumnView, ...]:
        """Return the views of all panels, from left to right."""
        return tuple(panel.view for panel in self.panels)

    def panel(self, column: ColumnId | None) -> CardPanel:
        """Return the panel of *column*; None is the tray."""
        return self.tray if column is None else self._panels[column]

    def panel_of(self, view: QObject) -> CardPanel:
        """Return the panel that *view* lies in."""
        return next(panel for panel in self.panels if panel.view is view)

    def chosen(self) -> tuple[ProjectId, ...]:
        """Return the chosen projects, column by column."""
        return tuple(project for view in self.views for project in view.chosen())

    def active_view(self) -> ColumnView | None:
        """Return the view that has the keyboard."""
        return next((view for view in self.views if view.hasFocus()), None)

    def choose(self, projects: Iterable[ProjectId], current: ProjectId | None = None) -> None:
        """Choose exactly *projects*; the keyboard goes to where *current* lies."""
        wanted = set(projects)
        for view in self.views:
            here = tuple(project for project in view.projects if project in wanted)
            if here != view.chosen() or current in here:
                view.choose(here, current)
            if current in here:
                view.setFocus()

    def show_board(self, shown: BoardCards, words: Filter, *, is_read_only: bool) -> None:
        """Show the board as it is now; what is chosen stays chosen, wherever it lies now."""
        chosen, active = self.chosen(), self.active_view()
        current = active.current_project() if active else None
        self._keep_panels(shown)
        self.show_rows(shown, words)
        for number, column in enumerate(shown.columns, start=1):
            self._panels[column.id].show_column(column, number, is_read_only=is_read_only)
            # A layout shows what it is given a little later, and a picture may be taken before.
            self._panels[column.id].show()
        if self.chosen() != chosen or (active is not None and current not in active.projects):
            self.choose(chosen, current)

    def show_rows(self, shown: BoardCards, words: Filter) -> None:
        """Show the cards that the filter lets through; the tray has words of its own besides."""
        self.tray.show_rows(rows_of(shown, None, self.notes), words.with_words_of(self.tray.filter))
        for column, panel in self._panels.items():
            panel.show_rows(rows_of(shown, column, self.notes), words)

    def set_sizes(self, sizes: Sizes) -> None:
        """Show the cards larger or smaller."""
        self.sizes = sizes
        self.cards.set_scale(sizes.card_scale)
        for view in self.views:
            view.set_sizes(sizes)
        self._set_widths()

    def set_motion(self, *, duration_ms: int) -> None:
        """Let gaps open in so many milliseconds; 0 is at once."""
        for view in self.views:
            view.layout_of_cards.gaps.duration_ms = duration_ms

    def _set_widths(self) -> None:
        least = self.sizes.px(self.sizes.column) + self.sizes.card_px(60)
        for panel in self._panels.values():
            panel.setMinimumWidth(least)
        self.tray.setFixedWidth(max(least, self.sizes.px(_TRAY_NARROW if self.sizes.is_narrow else _TRAY)))

    def _keep_panels(self, shown: BoardCards) -> None:
        wanted = [column.id for column in shown.columns]
        for gone in [column for column in self._panels if column not in wanted]:
            panel = self._panels.pop(gone)
            self.view_removed.emit(panel.view)
            self._row.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        for column in shown.columns:
            if column.id not in self._panels:
                self._add_panel(ColumnPanel(column, self.cards, self.sizes))
        if list(self._panels) != wanted or self._row.count() != len(wanted):
            self._panels = {column: self._panels[column] for column in wanted}
            for number, panel in enumerate(self._panels.values()):
                self._row.insertWidget(number, panel, 1)
        self._set_tab_order()

    def _add_panel(self, panel: ColumnPanel) -> None:
        self._panels[panel.id] = panel
        panel.requested.connect(self.requested)
        panel.menu_wanted.connect(partial(self.column_menu_wanted.emit, panel.id))
        panel.view.layout_of_cards.gaps.duration_ms = self.tray.view.layout_of_cards.gaps.duration_ms
        panel.setMinimumWidth(self.sizes.px(self.sizes.column) + self.sizes.card_px(60))
        self._row.addWidget(panel, 1)
        self._connect(panel.view)
        self.view_added.emit(panel.view)

    def _connect(self, view: ColumnView) -> None:
        view.chose.connect(lambda: self._clear_others(view))
        view.menu_wanted.connect(self.card_menu_wanted)
        view.handle_clicked.connect(self.handle_clicked)

    def _clear_others(self, kept: ColumnView) -> None:
        for view in self.views:
            if view is not kept:
                view.clearSelection()

    def _set_tab_order(self) -> None:
        for before, after in pairwise(self.panels):
            QWidget.setTabOrder(before.view, after.view)
