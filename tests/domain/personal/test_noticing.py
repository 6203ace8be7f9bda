"""What points at a person is noticed, other numbers are left in peace. All numbers are made up or for tests."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.personal.noticing import Personal, concealed, hidden_numbers, noticed, revealed


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # 811218-9876 is the number that the Swedish tax agency itself uses as an example.
        ("Ring 811218-9876 innan", [Personal.NUMBER]),
        ("19811218-9876", [Personal.NUMBER]),
        ("811218-9877", []),
        # A Norwegian test number with a month beyond twelve is not a person; this one has valid check digits.
        ("fnr 01010101006", [Personal.NUMBER]),
        ("01010101007", []),
        ("skriv till nagon.pahittad@gmail.com", [Personal.PRIVATE_EMAIL]),
        ("skriv till digitalisering@exempelkommun.se", [Personal.EMAIL]),
        ("tel 070-123 45 67", [Personal.PHONE]),
        ("+47 22 22 22 22", [Personal.PHONE]),
        ("budget 1 200 000 kr, dnr KS 2026/777, 2026-11-22", []),
        ("13 av 20 sade det 2025", []),
    ],
)
def test_what_points_at_a_person_is_noticed(text: str, kinds: list[Personal]) -> None:
    assert [notice.kind for notice in noticed(text)] == kinds


def test_a_notice_tells_where_it_stands() -> None:
    text = "Oro över mörkret, ring 070-123 45 67."
    (notice,) = noticed(text)
    assert text[notice.start : notice.end] == "070-123 45 67"


def test_a_personal_number_is_concealed_and_nothing_else() -> None:
    assert concealed("Ring 811218-9876, budget 1 200 000 kr, tel 070-123 45 67") == (
        "Ring 81••••-••••, budget 1 200 000 kr, tel 070-123 45 67"
    )


def test_a_hidden_number_is_found_again_or_left_out() -> None:
    hidden = concealed("Ring 811218-9876 och 19811218-9876")
    assert hidden_numbers(hidden) == ("81••••-••••", "19••••••-••••")
    assert revealed(hidden, "Nås på 19811218-9876, eller 811218-9876") == "Ring 811218-9876 och 19811218-9876"
    assert revealed("Ring 81••••-••••", "ingen") == "Ring"
    assert hidden_numbers("• 12 •• punkter") == ()
