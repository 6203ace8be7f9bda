"""The hand over the timeline: bars are dragged and pulled at their ends, or taken up and put down with two clicks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication, QListView
from typing_extensions import override

from smartstad_desktop.domain.programme.timeline import shifted
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.programme.timeline.lines import TimelineLine
from smartstad_desktop.ui.programme.timeline.scale import View

#: So near to its end a bar is pulled instead of moved.
_NEAR: Final = 6


class Grip(StrEnum):
    """What of a bar is held."""

    ALL = "all"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Held:
    """What is held, since which place; ``is_carried`` when no button is pressed."""

    line: TimelineLine
    grip: Grip
    since: float
    is_carried: bool


class BarsHost(Protocol):
    """What the hand asks the picture."""

    @property
    def shown(self) -> View:
        """Return the part of the time that is shown."""
        ...

    def line_at(self, at: QPointF) -> tuple[TimelineLine, QRectF] | None:
        """Return the line whose bar or sign lies at *at*, and where it lies."""
        ...

    def preview(self, line: TimelineLine | None, start: date | None = None, end: date | None = None) -> None:
        """Show *line* with other days; None shows all as they are."""
        ...


class Hand(QObject):
    """Follows the pointer over the bars."""

    #: Carries a ``TimelineLine`` and its new first and last day.
    moved = Signal(object, object, object)
    #: Something is taken up, or nothing any more.
    carrying = Signal(bool)
    #: A bar was pressed and let go where it was; carries the key of its line.
    pointed = Signal(object)

    def __init__(self, view: QListView, host: BarsHost) -> None:
        super().__init__(view)
        self._view = view
        self._host = host
        self._pressed: Held | None = None
        self._held: Held | None = None
        self.is_locked = False
        view.viewport().installEventFilter(self)

    @property
    def held(self) -> Held | None:
        """Return what is dragged or carried now."""
        return self._held

    def take_up(self, line: TimelineLine, grip: Grip = Grip.ALL) -> None:
        """Take *line* up where the pointer is; the next click puts it down."""
        if line.can_move and not self.is_locked:
            since = float(self._view.viewport().mapFromGlobal(QCursor.pos()).x())
            self._hold(Held(line, grip, since, is_carried=True))

    def let_go(self) -> None:
        """Put what is held back where it was."""
        self._pressed = None
        if self._held is not None:
            self._held = None
            self._host.preview(None)
            self.carrying.emit(False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the pointer before the list does."""
        if not isinstance(event, QMouseEvent):
            return False
        at = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                return self._press(at, is_plain=not event.modifiers())
            case QEvent.Type.MouseMove:
                return self._move(at, is_down=bool(event.buttons() & Qt.MouseButton.LeftButton))
            case QEvent.Type.MouseButtonRelease if event.button() is Qt.MouseButton.LeftButton:
                return self._release(at)
            case _:
                return False

    def _press(self, at: QPointF, *, is_plain: bool) -> bool:
        if self._held is not None:
            self._put(self._held, at)
            return True
        found = self._host.line_at(at)
        if found is None or not found[0].can_move or self.is_locked or not is_plain:
            return False
        # Choosing opens the form beside, which takes room from the picture: not while something may be dragged.
        self._pressed = Held(found[0], grip_at(at, *found), at.x(), is_carried=False)
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _move(self, at: QPointF, *, is_down: bool) -> bool:
        if self._held is not None:
            self._show(self._held, at)
            return True
        if self._pressed is not None and is_down:
            if abs(at.x() - self._pressed.since) >= QApplication.startDragDistance():
                self._hold(self._pressed)
                self._show(self._pressed, at)
            return True
        self._point(at)
        return False

    def _release(self, at: QPointF) -> bool:
        pressed, self._pressed = self._pressed, None
        if self._held is not None and not self._held.is_carried:
            self._put(self._held, at)
            return True
        if pressed is not None and self._held is None:
            self.pointed.emit(pressed.line.key)
            return True
        return False

    def _hold(self, held: Held) -> None:
        self._held = held
        self.carrying.emit(True)

    def _point(self, at: QPointF) -> None:
        found = None if self.is_locked else self._host.line_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if found is not None and found[0].can_move:
            is_all = grip_at(at, *found) is Grip.ALL
            shape = Qt.CursorShape.OpenHandCursor if is_all else Qt.CursorShape.SizeHorCursor
        self._view.viewport().setCursor(shape)

    def _show(self, held: Held, at: QPointF) -> None:
        self._host.preview(held.line, *self._days(held, at))

    def _put(self, held: Held, at: QPointF) -> None:
        start, end = self._days(held, at)
        self.let_go()
        if (start, end) != (held.line.starts_on, held.line.ends_on):
            self.moved.emit(held.line, start, end)

    def _days(self, held: Held, at: QPointF) -> tuple[date | None, date | None]:
        view = self._host.shown
        days = round((at.x() - held.since) / view.per_day / view.nudge) * view.nudge
        return nudged(held.line, held.grip, days)


def nudged(line: TimelineLine, grip: Grip, days: int) -> tuple[date | None, date | None]:
    """Return the days of *line* when so much of it is moved."""
    return shifted(
        line.starts_on, line.ends_on, days, moves_start=grip is not Grip.END, moves_end=grip is not Grip.START
    )


def grip_at(at: QPointF, line: TimelineLine, bar: QRectF) -> Grip:
    """Return what of a bar is held at *at*; a sign has no ends, and neither has a bar that is too short for three."""
    near = theme.current().space(_NEAR)
    if line.is_point or bar.width() < 3 * near or line.starts_on is None or line.ends_on is None:
        return Grip.ALL
    if at.x() - bar.left() < near:
        return Grip.START
    return Grip.END if bar.right() - at.x() < near else Grip.ALL
