"""What is due, gathered from every date that is kept.

Plain SQL on whatever runs it, so that the overview can count what is late before SQLAlchemy has been loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final, TypeAlias

from smartstad_desktop.domain.follow_up.reminders import (
    Due,
    ReminderKind,
    Reply,
    Told,
    about,
    months_before,
    with_replies,
)

#: Runs a query and gives its rows.
Run: TypeAlias = Callable[[str], Iterable[Any]]

# Each gives: row, words, day, who, and the row of the page where it is looked after. What is over, closed or decided
# asks for nothing; nor does a case whose project has become confidential since.
_SIMPLE: Final[dict[ReminderKind, str]] = {
    ReminderKind.LIST: "SELECT id, short_name, list_due_on, '', id FROM municipality "
    "WHERE is_participating AND list_due_on IS NOT NULL",
    ReminderKind.PROJECT: "SELECT p.id, p.title, p.review_on, coalesce(m.short_name, ''), p.id FROM project p "
    "LEFT JOIN municipality m ON m.id = p.municipality_id "
    "WHERE p.review_on IS NOT NULL AND p.status NOT IN ('completed', 'stopped') AND NOT p.is_confidential",
    ReminderKind.RISK: "SELECT id, name_sv, review_on, owner, id FROM risk "
    "WHERE review_on IS NOT NULL AND closed_on IS NULL",
    ReminderKind.ENTRY: "SELECT id, name, coalesce(ends_on, starts_on), owner, id FROM timeline_entry "
    "WHERE coalesce(ends_on, starts_on) IS NOT NULL AND state NOT IN ('done', 'dropped')",
    ReminderKind.ASSIGNMENT: "SELECT id, text, due_on, receiver, decision_id FROM assignment "
    "WHERE due_on IS NOT NULL AND state IN ('given', 'started')",
    ReminderKind.REPORT: "SELECT id, title, due_on, '', id FROM steering_report "
    "WHERE due_on IS NOT NULL AND state <> 'given'",
    ReminderKind.MEMBERSHIP: "SELECT t.id, s.label, t.valid_to, s.appointed_by, s.id FROM membership t "
    "JOIN body_seat s ON s.id = t.seat_id WHERE t.valid_to IS NOT NULL "
    "AND t.state IN ('accepted', 'appointed') AND NOT EXISTS (SELECT 1 FROM membership n WHERE n.seat_id = t.seat_id "
    "AND n.id <> t.id AND n.valid_from > t.valid_to AND n.state IN ('accepted', 'appointed'))",
    ReminderKind.ACTION: "SELECT id, text, due_on, owner, session_id FROM session_note "
    "WHERE kind = 'action' AND due_on IS NOT NULL AND NOT is_done",
    ReminderKind.TEST_END: "SELECT c.id, c.title, c.ends_on, coalesce(m.short_name, ''), c.id FROM routine_case c "
    "LEFT JOIN municipality m ON m.id = c.municipality_id "
    "WHERE c.kind = 'testbed' AND c.ends_on IS NOT NULL AND c.state IN ('open', 'paused') AND NOT c.is_confidential "
    "AND (SELECT is_confidential FROM project WHERE id = c.project_id) IS NOT 1",
    ReminderKind.TENDERS: "SELECT c.id, c.title, p.tenders_due_on, '', c.id FROM procurement_case p "
    "JOIN routine_case c ON c.id = p.case_id WHERE p.tenders_due_on IS NOT NULL AND p.awarded_on IS NULL "
    "AND c.state = 'open' AND NOT c.is_confidential "
    "AND (SELECT is_confidential FROM project WHERE id = c.project_id) IS NOT 1",
    ReminderKind.STANDSTILL: "SELECT c.id, c.title, p.standstill_until, '', c.id FROM procurement_case p "
    "JOIN routine_case c ON c.id = p.case_id WHERE p.standstill_until IS NOT NULL AND p.contract_from IS NULL "
    "AND c.state = 'open' AND NOT c.is_confidential "
    "AND (SELECT is_confidential FROM project WHERE id = c.project_id) IS NOT 1",
    # By title alone: a calendar that leaves the file names nobody.
    ReminderKind.WEEDING: "SELECT id, coalesce(nullif(title, ''), '–'), weed_on, '', id FROM person "
    "WHERE weed_on IS NOT NULL AND anonymised_on IS NULL",
    # A version that was put before the group waits for its decision; one that was approved is revised every year.
    ReminderKind.PLAN_DECISION: "SELECT id, title || ' ' || version, date(frozen_at, '+30 days'), deciding_body, id "
    "FROM plan WHERE status = 'for_approval' AND outcome IS NULL AND frozen_at <> ''",
    ReminderKind.PLAN_REVISION: "SELECT p.id, p.title || ' ' || p.version, p.revise_on, p.deciding_body, p.id "
    "FROM plan p WHERE p.revise_on IS NOT NULL AND p.status = 'approved' "
    "AND NOT EXISTS (SELECT 1 FROM plan n WHERE n.replaces_id = p.id)",
    ReminderKind.OWN: "SELECT id, text, due_on, '', id FROM reminder WHERE about IS NULL AND due_on IS NOT NULL",
}
_CONTRACTS: Final = (
    "SELECT c.id, c.title, p.contract_to, p.remind_months FROM procurement_case p JOIN routine_case c "
    "ON c.id = p.case_id WHERE p.contract_to IS NOT NULL AND c.state <> 'stopped' AND NOT c.is_confidential "
    "AND (SELECT is_confidential FROM project WHERE id = c.project_id) IS NOT 1"
)
_SERVICES: Final = (
    "SELECT u.id, s.name, u.contract_ends_on, m.short_name, s.id FROM service_use u "
    "JOIN market_service s ON s.id = u.service_id JOIN municipality m ON m.id = u.municipality_id "
    "WHERE u.contract_ends_on IS NOT NULL"
)
#: How long before its contract ends a service is thought about.
SERVICE_MONTHS: Final = 12


def told(run: Run) -> tuple[Told, ...]:
    """Return every reminder with its answer, in order of the day it is shown for."""
    return with_replies(_dues(run), _replies(run))


def due_on(run: Run, name: str) -> date | None:
    """Return when the reminder that is answered under *name* is due; None when it asks for nothing any more."""
    return next((due.due_on for due in _dues(run) if due.about == name), None)


def _replies(run: Run) -> dict[str, Reply]:
    found = {
        name: Reply(_day(done_on), _day(put_off_until), _day(due_on))
        for name, done_on, put_off_until, due_on in run(
            "SELECT about, done_on, put_off_until, answered_due_on FROM reminder WHERE about IS NOT NULL"
        )
    }
    own = run("SELECT id, done_on, due_on FROM reminder WHERE about IS NULL AND done_on IS NOT NULL")
    return found | {
        about(ReminderKind.OWN, row): Reply(_day(done_on), None, _day(due_on)) for row, done_on, due_on in own
    }


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _dues(run: Run) -> Iterator[Due]:
    for kind, query in _SIMPLE.items():
        for row, words, day, who, place in run(query):
            yield _due(kind, row, words, date.fromisoformat(day), who, place)
    for row, words, day, months in run(_CONTRACTS):
        yield _due(ReminderKind.CONTRACT, row, words, months_before(date.fromisoformat(day), months), "", row)
    for row, words, day, who, place in run(_SERVICES):
        due_on = months_before(date.fromisoformat(day), SERVICE_MONTHS)
        yield _due(ReminderKind.SERVICE, row, words, due_on, who, place)


def _due(kind: ReminderKind, row: int, words: str, day: date, who: str, place: int) -> Due:  # noqa: PLR0917  what a query gives
    return Due(about=about(kind, row), kind=kind, row=row, text=words, due_on=day, who=who, place=place)
