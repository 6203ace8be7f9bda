"""The form of something set aside: what it is, why it waits or ends, and who takes over what ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.plan.parts import AsideKind
from smartstad_desktop.reads.plan.asides import AsideRow
from smartstad_desktop.reads.plan.plan import MunicipalityRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.record_form import RecordForm, Write
from smartstad_desktop.ui.plan.fields import open_fields


class AsideForm(RecordForm):
    """One row of the list."""

    measure_asked = Signal(int)
    project_asked = Signal(int)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(write, parent)
        self._row: AsideRow | None = None
        title = GrowingField("title", "", font=text_font(Type.TITLE, Weight.BOLD), is_one_paragraph=True)
        title.editor.setAccessibleName(_("Name"))
        self.add(
            title, GrowingField("reason", _("Why"), hint=_("Everybody reads it; be fair and say what would change it."))
        )
        self.pair(
            CalmChoice("kind", _("What becomes of it"), [(each, label(each)) for each in AsideKind]),
            CalmChoice("municipality_id", _("Municipality"), []),
        )
        receiver, time = LineField("receiver", _("Who takes over")), LineField("time", _("Ends"))
        for field in (receiver, time):
            self.register(field)
        self.ending = FieldRow(receiver, time)
        self.column.addWidget(self.ending)
        self.project = Button(_("Show the project"), ButtonKind.QUIET, "folder-kanban")
        self.measure = Button(_("Make it a measure after all"), icon="route")
        self.project.clicked.connect(self._ask_project)
        self.measure.clicked.connect(self._ask_measure)
        row = QHBoxLayout()
        row.addWidget(self.measure)
        row.addWidget(self.project)
        row.addStretch(1)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.column.setAlignment(row, Qt.AlignmentFlag.AlignLeft)

    def show_aside(self, row: AsideRow, municipalities: Sequence[MunicipalityRow], *, is_open: bool) -> None:
        """Show a row."""
        self._row = row
        town = self.fields["municipality_id"]
        if isinstance(town, CalmChoice):
            town.set_choices([(None, "–"), *((each.id, each.short_name) for each in municipalities)])
        self.ending.setVisible(row.kind is AsideKind.STOP)
        hint = ""
        if row.is_time_unclear:
            hint = _("No day can be read from this. Write as 2027, spring 2027 or 2027–2028.")
        elif row.ends_on is not None:
            hint = _("Understood as until {day}", day=current().day(row.ends_on))
        self.fields["time"].set_hint(hint)
        values = {name: getattr(row, name) for name in ("title", "reason", "kind", "receiver", "time")}
        self.show_record(row.id, values | {"municipality_id": row.municipality})
        open_fields(self.fields.values(), is_open=is_open)
        self.measure.setVisible(is_open)
        self.project.setVisible(row.project is not None)

    def _ask_project(self) -> None:
        if self._row is not None and self._row.project is not None:
            self.project_asked.emit(self._row.project)

    def _ask_measure(self) -> None:
        if self._row is not None:
            self.measure_asked.emit(self._row.id)
