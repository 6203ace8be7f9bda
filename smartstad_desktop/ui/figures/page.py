"""Figures and charts: where people would rather look than read; the table lies behind each chart."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.reads.goals.figures import figures
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.figures.card import FigureCard
from smartstad_desktop.ui.figures.making import figures_of
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.services import Services

_COLUMNS = 2
_CARDS = 5
#: So wide the page must be for two charts beside each other.
_ROOM_FOR_TWO = 800


class FiguresPage(Page):
    """All charts of the programme, two in a row while there is room."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PROJECT, Kind.PROJECT_THEME, Kind.PROJECT_GOAL, Kind.MUNICIPALITY, Kind.THEME, Kind.GOAL}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        space = theme.current().space
        self.header = PageHeader(_("Figures and charts"))
        self.cards = [FigureCard(services.notices) for _number in range(_CARDS)]
        self.empty = EmptyState(
            "chart-column", _("No projects yet"), _("The charts come by themselves when there are projects.")
        )
        importing = Button(_("Import a list"), ButtonKind.PRIMARY, "file-spreadsheet")
        importing.clicked.connect(lambda: self.navigate.emit(PageTarget(PageId.IMPORTING)))
        self.empty.tools.addWidget(importing)
        inside = QWidget()
        self._columns = 0
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(space(26), 0, space(26), space(26))
        self._grid.setSpacing(space(16))
        self._arrange(_COLUMNS)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(area)
        self.stack.addWidget(self.empty)
        head = QHBoxLayout()
        head.setContentsMargins(space(26), space(16), space(26), 0)
        head.addWidget(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(12))
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards):
            is_alone = number == len(self.cards) - 1 and number % columns == 0
            self._grid.addWidget(card, number // columns, number % columns, 1, columns if is_alone else 1)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts beneath each other where large text leaves no room for their names."""
        super().resizeEvent(event)
        self._arrange(_COLUMNS if self.width() >= theme.current().space(_ROOM_FOR_TWO) else 1)

    @override
    def refresh(self) -> None:
        """Read and draw all figures."""
        read = self.services.workspace.read(figures)
        self.stack.setCurrentIndex(0 if read.projects else 1)
        count = ngettext("{count} project", "{count} projects", read.projects)
        self.header.set_title(_("Figures and charts"), count)
        for card, figure in zip(self.cards, figures_of(read), strict=True):
            card.show_figure(figure)
