"""Figures of the programme: projects by municipality, theme and status, what serves each goal, money by year.

Our own projects are counted; examples seen elsewhere are not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.inventory import ProjectKind, Status, kind_of
from smartstad_desktop.domain.values import Kronor, Named
from smartstad_desktop.reads.goals.goals import named
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectTheme
from smartstad_desktop.storage.tables.programme import Municipality, Theme

#: The groups a bar is divided into.
GROUPS: Final = (ProjectKind.ONGOING, ProjectKind.PLANNED, ProjectKind.FINISHED)
#: A contribution of this much or more is direct, clear, indirect.
CONTRIBUTIONS: Final = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class GroupedCount:
    """How many projects of each group there are under a name."""

    name: Named
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Return all of them."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class YearMoney:
    """The budgets of the projects that start in a year, by source; None is a project without a start."""

    year: int | None
    by_source: Mapping[str, Kronor]

    @property
    def total(self) -> int:
        """Return the sum of all sources."""
        return sum(self.by_source.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything the page shows."""

    projects: int
    municipalities: tuple[GroupedCount, ...]
    themes: tuple[GroupedCount, ...]
    statuses: tuple[tuple[Status, int], ...]
    goals: tuple[GroupedCount, ...]
    money: tuple[YearMoney, ...]
    sources: tuple[str, ...]
    without_budget: int


def figures(connection: Connection) -> Figures:
    """Return the figures."""
    projects = connection.execute(
        select(
            Project.id,
            Project.status,
            Project.remembered_status,
            Project.municipality_id,
            Project.budget_total,
            Project.funding,
            Project.start_first,
        ).where(Project.is_external.is_(False))
    ).all()
    kinds = {row.id: _group(row.status, row.remembered_status) for row in projects}
    money, sources = _money([(row.start_first, row.funding, row.budget_total) for row in projects])
    statuses = Counter(Status(row.status) for row in projects)
    return Figures(
        projects=len(projects),
        municipalities=_by_municipality(connection, kinds, {row.id: row.municipality_id for row in projects}),
        themes=_by_theme(connection, kinds),
        statuses=tuple((status, statuses[status]) for status in Status if statuses[status]),
        goals=_by_goal(connection, kinds),
        money=money,
        sources=sources,
        without_budget=sum(row.budget_total is None for row in projects),
    )


def _group(status: str, remembered: str | None) -> int:
    """Return the number of a status' group: what is stopped is finished, an idea is planned."""
    kind = kind_of(Status(status), remembered=Status(remembered) if remembered else None)
    kind = {ProjectKind.IDEA: ProjectKind.PLANNED, ProjectKind.STOPPED: ProjectKind.FINISHED}.get(kind, kind)
    return GROUPS.index(kind)


def _counted(numbers: list[int], size: int = len(GROUPS)) -> tuple[int, ...]:
    counts = Counter(numbers)
    return tuple(counts[number] for number in range(size))


def _by_municipality(
    connection: Connection, kinds: Mapping[int, int], leads: Mapping[int, int | None]
) -> tuple[GroupedCount, ...]:
    rows = connection.execute(
        select(Municipality.id, Municipality.short_name).where(Municipality.is_participating.is_(True))
    )
    found = [
        GroupedCount(
            Named(row.short_name), _counted([kinds[project] for project, lead in leads.items() if lead == row.id])
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: -each.total))


def _by_theme(connection: Connection, kinds: Mapping[int, int]) -> tuple[GroupedCount, ...]:
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for row in connection.execute(select(ProjectTheme.theme_id, ProjectTheme.project_id)):
        if row.project_id in kinds:
            numbers[row.theme_id].append(kinds[row.project_id])
    rows = connection.execute(select(Theme.__table__).order_by(Theme.order_key))
    found = [GroupedCount(named(row), _counted(numbers[row.id])) for row in rows]
    return tuple(sorted((each for each in found if each.total), key=lambda each: -each.total))


def _by_goal(connection: Connection, kinds: Mapping[int, int]) -> tuple[GroupedCount, ...]:
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    # A stopped project serves no goal, here as in the goal matrix.
    rows = connection.execute(
        select(ProjectGoal.goal_id, ProjectGoal.project_id, ProjectGoal.contribution)
        .join(Project, Project.id == ProjectGoal.project_id)
        .where(Project.status != Status.STOPPED)
    )
    for row in rows:
        if row.project_id in kinds and row.contribution in CONTRIBUTIONS:
            numbers[row.goal_id].append(CONTRIBUTIONS.index(row.contribution))
    goals = connection.execute(select(Goal.__table__).order_by(Goal.order_key))
    return tuple(GroupedCount(named(row), _counted(numbers[row.id])) for row in goals)


def _money(rows: list[tuple[object, list[str], int | None]]) -> tuple[tuple[YearMoney, ...], tuple[str, ...]]:
    """Return the sums per year of start and source; several sources of one project are one name with a plus."""
    sums: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
    sources: Counter[str] = Counter()
    for start, funding, budget in rows:
        if budget is None:
            continue
        source = " + ".join(sorted(funding, key=str.casefold))
        sums[getattr(start, "year", None)][source] += budget
        sources[source] += budget
    years = sorted(sums, key=lambda year: (year is None, year or 0))
    order = tuple(source for source, _sum in sources.most_common())
    return (
        tuple(YearMoney(year, {source: Kronor(sums[year][source]) for source in order}) for year in years),
        order,
    )
