"""The lines over and under the page: what is special about the file, and the work that runs."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.jobs import Jobs, Threaded
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.shell.banner import Banner, JobBar


def test_a_banner_says_what_is_true_and_offers_one_way_out(qtbot: QtBot) -> None:
    banner = Banner("Filen är öppen för läsning.", "Försök öppna den för arbete")
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.acted):
        banner.findChild(Button).click()
    plain = Banner("Filen är öppen för läsning.")
    qtbot.addWidget(plain)
    assert plain.findChild(Button) is None


def test_long_work_is_shown_with_its_figures_and_can_be_stopped(qtbot: QtBot) -> None:
    jobs = Jobs(Threaded())
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    go_on = threading.Event()
    heard: list[object] = []

    def work(progress: Progress) -> str:
        progress.report(2, 8, "Helsingborg.xlsx")
        go_on.wait(5)
        progress.report(3, 8)
        return "klart"

    jobs.start("Läser listor", work, heard.append, heard.append)
    assert bar.isHidden()
    qtbot.waitUntil(lambda: not bar.isHidden())
    words = [label.text() for label in bar.findChildren(Label)]
    assert words == ["Läser listor – Helsingborg.xlsx"]
    bar.findChild(Button).click()
    with qtbot.waitSignal(jobs.ended):
        go_on.set()
    qtbot.waitUntil(bar.isHidden)
    assert heard == []
    jobs.close()
