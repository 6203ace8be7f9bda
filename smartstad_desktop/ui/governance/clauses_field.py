"""The clauses of a decision, numbered by their place: Enter begins the next one, Alt and the arrows move one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.governance.decisions import Clause
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingText
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ClauseLine(QWidget):
    """One clause: its number, its text, and a menu."""

    left = Signal()
    #: Enter: another clause after this one.
    following = Signal()
    #: Carries -1 for up and 1 for down.
    moving = Signal(int)
    removing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clause: int | None = None
        self.number = Label("", Type.BODY, Weight.SEMIBOLD, Role.INK_SOFT, figures=True)
        self.area = GrowingText(is_one_paragraph=True)
        self.area.setProperty("calm", True)
        self.area.setPlaceholderText(_("that …"))
        self.area.installEventFilter(self)
        self.area.left.connect(self.left)
        more = icon_button("ellipsis", _("More about the clause"))
        self.menu = QMenu(self)
        self.menu.addAction(_("Move up"), lambda: self.moving.emit(-1))
        self.menu.addAction(_("Move down"), lambda: self.moving.emit(1))
        self.menu.addAction(_("Take the clause away"), self.removing.emit)
        more.clicked.connect(lambda: self.menu.popup(more.mapToGlobal(more.rect().bottomLeft())))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.current().space(INSET), 0, 0, 0)
        row.setSpacing(theme.current().space(4))
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.area, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)

    def show_number(self, number: int) -> None:
        """Show the place of the clause."""
        self.number.setText(f"{number}.")
        self.number.setContentsMargins(0, 4, 0, 0)
        self.area.setAccessibleName(_("Clause {number}", number=number))

    def text(self) -> str:
        """Return the clause."""
        return " ".join(self.area.toPlainText().split())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin, move and remove clauses by key."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.following.emit()
                return True
            if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moving.emit(_ARROWS[key])
                return True
            if key == Qt.Key.Key_Backspace and not self.area.toPlainText():
                self.removing.emit()
                return True
        return super().eventFilter(watched, event)


class ClausesField(Field):
    """All clauses; the value is a tuple of :class:`Clause`. An empty line is no clause."""

    def __init__(self, name: str, label: str) -> None:
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.lines: list[ClauseLine] = []
        self._told: tuple[Clause, ...] = ()
        super().__init__(name, label, holder)
        self.label.setIndent(theme.current().space(INSET))
        self.add_button = Button(_("Add clause"), ButtonKind.QUIET, "plus")
        self.add_button.clicked.connect(lambda: self.begin(len(self.lines)))
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def value(self) -> tuple[Clause, ...]:
        """Return the clauses in order."""
        return tuple(Clause(id=line.clause, text=line.text()) for line in self.lines if line.text())

    @override
    def set_value(self, value: Any) -> None:
        """Show *value*; a line somebody writes in stays as it is."""
        clauses: tuple[Clause, ...] = tuple(value or ())
        self._told = clauses
        if [clause.text for clause in clauses] == [line.text() for line in self.lines if line.text()]:
            written = [line for line in self.lines if line.text()]
            for line, clause in zip(written, clauses, strict=True):
                line.clause = clause.id
            return
        while len(self.lines) > len(clauses):
            self._drop(self.lines[-1])
        while len(self.lines) < len(clauses):
            self._insert(len(self.lines))
        for line, clause in zip(self.lines, clauses, strict=True):
            line.clause = clause.id
            if line.text() != clause.text:
                line.area.setPlainText(clause.text)

    def begin(self, place: int) -> None:
        """Begin a new clause at *place* and write there."""
        self._insert(place).area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Tell the clauses if they are not as they were told."""
        now = self.value()
        if now != self._told:
            self._told = now
            self.edited.emit(now)

    def _insert(self, place: int) -> ClauseLine:
        line = ClauseLine(self.editor)
        self.lines.insert(place, line)
        self._column.insertWidget(place, line)
        line.left.connect(self.commit)
        line.following.connect(partial(self._follow, line))
        line.moving.connect(partial(self._move, line))
        line.removing.connect(partial(self._remove, line))
        self._renumber()
        line.show()
        return line

    def _drop(self, line: ClauseLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.area.removeEventFilter(line)
        line.hide()
        line.deleteLater()
        self._renumber()

    def _renumber(self) -> None:
        for number, line in enumerate(self.lines, 1):
            line.show_number(number)

    def _follow(self, line: ClauseLine) -> None:
        self.commit()
        self.begin(self.lines.index(line) + 1)

    def _move(self, line: ClauseLine, step: int) -> None:
        place = self.lines.index(line) + step
        if not 0 <= place < len(self.lines):
            return
        self.lines.remove(line)
        self.lines.insert(place, line)
        self._column.insertWidget(place, line)
        self._renumber()
        line.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.commit()

    def _remove(self, line: ClauseLine) -> None:
        place = self.lines.index(line)
        self._drop(line)
        if self.lines:
            self.lines[max(0, place - 1)].area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.commit()
