"""Who answers in a round: seats, municipalities or numbered sheets, and how far each has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from smartstad_desktop.domain.values import MunicipalityId, RoundId, SeatId, SessionId
from smartstad_desktop.domain.workshop.meeting import SeatKind, Whose
from smartstad_desktop.domain.workshop.voting import BY_MUNICIPALITY, Channel, Unit, Visibility
from smartstad_desktop.reads.board import MunicipalityMark
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import Attendance, Ballot, BallotMark, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Caster:
    """Who answers, and how far they have come; what they answered is not told here."""

    whose: Whose
    municipality: MunicipalityId | None = None
    mark: MunicipalityMark | None = None
    label: str = ""
    persons: int = 1
    is_present: bool = True
    has_begun: bool = False
    is_done: bool = False
    is_blank: bool = False
    concern: str = ""
    channel: Channel = Channel.CONSOLE


@dataclass(frozen=True, slots=True)
class _Seat:
    id: SeatId
    municipality: MunicipalityId | None
    label: str
    is_present: bool


def casters(
    connection: Connection, session: SessionId, round_id: RoundId, *, unit: Unit, visibility: Visibility
) -> tuple[Caster, ...]:
    """Return who answers in a round: sheets by number, one ballot for each municipality, or one for each seat.

    Whoever has handed in a ballot stays, also without a seat.
    """
    marks = municipality_marks(connection)
    given = _given(connection, round_id)
    asked = {caster.whose: caster for caster in _asked(connection, session, marks, unit, visibility)}
    for whose in given:
        if whose not in asked:
            municipality = whose.municipality
            mark = None if municipality is None else marks.get(municipality)
            asked[whose] = Caster(whose=whose, municipality=municipality, mark=mark)
    if visibility is Visibility.ANONYMOUS:
        asked = dict(sorted(asked.items(), key=lambda each: each[0].number or 0))
    return tuple(_with_ballot(caster, given.get(caster.whose)) for caster in asked.values())


def municipality_marks(connection: Connection) -> dict[MunicipalityId, MunicipalityMark]:
    """Return what each municipality is known by."""
    query = select(Municipality.id, Municipality.mark, Municipality.colour, Municipality.short_name)
    return {
        MunicipalityId(row.id): MunicipalityMark(row.mark, row.colour, row.short_name)
        for row in connection.execute(query)
    }


def whose_of(row: Row[*tuple[Any, ...]]) -> Whose:
    """Return whose ballot a row with ``seat_id``, ``municipality_id`` and ``number`` is."""
    return Whose(
        seat=None if row.seat_id is None else SeatId(row.seat_id),
        municipality=None if row.municipality_id is None else MunicipalityId(row.municipality_id),
        number=row.number,
    )


def _asked(
    connection: Connection,
    session: SessionId,
    marks: Mapping[MunicipalityId, MunicipalityMark],
    unit: Unit,
    visibility: Visibility,
) -> Sequence[Caster]:
    seats = _seats(connection, session)
    if visibility is Visibility.ANONYMOUS:
        expected = sum(seat.is_present for seat in seats) or len(seats)
        return [Caster(whose=Whose(number=number)) for number in range(1, expected + 1)]
    if unit in BY_MUNICIPALITY:
        return _by_municipality(seats, marks)
    return [
        Caster(
            whose=Whose(seat=seat.id),
            municipality=seat.municipality,
            mark=None if seat.municipality is None else marks.get(seat.municipality),
            label=seat.label,
            is_present=seat.is_present,
        )
        for seat in seats
    ]


def _by_municipality(seats: Sequence[_Seat], marks: Mapping[MunicipalityId, MunicipalityMark]) -> list[Caster]:
    """Return one caster for each municipality with a seat; its delegates who are here stand behind it."""
    groups: dict[MunicipalityId, list[_Seat]] = {}
    for seat in seats:
        if seat.municipality is not None:
            groups.setdefault(seat.municipality, []).append(seat)
    return [
        Caster(
            whose=Whose(municipality=municipality),
            municipality=municipality,
            mark=marks.get(municipality),
            persons=sum(seat.is_present for seat in group) or len(group),
            is_present=any(seat.is_present for seat in group),
        )
        for municipality, group in groups.items()
    ]


def _seats(connection: Connection, session: SessionId) -> list[_Seat]:
    """Return the seats that vote, in their order."""
    here = select(Attendance.id).where(Attendance.seat_id == Seat.id, Attendance.left_at.is_(None)).exists()
    query = (
        select(Seat.id, Seat.municipality_id, Seat.label, here.label("is_present"))
        .where(Seat.session_id == session, Seat.kind == SeatKind.VOTER.value)
        .order_by(Seat.order_key, Seat.id)
    )
    return [
        _Seat(
            SeatId(row.id),
            None if row.municipality_id is None else MunicipalityId(row.municipality_id),
            row.label,
            bool(row.is_present),
        )
        for row in connection.execute(query)
    ]


def _given(connection: Connection, round_id: RoundId) -> dict[Whose, Row[*tuple[Any, ...]]]:
    """Return the ballots there are, without what they say."""
    begun = select(BallotMark.id).where(BallotMark.ballot_id == Ballot.id).exists()
    columns = (Ballot.channel, Ballot.persons, Ballot.is_done, Ballot.is_blank, Ballot.concern, begun.label("begun"))
    query = select(Ballot.seat_id, Ballot.municipality_id, Ballot.number, *columns).where(Ballot.round_id == round_id)
    rows: Sequence[Row[*tuple[Any, ...]]] = connection.execute(query.order_by(Ballot.id)).all()
    return {whose_of(row): row for row in rows}


def _with_ballot(caster: Caster, row: Row[*tuple[Any, ...]] | None) -> Caster:
    if row is None:
        return caster
    return replace(
        caster,
        has_begun=bool(row.begun) or row.is_blank,
        is_done=row.is_done,
        is_blank=row.is_blank,
        concern=row.concern,
        channel=Channel(row.channel),
    )
