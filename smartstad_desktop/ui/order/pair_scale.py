"""Nine steps to each side: how many times as important one criterion is as the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

#: Steps to each side of the middle; step n says n + 1 times as important.
SIDE: Final = 8
_HEIGHT: Final = 44
_CLEAR: Final = frozenset((Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
#: From which times on a comparison is called so (Saaty's words).
_WORDS: Final = ((8.0, 0), (6.0, 1), (4.0, 2), (1.5, 3))


def ratio_of(step: int) -> float:
    """Return the ratio of a step: below zero the first is more important, above zero the second."""
    return float(1 - step) if step <= 0 else 1 / (1 + step)


def step_of(ratio: float) -> int:
    """Return the step nearest to a ratio."""
    return 1 - round(ratio) if ratio >= 1 else round(1 / ratio) - 1


def times_words(ratio: float) -> str:
    """Return in words how much more important *ratio* times is."""
    strong = max(ratio, 1 / ratio)
    words = (
        _("far more important"),
        _("much more important"),
        _("clearly more important"),
        _("a little more important"),
    )
    return next((words[at] for limit, at in _WORDS if strong >= limit), _("as important"))


class PairScale(QWidget):
    """Click a step or use the arrows; Delete takes the answer back."""

    #: Carries the ratio chosen, or None.
    compared = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ratio: float | None = None
        self._first = self._second = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of all steps."""
        space = theme.current().space
        return QSize((2 * SIDE + 1) * space(24), space(_HEIGHT))

    def show_pair(self, first: str, second: str, ratio: float | None) -> None:
        """Show the answer about a pair."""
        self._first, self._second, self.ratio = first, second, ratio
        self.setAccessibleName(_("{first} beside {second}: {told}", first=first, second=second, told=self.told()))
        self.update()

    def told(self) -> str:
        """Return the answer in words."""
        if self.ratio is None:
            return _("Not answered yet")
        if times_words(self.ratio) == _("as important"):
            return _("Both are as important.")
        more, less = (self._first, self._second) if self.ratio > 1 else (self._second, self._first)
        times = round(max(self.ratio, 1 / self.ratio))
        return _(
            "“{more}” is {words} than “{less}” ({times} times).",
            more=more,
            less=less,
            words=times_words(self.ratio),
            times=times,
        )

    def rect_of(self, step: int) -> QRectF:
        """Return where a step from −8 to 8 stands."""
        width = self.width() / (2 * SIDE + 1)
        return QRectF((step + SIDE) * width + 1, 2, width - 2, self.height() - 4)

    def _choose(self, step: int | None) -> None:
        if step is not None:
            step = max(-SIDE, min(SIDE, step))
        ratio = None if step is None else ratio_of(step)
        if ratio != self.ratio:
            self.compared.emit(ratio)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a step."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(int(event.position().x() / (self.width() / (2 * SIDE + 1))) - SIDE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by arrow; the first press answers “as important”."""
        key = Qt.Key(event.key())
        now = None if self.ratio is None else step_of(self.ratio)
        if key in _CLEAR:
            self._choose(None)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._choose(0 if now is None else now + (1 if key == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps; what leads from the middle to the answer is filled, the answer itself is framed."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = None if self.ratio is None else step_of(self.ratio)
        for step in range(-SIDE, SIDE + 1):
            is_on = now is not None and step == now
            is_between = now is not None and (0 <= step < now or now < step <= 0)
            fill = Role.PRIMARY if is_on else (Role.PRIMARY_TINT if is_between else Role.PAPER)
            painter.setPen(QPen(look.colour(Role.PRIMARY if is_on else Role.LINE), 2 if is_on else 1))
            painter.setBrush(look.colour(fill))
            painter.drawRoundedRect(self.rect_of(step), 5, 5)
            painter.setPen(look.colour(Role.ON_PRIMARY if is_on else Role.INK_SOFT))
            painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True))
            painter.drawText(self.rect_of(step), Qt.AlignmentFlag.AlignCenter, str(abs(step) + 1))
        if self.hasFocus():
            painter.setPen(QPen(look.colour(Role.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0, -1, -1), 7, 7)
