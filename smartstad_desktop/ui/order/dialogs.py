"""The questions of the page: another place, a common budget, a what-if."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.board import NameMissing
from smartstad_desktop.domain.errors import ReasonMissing
from smartstad_desktop.domain.order.order import Row
from smartstad_desktop.domain.order.priority import PlaceInvalid
from smartstad_desktop.domain.values import Kronor
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.calm_values import MoneyField, NumberField
from smartstad_desktop.ui.kit.fields import LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog


def ask_place(
    row: Row, placed: int, then: Callable[[dict[str, Any]], object], parent: QWidget, *, wanted: int | None = None
) -> Dialog:
    """Ask where a project is to stand and why; *then* gets ``place``, ``reason`` and ``decided_by``."""
    dialog = Dialog(_("Another place for “{title}”", title=row.project.title), _("Place it there"), parent)
    dialog.add(
        NumberField("place", _("Place (the computed one is {place})", place=row.place or "–")),
        LongTextField("reason", _("Why?"), hint=_("It is printed with both orders."), lines=3),
        TextField("decided_by", _("Decided by"), hint=_("A group or a meeting, never a person.")),
    )
    dialog.fields["place"].set_value(wanted or row.final_place)
    if wanted is not None:
        # The hand has said where; what is missing is why.
        dialog.fields["reason"].editor.setFocus(Qt.FocusReason.OtherFocusReason)
    if row.by_hand is not None:
        dialog.fields["reason"].set_value(row.by_hand.reason)
        dialog.fields["decided_by"].set_value(row.by_hand.decided_by)

    def check(values: dict[str, Any]) -> None:
        if values["place"] is None or not 1 <= values["place"] <= placed:
            raise PlaceInvalid(field="place", limit=placed)
        if not values["reason"]:
            raise ReasonMissing(field="reason")

    dialog.check_with(check)
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog


def ask_budget(budget: Kronor | None, then: Callable[[Kronor | None], object], parent: QWidget) -> Dialog:
    """Ask for the common budget; *then* gets whole kronor, or None for no budget."""
    dialog = Dialog(_("Common budget"), _("Draw the line there"), parent)
    dialog.add(MoneyField("common_budget", field_name("common_budget")))
    dialog.fields["common_budget"].set_value(budget)

    def answered(values: dict[str, Any]) -> None:
        then(values["common_budget"])

    dialog.confirmed.connect(answered)
    dialog.open()
    return dialog


def ask_scenario(then: Callable[[dict[str, Any]], object], parent: QWidget) -> Dialog:
    """Ask what a what-if is called; *then* gets ``name`` and ``note``."""
    dialog = Dialog(_("Keep these weights as a what-if"), _("Keep it"), parent)
    dialog.add(TextField("name", field_name("name")), LongTextField("note", _("What is tried?"), lines=2))

    def check(values: dict[str, Any]) -> None:
        if not values["name"]:
            raise NameMissing(field="name")

    dialog.check_with(check)
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog
