"""What the page opens beside its order: other ways to weigh, the criteria, and the grid of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smartstad_desktop.domain.changes import ChangeSet
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.ui.order.method_dialog import MethodDialog

if TYPE_CHECKING:
    from smartstad_desktop.ui.order.page import OrderPage


class Openings(QObject):
    """The openings of one page; each follows the changes while it is open."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page)
        self._page = page
        self.method: MethodDialog | None = None
        page.weights.method_wanted.connect(self.open_method)
        page.services.changes.happened.connect(self._follow)

    def open_method(self) -> None:
        """Weigh in another way; nothing opens in a file that is only read."""
        known = self._page.services.workspace.read(facts)
        if self._page.services.workspace.is_read_only or not known.criteria:
            return
        self.method = MethodDialog(known, self._page)
        self.method.requested.connect(self._page.perform)
        self.method.finished.connect(self._close_method)
        self.method.open()

    def _close_method(self, _result: int) -> None:
        if self.method is not None:
            self.method.deleteLater()
            self.method = None

    def _follow(self, changes: ChangeSet) -> None:
        if self.method is not None and changes.kinds & self._page.interests:
            self.method.show_facts(self._page.services.workspace.read(facts))
