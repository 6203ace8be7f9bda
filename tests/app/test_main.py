"""The start of the window: what is needed for it, and that nothing heavy is loaded before it is painted."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from smartstad_desktop.app import main, start_speed

ROOT = Path(__file__).parents[2]

FRAME = """
import sys
from smartstad_desktop.app import start_speed
start_speed.begin()
from smartstad_desktop.app.main import make_application, prepare
application = make_application()
desk = prepare(application, None)
desk.window.painted.disconnect()

def painted():
    heavy = ("sqlalchemy", "openpyxl", "reportlab", "python_calamine", "rapidfuzz", "charset_normalizer", "asyncio")
    print(sorted(name for name in heavy if name in sys.modules))
    print(desk.window.rail.isVisible(), desk.window.open_file, desk.workspace)
    application.quit()

desk.window.painted.connect(painted)
desk.window.show()
application.exec()
"""

OVERVIEW = """
import sys
from pathlib import Path
from smartstad_desktop.app import start_speed
start_speed.begin()
from smartstad_desktop.app.main import make_application, prepare
from PySide6.QtCore import QTimer
application = make_application()
desk = prepare(application, Path(sys.argv[1]))

def look():
    page = desk.window.open_file.pages.currentWidget()
    print("sqlalchemy" in sys.modules, type(page).__name__, page.projects.number.text())
    desk.close()
    application.quit()

desk.window.painted.connect(lambda: QTimer.singleShot(0, look))
desk.window.show()
application.exec()
"""


def run(code: str, home: Path, *words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "SMARTSTAD_HOME": str(home), "PATH": "", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_frame_is_painted_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    assert run(FRAME, tmp_path) == ["[]", "True None None"]


def test_the_overview_is_shown_before_sqlalchemy_is_loaded(tmp_path: Path) -> None:
    make = (
        "import sys; from pathlib import Path; from smartstad_desktop.usecases.templates.templates import create_demo\n"
    )
    path = tmp_path / "demo.smartstad"
    run(make + "create_demo(Path(sys.argv[1])).close()", tmp_path, str(path))
    assert run(OVERVIEW, tmp_path / "home", str(path)) == ["False OverviewPage 118"]


def test_without_a_screen_the_program_says_so_and_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main.run_window() == 1
    assert "Det finns ingen skärm" in capsys.readouterr().err
    monkeypatch.setenv("DISPLAY", ":0")
    assert main.has_display()
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.delenv("DISPLAY")
    assert main.has_display()


def test_garbage_is_collected_again_after_the_start() -> None:
    start_speed.begin()
    assert not gc.isenabled()
    start_speed.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
