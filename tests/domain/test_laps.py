"""A round that is held again is called by its number and its turn."""

from __future__ import annotations

from smartstad_desktop.domain.values import RoundId
from smartstad_desktop.domain.workshop.laps import Lap, laps
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.text.workshop.laps import lap_words


def test_a_round_that_is_held_again_keeps_its_number() -> None:
    rounds = [(1, 1, None), (2, 2, None), (7, 3, 1), (8, 4, 7), (9, 5, None), (10, 6, 2)]
    called = laps((RoundId(one), number, None if of is None else RoundId(of)) for one, number, of in rounds)
    told = [lap_words(called[RoundId(one)]) for one, _number, _of in rounds]
    assert told == ["1", "2", "1, omgång 2", "1, omgång 3", "5", "2, omgång 2"]


def test_one_whose_first_is_gone_stands_for_itself() -> None:
    assert laps([(RoundId(7), 3, RoundId(1))]) == {RoundId(7): Lap(3)}


def test_steps_call_it_the_same() -> None:
    assert step_name("SetPhase", {"form": "reveal", **Lap(1, 2).named()}) == "Avslöja runda 1, omgång 2"
    assert step_name("SetPhase", {"form": "reveal", **Lap(4).named()}) == "Avslöja runda 4"
