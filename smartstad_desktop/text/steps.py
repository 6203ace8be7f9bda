"""Names of the steps in the undo list and the history, from the command's name and the words it gave.

A message is one form, or two when the step carries a ``count``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from smartstad_desktop.text.phrases import N_, Phrasebook, current

STEPS: Final[dict[str, str | tuple[str, str]]] = {
    "CreateProgramme": N_("Create the programme “{title}”"),
    "CreateDemonstration": N_("Create the demonstration region"),
}


def step_name(command: str, words: Mapping[str, Any], phrases: Phrasebook | None = None) -> str:
    """Return what a step is called, as “Move 2 projects to Now”."""
    book = phrases or current()
    match STEPS[command]:
        case (one, many):
            others = {name: value for name, value in words.items() if name != "count"}
            return book.plural(one, many, int(words["count"]), **others)
        case message:
            return book.text(message, **words)
