"""What two sides changed since they last agreed, cell by cell."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain.importing import FieldChange, compared, is_same
from smartstad_desktop.domain.lists import Value
from smartstad_desktop.domain.values import Period, Precision

TEXTS: st.SearchStrategy[dict[str, Value]] = st.dictionaries(
    st.sampled_from(["what", "owner_unit", "status"]), st.sampled_from(["a", "b", "c"])
)


def test_without_a_base_the_list_is_the_newer() -> None:
    changes, conflicts = compared({"what": "nytt"}, {"what": "gammalt"}, None)

    assert (changes, conflicts) == ((FieldChange("what", "gammalt", "nytt"),), ())


def test_what_only_they_changed_is_a_change() -> None:
    assert compared({"what": "nytt"}, {"what": "förr"}, {"what": "förr"})[0] == (FieldChange("what", "förr", "nytt"),)


def test_what_only_we_changed_stands() -> None:
    assert compared({"what": "förr"}, {"what": "vårt"}, {"what": "förr"}) == ((), ())


def test_what_both_changed_is_a_conflict_unless_it_is_the_same() -> None:
    base: dict[str, Value] = {"what": "förr", "owner_unit": "x"}
    theirs: dict[str, Value] = {"what": "deras", "owner_unit": "y"}
    ours: dict[str, Value] = {"what": "vårt", "owner_unit": "y"}

    assert compared(theirs, ours, base) == ((), (FieldChange("what", "vårt", "deras"),))


def test_an_empty_cell_changes_nothing() -> None:
    assert compared({}, {"what": "vårt"}, {"what": "förr"}) == ((), ())


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
def test_every_field_that_differs_is_told_once_or_is_ours(
    theirs: dict[str, Value], ours: dict[str, Value], base: dict[str, Value]
) -> None:
    changes, conflicts = compared(theirs, ours, base)
    told = [change.field for change in (*changes, *conflicts)]

    assert len(told) == len(set(told))
    for name, value in theirs.items():
        silent = is_same(value, ours.get(name)) or is_same(value, base.get(name))
        assert (name in told) is not silent


@given(TEXTS, TEXTS)
def test_what_comes_back_as_it_went_out_changes_nothing(sent: dict[str, Value], ours: dict[str, Value]) -> None:
    assert compared(sent, sent, sent) == ((), ())
    assert compared(sent, {**sent, **ours}, sent) == ((), ())
