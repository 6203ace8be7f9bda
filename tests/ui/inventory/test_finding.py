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


def test_a_long_list_is_searched_like_each_of_its_texts() -> None:
    texts = {number: f"Ånglok {number} på räls{'x' * (number % 7)}" for number in range(1, 5001)}
    haystack = Haystack(texts)
    ids = list(texts)[::-1]
    for word in ("7", "rälsxx ", "ang", "å", "lok 49", "zzz", "5000"):
        folded = words_of(word)
        slow = [n for n in ids if all(haystack.find([n], (each,)) for each in folded)]
        assert list(haystack.find(ids, folded)) == slow
    haystack.put({5000: "Ellok"})
    assert list(haystack.find(ids, ("ellok",))) == [5000]
