"""What a facilitator can do with the agenda of a session: plan its parts, go through them, and catch up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.values import AgendaItemId, SessionId
from smartstad_desktop.domain.workshop.agenda import LEFT_ALONE
from smartstad_desktop.domain.workshop.meeting import TEXT_LIMIT, AgendaKind, checked, checked_minutes
from smartstad_desktop.domain.workshop.sessions import PartHasBegun, PartIsOver, SessionNotOpen
from smartstad_desktop.storage.tables.workshop import AgendaItem, Session
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.sequence import key_before, place_before
from smartstad_desktop.usecases.workshop.rounds import open_session


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAgendaItem:
    """Add a part to the agenda, before another one or last; its value is the part's id."""

    session: SessionId
    title: str
    minutes: int
    kind: AgendaKind = AgendaKind.TALK
    before: AgendaItemId | None = None
    instruction: str = ""

    def execute(self, tx: Transaction) -> AgendaItemId:
        """Add it.

        Raises:
            SessionEnded: the session has ended.
            FieldInvalid: the title, the length or the instruction does not fit.
        """
        open_session(tx, self.session)
        row = AgendaItem(
            session_id=self.session,
            kind=AgendaKind(self.kind).value,
            title=checked(self.title, "title", is_optional=False),
            minutes=checked_minutes(self.minutes),
            instruction=checked(self.instruction, "instruction", TEXT_LIMIT),
            order_key=key_before(parts_of(tx, self.session), self.before),
        )
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=row.title)
        return AgendaItemId(row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAgendaItem:
    """Change the title, the length, the kind or the instruction of a part.

    With ``is_typing``, pieces of one field's text become one step.
    """

    item: AgendaItemId
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.item)

    def execute(self, tx: Transaction) -> None:
        """Change it.

        Raises:
            SessionEnded: the session has ended.
            PartIsOver: it is over, and its length or kind would change.
            FieldInvalid: a field does not fit.
        """
        row = _part(tx, self.item)
        if row.ended_at is not None and self.changes.keys() & {"minutes", "kind"}:
            raise PartIsOver(title=row.title)
        for field, value in self.changes.items():
            match field:
                case "title":
                    row.title = checked(value, field, is_optional=False)
                case "minutes":
                    row.minutes = checked_minutes(value)
                case "kind":
                    row.kind = AgendaKind(value).value
                case "instruction":
                    row.instruction = checked(value, field, TEXT_LIMIT)
                case _:
                    raise FieldInvalid(field=field)
        tx.describe(title=row.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAgendaItem:
    """Put a part before another one of its agenda, or last."""

    item: AgendaItemId
    before: AgendaItemId | None = None

    def execute(self, tx: Transaction) -> None:
        """Move it; nothing changes when it stands there already.

        Raises:
            SessionEnded: the session has ended.
        """
        row = _part(tx, self.item)
        tx.describe(title=row.title)
        place_before(parts_of(tx, SessionId(row.session_id)), row, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAgendaItems:
    """Remove parts from the agenda; their rounds and what was written down there stay."""

    items: tuple[AgendaItemId, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them.

        Raises:
            SessionEnded: the session has ended.
            PartHasBegun: one has begun.
        """
        rows = [_part(tx, item) for item in dict.fromkeys(self.items)]
        for row in rows:
            if row.started_at is not None:
                raise PartHasBegun(title=row.title)
        tx.describe(count=len(rows), title=rows[0].title if rows else "")
        for row in rows:
            tx.session.delete(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoToAgendaItem:
    """Go to a part of the agenda, forwards or back: the one that is on ends, and the clock runs for this one.

    When the session was left and is taken up another day, the group has as long as the parts from here on take.
    """

    item: AgendaItemId

    def execute(self, tx: Transaction) -> None:
        """Go there; nothing changes when it is on.

        Raises:
            SessionNotOpen: the session has not begun.
            SessionEnded: it has ended.
        """
        row = tx.get(AgendaItem, self.item)
        session = going_on(tx, SessionId(row.session_id))
        tx.describe(title=row.title)
        if row.started_at is not None and row.ended_at is None:
            return
        parts = parts_of(tx, SessionId(row.session_id))
        is_another_day = _was_left(parts, tx.now)
        now = tx.now.isoformat()
        for each in parts:
            if each.started_at is not None and each.ended_at is None:
                each.ended_at = _as_planned(each) if is_another_day else now
        row.started_at, row.ended_at = now if is_another_day else row.started_at or now, None
        session.clock_started_at, session.clock_left_s = now, row.minutes * 60
        if is_another_day:
            remaining = sum(each.minutes for each in parts[parts.index(row) :])
            session.ends_at = (tx.now.astimezone() + timedelta(minutes=remaining)).strftime("%H:%M")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortenAgendaItems:
    """Give parts other lengths, in minutes, to be done in time."""

    minutes: Mapping[AgendaItemId, int]

    def execute(self, tx: Transaction) -> None:
        """Give them.

        Raises:
            SessionEnded: the session has ended.
            PartIsOver: one is over.
            FieldInvalid: a length does not fit.
        """
        for item, minutes in self.minutes.items():
            row = _part(tx, item)
            if row.ended_at is not None:
                raise PartIsOver(title=row.title)
            row.minutes = checked_minutes(minutes)
            tx.describe(title=row.title, minutes=minutes)
        tx.describe(count=len(self.minutes))


def _part(tx: Transaction, item: AgendaItemId) -> AgendaItem:
    """Return a part of a session that has not ended."""
    row = tx.get(AgendaItem, item)
    open_session(tx, SessionId(row.session_id))
    return row


def going_on(tx: Transaction, session: SessionId) -> Session:
    """Return a session that has begun and not ended.

    Raises:
        SessionNotOpen: it has not begun.
        SessionEnded: it has ended.
    """
    row = open_session(tx, session)
    if row.opened_at is None:
        raise SessionNotOpen
    return row


def parts_of(tx: Transaction, session: SessionId) -> list[AgendaItem]:
    """Return the parts of a session's agenda in their order."""
    query = select(AgendaItem).where(AgendaItem.session_id == session)
    return list(tx.session.scalars(query.order_by(AgendaItem.order_key, AgendaItem.id)))


def _was_left(parts: Sequence[AgendaItem], now: datetime) -> bool:
    """Return whether nobody has gone on for so long that this is another sitting."""
    reached = max((_as_planned(part) for part in parts if part.started_at is not None), default=None)
    return reached is not None and now - datetime.fromisoformat(reached) > LEFT_ALONE


def _as_planned(part: AgendaItem) -> str:
    """Return when a part that has begun would end after its length."""
    started = datetime.fromisoformat(part.started_at or "")
    return (started + timedelta(minutes=part.minutes)).isoformat()
