"""What must hold for any vote: who came first, by which way and after which restart never matters."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from smartstad_desktop.domain.workshop.alternatives import tally_by_unit, would_differ
from smartstad_desktop.domain.workshop.ballots import checked
from smartstad_desktop.domain.workshop.rehearsal import simulate
from smartstad_desktop.domain.workshop.results import Tally
from smartstad_desktop.domain.workshop.rounds import agreed, movement, neutral_order, outliers, to_talk_about
from smartstad_desktop.domain.workshop.tallies import tally
from smartstad_desktop.domain.workshop.voices import weights_of
from smartstad_desktop.domain.workshop.voting import (
    HUNDRED,
    POINTS,
    SHARED_OUT,
    Ballot,
    Channel,
    Mark,
    Method,
    Rules,
    Seat,
    Unit,
    Visibility,
    Voter,
    Yardstick,
    rules_for,
)

CRITERIA = (Yardstick("need", 20), Yardstick("effect", 15), Yardstick("share", 10))
POPULATIONS = {number: 7_000 * number + 311 for number in range(1, 6)}
CHEAP = settings(max_examples=30, deadline=None)


@some.composite
def votes(
    draw: some.DrawFn, *methods: Method, fewest: int = 0, recusal: bool | None = None
) -> tuple[Rules, list[Ballot]]:
    """Draw a round with valid ballots of seats, agreed ballots and raised hands."""
    method = draw(some.sampled_from(methods or list(Method)))
    unit, visibility = draw(some.sampled_from(Unit)), draw(some.sampled_from(Visibility))
    count, casters = draw(some.integers(1, 7)), draw(some.integers(fewest, 9))
    # One seed instead of a draw for everything: a tenth of the time, and as many different rooms.
    seed = draw(some.integers(0, 10_000))
    chance = Random(seed)  # noqa: S311  a room to count, no secret
    rules = rules_for(
        method,
        chance.sample(range(1, count + 1), count),
        unit=unit,
        visibility=visibility,
        most_per_item=chance.randint(1, 2),
        criteria=CRITERIA,
        owners={1: (1,), 2: (2, 3)},
        recusal=chance.random() < 0.5 if recusal is None else recusal,
        populations=POPULATIONS,
        key={number: number**0.5 for number in range(1, 6)},
    )
    return rules, list(simulate(rules, [voter(number, chance) for number in range(1, casters + 1)], seed))


def voter(number: int, chance: Random) -> Voter:
    municipality = chance.randint(1, 5)
    is_agreed = chance.random() < 0.3
    return Voter(municipality if is_agreed else Seat(number), municipality, chance.randint(1, 3))


@CHEAP
@given(votes(), some.randoms(use_true_random=False), some.lists(some.sampled_from(Channel), min_size=9, max_size=9))
def test_order_of_entry_and_channel_never_change_a_result(
    vote: tuple[Rules, list[Ballot]], chance: Random, channels: list[Channel]
) -> None:
    rules, ballots = vote
    other = [
        replace(ballot, channel=channel, marks=tuple(chance.sample(ballot.marks, len(ballot.marks))))
        for ballot, channel in zip(ballots, channels, strict=False)
    ]
    chance.shuffle(other)

    assert tally(rules, other) == tally(rules, ballots)
    assert would_differ(rules, other) == would_differ(rules, ballots)


@CHEAP
@given(votes(), some.randoms(use_true_random=False))
def test_items_in_another_order_are_counted_alike(vote: tuple[Rules, list[Ballot]], chance: Random) -> None:
    rules, ballots = vote
    other = replace(rules, items=tuple(chance.sample(rules.items, len(rules.items))))

    assert tally(other, ballots) == tally(rules, ballots)


def through_a_file(rules: Rules, ballot: Ballot) -> Ballot:
    """Return the ballot as a restart would find it: marks as text, in the order of the items."""
    kept = json.loads(json.dumps([[mark.item, mark.value, mark.axis, mark.other] for mark in ballot.marks]))
    marks = tuple(Mark(item, value, axis, other) for item, value, axis, other in reversed(kept))
    return replace(ballot, marks=checked(rules, marks, municipality=ballot.municipality) if marks else ())


@CHEAP
@given(votes())
def test_a_restart_changes_nothing(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote

    assert tally(rules, [through_a_file(rules, ballot) for ballot in ballots]) == tally(rules, ballots)


@CHEAP
@given(votes(fewest=1), some.data())
def test_a_ballot_that_is_withdrawn_leaves_no_trace(vote: tuple[Rules, list[Ballot]], draws: some.DataObject) -> None:
    rules, ballots = vote
    before = tally(rules, ballots)
    late = simulate(rules, [Voter(Seat(99), 5)], draws.draw(some.integers(0, 99)))[0]
    corrected = [*ballots, late]

    tally(rules, corrected)
    corrected.remove(late)

    assert tally(rules, corrected) == before


@CHEAP
@given(votes(*SHARED_OUT, recusal=False))
def test_what_is_shared_out_adds_up_in_every_unit(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote
    for unit in Unit:
        found = tally(rules, ballots, unit)
        shared = sum(result.value or 0 for result in found.results)
        weights = weights_of(rules, ballots, unit)
        given_away = sum(
            weight * sum(mark.value for mark in ballot.marks) for ballot, weight in zip(ballots, weights, strict=True)
        )
        assert shared == pytest.approx(given_away)
        if rules.method is Method.HUNDRED:
            assert shared == pytest.approx(HUNDRED * sum(weights))


@CHEAP
@given(votes())
def test_weights_add_up_to_what_the_unit_says(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote
    cast = [ballot for ballot in ballots if ballot.counts]
    municipalities = len({ballot.municipality for ballot in cast})
    casters = len({ballot.caster for ballot in cast})
    expected = {Unit.PERSON: sum(ballot.persons for ballot in cast), Unit.SEAT: casters}

    for unit in Unit:
        assert sum(weights_of(rules, ballots, unit)) == pytest.approx(expected.get(unit, municipalities))


@CHEAP
@given(votes(Method.COLUMNS, Method.MOSCOW, Method.FIST, recusal=False))
def test_everybody_stands_in_one_column(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote
    for result in tally(rules, ballots).results:
        assert sum(result.columns) == pytest.approx(sum(weights_of(rules, ballots)))


@CHEAP
@given(votes(Method.PAIRS, recusal=False))
def test_duels_add_up_and_circles_are_circles(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote
    found = tally(rules, ballots)
    count = len(rules.items)

    assert sum(result.wins for result in found.results) == sum(result.losses for result in found.results)
    if found.units:
        assert sum(result.value or 0 for result in found.results) == count * (count - 1) / 2
    assert found.circular_triads <= count * (count - 1) * (count - 2) / 6


@CHEAP
@given(votes(fewest=1))
def test_hands_counted_together_are_hands_counted_one_by_one(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote
    apart = [replace(ballot, caster=None, persons=1) for ballot in ballots for _hand in range(ballot.persons)]
    together = [replace(ballot, caster=None) for ballot in ballots]
    one, other = (tally(rules, each, Unit.PERSON) for each in (together, apart))

    assert one.order == other.order
    assert one.persons == other.persons
    assert one.agreement == (None if other.agreement is None else pytest.approx(other.agreement))
    for mine, its in zip(one.results, other.results, strict=True):
        assert mine.value == (None if its.value is None else pytest.approx(its.value))
        assert (mine.spread is None) == (its.spread is None)
        assert mine.supporters == its.supporters


@CHEAP
@given(votes())
def test_places_follow_values_and_agreement_stays_on_its_scale(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote
    for found in tally_by_unit(rules, ballots).values():
        valued = [result for result in found.results if result.value is not None]
        assert {result.item for result in found.results} == set(rules.items)
        assert [result.place for result in valued] == [
            1 + sum((its.value or 0) > (result.value or 0) + 1e-9 for its in valued) for result in valued
        ]
        for agreement in (found.agreement, *(result.agreement for result in found.results)):
            assert agreement is None or -1e-9 <= agreement <= 1 + 1e-9


def told(found: Tally) -> list[dict[int, float]]:
    axes = [axis for result in found.results for axis in (result.x, result.y) if axis is not None]
    return [dict(each.by_municipality) for each in (*found.results, *axes)]


@CHEAP
@given(votes())
def test_nothing_is_told_about_fewer_than_three(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote
    cast = [ballot for ballot in ballots if ballot.counts]
    persons: dict[int | None, int] = {}
    for ballot in cast:
        persons[ballot.municipality] = persons.get(ballot.municipality, 0) + ballot.persons
    loose = {ballot.municipality for ballot in cast if not ballot.is_agreed}
    found = tally(rules, ballots)
    for breakdown in told(found):
        if rules.visibility is Visibility.ANONYMOUS:
            assert breakdown == {}
        elif rules.visibility is Visibility.MUNICIPALITY:
            assert not breakdown or len(breakdown) >= 3
            assert all(persons[each] >= 3 for each in breakdown if each in loose)
    for result in found.results:
        assert result.spread is None or result.spread.count >= 3
        asked = outliers(result)
        if asked is not None:
            assert any({asked.low, asked.high} <= breakdown.keys() for breakdown in told(found))
            assert asked.low != asked.high


@CHEAP
@given(votes())
def test_talk_starts_with_what_is_agreed_and_never_names_an_item_twice(vote: tuple[Rules, list[Ballot]]) -> None:
    found = tally(*vote)
    calm, split = agreed(found), to_talk_about(found)

    assert not {result.item for result in calm} & {result.item for result in split}
    assert len(calm) <= 3
    assert len(split) <= 3
    assert all(result.apart > 0 for result in split)
    least = min((result.apart for result in split), default=0)
    assert all(result.apart <= least + 1e-9 for result in calm) or not split


@CHEAP
@given(votes(), some.integers(0, 10_000))
def test_what_moved_can_be_read_backwards(vote: tuple[Rules, list[Ballot]], seed: int) -> None:
    rules, ballots = vote
    voters = [Voter(ballot.caster, ballot.municipality) for ballot in ballots]
    one, other = tally(rules, ballots), tally(rules, simulate(rules, voters, seed))
    there, back = movement(one, other), movement(other, one)

    assert {(each.item, each.from_place, each.to_place) for each in there} == {
        (each.item, each.to_place, each.from_place) for each in back
    }
    assert all(each.moved == "stayed" for each in movement(one, one))


@given(some.lists(some.integers(1, 60), unique=True), some.integers(), some.randoms(use_true_random=False))
def test_the_order_on_the_wall_is_the_seeds_alone(items: list[int], seed: int, chance: Random) -> None:
    order = neutral_order(items, seed)

    assert sorted(order) == sorted(items)
    assert neutral_order(chance.sample(items, len(items)), seed) == order


@CHEAP
@given(votes(fewest=1))
def test_made_up_ballots_keep_the_rules_and_their_seed(vote: tuple[Rules, list[Ballot]]) -> None:
    rules, ballots = vote
    for ballot in ballots:
        if ballot.marks:
            assert checked(rules, ballot.marks, municipality=ballot.municipality) == ballot.marks
    voters = [Voter(ballot.caster, ballot.municipality, ballot.persons) for ballot in ballots]

    assert simulate(rules, voters, 7) == simulate(rules, voters, 7)
    if rules.method is Method.THREE_TWO_ONE and len(rules.items) >= 5:
        assert all(sum(mark.value for mark in each.marks) in {0, sum(POINTS)} for each in ballots)
