"""The question who becomes a party, before the notice: who is not named there cannot call off."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.procurement.cases import first_parties, without_call_off, without_mandate
from smartstad_desktop.domain.procurement.procurement import Form
from smartstad_desktop.reads.procurement.cases import ProcurementSheet
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.procurement.words import no_call_off, several
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import CheckField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class LockDialog(Dialog):
    """A tick per municipality that was asked, and the names of those who stay outside."""

    def __init__(self, sheet: ProcurementSheet, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Who becomes a party?"), _("Lock the parties"), parent)
        self._sheet = sheet
        self._asked = [each for each in sheet.parties if each.is_asked]
        self.body.addWidget(
            Label(
                _("Only those named in the notice can call off. From now on everything about tenders is secret."),
                wraps=True,
            )
        )
        lead, form = sheet.case.facts.municipality, sheet.values["form"]
        proposed = first_parties([each.said() for each in self._asked], form, lead)
        for party in self._asked:
            told = [label(party.interest) if party.interest else _("has not answered")]
            if form is Form.BY_MANDATE and party.municipality != lead:
                told.append(label(party.mandate).lower())
            if party.municipality == lead:
                told.append(_("leads"))
            field = CheckField(str(party.municipality), f"{party.name}: {', '.join(told)}")
            field.set_value(party.municipality in proposed)
            field.edited.connect(self._warn)
            self.add(field)
        day = DayField("locked_on", field_name("locked_on"))
        day.set_value(today)
        self.add(day)
        self.outside = Label("", Type.BODY, Weight.SEMIBOLD, Role.ATTENTION, wraps=True)
        self.lacking = Label("", Type.BODY, Weight.SEMIBOLD, Role.BAD, wraps=True)
        self.body.addWidget(self.outside)
        self.body.addWidget(self.lacking)
        self._warn()

    def chosen(self) -> frozenset[int]:
        """Return the municipalities that are ticked."""
        return frozenset(int(name) for name, field in self.fields.items() if name.isdigit() and field.value())

    def _warn(self, *_value: object) -> None:
        chosen = self.chosen()
        names = {each.municipality: each.name for each in self._asked}
        said = [each.said() for each in self._asked]
        self.outside.setText(no_call_off([names[each] for each in without_call_off(said, chosen)]))
        self.outside.setVisible(bool(self.outside.text()))
        lead, form = self._sheet.case.facts.municipality, self._sheet.values["form"]
        lacking = without_mandate(said, chosen, lead) if form is Form.BY_MANDATE else ()
        self.lacking.setText(_("Mandate missing: {names}.", names=several([names[each] for each in lacking])))
        self.lacking.setVisible(bool(lacking))
        self.confirm_button.setText(
            ngettext("Lock {count} party", "Lock {count} parties", len(chosen)) if chosen else _("Lock the parties")
        )
