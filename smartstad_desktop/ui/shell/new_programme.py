"""The question for a template and a place when a programme is made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import forms
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.shell.desk import TemplateChoice
from smartstad_desktop.ui.shell.start_page import Choice

SUFFIX = ".smartstad"


class NewProgramme(Dialog):
    """One line for each template; choosing one asks where the file shall lie."""

    #: Carries the ``Path`` and the key of the template.
    chosen = Signal(object, str)

    def __init__(self, templates: Sequence[TemplateChoice], parent: QWidget | None = None) -> None:
        super().__init__(_("New programme"), "", parent)
        self.choices = QButtonGroup(self)
        for number, template in enumerate(templates):
            choice = Choice(template.name, template.about, "map", lines=2)
            choice.clicked.connect(lambda _on=False, each=template: self._ask_where(each))
            self.choices.addButton(choice, number)
            self.body.addWidget(choice)
            if number == 0:
                choice.setFocus()
        self.setMinimumWidth(620)

    def _ask_where(self, template: TemplateChoice) -> None:
        name = template.name.replace("/", "-") + SUFFIX
        forms.ask_save_path(
            self,
            _("Where shall the programme lie?"),
            f"SMARTstad (*{SUFFIX})",
            lambda path: self._finish(path, template.key),
            suggestion=str(Path.home() / name),
        )

    def _finish(self, path: Path, key: str) -> None:
        self.accept()
        self.chosen.emit(path if path.suffix else path.with_suffix(SUFFIX), key)
