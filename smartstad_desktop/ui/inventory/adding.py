"""The dialog for a new project: what it is called, whose it is, how far it has come."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit.fields import CheckField, ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.usecases.inventory.inventory import AddProject


class AddDialog(Dialog):
    """Asks for the few things that make a row useful; the rest is filled in beside the table."""

    #: Carries the id of the new project.
    added = Signal(int)

    def __init__(self, snapshot: Snapshot, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(_("New project"), _("Add project"), parent)
        self._run = run
        faces = sorted(
            snapshot.faces.municipalities.values(), key=lambda face: snapshot.phrases.sort_key(face.short_name)
        )
        themes = [(theme, name) for theme, name in snapshot.theme_names.items()]
        statuses = [(status, snapshot.status_names[status]) for status in Status if status is not Status.STOPPED]
        self.add(
            TextField("title", field_name("title"), hint=_("A short name that others recognise.")),
            ChoiceField("municipality_id", field_name("municipality_id"), [(face.id, face.name) for face in faces]),
            ChoiceField("status", field_name("status"), statuses),
            ChoiceField("theme", _("Theme"), [(None, "–"), *themes]),
            LongTextField("what", field_name("what"), hint=_("One sentence."), lines=2),
            CheckField("is_external", _("Seen elsewhere: an example that no municipality here leads")),
        )
        self.fields["status"].set_value(Status.IDEA)
        self.check_with(self._add)

    def _add(self, values: dict[str, Any]) -> None:
        theme = values.pop("theme")
        outcome = self._run(AddProject(fields=values | {"themes": () if theme is None else (theme,)}))
        # The dialog closes first; then the window shows the project.
        project = int(outcome.value)
        self.accepted.connect(lambda: self.added.emit(project))
