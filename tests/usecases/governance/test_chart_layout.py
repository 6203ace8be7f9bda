"""Bodies on the picture never lie on each other, whatever answers to what."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.usecases.governance.chart_layout import SIDE_BY_SIDE, Layout, Node, Size

SIZES = st.builds(Size, st.sampled_from((200.0, 400.0)), st.sampled_from((40.0, 90.0, 260.0)))


@st.composite
def bodies(draw: st.DrawFn) -> list[Node]:
    """Draw bodies that answer to each other in any way: to nobody, to a missing one, even in a ring."""
    count = draw(st.integers(0, 14))
    parents = st.one_of(st.none(), st.integers(0, count))
    return [Node(number, draw(parents), draw(SIZES)) for number in range(count)]


@given(bodies())
def test_no_body_lies_on_another_and_all_are_on_the_sheet(nodes: list[Node]) -> None:
    layout = Layout(nodes)
    assert set(layout.places) == {node.id for node in nodes}
    rooms = [(layout.places[node.id], node.size) for node in nodes]
    for (one, one_size), (other, other_size) in combinations(rooms, 2):
        is_beside = one.x + one_size.width <= other.x + 0.01 or other.x + other_size.width <= one.x + 0.01
        is_above = one.y + one_size.height <= other.y + 0.01 or other.y + other_size.height <= one.y + 0.01
        assert is_beside or is_above
    for place, size in rooms:
        assert place.x >= -0.01
        assert place.x + size.width <= layout.width + 0.01
        assert place.y + size.height <= layout.height + 0.01


def test_many_leaves_stand_in_columns_beneath_who_they_answer_to() -> None:
    leaf = Size(200, 50)
    leaves = [Node(number, 0, leaf) for number in range(1, SIDE_BY_SIDE + 3)]
    layout = Layout([Node(0, None, leaf), *leaves])
    assert all(layout.places[node.id].is_beside for node in leaves)
    assert len({layout.places[node.id].x for node in leaves}) == 3
    assert layout.width < len(leaves) * leaf.width
