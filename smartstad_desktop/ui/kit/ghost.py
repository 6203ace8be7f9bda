"""The picture of what is in the hand while it is dragged."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.theme import Role

TILT: Final = 1.5


class Ghost(QWidget):
    """The picture in the hand, and above it the name of the place it would land in. It takes no events."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._over = over
        self._picture = QPixmap()
        self._name = ""
        self._at = QPoint()
        self.hide()

    def show_picture(self, picture: QPixmap) -> None:
        """Take *picture*, tilted a little, as something held by a corner is."""
        self._picture = picture.transformed(QTransform().rotate(TILT), Qt.TransformationMode.SmoothTransformation)
        self.show_name("")
        self.raise_()
        self.show()

    def show_name(self, name: str) -> None:
        """Say in which place the load would land; the picture hides the place itself."""
        self._name = name
        size = self._picture.size() / self._picture.devicePixelRatio()
        self.resize(max(size.width(), self._name_width()), size.height() + self.head)
        self.place(self._at)
        self.update()

    def place(self, at: QPoint) -> None:
        """Let the picture lie at *at*; at the right side the name stays in sight and only the picture goes on."""
        self._at = at
        self.move(min(at.x(), max(0, self._over.width() - self.width())), at.y())

    @property
    def head(self) -> int:
        """Return how high the line for the name is."""
        return self.fontMetrics().height() + 8

    def _name_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._name) + 24

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, and the name above it."""
        painter = QPainter(self)
        painter.drawPixmap(self._at.x() - self.x(), self.head, self._picture)
        if not self._name:
            return
        look = theme.current()
        sign = QRect(0, 0, self._name_width(), self.head)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.PRIMARY))
        painter.drawRoundedRect(sign, sign.height() / 2, sign.height() / 2)
        painter.setPen(look.colour(Role.ON_PRIMARY))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, self._name)
