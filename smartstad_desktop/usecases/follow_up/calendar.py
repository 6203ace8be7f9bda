"""What is due, as a calendar file to take into the own calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select

from smartstad_desktop.domain.follow_up.reminders import Told
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.follow_up.reminders import reminders
from smartstad_desktop.storage.tables.programme import Programme
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook, phrasebook
from smartstad_desktop.usecases.workspace import Workspace

#: Files of this ending are calendars to every program.
ENDING = ".ics"


def write_calendar(workspace: Workspace, target: Path, language: Language, now: datetime) -> int:
    """Write everything that is due and not done to *target*, and return how many days that is.

    Raises:
        FileTrouble: the target cannot be written.
    """
    from smartstad_desktop.exchange.outgoing import calendar_file  # noqa: PLC0415  only when used

    told, uid, name = workspace.read(_due)
    phrases = phrasebook(language)
    days = [
        calendar_file.CalendarDay(
            uid=f"{each.due.about}@{uid}",
            day=each.shown_on,
            summary=_summary(each, phrases),
            description=each.due.who,
        )
        for each in told
    ]
    calendar_file.write(days, target, name=name, made=now)
    return len(days)


def _due(connection: Connection) -> tuple[Sequence[Told], str, str]:
    uid, name = connection.execute(select(Programme.uid, Programme.name)).one()
    return [each for each in reminders(connection) if each.done_on is None], uid, name


def _summary(told: Told, phrases: Phrasebook) -> str:
    return f"{label(told.due.kind, phrases)}: {told.due.text}"
