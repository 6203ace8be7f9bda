"""The form of one budget line beside the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from smartstad_desktop.domain.inventory import FundingNature
from smartstad_desktop.domain.programme.budget import BudgetKind, Sum
from smartstad_desktop.reads.programme.budget import BudgetRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.programme.budget import BUDGET_FIELD_NAMES, money_in, total_words
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import MoneyField
from smartstad_desktop.ui.kit.fields import CheckField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.programme.plain_number import PlainNumber

_SAME = (
    *("name", "kind", "amount", "used", "currency", "first_year", "last_year", "purpose", "source", "receiver"),
    *("nature", "is_earmarked", "restriction", "has_overhead", "allocation_key", "comment"),
)


class Amount(MoneyField):
    """An amount in the currency of its line."""

    currency = "SEK"

    @override
    def shown(self, value: Any) -> str:
        """Return the amount with its currency."""
        return "" if value is None else money_in(value, self.currency, current())


class BudgetForm(RecordForm):
    """All fields of one line, and whether its shares make it up."""

    deleting = Signal()
    share_wanted = Signal()

    def __init__(self, write: Write) -> None:
        super().__init__(write)
        name = GrowingField("name", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(_name("name"))
        remove = icon_button("trash-2", _("Remove the line with its shares"))
        remove.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.register(name)
        self.column.addLayout(head)
        self.standing = Label("", Type.BODY, Weight.SEMIBOLD, Role.ATTENTION, wraps=True)
        self.column.addWidget(self.standing)
        self.amounts = (Amount("amount", _name("amount")), Amount("used", _name("used")))
        self.pair(*self.amounts)
        kinds = [(each, label(each)) for each in BudgetKind]
        self.pair(CalmChoice("kind", _name("kind"), kinds), LineField("currency", _name("currency")))
        self.pair(PlainNumber("first_year", _name("first_year")), PlainNumber("last_year", _name("last_year")))
        self.pair(LineField("purpose", _name("purpose")), LineField("source", _name("source")))
        self.pair(LineField("receiver", _name("receiver")), CalmChoice("municipality_id", _name("municipality_id"), []))
        natures: list[tuple[Any, str]] = [(None, "–"), *((each, label(each)) for each in FundingNature)]
        self.pair(CalmChoice("nature", _name("nature"), natures), CheckField("is_earmarked", _name("is_earmarked")))
        self.add(GrowingField("restriction", _name("restriction")))
        self.pair(
            CalmChoice("organisation_id", _name("organisation_id"), []),
            CalmChoice("decision_id", _name("decision_id"), []),
        )
        self.pair(
            CheckField("has_overhead", _name("has_overhead")), LineField("allocation_key", _name("allocation_key"))
        )
        self.add(GrowingField("comment", _name("comment")))
        share = Button(_("Divide: add a share"), icon="plus")
        share.clicked.connect(self.share_wanted)
        self.column.addWidget(share, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, choices: dict[str, list[tuple[Any, str]]]) -> None:
        """Offer the municipalities, organisations and decisions that a line can name, by field."""
        for name, found in choices.items():
            field = self.fields[name]
            if isinstance(field, CalmChoice):
                field.set_choices([(None, "–"), *found])

    def show_line(self, row: BudgetRow) -> None:
        """Show a line."""
        for field in self.amounts:
            field.currency = row.currency
        told = total_words(row.total, row.currency, current())
        self.standing.setText(told)
        self.standing.set_role(Role.ATTENTION if row.total.state is Sum.DIFFERS else Role.INK_SOFT)
        self.standing.setVisible(bool(told))
        values = {name: getattr(row, name) for name in _SAME}
        links = {"municipality_id": row.municipality, "organisation_id": row.organisation, "decision_id": row.decision}
        self.show_record(row.id, values | links)


def _name(field: str) -> str:
    return current().text(BUDGET_FIELD_NAMES[field])
