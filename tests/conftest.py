"""Surroundings of all tests: no screen, only the bundled fonts, real workspace files."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import hypothesis
import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Fonts and font rules of the machine leak into pictures and widths; only the bundled ones may be seen.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "support" / "fonts.conf")

from smartstad_desktop.text import phrases
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support import regions
from tests.support.made_once import MadeOnce
from tests.support.workspaces import FixedClock, SetUp

# A busy machine is slow now and then; how long an example takes says nothing about what it proves.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

#: Where Linux keeps files in memory, and how much of it must be free to use it.
_MEMORY: Final = Path("/dev/shm")  # noqa: S108  pytest makes a folder of its own there
_ENOUGH: Final = 2 * 2**30


def pytest_configure() -> None:
    """Let files of tests lie in memory where that is offered: every action is on the disk before it counts as done."""
    if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no worker is left with it at the end.

    The rules stand there too: one worker then reads the sources for all of them.
    """
    items.sort(key=lambda item: not (item.get_closest_marker("slow") or "rules" in item.path.parts))


@pytest.fixture(autouse=True)
def _swedish() -> None:
    phrases.use("sv")


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    # Only where a window was: most tests know nothing of Qt.
    if "PySide6.QtWidgets" in sys.modules:
        from tests.support import traces  # noqa: PLC0415  brings Qt

        traces.take_away()


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Files that are made once per run and copied."""
    return MadeOnce(tmp_path_factory)


@pytest.fixture(scope="session")
def demo_file(made_once: MadeOnce) -> Path:
    """The demonstration region with its days of history; tests work on copies."""
    return made_once.file(regions.NAME, regions.make)


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at 22 November 2026, 9.00 UTC."""
    return FixedClock()


@pytest.fixture
def surroundings(clock: FixedClock, tmp_path: Path) -> Surroundings:
    """The fixed clock and a backup folder of the test's own."""
    return Surroundings(clock=clock, actor="test", backups=tmp_path / "backups")


@pytest.fixture
def workspace(tmp_path: Path, made_once: MadeOnce, surroundings: Surroundings) -> Iterator[Workspace]:
    """A new workspace with three municipalities and two themes; it keeps no backups by itself."""
    path = made_once.copy("prov.smartstad", _set_up, tmp_path)
    with Workspace.open(path, replace(surroundings, backups=None)) as opened:
        yield opened


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path, surroundings: Surroundings) -> Iterator[Workspace]:
    """An open copy of the demonstration region; it keeps no backups by itself."""
    copy = Path(shutil.copyfile(demo_file, tmp_path / demo_file.name))
    with Workspace.open(copy, replace(surroundings, backups=None)) as opened:
        yield opened


@pytest.fixture
def region(tmp_path: Path, made_once: MadeOnce, surroundings: Surroundings) -> Iterator[Workspace]:
    """A new workspace from the template with eleven municipalities; it keeps no backups by itself."""
    path = made_once.copy(regions.ELEVEN, regions.make_eleven, tmp_path)
    with Workspace.open(path, replace(surroundings, backups=None)) as opened:
        yield opened


def _set_up(path: Path) -> None:
    with Workspace.create(path, Surroundings(clock=FixedClock(), actor="test")) as made:
        made.run(SetUp())
