"""The board on the wall: cards become lower before any is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.ui.projector.columns import fitting


@given(room=st.floats(min_value=200, max_value=2000), count=st.integers(min_value=1, max_value=80))
def test_no_card_is_left_out_while_there_is_room_for_all(room: float, count: int) -> None:
    pitch, shown = fitting(room, count, least=44, most=116)
    assert 44 <= pitch <= 116
    assert shown == count or count * 44 > room
    assert shown * pitch <= room + 0.01


@pytest.mark.parametrize("count", range(1, 15))
def test_as_many_as_fit_exactly_are_all_shown(count: int) -> None:
    """Seven cards in a column with room for seven were five and the words "and 2 more"."""
    assert fitting(796.0, count, least=44, most=116)[1] == count
