"""The rows a session begins with: from a preset, or as another session was planned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.values import AgendaItemId, Language, RoundId, SessionId
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import AgendaItem, Round, RoundItem, Seat, Session
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workshop.agenda_presets import PresetRound, preset
from smartstad_desktop.usecases.workshop.round_rules import RULES
from smartstad_desktop.usecases.workshop.rounds import AddRoundItem, PlanRound, items_of

#: What a session keeps of the one it was planned as.
_KEPT: Final = (
    "occasion",
    "purpose",
    "decision_rule",
    "format",
    "place",
    "starts_at",
    "second_language",
    "quorum_municipalities",
    "quorum_persons",
    "board_id",
)


def from_preset(tx: Transaction, row: Session, key: str, language: Language) -> None:
    """Make *row* with a seat for each municipality and the agenda and rounds of a preset, in *language*.

    Raises:
        PresetUnknown: there is none.
    """
    chosen = preset(key)
    row.purpose = chosen.purpose.in_language(language)
    row.decision_rule = chosen.decision_rule.in_language(language)
    row.starts_at = chosen.starts_at
    tx.session.add(row)
    tx.session.flush()
    taking_part = tx.session.scalars(
        select(Municipality.id).where(Municipality.is_participating).order_by(Municipality.id)
    ).all()
    for municipality, order_key in zip(taking_part, evenly(len(taking_part)), strict=True):
        tx.session.add(Seat(session_id=row.id, municipality_id=municipality, order_key=order_key))
    items = [
        AgendaItem(
            session_id=row.id,
            kind=part.kind.value,
            title=part.title.in_language(language),
            minutes=part.minutes,
            instruction=part.instruction.in_language(language),
            order_key=order_key,
        )
        for part, order_key in zip(chosen.parts, evenly(len(chosen.parts)), strict=True)
    ]
    tx.session.add_all(items)
    tx.session.flush()
    for part, item in zip(chosen.parts, items, strict=True):
        if part.round is not None:
            _plan(tx, SessionId(row.id), AgendaItemId(item.id), part.round, language)


def _plan(tx: Transaction, session: SessionId, item: AgendaItemId, planned: PresetRound, language: Language) -> None:
    """Plan a round without projects; those are chosen in the preparation."""
    rules = planned.rules(language)
    made = PlanRound(session=session, method=planned.method, agenda_item=item, rules=rules).execute(tx)
    if planned.whole_list is not None:
        AddRoundItem(round=made, title=planned.whole_list.in_language(language)).execute(tx)


def copy_of(tx: Transaction, old: Session, name: str, order_key: str) -> Session:
    """Make and return a session as *old* was planned; nothing that was said there comes along."""
    row = Session(name=name, order_key=order_key, **{column: getattr(old, column) for column in _KEPT})
    tx.session.add(row)
    tx.session.flush()
    for seat in _of(tx, Seat, old):
        copy = {column: getattr(seat, column) for column in ("municipality_id", "label", "kind", "order_key")}
        tx.session.add(Seat(session_id=row.id, **copy))
    copies: dict[int | None, int | None] = {None: None}
    for item in _of(tx, AgendaItem, old):
        kept = {column: getattr(item, column) for column in ("kind", "title", "minutes", "instruction", "order_key")}
        made = AgendaItem(session_id=row.id, **kept)
        tx.session.add(made)
        tx.session.flush()
        copies[item.id] = made.id
    _copy_rounds(tx, old, row, copies)
    tx.session.flush()
    return row


def _of(tx: Transaction, table: type[Any], session: Session) -> list[Any]:
    query = select(table).where(table.session_id == session.id)
    return list(tx.session.scalars(query.order_by(table.order_key, table.id)))


def _copy_rounds(tx: Transaction, old: Session, row: Session, parts: Mapping[int | None, int | None]) -> None:
    """Copy the rounds with their items, but not second ones: whether they are needed shows in the session."""
    query = select(Round).where(Round.session_id == old.id, Round.repeats_id.is_(None)).order_by(Round.number)
    for number, held in enumerate(tx.session.scalars(query), 1):
        values = {column: getattr(held, column) for column in RULES}
        new = Round(
            session_id=row.id,
            number=number,
            agenda_item_id=parts.get(held.agenda_item_id),
            seed=held.seed,
            **values,
        )
        tx.session.add(new)
        tx.session.flush()
        for item in items_of(tx.session, RoundId(held.id)):
            columns = {column: getattr(item, column) for column in ("project_id", "number", "title", "is_unclear")}
            tx.session.add(RoundItem(round_id=new.id, **columns))
