"""Whether the parties are locked, what is secret meanwhile, and when the contract is thought about again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.reads.procurement.cases import ProcurementSheet
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.procurement.words import contract_line, no_call_off, several
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class StateBox(Panel):
    """Says who may call off and what is secret."""

    locking = Signal()
    unlocking = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", Type.BODY, Weight.BOLD, wraps=True)
        self.text = Label("", Type.BODY, wraps=True)
        self.secret = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.lock = Button(_("Lock the parties…"), icon="lock")
        self.unlock = Button(_("Open the parties again"), ButtonKind.QUIET, "lock-open")
        self.lock.clicked.connect(self.locking)
        self.unlock.clicked.connect(self.unlocking)
        self.column.setSpacing(theme.current().space(6))
        for label in (self.title, self.text, self.secret):
            self.column.addWidget(label)
        for button in (self.lock, self.unlock):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, sheet: ProcurementSheet, today: date) -> None:
        """Show how it stands."""
        locked = sheet.values["locked_on"]
        parties = [each.name for each in sheet.parties if each.is_party]
        self.lock.setVisible(locked is None)
        self.unlock.setVisible(sheet.may_unlock)
        if locked is None:
            self.title.setText(_("The parties are not locked yet."))
            self.text.setText(_("Lock them before the notice: only those named there can call off."))
        else:
            self.title.setText(_("Parties locked {day}", day=current().day(locked)))
            asked = [each.name for each in sheet.parties if each.is_asked and not each.is_party]
            self.text.setText(f"{several(parties)}. {no_call_off(asked)}".strip())
        self._show_secret(sheet)
        edge = Role.MAYBE if sheet.is_secret else Role.LINE
        self.set_look(Role.MAYBE_TINT if sheet.is_secret else Role.PAPER, edge)
        for label in (self.title, self.text, self.secret):
            label.set_role(Role.MAYBE if sheet.is_secret else Role.INK)
        self.text.setText(
            " ".join(
                part
                for part in (
                    self.text.text(),
                    contract_line(sheet.values["contract_to"], sheet.values["remind_months"], today),
                )
                if part
            )
        )

    def _show_secret(self, sheet: ProcurementSheet) -> None:
        self.secret.setVisible(sheet.is_secret)
        nothing = _("Secret until the award: what is written of tenders is kept out of PDF, Excel, lists and the wall.")
        self.secret.setText(
            nothing
            if not sheet.left_out
            else ngettext(
                "Secret until the award. {count} fact is kept out of PDF, Excel, lists and the wall.",
                "Secret until the award. {count} facts are kept out of PDF, Excel, lists and the wall.",
                sheet.left_out,
            )
        )
