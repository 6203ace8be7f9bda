"""A form that edits one record in place: each field is saved when it is left, and a refusal stays at its field."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text import trouble
from smartstad_desktop.ui.kit.calm_fields import TypedField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.folding_section import FoldingSection
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet

#: Writes changes of the record known by a key, as one step; raises a ``DomainError`` and changes nothing when a rule
#: refuses them. The last argument tells whether somebody is typing, so that pieces of a text become one step.
Write: TypeAlias = Callable[[Any, Mapping[str, Any], bool], object]


class RecordForm(ScrollSheet):
    """Fields under each other. Fill it with ``add``, ``pair`` and ``section``, then ``show_record`` one record.

    What a rule refuses stays in its field with the reason beneath it, and is asked for again with the next change: a
    status that needs a reason is saved once the reason is written.
    """

    #: A refusal named a field that the form does not have; carries the ``DomainError``.
    refused = Signal(object)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self.fields: dict[str, Field] = {}
        self._sections: dict[str, FoldingSection] = {}
        self._key: Hashable = None
        self._waiting: dict[str, Any] = {}

    # Building

    def add(self, *fields: Field) -> None:
        """Put *fields* beneath each other."""
        for field in fields:
            self.register(field)
            self.column.addWidget(field)

    def pair(self, *fields: Field) -> None:
        """Put *fields* side by side, two in a row, while there is room."""
        for field in fields:
            self.register(field)
        for first in range(0, len(fields), 2):
            self.column.addWidget(FieldRow(*fields[first : first + 2]))

    def section(self, title: str, *fields: Field) -> FoldingSection:
        """Put *fields* into a part that is closed at first."""

        def fill(inside: QVBoxLayout) -> None:
            for field in fields:
                inside.addWidget(field)

        made = FoldingSection(title, fill)
        for field in fields:
            # Until the part is opened the field must belong to somebody.
            field.setParent(self)
            field.hide()
            self.register(field)
            self._sections[field.name] = made
        made.folded.connect(partial(_show_all, fields))
        self.column.addWidget(made)
        return made

    def register(self, field: Field) -> None:
        """Let the form edit and show *field*, which lies somewhere else than under the others."""
        self.fields[field.name] = field
        field.edited.connect(partial(self._edit, field.name))

    # Showing

    def show_record(self, key: Hashable, values: Mapping[str, Any]) -> None:
        """Show the record known by *key*; another record than before replaces even what is being typed."""
        if self._key is None:
            # What is left of the height goes beneath the last field.
            self.column.addStretch(1)
        is_other = key != self._key
        if is_other:
            self.finish()
            self._key, self._waiting = key, {}
            self.verticalScrollBar().setValue(0)
        for name, field in self.fields.items():
            if name in self._waiting:
                continue
            if is_other and isinstance(field, TypedField):
                field.reset(values[name])
                continue
            field.set_value(values[name])
            if is_other:
                field.show_error("")

    def edit(self, name: str) -> None:
        """Let the user write in a field at once."""
        self.fields[name].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Save what is being typed."""
        for field in self.fields.values():
            if isinstance(field, TypedField):
                field.commit()

    # Editing

    def _edit(self, name: str, value: Any) -> None:
        if self._key is None:
            return
        changes = {**self._waiting, name: value}
        is_typing = isinstance(self.fields[name], TypedField) and len(changes) == 1
        try:
            self._write(self._key, changes, is_typing)
        except DomainError as error:
            self._refuse(error, changes)
            return
        self._waiting = {}
        for each in changes:
            self.fields[each].show_error("")

    def _refuse(self, error: DomainError, changes: Mapping[str, Any]) -> None:
        name = str(error.parameters.get("field", ""))
        field = self.fields.get(name)
        if field is None:
            self._waiting = {}
            self.refused.emit(error)
            return
        if name in self._sections:
            self._sections[name].open()
        self._waiting = dict(changes)
        field.show_error(trouble.sentence(error))
        if name not in changes:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(field)


def _show_all(fields: tuple[Field, ...], is_open: bool) -> None:  # noqa: FBT001  Qt's signal carries it so
    for field in fields:
        field.setVisible(is_open)
