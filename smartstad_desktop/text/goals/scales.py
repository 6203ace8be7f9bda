"""What the numbers of the three grids mean, until a programme has written its own words."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.text.phrases import N_, Phrasebook, current

#: Short name and longer meaning per scale and step.
DEFAULTS: Final[dict[Scale, dict[int, tuple[str, str]]]] = {
    Scale.CONTRIBUTION: {
        -1: (N_("works against"), N_("The project makes the goal harder to reach.")),
        0: (N_("gives nothing"), N_("The project has been weighed and does not touch the goal.")),
        1: (N_("indirectly"), N_("The project helps a little, or prepares for something that does.")),
        2: (N_("clearly"), N_("The effect can be seen, but is not the main point of the project.")),
        3: (N_("directly"), N_("The goal is why the project is done, and the effect can be measured.")),
    },
    Scale.IMPORTANCE: {
        -1: (N_("against"), N_("The municipality does not want this goal.")),
        0: (N_("not important"), N_("The goal can wait.")),
        1: (N_("somewhat important"), N_("Good if it happens.")),
        2: (N_("important"), N_("The municipality will spend time on it.")),
        3: (N_("most important"), N_("The municipality will spend both time and money on it.")),
    },
    Scale.COVERAGE: {
        0: (N_("not at all"), N_("The service has been looked at and does not meet the need.")),
        1: (N_("a little"), N_("It meets a small part of the need, or only for some.")),
        2: (N_("largely"), N_("It meets most of the need.")),
        3: (N_("fully"), N_("It meets the whole need, for everybody who has it.")),
    },
}


def step_words(scale: Scale, step: int, phrases: Phrasebook | None = None) -> tuple[str, str]:
    """Return the short name and the meaning of a step in the words the program brings."""
    name, meaning = DEFAULTS[scale][step]
    book = phrases or current()
    return book.text(name), book.text(meaning)
