"""A project as a card in the panel: mark, name, how alike it is, and why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

_WHY_LINES = 2


class AlikeButton(QAbstractButton):
    """One project: mark, name, likeness if it is only alike, and why. Pressing it shows the project."""

    def __init__(
        self,
        title: str,
        mark: Mark | None,
        *,
        likeness: int | None = None,
        why: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark, self._why = mark, f"{why[:1].upper()}{why[1:]}"
        self._likeness = "" if likeness is None else f"{likeness} %"
        self.setText(title)
        self.setToolTip(title.replace("<", "‹"))
        spoken = f"{mark.name}: {title}" if mark else title
        self.setAccessibleName(", ".join(part for part in (spoken, self._likeness, self._why) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        """Say that the reasons may need a second line."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """Return the height of the name and of the reasons."""
        look = theme.current()
        lines = len(self._why_lines(width))
        below = lines * QFontMetrics(text_font(Type.CAPTION)).lineSpacing()
        return look.space(42) + (below + look.space(4) if lines else 0)

    @override
    def sizeHint(self) -> QSize:
        """Return the room at a useful width."""
        return QSize(120, self.heightForWidth(max(self.width(), 200)))

    def _why_lines(self, width: int) -> list[str]:
        if not self._why:
            return []
        room = width - 2 * theme.current().space(12)
        return lines_of(self._why, text_font(Type.CAPTION), room, _WHY_LINES)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_focused = self.hasFocus()
        painter.setPen(QPen(look.colour(Role.FOCUS if is_focused else Role.LINE), 2 if is_focused else 1))
        painter.setBrush(look.colour(Role.HOVER if self.underMouse() else Role.PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        pad, line = look.space(12), look.space(42)
        left = float(pad)
        if self._mark is not None:
            size = mark_size(look.scale, self._mark.letters)
            place = QRectF(pad, (line - size.height()) / 2, size.width(), size.height())
            paint_mark(painter, place, self._mark, look.scale)
            left += size.width() + look.space(9)
        right = self._paint_likeness(painter, line)
        room = self.width() - pad - right - look.space(10) - left
        painter.setFont(text_font(Type.BODY))
        painter.setPen(look.colour(Role.INK))
        cut = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, line), Qt.AlignmentFlag.AlignVCenter, cut)
        self._paint_why(painter, line)

    def _paint_likeness(self, painter: QPainter, line: int) -> float:
        """Paint the share at the right and return its width."""
        look = theme.current()
        strong = text_font(Type.BODY, Weight.SEMIBOLD, figures=True)
        width = QFontMetricsF(strong).horizontalAdvance(self._likeness)
        painter.setFont(strong)
        painter.setPen(look.colour(Role.PRIMARY))
        place = QRectF(self.width() - look.space(12) - width, 0, width + 1, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._likeness)
        return width

    def _paint_why(self, painter: QPainter, line: int) -> None:
        look = theme.current()
        painter.setFont(text_font(Type.CAPTION))
        painter.setPen(look.colour(Role.INK_SOFT))
        height = painter.fontMetrics().lineSpacing()
        for number, text in enumerate(self._why_lines(self.width())):
            top = line - look.space(4) + number * height
            painter.drawText(QRectF(look.space(12), top, self.width(), height), Qt.AlignmentFlag.AlignVCenter, text)
