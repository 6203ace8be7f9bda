"""The form of one seat beside the picture: what it is for, who appoints, and everybody who has been on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from smartstad_desktop.domain.governance.bodies import SeatRole, SeatSector
from smartstad_desktop.reads.governance.bodies import BodiesShown, SeatRow
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.governance.term_card import TermCard
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.fields import ChoiceField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role


class SeatForm(RecordForm):
    """All fields of one seat, with the memberships of it."""

    deleting = Signal()
    #: Back to the body.
    left = Signal()
    #: Somebody is to be put on the seat.
    filling = Signal()
    #: Carry a ``TermRow``.
    person_asked = Signal(object)
    following = Signal(object)
    removing = Signal(object)

    def __init__(self, write: Write, write_term: Write) -> None:
        super().__init__(write)
        self._write_term = write_term
        self.cards: dict[int, TermCard] = {}
        self.back = Button("", ButtonKind.QUIET, "arrow-left")
        self.back.clicked.connect(self.left)
        remove = icon_button("trash-2", _("Delete the seat"))
        remove.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(remove)
        self.column.addLayout(head)
        name = GrowingField("label", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(field_name("label"))
        self.add(name)
        self._put_terms()
        self.add(
            CalmChoice("role", field_name("role"), [(each, label(each)) for each in SeatRole]),
            CalmChoice("sector", field_name("sector"), [(None, "–"), *((each, label(each)) for each in SeatSector)]),
        )
        self.pair(
            LineField("appointed_by", field_name("appointed_by")),
            LineField("field", field_name("field")),
        )
        self.pair(
            CalmChoice("municipality_id", field_name("municipality_id"), []),
            CalmChoice("organisation_id", _("Organisation"), []),
        )

    def _put_terms(self) -> None:
        self.vacant = Label("", Type.BODY, role=Role.ATTENTION, wraps=True)
        self.vacant.setIndent(theme.current().space(INSET))
        self.fill_button = Button(_("Put somebody on the seat…"), icon="user-plus")
        self.fill_button.clicked.connect(self.filling)
        self._terms = QVBoxLayout()
        self._terms.setSpacing(8)
        self.column.addWidget(self.vacant)
        self.column.addLayout(self._terms)
        self.column.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_seat(self, seat: SeatRow, shown: BodiesShown) -> None:
        """Show a seat."""
        body = shown.body(seat.body)
        self.back.setText(body.name.in_language(current().language) if body else "")
        self._offer("municipality_id", {town.id: town.name for town in shown.towns.values()})
        self._offer("organisation_id", shown.organisations)
        self.show_record(seat.id, _values(seat))
        self.vacant.setVisible(not seat.is_filled)
        self.vacant.setText(_vacancy(seat))
        self._show_terms(seat, shown)

    @override
    def finish(self) -> None:
        """Save what is being typed, here and in the cards."""
        super().finish()
        for card in self.cards.values():
            card.finish()

    def _offer(self, name: str, choices: Mapping[Any, str]) -> None:
        field = self.fields[name]
        if isinstance(field, ChoiceField):
            field.set_choices([(None, "–"), *choices.items()])

    def _show_terms(self, seat: SeatRow, shown: BodiesShown) -> None:
        for number in self.cards.keys() - {term.id for term in seat.terms}:
            gone = self.cards.pop(number)
            gone.hide()
            gone.deleteLater()
        for place, term in enumerate(seat.terms):
            card = self.cards.get(term.id)
            if card is None:
                card = self.cards[term.id] = self._card()
            is_holder = any(term == each for each in (seat.holder, seat.substitute))
            is_over = not is_holder and term != seat.asked and term.last is not None
            card.show_term(term, shown.decisions, is_holder=is_holder, is_over=is_over)
            if self._terms.indexOf(card) != place:
                self._terms.insertWidget(place, card)

    def _card(self) -> TermCard:
        card = TermCard(self._write_term, self)
        card.person_asked.connect(self.person_asked)
        card.following.connect(self.following)
        card.removing.connect(self.removing)
        return card


def _vacancy(seat: SeatRow) -> str:
    if seat.before is not None and seat.before.last is not None:
        day = current().day(seat.before.last)
        return _("Vacant. Before: {name}, until {day}.", name=seat.before.name or _("not named"), day=day)
    return _("Vacant.")


def _values(seat: SeatRow) -> dict[str, Any]:
    return {
        "label": seat.label,
        "role": seat.role,
        "sector": seat.sector,
        "appointed_by": seat.appointed_by,
        "field": seat.field,
        "municipality_id": seat.municipality,
        "organisation_id": seat.organisation,
    }
