"""What a user can do with the timeline: add activities, deliverables, milestones and events, change and move them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import delete

from smartstad_desktop.domain.programme import timeline as rules
from smartstad_desktop.domain.programme.work import EntryKind, WorkState
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.work import ProgrammePart, TimelineEntry
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.programme import records


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEntry:
    """Add something to the timeline."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new entry's id."""
        entry = TimelineEntry(
            kind=EntryKind.ACTIVITY.value,
            name="",
            state=WorkState.PLANNED.value,
            order_key=records.key_last(tx, TimelineEntry),
        )
        _write(tx, entry, {"name": ""} | dict(self.fields))
        tx.session.add(entry)
        tx.session.flush()
        tx.describe(title=records.said(entry.name))
        return entry.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditEntry:
    """Change fields of an entry. With ``is_typing``, pieces of one field's text become one step."""

    entry: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.entry)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        entry = tx.get(TimelineEntry, self.entry)
        _write(tx, entry, self.changes)
        tx.describe(title=records.said(entry.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveEntries:
    """Put entries into a part, or into none."""

    entries: tuple[int, ...]
    part: int | None

    def execute(self, tx: Transaction) -> None:
        """Move them."""
        part = None if self.part is None else tx.get(ProgrammePart, self.part)
        found = [tx.get(TimelineEntry, entry) for entry in self.entries]
        for entry in found:
            entry.part_id = self.part
        tx.describe(count=len(found), title=records.said(found[0].name) if found else "")
        if part is None:
            tx.describe(form="apart")
        else:
            tx.describe(part=part.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveEntries:
    """Take entries off the timeline."""

    entries: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(TimelineEntry, entry) for entry in self.entries]
        tx.describe(count=len(found), title=records.said(found[0].name) if found else "")
        tx.session.execute(delete(TimelineEntry).where(TimelineEntry.id.in_(self.entries)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reschedule:
    """Give an entry, or a whole part, other days: what dragging on the timeline and its keys ask for."""

    starts_on: date | None
    ends_on: date | None
    entry: int | None = None
    part: int | None = None

    @property
    def merge_key(self) -> str:
        """Return what joins steps while a key is held."""
        return f"Reschedule {self.entry} {self.part}"

    def execute(self, tx: Transaction) -> None:
        """Write the days; a time that was said in words is exact from now on."""
        rules.check_days(self.starts_on, self.ends_on)
        if self.entry is not None:
            entry = tx.get(TimelineEntry, self.entry)
            entry.starts_on, entry.ends_on, entry.precision, entry.written = self.starts_on, self.ends_on, None, ""
            tx.describe(title=records.said(entry.name))
        if self.part is not None:
            part = tx.get(ProgrammePart, self.part)
            part.starts_on, part.ends_on = self.starts_on, self.ends_on
            tx.describe(title=part.name_sv)


def _write(tx: Transaction, entry: TimelineEntry, changes: Mapping[str, Any]) -> None:
    clean = records.clean(rules.ENTRY_FIELDS, changes)
    if "time" in clean:
        clean |= rules.days_of(clean.pop("time"))
    elif clean.keys() & {"starts_on", "ends_on"}:
        clean |= {"precision": None, "written": ""}
    rules.check_name("name", clean.get("name", entry.name))
    rules.check_days(clean.get("starts_on", entry.starts_on), clean.get("ends_on", entry.ends_on))
    state = clean.get("state", WorkState(entry.state))
    if clean.get("state") is WorkState.DONE and entry.done_on is None and "done_on" not in clean:
        clean["done_on"] = tx.today
    rules.check_done(state, clean.get("done_on", entry.done_on))
    records.refuse_stranger(tx, ProgrammePart, "part_id", clean.get("part_id"))
    records.refuse_stranger(tx, Municipality, "municipality_id", clean.get("municipality_id"))
    for field, value in clean.items():
        setattr(entry, field, value.value if isinstance(value, StrEnum) else value)
