"""Surroundings of all tests: no screen, only the bundled fonts, real workspace files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Fonts and font rules of the machine leak into pictures and widths; only the bundled ones may be seen.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "support" / "fonts.conf")

from smartstad_desktop.text import phrases
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.workspaces import FixedClock, SetUp

# A busy machine is slow now and then; how long an example takes says nothing about what it proves.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _swedish() -> None:
    phrases.use("sv")


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at 22 November 2026, 9.00 UTC."""
    return FixedClock()


@pytest.fixture
def surroundings(clock: FixedClock, tmp_path: Path) -> Surroundings:
    """The fixed clock and a backup folder of the test's own."""
    return Surroundings(clock=clock, actor="test", backups=tmp_path / "backups")


@pytest.fixture
def workspace(tmp_path: Path, surroundings: Surroundings) -> Iterator[Workspace]:
    """A new workspace with three municipalities and two themes."""
    with Workspace.create(tmp_path / "prov.smartstad", surroundings) as opened:
        opened.run(SetUp())
        yield opened
