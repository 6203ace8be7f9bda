"""Killed at any moment, the program loses nothing it had acknowledged and leaves nothing half done."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.rules.sources import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
KILLS = 50


def kill_loop(*arguments: str) -> dict[str, Any]:
    """Run the loop in a process of its own, which forks the ones that are killed."""
    command = [sys.executable, "-m", "tests.reliability.kill_loop", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 100])
def test_nothing_acknowledged_is_lost(seed: int) -> None:
    seen = kill_loop("--kills", str(KILLS), "--seed", str(seed))

    assert seen["misses"] == []
    assert seen["kills"] == KILLS
    # It counts only if there was something to lose and some kills fell into the middle of an action.
    assert seen["acknowledged"] > KILLS
    assert seen["outcomes"]["half written"] > 0


@pytest.mark.slow
def test_the_loop_notices_a_careless_file() -> None:
    assert kill_loop("--kills", "50", "--careless")["misses"] != []
