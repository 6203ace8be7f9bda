"""The form of one decision: who decided what and when, its clauses, and the assignments it gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from smartstad_desktop.domain.governance.decisions import DecisionState, Outcome
from smartstad_desktop.reads.governance.decisions import AssignmentRow, DecisionRow, DecisionsShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.governance.assignment_card import AssignmentCard
from smartstad_desktop.ui.governance.clauses_field import ClausesField
from smartstad_desktop.ui.governance.stated_field import StatedField
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role


class LinesField(GrowingField):
    """Several short texts, one in a line."""

    @override
    def parse(self, text: str) -> tuple[str, ...]:
        """Return the lines."""
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    @override
    def shown(self, value: Any) -> str:
        """Return them beneath each other."""
        return "\n".join(value or ())


class DecisionForm(RecordForm):
    """All fields of one decision, with its clauses and assignments."""

    deleting = Signal()
    giving = Signal()
    #: Carries the id of an assignment.
    removing = Signal(int)

    def __init__(self, write: Write, write_assignment: Write) -> None:
        super().__init__(write)
        self._write_assignment = write_assignment
        self.cards: dict[int, AssignmentCard] = {}
        title = GrowingField("title", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        title.editor.setAccessibleName(_("What the decision is about"))
        remove = icon_button("trash-2", _("Delete the decision"))
        remove.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.register(title)
        self.column.addLayout(head)
        self.amended = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.ATTENTION, wraps=True)
        self.amended.setIndent(theme.current().space(INSET))
        self.column.addWidget(self.amended)
        self.pair(
            CalmChoice("body_id", field_name("body_id"), []),
            LineField("body_written", field_name("body_written")),
        )
        self.add(
            StatedField("decided", field_name("decided"), hint=_("As it was stated: 13–14 June 2017, autumn 2018."))
        )
        self.pair(
            CalmChoice("state", field_name("state"), [(each, label(each)) for each in DecisionState]),
            CalmChoice("outcome", field_name("outcome"), [(None, "–"), *((each, label(each)) for each in Outcome)]),
        )
        self.clauses = ClausesField("clauses", field_name("clauses"))
        self.add(self.clauses)
        self._put_assignments()
        self.add(CalmChoice("amends_id", field_name("amends_id"), []))
        self.pair(LineField("case_number", field_name("case_number")), LineField("paragraph", field_name("paragraph")))
        self.add(
            GrowingField("dissent", field_name("dissent")),
            GrowingField("assessment", field_name("assessment")),
            LineField("assessment_by", field_name("assessment_by"), hint=_("A role, never a person's name.")),
            LinesField("documents", field_name("documents"), hint=_("One in a line: where it is kept, or its number.")),
            GrowingField("comment", field_name("comment")),
        )

    def _put_assignments(self) -> None:
        heading = Label(_("Assignments"), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        heading.setIndent(theme.current().space(INSET))
        self.give_button = Button(_("Give an assignment…"), icon="plus")
        self.give_button.clicked.connect(self.giving)
        self._assignments = QVBoxLayout()
        self._assignments.setSpacing(8)
        self.column.addWidget(heading)
        self.column.addLayout(self._assignments)
        self.column.addWidget(self.give_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_decision(self, row: DecisionRow, shown: DecisionsShown) -> None:
        """Show a decision."""
        language = current().language
        self._offer("body_id", [(number, name.in_language(language)) for number, name in shown.bodies.items()])
        self._offer("amends_id", [(each.id, each.title) for each in shown.rows if each.id != row.id])
        self.show_record(row.id, _values(row))
        titles = [each.title for each in shown.rows if each.id in row.amended_by]
        self.amended.setText(_("Changed by: {titles}", titles="; ".join(titles)))
        self.amended.setVisible(bool(titles))
        self._show_assignments(row.assignments, shown)

    @override
    def finish(self) -> None:
        """Save what is being typed, in clauses and assignments too."""
        super().finish()
        self.clauses.commit()
        for card in self.cards.values():
            card.finish()

    def _offer(self, name: str, choices: Sequence[tuple[Any, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, CalmChoice):
            field.set_choices([(None, "–"), *choices])

    def _show_assignments(self, rows: Sequence[AssignmentRow], shown: DecisionsShown) -> None:
        for number in self.cards.keys() - {row.id for row in rows}:
            gone = self.cards.pop(number)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(rows):
            card = self.cards.get(row.id)
            if card is None:
                card = self.cards[row.id] = AssignmentCard(self._write_assignment, self)
                card.removing.connect(self.removing)
            card.show_assignment(row, shown)
            if self._assignments.indexOf(card) != place:
                self._assignments.insertWidget(place, card)


def _values(row: DecisionRow) -> Mapping[str, Any]:
    plain = (
        *("title", "body_written", "decided", "state", "outcome", "case_number", "paragraph", "assessment"),
        *("assessment_by", "dissent", "documents", "comment", "clauses"),
    )
    return {"body_id": row.body, "amends_id": row.amends} | {name: getattr(row, name) for name in plain}
