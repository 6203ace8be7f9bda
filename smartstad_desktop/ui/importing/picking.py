"""A list to choose from where choosing counts at once: keys and the wheel only look, Enter and a press choose."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from smartstad_desktop.ui.kit.calm_box import CalmBox

_OPENING: Final = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_F4,
}
_LEAVING: Final = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}


class PickBox(CalmBox):
    """Opens at any key, so that nobody takes the first entry on the way to the third."""

    @override
    def keyPressEvent(self, e: QKeyEvent, /) -> None:
        """Open the list, and leave the choosing to it."""
        if Qt.Key(e.key()) in _LEAVING or e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(e)
        elif e.text() or Qt.Key(e.key()) in _OPENING:
            self.showPopup()
            e.accept()
        else:
            super().keyPressEvent(e)
