"""The question whom to look for in all texts."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.personal.wanted import Wanted
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.fields import TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.theme import Role


class WantedDialog(Dialog):
    """Asks for a name, an address or a number; one of them is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Look for a person in all texts"), _("Search the texts"), parent)
        told = _("Records, history and received lists are searched. One of the fields is enough.")
        self.body.addWidget(Label(told, role=Role.INK_SOFT, wraps=True))
        self.add(
            TextField("name", field_name("name"), placeholder=_("First and last name")),
            TextField("email", field_name("email")),
            TextField("phone", field_name("phone")),
        )
        self.check_with(_refuse_nobody)


def _refuse_nobody(values: dict[str, Any]) -> None:
    Wanted(**values).pattern.search("")
