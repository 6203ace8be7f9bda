"""The clock of a workshop: it runs by a clock that never jumps, and says in words and colour when time is up."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from smartstad_desktop.ui.board.clock import Countdown
from tests.ui.board.conftest import Shown


def test_the_clock_counts_down_pauses_and_says_when_time_is_up(qtbot: QtBot) -> None:
    now = [100.0]
    clock = Countdown(now=lambda: now[0])
    clock.set_minutes(13)
    assert clock.shown() == "13:00"
    clock.toggle()
    now[0] += 20.5
    assert clock.shown() == "12:40"
    clock.toggle()
    now[0] += 1000
    assert clock.shown() == "12:40"
    clock.toggle()
    now[0] += 12 * 60 + 40
    assert clock.is_over
    now[0] += 15
    assert clock.shown() == "+0:15"
    clock.reset()
    assert clock.shown() == "13:00"
    assert not clock.is_running


def test_the_end_of_the_time_is_told_in_words_and_colour(shown: Shown) -> None:
    face = shown.surface.header.clock
    before = face.figures.palette().color(face.figures.foregroundRole())
    shown.page.countdown.set_minutes(0)
    face.refresh()
    assert face.words.isVisible()
    assert face.words.text() == "Tiden är ute"
    assert face.figures.palette().color(face.figures.foregroundRole()) != before
