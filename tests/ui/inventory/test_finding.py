"""Searching treats å, ä and ö as letters, and forgives a keyboard that lacks them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartstad_desktop.domain.values import Language
from smartstad_desktop.ui.inventory.arranging import sort_keys
from smartstad_desktop.ui.inventory.finding import Haystack, words_of

#: Letters with and without signs, the Danish and Norwegian ones, capitals, one that folds to two, figures, blanks.
_LETTERS = "aåäæoöøeéuüñßABÅÖØ19 .-"
_SOME_TEXT = st.text(_LETTERS, max_size=12)
#: More than so many texts are looked up in the index.
_MANY = 203

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


def looked_through(texts: dict[int, str], ids: list[int], typed: str) -> list[int]:
    """Return what looking through each text finds: nothing is in the index yet, so it is not asked."""
    return list(Haystack(texts).find(ids, words_of(typed)))


def indexed(texts: dict[int, str]) -> Haystack:
    """Return a haystack with a complete index."""
    haystack = Haystack(texts)
    while not haystack.prepare():
        pass
    return haystack


@settings(deadline=None, max_examples=60)
@given(
    texts=st.lists(_SOME_TEXT, min_size=_MANY, max_size=_MANY),
    typed=st.lists(st.text(_LETTERS, max_size=6), min_size=1, max_size=8),
    changed=st.dictionaries(st.integers(1, _MANY + 3), _SOME_TEXT, max_size=5),
)
def test_the_index_finds_what_looking_through_all_texts_finds(
    texts: list[str], typed: list[str], changed: dict[int, str]
) -> None:
    held = dict(enumerate(texts, start=1))
    haystack = indexed(held)
    for each in typed:
        ids = list(held)[::-1]
        assert list(haystack.find(ids, words_of(each))) == looked_through(held, ids, each), each
    haystack.put(changed)
    held |= changed
    for each in typed:
        ids = list(held)[::-1]
        assert list(haystack.find(ids, words_of(each))) == looked_through(held, ids, each), each


def test_a_word_that_is_not_in_the_index_yet_is_found() -> None:
    texts = {number: f"Ånglok {number}" for number in range(1, 1001)}
    haystack = Haystack(texts)
    steps = 0
    is_complete = False
    while not is_complete:
        assert list(haystack.find(list(texts), ("ång", "77"))) == [
            77,
            177,
            277,
            377,
            477,
            577,
            677,
            *range(770, 780),
            877,
            977,
        ]
        is_complete = haystack.prepare()
        steps += 1
    assert steps > 4, "the index must not be made in one piece: the window would stand still"
