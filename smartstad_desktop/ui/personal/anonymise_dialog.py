"""The question before a person becomes anonymous: what stands instead, where it is somebody else, what else goes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from smartstad_desktop.domain.personal.wanted import Place, check_replacement
from smartstad_desktop.text.personal.words import subject_name
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import CheckField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.personal.erasing import AnonymisePerson
from smartstad_desktop.usecases.personal.extract import Extract


class AnonymiseDialog(Dialog):
    """Lists every place; what is not ticked stays, because it is about a namesake."""

    def __init__(self, services: Services, run: RunCommand, found: Extract, parent: QWidget | None = None) -> None:
        super().__init__(_("Make a person anonymous"), _("Make anonymous"), parent)
        self._services, self._run, self._found = services, run, found
        told = _(
            "The name is replaced everywhere, also in the history. This cannot be undone, and what was done before "
            "cannot be undone any more either."
        )
        self.body.addWidget(Label(told, role=Role.ATTENTION, wraps=True))
        instead = TextField("replacement", _("Instead of the name"), placeholder=_("A role, such as “Unit manager”"))
        instead.set_value(found.person.title if found.person else "")
        self.add(instead)
        self.places = QListWidget()
        self.places.setAccessibleName(_("Places with the name; untick those that mean somebody else"))
        self.places.setMinimumHeight(theme.current().space(200))
        for trace in found.traces:
            if trace.place.table != "person" or found.person is None or trace.place.row_id != found.person.id:
                self._list(trace.place, f"{subject_name(trace.subject)} · {trace.record or '–'}: {trace.excerpt}")
        if self.places.count():
            self.body.addWidget(Label(_("Untick what is about somebody else of the same name."), wraps=True))
            self.body.addWidget(self.places, 1)
        if found.files:
            text = ngettext(
                "Also let go of {count} received list that holds the name",
                "Also let go of {count} received lists that hold the name",
                len(found.files),
            )
            self.add(CheckField("files", text, hint=_("What was read from them stays.")))
        if found.kept:
            kept = _("These files are kept as they are and still hold the name: {names}.", names=", ".join(found.kept))
            self.body.addWidget(Label(kept, role=Role.ATTENTION, wraps=True))
        self.add(
            CheckField(
                "backups",
                _("Also let go of older backups"),
                hint=_("They still hold the name. A new one is made first."),
            )
        )
        self.check_with(self._do)
        self.setMinimumWidth(theme.current().space(620))

    def spared(self) -> frozenset[Place]:
        """Return the places that are about somebody else."""
        items = [self.places.item(number) for number in range(self.places.count())]
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Unchecked
        )

    def _list(self, place: Place, text: str) -> None:
        item = QListWidgetItem(text, self.places)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        item.setData(Qt.ItemDataRole.UserRole, place)

    def _do(self, values: dict[str, Any]) -> None:
        found = self._found
        check_replacement(values["replacement"], found.wanted.pattern)
        self._run(
            AnonymisePerson(
                wanted=found.wanted,
                replacement=values["replacement"],
                person=found.person.id if found.person else None,
                spared=self.spared(),
                files=frozenset(row.id for row in found.files) if values.get("files") else frozenset(),
            )
        )
        if values["backups"]:
            self._services.workspace.back_up("anonymised", is_alone=True)
        self._services.notices.say(_("The person is anonymous now."), tone=Tone.GOOD)
