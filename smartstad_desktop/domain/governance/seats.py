"""Who sits on a seat, on which day; what may not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.governance.bodies import MembershipState

#: Who is only asked, or has said no, does not hold the seat.
HOLDING: Final = frozenset({MembershipState.ACCEPTED, MembershipState.APPOINTED})
#: What can be set on a membership.
MEMBERSHIP_FIELDS: Final[Mapping[str, Cleaner]] = {
    "state": lambda _name, value: MembershipState(value),
    **dict.fromkeys(("is_substitute", "is_chair"), cleaning.flag),
    **dict.fromkeys(("valid_from", "valid_to"), cleaning.day),
    **dict.fromkeys(("person_id", "decision_id"), cleaning.row),
    "comment": cleaning.text,
}


class TermBackwards(FieldInvalid):
    """Somebody's last day on a seat is before the first. Parameters: ``start``, ``end``."""

    code = "term_backwards"


class SeatTaken(FieldInvalid):
    """Two would hold the same seat on the same day. Parameters: ``name``."""

    code = "body_seat_taken"


class ChairTaken(FieldInvalid):
    """A body would have two chairs on the same day. Parameters: ``name``."""

    code = "chair_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Somebody on a seat from a day to a day; None is an open end."""

    id: int
    seat: int
    holder: str
    state: MembershipState
    is_substitute: bool = False
    is_chair: bool = False
    first: date | None = None
    last: date | None = None

    def is_in_force(self, day: date) -> bool:
        """Return whether it covers *day*, and has not been turned down."""
        within = (self.first or date.min) <= day <= (self.last or date.max)
        return within and self.state is not MembershipState.DECLINED

    def holds(self, day: date) -> bool:
        """Return whether this person has the seat on *day*, and is not only asked."""
        return self.is_in_force(day) and self.state in HOLDING

    def meets(self, other: Term) -> bool:
        """Return whether there is a day that both cover."""
        starts_first = (self.first or date.min) <= (other.last or date.max)
        return starts_first and (other.first or date.min) <= (self.last or date.max)


def check_term(term: Term, others: Iterable[Term]) -> None:
    """Refuse a *term* that cannot stand beside the *others* of the same body.

    Raises:
        TermBackwards, SeatTaken, ChairTaken: the days run backwards, or somebody else is there already.
    """
    if term.first and term.last and term.last < term.first:
        raise TermBackwards(field="valid_to", start=term.first, end=term.last)
    if term.state not in HOLDING:
        return
    for other in others:
        if other.id == term.id or other.state not in HOLDING or not term.meets(other):
            continue
        if other.seat == term.seat and not term.is_substitute and not other.is_substitute:
            raise SeatTaken(field="valid_from", name=other.holder)
        if term.is_chair and other.is_chair:
            raise ChairTaken(field="is_chair", name=other.holder)


def standing(terms: Iterable[Term], day: date) -> MembershipState | None:
    """Return how far the filling of a seat has come on *day*; None is vacant."""
    states = {term.state for term in terms if not term.is_substitute and term.is_in_force(day)}
    return next((state for state in _BEST_FIRST if state in states), None)


_BEST_FIRST: Final = (MembershipState.APPOINTED, MembershipState.ACCEPTED, MembershipState.ASKED)


def holder(terms: Iterable[Term], day: date, *, is_substitute: bool = False) -> Term | None:
    """Return who has the seat on *day*, or is the substitute."""
    return next((term for term in terms if term.is_substitute == is_substitute and term.holds(day)), None)


def predecessor(term: Term, terms: Iterable[Term]) -> Term | None:
    """Return who had the seat before *term*: of those whose last day came earlier, the latest."""
    if term.first is None:
        return None
    earlier = [
        each
        for each in terms
        if each.state in HOLDING and not each.is_substitute and each.last is not None and each.last < term.first
    ]
    return max(earlier, key=lambda each: each.last or date.min, default=None)
