"""What a test is measured by: before, aimed at and after, with a sentence that tells how it went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartstad_desktop.domain.testbeds.testbed_cases import Standing
from smartstad_desktop.reads.testbeds.testbed_cases import IndicatorRow
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.testbeds.words import reading_line
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import GrowingField, LineField
from smartstad_desktop.ui.kit.calm_values import DayField
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.figure_field import FigureField
from smartstad_desktop.ui.kit.part_list import PartCard, PartList, WritePart
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.testbeds.case_indicators import (
    AddCaseIndicator,
    EditCaseIndicator,
    MoveCaseIndicator,
    RemoveCaseIndicator,
)

_ROLES = {Standing.REACHED: Role.GOOD, Standing.CLOSER: Role.GOOD, Standing.FURTHER: Role.BAD}


class IndicatorCard(PartCard):
    """One indicator."""

    def __init__(self, row: int, write: WritePart) -> None:
        super().__init__(row, write)
        name = GrowingField("name", _("Indicator"), font=text_font(Type.BODY, Weight.SEMIBOLD), is_one_paragraph=True)
        unit = LineField("unit", field_name("unit"))
        numbers = tuple(FigureField(each, field_name(each)) for each in ("baseline", "target", "result"))
        days = tuple(DayField(each, field_name(each)) for each in ("baseline_on", "result_on"))
        method = LineField("method", field_name("method"))
        self.register(name, unit, *numbers, *days, method)
        self.sentence = Label("", Type.CAPTION, Weight.SEMIBOLD, wraps=True)
        self.sentence.setIndent(theme.current().space(7))
        self.column.addWidget(FieldRow(name, unit, stretches=(3, 1)))
        self.column.addWidget(FieldRow(*numbers))
        self.column.addWidget(FieldRow(*days, method))
        self.column.addWidget(self.sentence)

    def show_indicator(self, row: IndicatorRow) -> None:
        """Say how the indicator stands."""
        self.sentence.setText(reading_line(row.reading, row.unit))
        self.sentence.set_role(_ROLES.get(row.reading.standing, Role.INK_SOFT))


class IndicatorsBox(QWidget):
    """All indicators of a test."""

    def __init__(self, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._case = 0
        self.list = PartList(_("Add an indicator"), lambda row: IndicatorCard(row, self._write))
        self.list.adding.connect(self.add)
        self.list.moving.connect(self._move)
        self.list.removing.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_indicators(self, case: int, rows: Sequence[IndicatorRow]) -> None:
        """Show the indicators of a case."""
        self._case = case
        self.list.show_parts([(row.id, _values(row)) for row in rows])
        for row in rows:
            card = self.list.cards[row.id]
            if isinstance(card, IndicatorCard):
                card.show_indicator(row)

    def add(self) -> None:
        """Add an indicator and let its name be written."""
        self._run(AddCaseIndicator(case=self._case, fields={"name": _("New indicator")}))
        self.list.edit_last()

    def finish(self) -> None:
        """Save what is being typed."""
        self.list.finish()

    def _write(self, row: int, changes: Mapping[str, Any], is_typing: bool) -> object:  # noqa: FBT001  the cards' manner of writing
        return self._run(EditCaseIndicator(indicator=row, changes=changes, is_typing=is_typing))

    def _move(self, row: int, before: int | None) -> None:
        self._run(MoveCaseIndicator(indicator=row, before=before))

    def _remove(self, row: int) -> None:
        self._run(RemoveCaseIndicator(indicator=row), offer_undo=True)


def _values(row: IndicatorRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "unit": row.unit,
        "method": row.method,
        "baseline": row.reading.baseline,
        "target": row.reading.target,
        "result": row.reading.result,
        "baseline_on": row.baseline_on,
        "result_on": row.result_on,
    }
