"""A part of the panel that opens and closes; what is in it is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role


class SectionHead(QAbstractButton):
    """The heading: an arrow, the name, and at the right how much is filled in."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.note = ""
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_note(self, note: str) -> None:
        """Show *note* at the right."""
        self.note = note
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(120, theme.current().space(38))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint arrow, name and note."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, look.colour(Role.LINE_SOFT))
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(look.colour(Role.FOCUS), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -2), 6, 6)
        side, left = look.space(16), look.space(6)
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        painter.drawPixmap(left, (self.height() - side) // 2, icons.pixmap(arrow, Role.INK_SOFT, side))
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD))
        painter.setPen(look.colour(Role.INK))
        left += side + look.space(6)
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        painter.setFont(text_font(Type.CAPTION, figures=True))
        painter.setPen(look.colour(Role.INK_FAINT))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self.note) + 1
        room = QRectF(self.width() - width - look.space(8), 0, width, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.note)


class FoldingSection(QWidget):
    """A heading and a body; *fill* is called once, with the layout of the body, when it is first opened."""

    #: Carries whether it is open now.
    folded = Signal(bool)

    def __init__(self, title: str, fill: Callable[[QVBoxLayout], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SectionHead(title)
        self._fill: Callable[[QVBoxLayout], None] | None = fill
        self._body: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self.head.toggled.connect(self._set_open)

    @property
    def is_open(self) -> bool:
        """Return whether the body is shown."""
        return self.head.isChecked()

    def open(self) -> None:
        """Show the body."""
        self.head.setChecked(True)

    def _set_open(self, is_open: bool) -> None:  # noqa: FBT001  Qt's signal carries it so
        if is_open and self._fill is not None:
            self._body = QWidget()
            inside = QVBoxLayout(self._body)
            inside.setContentsMargins(0, 2, 0, theme.current().space(14))
            inside.setSpacing(theme.current().space(10))
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._body)
            fill, self._fill = self._fill, None
            fill(inside)
        if self._body is not None:
            self._body.setVisible(is_open)
        self.folded.emit(is_open)
