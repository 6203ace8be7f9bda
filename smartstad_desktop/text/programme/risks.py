"""What the steps of likelihood and consequence are called, and sentences about risks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from smartstad_desktop.domain.programme.risks import Gravity
from smartstad_desktop.text.phrases import N_, Phrasebook, current

LIKELIHOODS: Final = (N_("Unlikely"), N_("Possible"), N_("Likely"), N_("Almost certain"))
CONSEQUENCES: Final = (N_("Small"), N_("Noticeable"), N_("Large"), N_("Very large"))
_SHORT: Final = {Gravity.LOW: N_("low"), Gravity.MEDIUM: N_("medium"), Gravity.HIGH: N_("high")}

_COUNTED: Final = {
    Gravity.LOW: (N_("{count} low"), N_("{count} low")),
    Gravity.MEDIUM: (N_("{count} medium"), N_("{count} medium")),
    Gravity.HIGH: (N_("{count} high"), N_("{count} high")),
}


def step_words(steps: tuple[str, ...], step: int, phrases: Phrasebook | None = None) -> str:
    """Return a step with its number, as “3 Likely”."""
    return f"{step} {(phrases or current()).text(steps[step - 1])}"


def gravity_word(gravity: Gravity, phrases: Phrasebook | None = None) -> str:
    """Return how grave a risk is, in one small word."""
    return (phrases or current()).text(_SHORT[gravity])


def value_words(value: int, gravity: Gravity, phrases: Phrasebook | None = None) -> str:
    """Return the value of a risk with its word, as “12 high”."""
    return f"{value} {gravity_word(gravity, phrases)}"


def count_words(gravities: Iterable[Gravity], phrases: Phrasebook | None = None) -> str:
    """Return how many risks of each kind there are, as “2 high, 7 medium, 5 low”."""
    book = phrases or current()
    found = list(gravities)
    return ", ".join(book.plural(*_COUNTED[each], found.count(each)) for each in reversed(Gravity))
