"""The order as it is looked at: with the weights in force, with a what-if, or with weights somebody drags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.order.order import Order, Row
from smartstad_desktop.domain.order.weighed import Facts, Judge, Scenario
from smartstad_desktop.domain.values import ProjectId, ScenarioId

if TYPE_CHECKING:
    from smartstad_desktop.domain.order.robustness import Field, Robustness, Standing

#: The first places are looked at together.
FIRST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the order: the project's row, its place in the list shown, and how firmly it stands."""

    row: Row
    place: int | None
    standing: Standing | None
    #: Projects of one group cannot be told apart; None stands alone.
    group: int | None
    #: The common budget reaches this far.
    is_afforded: bool


class Outlook:
    """One snapshot of the facts, and the order it gives with changing weights."""

    def __init__(self, facts: Facts, scenario: ScenarioId | None = None) -> None:
        self.facts = facts
        self.scenario = next((each for each in facts.scenarios if each.id == scenario), None)
        self._kept = rules.scored(facts)
        self._field: Field | None = None
        self._robust: Robustness | None = None
        self.weights = self.start
        self.order: Order = rules.order(facts, self.weights, self._kept)
        self.judges: dict[int, Judge] = {judge.id: judge for judge in facts.municipalities}

    @property
    def start(self) -> tuple[float, ...]:
        """Return the weights before anybody drags one: those in force, or the what-if's."""
        return (
            rules.weights_in_force(self.facts) if self.scenario is None else rules.weights_in(self.facts, self.scenario)
        )

    @property
    def budget(self) -> int | None:
        """Return the budget of the what-if, or the common one."""
        scenario: Scenario | None = self.scenario
        return self.facts.budget if scenario is None or scenario.budget is None else scenario.budget

    def weigh(self, weights: Sequence[float], *, is_dragging: bool = False) -> None:
        """Look at the order with other weights; while one is dragged fewer weightings are drawn."""
        self.weights = tuple(weights)
        self.order = rules.order(self.facts, self.weights, self._kept)
        self._robust = self._draw(is_dragging=is_dragging)

    def _draw(self, *, is_dragging: bool) -> Robustness | None:
        from smartstad_desktop.domain.order import robustness as robust  # noqa: PLC0415  loads numpy, needed by this page alone

        if not sum(self.weights):
            return None
        if self._field is None:
            self._field = robust.Field(rules.score_rows(self.facts), self.facts.directions)
        count = robust.WHILE_DRAGGING if is_dragging else robust.AT_REST
        return self._field.robustness(self.weights, bands=(FIRST,), weightings=count)

    @property
    def robust(self) -> Robustness | None:
        """Return how the order stands under plausible weightings; None when the criteria weigh nothing."""
        if self._robust is None:
            self._robust = self._draw(is_dragging=False)
        return self._robust

    def lines(self, *, is_computed: bool) -> list[Line]:
        """Return the lines of the computed order, or of the one with places by hand."""
        rows = self.order.rows if is_computed else self.order.final
        robust = self.robust
        numbers = {project.id: number for number, project in enumerate(self.facts.projects)}
        groups = {
            at: group for group, each in enumerate(robust.groups if robust else ()) for at in each if len(each) > 1
        }
        reached = rules.within_budget(rows, self.budget) if self.budget is not None else 0  # type: ignore[arg-type]  kronor
        return [
            Line(
                row=row,
                place=row.place if is_computed else row.final_place,
                standing=robust.standings.get(numbers[row.project.id]) if robust else None,
                group=groups.get(numbers[row.project.id]),
                is_afforded=number < reached,
            )
            for number, row in enumerate(rows)
        ]

    def row(self, project: ProjectId) -> Row | None:
        """Return the row of a project."""
        return next((row for row in self.order.rows if row.project.id == project), None)
