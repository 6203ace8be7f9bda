"""Searching treats å, ä and ö as letters, and forgives a keyboard that lacks them."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.values import Language
from smartstad_desktop.ui.inventory.arranging import sort_keys
from smartstad_desktop.ui.inventory.finding import Haystack, words_of

TEXTS = {1: "Ånglok på räls", 2: "Öppna data om badvatten", 3: "Over sjøen", 4: "Oppdatering"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [1, 2, 3, 4]),
        ("ÅNG", [1]),
        ("ang", [1]),
        ("öp", [2]),
        ("op", [2, 4]),
        ("sjö", [3]),
        ("sjø", [3]),
        ("sjo", [3]),
        ("data om", [2]),
        ("vatten öppna", [2]),
        ("räls vatten", []),
        ("%", []),
    ],
)
def test_what_is_found(typed: str, found: list[int]) -> None:
    assert list(Haystack(TEXTS).find(list(TEXTS), words_of(typed))) == found


def test_text_that_changed_is_found_anew() -> None:
    haystack = Haystack(TEXTS)
    haystack.put({1: "Ellok"})
    assert list(haystack.find([1, 2], ("ellok",))) == [1]
    assert list(haystack.find([1, 2], ("räls",))) == []


@pytest.mark.parametrize(
    ("language", "order"),
    [
        (Language.SV, ["Ale", "Zorn", "Åre", "Ängelholm", "Öland"]),
        (Language.NB, ["Ale", "Zorn", "Ængelholm", "Øland", "Åre"]),
        (Language.EN, ["Ale", "Åre", "Öland", "Zorn"]),
    ],
)
def test_names_sort_as_the_language_does(language: Language, order: list[str]) -> None:
    keys = sort_keys(order, language)
    assert keys == sorted(keys)


def test_an_empty_list_has_no_keys() -> None:
    assert sort_keys([], Language.SV) == []
    assert list(Haystack({}).find([], ("x",))) == []
