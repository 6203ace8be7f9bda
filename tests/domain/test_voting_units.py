"""Who counts as one vote, what another unit would have given, and what is told about whom."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.workshop.alternatives import tally_by_unit, would_differ
from smartstad_desktop.domain.workshop.rounds import outliers
from smartstad_desktop.domain.workshop.tallies import tally
from smartstad_desktop.domain.workshop.voices import weights_of
from smartstad_desktop.domain.workshop.voting import (
    EFFORT,
    IMPACT,
    Ballot,
    Mark,
    Method,
    Seat,
    Unit,
    Visibility,
    rules_for,
)


def seats(municipality: int, *sheets: tuple[int, ...], first: int = 0) -> list[Ballot]:
    """Return a ballot of dots for each delegate of a municipality."""
    return [
        Ballot(
            caster=Seat(100 * municipality + first + number),
            municipality=municipality,
            marks=tuple(Mark(item, 1) for item in items),
        )
        for number, items in enumerate(sheets)
    ]


def values(ballots: list[Ballot], unit: Unit, **changes: object) -> list[float | None]:
    rules = rules_for(Method.DOTS, (1, 2, 3), unit=unit, marks=1, **changes)
    return [result.value for result in sorted(tally(rules, ballots).results, key=lambda result: result.item)]


#: Four from one large municipality want 1, two small ones with one delegate each want 2.
ROOM = [*seats(1, (1,), (1,), (1,), (3,)), *seats(2, (2,)), *seats(3, (2,))]


def test_every_unit_counts_in_its_own_way() -> None:
    people = {1: 150_000, 2: 15_000, 3: 15_000}

    assert values(ROOM, Unit.PERSON) == [3, 2, 1]
    assert values(ROOM, Unit.SEAT) == [3, 2, 1]
    assert values(ROOM, Unit.MUNICIPALITY) == [0.75, 2, 0.25]
    assert values(ROOM, Unit.POPULATION, populations=people) == pytest.approx([1.875, 0.5, 0.625])
    assert values(ROOM, Unit.KEY, key={1: 2, 2: 1, 3: 1}) == pytest.approx([1.125, 1.5, 0.375])


def test_hands_weigh_by_person_and_a_seat_by_itself() -> None:
    hands = [Ballot(municipality=1, marks=(Mark(1, 1),), persons=5), *seats(2, (2,))]

    assert values(hands, Unit.PERSON) == [5, 1, 0]
    assert values(hands, Unit.SEAT) == [1, 1, 0]


def test_a_municipality_is_the_mean_of_all_its_hands() -> None:
    mixed = [Ballot(municipality=1, marks=(Mark(1, 1),), persons=3), *seats(1, (2,)), *seats(2, (2,))]

    assert values(mixed, Unit.MUNICIPALITY) == [0.75, 1.25, 0]


def test_who_belongs_nowhere_has_no_voice_among_municipalities_and_is_named_as_such() -> None:
    guest = Ballot(caster=Seat(9), marks=(Mark(3, 1),))
    rules = rules_for(Method.DOTS, (1, 2, 3), unit=Unit.MUNICIPALITY, marks=1)
    found = tally(rules, [*ROOM, guest])

    assert (found.uncounted, found.units, found.ballots_cast) == (1, 3, 7)
    assert [each.value for each in found.results] == [2, 0.75, 0.25]
    assert tally(rules, [*ROOM, guest], Unit.SEAT).uncounted == 0
    assert weights_of(rules, [*ROOM, guest]) == (0.25, 0.25, 0.25, 0.25, 1, 1, 0)


def test_a_municipality_without_a_weight_does_not_count() -> None:
    rules = rules_for(Method.DOTS, (1, 2, 3), unit=Unit.KEY, key={1: 1, 2: 1})

    assert tally(rules, ROOM).uncounted == 1
    assert tally(rules, ROOM).units == 2


def test_the_facilitator_hears_what_another_unit_would_change() -> None:
    rules = rules_for(Method.DOTS, (1, 2, 3), unit=Unit.MUNICIPALITY, marks=1)
    by_unit = {each.unit: each for each in would_differ(rules, ROOM, top=1)}

    # Population and key have no figures, so nothing is said about them.
    assert set(by_unit) == {Unit.PERSON, Unit.SEAT}
    assert by_unit[Unit.SEAT].items == (1, 2)
    assert (by_unit[Unit.SEAT].enters, by_unit[Unit.SEAT].leaves) == ((1,), (2,))
    assert by_unit[Unit.SEAT].has_other_first


def test_nothing_is_said_where_the_units_agree() -> None:
    rules = rules_for(Method.DOTS, (1, 2, 3), unit=Unit.SEAT, populations={1: 5, 2: 1, 3: 1})
    alike = [*seats(1, (1, 2), (1, 2)), *seats(2, (1, 2)), *seats(3, (1,))]

    assert set(tally_by_unit(rules, alike)) == set(Unit) - {Unit.KEY}
    assert would_differ(rules, alike) == ()


def test_anonymous_sheets_are_only_counted_by_sheet() -> None:
    rules = rules_for(Method.DOTS, (1, 2, 3), visibility=Visibility.ANONYMOUS)
    sheets = [Ballot(marks=(Mark(item, 1),)) for item in (1, 1, 2)]

    assert set(tally_by_unit(rules, sheets)) == {Unit.PERSON, Unit.SEAT}
    assert [result.by_municipality for result in tally(rules, sheets).results] == [{}, {}, {}]


def told(ballots: list[Ballot], visibility: Visibility = Visibility.MUNICIPALITY) -> set[int]:
    rules = rules_for(Method.DOTS, (1, 2, 3), visibility=visibility)
    found = tally(rules, ballots).result(1)
    assert found is not None
    return set(found.by_municipality)


def delegates(**sizes: int) -> list[Ballot]:
    return [each for name, size in sizes.items() for each in seats(int(name[1:]), *[(1,)] * size)]


def test_groups_under_three_are_not_told() -> None:
    assert told(delegates(m1=3, m2=4, m3=5)) == {1, 2, 3}
    assert told(delegates(m1=3, m2=4)) == set()
    assert told(delegates(m1=3, m2=4, m3=5, m4=2, m5=1)) == {1, 2, 3}


def test_a_small_group_is_not_given_away_by_the_sum() -> None:
    # What two people of the fourth said would be the sum minus the others: the smallest other one is left out too.
    assert told(delegates(m1=3, m2=4, m3=5, m4=2, m5=6)) == {2, 3, 5}
    assert told(delegates(m1=3, m2=4, m3=5, m4=2)) == set()


def test_one_agreed_ballot_is_the_word_of_the_municipality() -> None:
    agreed = [Ballot(caster=number, municipality=number, marks=(Mark(1, 1),)) for number in (1, 2, 3)]

    assert told(agreed) == {1, 2, 3}
    assert told(agreed, Visibility.ANONYMOUS) == set()
    assert told(delegates(m1=1, m2=1), Visibility.NAMED) == {1, 2}


def test_fingers_name_municipalities_only_where_they_may_be_told() -> None:
    rules = rules_for(Method.FIST, (1,))
    agreed = [Ballot(caster=number, municipality=number, marks=(Mark(1, number),)) for number in (1, 2, 3, 4)]
    alone = [Ballot(caster=Seat(number), municipality=number, marks=(Mark(1, number),)) for number in (1, 2, 3, 4)]
    by_agreement, by_person = (tally(rules, ballots).results[0].fingers for ballots in (agreed, alone))

    assert by_agreement is not None
    assert by_person is not None
    assert (by_agreement.must_speak, by_agreement.speakers) == (2, (1, 2))
    assert (by_person.must_speak, by_person.speakers) == (2, ())


def test_the_two_farthest_apart_are_asked_on_the_axis_that_parts_them() -> None:
    points = {7: (5, 9), 3: (5, 7), 5: (6, 1), 4: (5, 7)}
    agreed = [
        Ballot(caster=each, municipality=each, marks=(Mark(1, effort, EFFORT), Mark(1, impact, IMPACT)))
        for each, (effort, impact) in points.items()
    ]
    found = tally(rules_for(Method.IMPACT_EFFORT, (1,), unit=Unit.MUNICIPALITY), agreed).results[0]
    asked = outliers(found)

    assert asked is not None
    assert (asked.low, asked.high, asked.axis) == (5, 7, IMPACT)
    hidden = tally(rules_for(Method.IMPACT_EFFORT, (1,), visibility=Visibility.ANONYMOUS), agreed).results[0]
    assert outliers(hidden) is None
    same = [Ballot(caster=each, municipality=each, marks=(Mark(1, 5, IMPACT),)) for each in (1, 2, 3)]
    assert outliers(tally(rules_for(Method.IMPACT_EFFORT, (1,)), same).results[0]) is None
