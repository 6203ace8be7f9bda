"""The measures of the plan in order: chosen by click or key, moved by hand, and each leads to its project."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.ordered_list import OrderedList
from smartstad_desktop.ui.plan.row_delegate import RowFace


class MeasureList(OrderedList[MeasureRow]):
    """The list with what only measures can do."""

    project_asked = Signal(int)
    #: Carries the keys of measures that are put among what was not prioritised.
    aside_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Measures in order"), face_of, parent=parent)

    @override
    def menu(self) -> QMenu:
        """Return the menu of the chosen measures."""
        menu = super().menu()
        row = self.rows.row_at(self.currentIndex())
        has_project = row is not None and row.project is not None
        self.offer(
            menu, "folder-kanban", _("Show the project"), lambda: self._ask_project(row), is_possible=has_project
        )
        self.offer(menu, "inbox", _("Set aside, with a reason"), lambda: self.aside_asked.emit(self.selected))
        self.offer(menu, "trash-2", _("Remove from the plan"), self.remove)
        return menu

    def _ask_project(self, row: MeasureRow | None) -> None:
        if row is not None and row.project is not None:
            self.project_asked.emit(row.project)


def face_of(row: MeasureRow) -> RowFace:
    """Return what is seen of a measure, and the colour that says how its note is meant."""
    if row.is_confidential:
        return RowFace(row.title, _("Confidential: left out of the document"), Role.ATTENTION)
    if row.missing:
        count = len(row.missing)
        return RowFace(
            row.title, ngettext("{count} thing is missing", "{count} things are missing", count), Role.ATTENTION
        )
    money = [current().short_money(value) for value in (row.money_one_off,) if value]
    return RowFace(row.title, " · ".join(part for part in (row.band, *money) if part) or _("Complete"))
