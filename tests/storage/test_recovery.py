"""A journal beside the file: ours after a crash is rolled back, a stranger's is put aside."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from smartstad_desktop.domain import files
from smartstad_desktop.storage.recovery import journal_of
from smartstad_desktop.storage.tables.programme import Theme
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.workspaces import dump

CRASH = textwrap.dedent("""
    import os, signal, sqlite3, sys
    connection = sqlite3.connect(sys.argv[1], isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE municipality SET name = name || hex(randomblob(3000))")
    connection.executemany("INSERT INTO theme (key, name_sv, name_nb, name_en, order_key, aliases) "
        "VALUES (?, 'x', '', '', 'x', '[]')", [(str(n) + "x" * 900,) for n in range(400)])
    os.kill(os.getpid(), signal.SIGKILL)
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameTheme:
    """Give the first theme another name."""

    name: str

    def execute(self, tx: Transaction) -> None:
        tx.get(Theme, 1).name_sv = self.name


def crash_in_mid_commit(path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert journal_of(path).stat().st_size > 0


@pytest.fixture
def closed(workspace: Workspace) -> tuple[Path, dict[str, list[tuple[object, ...]]]]:
    state = dump(workspace)
    workspace.close()
    return workspace.path, state


def test_our_own_journal_is_rolled_back(closed: tuple[Path, dict[str, object]], surroundings: Surroundings) -> None:
    path, state = closed
    crash_in_mid_commit(path)
    with Workspace.open(path, surroundings) as again:
        assert dump(again) == state
        assert again.notes == []


def test_a_strangers_journal_is_put_aside(workspace: Workspace, surroundings: Surroundings, tmp_path: Path) -> None:
    path = workspace.path
    older = tmp_path / "aldre.smartstad"
    older.write_bytes(workspace.private_copy())
    for number in range(5):
        workspace.run(RenameTheme(name=f"Nytt namn {number} " + "x" * 5000))
    state = dump(workspace)
    workspace.close()
    crash_in_mid_commit(older)
    # The good file is copied over the one that crashed, and the journal of the crash stays beside it.
    shutil.move(journal_of(older), journal_of(path))

    with Workspace.open(path, surroundings) as again:
        assert dump(again) == state
        assert [note.code for note in again.notes] == ["journal_strange"]
        assert Path(str(again.notes[0].parameters["aside"])).exists()


def test_a_file_that_is_good_neither_way_is_refused_untouched(
    closed: tuple[Path, dict[str, object]], surroundings: Surroundings
) -> None:
    path, _ = closed
    crash_in_mid_commit(path)
    journal_of(path).write_bytes(b"\x00" * 4096)
    spoiled = bytearray(path.read_bytes())
    spoiled[5000:9000] = b"\xff" * 4000
    path.write_bytes(spoiled)
    with pytest.raises(files.Damaged):
        Workspace.open(path, surroundings)
    assert path.read_bytes() == bytes(spoiled)
