"""Five steps to choose from, with what each means; no step chosen is no answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from smartstad_desktop.domain.order.priority import HIGHEST, LOWEST
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

_SIDE: Final = 34
_GAP: Final = 4
_KEYS_CLEAR: Final = frozenset((Qt.Key.Key_Delete, Qt.Key.Key_Backspace))


class ScoreScale(QWidget):
    """Click a step, or press 1 to 5; Delete or a second click takes the answer back. A mean is shown between steps."""

    #: Carries the step chosen, or None.
    scored = Signal(object)

    def __init__(self, name: str, steps: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._steps = name, dict(steps)
        self.value: float | None = None
        self.is_read_only = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_value(None)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of five steps."""
        space = theme.current().space
        return QSize(HIGHEST * space(_SIDE) + (HIGHEST - 1) * space(_GAP), space(_SIDE))

    def set_value(self, value: float | None) -> None:
        """Show *value*."""
        self.value = value
        said = _("no answer") if value is None else current().number(value, 0 if value == round(value) else 1)
        self.setAccessibleName(f"{self._name}: {said}")
        self.setAccessibleDescription(self.meaning())
        self.update()

    def meaning(self) -> str:
        """Return what the chosen step means, where that is described."""
        return "" if self.value is None else self._steps.get(round(self.value), "")

    def _rect(self, step: int) -> QRectF:
        space = theme.current().space
        return QRectF((step - LOWEST) * (space(_SIDE) + space(_GAP)), 0, space(_SIDE), space(_SIDE))

    def _step_at(self, x: float) -> int | None:
        return next(
            (step for step in range(LOWEST, HIGHEST + 1) if self._rect(step).left() <= x <= self._rect(step).right()),
            None,
        )

    def _choose(self, step: int | None) -> None:
        if not self.is_read_only and step != self.value:
            self.scored.emit(step)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a step; the chosen one again takes it back."""
        step = self._step_at(event.position().x())
        if step is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(None if step == self.value else step)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by figure or arrow."""
        key = Qt.Key(event.key())
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._choose(key - Qt.Key.Key_0)
        elif key in _KEYS_CLEAR:
            self._choose(None)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            now = round(self.value) if self.value is not None else LOWEST - 1
            self._choose(max(LOWEST, min(HIGHEST, now + (1 if key == Qt.Key.Key_Right else -1))))
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Say what the step under the pointer means."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            step = self._step_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if step is None else self._steps.get(step, ""), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps; the chosen one is filled and framed, a mean is a stroke between them."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in range(LOWEST, HIGHEST + 1):
            place = self._rect(step).adjusted(1, 1, -1, -1)
            is_on = self.value is not None and step == self.value
            painter.setPen(QPen(look.colour(Role.PRIMARY if is_on else Role.LINE), 2 if is_on else 1))
            painter.setBrush(look.colour(Role.PRIMARY if is_on else Role.PAPER))
            painter.drawRoundedRect(place, 6, 6)
            painter.setPen(look.colour(Role.ON_PRIMARY if is_on else Role.INK_SOFT))
            painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(step))
        if self.value is not None and self.value != round(self.value):
            first, last = self._rect(LOWEST).center().x(), self._rect(HIGHEST).center().x()
            at = first + (last - first) * (self.value - LOWEST) / (HIGHEST - LOWEST)
            painter.setPen(QPen(look.colour(Role.PRIMARY), 3))
            painter.drawLine(round(at), self.height() - 9, round(at), self.height() - 1)
        if self.hasFocus():
            painter.setPen(QPen(look.colour(Role.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0, -1, -1), 7, 7)
