"""A municipality that does not stand behind a decision: which one, and in what words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.workshop.sessions import NoteEmpty
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight


class ReservationDialog(Dialog):
    """Asks who has a reservation, and its words; it stands in the minutes."""

    def __init__(self, parent: QWidget | None, title: str, municipalities: Sequence[tuple[int, str]]) -> None:
        super().__init__(_("Reservation"), _("Write it into the minutes"), parent)
        self.body.addWidget(Label(title, Type.STRONG, Weight.SEMIBOLD, wraps=True))
        self.add(
            ChoiceField("municipality", _("Municipality"), list(municipalities)),
            LongTextField("text", _("In their own words"), lines=3),
        )
        if municipalities:
            self.fields["municipality"].set_value(municipalities[0][0])
        self.check_with(_check)


def _check(values: dict[str, Any]) -> None:
    if not values["text"].strip():
        raise NoteEmpty(field="text")
