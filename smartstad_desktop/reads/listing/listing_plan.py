"""The development plan for scripts: its versions, measures, commitments, chapters, and what was set aside."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.reads.listing.listing_values import Row, iso, thousands
from smartstad_desktop.reads.plan import asides as reads_asides
from smartstad_desktop.reads.plan import chapters as reads_chapters
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.measure import measures as read_measures
from smartstad_desktop.reads.plan.measure_parts import CommitmentRow
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.plan import Plan
from smartstad_desktop.storage.tables.programme import Municipality


def plans(connection: Connection, _language: Language) -> list[Row]:
    """Return the versions of the development plan."""
    plain = ("title", "version", "status", "case_number", "first_year", "last_year", "responsible", "change_note")
    return [
        {name: getattr(row, name) for name in (*plain, "frozen_at", "content_hash", "outcome")}
        | {"decided_on": iso(row.decided_on), "revise_on": iso(row.revise_on)}
        for row in connection.execute(select(Plan.__table__).order_by(Plan.id))
    ]


def measures(connection: Connection, language: Language) -> list[Row]:
    """Return the measures of all plan versions with what each municipality commits to."""
    towns, projects, goals = (_keys(connection, table) for table in (Municipality, Project, Goal))
    plain = (
        *("title", "band", "why", "what", "effect", "beneficiary", "owner", "time", "money_source", "risk"),
        *("next_decision", "workshop_place", "deviates", "deviation_reason"),
    )
    return [
        {
            "plan_version": version,
            "number": number,
            "project": projects.get(row.project),
            "origin": row.origin.value,
            "horizon": None if row.horizon is None else row.horizon.value,
            "owner_municipality": towns.get(row.owner_municipality),
            "starts_on": iso(row.starts_on),
            "ends_on": iso(row.ends_on),
            "money_one_off": thousands(row.money_one_off),
            "money_running": thousands(row.money_running),
            "goals": {str(goals[each.goal]): each.contribution for each in row.goals},
            "risks": [each.name.in_language(language.value) for each in row.risks],
            "cases": [each.key for each in row.cases if not each.is_confidential],
            "missing": list(row.missing),
            "commitments": [_commitment(said, towns) for said in row.commitments],
        }
        | {name: getattr(row, name) for name in plain}
        for version, number, row in _all_measures(connection)
    ]


def commitments(connection: Connection, _language: Language) -> list[Row]:
    """Return what each municipality commits to in all plan versions, one row for each measure."""
    towns = _keys(connection, Municipality)
    return [
        {"plan_version": version, "number": number, "measure": row.title} | _commitment(said, towns)
        for version, number, row in _all_measures(connection)
        for said in row.commitments
    ]


def asides(connection: Connection, _language: Language) -> list[Row]:
    """Return what all plan versions set aside, and why."""
    towns, projects = _keys(connection, Municipality), _keys(connection, Project)
    return [
        {
            "plan_version": version,
            "kind": row.kind.value,
            "title": row.title,
            "project": projects.get(row.project),
            "municipality": towns.get(row.municipality),
            "reason": row.reason,
            "receiver": row.receiver,
            "time": row.time,
            "ends_on": iso(row.ends_on),
        }
        for plan, version in _versions(connection)
        for row in reads_asides.asides(connection, plan)
    ]


def chapters(connection: Connection, _language: Language) -> list[Row]:
    """Return the chapters of all plan versions; their text is CommonMark."""
    return [
        {"plan_version": version, "title": row.title, "text": row.text}
        for plan, version in _versions(connection)
        for row in reads_chapters.chapters(connection, plan)
    ]


def _versions(connection: Connection) -> list[tuple[PlanId, str]]:
    rows = connection.execute(select(Plan.id, Plan.version).order_by(Plan.id)).all()
    return [(PlanId(row.id), row.version) for row in rows]


def _all_measures(connection: Connection) -> list[tuple[str, int, MeasureRow]]:
    return [
        (version, number, row)
        for plan, version in _versions(connection)
        for number, row in enumerate(read_measures(connection, plan), start=1)
    ]


def _commitment(said: CommitmentRow, towns: dict[int | None, str]) -> Row:
    return {
        "municipality": towns.get(said.municipality),
        "role": said.role.value,
        "year": said.year,
        "budget": thousands(said.budget),
        "years": {str(each.year): thousands(each.amount) for each in said.years},
        "owner_unit": said.owner_unit,
        "comment": said.comment,
        "adoption": said.adoption,
    }


def _keys(connection: Connection, table: type[Municipality | Project | Goal]) -> dict[Any, str]:
    return {row.id: row.key for row in connection.execute(select(table.id, table.key))}
