"""The way from a page of cases to the desk of their routine, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.reads.testbeds.routines import in_force
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.routines.desk import RoutineDesk


class RoutineDoor(QObject):
    """Puts the desk over a page: what the page shows (*covered*) is hidden until the desk is closed.

    Put ``button`` where the page has its tools. The page's layout is one column.
    """

    def __init__(self, page: Page, kind: RoutineKind, covered: Sequence[QWidget]) -> None:
        super().__init__(page)
        self._page, self._kind, self._covered = page, kind, tuple(covered)
        self.desk: RoutineDesk | None = None
        self.button = Button(_("The routine"), icon="book-open")
        self.button.clicked.connect(self._clicked)

    def _clicked(self, *_is_on: object) -> None:
        self.open()

    @property
    def is_open(self) -> bool:
        """Return whether the desk is shown."""
        return self.desk is not None and not self.desk.isHidden()

    def open(self, routine: int | None = None) -> None:
        """Show a version; without *routine* the one that new cases run in."""
        if routine is None:
            row = self._page.services.workspace.read(in_force, self._kind)
            routine = None if row is None else row.id
        if self.desk is None:
            self.desk = RoutineDesk(self._page.services, routine or 0, kind=self._kind)
            self.desk.closed.connect(self.close)
            self.desk.navigate.connect(self._page.navigate)
            cast("QVBoxLayout", self._page.layout()).addWidget(self.desk, 1)
        elif routine is not None:
            self.desk.show_routine(routine)
        for part in self._covered:
            part.hide()
        self.desk.show()
        self.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Save what is being typed, before the page is left."""
        if self.desk is not None:
            self.desk.finish()

    def close(self) -> None:
        """Show the page again, with everything saved."""
        if not self.is_open or self.desk is None:
            return
        self.desk.finish()
        self.desk.hide()
        for part in self._covered:
            part.show()
        if self.button.isVisible():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
