"""Long work beside the window: results, trouble, progress and stopping."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.errors import AmountNegative
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.ui.kit.jobs import Executor, Inline, Job, Jobs, Threaded


@pytest.fixture(params=["inline", "threaded"])
def jobs(request: pytest.FixtureRequest, qapp: object) -> Iterator[Jobs]:
    executor: Executor = Inline() if request.param == "inline" else Threaded()
    made = Jobs(executor)
    yield made
    made.close()


def test_the_result_comes_back_in_the_thread_of_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[tuple[int, bool]] = []

    def work(progress: Progress) -> int:
        progress.report(1, 2, "rad 1")
        return 42

    here = threading.current_thread()
    with qtbot.waitSignal(jobs.ended):
        jobs.start("Läser", work, lambda n: heard.append((n, threading.current_thread() is here)), heard.append)
    qtbot.waitUntil(lambda: heard == [(42, True)])
    assert not jobs.is_busy()


def test_expected_trouble_reaches_the_one_who_asked(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[object] = []

    def work(_progress: Progress) -> int:
        raise AmountNegative(field="budget_total")

    jobs.start("Läser", work, heard.append, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], AmountNegative)


def test_a_cancelled_job_ends_at_its_next_report_and_calls_nobody(qtbot: QtBot) -> None:
    jobs = Jobs(Threaded())
    began, go_on = threading.Event(), threading.Event()
    heard: list[object] = []

    def work(progress: Progress) -> int:
        began.set()
        go_on.wait(5)
        progress.report(1, 2)
        return 1

    job = jobs.start("Läser", work, heard.append, heard.append)
    began.wait(5)
    job.cancel()
    with qtbot.waitSignal(jobs.ended):
        go_on.set()
    assert heard == []
    jobs.close()


def test_long_work_is_shown_and_its_figures_followed(qtbot: QtBot) -> None:
    jobs = Jobs(Threaded())
    go_on = threading.Event()
    shown: list[Job] = []
    jobs.shown.connect(shown.append)

    def work(progress: Progress) -> None:
        progress.report(3, 10, "Helsingborg.xlsx")
        go_on.wait(5)

    with qtbot.waitSignal(jobs.shown):
        jobs.start("Läser", work, lambda _n: None, lambda _e: None)
    with qtbot.waitSignal(jobs.progressed):
        pass
    assert (shown[0].done, shown[0].total, shown[0].what) == (3, 10, "Helsingborg.xlsx")
    with qtbot.waitSignal(jobs.ended):
        go_on.set()
    jobs.close()


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core reads one file at a time")
def test_two_files_are_read_at_a_time_and_both_are_followed(qtbot: QtBot) -> None:
    jobs = Jobs(Threaded())
    looked = threading.Event()
    followed, heard = set[str](), list[str]()

    def follow(job: Job) -> None:
        followed.add(job.title)

    def work(_progress: Progress) -> str:
        # Neither ends before the window has looked at both.
        looked.wait(5)
        return "read"

    jobs.progressed.connect(follow)
    for name in ("Bjuv", "Klippan", "Perstorp"):
        jobs.start(name, work, heard.append, lambda _error: None, is_shared=True)
    qtbot.waitUntil(lambda: len(followed) > 1)
    assert (followed, heard) == ({"Bjuv", "Klippan"}, [])
    looked.set()
    qtbot.waitUntil(lambda: heard == ["read"] * 3)
    jobs.close()
