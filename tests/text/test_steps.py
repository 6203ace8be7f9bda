"""What a step is called inside a sentence: its own words begin small, a name keeps its capital."""

from __future__ import annotations

from typing import Any

import pytest

from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.steps import step_name, step_name_inside


@pytest.mark.parametrize(
    ("command", "words", "told"),
    [
        ("FinishBallot", {"title": "Örkelljunga", "round": 1}, "Örkelljunga är klar i runda 1"),
        ("AddProject", {"title": "Örkelljunga"}, "lägg till ”Örkelljunga”"),
        ("DeleteProjects", {"title": "Ny väg", "count": 2}, "ta bort 2 projekt"),
        ("FinishBallot", {"title": "Örkelljunga", "round": 1, "form": "blank"}, "Örkelljunga avstår i runda 1"),
        ("EditProject", {"title": "Ny väg", "fields": ["title"]}, "ändra projektnamn för ”Ny väg”"),
    ],
)
def test_only_the_words_of_a_step_begin_small(command: str, words: dict[str, Any], told: str) -> None:
    book = phrasebook(Language.SV)

    assert step_name_inside(command, words, book) == told
    assert step_name(command, words, book) == told[0].upper() + told[1:]
