"""A worker writes alone: others are refused and read the file as it was, and a cancelled import leaves nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.changes import ChangeSet, Kind
from smartstad_desktop.domain.errors import Busy
from smartstad_desktop.domain.lists.importing import ImportPlan
from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.lists.importing import apply_import, plan_import
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workbooks import write_book
from tests.support.workspaces import dump


@pytest.fixture
def plan(workspace: Workspace, tmp_path: Path) -> ImportPlan:
    rows = [[f"{word} {number}", "Idé"] for number in range(300) for word in ("Brygga", "Larm")]
    return plan_import(
        workspace, [write_book(tmp_path / "Båstad.xlsx", {"Projekt": [["Projektnamn", "Status"], *rows]})]
    )


class Watching:
    """Progress that does something at a report."""

    def __init__(self, at_report: Callable[[int], None]) -> None:
        self.reports: list[tuple[int, int]] = []
        self._at_report = at_report

    def report(self, done: int, total: int, what: str = "") -> None:
        """Take note, and do what is to be done."""
        self.reports.append((done, total))
        self._at_report(done)


def count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(Project)) or 0


def elsewhere(work: Callable[[], None]) -> None:
    """Run *work* in another thread and wait for it."""
    trouble: list[BaseException] = []

    def guarded() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  handed on to the test
            trouble.append(error)

    thread = threading.Thread(target=guarded)
    thread.start()
    thread.join()
    if trouble:
        raise trouble[0]


def test_while_a_worker_writes_others_are_refused_and_read_what_was(workspace: Workspace, plan: ImportPlan) -> None:
    seen: list[object] = []

    def window() -> None:
        seen.append(workspace.read(count))
        seen.append(workspace.glance(lambda raw: raw.execute("SELECT count(*) FROM project").fetchone()[0]))
        with pytest.raises(Busy):
            workspace.run(AddProject(fields={"title": "Nytt", "municipality_id": 1}))
        with pytest.raises(Busy):
            workspace.undo()
        assert len(workspace.private_copy()) > 0

    watching = Watching(lambda done: elsewhere(window) if done == 200 else None)
    outcome = apply_import(workspace, plan, watching)

    assert seen == [0, 0]
    assert outcome.value == 600
    assert workspace.read(count) == 600
    assert watching.reports[0] == (0, 600)
    assert watching.reports[-1] == (600, 600)


def test_nobody_is_told_before_the_window_says_so(workspace: Workspace, plan: ImportPlan) -> None:
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    outcome = apply_import(workspace, plan, Watching(lambda _done: None))

    assert told == []
    workspace.listeners.tell(outcome.changes)
    assert len(told[0].ids(Kind.PROJECT)) == 600


def test_a_cancelled_import_leaves_nothing_and_the_file_can_be_written_again(
    workspace: Workspace, plan: ImportPlan
) -> None:
    def stop(done: int) -> None:
        if done >= 400:
            raise Cancelled

    before = dump(workspace)
    with pytest.raises(Cancelled):
        apply_import(workspace, plan, Watching(stop))

    assert dump(workspace) == before
    workspace.run(AddProject(fields={"title": "Nytt", "municipality_id": 1}))
    assert workspace.read(count) == 1


def test_two_workers_do_not_write_at_once(workspace: Workspace, plan: ImportPlan) -> None:
    def second() -> None:
        with pytest.raises(Busy):
            apply_import(workspace, plan, Watching(lambda _done: None))

    apply_import(workspace, plan, Watching(lambda done: elsewhere(second) if done == 0 else None))
    assert workspace.read(count) == 600
