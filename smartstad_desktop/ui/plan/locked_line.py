"""The line over the tabs that says why what is shown cannot be changed, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Panel
from smartstad_desktop.ui.kit.theme import Role


class LockedLine(Panel):
    """A reason, and a way out of it."""

    version_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill=Role.ATTENTION_TINT, edge=None, radius=8)
        space = theme.current().space
        self.column.setContentsMargins(space(12), space(6), space(8), space(6))
        self.words = Label("", role=Role.INK, wraps=True)
        self.start = Button(_("Start a new version"), icon="file-plus-2")
        self.back = Button(_("Back to the present version"), icon="arrow-left")
        self.start.clicked.connect(self.version_asked)
        self.back.clicked.connect(self.back_asked)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.back)
        row.addWidget(self.start)
        self.column.addLayout(row)
        self.hide()

    def show_reason(self, reason: str, *, is_earlier: bool, can_start: bool) -> None:
        """Show why, or nothing."""
        self.words.setText(reason)
        self.start.setVisible(can_start and not is_earlier)
        self.back.setVisible(is_earlier)
        self.setVisible(bool(reason))
