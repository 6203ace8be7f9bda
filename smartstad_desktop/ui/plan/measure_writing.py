"""What is changed in the form of a measure as commands: fields, and links to goals, risks and cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from smartstad_desktop.domain.values import GoalId, PlanItemId
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.plan.cases_of_measure import LinkMeasureCase, UnlinkMeasureCase
from smartstad_desktop.usecases.plan.goals_of_measure import SetMeasureGoal
from smartstad_desktop.usecases.plan.measures import EditMeasure
from smartstad_desktop.usecases.plan.risks_of_measure import LinkMeasureRisk, UnlinkMeasureRisk

_LINKS = frozenset({"goals", "risks", "cases"})


def commands_of(row: MeasureRow, changes: Mapping[str, Any], *, is_typing: bool) -> Iterator[Command]:
    """Give the commands that make *row* what the form says."""
    plain = {name: value for name, value in changes.items() if name not in _LINKS}
    if plain:
        yield EditMeasure(measure=row.id, changes=plain, is_typing=is_typing)
    if "goals" in changes:
        yield from _goals(row, changes["goals"])
    if "risks" in changes:
        held = {each.risk for each in row.risks}
        yield from _linked(row.id, held, changes["risks"], _risk, _no_risk)
    if "cases" in changes:
        held = {each.case for each in row.cases}
        yield from _linked(row.id, held, changes["cases"], _case, _no_case)


def _goals(row: MeasureRow, wanted: Mapping[int, int]) -> Iterator[Command]:
    held = {int(each.goal): each.contribution for each in row.goals}
    for goal in sorted({*held, *wanted}):
        if held.get(goal) != wanted.get(goal):
            yield SetMeasureGoal(measure=row.id, goal=GoalId(goal), contribution=wanted.get(goal))


def _linked(
    measure: PlanItemId,
    held: set[int],
    wanted: Iterable[int],
    link: Callable[[PlanItemId, int], Command],
    unlink: Callable[[PlanItemId, int], Command],
) -> Iterator[Command]:
    new = set(wanted)
    yield from (link(measure, each) for each in sorted(new - held))
    yield from (unlink(measure, each) for each in sorted(held - new))


def _risk(measure: PlanItemId, risk: int) -> Command:
    return LinkMeasureRisk(measure=measure, risk=risk)


def _no_risk(measure: PlanItemId, risk: int) -> Command:
    return UnlinkMeasureRisk(measure=measure, risk=risk)


def _case(measure: PlanItemId, case: int) -> Command:
    return LinkMeasureCase(measure=measure, case=case)


def _no_case(measure: PlanItemId, case: int) -> Command:
    return UnlinkMeasureCase(measure=measure, case=case)
