"""Projects as plain values, for scripts: every field of the inventory and what it is linked to, by key."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.inventory import Status, kind_of, progress_of
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing_values import Row, iso, thousands
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import (
    Project,
    ProjectAdopter,
    ProjectGoal,
    ProjectMunicipality,
    ProjectSdg,
    ProjectTheme,
)
from smartstad_desktop.storage.tables.programme import Municipality, Theme

_PLAIN: Final = (
    "external_ref", "title", "alias", "what", "why", "how", "status", "remembered_status", "status_reason",
    "is_external", "needs", "owner_unit", "contact_role", "contact_email", "funding", "funding_nature", "partners",
    "actor_types", "municipality_role", "technologies", "maturity", "testbed_use", "testbed_note",
    "procurement_potential", "procurement_note", "expected_effect", "beneficiary", "observed_effect", "is_shareable",
    "shareable", "lesson", "risks", "resident_involvement", "is_city_wide", "challenges_core", "is_lighthouse",
    "link", "place", "is_confidential", "confidentiality_reason", "comment", "extra", "content_language",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Links:
    """What projects are linked to, by project id."""

    municipalities: dict[int | None, str]
    participants: defaultdict[int, list[str]]
    themes: defaultdict[int, list[str]]
    goals: defaultdict[int, list[tuple[str, int]]]
    sdg: defaultdict[int, list[int]]


def projects(connection: Connection, _language: Language) -> list[Row]:
    """Return the projects in the order they were added."""
    links = _links(connection)
    found = connection.execute(select(Project.__table__).order_by(Project.id))
    return [_project(row, links) for row in found]


def own_projects(connection: Connection, language: Language) -> list[Row]:
    """Return the projects that are the municipalities' own, without the examples from elsewhere."""
    return [row for row in projects(connection, language) if not row["is_external"]]


def examples(connection: Connection, language: Language) -> list[Row]:
    """Return the examples from elsewhere, with what only examples have."""
    towns = _municipality_keys(connection)
    adopters: defaultdict[str, list[str]] = defaultdict(list)
    taken = select(Project.key, ProjectAdopter.municipality_id).join(Project, Project.id == ProjectAdopter.project_id)
    for row in connection.execute(taken.order_by(ProjectAdopter.id)):
        adopters[row.key].append(towns[row.municipality_id])
    can_follow = {
        row.key: row.transferability for row in connection.execute(select(Project.key, Project.transferability))
    }
    return [
        row | {"transferability": can_follow[row["key"]], "adopters": adopters[row["key"]]}
        for row in projects(connection, language)
        if row["is_external"]
    ]


def _project(row: Any, links: _Links) -> Row:
    status = Status(row.status)
    remembered = None if row.remembered_status is None else Status(row.remembered_status)
    return (
        {
            "key": row.key,
            "municipality": links.municipalities.get(row.municipality_id),
            "kind": kind_of(status, remembered=remembered, is_external=row.is_external).value,
            "progress": progress_of(status, remembered),
            "participants": links.participants[row.id],
            "themes": links.themes[row.id],
            "goals": dict(links.goals[row.id]),
            "sdg": links.sdg[row.id],
        }
        | {name: getattr(row, name) for name in _PLAIN}
        | _money_and_time(row)
    )


def _money_and_time(row: Any) -> Row:
    return {
        "budget_total": thousands(row.budget_total),
        "budget_as_written": row.budget_written,
        "budget_on": iso(row.budget_on),
        "cost_to_date": thousands(row.cost_to_date),
        "cost_as_written": row.cost_written,
        "cost_on": iso(row.cost_on),
        "start": iso(row.start_first),
        "start_precision": row.start_precision,
        "start_as_written": row.start_written,
        "end": iso(row.end_last),
        "end_precision": row.end_precision,
        "end_as_written": row.end_written,
        "review_on": iso(row.review_on),
        "updated_on": iso(row.updated_on),
        "confirmed_on": iso(row.confirmed_on),
    }


def _links(connection: Connection) -> _Links:
    links = _Links(
        _municipality_keys(connection), defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    )
    for row in connection.execute(select(ProjectMunicipality.__table__).order_by(ProjectMunicipality.id)):
        links.participants[row.project_id].append(links.municipalities[row.municipality_id])
    themes = select(ProjectTheme.project_id, Theme.key).join(Theme, Theme.id == ProjectTheme.theme_id)
    for row in connection.execute(themes.order_by(ProjectTheme.id)):
        links.themes[row.project_id].append(row.key)
    goals = select(ProjectGoal.project_id, Goal.key, ProjectGoal.contribution).join(
        Goal, Goal.id == ProjectGoal.goal_id
    )
    for row in connection.execute(goals.order_by(Goal.order_key)):
        links.goals[row.project_id].append((row.key, row.contribution))
    for row in connection.execute(select(ProjectSdg.__table__).order_by(ProjectSdg.sdg)):
        links.sdg[row.project_id].append(row.sdg)
    return links


def _municipality_keys(connection: Connection) -> dict[int | None, str]:
    return {row.id: row.key for row in connection.execute(select(Municipality.id, Municipality.key))}
