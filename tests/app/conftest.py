"""Commands run in the process of the test, in a home of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartstad_desktop.app.cli import main
from tests.support.console import Run, Told


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as a console would."""
    monkeypatch.setenv("SMARTSTAD_HOME", str(tmp_path / "home"))

    def run(*words: object) -> Told:
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return Told(code, told.out, told.err)

    return run
