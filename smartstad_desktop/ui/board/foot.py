"""The commands at the foot of a board; only those that work stand there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cards.sizes import Sizes, Text
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight


class FootButton(Button):
    """A command that can be hit and read from a distance."""

    def __init__(self, text: str, icon: str, sizes: Sizes, kind: ButtonKind = ButtonKind.RAIL) -> None:
        super().__init__(text, kind, icon)
        self._sizes = sizes
        self.setFont(sizes.font(Text.BODY, Weight.SEMIBOLD))

    @override
    def sizeHint(self) -> QSize:
        """Return a larger target than other buttons have."""
        plain = super().sizeHint()
        return QSize(plain.width() + self._sizes.px(8), self._sizes.px(40))


class FootBar(QWidget):
    """Columns or list, the tray, undo, and the projector."""

    #: Whether the list is wanted instead of the columns.
    list_wanted = Signal(bool)
    #: Whether the tray is to be seen.
    tray_wanted = Signal(bool)
    undo_wanted = Signal()
    #: The projector is to be started at the desk, or ended on the wall.
    wall_wanted = Signal()

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = FootButton(_("Columns"), "columns-4", sizes)
        self.list = FootButton(_("List"), "list", sizes)
        self.tray = FootButton("", "inbox", sizes)
        self.undo = FootButton(_("Undo"), "undo-2", sizes)
        ends = _("End the show") if sizes.is_wall else _("Show on the projector")
        self.wall = FootButton(ends, "minimize" if sizes.is_wall else "presentation", sizes, ButtonKind.RAIL_MARK)
        self.wall.setToolTip("F11")
        #: These say what they do by their picture alone where there is little room.
        self._words = {button: button.text() for button in (self.undo, self.list, self.columns)}
        for button, words in self._words.items():
            button.setAccessibleName(words)
            button.setToolTip(words)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(26), sizes.px(10), sizes.px(26), sizes.px(10))
        row.setSpacing(sizes.px(8))
        for button in (self.columns, self.list, self.tray):
            button.setCheckable(True)
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.undo, self.wall):
            row.addWidget(button)
        self.columns.clicked.connect(lambda: self.list_wanted.emit(False))
        self.list.clicked.connect(lambda: self.list_wanted.emit(True))
        self.tray.clicked.connect(self.tray_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.wall.clicked.connect(self.wall_wanted)

    def show_state(self, *, is_list: bool, is_tray_shown: bool, unplaced: int) -> None:
        """Show which view is open, whether the tray is seen, and how many wait in it."""
        self.columns.setChecked(not is_list)
        self.list.setChecked(is_list)
        self.tray.setText(_("Not placed {count}", count=unplaced))
        self.tray.setChecked(is_tray_shown)
        self.tray.setVisible(not is_list)
        self.tray.updateGeometry()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for button, words in self._words.items():
            button.setText(words)
        for button in self._words:
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return
            button.setText("")

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the board be narrower than all words."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        QPainter(self).fillRect(self.rect(), theme.current().colour(Role.RAIL))
