"""The form of one call: what is asked for, when, how many applied, and those that are known by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.programme.work import ApplicationState
from smartstad_desktop.reads.needs import Town
from smartstad_desktop.reads.programme.calls import ApplicationRow, CallRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField, NumberField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.programme.calls import AddApplication, EditApplication, RemoveApplications

_FIELDS: Final = ("name", "issuer", "what", "opens_on", "closes_on", "applied_count", "selected_count", "link")


class CallForm(RecordForm):
    """All of one call."""

    deleting = Signal()
    #: A command about applications, and whether an undo is to be offered with it.
    requested = Signal(object, bool)

    def __init__(self, write: Write, towns: Sequence[Town], parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        remove = icon_button("trash-2", _("Remove the call"))
        remove.clicked.connect(self.deleting)
        name = GrowingField("name", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(_("Call"))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.register(name)
        self.column.addLayout(head)
        self.add(GrowingField("what", _("What is asked for")))
        self.pair(
            LineField("issuer", _("Made by")),
            CalmChoice("municipality_id", _("Municipality"), [(None, "–"), *((town.id, town.name) for town in towns)]),
            DayField("opens_on", _("Opens")),
            DayField("closes_on", _("Closes")),
            NumberField("applied_count", _("How many applied")),
            NumberField("selected_count", _("How many were selected")),
        )
        self.add(LineField("link", _("Link")))
        self._call = 0
        self._written: tuple[ApplicationRow, ...] | None = None
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.current().space(4))
        title = Label(_("Applications by name"), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        title.setIndent(theme.current().space(7))
        self.column.addWidget(title)
        self.column.addWidget(self._list)
        self.new = LineField("applicant", "", placeholder=_("Who applied? Enter adds the name."))
        self.new.editor.setAccessibleName(_("Name of a new applicant"))
        self.new.line.returnPressed.connect(self._add)
        self.add_button = Button(_("Add"), icon="plus")
        self.add_button.clicked.connect(self._add)
        line = QHBoxLayout()
        line.addWidget(self.new, 1)
        line.addWidget(self.add_button)
        self.column.addLayout(line)

    def show_call(self, call: CallRow) -> None:
        """Show a call."""
        if call.id != self._call:
            self.new.reset("")
        self._call = call.id
        values = {name: getattr(call, name) for name in _FIELDS}
        self.show_record(call.id, values | {"municipality_id": call.municipality})
        if call.applications != self._written:
            self._written = call.applications
            self._show_applications(call.applications)

    def _show_applications(self, rows: Sequence[ApplicationRow]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(self._line(row))

    def _line(self, row: ApplicationRow) -> QWidget:
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        name = LineField("applicant", "")
        name.editor.setAccessibleName(_("Applicant"))
        name.set_value(row.applicant)
        name.edited.connect(partial(self._change, row.id, "applicant"))
        state = CalmChoice("state", "", [(each, label(each)) for each in ApplicationState])
        state.editor.setAccessibleName(_("What became of the application from {name}", name=row.applicant))
        state.set_value(row.state)
        state.edited.connect(partial(self._change, row.id, "state"))
        remove = icon_button("x", _("Remove the application from {name}", name=row.applicant))
        remove.clicked.connect(partial(self._remove, row.id))
        inside.addWidget(name, 3)
        inside.addWidget(state, 2)
        inside.addWidget(remove)
        return line

    def _change(self, application: int, field: str, value: object) -> None:
        self.requested.emit(EditApplication(application=application, changes={field: value}), False)

    def _remove(self, application: int, *_state: object) -> None:
        self.requested.emit(RemoveApplications(applications=(application,)), True)

    def _add(self) -> None:
        name = self.new.line.text().strip()
        if name:
            self.new.reset("")
            self.requested.emit(AddApplication(call=self._call, fields={"applicant": name}), False)
