"""Rows of every kind as plain values, for scripts: keys instead of ids, ISO dates, money in thousands of kronor."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.reads.listing import (
    listing_follow_up,
    listing_goals,
    listing_governance,
    listing_needs,
    listing_plan,
    listing_plan_decision,
    listing_priority,
    listing_procurement,
    listing_programme,
    listing_projects,
    listing_sessions,
    listing_testbeds,
)
from smartstad_desktop.reads.listing.listing_values import Listing, Row, iso, name_of
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.importing import ImportJob, SentList
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.priority import Criterion
from smartstad_desktop.storage.tables.programme import Municipality, MunicipalityCode, Programme, Theme, Track
from smartstad_desktop.storage.tables.routines import ChecklistItem, Routine, RoutineStage
from smartstad_desktop.storage.tables.work import MunicipalitySuccession


def programme(connection: Connection, language: Language) -> list[Row]:
    """Return the one programme."""
    keys = _keys(connection, Municipality)
    return [
        {
            "name": row.name,
            "purpose": row.purpose,
            "phase": row.phase,
            "vision": getattr(row, f"vision_{language.value}") or row.vision_sv,
            "language": row.language,
            "currency": row.currency,
            "first_year": row.first_year,
            "last_year": row.last_year,
            "started_on": iso(row.started_on),
            "ends_on": iso(row.ends_on),
            "parent_programme": row.parent_programme,
            "predecessor": row.predecessor,
            "reference_framework": row.reference_framework,
            "least_municipalities": row.least_municipalities,
            "least_reports": row.least_reports,
            "least_projects": row.least_projects,
            "most_projects": row.most_projects,
            "case_number": row.case_number,
            "host_municipality": keys.get(row.host_municipality_id),
            "template": row.template_key,
            "is_demo": row.is_demo,
        }
        for row in connection.execute(select(Programme.__table__))
    ]


def municipalities(connection: Connection, _language: Language) -> list[Row]:
    """Return the municipalities with all official codes they have had, and what came after them."""
    keys = _keys(connection, Municipality)
    codes: defaultdict[int, list[Row]] = defaultdict(list)
    for code in connection.execute(select(MunicipalityCode.__table__).order_by(MunicipalityCode.id)):
        codes[code.municipality_id].append(
            {"code": code.code, "valid_from": iso(code.valid_from), "valid_to": iso(code.valid_to)}
        )
    successors: defaultdict[int, list[str | None]] = defaultdict(list)
    for step in connection.execute(select(MunicipalitySuccession.__table__).order_by(MunicipalitySuccession.id)):
        successors[step.before_id].append(keys.get(step.after_id))
    return [
        {
            "key": row.key,
            "name": row.name,
            "short_name": row.short_name,
            "mark": row.mark,
            "colour": row.colour,
            "country": row.country,
            "population": row.population,
            "population_year": row.population_year,
            "is_participating": row.is_participating,
            "aliases": row.aliases,
            "codes": codes[row.id],
            "valid_from": iso(row.valid_from),
            "valid_to": iso(row.valid_to),
            "successors": successors[row.id],
        }
        for row in connection.execute(select(Municipality.__table__).order_by(Municipality.id))
    ]


def _named(table: Any) -> Listing:
    def rows(connection: Connection, language: Language) -> list[Row]:
        found = connection.execute(select(table.__table__).order_by(table.order_key))
        return [{"key": row.key, "name": name_of(row, language)} for row in found]

    return rows


def criteria(connection: Connection, language: Language) -> list[Row]:
    """Return the criteria with weights and described steps."""
    return [
        {
            "key": row.key,
            "name": name_of(row, language),
            "meaning": name_of(row, language, "meaning"),
            "weight": row.weight,
            "direction": row.direction,
            "steps": {step: Named(**texts).in_language(language) for step, texts in row.steps.items()},
        }
        for row in connection.execute(select(Criterion.__table__).order_by(Criterion.order_key))
    ]


def routines(connection: Connection, language: Language) -> list[Row]:
    """Return the stages of all routines with their checklists."""
    names = {row.id: row.key for row in connection.execute(select(Routine.id, Routine.key))}
    items: defaultdict[int, list[str]] = defaultdict(list)
    for item in connection.execute(select(ChecklistItem.__table__).order_by(ChecklistItem.order_key)):
        items[item.stage_id].append(name_of(item, language))
    stages = connection.execute(
        select(RoutineStage.__table__).order_by(RoutineStage.routine_id, RoutineStage.order_key)
    )
    return [
        {
            "routine": names[row.routine_id],
            "stage": name_of(row, language),
            "phase": row.phase,
            "responsible": name_of(row, language, "responsible"),
            "gate": name_of(row, language, "gate"),
            "checklist": items[row.id],
        }
        for row in stages
    ]


def boards(connection: Connection, _language: Language) -> list[Row]:
    """Return the boards with their columns and the projects in them; ``tray`` holds those that wait."""
    keys = _keys(connection, Project)
    lying: defaultdict[tuple[int, int | None], list[str | None]] = defaultdict(list)
    for card in connection.execute(select(Placement.__table__).order_by(Placement.order_key)):
        lying[card.board_id, card.column_id].append(keys.get(card.project_id))
    columns: defaultdict[int, list[Row]] = defaultdict(list)
    for column in connection.execute(select(BoardColumn.__table__).order_by(BoardColumn.order_key)):
        columns[column.board_id].append(
            {
                "name": column.name,
                "years": column.years,
                "meaning": column.meaning,
                "projects": lying[column.board_id, column.id],
            }
        )
    return [
        {
            "name": row.name,
            "question": row.question,
            "occasion": row.occasion,
            "columns": columns[row.id],
            "tray": lying[row.id, None],
        }
        for row in connection.execute(select(Board.__table__).order_by(Board.order_key))
    ]


def imports(connection: Connection, _language: Language) -> list[Row]:
    """Return the lists that have been brought in."""
    keys = _keys(connection, Municipality)
    return [
        {
            "at": row.at,
            "file_name": row.file_name,
            "municipality": keys.get(row.municipality_id),
            "sha256": row.sha256,
            "counts": row.counts,
        }
        for row in connection.execute(select(ImportJob.__table__).order_by(ImportJob.id))
    ]


def sent_lists(connection: Connection, _language: Language) -> list[Row]:
    """Return the workbooks that have been made for municipalities."""
    keys = _keys(connection, Municipality)
    return [
        {
            "at": row.at,
            "municipality": keys.get(row.municipality_id),
            "file_name": row.file_name,
            "language": row.language,
            "stamp": row.stamp,
        }
        for row in connection.execute(select(SentList.__table__).order_by(SentList.id))
    ]


#: The kinds that can be listed; steps come from the journal.
KINDS: Final[dict[str, Listing]] = {
    "programme": programme,
    "municipalities": municipalities,
    "projects": listing_projects.projects,
    "needs": listing_needs.needs,
    "value_words": listing_needs.value_words,
    "services": listing_needs.services,
    "themes": _named(Theme),
    "tracks": _named(Track),
    "goals": listing_goals.goals,
    "indicators": listing_goals.indicators,
    "chain": listing_goals.chain,
    "criteria": criteria,
    "scores": listing_priority.scores,
    "weightings": listing_priority.weightings,
    "scenarios": listing_priority.scenarios,
    "places_by_hand": listing_priority.places_by_hand,
    "risks": listing_programme.risks,
    "parts": listing_programme.parts,
    "timeline": listing_programme.entries,
    "questions": listing_programme.questions,
    "calls": listing_programme.calls,
    "routines": routines,
    "boards": boards,
    "sessions": listing_sessions.workshops,
    "organisations": listing_governance.organisations,
    "bodies": listing_governance.bodies,
    "decisions": listing_governance.decisions,
    "testbeds": listing_testbeds.testbeds,
    "tests": listing_testbeds.tests,
    "procurements": listing_procurement.procurements,
    "thresholds": listing_procurement.thresholds,
    "plans": listing_plan.plans,
    "measures": listing_plan.measures,
    "commitments": listing_plan.commitments,
    "asides": listing_plan.asides,
    "chapters": listing_plan.chapters,
    "versions": listing_plan_decision.versions,
    "adoptions": listing_plan_decision.adoptions,
    "changes": listing_plan_decision.changes,
    "reports": listing_follow_up.reports,
    "reminders": listing_follow_up.reminders,
    "imports": imports,
    "sent_lists": sent_lists,
}


def _keys(connection: Connection, table: type[Municipality | Project]) -> dict[int | None, str]:
    return {row.id: row.key for row in connection.execute(select(table.id, table.key))}
