"""What a round came to, for the console: the count, whom to ask, what another unit would say, and how it moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from smartstad_desktop.domain.values import RoundId
from smartstad_desktop.domain.workshop.meeting import HIDDEN
from smartstad_desktop.domain.workshop.results import Tally
from smartstad_desktop.domain.workshop.tallies import tally
from smartstad_desktop.domain.workshop.voting import Ballot
from smartstad_desktop.reads.workshop.rounds import RoundSheet, ballots, round_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A round with its ballots and its count; ``before`` is the count of the round it repeats."""

    sheet: RoundSheet
    ballots: tuple[Ballot, ...]
    tally: Tally
    before: Tally | None = None


def outcome(connection: Connection, round_id: RoundId) -> Outcome | None:
    """Return what a round came to so far, from the ballots that are done; None when it is gone.

    Only for the console: whether it may be seen is for the phase to say.
    """
    sheet = round_sheet(connection, round_id)
    return None if sheet is None else outcome_of(connection, sheet)


def outcome_of(connection: Connection, sheet: RoundSheet) -> Outcome:
    """Return what a round that has been read came to so far."""
    given = ballots(connection, sheet)
    return Outcome(
        sheet=sheet, ballots=given, tally=tally(sheet.rules, given), before=_before(connection, sheet.repeats)
    )


def snapshot_of(connection: Connection, round_id: RoundId) -> dict[str, Any]:
    """Return the result of a round as data to keep; it names items and municipalities, never a person or a seat."""
    found = outcome(connection, round_id)
    if found is None:
        return {}
    titles = {item.number: item.title for item in found.sheet.items}
    return {
        "method": found.sheet.method.value,
        "unit": found.sheet.unit.value,
        "ballots": found.tally.ballots_cast,
        "blank": found.tally.blank,
        "answered": found.sheet.turnout.answered,
        "asked": found.sheet.turnout.asked,
        "agreement": found.tally.agreement,
        "items": [
            {
                "number": result.item,
                "title": titles[result.item],
                "place": result.place,
                "value": result.value,
                "mean": result.mean,
                "deviation": None if result.spread is None else result.spread.deviation,
            }
            for result in found.tally.results
        ],
    }


def _before(connection: Connection, round_id: RoundId | None) -> Tally | None:
    """Return the count of the round that is repeated, as far as the room has seen it."""
    sheet = None if round_id is None else round_sheet(connection, round_id)
    if sheet is None or sheet.revealed_at is None or sheet.phase in HIDDEN:
        return None
    counted = tally(sheet.rules, ballots(connection, sheet))
    return None if counted.is_small else counted
