"""The questions about organisations: a new one, and what is asked of partners and projects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.governance.organisations import (
    AdmissionSubject,
    OrganisationKind,
    PartnerState,
    check_organisation,
)
from smartstad_desktop.reads.governance.admission import criteria
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.usecases.governance.admission import SetAdmissionCriteria
from smartstad_desktop.usecases.workspace import Workspace


def new_organisation(then: Callable[[dict[str, Any]], object], parent: QWidget) -> Dialog:
    """Ask for an organisation and call *then* with its fields."""
    dialog = Dialog(_("Add an organisation"), _("Add organisation"), parent)
    states = [(None, _("Is no partner")), *((each, label(each)) for each in PartnerState)]
    dialog.add(
        TextField("name", field_name("name")),
        ChoiceField("kind", field_name("kind"), [(each, label(each)) for each in OrganisationKind]),
        ChoiceField("partner_state", field_name("partner_state"), states),
    )
    dialog.fields["kind"].set_value(OrganisationKind.COMPANY)
    dialog.fields["partner_state"].set_value(PartnerState.REGISTERED)
    dialog.check_with(lambda values: check_organisation(values["name"], None, None))
    dialog.confirmed.connect(then)
    dialog.open()
    return dialog


def conditions(workspace: Workspace, run: RunCommand, parent: QWidget) -> Dialog:
    """Ask what every partner and every project is asked before being let in; both lists are saved as one step."""
    dialog = Dialog(_("What is asked before being let in"), _("Save conditions"), parent)
    hints = {
        AdmissionSubject.PARTNER: _("One in a line. Each partner answers yes, partly or no."),
        AdmissionSubject.PROJECT: _("One in a line. They are answered in the form of each project."),
    }
    names = {
        AdmissionSubject.PARTNER: _("Of partners"),
        AdmissionSubject.PROJECT: _("Of projects"),
    }
    language = current().language
    for subject, name in names.items():
        lines = [each.name.in_language(language) for each in workspace.read(criteria, subject)]
        field = LongTextField(subject.value, name, hint=hints[subject], lines=5)
        field.set_value("\n".join(lines))
        dialog.add(field)

    def save(values: dict[str, Any]) -> None:
        wanted = {
            subject: tuple(line.strip() for line in values[subject.value].splitlines() if line.strip())
            for subject in names
        }
        run(SetAdmissionCriteria(lines=wanted, language=language))

    dialog.check_with(save)
    dialog.open()
    return dialog
