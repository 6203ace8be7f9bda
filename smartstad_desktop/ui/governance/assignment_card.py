"""One assignment of a decision: who has it, what is to be done, by when, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.governance.decisions import AssignmentState
from smartstad_desktop.reads.governance.decisions import AssignmentRow, DecisionsShown
from smartstad_desktop.text import trouble
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, TypedField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.record_form import Write
from smartstad_desktop.ui.kit.theme import Role


class AssignmentCard(Panel):
    """One assignment; each field is saved when it is left, and a refusal stays at its field."""

    #: Carries the id of the assignment.
    removing = Signal(int)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=10)
        self.column.setContentsMargins(12, 8, 10, 8)
        self.column.setSpacing(4)
        self._write = write
        self._row: AssignmentRow | None = None
        self.receiver = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.late = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.BAD, wraps=True)
        remove = icon_button("trash-2", _("Take the assignment away"))
        remove.clicked.connect(lambda: self.removing.emit(self._row.id if self._row else 0))
        head = QHBoxLayout()
        head.addWidget(self.receiver, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        text = GrowingField("text", "")
        text.editor.setAccessibleName(field_name("text"))
        due = DayField("due_on", field_name("due_on"))
        state = CalmChoice("state", field_name("state"), [(each, label(each)) for each in AssignmentState])
        self.fields: dict[str, Field] = {}
        for field in (text, due, state):
            self.fields[field.name] = field
            field.edited.connect(partial(self._edit, field.name))
        self.column.addLayout(head)
        self.column.addWidget(self.late)
        self.column.addWidget(text)
        self.column.addWidget(FieldRow(due, state))

    def show_assignment(self, row: AssignmentRow, shown: DecisionsShown) -> None:
        """Show an assignment."""
        self._row = row
        self.receiver.setText(receiver_words(row, shown))
        for name, value in (("text", row.text), ("due_on", row.due_on), ("state", row.state)):
            self.fields[name].set_value(value)
        if row.is_overdue and row.due_on is not None:
            self.late.setText(_("Should have been done by {day}", day=current().day(row.due_on)))
            self.late.set_role(Role.BAD)
        elif row.done_on is not None:
            self.late.setText(_("Done {day}", day=current().day(row.done_on)))
            self.late.set_role(Role.GOOD)
        self.late.setVisible(row.is_overdue or row.done_on is not None)

    def finish(self) -> None:
        """Save what is being typed."""
        for field in self.fields.values():
            if isinstance(field, TypedField):
                field.commit()

    def _edit(self, name: str, value: Any) -> None:
        if self._row is None:
            return
        changes: Mapping[str, Any] = {name: value}
        try:
            self._write(self._row.id, changes, isinstance(self.fields[name], TypedField))
        except DomainError as error:
            self.fields[name].show_error(trouble.sentence(error))
        else:
            self.fields[name].show_error("")


def receiver_words(row: AssignmentRow, shown: DecisionsShown) -> str:
    """Return who has an assignment."""
    language = current().language
    town = None if row.municipality is None else shown.towns.get(row.municipality)
    body = shown.bodies.get(row.body or 0)
    names = (
        town.name if town else "",
        shown.organisations.get(row.organisation or 0, ""),
        body.in_language(language) if body else "",
        row.receiver,
    )
    return ", ".join(name for name in names if name) or "–"
