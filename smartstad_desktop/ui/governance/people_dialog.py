"""Everybody the file knows by name, and where they sit: the place to correct, to protect and to weed out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.reads.governance.bodies import BodiesShown, PersonRow
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.governance.holder_dialogs import PersonFieldsDialog, change_person, new_person
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.governance.people import AddPerson, DeletePerson, EditPerson


@dataclass(frozen=True, slots=True)
class Known:
    """A person and the seats this person has or has had."""

    person: PersonRow
    seats: str


class PeopleDialog(Dialog):
    """The list of people; it stays open while they are changed."""

    #: Carries a command that offers undo.
    requested = Signal(object)

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(_("People in the file"), "", parent)
        self._run = run
        self.asked: PersonFieldsDialog | None = None
        columns = [
            Column[Known](field_name("name"), lambda row: row.person.shown),
            Column[Known](_("Title"), lambda row: row.person.title),
            Column[Known](_("Seats"), lambda row: row.seats or _("no seat")),
        ]
        self.rows = RowsModel[Known](columns, key=lambda row: row.person.id, parent=self)
        self.table = RecordsTable(self.rows, _("People in the file"), (220, 190, 280))
        self.table.setMinimumHeight(theme.current().space(320))
        self.add_button = Button(_("Add person…"), icon="plus")
        self.edit_button = Button(_("Change…"), icon="pencil")
        self.delete_button = Button(_("Delete"), icon="trash-2")
        tools = QHBoxLayout()
        for button, act in (
            (self.add_button, self.add_person),
            (self.edit_button, self.edit),
            (self.delete_button, self.delete),
        ):
            button.clicked.connect(act)
            tools.addWidget(button)
        tools.addStretch(1)
        note = _("Work details only. Delete whoever is no longer needed; the seats keep their days.")
        self.body.addWidget(Label(note, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(tools)
        self.cancel_button.setText(_("Close"))
        self.table.opened.connect(self.edit)
        self.table.deleting.connect(self.delete)
        self.table.chosen.connect(self._show_tools)
        self.resize(theme.current().space(760), theme.current().space(560))

    def show_people(self, shown: BodiesShown) -> None:
        """Show the people as they are now."""
        seats: defaultdict[int, list[str]] = defaultdict(list)
        for body in shown.bodies:
            for seat in body.seats:
                for term in seat.terms:
                    if term.person is not None:
                        name = body.name.in_language(current().language)
                        seats[term.person].append(f"{name}: {seat.label}")
        self.rows.show(Known(person, "; ".join(dict.fromkeys(seats[person.id]))) for person in shown.people.values())
        self.table.choose_first()
        self._show_tools()

    def chosen(self) -> PersonRow | None:
        """Return the person that is chosen."""
        rows = self.table.chosen_rows()
        return rows[0].person if len(rows) == 1 else None

    def add_person(self) -> None:
        """Ask for a person."""
        self.asked = new_person(lambda values: self._run(AddPerson(fields=values)), self)

    def edit(self) -> None:
        """Ask for what is known of the chosen person."""
        person = self.chosen()
        if person is not None:
            self.asked = change_person(
                person,
                lambda values: self._run(EditPerson(person=person.id, changes=values)),
                lambda: self.requested.emit(DeletePerson(person=person.id)),
                self,
            )

    def delete(self) -> None:
        """Delete the chosen person; the notice offers to undo."""
        person = self.chosen()
        if person is not None:
            self.requested.emit(DeletePerson(person=person.id))

    def _show_tools(self) -> None:
        for button in (self.edit_button, self.delete_button):
            button.setEnabled(self.chosen() is not None)
