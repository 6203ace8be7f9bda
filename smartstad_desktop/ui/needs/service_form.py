"""The form that edits one service beside the table: what it is, who uses it, and when each contract ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.needs import CostClass
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.needs import Town
from smartstad_desktop.reads.services import ServiceRow, ServicesShown
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.kit.theme import Role


class UsesField(Field):
    """A box per municipality that uses the service, and the last day of its contract."""

    def __init__(self, name: str, text: str, towns: list[Town]) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(theme.current().space(7), 0, 0, 0)
        grid.setVerticalSpacing(0)
        super().__init__(name, text, holder)
        self.label.setIndent(theme.current().space(7))
        self.boxes: dict[int, QCheckBox] = {}
        self.days: dict[int, DayField] = {}
        for row, town in enumerate(towns):
            box = self.boxes[town.id] = QCheckBox(town.name)
            day = self.days[town.id] = DayField("uses", "")
            day.line.setPlaceholderText(_("contract ends"))
            day.editor.setAccessibleName(_("{municipality}: last day of the contract", municipality=town.name))
            box.clicked.connect(self._tell)
            day.edited.connect(partial(self._dated, town.id))
            grid.addWidget(box, row, 0)
            grid.addWidget(day, row, 1)
        grid.setColumnStretch(1, 1)

    def _tell(self, *_state: object) -> None:
        for town, box in self.boxes.items():
            self.days[town].setEnabled(box.isChecked())
        self.edited.emit(self.value())

    def _dated(self, town: int, _day: object) -> None:
        self.boxes[town].setChecked(True)
        self.edited.emit(self.value())

    @override
    def value(self) -> Mapping[int, date | None]:
        """Return the last day per municipality that uses the service."""
        return {town: self.days[town].value() for town, box in self.boxes.items() if box.isChecked()}

    @override
    def set_value(self, value: Any) -> None:
        """Show who uses it."""
        uses: Mapping[int, date | None] = value or {}
        for town, box in self.boxes.items():
            box.setChecked(town in uses)
            self.days[town].setEnabled(town in uses)
            self.days[town].reset(uses.get(town))


class ServiceForm(RecordForm):
    """All fields of one service."""

    deleting = Signal()

    def __init__(self, write: Write, shown: ServicesShown, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        remove = icon_button("trash-2", _("Delete the service"))
        remove.clicked.connect(self.deleting)
        name = GrowingField("name", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        name.editor.setAccessibleName(field_name("name"))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.register(name)
        self.column.addLayout(head)
        self.add(GrowingField("what", field_name("what")))
        self.pair(
            LineField("supplier", field_name("supplier")),
            CalmChoice(
                "cost_class", field_name("cost_class"), [(None, "–"), *((each, label(each)) for each in CostClass)]
            ),
        )
        self.add(UsesField("uses", field_name("uses"), list(shown.towns.values())))
        self.covers = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.covers.setIndent(theme.current().space(7))
        self.column.addWidget(self.covers)
        self.add(
            LineField("link", field_name("link")),
            GrowingField("comment", field_name("comment")),
            CalmChoice(
                "content_language", field_name("content_language"), [(each.value, label(each)) for each in Language]
            ),
        )

    def show_service(self, service: ServiceRow) -> None:
        """Show a service."""
        self.show_record(service.id, _values(service))
        met = "\n".join(f"{line} ({coverage})" for line, coverage in service.covers)
        self.covers.setText(f"{field_name('covers')}\n{met}" if met else _("No need has been tied to the service yet."))


def _values(service: ServiceRow) -> dict[str, Any]:
    return {
        "name": service.name,
        "what": service.what,
        "supplier": service.supplier,
        "cost_class": service.cost_class,
        "uses": {use.municipality: use.ends_on for use in service.uses},
        "link": service.link,
        "comment": service.comment,
        "content_language": service.language.value,
    }
