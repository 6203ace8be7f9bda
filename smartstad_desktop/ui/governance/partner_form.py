"""The form of one organisation beside the list: what it is, its partnership, and how it meets what is asked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from smartstad_desktop.domain.governance.organisations import Contribution, OrganisationKind, PartnerState, Reach
from smartstad_desktop.domain.inventory import ActorType
from smartstad_desktop.reads.governance.organisations import OrganisationRow, OrganisationsShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.answers_box import AnswersBox
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import CheckField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role


class PartnerForm(RecordForm):
    """All fields of one organisation."""

    deleting = Signal()

    def __init__(self, write: Write) -> None:
        super().__init__(write)
        name = GrowingField("name", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(field_name("name"))
        remove = icon_button("trash-2", _("Delete the organisation"))
        remove.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.register(name)
        self.column.addLayout(head)
        self.pair(_choice("kind", OrganisationKind, is_optional=False), _choice("actor_type", ActorType))
        self.pair(_choice("reach", Reach), CalmChoice("municipality_id", field_name("municipality_id"), []))
        self.add(
            _choice("partner_state", PartnerState, none=_("Is no partner")),
            _choice("contribution_kind", Contribution),
        )
        self.add(GrowingField("contribution", field_name("contribution")))
        self.pair(DayField("joined_on", field_name("joined_on")), DayField("left_on", field_name("left_on")))
        self.add(CheckField("is_anchored", field_name("is_anchored")))
        self.asked = self._heading(_("What is asked of partners"))
        self.answers = AnswersBox()
        self.column.addWidget(self.answers)
        self._heading(_("More"))
        self.pair(
            LineField("contact_role", field_name("contact_role"), hint=_("A role, never a person's name.")),
            LineField("link", field_name("link")),
        )
        self.add(GrowingField("comment", field_name("comment")))

    def _heading(self, text: str) -> Label:
        heading = Label(text, Type.BODY, Weight.SEMIBOLD, Role.PRIMARY_DEEP)
        heading.setIndent(theme.current().space(INSET))
        self.column.addWidget(heading)
        return heading

    def show_organisation(self, row: OrganisationRow, shown: OrganisationsShown) -> None:
        """Show an organisation."""
        town = self.fields["municipality_id"]
        if isinstance(town, CalmChoice):
            town.set_choices([(None, "–"), *((each.id, each.name) for each in shown.towns.values())])
        self.show_record(row.id, _values(row))
        language = current().language
        is_asked = bool(shown.criteria) and row.partner_state is not None
        self.answers.ask([(each.id, each.name.in_language(language)) for each in shown.criteria])
        self.answers.show_answers({number: (given.answer, given.comment) for number, given in row.answers.items()})
        self.asked.setVisible(is_asked)
        self.answers.setVisible(is_asked)

    @override
    def finish(self) -> None:
        """Save what is being typed, comments on answers too."""
        super().finish()
        self.answers.finish()


def _choice(name: str, kind: Any, *, is_optional: bool = True, none: str = "–") -> CalmChoice:
    choices: list[tuple[Any, str]] = [(each, label(each)) for each in kind]
    return CalmChoice(name, field_name(name), [(None, none), *choices] if is_optional else choices)


def _values(row: OrganisationRow) -> dict[str, Any]:
    plain = (
        *("name", "kind", "actor_type", "reach", "partner_state", "contribution_kind", "contribution", "joined_on"),
        *("left_on", "is_anchored", "contact_role", "link", "comment"),
    )
    return {"municipality_id": row.municipality} | {name: getattr(row, name) for name in plain}
