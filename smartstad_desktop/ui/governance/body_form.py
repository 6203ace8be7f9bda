"""The form of one body beside the picture: what it is, to whom it answers, and its seats."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from smartstad_desktop.domain.governance.bodies import BodyKind
from smartstad_desktop.reads.governance.bodies import BodiesShown, BodyRow
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.governance.seat_lines import SeatLines
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.fields import CheckField, ChoiceField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role

_LANGUAGES = ("sv", "nb", "en")


class BodyForm(RecordForm):
    """All fields of one body."""

    deleting = Signal()
    adding_seats = Signal()
    #: Carries -1 for before and 1 for after the one beside it.
    moving = Signal(int)

    def __init__(self, write: Write) -> None:
        super().__init__(write)
        own = current().language.value
        name = GrowingField(f"name_{own}", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(field_name("name"))
        remove = icon_button("trash-2", _("Delete the body"))
        remove.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        for icon, text, by in (
            ("arrow-left", _("Move before the body beside it"), -1),
            ("arrow-right", _("Move after the body beside it"), 1),
        ):
            button = icon_button(icon, text)
            button.clicked.connect(partial(self.moving.emit, by))
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.register(name)
        self.column.addLayout(head)
        self.add(
            CalmChoice("kind", field_name("kind"), [(each, label(each)) for each in BodyKind]),
            CalmChoice("parent_id", field_name("parent_id"), []),
        )
        self._put_seats()
        self.add(GrowingField("purpose", field_name("purpose")))
        self.pair(
            LineField("meets", field_name("meets")),
            CalmChoice("municipality_id", field_name("municipality_id"), []),
        )
        self.add(
            CalmChoice("lead_organisation_id", field_name("lead_organisation_id"), []),
            CheckField("is_open", field_name("is_open")),
            CheckField("gets_reports", field_name("gets_reports")),
        )
        names = {"sv": _("In Swedish"), "nb": _("In Norwegian"), "en": _("In English")}
        others = [GrowingField(f"name_{each}", names[each]) for each in _LANGUAGES if each != own]
        self.section(_("The name in other languages"), *others)

    def _put_seats(self) -> None:
        self.seats = SeatLines()
        self.count = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.add_button = Button(_("Add seats"), ButtonKind.QUIET, "plus")
        self.add_button.clicked.connect(self.adding_seats)
        head = QHBoxLayout()
        head.setContentsMargins(theme.current().space(INSET), 0, 0, 0)
        head.addWidget(self.count, 1)
        head.addWidget(self.add_button)
        self.column.addLayout(head)
        self.column.addWidget(self.seats)

    def show_body(self, body: BodyRow, shown: BodiesShown) -> None:
        """Show a body."""
        language = current().language
        others = [(each.id, each.name.in_language(language)) for each in shown.bodies if each.id != body.id]
        _offer(self.fields["parent_id"], others)
        _offer(self.fields["municipality_id"], [(town.id, town.name) for town in shown.towns.values()])
        _offer(self.fields["lead_organisation_id"], list(shown.organisations.items()))
        self.show_record(body.id, _values(body))
        self.seats.show_seats(body.seats)
        filled = len(body.seats) - body.vacant_count
        self.count.setText(
            ngettext(
                "{filled} of {count} seat filled", "{filled} of {count} seats filled", len(body.seats), filled=filled
            )
            if body.seats
            else _("No seats yet")
        )


def _offer(field: object, choices: list[tuple[Any, str]]) -> None:
    if isinstance(field, ChoiceField):
        field.set_choices([(None, "–"), *choices])


def _values(body: BodyRow) -> dict[str, Any]:
    return {
        "name_sv": body.name.sv,
        "name_nb": body.name.nb,
        "name_en": body.name.en,
        "kind": body.kind,
        "parent_id": body.parent,
        "purpose": body.purpose,
        "meets": body.meets,
        "municipality_id": body.municipality,
        "lead_organisation_id": body.lead_organisation,
        "is_open": body.is_open,
        "gets_reports": body.gets_reports,
    }
