"""The questions about decisions: a new one, and an assignment for one or many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.governance.decisions import Receiver, check_decision
from smartstad_desktop.reads.governance.decisions import DecisionRow, DecisionsShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.governance.stated_field import StatedField
from smartstad_desktop.ui.kit.calm_pickers import PicksField, shortened
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog


class DayDialog(Dialog):
    """A dialog with a day in it: one that cannot be read is told at its field."""

    @override
    def confirm(self) -> None:
        """Hand the values on."""
        try:
            super().confirm()
        except DomainError as error:
            self.refuse(error)


def new_decision(shown: DecisionsShown, then: Callable[[dict[str, Any]], object], parent: QWidget) -> Dialog:
    """Ask for a decision and call *then* with its fields."""
    dialog = DayDialog(_("Write down a decision"), _("Add decision"), parent)
    language = current().language
    bodies = [(number, name.in_language(language)) for number, name in shown.bodies.items()]
    dialog.add(
        TextField("title", _("What the decision is about")),
        ChoiceField("body_id", field_name("body_id"), [(None, "–"), *bodies]),
        TextField("body_written", field_name("body_written"), hint=_("When the body is not one of the programme’s.")),
        StatedField("decided", field_name("decided"), hint=_("As it was stated: 13–14 June 2017, autumn 2018.")),
    )
    dialog.fields["body_id"].set_value(None)
    dialog.check_with(lambda values: check_decision(values["title"]))
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog


def new_assignment(
    row: DecisionRow, shown: DecisionsShown, run: Callable[[dict[str, Any]], object], parent: QWidget
) -> Dialog:
    """Ask who is to do what by when; *run* gets the text, the receivers, the day and the clause, and may refuse."""
    dialog = DayDialog(_("Give an assignment"), _("Give the assignment"), parent)
    language = current().language
    known: dict[Receiver, str] = {Receiver(municipality=town.id): town.name for town in shown.towns.values()}
    known |= {Receiver(body=number): name.in_language(language) for number, name in shown.bodies.items()}
    known |= {Receiver(organisation=number): name for number, name in shown.organisations.items()}
    clauses = [(clause.id, shortened(f"{at}. {clause.text}", 60)) for at, clause in enumerate(row.clauses, 1)]
    dialog.add(
        LongTextField("text", field_name("text"), lines=3),
        PicksField("receivers", _("Receivers"), list(known.items())),
        TextField("words", _("Or in words"), hint=_("As the decision says it: all committees of the city.")),
        DayField("due_on", field_name("due_on")),
    )
    if clauses:
        dialog.add(ChoiceField("clause_id", field_name("clause_id"), [(None, "–"), *clauses]))
        dialog.fields["clause_id"].set_value(None)

    def give(values: dict[str, Any]) -> None:
        chosen = [receiver for receiver in known if receiver in values["receivers"]]
        if values["words"]:
            chosen.append(Receiver(words=values["words"]))
        run({**values, "receivers": tuple(chosen), "clause_id": values.get("clause_id")})

    dialog.check_with(give)
    dialog.open()
    return dialog
