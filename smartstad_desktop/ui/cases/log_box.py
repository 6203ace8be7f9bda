"""The log of a case: what happened, what went otherwise, and who was told what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.routines import LogKind
from smartstad_desktop.reads.testbeds.case_rows import LogRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.part_list import PartCard, PartList, WritePart
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.testbeds.case_log import EditLogLine, RemoveLogLine


class LogCard(PartCard):
    """One line of the log."""

    def __init__(self, row: int, write: WritePart) -> None:
        super().__init__(row, write)
        day = DayField("happened_on", _("Day"))
        kind = CalmChoice("kind", _("Kind"), [(each, label(each)) for each in LogKind])
        text = GrowingField("text", _("What happened, or what was said"))
        told_to = LineField("told_to", _("Told to"))
        self.register(text, day, kind, told_to)
        self.column.addWidget(FieldRow(day, kind, told_to, stretches=(2, 3, 4)))
        self.column.addWidget(text)
        # The order is the order of the days.
        self.up_button.hide()
        self.down_button.hide()


class LogBox(Panel):
    """All lines, the latest first."""

    #: A new line is to be written.
    adding = Signal()
    #: The steps of the case are to be shown.
    history_wanted = Signal()

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        head = QHBoxLayout()
        head.addWidget(Label(_("Log"), Type.STRONG, Weight.BOLD))
        head.addStretch(1)
        self.add = Button(_("Write in the log…"), icon="plus")
        self.add.clicked.connect(self.adding)
        self.history = Button(_("What has been done…"), ButtonKind.QUIET, "history")
        self.history.clicked.connect(self.history_wanted)
        head.addWidget(self.history)
        head.addWidget(self.add)
        hint = _(
            "Events, deviations and incidents, and what a tester or a supplier was told: others may ask for the same."
        )
        self.hint = Label(hint, Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.list = PartList("", lambda row: LogCard(row, self._write))
        self.list.add_button.hide()
        self.list.removing.connect(self._remove)
        self.column.addLayout(head)
        self.column.addWidget(self.hint)
        self.column.addSpacing(theme.current().space(6))
        self.column.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addStretch(1)

    def show_lines(self, lines: Sequence[LogRow]) -> None:
        """Show the log."""
        self.list.show_parts([(line.id, _values(line)) for line in lines])

    def finish(self) -> None:
        """Save what is being typed."""
        self.list.finish()

    def _write(self, row: int, changes: Mapping[str, Any], is_typing: bool) -> object:  # noqa: FBT001  the cards' manner of writing
        return self._run(EditLogLine(line=row, changes=changes, is_typing=is_typing))

    def _remove(self, row: int) -> None:
        self._run(RemoveLogLine(line=row), offer_undo=True)


def _values(line: LogRow) -> dict[str, Any]:
    return {"text": line.text, "kind": line.kind, "happened_on": line.happened_on, "told_to": line.told_to}
