"""Reports, and everything that is due, for scripts."""

from __future__ import annotations

from sqlalchemy import Connection

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.follow_up.reminders import reminders as read_reminders
from smartstad_desktop.reads.follow_up.reports import report_sheet
from smartstad_desktop.reads.follow_up.reports import reports as read_reports
from smartstad_desktop.reads.listing.listing_values import Row, iso


def reports(connection: Connection, language: Language) -> list[Row]:
    """Return the reports with what is written in them; figures are those of the day one was given, else today's."""
    found: list[Row] = []
    for row in read_reports(connection):
        sheet = report_sheet(connection, row.id)
        found.append(
            {
                "id": row.id,
                "kind": row.kind.value,
                "title": row.title,
                "body": None if row.body is None else row.body.in_language(language),
                "period_from": iso(row.period_from),
                "period_to": iso(row.period_to),
                "due_on": iso(row.due_on),
                "given_on": iso(row.given_on),
                "state": row.state.value,
                "texts": {} if sheet is None else {heading.value: text for heading, text in sheet.texts.items()},
                "figures": {} if sheet is None else {figure.value: count for figure, count in sheet.figures.items()},
            }
        )
    return found


def reminders(connection: Connection, _language: Language) -> list[Row]:
    """Return everything that is due, in order of the day it is shown for."""
    return [
        {
            "about": told.due.about,
            "kind": told.due.kind.value,
            "text": told.due.text,
            "who": told.due.who,
            "due_on": iso(told.due.due_on),
            "shown_on": iso(told.shown_on),
            "done_on": iso(told.done_on),
        }
        for told in read_reminders(connection)
    ]
