"""The questions about people on seats: who is put on a seat, who follows, and what is known of a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.governance.bodies import MembershipState
from smartstad_desktop.reads.governance.bodies import PersonRow
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import CheckField, ChoiceField, Field, TextField
from smartstad_desktop.ui.kit.forms import Dialog

_PERSON: Final = ("name", "title", "email", "phone", "is_protected")


class PersonFieldsDialog(Dialog):
    """A dialog with the fields of a person; *known* people can be chosen instead of writing a new one."""

    def __init__(
        self, title: str, confirm: str, known: Mapping[int, PersonRow] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, confirm, parent)
        if known:
            people = [(row.id, ", ".join(part for part in (row.shown, row.title) if part)) for row in known.values()]
            choose = ChoiceField("person", _("Who"), [(None, _("Somebody new")), *people])
            choose.set_value(None)
            choose.edited.connect(self._turn)
            self.add(choose)
        self.add(
            TextField("name", field_name("name")),
            TextField("title", _("Title"), hint=_("Shown instead of the name where the name is protected.")),
        )
        self.add(
            TextField("email", field_name("email"), hint=_("Work details only. They stay in this file.")),
            TextField("phone", field_name("phone")),
            CheckField("is_protected", field_name("is_protected")),
        )

    @property
    def person(self) -> int | None:
        """Return the known person that was chosen, if any."""
        field: Field | None = self.fields.get("person")
        return None if field is None else field.value()

    def new_person(self) -> dict[str, Any] | None:
        """Return the fields of a new person, or None when a known one was chosen."""
        return None if self.person is not None else {name: self.fields[name].value() for name in _PERSON}

    @override
    def confirm(self) -> None:
        """Hand the values on; a day that cannot be read is told at its field."""
        try:
            super().confirm()
        except DomainError as error:
            self.refuse(error)

    def _turn(self, person: object) -> None:
        for name in _PERSON:
            self.fields[name].setVisible(person is None)
        self.adjustSize()


def fill_seat(
    seat: str, known: Mapping[int, PersonRow], run: Callable[[PersonFieldsDialog], object], parent: QWidget
) -> PersonFieldsDialog:
    """Ask who is put on a seat; *run* is given the dialog and may refuse."""
    dialog = PersonFieldsDialog(_("Who is to sit on “{seat}”?", seat=seat), _("Put on the seat"), known, parent)
    states = [(each, label(each)) for each in MembershipState]
    dialog.add(ChoiceField("state", field_name("state"), states), DayField("valid_from", _("From")))
    dialog.add(CheckField("is_substitute", field_name("is_substitute")), CheckField("is_chair", field_name("is_chair")))
    dialog.fields["state"].set_value(MembershipState.ASKED)
    dialog.check_with(lambda _values: run(dialog))
    dialog.open()
    return dialog


def change_holder(
    question: str,
    today: date,
    known: Mapping[int, PersonRow],
    run: Callable[[PersonFieldsDialog], object],
    parent: QWidget,
) -> PersonFieldsDialog:
    """Ask who follows on a seat and from which day; the one before ends on the day before."""
    dialog = PersonFieldsDialog(question, _("Change holder"), known, parent)
    states = [(each, label(each)) for each in (MembershipState.APPOINTED, MembershipState.ACCEPTED)]
    dialog.add(
        DayField("day", _("First day"), hint=_("The one before ends on the day before.")),
        ChoiceField("state", field_name("state"), states),
    )
    dialog.fields["day"].set_value(today)
    dialog.fields["state"].set_value(MembershipState.APPOINTED)
    dialog.check_with(lambda _values: run(dialog))
    dialog.open()
    return dialog


def new_person(run: Callable[[dict[str, Any]], object], parent: QWidget) -> PersonFieldsDialog:
    """Ask for a person who has no seat yet, and add it."""
    dialog = PersonFieldsDialog(_("Add a person"), _("Add person"), None, parent)
    dialog.check_with(run)
    dialog.open()
    return dialog


def change_person(
    row: PersonRow, run: Callable[[dict[str, Any]], object], delete: Callable[[], object], parent: QWidget
) -> PersonFieldsDialog:
    """Ask for what is known of a person, and save it; or let *delete* take the person out of the file."""
    dialog = PersonFieldsDialog(_("Change the person"), _("Save changes"), None, parent)
    for name in _PERSON:
        dialog.fields[name].set_value(getattr(row, name))
    remove = Button(_("Delete the person"), ButtonKind.QUIET, "trash-2")
    remove.setToolTip(_("The seats stay with their days, without a name."))
    remove.clicked.connect(dialog.reject)
    remove.clicked.connect(delete)
    dialog.foot.insertWidget(0, remove)
    dialog.check_with(run)
    dialog.open()
    return dialog
