"""Buttons in the look of the program, painted by themselves so that no style sheet has to be worked out."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role


class ButtonKind(StrEnum):
    """How much a button asks for attention; a page has at most one primary button."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    DANGER = "danger"
    RAIL = "rail"
    RAIL_MARK = "rail_mark"
    BAR = "bar"


#: Fill, text and edge of each kind; None is not painted.
_LOOKS: dict[ButtonKind, tuple[Role | None, Role, Role | None]] = {
    ButtonKind.PRIMARY: (Role.PRIMARY, Role.ON_PRIMARY, None),
    ButtonKind.PLAIN: (Role.PAPER, Role.INK, Role.LINE),
    ButtonKind.QUIET: (None, Role.INK, None),
    ButtonKind.DANGER: (Role.PAPER, Role.BAD, Role.BAD),
    ButtonKind.RAIL: (None, Role.RAIL_TEXT, None),
    ButtonKind.RAIL_MARK: (Role.RAIL_MARK, Role.ON_RAIL_MARK, None),
    ButtonKind.BAR: (Role.RAIL_ON, Role.RAIL_TEXT, None),
}
#: These stand on a dark bar.
_ON_RAIL = frozenset({ButtonKind.RAIL, ButtonKind.BAR})


class Button(QPushButton):
    """A button that says what will happen. Its icon is a name from ``resources/icons``."""

    def __init__(
        self, text: str, kind: ButtonKind = ButtonKind.PLAIN, icon: str = "", parent: QWidget | None = None
    ) -> None:
        # The text apart: QPushButton's constructors make PySide load 150 names of icons before the first painting.
        super().__init__(parent)
        self.setText(text)
        self._kind = kind
        self._picture = icon
        self.setFont(text_font(Type.BODY, Weight.SEMIBOLD))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def set_picture(self, icon: str) -> None:
        """Show another icon."""
        self._picture = icon
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask for more or less attention."""
        self._kind = kind
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room for icon, text and the air around them."""
        look = theme.current()
        metrics = QFontMetrics(self.font())
        icon = look.space(icons.SIZE) if self._picture else 0
        gap = look.space(8) if self._picture and self.text() else 0
        air = look.space(28 if self.text() else 18)
        return QSize(metrics.horizontalAdvance(self.text()) + icon + gap + air, look.space(38))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same room: a button is never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button in its state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sheet(painter)
        self._paint_content(painter)

    def _paint_sheet(self, painter: QPainter) -> None:
        look = theme.current()
        fill, _text, edge = _LOOKS[self._kind]
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not self.isEnabled():
            fill = fill if self._kind in _ON_RAIL else (Role.HOVER if fill else None)
            edge = Role.LINE if edge else None
        elif self.isChecked() or self.isDown() or self.underMouse():
            fill = self._pressed_fill(fill)
        painter.setPen(QPen(look.colour(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(sheet, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(look.colour(self._focus_role()), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(sheet.adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)

    def _pressed_fill(self, fill: Role | None) -> Role | None:
        if self._kind is ButtonKind.PRIMARY:
            return Role.PRIMARY_DEEP
        if self._kind is ButtonKind.RAIL:
            return Role.RAIL_ON
        if self._kind is ButtonKind.BAR:
            return Role.RAIL
        if self._kind is ButtonKind.RAIL_MARK:
            return fill
        return Role.PRIMARY_TINT if self.isChecked() else Role.HOVER

    def _focus_role(self) -> Role:
        if self._kind is ButtonKind.PRIMARY:
            return Role.ON_PRIMARY
        if self._kind in _ON_RAIL:
            return Role.RAIL_MARK
        return Role.ON_RAIL_MARK if self._kind is ButtonKind.RAIL_MARK else Role.FOCUS

    def _paint_content(self, painter: QPainter) -> None:
        look = theme.current()
        role = _LOOKS[self._kind][1]
        if not self.isEnabled():
            role = Role.RAIL_FAINT if self._kind in _ON_RAIL else Role.INK_FAINT
        side = look.space(icons.SIZE)
        metrics = QFontMetrics(self.font())
        gap = look.space(8) if self._picture and self.text() else 0
        width = metrics.horizontalAdvance(self.text()) + (side + gap if self._picture else 0)
        left = (self.width() - width) / 2
        if self._picture:
            picture = icons.pixmap(self._picture, role, side, self.devicePixelRatioF())
            painter.drawPixmap(round(left), (self.height() - side) // 2, picture)
            left += side + gap
        painter.setPen(look.colour(role))
        painter.setFont(self.font())
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


def icon_button(icon: str, name: str, parent: QWidget | None = None) -> Button:
    """Return a button that shows only an icon; *name* is its tooltip and what a screen reader says."""
    made = Button("", ButtonKind.QUIET, icon, parent)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
