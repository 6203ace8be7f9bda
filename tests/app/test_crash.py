"""An unexpected error becomes a report and a calm message; the program goes on."""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from smartstad_desktop.app.crash import KEPT, CrashReports


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashReports]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = CrashReports(tmp_path / "reports")
    made.install()
    yield made
    made.uninstall()
    faulthandler.disable()


def test_a_report_holds_what_happened_and_is_told(reports: CrashReports, tmp_path: Path) -> None:
    told: list[Path | None] = []
    reports.tell = told.append
    try:
        _ = 1 / 0
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert told[0] is not None
    text = told[0].read_text("utf-8")
    assert "ZeroDivisionError" in text
    assert text.startswith("SMARTstad")


def test_an_error_in_a_thread_is_taken_too(reports: CrashReports) -> None:
    told: list[Path | None] = []
    reports.tell = told.append
    thread = threading.Thread(target=lambda: {}["no"])
    thread.start()
    thread.join()
    assert told[0] is not None
    assert "KeyError" in told[0].read_text("utf-8")


def test_an_error_that_comes_back_is_told_once(reports: CrashReports, tmp_path: Path) -> None:
    told: list[Path | None] = []
    reports.tell = told.append
    for _turn in range(3):
        reports.take(ValueError, ValueError("painting"), None)
    reports.take(ValueError, ValueError("another"), None)
    assert len(told) == 2
    assert len(list((tmp_path / "reports").glob("report-*.txt"))) == 2


def test_old_reports_are_let_go(reports: CrashReports, tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        reports.take(ValueError, ValueError(str(number)), None)
    assert len(list((tmp_path / "reports").glob("report-*.txt"))) == KEPT


def test_without_a_place_for_reports_the_message_still_comes(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    made = CrashReports(blocked)
    told: list[Path | None] = []
    made.tell = told.append
    made.take(ValueError, ValueError("x"), None)
    assert told == [None]


FAILING_THREAD = """
import threading
from smartstad_desktop.app import main, start_speed, wiring
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

start = wiring.Desk.start

def start_and_fail(desk, path):
    start(desk, path)
    threading.Thread(target=lambda: {}["no"]).start()
    QTimer.singleShot(500, desk.window, lambda: (print(desk.window.notices.toast.isVisible()), QApplication.quit()))

wiring.Desk.start = start_and_fail
main.run_window(None)
"""


def test_an_error_in_a_thread_is_shown_by_the_windows_own(tmp_path: Path) -> None:
    environment = os.environ | {"SMARTSTAD_HOME": str(tmp_path)}
    command = [sys.executable, "-c", FAILING_THREAD]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "True\n"
    assert "KeyError" in done.stderr
    assert "thread" not in done.stderr.partition("Traceback")[0]


def test_what_a_hard_crash_left_behind_is_known_at_the_next_start_and_only_then(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    script = (
        "import sys, faulthandler; from pathlib import Path; from smartstad_desktop.app.crash import CrashReports;"
        "made = CrashReports(Path(sys.argv[1])); made.install(); faulthandler._sigabrt()"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, check=False)
    assert ended.returncode != 0

    found: list[Path | None] = []
    for _start in range(2):
        reports = CrashReports(folder)
        reports.install()
        found.append(reports.earlier)
        reports.uninstall()
    assert found[0] is not None
    text = found[0].read_text("utf-8")
    assert text.startswith("SMARTstad")
    assert "Aborted" in text
    assert found[1] is None
