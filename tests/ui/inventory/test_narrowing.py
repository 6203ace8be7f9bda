"""Searching within what was found before gives the same as searching everything."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.inventory.arranging import Arranger, Sorting, Wanted
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.many import AddMany

TODAY = date(2026, 11, 22)
#: Pieces of what somebody may type, so that one text often continues another.
PIECES = ("k", "a", "ka", "kar", "ö", "o", "ä", " ", "sen", "s", "en", "7", "æ")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(keys=st.lists(st.sampled_from([*PIECES, "<"]), max_size=12))
def test_every_key_finds_what_a_fresh_search_finds(workspace: Workspace, keys: list[str]) -> None:
    if workspace.steps()[0].command != AddMany.__name__:
        workspace.run(AddMany(count=60))
    snapshot = Snapshot(workspace, current())
    arranger, typed = Arranger(snapshot, TODAY), ""
    for key in keys:
        typed = typed[:-1] if key == "<" else typed + key
        wanted = Wanted(typed=typed)

        assert list(arranger.ids(wanted, Sorting())) == list(Arranger(snapshot, TODAY).ids(wanted, Sorting()))


def test_a_changed_row_is_found_by_its_new_text(workspace: Workspace) -> None:
    workspace.run(AddMany(count=5))
    snapshot = Snapshot(workspace, current())
    arranger = Arranger(snapshot, TODAY)
    assert arranger.ids(Wanted(typed="zebra"), Sorting()) == []

    workspace.run(EditProject(project=3, changes={"title": "Zebrastreck vid skolan"}))
    snapshot.update({3})
    arranger.forget(order=False)

    assert arranger.ids(Wanted(typed="zebra"), Sorting()) == [3]
