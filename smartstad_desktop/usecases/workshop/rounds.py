"""Rounds of voting: planned with items and rules, opened, revealed, talked about, decided and closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.values import AgendaItemId, ProjectId, RoundId, RoundItemId, SessionId
from smartstad_desktop.domain.workshop.meeting import (
    TITLE_ON_THE_WALL,
    RoundLocked,
    SessionEnded,
    checked,
)
from smartstad_desktop.domain.workshop.voting import Method, Unit, Visibility
from smartstad_desktop.reads.workshop.laps import lap_of
from smartstad_desktop.storage.tables.workshop import AgendaItem, Round, RoundItem, Session
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workshop.round_items import add_items, add_title, choose_items, items_of
from smartstad_desktop.usecases.workshop.round_rules import RULES, write_rules

#: Benefit × effort is told on ten steps, unless the group chooses five.
_LOW, _HIGH = 1, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRound:
    """Plan a round, last in its session; its value is the round's id.

    The projects get their numbers in an order that the seed shuffles, so that nobody stands first for a reason; after
    them come ``titles``, items that are no projects, such as "the whole list".
    ``rules`` names columns of the table, such as ``unit`` or ``marks``; the others start as is usual for the method.
    """

    session: SessionId
    method: Method
    projects: tuple[ProjectId, ...] = ()
    titles: tuple[str, ...] = ()
    agenda_item: AgendaItemId | None = None
    seed: int | None = None
    rules: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def execute(self, tx: Transaction) -> RoundId:
        """Plan it.

        Raises:
            FieldInvalid: a rule does not fit.
            RowGone: the session, the part of the agenda or a project is not there any more.
        """
        open_session(tx, self.session)
        if self.agenda_item is not None and tx.get(AgendaItem, self.agenda_item).session_id != self.session:
            raise FieldInvalid(field="agenda_item")
        number = (tx.session.scalar(select(func.max(Round.number)).where(Round.session_id == self.session)) or 0) + 1
        row = Round(
            session_id=self.session,
            agenda_item_id=self.agenda_item,
            number=number,
            method=self.method.value,
            has_recusal=self.method is Method.CRITERIA,
            low=_LOW,
            high=_HIGH,
            columns=[],
            unit_key={},
            unit=Unit.MUNICIPALITY.value,
            visibility=Visibility.MUNICIPALITY.value,
            seed=self.session * 1000 + number if self.seed is None else self.seed,
        )
        write_rules(row, self.rules)
        tx.session.add(row)
        tx.session.flush()
        add_items(tx, row, self.projects)
        tx.session.flush()
        for title in self.titles:
            add_title(tx, row, title)
        tx.describe(title=row.question, number=number)
        return RoundId(row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRound:
    """Change the question, the method or other rules of a round that has not been opened, and choose its projects.

    Without ``projects`` the items stay.
    """

    round: RoundId
    changes: Mapping[str, Any]
    projects: tuple[ProjectId, ...] | None = None

    def execute(self, tx: Transaction) -> None:
        """Change them.

        Raises:
            RoundLocked: it has been opened.
            FieldInvalid: a rule does not fit.
        """
        row = unlocked(tx, self.round)
        write_rules(row, self.changes)
        if self.projects is not None:
            choose_items(tx, row, self.projects)
        tx.describe(**called(tx, row))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRoundItems:
    """Choose the projects of a round; those that stay keep their numbers, new ones get the next."""

    round: RoundId
    projects: tuple[ProjectId, ...]

    def execute(self, tx: Transaction) -> None:
        """Choose them.

        Raises:
            RoundLocked: it has been opened.
        """
        row = unlocked(tx, self.round)
        choose_items(tx, row, self.projects)
        tx.describe(**called(tx, row), count=len(self.projects))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRoundItem:
    """Add an item that is no project, such as "the whole list"; its value is the item's id."""

    round: RoundId
    title: str

    def execute(self, tx: Transaction) -> RoundItemId:
        """Add it, last.

        Raises:
            RoundLocked: the round has been opened.
            FieldInvalid: the title is missing or longer than the wall can show.
        """
        row = unlocked(tx, self.round)
        item = add_title(tx, row, self.title)
        tx.describe(title=item.title, **called(tx, row))
        return RoundItemId(item.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRoundItem:
    """Give an item a shorter name for the wall, or say that it is unclear: then it takes no part."""

    item: RoundItemId
    title: str | None = None
    is_unclear: bool | None = None

    def execute(self, tx: Transaction) -> None:
        """Change it.

        Raises:
            RoundLocked: the round has been opened.
            FieldInvalid: the title is missing or longer than the wall can show.
        """
        item = tx.get(RoundItem, self.item)
        unlocked(tx, RoundId(item.round_id))
        if self.title is not None:
            item.title = checked(self.title, "title", TITLE_ON_THE_WALL, is_optional=False)
        if self.is_unclear is not None:
            item.is_unclear = self.is_unclear
        tx.describe(title=item.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatRound:
    """Make a round with the same items and rules and no ballots; its value is the new round's id.

    As a second round it is compared with the first one, else it only starts from it.
    """

    round: RoundId
    is_second: bool = True

    def execute(self, tx: Transaction) -> RoundId:
        """Make it, in the same part of the agenda."""
        old = tx.get(Round, self.round)
        open_session(tx, SessionId(old.session_id))
        number = (tx.session.scalar(select(func.max(Round.number)).where(Round.session_id == old.session_id)) or 0) + 1
        kept = {column: getattr(old, column) for column in (*RULES, "session_id", "agenda_item_id")}
        new = Round(**kept, number=number, seed=old.seed + 1, repeats_id=old.id if self.is_second else None)
        tx.session.add(new)
        tx.session.flush()
        for item in items_of(tx.session, self.round):
            tx.session.add(
                RoundItem(
                    round_id=new.id,
                    project_id=item.project_id,
                    number=item.number,
                    title=item.title,
                    is_unclear=item.is_unclear,
                )
            )
        tx.describe(**called(tx, old), title=old.question)
        return RoundId(new.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteRounds:
    """Delete rounds that have not been opened."""

    rounds: tuple[RoundId, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them.

        Raises:
            RoundLocked: one has been opened; what a group has said stays.
        """
        for each in self.rounds:
            row = unlocked(tx, each)
            tx.describe(**called(tx, row), count=len(self.rounds))
            tx.session.delete(row)


def called(tx: Transaction, row: Round) -> dict[str, int]:
    """Return what a round is called in the name of a step."""
    return lap_of(tx.session.connection(), SessionId(row.session_id), RoundId(row.id)).named()


def open_session(tx: Transaction, session: SessionId) -> Session:
    """Return a session that takes changes.

    Raises:
        SessionEnded: it has ended.
    """
    row = tx.get(Session, session)
    if row.ended_at is not None:
        raise SessionEnded
    return row


def unlocked(tx: Transaction, round_id: RoundId) -> Round:
    """Return a round that can still be changed.

    Raises:
        RoundLocked: it has been opened.
    """
    row = tx.get(Round, round_id)
    open_session(tx, SessionId(row.session_id))
    if row.opened_at is not None:
        raise RoundLocked
    return row
