"""The sheet at the right of a list: a form for the chosen record, or a word about what to choose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Panel, Type
from smartstad_desktop.ui.kit.theme import Role

_WIDTH = 380


class Side(Panel):
    """Holds the form of one record."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=0)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._nothing = Label(nothing, Type.BODY, role=Role.INK_SOFT, wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        around = QWidget()
        middle = QVBoxLayout(around)
        middle.setContentsMargins(*(theme.current().space(28),) * 4)
        middle.addWidget(self._nothing)
        self._places = QStackedWidget()
        self._places.addWidget(around)
        self.column.addWidget(self._places)
        self._form: QWidget | None = None
        self.setMinimumWidth(theme.current().space(300))

    @property
    def preferred_width(self) -> int:
        """Return how wide the sheet is before somebody moves its edge."""
        return theme.current().space(_WIDTH)

    def show_form(self, form: QWidget) -> None:
        """Show *form* from now on; the one before goes away."""
        if form is not self._form:
            if self._form is not None:
                self._places.removeWidget(self._form)
                self._form.deleteLater()
            self._form = form
            self._places.addWidget(form)
        self._places.setCurrentWidget(form)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._places.setCurrentIndex(0)
