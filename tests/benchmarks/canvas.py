"""A card dragged among 60 on the canvas, a figure written in a grid of 40 items, and the result of them counted."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.workshop.ballots.ballots_panel import BallotsPanel
from smartstad_desktop.ui.workshop.ballots.canvas_twin import CanvasTwin
from smartstad_desktop.usecases.workshop.ballots import CastMarks, NewMark
from tests.benchmarks.measure import Result, cpu_ms, percentile, spread
from tests.benchmarks.stage import stage
from tests.support.pointer import begin_drag, move, release
from tests.support.rounds import PanelPage, Room, a_room

CARDS = 60
ITEMS = 40
SEATS = 30
MOVES = 240
DROPS = 11
FIGURES = 20
#: A hand on a mouse gives about so many moves a second.
BETWEEN_S = 0.006


def shown(services: Services, room: Room) -> BallotsPanel:
    """Show the console's middle at the size of a laptop."""
    page = PanelPage(services, room)
    page.resize(1440, 900)
    page.show()
    QApplication.processEvents()
    assert isinstance(page.panel, BallotsPanel)
    return page.panel


def on_canvas(services: Services) -> tuple[Room, CanvasTwin]:
    """Put 60 cards on the canvas of one ballot."""
    room, random = a_room(services.workspace, Method.IMPACT_EFFORT, count=CARDS), Random(5)  # noqa: S311  places, not secrets
    marks = tuple(
        NewMark(item=item.id, value=random.randint(1, 10), axis=axis)
        for item in room.sheet.items
        for axis in ("impact", "effort")
    )
    services.workspace.run(CastMarks(round=room.round, whose=room.sheet.casters[0].whose, marks=marks))
    panel = shown(services, room)
    panel.ways.chip("twin").click()
    QApplication.processEvents()
    assert isinstance(panel.twin, CanvasTwin)
    return room, panel.twin


def sweep(twin: CanvasTwin) -> list[float]:
    """Drag a card over the whole canvas and return the CPU time of each frame."""
    port = twin.canvas.viewport()
    start = twin.canvas.box(0).center().toPoint()
    begin_drag(port, start, port, start + QPoint(30, 30))
    frames: list[float] = []
    for number in range(MOVES):
        at = QPoint(60 + number * 3 % (port.width() - 120), 40 + number * 7 % (port.height() - 80))
        time.sleep(BETWEEN_S)
        frames.append(cpu_ms(lambda at=at: (move(port, at), QApplication.processEvents())))
    twin.hand.dragging.cancel()
    QApplication.processEvents()
    return frames


def drop(twin: CanvasTwin, number: int) -> float:
    """Drop a card somewhere else and return the CPU time until it is written, read and painted."""
    port = twin.canvas.viewport()
    start = twin.canvas.box(number).center().toPoint()
    card = twin.canvas.cards.rows[number]
    goal = twin.canvas.scale.point(11 - card.effort, 11 - card.benefit).toPoint()
    end = begin_drag(port, start, port, goal)
    QApplication.processEvents()
    before = len(twin.host.services.workspace.steps())
    taken = cpu_ms(lambda: (release(port, end), QApplication.processEvents()))
    if len(twin.host.services.workspace.steps()) == before:
        raise RuntimeError("the drop moved nothing")
    return taken


def figures(panel: BallotsPanel) -> list[float]:
    """Write figures down a column and return the CPU time of each, committed and painted."""
    panel.grid.setFocus()
    panel.grid.go_to(0, 0)

    def write() -> None:
        QTest.keyClicks(panel.grid, "2")
        QTest.keyClick(panel.grid, Qt.Key.Key_Tab)
        QApplication.processEvents()

    return [cpu_ms(write) for _figure in range(FIGURES)]


def measure() -> Iterator[Result]:
    """Yield the frames of a drag, the time of a drop, and that of a figure."""
    with stage() as services:
        _room, twin = on_canvas(services)
        sweep(twin)
        frames = sweep(twin)
        drops = [drop(twin, number) for number in range(DROPS + 1)][1:]
        twin.window().hide()
    note = f"median {statistics.median(frames):.1f}, longest {max(frames):.1f} of {len(frames)} frames, CPU"
    yield Result(
        name="canvas, 60 cards: 95 % of frames", value=percentile(frames, 0.95), unit="ms", limit=16, note=note
    )
    yield Result(
        name="canvas, drop until painted again",
        value=statistics.median(drops),
        unit="ms",
        limit=80,
        note=f"CPU {spread(drops)}",
    )
    with stage() as services:
        room = a_room(services.workspace, Method.CRITERIA, count=ITEMS, seats=SEATS)
        panel = shown(services, room)
        taken = figures(panel)
        panel.window().hide()
    yield Result(
        name="a figure among 30 ballots of 40 items",
        value=statistics.median(taken),
        unit="ms",
        limit=100,
        note=f"CPU {spread(taken)}",
    )
