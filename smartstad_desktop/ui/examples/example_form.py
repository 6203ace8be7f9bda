"""The form that edits one example beside the table, and what came of it here."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.reads.examples import Adoption, ExampleRow, ExamplesShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice, PicksField, shortened
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role

#: Longer names of projects are cut in the button; the tooltip has them in full.
_LONGEST: Final = 28


class ExampleForm(RecordForm):
    """The fields of an example that matter when somebody wants to do the same."""

    adopting = Signal()
    deleting = Signal()
    #: Carries the id of a project the user wants to see.
    project_wanted = Signal(int)

    def __init__(self, write: Write, shown: ExamplesShown, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        language = current().language
        self._towns = shown.towns
        self._add_head()
        title = GrowingField("title", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        title.editor.setAccessibleName(field_name("title"))
        self.add(title, GrowingField("what", field_name("what")), GrowingField("why", field_name("why")))
        self.pair(
            LineField("place", field_name("place")),
            CalmChoice("status", field_name("status"), [(each, label(each)) for each in Status]),
        )
        self.add(
            GrowingField("observed_effect", field_name("observed_effect")),
            GrowingField("transferability", field_name("transferability")),
            PicksField("adopters", field_name("adopters"), [(town.id, town.name) for town in shown.towns.values()]),
            PicksField(
                "themes",
                field_name("themes"),
                [(key, name.in_language(language)) for key, name in shown.themes.items()],
            ),
            LineField("link", field_name("link")),
            GrowingField("comment", field_name("comment")),
        )
        self._adopted = QVBoxLayout()
        self.column.addLayout(self._adopted)

    def _add_head(self) -> None:
        self.adopt = Button(_("Make a project after it…"), ButtonKind.PLAIN, "rocket")
        self.adopt.clicked.connect(self.adopting)
        remove = icon_button("trash-2", _("Delete the example"))
        remove.clicked.connect(self.deleting)
        head = QHBoxLayout()
        head.addWidget(self.adopt)
        head.addStretch(1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)

    def show_example(self, example: ExampleRow) -> None:
        """Show an example."""
        self.show_record(example.id, _values(example))
        while (item := self._adopted.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        if example.adopted:
            self._adopted.addWidget(Label(_("Projects made after it"), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
        for adoption in example.adopted:
            self._adopted.addWidget(self._link(adoption))

    def _link(self, adoption: Adoption) -> Button:
        town = self._towns.get(adoption.municipality) if adoption.municipality is not None else None
        short = shortened(adoption.title, _LONGEST)
        button = Button(short if town is None else f"{town.mark}  {short}", ButtonKind.QUIET, "folder-kanban")
        button.setToolTip(adoption.title)
        button.clicked.connect(lambda: self.project_wanted.emit(adoption.project))
        return button


def _values(example: ExampleRow) -> dict[str, Any]:
    return {
        "title": example.title,
        "what": example.what,
        "why": example.why,
        "place": example.place,
        "status": example.status,
        "observed_effect": example.observed_effect,
        "transferability": example.transferability,
        "adopters": example.adopters,
        "themes": example.themes,
        "link": example.link,
        "comment": example.comment,
    }
