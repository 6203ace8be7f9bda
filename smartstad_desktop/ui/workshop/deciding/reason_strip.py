"""Beneath the board: why a card lies elsewhere than the result says. It asks, and never stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class ReasonStrip(Panel):
    """One question at a time, with one line for the answer."""

    #: Carries the reason in the words it was given in.
    given = Signal(str)
    #: The group goes on without a reason.
    passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill=Role.ATTENTION_TINT, edge=None)
        space = theme.current().space
        self.question = Label("", Type.BODY, Weight.SEMIBOLD, Role.ATTENTION, wraps=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Why? One sentence is enough. Enter leads here and on, Esc goes on without"))
        self.keep = Button(_("Keep the reason"), ButtonKind.PLAIN, "check")
        self.skip = icon_button("x", _("Go on without a reason"))
        row = QHBoxLayout()
        row.setSpacing(space(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        row.addWidget(self.skip)
        words = QVBoxLayout()
        words.setSpacing(space(6))
        words.addWidget(self.question)
        words.addLayout(row)
        self.column.setContentsMargins(space(14), space(10), space(10), space(10))
        self.column.addLayout(words)
        self.keep.clicked.connect(self._give)
        self.field.returnPressed.connect(self._give)
        self.skip.clicked.connect(self.passed)
        self.hide()

    def ask(self, question: str) -> None:
        """Ask *question*; an answer to the one before is not carried over."""
        if question != self.question.text():
            self.question.setText(question)
            self.field.setAccessibleName(question)
            self.field.clear()
        self.show()

    def _give(self) -> None:
        if self.field.text().strip():
            self.given.emit(self.field.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on without a reason on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.passed.emit()
        else:
            super().keyPressEvent(event)
