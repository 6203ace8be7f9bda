"""The sheet beside the organisation picture: the form of the chosen body or seat, and what can be done there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.reads.governance.bodies import BodiesShown, TermRow
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.governance import body_dialogs, holder_dialogs
from smartstad_desktop.ui.governance.body_form import BodyForm
from smartstad_desktop.ui.governance.holder_dialogs import PersonFieldsDialog
from smartstad_desktop.ui.governance.seat_form import SeatForm
from smartstad_desktop.ui.governance.stepping import step
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.usecases.governance.bodies import (
    AddBodySeats,
    DeleteBodies,
    DeleteBodySeats,
    EditBody,
    EditBodySeat,
    MoveBody,
    MoveBodySeat,
)
from smartstad_desktop.usecases.governance.memberships import (
    ChangeHolder,
    DeleteMembership,
    EditMembership,
    FillSeat,
)
from smartstad_desktop.usecases.governance.organisation_picture import Target
from smartstad_desktop.usecases.governance.people import DeletePerson, EditPerson

_BODY: Final = "body"


class OrganisationSide(Side):
    """Shows one body or one seat; asks for commands that offer undo by ``requested``, runs the others."""

    #: Carries a ``Target`` that is to be shown instead.
    chosen = Signal(object)
    #: Carries a command.
    requested = Signal(object)

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(_("Choose a body or a seat to see and change it."), parent)
        self._run = run
        self._shown: BodiesShown | None = None
        self._today = date.min
        self.dialog: Dialog | None = None
        self.target: Target | None = None
        self.body_form: BodyForm | None = None
        self.seat_form: SeatForm | None = None

    # Showing

    def show_bodies(self, shown: BodiesShown, today: date) -> None:
        """Show what is chosen as it is now."""
        self._shown, self._today = shown, today
        self.show_target(self.target)

    def show_target(self, target: Target | None) -> None:
        """Show a body or a seat; without one, a word about choosing."""
        shown = self._shown
        if target != self.target:
            self.finish()
        self.target = None
        if shown is not None and target is not None:
            body = shown.body(target[1]) if target[0] == _BODY else None
            seat = shown.seat(target[1]) if target[0] != _BODY else None
            if body is not None:
                self.target = target
                form = self._body_form()
                form.show_body(body, shown)
                self.show_form(form)
            elif seat is not None:
                self.target = target
                seat_form = self._seat_form()
                seat_form.show_seat(seat, shown)
                self.show_form(seat_form)
        if self.target is None:
            self.show_nothing()

    def _body_form(self) -> BodyForm:
        if self.body_form is None or self.seat_form is not None:
            self.seat_form = None
            made = self.body_form = BodyForm(self._write_body)
            made.deleting.connect(self.delete)
            made.adding_seats.connect(self.add_seats)
            made.moving.connect(self.move_by)
            made.seats.opened.connect(self._open_seat)
            made.seats.deleting.connect(self._delete_seat)
            made.seats.moving.connect(self._move_seat)
        return self.body_form

    def _seat_form(self) -> SeatForm:
        if self.seat_form is None:
            self.body_form = None
            made = self.seat_form = SeatForm(self._write_seat, self._write_term)
            made.deleting.connect(self.delete)
            made.left.connect(self._back)
            made.filling.connect(self.fill)
            made.person_asked.connect(self._change_person)
            made.following.connect(self._follow)
            made.removing.connect(self._remove)
        return self.seat_form

    def finish(self) -> None:
        """Save what is being typed."""
        for form in (self.body_form, self.seat_form):
            if form is not None:
                form.finish()

    def edit(self) -> None:
        """Let the user write in what is chosen."""
        if self.body_form is not None:
            self.body_form.edit(f"name_{current().language.value}")
        elif self.seat_form is not None:
            self.seat_form.edit("label")

    # Doing

    def delete(self) -> None:
        """Delete what is chosen; the notice offers to undo."""
        if self.target is None:
            return
        what, number = self.target
        self.requested.emit(DeleteBodies(bodies=(number,)) if what == _BODY else DeleteBodySeats(seats=(number,)))

    def _open_seat(self, seat: int) -> None:
        self.chosen.emit(("seat", seat))

    def _delete_seat(self, seat: int) -> None:
        self.requested.emit(DeleteBodySeats(seats=(seat,)))

    def _move_seat(self, seat: int, before: int | None) -> None:
        self.requested.emit(MoveBodySeat(seat=seat, before=before))

    def _remove(self, term: TermRow) -> None:
        self.requested.emit(DeleteMembership(membership=term.id))

    def move_by(self, by: int) -> None:
        """Move the chosen body among those beside it, or the chosen seat in its body, one place."""
        if self._shown is None or self.target is None:
            return
        what, number = self.target
        body, seat = self._shown.body(number), self._shown.seat(number)
        if what == _BODY and body is not None:
            beside = [each.id for each in self._shown.bodies if each.parent == body.parent]
            step(beside, number, by, lambda before: self.requested.emit(MoveBody(body=number, before=before)))
        elif seat is not None:
            holder = self._shown.body(seat.body)
            beside = [each.id for each in holder.seats] if holder else [number]
            step(beside, number, by, partial(self._move_seat, number))

    def add_seats(self) -> None:
        """Ask for new seats of the chosen body."""
        body = self._shown.body(self.target[1]) if self._shown and self.target else None
        if body is None:
            return

        def add(labels: list[str], fields: dict[str, Any]) -> None:
            self.requested.emit(AddBodySeats(body=body.id, labels=tuple(labels), fields=fields))

        self.dialog = body_dialogs.new_seats(body.name.in_language(current().language), add, self)

    def fill(self) -> None:
        """Ask who is put on the chosen seat."""
        seat = self._shown.seat(self.target[1]) if self._shown and self.target else None
        if seat is None or self._shown is None:
            return

        def put(dialog: PersonFieldsDialog) -> None:
            names = ("state", "valid_from", "is_substitute", "is_chair")
            fields = {name: dialog.fields[name].value() for name in names}
            self._run(FillSeat(seat=seat.id, person=dialog.person, new_person=dialog.new_person(), fields=fields))

        self.dialog = holder_dialogs.fill_seat(seat.label, self._shown.people, put, self)

    def _follow(self, term: TermRow) -> None:
        seat = self._shown.seat(self.target[1]) if self._shown and self.target else None
        if seat is None or self._shown is None:
            return

        def change(dialog: PersonFieldsDialog) -> None:
            day, state = dialog.fields["day"].value(), dialog.fields["state"].value()
            self._run(
                ChangeHolder(
                    membership=term.id,
                    day=day or self._today,
                    person=dialog.person,
                    new_person=dialog.new_person(),
                    state=state,
                )
            )

        question = _("Who follows {name} on “{seat}”?", name=term.name or _("not named"), seat=seat.label)
        known = {number: row for number, row in self._shown.people.items() if number != term.person}
        self.dialog = holder_dialogs.change_holder(question, self._today, known, change, self)

    def _change_person(self, term: TermRow) -> None:
        person = self._shown.people.get(term.person or 0) if self._shown else None
        if person is not None:
            self.dialog = holder_dialogs.change_person(
                person,
                lambda values: self._run(EditPerson(person=person.id, changes=values)),
                lambda: self.requested.emit(DeletePerson(person=person.id)),
                self,
            )

    def _back(self) -> None:
        seat = self._shown.seat(self.target[1]) if self._shown and self.target else None
        if seat is not None:
            self.chosen.emit((_BODY, seat.body))

    def _write_body(self, body: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._run(EditBody(body=body, changes=changes, is_typing=is_typing))

    def _write_seat(self, seat: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._run(EditBodySeat(seat=seat, changes=changes, is_typing=is_typing))

    def _write_term(self, term: int, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self._run(EditMembership(membership=term, changes=changes, is_typing=is_typing))
