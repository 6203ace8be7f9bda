"""The line above a project: whose it is, when it was changed and from what, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from smartstad_desktop.domain.changes import Change
from smartstad_desktop.reads.history import Happening
from smartstad_desktop.reads.inventory import ProjectRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.snapshot import Snapshot, day_of
from smartstad_desktop.ui.kit import icons, moments, theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.marks import MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class PanelHead(QWidget):
    """Marks, the latest change, the lock, and a menu."""

    confirming = Signal()
    duplicating = Signal()
    deleting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = MarkLabel()
        self.latest = Label("", Type.CAPTION, role=Role.INK_FAINT, wraps=True)
        self.confirm = icon_button("check", _("Confirm that this is right today"))
        self.more = icon_button("ellipsis", _("More"))
        self.menu = QMenu(self)
        self.menu.addAction(icons.icon("copy"), _("Copy project") + "\tCtrl+D").triggered.connect(self.duplicating)
        self.menu.addAction(icons.icon("trash-2"), _("Delete project") + "\tDel").triggered.connect(self.deleting)
        self.more.clicked.connect(lambda: self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.confirm.clicked.connect(self.confirming)
        self.lock_row = self._lock_row()
        self._arrange()

    def _lock_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(6)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("lock", Role.ATTENTION, theme.current().space(15)))
        line.addWidget(picture)
        self.lock = Label(_("Confidential"), Type.CAPTION, Weight.SEMIBOLD, Role.ATTENTION, wraps=True)
        line.addWidget(self.lock, 1)
        return row

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(theme.current().space(6))
        first.addWidget(self.marks)
        first.addStretch(1)
        first.addWidget(self.confirm)
        first.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.current().space(7), 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(self.latest)
        column.addWidget(self.lock_row)

    def show_project(self, snapshot: Snapshot, row: ProjectRow, latest: Happening | None, now: datetime) -> None:
        """Show whose the project is and what is known of its last change."""
        self.marks.set_marks(snapshot.marks_of(row))
        day = day_of(row.confirmed_on)
        known = _("Not confirmed yet") if day is None else _("Confirmed {day}", day=snapshot.phrases.day(day))
        self.latest.setText(known if latest is None else f"{_changed(latest, now)} · {known}")
        self.lock_row.setVisible(bool(row.is_confidential))


def _changed(latest: Happening, now: datetime) -> str:
    day, source = moments.day(latest.at, now), latest.source
    if latest.change is Change.ADDED:
        return _("Added {day} from {source}", day=day, source=source) if source else _("Added {day}", day=day)
    return _("Changed {day} from {source}", day=day, source=source) if source else _("Changed {day}", day=day)
