"""What the page opens beside its order: other ways to weigh, the criteria, and the grid of scores."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smartstad_desktop.domain.changes import ChangeSet
from smartstad_desktop.domain.order.weighed import Facts
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.order.criteria_dialog import CriteriaDialog
from smartstad_desktop.ui.order.method_dialog import MethodDialog
from smartstad_desktop.ui.order.scores_view import ScoresView
from smartstad_desktop.ui.order.weights_panel import WeightsPanel

_ORDER = 0
_EMPTY = 1


class Openings(QObject):
    """The openings of one page; each follows the changes while it is open."""

    #: Back in the order; carries the project whose scores were looked at last.
    left_scores = Signal(int)

    def __init__(self, page: Page, places: QStackedWidget, weights: WeightsPanel, tools: tuple[QWidget, ...]) -> None:
        super().__init__(page)
        self._page, self._places, self._tools = page, places, tools
        self.method: MethodDialog | None = None
        self.criteria: CriteriaDialog | None = None
        self.open_scores = Button(_("Scores…"), icon="grid-3x3")
        self.scores = ScoresView()
        self.scores.requested.connect(page.perform)
        self.scores.leaving.connect(self.leave_scores)
        self.open_scores.clicked.connect(self.show_scores)
        places.addWidget(self.scores)
        places.currentChanged.connect(self._show_tools)
        weights.method_wanted.connect(self.open_method)
        weights.criteria_wanted.connect(self.open_criteria)
        page.services.changes.happened.connect(self._follow)

    @property
    def is_read_only(self) -> bool:
        """Return whether nothing can be written."""
        return self._page.services.workspace.is_read_only

    def show_place(self, known: Facts) -> None:
        """Show the order, or what stands there while there is none; the scores stay when they are open."""
        is_scoring = self._places.currentWidget() is self.scores
        is_ready = bool(known.projects and known.criteria)
        if is_scoring and is_ready:
            self.scores.show_facts(known, is_read_only=self.is_read_only)
        else:
            self._places.setCurrentIndex(_ORDER if is_ready else _EMPTY)
        self._show_tools()

    def _show_tools(self, _place: int = 0) -> None:
        """Show at the head what belongs to the order while the order is shown."""
        for tool in (self.open_scores, *self._tools):
            tool.setVisible(self._places.currentIndex() == _ORDER)

    # Scores

    def show_scores(self) -> None:
        """Give scores in the grid."""
        self.scores.show_facts(self._page.services.workspace.read(facts), is_read_only=self.is_read_only)
        self._places.setCurrentWidget(self.scores)
        self.scores.grid.setFocus()

    def leave_scores(self) -> None:
        """Go back to the order."""
        self._places.setCurrentIndex(_ORDER)
        self.open_scores.setFocus()
        if self.scores.project is not None:
            self.left_scores.emit(self.scores.project)

    # Weights

    def open_method(self) -> None:
        """Weigh in another way; nothing opens in a file that is only read."""
        known = self._page.services.workspace.read(facts)
        if self.is_read_only or not known.criteria:
            return
        self.method = MethodDialog(known, self._page)
        self.method.requested.connect(self._page.perform)
        self.method.finished.connect(self._close_method)
        self.method.open()

    def _close_method(self, _result: int) -> None:
        if self.method is not None:
            self.method.deleteLater()
            self.method = None

    # Criteria

    def open_criteria(self) -> None:
        """Add, describe, order and remove criteria; nothing opens in a file that is only read."""
        if self.is_read_only:
            return
        known = self._page.services.workspace.read(facts)
        self.criteria = CriteriaDialog(known, self._page.run, self._page)
        self.criteria.finished.connect(self._close_criteria)
        self.criteria.open()

    def _close_criteria(self, _result: int) -> None:
        if self.criteria is not None:
            self.criteria.deleteLater()
            self.criteria = None

    def _follow(self, changes: ChangeSet) -> None:
        is_open = self.method is not None or self.criteria is not None
        if not is_open or not changes.kinds & self._page.interests:
            return
        known = self._page.services.workspace.read(facts)
        if self.method is not None:
            self.method.show_facts(known)
        if self.criteria is not None:
            self.criteria.show_facts(known)
