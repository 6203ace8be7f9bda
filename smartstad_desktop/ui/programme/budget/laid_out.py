"""Money laid out by one dimension: bars with their amounts, one kind of money in one currency at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.programme.budget import BudgetKind, Dimension, laid_out
from smartstad_desktop.reads.programme.budget import Budget
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.programme.budget import money_in
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.bar_chart import BarChart, BarRow
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

#: What is given counts before what is applied for, and that before what is aimed at or costs.
_FIRST = (
    *(BudgetKind.GRANT, BudgetKind.APPLIED, BudgetKind.FRAME, BudgetKind.COST),
    *(BudgetKind.CO_FUNDING, BudgetKind.IN_KIND),
)


class LaidOut(Panel):
    """Bars of the money by year, source, purpose or receiver."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.dimensions = ChipRow(_("What the money is laid out by"), single=True)
        self.dimensions.show_faces([ChipFace(each, label(each)) for each in Dimension])
        self.dimensions.set_keys(frozenset({Dimension.KIND}))
        self.bars = BarChart()
        self.nothing = Label(_("No amount has been written yet."), Type.BODY, role=Role.INK_SOFT, wraps=True)
        head = QHBoxLayout()
        head.setSpacing(theme.current().space(14))
        head.addWidget(self.what)
        head.addStretch(1)
        head.addWidget(self.dimensions, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        self.column.addWidget(self.bars)
        self.column.addWidget(self.nothing)
        self._budget: Budget | None = None
        self.dimensions.picked.connect(self._show)

    def show_budget(self, budget: Budget) -> None:
        """Show the money of *budget*."""
        self._budget = budget
        self._show()

    def _show(self, *_keys: object) -> None:
        if self._budget is None:
            return
        if not self.dimensions.keys():
            self.dimensions.set_keys(frozenset({Dimension.KIND}))
        dimension = Dimension(str(next(iter(self.dimensions.keys()))))
        moneys = [money for money in self._budget.moneys if money.amount]
        self.bars.setVisible(bool(moneys))
        self.nothing.setVisible(not moneys)
        if not moneys:
            self.what.setText("")
            return
        currency = moneys[0].currency
        kinds = {money.kind for money in moneys if money.currency == currency}
        kind = next(each for each in _FIRST if each in kinds)
        counted = [
            money
            for money in moneys
            if money.currency == currency and (dimension is Dimension.KIND or money.kind is kind)
        ]
        phrases = current()
        rows = [
            BarRow(self._named(place, dimension), (float(amount),), money_in(amount, currency, phrases))
            for place, amount in laid_out(counted, dimension).items()
        ]
        what = _("All money") if dimension is Dimension.KIND else label(kind)
        self.what.setText(what)
        told = ", ".join(f"{row.name} {row.text}" for row in rows)
        self.bars.show_rows(rows, (what,), f"{what}: {told}")

    @staticmethod
    def _named(place: str, dimension: Dimension) -> str:
        if dimension is Dimension.KIND:
            return label(BudgetKind(place))
        return place or _("Not said")
