"""Beneath the ballots: whose is being written, what is missing on it, the quick line, and done, blank or cleared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.workshop.casters import Caster
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class QuickLine(QLineEdit):
    """One line for "14 7"; Enter writes it and waits for the next, Enter on nothing goes to whoever is next."""

    #: Carries what was written.
    entered = Signal(str)
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Number and value: 14 7"))
        self.setAccessibleName(_("Number of the item and its value"))
        self.setFixedWidth(theme.current().space(200))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter the line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text().strip():
                self.entered.emit(self.text())
            else:
                self.next_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class EntryBar(QWidget):
    """What belongs to one ballot at a time."""

    #: Done, or open again.
    done_wanted = Signal(bool)
    blank_wanted = Signal()
    clear_wanted = Signal()
    #: Carries a concern in the words it was put in.
    concern_written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._concern = ""
        self.mark = MarkLabel()
        self.status = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.quick = QuickLine()
        self.done = Button(_("Done"), ButtonKind.PLAIN, "check")
        self.blank = Button(_("Abstains"), ButtonKind.QUIET)
        self.clear = Button(_("Clear"), ButtonKind.QUIET)
        self.concern = QLineEdit()
        self.concern.setPlaceholderText(_("What worries you? Write it word for word"))
        self.concern.setAccessibleName(_("The concern, word for word"))
        space = theme.current().space
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(self.mark)
        line.addWidget(self.status, 1)
        tools = QHBoxLayout()
        tools.setSpacing(space(8))
        for part in (self.quick, self.done, self.blank, self.clear):
            tools.addWidget(part)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(6))
        column.addLayout(line)
        column.addWidget(self.concern)
        column.addLayout(tools)
        self.done.clicked.connect(lambda: self.done_wanted.emit(not self._is_done))
        self.blank.clicked.connect(self.blank_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.concern.editingFinished.connect(self.keep_concern)
        self._is_done = False

    def show_caster(self, caster: Caster | None, status: str, *, has_concern: bool) -> None:
        """Show whose ballot is written and what is missing on it."""
        marks = [] if caster is None or caster.mark is None else [caster.mark]
        self.mark.set_marks([Mark(mark.letters, mark.colour, mark.name) for mark in marks])
        self.mark.setVisible(bool(marks))
        self.say(status)
        self._is_done = caster is not None and caster.is_done
        self.done.setText(_("Open again") if self._is_done else _("Done"))
        self.done.set_picture("lock-open" if self._is_done else "check")
        self.done.updateGeometry()
        for part in (self.done, self.quick):
            part.setEnabled(caster is not None)
        self.blank.setEnabled(caster is not None and not caster.is_blank)
        self.clear.setEnabled(caster is not None and (caster.has_begun or caster.is_done))
        self.quick.setEnabled(caster is not None and not caster.is_done)
        self.concern.setVisible(has_concern)
        if not self.concern.hasFocus():
            self._concern = "" if caster is None else caster.concern
            self.concern.setText(self._concern)

    def say(self, text: str, *, is_bad: bool = False) -> None:
        """Say what is missing, or why something was refused."""
        self.status.set_role(Role.BAD if is_bad else Role.INK)
        self.status.setText(text)
        self.status.setAccessibleName(text)

    def keep_concern(self) -> None:
        """Ask to keep the concern that is being written."""
        if self.concern.text().strip() != self._concern.strip():
            self._concern = self.concern.text()
            self.concern_written.emit(self.concern.text().strip())
