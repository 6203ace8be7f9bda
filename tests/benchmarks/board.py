"""One drag over a board of 200 cards at the size of a projector: how long each frame takes, and the drop."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication

from smartstad_desktop.ui.board.page import BoardPage
from tests.benchmarks.measure import Result, cpu_ms, percentile, spread, wall_ms
from tests.benchmarks.stage import stage
from tests.support.boards import a_board
from tests.support.pointer import begin_drag, move, release

MOVES = 240
DROPS = 11
#: A hand on a mouse gives about so many moves a second.
BETWEEN_S = 0.006


def sweep(page: BoardPage) -> list[float]:
    """Drag a card through all columns and back, and return the CPU time of each frame."""
    source = page.surface.area.views[1].viewport()
    start = page.surface.area.views[1].layout_of_cards.card_rect(1).center()
    views = page.surface.area.views[1:]
    begin_drag(source, start, source, start + QPoint(30, 30))
    frames: list[float] = []
    for number in range(MOVES):
        share = number / MOVES * 2
        along = (share if share < 1 else 2 - share) * (len(views) - 1)
        view = views[round(along)].viewport()
        height = 60 + (number * 7) % (view.height() - 120)
        at = QPointF(source.mapFromGlobal(view.mapToGlobal(QPoint(view.width() // 2, height))))
        time.sleep(BETWEEN_S)
        frames.append(cpu_ms(lambda at=at: (move(source, at.toPoint()), QApplication.processEvents())))
    page.surface.hand.dragging.cancel()
    QApplication.processEvents()
    return frames


def drop(page: BoardPage, column: int) -> tuple[float, float]:
    """Drag the first card of a column into the next and return what the drop took: CPU time, and on the wall."""
    views = page.surface.area.views
    source, target = views[column].viewport(), views[column % 4 + 1].viewport()
    start = views[column].layout_of_cards.card_rect(0).center()
    goal = begin_drag(source, start, target, QPoint(target.width() // 2, 200))
    QApplication.processEvents()
    before = len(page.services.workspace.steps())
    wall = 0.0

    def let_go() -> None:
        nonlocal wall
        wall = wall_ms(lambda: (release(source, goal), QApplication.processEvents()))

    cpu = cpu_ms(let_go)
    if len(page.services.workspace.steps()) == before:
        raise RuntimeError("the drop moved nothing")
    return cpu, wall


def measure() -> Iterator[Result]:
    """Yield the frames of a drag and the time of a drop."""
    with stage() as services:
        a_board(services.workspace, tray=20, lying=(50, 50, 50, 50))
        page = BoardPage(services)
        page.resize(1920, 1080)
        page.show()
        QApplication.processEvents()
        sweep(page)
        frames = sweep(page)
        drops = [drop(page, number % 4 + 1) for number in range(DROPS + 1)][1:]
        page.hide()
        page.deleteLater()
    note = f"median {statistics.median(frames):.1f}, longest {max(frames):.1f} of {len(frames)} frames, CPU"
    yield Result(name="drag, 200 cards: 95 % of frames", value=percentile(frames, 0.95), unit="ms", limit=16, note=note)
    cpu, wall = [seen[0] for seen in drops], [seen[1] for seen in drops]
    yield Result(
        name="drop, committed and painted again",
        value=statistics.median(cpu),
        unit="ms",
        limit=50,
        note=f"CPU {spread(cpu)}, on the wall {spread(wall)}",
    )
