"""Everything that is due, gathered from every date that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from sqlalchemy import Connection, select, text

from smartstad_desktop.domain.follow_up.reminders import (
    Due,
    ReminderKind,
    Reply,
    Told,
    about,
    months_before,
    with_replies,
)
from smartstad_desktop.storage.tables.follow_up import Reminder

# Each gives: row, words, day, who. What is over, closed or decided asks for nothing.
_SIMPLE: Final[dict[ReminderKind, str]] = {
    ReminderKind.LIST: "SELECT id, short_name, list_due_on, '' FROM municipality "
    "WHERE is_participating AND list_due_on IS NOT NULL",
    ReminderKind.PROJECT: "SELECT p.id, p.title, p.review_on, coalesce(m.short_name, '') FROM project p "
    "LEFT JOIN municipality m ON m.id = p.municipality_id "
    "WHERE p.review_on IS NOT NULL AND p.status NOT IN ('completed', 'stopped') AND NOT p.is_confidential",
    ReminderKind.RISK: "SELECT id, name_sv, review_on, owner FROM risk "
    "WHERE review_on IS NOT NULL AND closed_on IS NULL",
    ReminderKind.ENTRY: "SELECT id, name, coalesce(ends_on, starts_on), owner FROM timeline_entry "
    "WHERE coalesce(ends_on, starts_on) IS NOT NULL AND state NOT IN ('done', 'dropped')",
    ReminderKind.ASSIGNMENT: "SELECT id, text, due_on, receiver FROM assignment "
    "WHERE due_on IS NOT NULL AND state IN ('given', 'started')",
    ReminderKind.REPORT: "SELECT id, title, due_on, '' FROM steering_report "
    "WHERE due_on IS NOT NULL AND state <> 'given'",
    ReminderKind.MEMBERSHIP: "SELECT t.id, s.label, t.valid_to, s.appointed_by FROM membership t "
    "JOIN body_seat s ON s.id = t.seat_id WHERE t.valid_to IS NOT NULL AND t.state = 'appointed' AND NOT EXISTS "
    "(SELECT 1 FROM membership n WHERE n.seat_id = t.seat_id AND n.id <> t.id AND n.valid_from > t.valid_to)",
    ReminderKind.ACTION: "SELECT id, text, due_on, owner FROM session_note "
    "WHERE kind = 'action' AND due_on IS NOT NULL AND NOT is_done",
    ReminderKind.TEST_END: "SELECT c.id, c.title, c.ends_on, coalesce(m.short_name, '') FROM routine_case c "
    "LEFT JOIN municipality m ON m.id = c.municipality_id "
    "WHERE c.kind = 'testbed' AND c.ends_on IS NOT NULL AND c.state IN ('open', 'paused') AND NOT c.is_confidential",
    ReminderKind.TENDERS: "SELECT c.id, c.title, p.tenders_due_on, '' FROM procurement_case p "
    "JOIN routine_case c ON c.id = p.case_id WHERE p.tenders_due_on IS NOT NULL AND p.awarded_on IS NULL "
    "AND c.state = 'open' AND NOT c.is_confidential",
    ReminderKind.STANDSTILL: "SELECT c.id, c.title, p.standstill_until, '' FROM procurement_case p "
    "JOIN routine_case c ON c.id = p.case_id WHERE p.standstill_until IS NOT NULL AND p.contract_from IS NULL "
    "AND c.state = 'open' AND NOT c.is_confidential",
    ReminderKind.OWN: "SELECT id, text, due_on, '' FROM reminder WHERE about IS NULL AND due_on IS NOT NULL",
}
_CONTRACTS: Final = (
    "SELECT c.id, c.title, p.contract_to, p.remind_months FROM procurement_case p JOIN routine_case c "
    "ON c.id = p.case_id WHERE p.contract_to IS NOT NULL AND c.state <> 'stopped' AND NOT c.is_confidential"
)
_SERVICES: Final = (
    "SELECT u.id, s.name, u.contract_ends_on, m.short_name FROM service_use u "
    "JOIN market_service s ON s.id = u.service_id JOIN municipality m ON m.id = u.municipality_id "
    "WHERE u.contract_ends_on IS NOT NULL"
)
#: How long before its contract ends a service is thought about.
SERVICE_MONTHS: Final = 12


def reminders(connection: Connection) -> tuple[Told, ...]:
    """Return every reminder with its answer, in order of the day it is shown for."""
    replies = {
        row.about: Reply(row.done_on, row.put_off_until)
        for row in connection.execute(select(Reminder.__table__).where(Reminder.about.is_not(None)))
    }
    own = connection.execute(
        select(Reminder.id, Reminder.done_on).where(Reminder.about.is_(None), Reminder.done_on.is_not(None))
    )
    replies |= {about(ReminderKind.OWN, number): Reply(done_on, None) for number, done_on in own}
    return with_replies(_dues(connection), replies)


def _dues(connection: Connection) -> Iterator[Due]:
    for kind, query in _SIMPLE.items():
        for row, words, day, who in connection.execute(text(query)):
            yield _due(kind, row, words, date.fromisoformat(day), who)
    for row, words, day, months in connection.execute(text(_CONTRACTS)):
        yield _due(ReminderKind.CONTRACT, row, words, months_before(date.fromisoformat(day), months), "")
    for row, words, day, who in connection.execute(text(_SERVICES)):
        yield _due(ReminderKind.SERVICE, row, words, months_before(date.fromisoformat(day), SERVICE_MONTHS), who)


def _due(kind: ReminderKind, row: int, words: str, day: date, who: str) -> Due:
    return Due(about=about(kind, row), kind=kind, row=row, text=words, due_on=day, who=who)
