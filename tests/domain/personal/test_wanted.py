"""Whom a search means: a name in either order and spacing, an address, a number."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.personal.wanted import (
    ReplacementMissing,
    ReplacementNames,
    Wanted,
    WantedTooShort,
    check_replacement,
    instead,
)

WANTED = Wanted(name="Åsa Berg-Öhman", email="asa@example.invalid", phone="0701-23 45 67")


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Ring Åsa Berg-Öhman i dag", True),
        ("åsa  berg-öhmans rapport", True),
        ("Berg-Öhman, Åsa", True),
        ("Berg-Öhman Åsa", True),
        ("Ring **Åsa** Berg-Öhman", True),
        ("_Åsa_ *Berg-Öhman*", True),
        ("Skriv till ASA@example.invalid.", True),
        ("tel 070 123 4567", True),
        ("Vasa Berg-Öhman", False),
        ("Åsa Berg-Öhmanssons", False),
        ("nasa@example.invalid", False),
        ("99070123456788", False),
        ("Åsa i Bjuv", False),
    ],
)
def test_a_person_is_found_as_people_write(text: str, *, is_found: bool) -> None:
    assert bool(WANTED.pattern.search(text)) is is_found


def test_signs_in_a_name_are_only_signs() -> None:
    assert Wanted(name="A.*(B").pattern.search("A.*(B har ordet")
    assert not Wanted(name="A.*(B").pattern.search("Anna har ordet (B")


def test_too_little_means_nobody() -> None:
    for nobody in (Wanted(), Wanted(name="Bo"), Wanted(email="bo"), Wanted(phone="112")):
        with pytest.raises(WantedTooShort):
            _ = nobody.pattern


def test_a_role_stands_instead_and_never_the_name_again() -> None:
    assert check_replacement("  Enhetschef \n", WANTED.pattern) == "Enhetschef"
    with pytest.raises(ReplacementMissing):
        check_replacement(" ", WANTED.pattern)
    with pytest.raises(ReplacementNames):
        check_replacement("Tidigare Åsa Berg-Öhman", WANTED.pattern)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring **Åsa** Berg-Öhman.", "Ring **Chefen**."),
        ("Ring Åsa **Berg-Öhman**.", "Ring **Chefen**."),
        ("Ring **Åsa Berg-Öhman** nu", "Ring **Chefen** nu"),
        ("Ring Åsa Berg-Öhman nu", "Ring Chefen nu"),
    ],
)
def test_emphasis_ends_where_it_began_when_a_name_goes(text: str, left: str) -> None:
    assert WANTED.pattern.sub(lambda found: instead(found, "Chefen"), text) == left
