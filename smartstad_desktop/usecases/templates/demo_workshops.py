"""The workshops of the demonstration region, held with the commands that people use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.values import AgendaItemId, MunicipalityId, RoundId, RoundItemId, SessionId
from smartstad_desktop.domain.workshop.meeting import Phase, Whose
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import AgendaItem, Attendance, RoundItem, Seat, Session, SessionNote
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.templates.template_rows import Filled
from smartstad_desktop.usecases.workshop.ballots import CastBallots, NewMark, WholeBallot
from smartstad_desktop.usecases.workshop.round_phases import SetPhase
from smartstad_desktop.usecases.workshop.round_rules import RULES
from smartstad_desktop.usecases.workshop.rounds import PlanRound

_PLAIN: Final = frozenset(
    {"name", "occasion", "purpose", "decision_rule", "place", "held_on", "starts_at", "ends_at", "second_language"}
    | {"quorum_municipalities", "quorum_persons", "clock_left_s"}
)
_UNANSWERED: Final = "-"


@dataclass(frozen=True, slots=True)
class _Held:
    """A workshop while its rows are made: what its file says, its session and the parts of its agenda."""

    tx: Transaction
    found: Mapping[str, Any]
    session: SessionId
    parts: Sequence[AgendaItem]
    towns: Mapping[str, Municipality]
    projects: Mapping[str, Project]
    #: Who came, and when they will leave; they are there until the workshop has come to that time.
    there: list[tuple[Attendance, str]] = field(default_factory=list[tuple[Attendance, str]])

    def leave_until(self, moment: str) -> None:
        """Let those leave who have left by *moment*, so that a round asks whoever was there."""
        for row, left in self.there:
            if left <= moment:
                row.left_at = left
        self.tx.session.flush()

    def at(self, clock: str) -> Transaction:
        """Return a transaction at a time of the workshop's day."""
        return Transaction(self.tx.session, self.tx.actor, _moment(self.found, clock))

    def part(self, number: int | None) -> AgendaItemId | None:
        """Return a part of the agenda by its number."""
        return None if number is None else AgendaItemId(self.parts[number - 1].id)


def add_workshops(
    tx: Transaction, found: Sequence[Mapping[str, Any]], projects: Mapping[str, Project], made: Filled
) -> None:
    """Hold the workshops of *found* as far as they have come."""
    for each, order_key in zip(found, evenly(len(found)), strict=True):
        row = Session(order_key=order_key, **{name: value for name, value in each.items() if name in _PLAIN})
        row.board_id = made.board.id if each.get("has_board") else None
        row.opened_at = _iso(each, each.get("opened"))
        tx.session.add(row)
        tx.session.flush()
        parts = _agenda(tx, each, row.id)
        held = _Held(tx, each, SessionId(row.id), parts, made.municipalities, projects)
        _seats(held)
        rounds: list[RoundId] = []
        for raw in each["round"]:
            rounds.append(_round(held, raw, rounds))
        _notes(held, rounds)
        row.ended_at = _iso(each, each.get("ended"))
        held.leave_until(max((left for _row, left in held.there), default=""))
    tx.session.flush()


def _agenda(tx: Transaction, found: Mapping[str, Any], session: int) -> list[AgendaItem]:
    parts = [
        AgendaItem(
            session_id=session,
            kind=raw.get("kind", "talk"),
            title=raw["title"],
            minutes=raw["minutes"],
            instruction=raw.get("instruction", ""),
            started_at=_iso(found, raw.get("from")),
            ended_at=_iso(found, raw.get("to")),
            order_key=order_key,
        )
        for raw, order_key in zip(found["agenda"], evenly(len(found["agenda"])), strict=True)
    ]
    tx.session.add_all(parts)
    tx.session.flush()
    return parts


def _seats(held: _Held) -> None:
    raws = held.found["seats"]
    rows = [
        Seat(
            session_id=held.session,
            municipality_id=held.towns[raw["municipality"]].id if "municipality" in raw else None,
            label=raw["label"],
            kind=raw.get("kind", "voter"),
            order_key=order_key,
        )
        for raw, order_key in zip(raws, evenly(len(raws)), strict=True)
    ]
    held.tx.session.add_all(rows)
    held.tx.session.flush()
    for row, raw in zip(rows, raws, strict=True):
        if "arrived" not in raw:
            continue
        came = Attendance(seat_id=row.id, arrived_at=_moment(held.found, raw["arrived"]).isoformat())
        held.tx.session.add(came)
        left = _iso(held.found, raw.get("left", held.found.get("ended")))
        if left is not None:
            held.there.append((came, left))
    held.tx.session.flush()


def _round(held: _Held, raw: Mapping[str, Any], before: Sequence[RoundId]) -> RoundId:
    """Plan a round and take it as far as it has come."""
    rules = {name: value for name, value in raw.items() if name in RULES and name != "method"}
    planned = PlanRound(
        session=held.session, method=Method(raw["method"]), agenda_item=held.part(raw["agenda"]), rules=rules
    )
    made = planned.execute(held.at(held.found["starts_at"]))
    items = _items(held, raw, made, before)
    if "opened" in raw:
        SetPhase(round=made, phase=Phase.SILENT).execute(held.at(raw["opened"]))
        held.tx.session.flush()
        CastBallots(round=made, ballots=_ballots(held, raw, items)).execute(held.at(raw["opened"]))
    for name, phase in (("revealed", Phase.REVEAL), ("closed", Phase.CLOSED)):
        if name in raw:
            held.leave_until(_moment(held.found, raw[name]).isoformat())
            SetPhase(round=made, phase=phase).execute(held.at(raw[name]))
    return made


def _items(held: _Held, raw: Mapping[str, Any], made: RoundId, before: Sequence[RoundId]) -> list[RoundItem]:
    """Make the items, or take those of an earlier round of the session."""
    if "items_of" in raw:
        earlier = held.tx.session.scalars(
            select(RoundItem).where(RoundItem.round_id == before[raw["items_of"] - 1]).order_by(RoundItem.number)
        )
        named = [(item.project_id, item.title) for item in earlier]
    else:
        named = [(held.projects[key].id if key else None, title) for key, title in raw["items"]]
    rows = [
        RoundItem(round_id=made, project_id=project, number=number, title=title)
        for number, (project, title) in enumerate(named, 1)
    ]
    held.tx.session.add_all(rows)
    held.tx.session.flush()
    return rows


def _ballots(held: _Held, raw: Mapping[str, Any], items: Sequence[RoundItem]) -> tuple[WholeBallot, ...]:
    unfinished, concerns = raw.get("unfinished", {}), raw.get("concerns", {})
    return tuple(
        WholeBallot(
            whose=Whose(municipality=MunicipalityId(held.towns[key].id)),
            marks=tuple(
                NewMark(item=RoundItemId(item.id), value=float(figure), axis=axis)
                for axis, figures in answers
                for item, figure in zip(items, figures.split(), strict=True)
                if figure != _UNANSWERED
            ),
            is_done=key not in unfinished,
            concern=concerns.get(key, ""),
        )
        for key, answers in raw["ballots"].items()
    )


def _notes(held: _Held, rounds: Sequence[RoundId]) -> None:
    raws = held.found.get("notes", ())
    for raw, order_key in zip(raws, evenly(len(raws)), strict=True):
        held.tx.session.add(
            SessionNote(
                session_id=held.session,
                kind=raw["kind"],
                text=raw["text"],
                agenda_item_id=held.part(raw.get("agenda")),
                municipality_id=held.towns[raw["municipality"]].id if "municipality" in raw else None,
                round_item_id=_item_of(held, rounds, *raw["item"]) if "item" in raw else None,
                owner=raw.get("owner", ""),
                due_on=raw.get("due_on"),
                is_done=raw.get("is_done", False),
                at=_moment(held.found, raw["at"]).isoformat(),
                order_key=order_key,
            )
        )


def _item_of(held: _Held, rounds: Sequence[RoundId], project: str, number: int) -> int | None:
    """Return the item of a project in the round with that number."""
    return held.tx.session.scalar(
        select(RoundItem.id).where(
            RoundItem.round_id == rounds[number - 1], RoundItem.project_id == held.projects[project].id
        )
    )


def _moment(found: Mapping[str, Any], clock: str) -> datetime:
    return datetime.combine(found["held_on"], time.fromisoformat(clock)).astimezone(UTC)


def _iso(found: Mapping[str, Any], clock: str | None) -> str | None:
    return None if clock is None else _moment(found, clock).isoformat()
