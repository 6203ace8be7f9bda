"""Residents' needs under their value words, for the page where they are gathered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from smartstad_desktop.domain.needs import NeedSource
from smartstad_desktop.domain.values import GoalId, Language, MunicipalityId, Named, ProjectId
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import CitizenNeed, NeedGoal, NeedProject, NeedService, ValueWord
from smartstad_desktop.storage.tables.programme import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """A need with what it is tied to; ``best_coverage`` is the best any service does (None when nobody has looked)."""

    id: int
    need: str
    quote: str
    target_group: str
    service_area: str
    source: NeedSource | None
    method: str
    heard_on: date | None
    place: str
    mentions: int | None
    municipality: MunicipalityId | None
    word: int | None
    comment: str
    language: Language
    goals: frozenset[GoalId]
    projects: tuple[ProjectId, ...]
    best_coverage: int | None

    @property
    def line(self) -> str:
        """Return the need in a line: as it was put, else as it was said."""
        return self.need or self.quote


@dataclass(frozen=True, slots=True)
class WordRow:
    """A value word."""

    id: int
    name: Named


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality as its mark is drawn."""

    id: MunicipalityId
    name: str
    mark: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsShown:
    """All that the page shows: words in order, needs in order, and the names of what they are tied to."""

    words: tuple[WordRow, ...]
    needs: tuple[NeedRow, ...]
    towns: dict[MunicipalityId, Town]
    goals: dict[GoalId, Named]
    projects: dict[ProjectId, str]

    def under(self, word: int | None) -> tuple[NeedRow, ...]:
        """Return the needs of a value word; None is those without one."""
        return tuple(need for need in self.needs if need.word == word)


def needs(connection: Connection) -> NeedsShown:
    """Return the needs with everything around them."""
    goals = _pairs(connection, NeedGoal.need_id, NeedGoal.goal_id)
    projects = _pairs(connection, NeedProject.need_id, NeedProject.project_id)
    coverage = _pairs(connection, NeedService.need_id, NeedService.coverage)
    query = select(CitizenNeed.__table__).order_by(CitizenNeed.order_key, CitizenNeed.id)
    return NeedsShown(
        words=tuple(
            WordRow(row.id, Named(row.name_sv, row.name_nb, row.name_en))
            for row in connection.execute(select(ValueWord.__table__).order_by(ValueWord.order_key, ValueWord.id))
        ),
        needs=tuple(
            NeedRow(
                id=row.id,
                need=row.need,
                quote=row.quote,
                target_group=row.target_group,
                service_area=row.service_area,
                source=NeedSource(row.source) if row.source else None,
                method=row.method,
                heard_on=row.heard_on,
                place=row.place,
                mentions=row.mentions,
                municipality=row.municipality_id,
                word=row.value_word_id,
                comment=row.comment,
                language=Language(row.content_language),
                goals=frozenset(GoalId(goal) for goal in goals[row.id]),
                projects=tuple(ProjectId(project) for project in sorted(projects[row.id])),
                best_coverage=max(coverage[row.id], default=None),
            )
            for row in connection.execute(query)
        ),
        towns=towns(connection),
        goals={
            GoalId(row.id): Named(row.name_sv, row.name_nb, row.name_en)
            for row in connection.execute(select(Goal.__table__).order_by(Goal.order_key, Goal.id))
        },
        projects={
            ProjectId(row.id): row.title
            for row in connection.execute(select(Project.id, Project.title).order_by(Project.title))
        },
    )


def towns(connection: Connection) -> dict[MunicipalityId, Town]:
    """Return the municipalities that take part, in the order they were added."""
    query = select(Municipality.__table__).where(Municipality.is_participating).order_by(Municipality.id)
    return {
        MunicipalityId(row.id): Town(MunicipalityId(row.id), row.short_name, row.mark, row.colour)
        for row in connection.execute(query)
    }


def _pairs(connection: Connection, owner: object, other: object) -> defaultdict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one, many in connection.execute(select(owner, other)):  # type: ignore[call-overload]  columns of different tables
        found[one].append(many)
    return found
