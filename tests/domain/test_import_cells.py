"""What two sides changed since they last agreed, cell by cell."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.lists.import_cells import (
    CellAnswer,
    CellState,
    FieldChange,
    agreed,
    answered,
    cell_changes,
    is_same,
)
from smartstad_desktop.domain.lists.lists import Value
from smartstad_desktop.domain.values import Period, Precision

TEXTS: st.SearchStrategy[dict[str, Value]] = st.dictionaries(
    st.sampled_from(["what", "owner_unit", "status"]), st.sampled_from(["a", "b", "c"])
)


def states(cells: tuple[FieldChange, ...]) -> dict[str, CellState]:
    return {cell.field: cell.state for cell in cells}


def test_without_a_base_the_list_is_the_newer() -> None:
    assert cell_changes({"what": "nytt"}, {"what": "gammalt"}, None) == (FieldChange("what", "gammalt", "nytt"),)


def test_a_guest_without_a_base_overwrites_nothing_unasked() -> None:
    cells = cell_changes({"what": "nytt", "place": "Torget"}, {"what": "gammalt"}, None, is_guest=True)

    assert states(cells) == {"what": CellState.BOTH, "place": CellState.THEIRS}


def test_what_only_they_changed_is_theirs() -> None:
    (cell,) = cell_changes({"what": "nytt"}, {"what": "förr"}, {"what": "förr"})

    assert (cell.state, cell.outcome, cell.sent) == (CellState.THEIRS, "nytt", "förr")


def test_what_only_we_changed_stands_and_is_told() -> None:
    (cell,) = cell_changes({"what": "förr"}, {"what": "vårt"}, {"what": "förr"})

    assert (cell.state, cell.outcome, cell.is_asking) == (CellState.OURS, "vårt", False)


def test_what_both_changed_asks_unless_it_is_the_same() -> None:
    base: dict[str, Value] = {"what": "förr", "owner_unit": "x"}
    theirs: dict[str, Value] = {"what": "deras", "owner_unit": "y"}
    ours: dict[str, Value] = {"what": "vårt", "owner_unit": "y"}
    (cell,) = cell_changes(theirs, ours, base)

    assert (cell.field, cell.state, cell.is_asking, cell.outcome) == ("what", CellState.BOTH, True, "vårt")


def test_a_missing_column_changes_nothing() -> None:
    assert cell_changes({}, {"what": "vårt"}, {"what": "förr"}) == ()


def test_an_emptied_cell_asks_where_something_was_sent() -> None:
    (cell,) = cell_changes({}, {"what": "vårt"}, {"what": "förr"}, {"what"})

    assert (cell.state, cell.is_asking, cell.outcome) == (CellState.CLEARED, True, "vårt")
    (emptied,) = answered((cell,), CellAnswer.THEIRS)
    assert (emptied.is_writing, emptied.outcome) == (True, None)


def test_an_empty_cell_keeps_ours_where_nobody_knows_what_was_sent() -> None:
    for base in (None, {"place": "Torget"}):
        (cell,) = cell_changes({}, {"what": "vårt"}, base, {"what"})

        assert (cell.state, cell.answer, cell.is_asking) == (CellState.CLEARED, CellAnswer.OURS, False)


def test_an_empty_name_or_status_empties_nothing() -> None:
    assert cell_changes({}, {"title": "A", "status": "b"}, {"title": "A", "status": "b"}, {"title", "status"}) == ()


def test_a_cell_can_be_written_anew() -> None:
    cells = cell_changes({"what": "deras", "why": "b"}, {"what": "vårt", "why": "a"}, {"what": "x", "why": "y"})
    cells = answered(cells, CellAnswer.WRITTEN, chosen=lambda cell: cell.field == "what", written="båda")

    assert [(cell.field, cell.outcome, cell.is_asking) for cell in cells] == [
        ("what", "båda", False),
        ("why", "a", True),
    ]


def test_what_they_have_told_since_is_not_news_again() -> None:
    sent: dict[str, Value] = {"what": "förr", "place": "Torget"}

    assert agreed({"what": "andra"}, sent, {"what": "första", "place": "Torget"}) == sent
    assert agreed({"what": "första"}, sent, {"what": "första"}) == {"what": "första"}
    assert agreed({"what": "x"}, None, {"what": "y"}) == {"what": "y"}
    assert agreed({"what": "x"}, None, None) is None


def test_ways_of_writing_are_no_change() -> None:
    day = date(2026, 9, 1)
    written = Period(day, date(2026, 11, 30), Precision.SEASON, "hösten 2026")
    again = Period(day, date(2026, 11, 30), Precision.DAY, "2026-09-01 – 2026-11-30")

    assert is_same(written, again)
    assert is_same(("AI", "IoT"), ("iot", "ai"))
    assert is_same("två  ord ", "två ord")
    assert is_same(None, False)
    assert not is_same(0, None)


@given(TEXTS, TEXTS, TEXTS)
def test_every_cell_that_differs_has_one_state(
    theirs: dict[str, Value], ours: dict[str, Value], base: dict[str, Value]
) -> None:
    cells = cell_changes(theirs, ours, base)

    assert [cell.field for cell in cells] == [n for n, value in theirs.items() if not is_same(value, ours.get(n))]
    for cell in cells:
        they, we = not is_same(cell.after, cell.sent), not is_same(cell.before, cell.sent)
        assert cell.state == (CellState.BOTH if they and we else CellState.THEIRS if they else CellState.OURS)


@given(TEXTS, TEXTS)
def test_what_comes_back_as_it_went_out_writes_nothing(sent: dict[str, Value], ours: dict[str, Value]) -> None:
    assert cell_changes(sent, sent, sent) == ()
    assert not any(cell.is_writing or cell.is_asking for cell in cell_changes(sent, {**sent, **ours}, sent))
