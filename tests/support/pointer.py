"""A hand on the mouse: presses, moves with the button held, and releases, as real events."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_LEFT = Qt.MouseButton.LeftButton


def let_go() -> None:
    """Let every button go: Qt's test kit remembers what is held beyond the end of a test.

    A slider, for one, leaves a press alone while another button is down.
    """
    nowhere = QWidget()
    for button in (_LEFT, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseRelease(nowhere, button, Qt.KeyboardModifier.NoModifier, QPoint(1, 1))


def move(widget: QWidget, at: QPoint, buttons: Qt.MouseButton = _LEFT) -> None:
    """Move the pointer to *at* in *widget*; ``QTest.mouseMove`` would send a move without any button."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press the left button."""
    QTest.mousePress(widget, _LEFT, held, at)


def release(widget: QWidget, at: QPoint) -> None:
    """Let the left button go."""
    QTest.mouseRelease(widget, _LEFT, Qt.KeyboardModifier.NoModifier, at)


def click(widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press and let go."""
    press(widget, at, held)
    QTest.mouseRelease(widget, _LEFT, held, at)


def begin_drag(source: QWidget, start: QPoint, target: QWidget, end: QPoint, *, steps: int = 4) -> QPoint:
    """Press at *start* and move to *end* in *target*; return *end* as *source* sees it, for the release."""
    press(source, start)
    goal = source.mapFromGlobal(target.mapToGlobal(end))
    for step in range(1, steps + 1):
        move(source, start + (goal - start) * step / steps)
    return goal


def drag(source: QWidget, start: QPoint, target: QWidget, end: QPoint) -> None:
    """Drag from *start* to *end* in *target* and let go."""
    release(source, begin_drag(source, start, target, end))
