"""Killed in any phase of a workshop, the program comes back where the room was, with every answer."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from smartstad_desktop.domain.workshop.meeting import Phase
from tests.reliability.session_kills import FIVE_SECONDS
from tests.rules.sources import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


@pytest.mark.slow
def test_a_kill_in_any_phase_lands_in_the_same_phase() -> None:
    command = [sys.executable, "-m", "tests.reliability.session_kills"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    seen = json.loads(done.stdout)
    assert [each["phase"] for each in seen] == [phase.value for phase in Phase]
    assert {each["phase"]: each["misses"] for each in seen if each["misses"]} == {}
    assert max(each["seconds"] for each in seen) < FIVE_SECONDS
