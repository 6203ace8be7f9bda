"""The form that edits one testbed beside the register."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.testbeds import Environment, Nature
from smartstad_desktop.reads.testbeds.testbeds import TestbedRow, TestbedsShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.fields import CheckField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role


class TestbedForm(RecordForm):
    """All fields of one testbed."""

    deleting = Signal()
    #: A case is to be begun here.
    case_wanted = Signal()

    def __init__(self, write: Write, shown: TestbedsShown, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self._add_head()
        towns = [(None, "–"), *((town.id, town.name) for town in shown.towns.values())]
        owners = [(None, "–"), *shown.organisations.items()]
        self.add(GrowingField("what", field_name("what")))
        self.pair(
            CalmChoice("nature", field_name("nature"), [(each, label(each)) for each in Nature]),
            CalmChoice(
                "environment", field_name("environment"), [(None, "–"), *((each, label(each)) for each in Environment)]
            ),
            CalmChoice("municipality_id", field_name("municipality_id"), towns),
            CalmChoice("organisation_id", field_name("organisation_id"), owners),
            LineField("owner_unit", field_name("owner_unit")),
            LineField("contact_role", field_name("contact_role")),
        )
        self.add(
            LineField("place", field_name("place")),
            GrowingField(
                "access", field_name("access"), hint=_("How it is booked, when it is open, who lets people in.")
            ),
            GrowingField("constraints", field_name("constraints")),
        )
        use = CheckField("is_active", field_name("is_active"))
        self.add(use)
        self.told = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.told.setIndent(theme.current().space(7))
        self.begin = Button(_("New case here…"), icon="plus")
        self.begin.clicked.connect(self.case_wanted)
        self.column.addWidget(self.told)
        self.column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_head(self) -> None:
        name = GrowingField("name", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(field_name("name"))
        remove = icon_button("trash-2", _("Remove the testbed"))
        remove.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.register(name)
        self.column.addLayout(head)

    def show_testbed(self, row: TestbedRow) -> None:
        """Show a testbed, and how much has been tried there."""
        self.show_record(row.id, _values(row))
        self.told.setText(tried(row))


def tried(row: TestbedRow) -> str:
    """Return in a sentence how much has been tried in a testbed."""
    if not row.cases:
        return _("Nothing has been tried here yet.")
    every = ngettext("{count} case has been tried here", "{count} cases have been tried here", row.cases)
    if not row.open_cases:
        return _("{told}; none is open.", told=every)
    return ngettext("{told}; {count} is open.", "{told}; {count} are open.", row.open_cases, told=every)


def _values(row: TestbedRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "what": row.what,
        "nature": row.nature,
        "environment": row.environment,
        "municipality_id": row.municipality,
        "organisation_id": row.organisation,
        "owner_unit": row.owner_unit,
        "contact_role": row.contact_role,
        "place": row.place,
        "access": row.access,
        "constraints": row.constraints,
        "is_active": row.is_active,
    }
