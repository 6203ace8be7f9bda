"""A function in the form of its goal: its names, and where we are and want to be once somebody has said so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.goals.fields import three
from smartstad_desktop.ui.goals.names import NameRow
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import GrowingField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.part_list import PartCard, WritePart

_STATES = ("current_state", "desired_state")


class FunctionCard(PartCard):
    """One function; the states take room only when they are used."""

    def __init__(self, row: int, write: WritePart) -> None:
        super().__init__(row, write)
        names = three("name", _("Function"), is_name=True)
        states = (GrowingField(_STATES[0], _("Where we are")), GrowingField(_STATES[1], _("Where we want to be")))
        self.register(*names, *states)
        self.states = FieldRow(*states)
        self.describe_button = Button(_("Describe where we are and want to be"), ButtonKind.QUIET, "plus")
        self.describe_button.clicked.connect(self.describe)
        self.column.addWidget(NameRow(names))
        self.column.addWidget(self.states)
        self.column.addWidget(self.describe_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._is_open = False

    def describe(self) -> None:
        """Open the states and let the first one be written."""
        self._is_open = True
        self._arrange(is_described=True)
        self.fields[_STATES[0]].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def show_values(self, values: Mapping[str, Any], *, number: int, count: int) -> None:
        """Show the function."""
        super().show_values(values, number=number, count=count)
        self._arrange(is_described=self._is_open or any(values[name] for name in _STATES))

    def _arrange(self, *, is_described: bool) -> None:
        self.states.setVisible(is_described)
        self.describe_button.setVisible(not is_described)
