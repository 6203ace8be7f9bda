"""The dark rail at the left: the name of the program, the pages in their groups, and what is always at hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.phrases import current as phrases
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.shell.pages import PAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

WIDTH = 216


class RailButton(QAbstractButton):
    """One line of the rail: icon, words, and a count at the right."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None, *, checkable: bool = True) -> None:
        super().__init__(parent)
        self._picture = icon
        self._count: int | None = None
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setFont(text_font(Type.BODY, Weight.MEDIUM))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Show how many there are; None shows nothing."""
        if count != self._count:
            self._count = count
            shown = "" if count is None else f", {phrases().number(count)}"
            self.setAccessibleName(self.text() + shown)
            self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the height of a line; the rail gives the width."""
        return QSize(theme.current().space(WIDTH - 24), theme.current().space(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line in its state."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            self._paint_ground(painter, room)
        if self.hasFocus():
            painter.setPen(QPen(look.colour(Role.RAIL_MARK), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 8, 8)
        self._paint_words(painter)

    def _paint_ground(self, painter: QPainter, room: QRectF) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            # The mark at the left is the round sheet behind, three points wider: colour is never the only sign.
            painter.setBrush(look.colour(Role.RAIL_MARK))
            painter.drawRoundedRect(room, 8, 8)
            room = room.adjusted(3, 0, 0, 0)
        painter.setBrush(look.colour(Role.RAIL_ON))
        painter.drawRoundedRect(room, 8, 8)

    def _paint_words(self, painter: QPainter) -> None:
        look = theme.current()
        role = Role.RAIL_FAINT if not self.isEnabled() else Role.RAIL_TEXT
        side, left = look.space(icons.SIZE), look.space(10)
        picture = icons.pixmap(self._picture, role, side, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, picture)
        painter.setPen(look.colour(role))
        painter.setFont(self.font())
        words = self.rect().adjusted(left + side + look.space(10), 0, -look.space(10), 0)
        if self._count is not None:
            count = phrases().number(self._count)
            made = text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True)
            painter.setFont(made)
            painter.setPen(look.colour(Role.RAIL_FAINT))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
            words.setRight(words.right() - QFontMetrics(made).horizontalAdvance(count) - look.space(6))
        painter.setFont(self.font())
        painter.setPen(look.colour(role))
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Brand(QAbstractButton):
    """The name of the program; it opens the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_("Menu"))
        self.setAccessibleName(_("SMARTstad, menu"))
        self.setToolTip(_("Menu"))
        self.setFont(text_font(19, Weight.BOLD))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return a little more than a line."""
        return QSize(theme.current().space(WIDTH - 24), theme.current().space(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two halves of the name and the sign of a menu."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.RAIL_ON))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(look.colour(Role.RAIL_MARK), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        left = look.space(10)
        painter.setPen(look.colour(Role.RAIL_TEXT))
        painter.drawText(QPointF(left, base), "SMART")
        painter.setPen(look.colour(Role.RAIL_MARK))
        painter.drawText(QPointF(left + metrics.horizontalAdvance("SMART"), base), "stad")
        side = look.space(16)
        picture = icons.pixmap("chevron-down", Role.RAIL_FAINT, side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - look.space(10), (self.height() - side) // 2, picture)


class Rail(QWidget):
    """All lines of the rail. It says what was chosen and knows no page."""

    #: Carries the ``PageId`` that was chosen.
    chosen = Signal(object)
    history = Signal()
    settings = Signal()
    menu = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.current().space(WIDTH))
        self._buttons: dict[PageId, RailButton] = {}
        self._only_one = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 14)
        column.setSpacing(3)
        brand = Brand()
        brand.clicked.connect(self.menu)
        column.addWidget(brand)
        column.addSpacing(8)
        self._add_pages(column)
        column.addStretch(1)
        self.history_button = RailButton(_("History"), "history")
        self.history_button.clicked.connect(self.history)
        self.settings_button = RailButton(_("Settings"), "settings", checkable=False)
        self.settings_button.clicked.connect(self.settings)
        self.undo_button = Button("", ButtonKind.RAIL, "undo-2")
        self.redo_button = Button("", ButtonKind.RAIL, "redo-2")
        steps = QHBoxLayout()
        steps.setSpacing(0)
        steps.addWidget(self.history_button, 1)
        for button in (self.undo_button, self.redo_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setEnabled(False)
            steps.addWidget(button)
        column.addLayout(steps)
        column.addWidget(self.settings_button)
        self.set_open(is_open=False)

    def _add_pages(self, column: QVBoxLayout) -> None:
        for group, specs in groupby(PAGES, key=lambda spec: spec.group):
            if group.value:
                heading = Label(phrases().text(group.value).upper(), role=Role.RAIL_FAINT)
                made = text_font(12, Weight.SEMIBOLD)
                made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
                heading.setFont(made)
                heading.setContentsMargins(theme.current().space(10), 12, 0, 4)
                column.addWidget(heading)
            for spec in specs:
                button = self._buttons[spec.id] = RailButton(phrases().text(spec.title), spec.icon)
                button.clicked.connect(lambda _on=False, page=spec.id: self.chosen.emit(page))
                self._only_one.addButton(button)
                column.addWidget(button)

    def bind_steps(self, undo: QAction, redo: QAction) -> None:
        """Let the two small buttons do *undo* and *redo*, and be called as they are."""
        for button, action in ((self.undo_button, undo), (self.redo_button, redo)):
            button.clicked.connect(action.trigger)
            follow = partial(_follow, button, action)
            action.changed.connect(follow)
            follow()

    def set_open(self, *, is_open: bool) -> None:
        """Let pages be chosen only while a file is open."""
        for button in (*self._buttons.values(), self.history_button):
            button.setEnabled(is_open)
        if not is_open:
            self.show_counts({})
            self._only_one.setExclusive(False)
            for button in (*self._buttons.values(), self.history_button):
                button.setChecked(False)
            self._only_one.setExclusive(True)

    def show_page(self, page: PageId) -> None:
        """Mark *page* as the one that is shown."""
        self._buttons[page].setChecked(True)

    def show_counts(self, counts: Mapping[PageId, int]) -> None:
        """Show how many there are behind each page."""
        for page, button in self._buttons.items():
            button.set_count(counts.get(page))

    def button(self, page: PageId) -> RailButton:
        """Return the line of *page*."""
        return self._buttons[page]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark ground, with an edge where black meets black."""
        look = theme.current()
        painter = QPainter(self)
        # drawRect and not fillRect, which makes PySide load 170 ready-made gradients before the first painting.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.RAIL))
        painter.drawRect(self.rect())
        if look.is_high_contrast:
            painter.setBrush(look.colour(Role.LINE))
            painter.drawRect(self.width() - 1, 0, 1, self.height())


def _follow(button: Button, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    button.setToolTip(action.text())
    button.setAccessibleName(action.text())
