"""Rules that the programme has set itself: they warn and never stop anything (seeds S1-26, S1-42, S3-03)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.programme.sizes import SizeClass, size_class

#: So many sizes of municipalities there should be at the least.
LEAST_SIZES: Final = 2


class Rule(StrEnum):
    """What is looked at."""

    MUNICIPALITIES = "municipalities"
    SIZES = "sizes"
    POPULATION = "population"
    REPORTS = "reports"
    LATE_REPORTS = "late_reports"
    RECEIVERS = "receivers"
    RISK_OWNERS = "risk_owners"
    LATE = "late"
    PROJECTS = "projects"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeState:
    """What the rules look at: the municipalities that take part by population, and what there is and should be."""

    populations: tuple[int | None, ...]
    least_municipalities: int = 0
    reports: int = 0
    least_reports: int = 0
    late_reports: int = 0
    measures: int = 0
    without_receiver: int = 0
    greatest_risks: int = 0
    without_owner: int = 0
    entries: int = 0
    late: int = 0
    projects: int = 0
    least_projects: int | None = None
    most_projects: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCheck:
    """How a rule stands: ``count`` is what there is, or how much is wrong; ``least`` and ``most`` what should be."""

    rule: Rule
    is_met: bool
    count: int = 0
    least: int = 0
    most: int | None = None
    sizes: tuple[tuple[SizeClass, int], ...] = ()


def check_rules(state: ProgrammeState) -> tuple[RuleCheck, ...]:
    """Return how each rule stands; a rule about something that does not exist yet is left out."""
    found = [*_participation(state), *_reports(state), *_work(state)]
    return tuple(found)


def sizes_of(populations: Iterable[int | None]) -> tuple[tuple[SizeClass, int], ...]:
    """Return how many municipalities there are of each size that occurs, the largest first."""
    counts = Counter(size_class(population) for population in populations if population is not None)
    return tuple((size, counts[size]) for size in SizeClass if counts[size])


def _participation(state: ProgrammeState) -> Iterator[RuleCheck]:
    count = len(state.populations)
    if state.least_municipalities:
        least = state.least_municipalities
        yield RuleCheck(rule=Rule.MUNICIPALITIES, is_met=count >= least, count=count, least=least)
    sizes = sizes_of(state.populations)
    unknown = sum(population is None for population in state.populations)
    if count > 1 and sizes:
        is_met = len(sizes) >= LEAST_SIZES
        yield RuleCheck(rule=Rule.SIZES, is_met=is_met, count=len(sizes), least=LEAST_SIZES, sizes=sizes)
    if unknown:
        yield RuleCheck(rule=Rule.POPULATION, is_met=False, count=unknown)


def _reports(state: ProgrammeState) -> Iterator[RuleCheck]:
    if state.least_reports:
        is_met = state.reports >= state.least_reports
        yield RuleCheck(rule=Rule.REPORTS, is_met=is_met, count=state.reports, least=state.least_reports)
    if state.reports:
        yield RuleCheck(rule=Rule.LATE_REPORTS, is_met=not state.late_reports, count=state.late_reports)


def _work(state: ProgrammeState) -> Iterator[RuleCheck]:
    if state.measures:
        yield RuleCheck(rule=Rule.RECEIVERS, is_met=not state.without_receiver, count=state.without_receiver)
    if state.greatest_risks:
        yield RuleCheck(rule=Rule.RISK_OWNERS, is_met=not state.without_owner, count=state.without_owner)
    if state.entries:
        yield RuleCheck(rule=Rule.LATE, is_met=not state.late, count=state.late)
    if state.least_projects is not None or state.most_projects is not None:
        yield RuleCheck(
            rule=Rule.PROJECTS,
            is_met=state.projects >= (state.least_projects or 0),
            count=state.projects,
            least=state.least_projects or 0,
            most=state.most_projects,
        )
