"""An indicator in the form of its goal: its numbers, a chart on the way to the target, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.goals.indicators import Measure
from smartstad_desktop.reads.goals.goal import IndicatorRow, ValueRow
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.goals.fields import YearField, not_measured, three
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.figure_field import FigureField, figure
from smartstad_desktop.ui.kit.line_chart import LineChart, LinePoint
from smartstad_desktop.ui.kit.part_list import PartCard, WritePart
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.goals.indicators import MoveMeasurement, SetMeasurement

Today: TypeAlias = Callable[[], date]


class IndicatorCard(PartCard):
    """One indicator."""

    def __init__(self, row: int, write: WritePart, run: RunCommand, today: Today) -> None:
        super().__init__(row, write)
        self._run, self._today = run, today
        names = three("name", _("Indicator"), is_name=True)
        numbers = (
            FigureField("baseline", _("Baseline")),
            YearField("baseline_year", _("Year")),
            FigureField("target", _("Target")),
            YearField("target_year", _("Target year")),
            LineField("unit", _("Unit")),
        )
        below = (
            LineField("source", _("Source")),
            GrowingField("unmeasured_reason", _("Why there is no number")),
        )
        self.register(*names, *numbers, *below)
        self.sentence = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.PRIMARY, wraps=True)
        self.sentence.setIndent(theme.current().space(7))
        self.chart = LineChart()
        self.column.addWidget(FieldRow(*names))
        self.column.addWidget(FieldRow(*numbers, stretches=(3, 2, 3, 2, 4)))
        self.column.addWidget(FieldRow(*below))
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.chart)
        self.table = QVBoxLayout()
        self.table.setSpacing(0)
        self.column.addLayout(self.table)
        self._lines: dict[int, _ValueLine] = {}
        self._add_entry()

    def _add_entry(self) -> None:
        self.day = DayField("measured_on", _("Measured on"))
        self.value = FigureField("value", _("Value"))
        self.add_button = Button(_("Note the value"), icon="plus")
        self.add_button.clicked.connect(self.note_value)
        self.day.line.returnPressed.connect(self.note_value)
        self.value.line.returnPressed.connect(self.note_value)
        entry = QHBoxLayout()
        entry.setSpacing(theme.current().space(8))
        entry.addWidget(self.day, 2, Qt.AlignmentFlag.AlignTop)
        entry.addWidget(self.value, 2, Qt.AlignmentFlag.AlignTop)
        entry.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignVCenter)
        entry.addStretch(3)
        self.column.addLayout(entry)
        self.day.reset(self._today())

    def note_value(self) -> None:
        """Note the value that was typed, or say at the field what is wrong with it."""
        for field in (self.day, self.value):
            field.show_error("")
        try:
            on, value = self.day.value(), self.value.value()
            self._run(SetMeasurement(indicator=self.row, on=on, value=value))
        except DomainError as error:
            wrong = self.day if error.parameters.get("field") == "measured_on" else self.value
            wrong.show_error(trouble.sentence(error))
        else:
            self.value.reset(None)

    def show_indicator(self, indicator: IndicatorRow) -> None:
        """Show chart, sentence and table."""
        measure, unit = indicator.measure, str(indicator.values["unit"])
        told = standing(measure, unit)
        self.sentence.setText(told)
        points = [LinePoint(at, value, figure(value)) for at, value in measure.points()]
        target = None
        if measure.target is not None:
            end = measure.target_year or (points[-1].at + 1 if points else 0)
            target = LinePoint(float(end), measure.target, figure(measure.target))
        self.chart.show_points(points if len(points) > 1 else (), target, told)
        for row in [row for row in self._lines if row not in {each.id for each in indicator.series}]:
            line = self._lines.pop(row)
            self.table.removeWidget(line)
            line.hide()
            line.deleteLater()
        for number, each in enumerate(indicator.series):
            line = self._lines.get(each.id)
            if line is None:
                line = self._lines[each.id] = _ValueLine(each.id, self._write_value)
                line.removal.connect(lambda row=each.id: self._forget(row))
            if self.table.indexOf(line) != number:
                self.table.insertWidget(number, line)
            line.known = each
            line.show_values({"measured_on": each.on, "value": each.value, "note": each.note}, number=0, count=1)

    def _write_value(self, row: int, changes: Mapping[str, Any], _is_typing: bool) -> object:  # noqa: FBT001  the form's manner of writing
        known = self._lines[row].known
        if known is None:
            return None
        if "measured_on" in changes:
            return self._run(MoveMeasurement(measurement=row, on=changes["measured_on"]))
        value = changes.get("value", known.value)
        return self._run(SetMeasurement(indicator=self.row, on=known.on, value=value, note=changes.get("note")))

    def _forget(self, row: int) -> None:
        known = self._lines[row].known
        if known is not None:
            self._run(SetMeasurement(indicator=self.row, on=known.on, value=None), offer_undo=True)

    @override
    def finish(self) -> None:
        """Save what is being typed, also in the table."""
        super().finish()
        for line in list(self._lines.values()):
            line.finish()


class _ValueLine(PartCard):
    """One measurement in the table behind the chart."""

    def __init__(self, row: int, write: WritePart) -> None:
        super().__init__(row, write)
        self.known: ValueRow | None = None
        fields = (DayField("measured_on", ""), FigureField("value", ""), LineField("note", ""))
        for field, name in zip(fields, (_("Measured on"), _("Value"), _("Note")), strict=True):
            field.editor.setAccessibleName(name)
        self.register(*fields)
        self.column.addWidget(FieldRow(*fields, stretches=(3, 2, 5)))
        self.up_button.hide()
        self.down_button.hide()


def standing(measure: Measure, unit: str) -> str:
    """Return in one sentence how an indicator stands."""
    if measure.unmeasured_reason and measure.latest is None:
        return ""
    if measure.latest is None:
        return not_measured().capitalize()
    latest = f"{figure(measure.latest.value)} {unit}".strip()
    day = current().day(measure.latest.on)
    progress = measure.progress
    if progress is None or measure.target is None:
        return _("{value} on {day}", value=latest, day=day)
    share = f"{round(progress * 100)} %"
    if progress < 0:
        return _("{value} on {day}: further from the target than at the start", value=latest, day=day)
    target = f"{figure(measure.target)} {unit}".strip()
    return _("{value} on {day}: {share} of the way to {target}", value=latest, day=day, share=share, target=target)
