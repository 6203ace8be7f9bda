"""Testbeds and tests for scripts; of a confidential test only that there is one is told."""

from __future__ import annotations

from sqlalchemy import Connection, select

from smartstad_desktop.domain.testbeds.routines import CheckState, RoutineKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing_values import Row, iso, thousands
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.reads.testbeds.cases import cases
from smartstad_desktop.reads.testbeds.testbed_cases import TestFacts, facts_of_test
from smartstad_desktop.reads.testbeds.testbeds import testbeds as read_testbeds
from smartstad_desktop.storage.tables.programme import Municipality


def testbeds(connection: Connection, _language: Language) -> list[Row]:
    """Return the register of testbeds."""
    towns, shown = _towns(connection), read_testbeds(connection)
    plain = ("name", "what", "owner_unit", "contact_role", "place", "access", "constraints", "is_active", "cases")
    return [
        {name: getattr(row, name) for name in plain}
        | {
            "nature": row.nature.value,
            "environment": row.environment.value if row.environment else None,
            "municipality": towns.get(row.municipality),
            "organisation": shown.organisations.get(row.organisation or 0),
            "missing": list(row.lacks),
        }
        for row in shown.testbeds
    ]


def tests(connection: Connection, language: Language) -> list[Row]:
    """Return the tests with how far each has come, what was decided, and what came of it."""
    towns = _towns(connection)
    found: list[Row] = []
    for row in cases(connection, RoutineKind.TESTBED):
        facts = facts_of_test(connection, row.id)
        if row.is_confidential or facts is None:
            hidden = dict.fromkeys(("title", "municipality", "stage", "ends_on"))
            found.append(hidden | {"key": row.key, "state": row.state.value, "is_confidential": True})
        else:
            found.append(_told(case_sheet(connection, row.id, language), facts, towns))
    return found


def _told(sheet: CaseSheet, facts: TestFacts, towns: dict[int | None, str]) -> Row:
    case, stage = sheet.facts, sheet.current
    return {
        "key": case.key,
        "title": case.title,
        "state": case.state.value,
        "is_confidential": False,
        "municipality": towns.get(case.municipality),
        "joined": sorted(towns[number] for number in facts.municipalities),
        "routine": case.routine_name,
        "version": case.version,
        "stage": None if stage is None else stage.name,
        "missing": list(sheet.missing),
        "open_points": 0 if stage is None else sum(point.state is CheckState.OPEN for point in stage.points),
        "starts_on": iso(case.starts_on),
        "ends_on": iso(case.ends_on),
        "ended_on": iso(case.ended_on),
        "what_next": case.what_next,
        "hypothesis": facts.hypothesis,
        "cost_tkr": thousands(facts.cost),
        "recommendation": facts.recommendation.value if facts.recommendation else None,
        "lesson": case.lesson,
        "result": facts.result,
        "shared_on": iso(facts.shared_on),
        "indicators": [
            {
                "name": row.name,
                "unit": row.unit,
                "baseline": row.reading.baseline,
                "target": row.reading.target,
                "result": row.reading.result,
                "standing": row.reading.standing.value,
            }
            for row in facts.indicators
        ],
        "decisions": [
            {
                "gate": row.gate,
                "answer": row.answer.value,
                "decided_on": iso(row.decided_on),
                "decided_by": row.decided_by,
                "reason": row.reason,
                "changes": row.changes,
            }
            for row in sheet.decisions
        ],
    }


def _towns(connection: Connection) -> dict[int | None, str]:
    return {row.id: row.key for row in connection.execute(select(Municipality.id, Municipality.key))}
