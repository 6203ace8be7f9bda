"""How the programme stands against the rules it has set itself.

Plain SQL on the driver's connection (``workspace.glance``), for the reason given in ``reads.overview``.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Final

from smartstad_desktop.domain.programme.checks import ProgrammeState, RuleCheck, check_rules
from smartstad_desktop.domain.programme.risks import Weighed, greatest
from smartstad_desktop.domain.programme.work import WorkState

_AIMS: Final = "SELECT least_municipalities, least_reports, least_projects, most_projects FROM programme"
_POPULATIONS: Final = "SELECT population FROM municipality WHERE is_participating ORDER BY id"
_REPORTS: Final = """
    SELECT count(*), count(*) FILTER (WHERE state <> 'given' AND due_on < ?)
    FROM steering_report WHERE kind = 'steering'
"""
_MEASURES: Final = """
    SELECT count(*), count(*) FILTER (WHERE trim(owner) = '')
    FROM plan_item WHERE plan_id = (SELECT max(id) FROM plan)
"""
_RISKS: Final = """
    SELECT id, likelihood, consequence, closed_on IS NOT NULL, trim(owner) = '' FROM risk ORDER BY order_key, id
"""
_ENTRIES: Final = """
    SELECT count(*), count(*) FILTER (WHERE state IN (?, ?) AND coalesce(ends_on, starts_on) < ?) FROM timeline_entry
"""
_PROJECTS: Final = "SELECT count(*) FROM project WHERE NOT is_external"


def rule_checks(connection: sqlite3.Connection, today: date) -> tuple[RuleCheck, ...]:
    """Return how each rule stands on *today*; nothing in a file without a programme or municipalities."""
    aims = connection.execute(_AIMS).fetchone()
    populations = tuple(population for (population,) in connection.execute(_POPULATIONS))
    if aims is None or not populations:
        return ()
    reports, late_reports = connection.execute(_REPORTS, (today.isoformat(),)).fetchone()
    measures, without_receiver = connection.execute(_MEASURES).fetchone()
    going_on = (WorkState.PLANNED.value, WorkState.ONGOING.value, today.isoformat())
    entries, late = connection.execute(_ENTRIES, going_on).fetchone()
    great, without_owner = _risks(connection)
    return check_rules(
        ProgrammeState(
            populations=populations,
            least_municipalities=aims[0],
            reports=reports,
            least_reports=aims[1],
            late_reports=late_reports,
            measures=measures,
            without_receiver=without_receiver,
            greatest_risks=great,
            without_owner=without_owner,
            entries=entries,
            late=late,
            projects=connection.execute(_PROJECTS).fetchone()[0],
            least_projects=aims[2],
            most_projects=aims[3],
        )
    )


def _risks(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return how many risks are told as the greatest, and how many of those nobody answers for."""
    rows = connection.execute(_RISKS).fetchall()
    first = greatest(
        Weighed(number, likelihood, consequence, place, is_closed=bool(is_closed))
        for place, (number, likelihood, consequence, is_closed, _ownerless) in enumerate(rows)
    )
    ownerless = {number for number, *_values, is_ownerless in rows if is_ownerless}
    return len(first), len(ownerless & set(first))
