"""A list of small records that are edited in place: functions, indicators, statements, lines of a log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.parts import Rule

#: Writes changes of a record, and whether somebody is typing; raises a ``DomainError`` when a rule refuses them.
WritePart: TypeAlias = Callable[[int, Mapping[str, Any], bool], object]


class PartCard(QWidget):
    """One record: its fields, and at the right what can be done with it."""

    up = Signal()
    down = Signal()
    removal = Signal()

    def __init__(self, row: int, write: WritePart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._write = write
        self.fields: dict[str, Field] = {}
        space = theme.current().space
        self.column = QVBoxLayout()
        self.column.setSpacing(space(4))
        self.up_button = icon_button("arrow-up", _("Move up"))
        self.down_button = icon_button("arrow-down", _("Move down"))
        self.remove_button = icon_button("trash-2", _("Delete"))
        self.up_button.clicked.connect(self.up)
        self.down_button.clicked.connect(self.down)
        self.remove_button.clicked.connect(self.removal)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for button in (self.up_button, self.down_button, self.remove_button):
            tools.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row_layout = QHBoxLayout()
        row_layout.setSpacing(space(4))
        row_layout.addLayout(self.column, 1)
        row_layout.addLayout(tools)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, space(6))
        whole.addLayout(row_layout)
        whole.addWidget(Rule())

    def register(self, *fields: Field) -> None:
        """Let the card edit and show *fields*."""
        for field in fields:
            self.fields[field.name] = field
            field.edited.connect(partial(self._edit, field.name))

    def show_values(self, values: Mapping[str, Any], *, number: int, count: int) -> None:
        """Show the record, which is the *number*-th of *count*."""
        for name, field in self.fields.items():
            if not field.error:
                field.set_value(values[name])
        self.up_button.setEnabled(number > 0)
        self.down_button.setEnabled(number + 1 < count)

    def finish(self) -> None:
        """Save what is being typed."""
        for field in self.fields.values():
            if isinstance(field, TypedField):
                field.commit()

    def _edit(self, name: str, value: Any) -> None:
        field = self.fields[name]
        try:
            self._write(self.row, {name: value}, isinstance(field, TypedField))
        except DomainError as error:
            field.show_error(trouble.sentence(error))
        else:
            field.show_error("")


class PartList(QWidget):
    """Cards beneath each other, and a button for one more. *make* builds the card of a record."""

    adding = Signal()
    #: Carries the id of a record and the one it shall go before, or None for last.
    moving = Signal(int, object)
    removing = Signal(int)

    def __init__(self, add_text: str, make: Callable[[int], PartCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.cards: dict[int, PartCard] = {}
        self._order: list[int] = []
        self.add_button = Button(add_text, ButtonKind.QUIET, "plus")
        self.add_button.clicked.connect(self.adding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().space(4))
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_parts(self, parts: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
        """Show records in this order; a card that is there already stays, with what is being typed in it."""
        wanted = [row for row, _values in parts]
        for row in [row for row in self.cards if row not in wanted]:
            card = self.cards.pop(row)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, (row, values) in enumerate(parts):
            card = self.cards.get(row)
            if card is None:
                card = self.cards[row] = self._made(row)
            if self._column.indexOf(card) != number:
                self._column.insertWidget(number, card)
                # A layout shows what it is given only later, and what is not shown cannot have the focus.
                card.show()
            card.show_values(values, number=number, count=len(parts))
        self._order = wanted

    def _made(self, row: int) -> PartCard:
        card = self._make(row)
        card.up.connect(partial(self._step, row, -1))
        card.down.connect(partial(self._step, row, 1))
        card.removal.connect(partial(self.removing.emit, row))
        return card

    def _step(self, row: int, step: int) -> None:
        at = self._order.index(row)
        target = at - 1 if step < 0 else at + 2
        if target >= 0 and (step < 0 or at + 1 < len(self._order)):
            self.moving.emit(row, self._order[target] if target < len(self._order) else None)

    def edit_last(self) -> None:
        """Let the user write in the first field of the last record at once."""
        if self._order:
            first = next(iter(self.cards[self._order[-1]].fields.values()))
            first.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Save what is being typed."""
        for card in self.cards.values():
            card.finish()
