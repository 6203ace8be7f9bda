"""A full disk, a killed owner, a file swapped underneath, an upgrade that fails: said plainly, and nothing is lost."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartstad_desktop.domain import files
from smartstad_desktop.storage import backups, migrate
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace
from tests.reliability.actions import digest
from tests.rules.sources import ROOT

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and limits of Unix")

OWNER = """
import sys, time
from pathlib import Path
from smartstad_desktop.usecases.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from smartstad_desktop.domain.files import SaveFailed
from smartstad_desktop.usecases.workspace import Workspace
from tests.reliability.actions import AddMany, digest

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
refused = 0
with Workspace.open(path) as workspace:
    for kib in range(0, 200, 8):
        before = digest(workspace)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + kib * 1024, resource.RLIM_INFINITY))
        try:
            workspace.run(AddMany(municipality=1, salt=kib))
        except SaveFailed:
            refused += 1
            assert digest(workspace) == before, "a refused action left something behind"
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        workspace.run(AddMany(municipality=1, salt=1000 + kib))
        workspace.undo()
print(refused)
"""


@pytest.fixture
def workspace(workspace: Workspace, surroundings: Surroundings) -> Iterator[Workspace]:
    """The small workspace, opened so that it keeps backups as a user's does."""
    workspace.close()
    with Workspace.open(workspace.path, surroundings) as opened:
        yield opened


def add(workspace: Workspace, title: str) -> None:
    workspace.run(AddProject(fields={"title": title, "municipality_id": 1}))


def write_from_another_process(path: Path) -> str:
    """Try to write into the file as a stranger does, and return what SQLite says."""
    script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0.1); c.execute('PRAGMA user_version = 77')"
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    return done.stderr.strip().splitlines()[-1] if done.stderr else "written"


@needs_signals
def test_a_killed_owner_leaves_the_file_free_at_once(workspace: Workspace, surroundings: Surroundings) -> None:
    path = workspace.path
    before = digest(workspace)
    workspace.close()
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "open\n"
        with pytest.raises(files.OpenElsewhere):
            Workspace.open(path, surroundings)
        owner.send_signal(signal.SIGKILL)
        owner.wait()

    with Workspace.open(path, surroundings) as again:
        assert digest(again) == before
        add(again, "Efter kraschen")


@pytest.mark.slow
@needs_signals
def test_a_full_disk_refuses_and_the_same_window_goes_on(workspace: Workspace) -> None:
    path = workspace.path
    workspace.close()

    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 3
    with Workspace.open(path) as again:
        assert again.read(lambda c: c.exec_driver_sql("PRAGMA integrity_check").scalar_one()) == "ok"


def test_nothing_the_program_does_itself_lets_others_write(workspace: Workspace) -> None:
    add(workspace, "Första")
    workspace.back_up("import")
    Workspace.open_read_only(workspace.path).close()
    workspace.private_copy()
    with pytest.raises(files.OpenElsewhere):
        Workspace.open(workspace.path)

    said = write_from_another_process(workspace.path)

    assert "locked" in said
    workspace.close()
    # The same attempt succeeds on a closed file, so it was the lock that refused it.
    assert write_from_another_process(workspace.path) == "written"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open file be replaced")
def test_a_file_put_in_its_place_is_noticed_before_the_next_action(workspace: Workspace, tmp_path: Path) -> None:
    stranger = tmp_path / "säkerhetskopia.smartstad"
    workspace.path.with_name("kopia").write_bytes(workspace.private_copy())
    workspace.path.with_name("kopia").rename(stranger)
    content = stranger.read_bytes()
    stranger.replace(workspace.path)

    with pytest.raises(files.FileGone):
        add(workspace, "Skrivs ingenstans")

    assert workspace.path.read_bytes() == content


def test_an_upgrade_that_fails_midway_changes_nothing(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workspace.path
    workspace.close()
    content = path.read_bytes()
    broken = tmp_path / "0002_broken.sql"
    broken.write_text(
        "CREATE TABLE extra (id INTEGER) STRICT;\nDELETE FROM theme;\nINSERT INTO nowhere VALUES (1);\n", "utf-8"
    )
    steps = (*migrate.steps(), broken)
    monkeypatch.setattr(migrate, "steps", lambda: steps)
    surroundings = Surroundings(backups=tmp_path / "before")

    with pytest.raises(files.Damaged):
        Workspace.open(path, surroundings)

    assert path.read_bytes() == content
    # The backup that is made before every upgrade is there, and good.
    (kept,) = (tmp_path / "before").glob("*/*before-upgrade.smartstad")
    with closing(sqlite3.connect(kept)) as copy:
        assert copy.execute("SELECT count(*) FROM theme").fetchone() == (2,)


def test_a_backup_opens_as_the_workspace_it_was_made_of(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, "Det som fanns")
    then = digest(workspace)
    kept = workspace.back_up("import")
    add(workspace, "Det som kom sedan")

    assert kept is not None
    (found,) = (tmp_path / "backups").glob(f"*/{kept.file_name}")
    copy = Path(shutil.copy(found, tmp_path / "återställd.smartstad"))
    with Workspace.open(copy) as restored:
        assert digest(restored) == then


@given(st.lists(st.integers(-10 * 365 * 24, 10 * 365 * 24), max_size=60))
def test_rotation_never_empties_the_folder_whatever_the_clock_says(hours: list[int]) -> None:
    known: list[backups.Backup] = []
    for number, hour in enumerate(hours, 1):
        made = backups.Backup(
            number=number,
            at=(datetime(2026, 11, 22, 9) + timedelta(hours=hour)).isoformat(),  # noqa: DTZ001  a wall clock
            reason="open",
            file_name=f"{number}.smartstad",
            sha256="",
            source_mtime_ns=number,
            source_size=1,
        )
        known = backups.to_keep([*known, made])
        assert made in known
        assert len(known) >= min(number, backups.KEEP_AT_LEAST)
        assert len(known) <= backups.KEEP_LAST + backups.KEEP_DAYS + backups.KEEP_WEEKS
    assert [entry.number for entry in known] == sorted(entry.number for entry in known)
