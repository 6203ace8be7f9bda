"""How a round is called that may be held again; apart, for names of steps need nothing else about rounds."""

from __future__ import annotations

from smartstad_desktop.domain.workshop.laps import Lap
from smartstad_desktop.text.phrases import Phrasebook, current


def lap_words(lap: Lap, phrases: Phrasebook | None = None) -> str:
    """Return the number of a round as it stands after the word: ``1``, and ``1, turn 2`` when it is held again."""
    book = phrases or current()
    return str(lap.number) if lap.nth == 1 else book.text("{number}, turn {nth}", number=lap.number, nth=lap.nth)
