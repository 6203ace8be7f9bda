"""What one municipality says to the measure that is shown: role, time, money, and more when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow
from smartstad_desktop.reads.plan.plan import MunicipalityRow
from smartstad_desktop.text import trouble
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.calm_fields import LineField, TypedField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice
from smartstad_desktop.ui.kit.field_row import FieldRow
from smartstad_desktop.ui.kit.fields import Field
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.fields import ThousandsField, open_fields

#: Writes what changed of a municipality's commitment; raises a ``DomainError`` when a rule refuses it.
WriteCommitment: TypeAlias = Callable[[int, Mapping[str, Any]], object]
_YEAR: Final = "year-"


class CommitmentLine(QObject):
    """The editors of one municipality; ``put`` lays them into the rows of a grid."""

    def __init__(self, municipality: MunicipalityRow, write: WriteCommitment, parent: QObject) -> None:
        super().__init__(parent)
        self.municipality = municipality
        self._write = write
        self._years: dict[int, int] = {}
        name = municipality.short_name
        self.role = CalmChoice("role", "", [("", "–"), *((role, label(role)) for role in CommitmentRole)])
        # The longest role must not decide how wide the page is.
        self.role.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role.box.setMinimumContentsLength(4)
        self.year = LineField("year", "")
        self.budget = ThousandsField("budget", "")
        self.unit = LineField("owner_unit", _("Responsible unit"))
        self.comment = LineField("comment", _("Comment"))
        self.more = icon_button("chevron-down", _("More about {name}", name=name))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        self.mark = MarkLabel(Mark(municipality.mark, municipality.colour, municipality.name))
        self.name = Label(name)
        self.adopted = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.details = QWidget()
        self.amounts: dict[int, ThousandsField] = {}
        self._amounts_row: FieldRow | None = None
        for field, words in (
            (self.role, _("Commitment of {name}", name=name)),
            (self.year, _("Year of {name}", name=name)),
            (self.budget, _("Budget of {name} (tkr)", name=name)),
            (self.unit, _("Responsible unit in {name}", name=name)),
            (self.comment, _("Comment of {name}", name=name)),
        ):
            field.editor.setAccessibleName(words)
            field.edited.connect(partial(self._edit, field))
        self._inside = QGridLayout(self.details)
        self._inside.setContentsMargins(0, 0, 0, theme.current().space(8))
        self._inside.addWidget(FieldRow(self.unit, self.comment), 0, 0)
        self._inside.addWidget(self.adopted, 2, 0)
        self.details.hide()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return all editors."""
        return (self.role, self.year, self.budget, self.unit, self.comment, *self.amounts.values())

    def put(self, grid: QGridLayout, row: int) -> None:
        """Lay the line into two rows of *grid*."""
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.mark, row, 0, middle)
        grid.addWidget(self.name, row, 1, middle)
        for place, field in enumerate((self.role, self.year, self.budget), 2):
            grid.addWidget(field, row, place)
        grid.addWidget(self.more, row, 5)
        grid.addWidget(self.details, row + 1, 1, 1, 5)

    def offer_years(self, years: Sequence[int]) -> None:
        """Ask for an amount for each of *years*."""
        if tuple(self.amounts) == tuple(years):
            return
        if self._amounts_row is not None:
            self._inside.removeWidget(self._amounts_row)
            self._amounts_row.hide()
            self._amounts_row.deleteLater()
            self._amounts_row = None
        self.amounts = {}
        for year in years:
            field = self.amounts[year] = ThousandsField(f"{_YEAR}{year}", _("{year} (tkr)", year=year))
            told = _("Budget of {name} in {year} (tkr)", name=self.municipality.short_name, year=year)
            field.editor.setAccessibleName(told)
            field.edited.connect(partial(self._edit, field))
        if years:
            self._amounts_row = FieldRow(*self.amounts.values())
            self._inside.addWidget(self._amounts_row, 1, 0)

    def show(self, row: CommitmentRow | None, *, adopted: str, is_other: bool, is_open: bool) -> None:
        """Show a commitment, or that there is none."""
        has_one = row is not None
        amounts = {} if row is None else {each.year: each.amount for each in row.years}
        self._years = {year: int(amount) for year, amount in amounts.items()}
        values: dict[str, Any] = {"role": row.role if row is not None else ""}
        for name in ("year", "budget", "owner_unit", "comment"):
            values[name] = getattr(row, name) if row is not None else None
        values |= {f"{_YEAR}{year}": amounts.get(year) for year in self.amounts}
        for field in self.fields:
            if is_other and isinstance(field, TypedField):
                field.reset(values[field.name])
            elif is_other or not field.error:
                field.set_value(values[field.name])
                field.show_error("")
        open_fields(self.fields, is_open=is_open and has_one)
        self.role.box.setEnabled(is_open)
        self.more.setEnabled(has_one)
        if not has_one:
            self.more.setChecked(False)
        self.adopted.setText(adopted)
        self.adopted.setVisible(bool(adopted))

    def finish(self) -> None:
        """Save what is being typed."""
        for field in self.fields:
            if isinstance(field, TypedField):
                field.commit()

    def _show_more(self, is_open: bool) -> None:  # noqa: FBT001  Qt's signal carries it so
        self.more.set_picture("chevron-up" if is_open else "chevron-down")
        self.details.setVisible(is_open)

    def _edit(self, field: Field, value: Any) -> None:
        changes: dict[str, Any] = {field.name: value}
        if field.name.startswith(_YEAR):
            year = int(field.name.removeprefix(_YEAR))
            changes = {"years": {**self._years, year: value}}
        try:
            self._write(self.municipality.id, changes)
        except DomainError as error:
            field.show_error(trouble.sentence(error))
        else:
            field.show_error("")
