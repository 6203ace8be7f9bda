"""The question that begins a procurement: what it is called, who leads, and who is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.procurement.candidates import Candidate
from smartstad_desktop.domain.testbeds.cases import CaseTitleMissing
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.reads.needs import Town
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.procurement.words import candidate_reason
from smartstad_desktop.ui.kit.calm_pickers import PicksField
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.procurement.candidates import BeginProcurement
from smartstad_desktop.usecases.testbeds.cases import AddCase


class BeginDialog(Dialog):
    """With a candidate its reason stands above, and its municipalities are proposed."""

    #: Carries the command that begins it.
    beginning = Signal(object)

    def __init__(self, towns: Mapping[int, Town], candidate: Candidate | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Begin a joint procurement"), _("Begin the procurement"), parent)
        self._candidate = candidate
        self._why = ""
        if candidate is not None:
            self._why = candidate_reason(candidate, {number: town.name for number, town in towns.items()})
            self.body.addWidget(Label(self._why, Type.BODY, role=Role.INK_SOFT, wraps=True))
        names = [(number, town.name) for number, town in towns.items()]
        self.add(
            TextField("title", _("Title"), hint=_("What is to be bought: safety alarms with sensors.")),
            ChoiceField("lead", _("Municipality that leads"), [(None, "–"), *names]),
        )
        self.fields["lead"].set_value(None)
        if candidate is not None:
            asked = PicksField("municipalities", _("Municipalities that are asked"), names)
            asked.label.setIndent(0)
            self.add(asked)
            self.fields["title"].set_value(candidate.title)
            self.fields["lead"].set_value(candidate.municipalities[0])
            self.fields["municipalities"].set_value(frozenset(candidate.municipalities))
        self.check_with(_check)
        self.confirmed.connect(self._begin)

    def _begin(self, values: dict[str, Any]) -> None:
        if self._candidate is None:
            self.beginning.emit(
                AddCase(kind=RoutineKind.PROCUREMENT, title=values["title"], municipality=values["lead"])
            )
            return
        self.beginning.emit(
            BeginProcurement(
                candidate=self._candidate,
                title=values["title"],
                lead=values["lead"],
                why=self._why,
                municipalities=tuple(sorted(values["municipalities"])),
            )
        )


def _check(values: dict[str, Any]) -> None:
    if not values["title"].strip():
        raise CaseTitleMissing(field="title")
