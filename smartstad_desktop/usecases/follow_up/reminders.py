"""What a user can do with reminders: write own ones, and answer those the program gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import delete, select

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.follow_up.reminders import check_reminder
from smartstad_desktop.reads.follow_up import dues
from smartstad_desktop.storage.tables.follow_up import Reminder
from smartstad_desktop.usecases.command import Transaction

_FIELDS: Final[Mapping[str, Cleaner]] = {"text": cleaning.text, "due_on": cleaning.day, "done_on": cleaning.day}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReminder:
    """Write a reminder of one's own."""

    text: str
    due_on: date | None

    def execute(self, tx: Transaction) -> int:
        """Return the new reminder's id.

        Raises:
            FieldInvalid: it says nothing, or has no day.
        """
        reminder = Reminder(text=self.text.strip(), due_on=self.due_on)
        check_reminder(reminder.text, reminder.due_on)
        tx.session.add(reminder)
        tx.session.flush()
        tx.describe(title=reminder.text)
        return reminder.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditReminder:
    """Change a reminder of one's own."""

    reminder: int
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Write the changes.

        Raises:
            FieldInvalid: it says nothing, or has no day.
        """
        reminder = tx.get(Reminder, self.reminder)
        before = reminder.due_on
        for name, value in self.changes.items():
            setattr(reminder, name, cleaning.clean(_FIELDS, name, value))
        if reminder.due_on != before and "done_on" not in self.changes:
            # What was done was done for the day before; for another day it is open.
            reminder.done_on = None
        check_reminder(reminder.text, reminder.due_on)
        tx.describe(title=reminder.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveReminders:
    """Delete reminders of one's own."""

    reminders: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        found = [tx.get(Reminder, reminder) for reminder in self.reminders]
        tx.describe(count=len(found), title=found[0].text if found else "")
        tx.session.execute(delete(Reminder).where(Reminder.id.in_(self.reminders)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReminder:
    """Say that something is done, or put it off; neither opens it again. ``about`` is its name, ``title`` its words."""

    about: str
    title: str
    done_on: date | None = None
    put_off_until: date | None = None

    def execute(self, tx: Transaction) -> None:
        """Keep the answer, for the day it is due now."""
        tx.session.flush()
        row = tx.session.scalar(select(Reminder).where(Reminder.about == self.about))
        if row is None:
            row = Reminder(about=self.about)
            tx.session.add(row)
        row.done_on, row.put_off_until = self.done_on, self.put_off_until
        row.answered_due_on = dues.due_on(tx.session.connection().exec_driver_sql, self.about)
        tx.describe(title=self.title)
        if self.done_on is None:
            tx.describe(form="again" if self.put_off_until is None else "later")
