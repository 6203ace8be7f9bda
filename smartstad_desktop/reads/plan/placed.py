"""Where workshops and the order put projects, as something measures of the plan can be taken from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.values import Kronor, ProjectId, RoundId, ScenarioId
from smartstad_desktop.domain.workshop.results import Result
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.reads.workshop.results import outcome
from smartstad_desktop.reads.workshop.rounds import RoundSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedProject:
    """A project with its place; ``band`` is the column a round put it in, ``reason`` why it was placed by hand.

    ``number`` is the one people voted by in a round, or the place. The project is None when the round was about
    something else, or when it has been deleted since. Without a budget everything is within it.
    """

    project: ProjectId | None
    title: str
    place: int
    number: int
    band: str = ""
    reason: str = ""
    cost: Kronor | None = None
    is_within_budget: bool = True
    is_confidential: bool = False


def in_round(connection: Connection, round_id: RoundId) -> tuple[PlacedProject, ...] | None:
    """Return what a round came to, best first; None when it is gone. Whether it may be seen is for the phase to say."""
    found = outcome(connection, round_id)
    if found is None:
        return None
    items = {item.number: item for item in found.sheet.items}
    return tuple(
        PlacedProject(
            project=items[result.item].project,
            title=items[result.item].title,
            place=result.place,
            number=result.item,
            band=_band(found.sheet, result),
        )
        for result in found.tally.results
        # Fingers shown for the list as a whole are no measure.
        if result.place is not None and (items[result.item].project or found.sheet.method is not Method.FIST)
    )


def in_order(connection: Connection) -> tuple[PlacedProject, ...]:
    """Return the projects as they were decided: the computed order with the places by hand."""
    known = facts(connection)
    return _placed(rules.order(known), known.budget)


def in_scenario(connection: Connection, scenario_id: ScenarioId) -> tuple[PlacedProject, ...]:
    """Return the projects in the order that a what-if gives them; nothing when it is gone."""
    known = facts(connection)
    scenario = next((each for each in known.scenarios if each.id == scenario_id), None)
    if scenario is None:
        return ()
    made = rules.order(known, rules.weights_in(known, scenario))
    return _placed(made, known.budget if scenario.budget is None else scenario.budget)


def _placed(made: rules.Order, budget: Kronor | None) -> tuple[PlacedProject, ...]:
    rows = [row for row in made.final if row.place is not None]
    within = len(rows) if budget is None else rules.within_budget(rows, budget)
    return tuple(
        PlacedProject(
            project=row.project.id,
            title=row.project.title,
            place=row.place or 0,
            number=number,
            reason="" if row.by_hand is None else row.by_hand.reason,
            cost=row.project.cost,
            is_within_budget=number <= within,
            is_confidential=row.project.is_confidential,
        )
        for number, row in enumerate(rows, start=1)
    )


def _band(sheet: RoundSheet, result: Result) -> str:
    at = result.column
    return sheet.columns[at] if at is not None and at < len(sheet.columns) else ""
