"""When the parts of an agenda begin, how far behind a session is, what lets it catch up, and what its clock shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.values import AgendaItemId
from smartstad_desktop.domain.workshop.agenda import Part, Proposal, catch_up, lateness, planned_end, reckon
from smartstad_desktop.domain.workshop.clock import ClockInvalid, checked_seconds, left

NINE = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
#: The lengths of a priority workshop of three hours; the sixth is a break.
LENGTHS = (10, 30, 20, 10, 20, 15, 35, 20, 10, 10)
BREAK = 5


def at(minutes: float) -> datetime:
    """Return the moment *minutes* after nine."""
    return NINE + timedelta(minutes=minutes)


def agenda(*begun: tuple[float | None, float | None]) -> list[Part]:
    """Return a priority workshop whose first parts began and ended, in minutes after nine."""
    times = [*begun, *[(None, None)] * (len(LENGTHS) - len(begun))]
    return [
        Part(
            item=AgendaItemId(number),
            minutes=length,
            is_break=number == BREAK,
            started_at=None if start is None else at(start),
            ended_at=None if end is None else at(end),
        )
        for number, (length, (start, end)) in enumerate(zip(LENGTHS, times, strict=True))
    ]


def starts(parts: list[Part], now: datetime | None) -> list[str]:
    """Return when each part begins, as a clock shows it."""
    return [slot.at.strftime("%H.%M") for slot in reckon(parts, NINE, now)]


def test_a_planned_session_runs_from_part_to_part() -> None:
    planned = ["09.00", "09.10", "09.40", "10.00", "10.10", "10.30", "10.45", "11.20", "11.40", "11.50"]

    assert starts(agenda(), None) == planned
    assert planned_end(agenda(), NINE) == at(180)


def test_what_follows_moves_along_when_a_part_slips_and_the_break_keeps_its_length() -> None:
    parts = agenda((0, 12), (12, 44), (44, None))
    slots = reckon(parts, NINE, at(50))

    assert starts(parts, at(50))[:7] == ["09.00", "09.12", "09.44", "10.04", "10.14", "10.34", "10.49"]
    assert slots[BREAK].until - slots[BREAK].at == timedelta(minutes=15)
    assert [slot.is_past for slot in slots[:4]] == [True, True, False, False]
    assert [slot.is_on for slot in slots[:4]] == [False, False, True, False]


def test_the_session_of_the_picture_is_four_minutes_behind() -> None:
    parts = agenda((0, 12), (12, 44), (44, None))

    assert lateness(parts, NINE, at(180), at(50)) == 4
    assert catch_up(parts, NINE, at(180), at(50)) == Proposal(AgendaItemId(6), 31, 4)


def test_a_part_that_takes_too_long_pushes_every_minute() -> None:
    parts = agenda((0, 10), (10, None))

    assert lateness(parts, NINE, at(180), at(40)) == 0
    assert lateness(parts, NINE, at(180), at(47)) == 7


def test_a_part_passed_over_takes_no_time_and_one_gone_back_to_comes_again() -> None:
    skipped = agenda((0, 10), (None, None), (10, None))
    gone_back = agenda((0, 10), (10, None), (40, 45))

    assert starts(skipped, at(15))[:4] == ["09.00", "09.10", "09.10", "09.30"]
    assert [slot.is_past for slot in reckon(gone_back, NINE, at(46))[:3]] == [True, False, False]
    assert starts(gone_back, at(46))[2] == "09.46"


def test_nobody_is_asked_to_hurry_for_a_minute_or_in_a_break() -> None:
    parts = agenda(*[(number * 10.0, number * 10.0 + 10) for number in range(9)], (171, None))
    only_a_break = [Part(item=AgendaItemId(1), minutes=30, is_break=True)]

    assert catch_up(parts, NINE, at(180), at(172)) is None
    assert catch_up(only_a_break, NINE, at(5), at(10)) is None


def test_one_part_gives_no_more_than_half() -> None:
    proposal = catch_up(agenda((0, 10), (10, None)), NINE, at(180), at(90))

    assert proposal == Proposal(AgendaItemId(6), 18, 17)


@st.composite
def sessions(draw: st.DrawFn) -> tuple[list[Part], datetime]:
    """Draw a session that goes on, somewhere in its agenda, and what time it is."""
    lengths = draw(st.lists(st.tuples(st.integers(1, 120), st.booleans()), min_size=1, max_size=12))
    front = draw(st.integers(0, len(lengths)))
    cursor, parts = 0, list[Part]()
    for number, (minutes, is_break) in enumerate(lengths):
        begun = number < front
        took = draw(st.integers(0, 150)) if begun else 0
        is_on = begun and number == front - 1 and draw(st.booleans())
        parts.append(
            Part(
                item=AgendaItemId(number),
                minutes=minutes,
                is_break=is_break,
                started_at=at(cursor) if begun else None,
                ended_at=at(cursor + took) if begun and not is_on else None,
            )
        )
        cursor += took
    return parts, at(cursor)


@given(sessions())
def test_parts_follow_each_other_without_gaps_and_later_ones_keep_their_length(
    drawn: tuple[list[Part], datetime],
) -> None:
    parts, now = drawn
    slots = reckon(parts, NINE, now)

    coming = [slot for slot in slots if not slot.is_past]
    assert all(before.until == after.at for before, after in pairwise(coming))
    assert all(slot.at >= now for slot in coming if not slot.is_on)
    for slot, part in zip(slots, parts, strict=True):
        if not slot.is_past and not slot.is_on:
            assert slot.until - slot.at == part.length


@given(sessions(), st.integers(0, 300))
def test_following_proposals_never_makes_it_later_nor_touches_a_break(
    drawn: tuple[list[Part], datetime], end: int
) -> None:
    parts, now = drawn
    for _ in range(40):
        proposal = catch_up(parts, NINE, at(end), now)
        if proposal is None:
            break
        late = lateness(parts, NINE, at(end), now)
        held = next(part for part in parts if part.item == proposal.item)
        assert not held.is_break
        assert not held.is_on
        assert 5 <= proposal.minutes < held.minutes
        parts = [Part(item=each.item, minutes=proposal.minutes) if each is held else each for each in parts]
        assert lateness(parts, NINE, at(end), now) == late - proposal.wins >= 0
    else:
        pytest.fail("the proposals never end")


@given(st.integers(0, 36_000), st.integers(0, 40_000))
def test_a_clock_stopped_and_started_again_shows_the_same(seconds: int, passed: int) -> None:
    stopped = left(NINE, seconds, NINE + timedelta(seconds=passed))

    assert stopped == seconds - passed
    assert left(None, stopped, NINE + timedelta(days=1)) == stopped


def test_a_clock_shows_its_last_second_until_it_is_over_and_gains_nothing_from_a_computer_set_back() -> None:
    assert left(NINE, 60, NINE + timedelta(seconds=59.4)) == 1
    assert left(NINE, 60, NINE - timedelta(minutes=5)) == 60
    assert left(None, None, NINE) == 0
    with pytest.raises(ClockInvalid):
        checked_seconds(36_001)
