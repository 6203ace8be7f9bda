"""Projects that may be the same: Nordic compounds, slips of the pen, and why one thinks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.lists.alike import AlikeIndex, Described, Reason, Sign
from smartstad_desktop.domain.lists.compounds import Parts, stem, words


def index(*titles: str) -> AlikeIndex:
    return AlikeIndex([Described(id=number, title=title) for number, title in enumerate(titles)])


#: Names that say nothing of the others, so that rare words are rare.
OTHERS = ("Digital fritidsbank", "Öppna data om badvatten", "Självkörande buss", "Smarta papperskorgar", "E-arkiv")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Snöröjningssensorer", "Sensorer för snöröjning"),
        ("Skyfallskartering", "Kartering av skyfall"),
        ("Digitalt lås i hemtjänsten", "Digitala lås"),
        ("Trygghetslarm för äldre", "Larm och trygghet hos äldre"),
        ("Snøbrøytingssensorer", "Sensorer for snøbrøyting"),
        ("Belysningsstyrning", "Styrning av belysningen"),
        ("Skyfalskartering", "Skyfallskartering"),
    ],
)
def test_names_that_say_the_same_are_found(one: str, other: str) -> None:
    found = index(other, *OTHERS).nearest(Described(id=99, title=one))

    assert found is not None
    assert found.id == 0
    assert found.likeness >= 65


@pytest.mark.parametrize(
    "title", ["Digital tvilling", "Öppna möten", "Projekt för kommunen", "Bussgods", "Lärplattform 2027", "12345", ""]
)
def test_one_common_word_makes_no_likeness(title: str) -> None:
    assert index(*OTHERS).nearest(Described(id=99, title=title)) is None


def test_the_reasons_name_what_is_shared() -> None:
    one = Described(
        id=1,
        title="Snöröjningssensorer",
        text="Vi mäter snödjup på gångvägar.",
        technologies=("LoRaWAN",),
        themes=("x",),
    )
    other = Described(
        id=2,
        title="Sensorer för snöröjning",
        text="Snödjup mäts varje timme.",
        technologies=("lorawan",),
        themes=("x",),
    )
    found = AlikeIndex([one, other, *(Described(id=9 + n, title=t) for n, t in enumerate(OTHERS))])
    (pair,) = found.pairs()

    assert (pair.one, pair.other) == (1, 2)
    assert pair.reasons[0] == Reason(Sign.WORDS, ("Snöröjningssensorer",))
    assert Reason(Sign.TECHNOLOGY, ("LoRaWAN",)) in pair.reasons
    assert Reason(Sign.THEME, ("x",)) in pair.reasons


def test_the_same_name_is_a_whole_likeness_and_nothing_else_is() -> None:
    found = index("Digitala lås", "digitala  LÅS", "Digitalt lås", *OTHERS).pairs()

    assert (found[0].one, found[0].other, found[0].likeness) == (0, 1, 100)
    assert all(pair.likeness < 100 for pair in found[1:])


def test_what_speaks_for_and_against_weighs_in() -> None:
    def likeness(other: Described) -> int:
        mine = Described(id=1, title="Digitala lås i hemtjänsten", technologies=("RFID",), themes=("care",))
        more = [Described(id=9 + n, title=t) for n, t in enumerate(OTHERS)]
        found = AlikeIndex([other, *more]).nearest(mine, least=1)
        return found.likeness if found else 0

    same = likeness(Described(id=2, title="Digitala lås", technologies=("RFID",), themes=("care",)))
    bare = likeness(Described(id=2, title="Digitala lås"))
    else_ = likeness(Described(id=2, title="Digitala lås", technologies=("AI",), themes=("school",)))
    assert same > bare > else_


@pytest.mark.parametrize(
    "forms",
    [
        "sensor sensorn sensorer sensorerna sensorernas",
        "badplats badplatsen badplatser badplatserna",
        "skola skolan skolor skolorna",
        "trygghet tryggheten",
        "lås låset låsen",
        "digital digitala digitalt",
        "app appen appar apparna",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in words(forms)}) == 1


def test_a_word_is_only_taken_apart_into_words_that_are_there() -> None:
    assert Parts(words("badplats sensor")).of_word("badplatssensorer") == (stem("badplats"), stem("sensor"))
    assert Parts(words("sensor")).of_word("badplatssensorer") == (stem("badplatssensorer"),)


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_the_same_both_ways_and_within_bounds(one: str, other: str) -> None:
    pair = AlikeIndex([Described(id=1, title=one), Described(id=2, title=other)])
    there = pair.like(Described(id=3, title=one), least=0, accepts=lambda number: number == 2)
    back = pair.like(Described(id=3, title=other), least=0, accepts=lambda number: number == 1)

    assert [alike.likeness for alike in there] == [alike.likeness for alike in back]
    assert all(0 <= alike.likeness <= 100 for alike in there)


@given(st.lists(st.text(alphabet="abcdeåäö ", max_size=20), max_size=8))
def test_pairs_are_told_once_and_never_with_oneself(titles: list[str]) -> None:
    pairs = [(pair.one, pair.other) for pair in index(*titles).pairs(least=0)]

    assert len(pairs) == len(set(pairs))
    assert all(one < other for one, other in pairs)


@pytest.mark.parametrize(("title", "sign"), [("Digitala lås!", Sign.NAME), ("Digitalt lås", Sign.TITLE)])
def test_the_same_name_is_told_from_names_that_are_alike(title: str, sign: Sign) -> None:
    pair = AlikeIndex([Described(id=1, title="Digitala lås"), Described(id=2, title=title)]).pairs()[0]

    assert pair.reasons[0].sign is sign
