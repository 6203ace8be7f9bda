"""What each municipality commits to in the measure that is shown: one line per municipality."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.values import MunicipalityId, PlanItemId
from smartstad_desktop.reads.plan.plan import CommitmentRow, MeasureRow, MunicipalityRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import ChoiceField, Field, TextField
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.fields import MoneyField, SelfSaving
from smartstad_desktop.usecases.plan.commitments import SetCommitment

#: Role, year, budget and adoption, as shares of the width.
_SHARES = (6, 3, 4, 6)


class CommitmentLine(QObject):
    """The editors of one municipality."""

    #: Carries what changed, by field.
    changed = Signal(object)

    def __init__(self, municipality: MunicipalityRow, parent: QObject) -> None:
        super().__init__(parent)
        self.municipality = municipality
        self.role = ChoiceField("role", "", [("", "–"), *((role, label(role)) for role in CommitmentRole)])
        # The longest role must not decide how wide the page is.
        self.role.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role.box.setMinimumContentsLength(4)
        self.year = TextField("year", "")
        self.budget = MoneyField("budget", "")
        self.adoption = TextField("adoption", "", placeholder=_("As “KS § 214”"))
        self.saving = SelfSaving(self)
        self.saving.watch(self.role, self.year, self.budget, self.adoption)
        self.saving.save.connect(self._tell)
        name = municipality.short_name
        told = (
            _("Commitment of {name}", name=name),
            _("Year of {name}", name=name),
            _("Budget of {name} (tkr)", name=name),
            _("Adopted by {name}", name=name),
        )
        for field, words in zip(self.fields, told, strict=True):
            field.editor.setAccessibleName(words)

    def _tell(self, name: str, value: object) -> None:
        self.changed.emit({name: value})

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the editors from left to right."""
        return (self.role, self.year, self.budget, self.adoption)

    def show(self, row: CommitmentRow | None, *, is_other: bool, is_open: bool) -> None:
        """Show a commitment, or that there is none; when and how it was adopted stays open after freezing."""
        values: dict[str, Any] = {"role": "", "year": "", "budget": None, "adoption": ""}
        if row is not None:
            values = {"role": row.role, "year": row.year, "budget": row.budget, "adoption": row.adoption}
        self.saving.show(values, is_other=is_other)
        self.role.setEnabled(is_open)
        self.year.setEnabled(is_open and row is not None)
        self.budget.setEnabled(is_open and row is not None)
        self.adoption.setEnabled(row is not None)


class Commitments(Panel):
    """The lines of all municipalities of the programme."""

    #: Carries a ``SetCommitment``.
    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure: PlanItemId | None = None
        self._known: tuple[MunicipalityRow, ...] = ()
        self.lines: dict[MunicipalityId, CommitmentLine] = {}
        self._last: CommitmentLine | None = None
        self.column.addWidget(Label(_("Commitments per municipality"), Type.STRONG, Weight.SEMIBOLD))
        self._sheet = QWidget()
        self.column.addWidget(self._sheet)
        self.column.addStretch(1)

    def show_measure(self, row: MeasureRow, municipalities: Sequence[MunicipalityRow], *, is_open: bool) -> None:
        """Show the commitments of a measure."""
        made = {commitment.municipality: commitment for commitment in row.commitments}
        shown = tuple(found for found in municipalities if found.is_participating or found.id in made)
        if shown != self._known:
            self._rebuild(shown)
        is_other = row.id != self._measure
        self._measure = row.id
        for municipality, line in self.lines.items():
            line.show(made.get(municipality), is_other=is_other, is_open=is_open)

    def finish(self) -> None:
        """Save what has been typed."""
        for line in self.lines.values():
            line.saving.finish()

    def refuse(self, error: DomainError) -> bool:
        """Show why a change was refused in the line it was made in; return whether it has a place here."""
        return self._last is not None and self._last.saving.refuse(error)

    def _rebuild(self, municipalities: tuple[MunicipalityRow, ...]) -> None:
        self._known = municipalities
        self._measure = None
        self.lines = {}
        self._last = None
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(theme.current().space(10))
        grid.setVerticalSpacing(theme.current().space(8))
        for place, heading in enumerate((_("Commitment"), _("Year"), _("Budget (tkr)"), _("Adopted")), 2):
            grid.addWidget(Label(heading, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT), 0, place)
            grid.setColumnStretch(place, _SHARES[place - 2])
        for number, municipality in enumerate(municipalities, 1):
            self._put(grid, number, municipality)
        self.column.replaceWidget(self._sheet, sheet)
        self._sheet.deleteLater()
        self._sheet = sheet

    def _put(self, grid: QGridLayout, number: int, municipality: MunicipalityRow) -> None:
        line = CommitmentLine(municipality, self)
        line.changed.connect(partial(self._ask, line))
        self.lines[municipality.id] = line
        middle = Qt.AlignmentFlag.AlignVCenter
        mark = MarkLabel(Mark(municipality.mark, municipality.colour, municipality.name))
        grid.addWidget(mark, number, 0, middle)
        grid.addWidget(Label(municipality.short_name), number, 1, middle)
        for place, field in enumerate(line.fields, 2):
            grid.addWidget(field, number, place)

    def _ask(self, line: CommitmentLine, changes: dict[str, Any]) -> None:
        if self._measure is None:
            return
        self._last = line
        wanted = SetCommitment(measure=self._measure, municipality=line.municipality.id, changes=changes)
        self.requested.emit(wanted)
