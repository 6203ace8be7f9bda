"""What each municipality commits to in the measure that is shown: one line per municipality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from smartstad_desktop.domain.plan.plan import TAKING_PART
from smartstad_desktop.domain.values import MunicipalityId, PlanItemId
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.plan import MunicipalityRow
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.plan.commitment_line import CommitmentLine, WriteCommitment

#: Name, role, year and budget, as shares of the width.
_SHARES = {1: 4, 2: 6, 3: 3, 4: 4}


class Commitments(QWidget):
    """The lines of all municipalities of the programme."""

    def __init__(self, write: WriteCommitment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._measure: PlanItemId | None = None
        self._known: tuple[MunicipalityRow, ...] = ()
        self.lines: dict[MunicipalityId, CommitmentLine] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.current().space(6))
        self.summary = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.column.addWidget(Label(_("Commitments per municipality"), Type.STRONG, Weight.SEMIBOLD))
        self.column.addWidget(self.summary)
        self._sheet = QWidget()
        self.column.addWidget(self._sheet)

    def show_measure(
        self,
        row: MeasureRow,
        municipalities: Sequence[MunicipalityRow],
        years: Sequence[int],
        adopted: Mapping[MunicipalityId, str],
        *,
        is_open: bool,
    ) -> None:
        """Show the commitments of a measure, with amounts for *years* and when they were *adopted*."""
        made = {commitment.municipality: commitment for commitment in row.commitments}
        shown = tuple(
            found for found in municipalities if (found.is_participating and not found.has_left) or found.id in made
        )
        if shown != self._known:
            self._rebuild(shown)
        is_other = row.id != self._measure
        if is_other:
            self.finish()
        self._measure = row.id
        for municipality, line in self.lines.items():
            held = made.get(municipality)
            own = sorted({*years, *(each.year for each in held.years)}) if held else years
            line.offer_years(own)
            line.show(held, adopted=adopted.get(municipality, ""), is_other=is_other, is_open=is_open)
        self.summary.setText(_summed(row))

    def finish(self) -> None:
        """Save what is being typed."""
        for line in self.lines.values():
            line.finish()

    def _rebuild(self, municipalities: tuple[MunicipalityRow, ...]) -> None:
        self._known = municipalities
        self._measure = None
        self.lines = {}
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(theme.current().space(8))
        grid.setVerticalSpacing(theme.current().space(2))
        for place, heading in enumerate((_("Commitment"), _("Year"), _("Budget (tkr)")), 2):
            words = Label(heading, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
            words.setIndent(theme.current().space(7))
            grid.addWidget(words, 0, place)
        for place, share in _SHARES.items():
            grid.setColumnStretch(place, share)
        for number, municipality in enumerate(municipalities):
            line = self.lines[municipality.id] = CommitmentLine(municipality, self._write, self)
            line.put(grid, 2 * number + 1)
        self.column.replaceWidget(self._sheet, sheet)
        self._sheet.hide()
        self._sheet.deleteLater()
        self._sheet = sheet


def _summed(row: MeasureRow) -> str:
    """Return how many take part, and what they set aside together."""
    joined = [each for each in row.commitments if each.role in TAKING_PART]
    if not joined:
        return _("No municipality has committed itself yet. Choose what each of them does.")
    told = [ngettext("{count} municipality takes part", "{count} municipalities take part", len(joined))]
    budget = sum(each.budget or 0 for each in joined)
    if budget:
        told.append(_("{money} set aside together", money=current().short_money(budget)))
    return " · ".join(told)
