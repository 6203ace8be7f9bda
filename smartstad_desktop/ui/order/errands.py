"""What the page of the order asks for and does with the answers: weights, what-ifs, the budget, a place by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.order.priority import WeightMethod
from smartstad_desktop.domain.values import CriterionId, ProjectId
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.order import dialogs
from smartstad_desktop.ui.order.host import OrderHost
from smartstad_desktop.ui.order.outlook import Outlook
from smartstad_desktop.usecases.order.priority import PlaceByHand, SetCommonBudget
from smartstad_desktop.usecases.order.scenarios import AddScenario, EditScenario
from smartstad_desktop.usecases.order.weights import SetWeights


class Errands(QObject):
    """The errands of one page."""

    def __init__(self, page: OrderHost, over: QWidget) -> None:
        super().__init__(over)
        self._page, self._over = page, over
        self.dialog: Dialog | None = None

    def settle(self, weights: Sequence[float]) -> None:
        """Write the weights: of the what-if that is looked at, or those all agree on."""
        outlook = self._page.outlook
        if outlook is None:
            return
        if outlook.scenario is not None:
            changes = {"weights": _given(outlook, weights)}
            self._page.perform(EditScenario(scenario=outlook.scenario.id, changes=changes))
        else:
            command = SetWeights(whose=None, weights=_given(outlook, weights), method=WeightMethod.TYPED)
            self._page.perform(command)

    def ask_scenario(self) -> None:
        """Keep the weights that are looked at under a name."""
        outlook = self._page.outlook
        if outlook is None:
            return

        def keep(values: dict[str, Any]) -> None:
            command = AddScenario(name=values["name"], weights=_given(outlook, outlook.weights), note=values["note"])
            outcome = self._page.perform(command)
            if outcome is not None:
                self._page.go_to_scenario(outcome.value)

        self.dialog = dialogs.ask_scenario(keep, self._over)

    def ask_budget(self) -> None:
        """Ask for the common budget."""
        outlook = self._page.outlook
        if outlook is not None:
            self.dialog = dialogs.ask_budget(
                outlook.facts.budget, lambda budget: self._page.perform(SetCommonBudget(budget=budget)), self._over
            )

    def ask_place(self, wanted: int | None = None) -> None:
        """Ask for another place for the chosen project, and why; a hand that put it down has said where."""
        outlook, project = self._page.outlook, self._page.table.project()
        row = None if outlook is None or project is None else outlook.row(ProjectId(project))
        if row is None or row.place is None or self._page.services.workspace.is_read_only:
            return

        def place(values: dict[str, Any]) -> None:
            command = PlaceByHand(
                project=row.project.id,
                place=values["place"],
                reason=values["reason"],
                decided_by=values["decided_by"],
            )
            self._page.perform(command, offer_undo=True)

        self.dialog = dialogs.ask_place(row, self._page.table.placed, place, self._over, wanted=wanted)


def _given(outlook: Outlook, weights: Sequence[float]) -> dict[CriterionId, float]:
    return {criterion.id: weight for criterion, weight in zip(outlook.facts.criteria, weights, strict=True)}
