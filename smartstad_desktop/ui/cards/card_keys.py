"""The keys that move cards, the same in the columns and in the list."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from smartstad_desktop.ui.cards.moves import Direction

_ARROWS: Final = {
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
}
_SIDES: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_HOLDS: Final = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
)


class CardKeys(QObject):
    """Watches the views of a board for keys that mean something for the chosen cards."""

    #: Alt and an arrow: one step in a ``Direction``.
    stepped = Signal(object)
    #: A figure: to the column with that number, 0 is the tray.
    sent = Signal(int)
    #: M: take the chosen cards up.
    taken_up = Signal()
    #: Enter: look at the project.
    opened = Signal()
    #: Left or right without Alt: go to the next column with nothing in the hand.
    went = Signal(int)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are meant for cards."""
        if event.type() is QEvent.Type.KeyPress:
            return self._pressed(cast("QKeyEvent", event))
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & _HOLDS
        if held == Qt.KeyboardModifier.AltModifier and key in _ARROWS:
            self.stepped.emit(_ARROWS[key])
            return True
        return held == Qt.KeyboardModifier.NoModifier and self._plain(key)

    def _plain(self, key: Qt.Key) -> bool:
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.sent.emit(key - Qt.Key.Key_0)
        elif key in _SIDES:
            self.went.emit(_SIDES[key])
        elif key == Qt.Key.Key_M:
            self.taken_up.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            return False
        return True
