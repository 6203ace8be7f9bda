"""The pieces of the ladder: a criterion on its step, and the room between two steps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import CriterionId
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.drag import THRESHOLD
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.order_cells import paint_badge

_CARD: Final = 42
_BAR: Final = 30
#: How high one empty step is drawn, and how far a hand moves for it.
EMPTY: Final = 14
_LEFT: Final = Qt.MouseButton.LeftButton


class StepCard(QWidget):
    """A criterion. It is dragged, or clicked and put down with a second click, or moved by Alt and the arrows."""

    #: Carries −1 or 1.
    moving = Signal(int)
    clicked = Signal()
    #: Carry where on the screen the hand is.
    held = Signal(QPoint)
    let_go = Signal(QPoint)
    given_up = Signal()

    def __init__(self, criterion: CriterionId, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion, self._number, self._name = criterion, number, name
        self.is_target = self.is_carried = False
        self._pressed: QPoint | None = None
        self._is_held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(name)
        self.up = icon_button("arrow-up", _("Move “{name}” up", name=name))
        self.down = icon_button("arrow-down", _("Move “{name}” down", name=name))
        self.up.clicked.connect(lambda: self.moving.emit(-1))
        self.down.clicked.connect(lambda: self.moving.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 4, 2)
        row.setSpacing(0)
        row.addStretch(1)
        for button in (self.up, self.down):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        space = theme.current().space
        return QSize(space(300), space(_CARD))

    def describe(self, step: int, steps: int) -> None:
        """Tell a screen reader where the card stands."""
        self.setAccessibleDescription(_("Step {step} of {steps}, the first weighs most", step=step, steps=steps))

    def mark(self, *, is_target: bool | None = None, is_carried: bool | None = None) -> None:
        """Show that something would land here, or that this is in the hand."""
        self.is_target = self.is_target if is_target is None else is_target
        self.is_carried = self.is_carried if is_carried is None else is_carried
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        if event.button() is _LEFT:
            self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the hand has moved far enough."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._is_held or far >= THRESHOLD:
            self._is_held = True
            self.held.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down, or take a press without a way for a click."""
        was_held, was_pressed = self._is_held, self._pressed is not None
        self._pressed, self._is_held = None, False
        if was_held:
            self.let_go.emit(event.globalPosition().toPoint())
        elif was_pressed and event.button() is _LEFT:
            self.clicked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, take up with Space, give up with Esc."""
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moving.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return}:
            self.clicked.emit()
        elif key == Qt.Key.Key_Escape and (self._is_held or self.is_carried):
            self._pressed, self._is_held = None, False
            self.given_up.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        look = theme.current()
        space = look.space
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_strong = self.is_target or self.is_carried or self.hasFocus()
        painter.setPen(QPen(look.colour(Role.FOCUS if is_strong else Role.LINE), 2 if is_strong else 1))
        painter.setBrush(look.colour(Role.PRIMARY_TINT if self.is_target or self.is_carried else Role.PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        side = space(16)
        grip = icons.pixmap("grip-vertical", Role.INK_FAINT, side, self.devicePixelRatioF())
        painter.drawPixmap(space(8), (self.height() - side) // 2, grip)
        badge = space(20)
        paint_badge(painter, QRectF(space(30), (self.height() - badge) / 2, badge, badge), self._number)
        left = space(58)
        room = QRectF(left, 0, self.up.x() - left - space(4), self.height())
        painter.setPen(look.colour(Role.INK))
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD))
        words = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class GapBar(QWidget):
    """The room above a step: its empty steps are dragged, or set with − and +."""

    #: Carries how many empty steps there are to be.
    spread = Signal(int)
    clicked = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_edge: bool = False) -> None:
        super().__init__(parent)
        self._is_edge = is_edge
        self.gap = 0
        self.is_target = False
        self._from: tuple[int, int] | None = None
        self._is_held = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.told = Label("", Type.CAPTION, role=Role.INK_SOFT)
        self.less = icon_button("circle-minus", _("One empty step less"))
        self.more = icon_button("plus", _("One empty step more"))
        self.less.clicked.connect(lambda: self.spread.emit(self.gap - 1))
        self.more.clicked.connect(lambda: self.spread.emit(self.gap + 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.current().space(58), 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self.told)
        row.addStretch(1)
        for widget in (self.less, self.more):
            widget.setFixedHeight(theme.current().space(_BAR - 4))
            row.addWidget(widget)
        for widget in (self.told, self.less, self.more):
            widget.setVisible(not is_edge)
        if not is_edge:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.show_gap(0, is_shown=not is_edge)

    def show_gap(self, gap: int, *, is_shown: bool) -> None:
        """Show how many empty steps there are; where only the order counts they are not asked for."""
        space = theme.current().space
        self.gap = gap
        words = ngettext("{count} empty step", "{count} empty steps", gap) if gap else _("next step")
        self.told.setText(words)
        self.setAccessibleName(words)
        self.less.setEnabled(gap > 0)
        for widget in (self.told, self.less, self.more):
            widget.setVisible(is_shown and not self._is_edge)
        self.setFixedHeight(space(_BAR) + space(EMPTY) * gap if is_shown and not self._is_edge else space(12))
        self.update()

    def mark(self, *, is_target: bool) -> None:
        """Show that something would land here."""
        self.is_target = is_target
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the room."""
        if event.button() is _LEFT:
            self._from, self._is_held = (round(event.globalPosition().y()), self.gap), False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Make it larger or smaller with the hand."""
        if self._from is None or self._is_edge:
            return
        way = round(event.globalPosition().y()) - self._from[0]
        gap = max(0, self._from[1] + round(way / theme.current().space(EMPTY)))
        self._is_held = self._is_held or abs(way) >= THRESHOLD
        if self._is_held and gap != self.gap:
            self.spread.emit(gap)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a press without a way is a click."""
        was_click, self._from = self._from is not None and not self._is_held, None
        if was_click and event.button() is _LEFT:
            self.clicked.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the empty steps as dashed lines, and a strong line where something would land."""
        look = theme.current()
        painter = QPainter(self)
        painter.setPen(QPen(look.colour(Role.LINE), 1, Qt.PenStyle.DashLine))
        right = self.width() - look.space(90)
        for number in range(self.gap if not self.told.isHidden() else 0):
            y = look.space(EMPTY) * (number + 1)
            painter.drawLine(look.space(30), y, look.space(52), y)
            painter.drawLine(right - look.space(40), y, right, y)
        if self.is_target:
            painter.setPen(QPen(look.colour(Role.FOCUS), 3))
            painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)
