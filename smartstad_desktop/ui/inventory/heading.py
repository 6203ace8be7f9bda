"""The head of the page: how many projects there are, the search field, and what can be done."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.inventory import ProjectKind
from smartstad_desktop.reads.inventory import municipality_count
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.parts import PageHeader, Pill
from smartstad_desktop.ui.kit.search_field import SearchField


class InventoryHeader(QWidget):
    """Title, count, search, export, add, import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader(_("Inventory"))
        self.pill = Pill()
        self.search = SearchField(_("Search projects"))
        self.add = Button(_("Add project"), ButtonKind.PLAIN, "plus")
        self.imports = Button(_("Import Excel"), ButtonKind.PRIMARY, "file-spreadsheet")
        self.exports = icon_button("file-down", _("Export the inventory…"))
        self.header.beside.addWidget(self.pill)
        for tool in (self.search, self.exports, self.add, self.imports):
            self.header.tools.addWidget(tool)
        self._full = self._short = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.header)

    def show_counts(self, snapshot: Snapshot, shown: int) -> None:
        """Say how many projects there are, and how many of them are shown."""
        total = len(snapshot.rows)
        # Examples from elsewhere stand in the table too, but nobody here counts them as projects.
        examples = snapshot.counts.kinds.get(ProjectKind.EXTERNAL, 0)
        numbers = {"shown": current().number(shown), "total": current().number(total)}
        if shown != total:
            told = _("{shown} of {total} rows", **numbers) if examples else _("{shown} of {total} projects", **numbers)
            self._short = self._full = told
        else:
            self._short = ngettext("{count} project", "{count} projects", total - examples)
            have, of = municipality_count(snapshot.counts, snapshot.faces)
            self._full = _("{projects} from {have} of {all} municipalities", projects=self._short, have=have, all=of)
            if examples:
                self._full += ngettext(", {count} example", ", {count} examples", examples)
        self.pill.setVisible(bool(total))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.pill.setText(self._full)
        if self.header.width_in_one_row() > self.width():
            self.pill.setText(self._short)
