"""The head of the page: how many projects there are, the search field, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.inventory import municipality_count
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import PageHeader, Pill
from smartstad_desktop.ui.kit.theme import Role


class SearchField(QLineEdit):
    """Looks while one types. Down goes to the table, Esc clears."""

    #: The user wants to walk in the table.
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search in all text"))
        self.setAccessibleName(_("Search projects"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(theme.current().space(170))
        self.addAction(icons.icon("search", Role.INK_SOFT), QLineEdit.ActionPosition.LeadingPosition)

    @override
    def sizeHint(self) -> QSize:
        """Return room for a few words."""
        space = theme.current().space
        return QSize(space(270), space(38))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear, or go down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class InventoryHeader(QWidget):
    """Title, count, search, add, import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader(_("Inventory"))
        self.pill = Pill()
        self.search = SearchField()
        self.add = Button(_("Add project"), ButtonKind.PLAIN, "plus")
        self.imports = Button(_("Import Excel"), ButtonKind.PRIMARY, "file-spreadsheet")
        self.header.beside.addWidget(self.pill)
        for tool in (self.search, self.add, self.imports):
            self.header.tools.addWidget(tool)
        self._full = self._short = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.header)

    def show_counts(self, snapshot: Snapshot, shown: int) -> None:
        """Say how many projects there are, and how many of them are shown."""
        total = len(snapshot.rows)
        number = current().number
        if shown != total:
            self._short = self._full = _("{shown} of {total} projects", shown=number(shown), total=number(total))
        else:
            self._short = ngettext("{count} project", "{count} projects", total)
            have, of = municipality_count(snapshot.counts, snapshot.faces)
            self._full = _("{projects} from {have} of {all} municipalities", projects=self._short, have=have, all=of)
        self.pill.setVisible(bool(total))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.pill.setText(self._full)
        if self.header.sizeHint().width() > self.width():
            self.pill.setText(self._short)
