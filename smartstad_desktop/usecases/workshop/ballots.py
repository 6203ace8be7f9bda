"""Ballots: what each seat, municipality or numbered sheet says in a round, mark by mark or many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.values import MunicipalityId, RoundId, RoundItemId, SessionId
from smartstad_desktop.domain.workshop.ballots import check, checked
from smartstad_desktop.domain.workshop.meeting import (
    TEXT_LIMIT,
    VOTING,
    MoreBallotsThanPeople,
    RoundNotOpen,
    SeatKind,
    Whose,
    WrongCaster,
)
from smartstad_desktop.domain.workshop.meeting import checked as checked_text
from smartstad_desktop.domain.workshop.voting import BY_MUNICIPALITY, Channel, Mark, Visibility
from smartstad_desktop.reads.workshop.rounds import RoundSheet, domain_marks, round_sheet
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.workshop import Ballot, BallotMark, Seat
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workshop.rounds import open_session


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMark:
    """What a ballot gives an item, on an axis or criterion, or against another item; None takes the answer away."""

    item: RoundItemId
    value: float | None
    axis: str = ""
    other: RoundItemId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeBallot:
    """A ballot with all its marks, as it comes from a file or a rehearsal."""

    whose: Whose
    marks: tuple[NewMark, ...] = ()
    is_done: bool = True
    is_blank: bool = False
    concern: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CastMarks:
    """Write marks on a ballot; it may be unfinished, but nothing on it may break a rule."""

    round: RoundId
    whose: Whose
    marks: tuple[NewMark, ...]
    channel: Channel = Channel.CONSOLE

    def execute(self, tx: Transaction) -> None:
        """Write them; a ballot that was done has to be finished anew.

        Raises:
            RoundNotOpen: the round is not in its silent phase.
            BallotTrouble: a mark breaks a rule of the round.
            WrongCaster: the round is answered by somebody else.
        """
        sheet = voting(tx, self.round)
        ballot = ballot_of(tx, sheet, self.whose, self.channel)
        _write(tx, sheet, ballot, self.marks)
        ballot.is_done = False
        ballot.is_blank = False
        tx.describe(**_name(tx, self.whose), **sheet.lap.named("round"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishBallot:
    """Say that a ballot is done, abstains, or is open again; a concern is kept in the words it was put in."""

    round: RoundId
    whose: Whose
    is_done: bool = True
    is_blank: bool = False
    concern: str | None = None
    channel: Channel = Channel.CONSOLE

    def execute(self, tx: Transaction) -> None:
        """Finish it, or open it again.

        Raises:
            RoundNotOpen: the round is not in its silent phase.
            BallotTrouble: something on it breaks a rule, or is left to share out.
        """
        sheet = voting(tx, self.round)
        ballot = ballot_of(tx, sheet, self.whose, self.channel)
        if self.is_done and not self.is_blank:
            tx.session.flush()
            checked(sheet.rules, _marks(tx, sheet, ballot), municipality=_municipality(tx, ballot))
        ballot.is_done = self.is_done
        ballot.is_blank = self.is_blank and self.is_done
        if self.concern is not None:
            ballot.concern = checked_text(self.concern, "concern", TEXT_LIMIT)
        form = "blank" if ballot.is_blank else "" if self.is_done else "open"
        tx.describe(**_name(tx, self.whose), **sheet.lap.named("round"), **({"form": form} if form else {}))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearBallots:
    """Take ballots away with all that stands on them."""

    round: RoundId
    whose: tuple[Whose, ...]

    def execute(self, tx: Transaction) -> None:
        """Take them away; whoever has none is passed over.

        Raises:
            RoundNotOpen: the round is not in its silent phase.
        """
        sheet = voting(tx, self.round)
        for each in self.whose:
            found = _find(tx, self.round, each)
            if found is not None:
                tx.session.delete(found)
            tx.describe(**_name(tx, each), count=len(self.whose), **sheet.lap.named("round"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CastBallots:
    """Write many ballots at once, each instead of what its caster had; all of them or none."""

    round: RoundId
    ballots: tuple[WholeBallot, ...]
    channel: Channel = Channel.CSV

    def execute(self, tx: Transaction) -> int:
        """Write them; the value is how many.

        Raises:
            RoundNotOpen: the round is not in its silent phase.
            BallotTrouble: a ballot breaks a rule, or is said to be done and is not.
        """
        sheet = voting(tx, self.round)
        for each in self.ballots:
            old = _find(tx, self.round, each.whose)
            if old is not None:
                tx.session.delete(old)
                tx.session.flush()
            ballot = ballot_of(tx, sheet, each.whose, self.channel)
            _write(tx, sheet, ballot, each.marks)
            if each.is_done and not each.is_blank:
                checked(sheet.rules, _marks(tx, sheet, ballot), municipality=_municipality(tx, ballot))
            ballot.is_done, ballot.is_blank = each.is_done, each.is_blank
            ballot.concern = checked_text(each.concern, "concern", TEXT_LIMIT)
        tx.describe(count=len(self.ballots), **sheet.lap.named("round"))
        return len(self.ballots)


def voting(tx: Transaction, round_id: RoundId) -> RoundSheet:
    """Return a round that takes ballots.

    Raises:
        RoundNotOpen: it is not in its silent phase.
        RowGone: it is not there any more.
    """
    sheet = round_sheet(tx.session.connection(), round_id)
    if sheet is None:
        raise RowGone(kind="round", row_id=round_id)
    open_session(tx, SessionId(sheet.session))
    if sheet.phase not in VOTING:
        raise RoundNotOpen
    return sheet


def ballot_of(tx: Transaction, sheet: RoundSheet, whose: Whose, channel: Channel) -> Ballot:
    """Return the ballot of a caster, a new one when there is none yet.

    Raises:
        WrongCaster: the round is answered by others: by seats, by municipalities, or on numbered sheets.
        MoreBallotsThanPeople: the sheet has a higher number than there are seats.
    """
    ballot = _find(tx, sheet.id, whose)
    if ballot is None:
        _check_caster(tx, sheet, whose)
        ballot = Ballot(
            round_id=sheet.id,
            seat_id=whose.seat,
            municipality_id=whose.municipality,
            number=whose.number,
            persons=1,
            is_done=False,
            is_blank=False,
            concern="",
        )
        tx.session.add(ballot)
    ballot.channel = channel.value
    tx.session.flush()
    return ballot


def _check_caster(tx: Transaction, sheet: RoundSheet, whose: Whose) -> None:
    is_anonymous = sheet.visibility is Visibility.ANONYMOUS
    is_by_municipality = sheet.unit in BY_MUNICIPALITY
    expected = (is_anonymous, is_by_municipality and not is_anonymous, not is_by_municipality and not is_anonymous)
    if (whose.number is not None, whose.municipality is not None, whose.seat is not None) != expected:
        raise WrongCaster
    if whose.number is not None:
        _check_number(tx, sheet, whose.number)
    elif whose not in {caster.whose for caster in sheet.casters}:
        raise WrongCaster


def _check_number(tx: Transaction, sheet: RoundSheet, number: int) -> None:
    """Sheets are printed for every seat before anybody has come; there are no more of them than that."""
    voters = select(func.count()).where(Seat.session_id == sheet.session, Seat.kind == SeatKind.VOTER.value)
    seats = tx.session.scalar(voters) or 0
    if not 1 <= number <= seats:
        raise MoreBallotsThanPeople(count=seats, number=number)


def _find(tx: Transaction, round_id: RoundId, whose: Whose) -> Ballot | None:
    return tx.session.scalar(
        select(Ballot).where(
            Ballot.round_id == round_id,
            Ballot.seat_id.is_not_distinct_from(whose.seat),
            Ballot.municipality_id.is_not_distinct_from(whose.municipality),
            Ballot.number.is_not_distinct_from(whose.number),
        )
    )


def _write(tx: Transaction, sheet: RoundSheet, ballot: Ballot, marks: Sequence[NewMark]) -> None:
    """Write marks and check what stands on the ballot then."""
    known = {(row.round_item_id, row.axis, row.other_id): row for row in _rows(tx, ballot)}
    items = {item.id for item in sheet.items if not item.is_unclear}
    for mark in marks:
        if mark.item not in items or (mark.other is not None and mark.other not in items):
            raise RowGone(kind="round_item", row_id=mark.item)
        _write_one(tx, ballot, mark, known)
    tx.session.flush()
    check(sheet.rules, _marks(tx, sheet, ballot), municipality=_municipality(tx, ballot))


def _write_one(
    tx: Transaction, ballot: Ballot, mark: NewMark, known: Mapping[tuple[int, str, int | None], BallotMark]
) -> None:
    row = known.get((mark.item, mark.axis, mark.other))
    mirrored = None if mark.other is None else known.get((mark.other, mark.axis, mark.item))
    if mirrored is not None:
        tx.session.delete(mirrored)
    if mark.value is None:
        if row is not None:
            tx.session.delete(row)
    elif row is None:
        tx.session.add(
            BallotMark(
                ballot_id=ballot.id, round_item_id=mark.item, other_id=mark.other, axis=mark.axis, value=mark.value
            )
        )
    else:
        row.value = mark.value


def _rows(tx: Transaction, ballot: Ballot) -> Sequence[BallotMark]:
    return tx.session.scalars(select(BallotMark).where(BallotMark.ballot_id == ballot.id)).all()


def _marks(tx: Transaction, sheet: RoundSheet, ballot: Ballot) -> tuple[Mark, ...]:
    numbers = {item.id: item.number for item in sheet.items if not item.is_unclear}
    said = {
        (
            RoundItemId(row.round_item_id),
            row.axis,
            None if row.other_id is None else RoundItemId(row.other_id),
        ): row.value
        for row in _rows(tx, ballot)
    }
    return domain_marks(said, numbers)


def _municipality(tx: Transaction, ballot: Ballot) -> int | None:
    return ballot.municipality_id if ballot.seat_id is None else tx.get(Seat, ballot.seat_id).municipality_id


def _name(tx: Transaction, whose: Whose) -> dict[str, str]:
    """Return what the step calls whoever answers: a municipality, a seat's role, or the number of a sheet."""
    if whose.number is not None:
        return {"title": str(whose.number)}
    municipality, label = whose.municipality, ""
    if whose.seat is not None:
        seat = tx.get(Seat, whose.seat)
        label = seat.label
        municipality = None if seat.municipality_id is None else MunicipalityId(seat.municipality_id)
    name = "" if municipality is None else tx.get(Municipality, municipality).short_name
    return {"title": ", ".join(part for part in (name, label) if part)}
