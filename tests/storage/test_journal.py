"""The journal takes back and repeats exactly, refuses writes outside an action, and survives a restart."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import OperationalError

from smartstad_desktop.domain import errors, files
from smartstad_desktop.domain.changes import Change, ChangeSet, Kind
from smartstad_desktop.storage.tables.importing import ReceivedFile
from smartstad_desktop.storage.tables.inventory import Project, ProjectTheme
from smartstad_desktop.storage.tables.programme import Theme
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.workspaces import FixedClock, dump

ODD_TEXT = "Å'ö\"; DROP -- :name ? %s {x} \\ \n\t→ – 🏙 \u202f"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOdd:
    """Add a project whose text and values tempt every kind of quoting."""

    title: str = ODD_TEXT

    def execute(self, tx: Transaction) -> int:
        project = Project(
            key=self.title[:20] + "k", title=self.title, status="pilot", is_external=True, budget_total=10**15
        )
        project.extra = {"nyckel: ja": [1, 2.5, None, ODD_TEXT]}
        tx.session.add(project)
        tx.session.flush()
        tx.session.add(ProjectTheme(project_id=project.id, theme_id=1))
        tx.describe(title="x")
        return project.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """Rename a project; typing merges."""

    project: int
    title: str

    @property
    def merge_key(self) -> str:
        return f"rename {self.project}"

    def execute(self, tx: Transaction) -> None:
        tx.get(Project, self.project).title = self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Remove a project; its links go with it."""

    project: int

    def execute(self, tx: Transaction) -> None:
        tx.session.execute(delete(Project).where(Project.id == self.project))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fail:
    """Change something, then fail."""

    def execute(self, tx: Transaction) -> None:
        tx.session.execute(delete(Theme))
        raise errors.TitleMissing(field="title")


def second_process_may_write(path: Path) -> str:
    """Try to write from another process, which sees whether our lock still stands."""
    script = (
        "import sqlite3, sys\n"
        "try:\n sqlite3.connect(sys.argv[1], timeout=0.1).execute('DELETE FROM theme')\n print('written')\n"
        "except sqlite3.OperationalError as error:\n print(error)"
    )
    return subprocess.run(
        [sys.executable, "-c", script, path], capture_output=True, text=True, check=True
    ).stdout.strip()


def titles(connection: Connection) -> list[str]:
    return list(connection.execute(select(Project.title).order_by(Project.id)).scalars())


def test_undo_and_redo_are_exact_for_odd_values_and_cascades(workspace: Workspace) -> None:
    empty = dump(workspace)
    project = workspace.run(AddOdd()).value
    full = dump(workspace)
    workspace.run(Remove(project=project))
    assert dump(workspace) == empty

    workspace.undo()
    assert dump(workspace) == full
    workspace.undo()
    assert dump(workspace) == empty
    workspace.redo()
    assert dump(workspace) == full
    workspace.redo()
    assert dump(workspace) == empty


def test_undo_survives_a_restart(workspace: Workspace, surroundings: Surroundings) -> None:
    project = workspace.run(AddOdd()).value
    full = dump(workspace)
    workspace.run(Rename(project=project, title="Nytt namn"))
    path = workspace.path
    workspace.close()

    with Workspace.open(path, surroundings) as again:
        again.undo()
        assert dump(again) == full
        assert again.to_redo() is not None


def test_a_failed_command_leaves_nothing_behind(workspace: Workspace) -> None:
    before, steps = dump(workspace), len(workspace.steps())
    with pytest.raises(errors.TitleMissing):
        workspace.run(Fail())
    assert dump(workspace) == before
    assert len(workspace.steps()) == steps


def test_a_command_that_changes_nothing_is_no_step(workspace: Workspace) -> None:
    project = workspace.run(AddOdd()).value
    steps = len(workspace.steps())
    heard: list[ChangeSet] = []
    workspace.subscribe(heard.append)
    outcome = workspace.run(Rename(project=project, title=ODD_TEXT))
    assert outcome.step is None
    assert len(workspace.steps()) == steps
    assert heard == []


def test_writing_outside_an_action_is_refused(workspace: Workspace) -> None:
    before = dump(workspace)
    with pytest.raises(errors.NotInAction):
        workspace.read(lambda connection: connection.execute(delete(Theme)))
    with pytest.raises(errors.NotInAction):
        workspace.read(lambda c: c.execute(insert(ReceivedFile).values(sha256="x", name="x", content=b"x")))
    assert dump(workspace) == before


def test_an_update_that_changes_nothing_is_not_recorded(workspace: Workspace) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Touch:
        def execute(self, tx: Transaction) -> int:
            return tx.session.connection().exec_driver_sql("UPDATE theme SET name_sv = name_sv").rowcount

    outcome = workspace.run(Touch())

    assert (outcome.value, outcome.step) == (2, None)


def test_triggers_are_as_sqlite_keeps_them(workspace: Workspace) -> None:
    def kept(connection: Connection) -> list[tuple[object, ...]]:
        found = connection.exec_driver_sql("SELECT type, name, tbl_name, rootpage, sql FROM temp.sqlite_schema")
        return [tuple(row) for row in found if row[0] == "trigger"]

    written = workspace.read(kept)
    plain = sqlite3.connect(":memory:")
    plain.deserialize(workspace.private_copy())
    plain.execute("CREATE TEMP TABLE journal_state (step_id INTEGER, mode TEXT NOT NULL) STRICT")
    for row in written:
        plain.execute(str(row[4]).replace("CREATE TRIGGER", "CREATE TEMP TRIGGER", 1))
    made = plain.execute("SELECT type, name, tbl_name, rootpage, sql FROM temp.sqlite_schema WHERE type = 'trigger'")

    assert made.fetchall() == written
    plain.close()


def test_the_schema_cannot_be_written_after_opening(workspace: Workspace) -> None:
    def lift(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM temp.sqlite_schema")

    with pytest.raises(OperationalError, match="may not be modified"):
        workspace.read(lift)
    with pytest.raises(errors.NotInAction):
        workspace.read(lambda connection: connection.execute(delete(Theme)))


def test_typing_merges_into_one_step_within_two_seconds(workspace: Workspace, clock: FixedClock) -> None:
    project = workspace.run(AddOdd()).value
    clock.forward(seconds=10)
    workspace.run(Rename(project=project, title="N"))
    clock.forward(seconds=1)
    workspace.run(Rename(project=project, title="Ny"))
    clock.forward(seconds=5)
    workspace.run(Rename(project=project, title="Nytt"))

    workspace.undo()
    assert workspace.read(titles) == ["Ny"]
    workspace.undo()
    assert workspace.read(titles) == [ODD_TEXT]


def test_a_new_step_drops_what_was_undone(workspace: Workspace) -> None:
    project = workspace.run(AddOdd()).value
    workspace.run(Rename(project=project, title="A"))
    workspace.undo()
    workspace.run(Remove(project=project))
    with pytest.raises(errors.NothingToRedo):
        workspace.redo()
    assert workspace.steps()[1].state == "dropped"


def test_a_floor_cannot_be_undone(workspace: Workspace) -> None:
    with pytest.raises(errors.NothingToUndo):
        workspace.undo()


def test_listeners_hear_the_net_change(workspace: Workspace) -> None:
    heard: list[ChangeSet] = []
    workspace.subscribe(heard.append)
    project = workspace.run(AddOdd()).value
    workspace.undo()
    assert [(row.kind, row.change) for change in heard for row in change.rows if row.kind is Kind.PROJECT] == [
        (Kind.PROJECT, Change.ADDED),
        (Kind.PROJECT, Change.REMOVED),
    ]
    assert heard[0].ids(Kind.PROJECT) == {project}


def test_a_deleted_file_is_noticed_before_the_next_action(workspace: Workspace) -> None:
    workspace.path.unlink()
    with pytest.raises(files.FileGone):
        workspace.run(AddOdd())
    rescued = sqlite3.connect(":memory:")
    rescued.deserialize(workspace.private_copy())
    assert rescued.execute("SELECT count(*) FROM municipality").fetchone() == (3,)
    rescued.close()


def test_a_second_opener_hears_who_has_it_and_may_read(workspace: Workspace, surroundings: Surroundings) -> None:
    workspace.run(AddOdd())
    with pytest.raises(files.OpenElsewhere) as refused:
        Workspace.open(workspace.path, surroundings)
    assert refused.value.parameters["program"] == "SMARTstad"
    assert refused.value.parameters["since"] == surroundings.clock()
    with Workspace.open_read_only(workspace.path, surroundings) as copy:
        assert copy.read(titles) == [ODD_TEXT]
        with pytest.raises(errors.ReadOnly):
            copy.run(AddOdd(title="annat"))
    assert second_process_may_write(workspace.path) == "database is locked"
    workspace.run(AddOdd(title="annat"))
    assert len(workspace.read(titles)) == 2


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_other_files_are_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "annat.smartstad"
    path.write_bytes(content)
    with pytest.raises((files.NotOurs, files.Damaged)):
        Workspace.open(path)
    assert path.read_bytes() == content


def test_a_file_from_the_future_is_refused_untouched(workspace: Workspace) -> None:
    path = workspace.path
    workspace.close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    content = path.read_bytes()
    with pytest.raises(files.FromNewerVersion) as refused:
        Workspace.open(path)
    assert refused.value.parameters["version"] == 99
    assert path.read_bytes() == content


def test_a_strangers_trigger_is_refused(workspace: Workspace) -> None:
    path = workspace.path
    workspace.close()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TRIGGER evil AFTER INSERT ON project BEGIN DELETE FROM theme; END")
    raw.close()
    with pytest.raises(files.Damaged) as refused:
        Workspace.open(path)
    assert "evil" in str(refused.value.parameters["finding"])


def test_backups_are_made_on_opening_a_changed_file_and_checked(
    workspace: Workspace, surroundings: Surroundings
) -> None:
    workspace.run(AddOdd())
    path = workspace.path
    workspace.close()
    backups = surroundings.backups
    assert backups is not None
    for expected in (1, 1):
        with Workspace.open(path, surroundings) as again:
            assert len(list(backups.glob("*/*.smartstad"))) == expected
            assert again.notes == []
    made = sqlite3.connect(next(backups.glob("*/*.smartstad")))
    assert made.execute("SELECT title FROM project").fetchall() == [(ODD_TEXT,)]
    made.close()


def test_a_flipped_bit_is_noticed_where_sqlite_sees_nothing(workspace: Workspace, surroundings: Surroundings) -> None:
    workspace.run(AddOdd(title="Sensorer i dagvatten"))
    path = workspace.path
    workspace.close()
    Workspace.open(path, surroundings).close()  # keeps a backup, whose digest is known from now on
    content = path.read_bytes()
    spoiled = content.replace(b"Provprogrammet (", b"Provprogrammft (")
    seen = path.stat()
    path.write_bytes(spoiled)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()
    with pytest.raises(files.Damaged):
        Workspace.open(path, surroundings)
    assert path.read_bytes() == spoiled


def test_a_closed_workspace_is_one_file(workspace: Workspace) -> None:
    workspace.run(AddOdd())
    workspace.close()
    assert [path.name for path in workspace.path.parent.iterdir() if path.is_file()] == [workspace.path.name]


def test_a_new_workspace_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "finns.smartstad"
    path.write_text("viktigt", encoding="utf-8")
    with pytest.raises(files.FileExists):
        Workspace.create(path)
    assert path.read_text(encoding="utf-8") == "viktigt"
