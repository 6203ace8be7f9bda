"""Three columns where there is room, two with the sides behind tabs where there is less, else one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow

#: Widths in points of the text, so that large text counts as little room.
_WIDE: Final = 1160
_MEDIUM: Final = 880
#: A part in the middle that is wide by nature, a board or a canvas, has the sides behind tabs up to here.
_ROOMY: Final = 1500
_NO_LIMIT: Final = 16_777_215
#: How much of the width a side has, at least and at most.
_LEFT: Final = (0.2, 224, 380)
_RIGHT: Final = (0.27, 300, 500)


class _Room(StrEnum):
    WIDE = "wide"
    MEDIUM = "medium"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts: what it is called on its tab."""

    key: str
    name: str
    widget: QWidget


class Columns(QWidget):
    """Holds a left part, a middle one, and some at the right, which stand beneath each other in a wide window."""

    def __init__(self, left: Part, middle: Part, right: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._middle, self._right = left, middle, tuple(right)
        self._room: _Room | None = None
        self._gives_room = False
        self.tabs = ChipRow(_("What is shown beside"), single=True)
        self.tabs.picked.connect(self._pick)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().space(14))

    @property
    def _parts(self) -> tuple[Part, ...]:
        return self._middle, self._left, *self._right

    def show_part(self, key: str) -> None:
        """Bring a part to the front where the parts stand behind tabs."""
        if any(key == part.key for part in self._tabbed()):
            self.tabs.set_keys(frozenset({key}))
            self._show_tab()

    def give_room(self, *, is_on: bool, key: str) -> None:
        """Let the middle have as much room as there is, with the side *key* beside it; or share as usual."""
        if is_on == self._gives_room:
            return
        self._gives_room = is_on
        self._follow()
        if is_on:
            # Where the middle itself stands behind a tab, it is what came.
            self.show_part(self._middle.key if self._room is _Room.NARROW else key)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the window be narrow: the parts give way."""
        space = theme.current().space
        return QSize(space(360), space(300))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the room there is."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        width = self.width() / theme.current().scale
        wide = _ROOMY if self._gives_room else _WIDE
        room = _Room.WIDE if width >= wide else (_Room.MEDIUM if width >= _MEDIUM else _Room.NARROW)
        if room is not self._room:
            self._room = room
            self._arrange()
        self._fit()

    def _arrange(self) -> None:
        grid = self._grid
        for widget in (self.tabs, *(part.widget for part in self._parts)):
            grid.removeWidget(widget)
        side = 1 if self._room is _Room.MEDIUM else 0
        if self._room is _Room.WIDE:
            rows = len(self._right)
            grid.addWidget(self._left.widget, 1, 0, rows, 1)
            grid.addWidget(self._middle.widget, 1, 1, rows, 1)
            for number, part in enumerate(self._right, 1):
                grid.addWidget(part.widget, number, 2)
        else:
            grid.addWidget(self.tabs, 0, side)
            if self._room is _Room.MEDIUM:
                grid.addWidget(self._middle.widget, 0, 0, 3, 1)
            for part in self._tabbed():
                grid.addWidget(part.widget, 1, side, 2, 1)
        for column in range(3):
            grows = column == (1 if self._room is _Room.WIDE else 0)
            grid.setColumnStretch(column, int(grows))
        last = len(self._right) if self._room is _Room.WIDE else 1
        for row in range(1, len(self._right) + 2):
            grid.setRowStretch(row, int(row == last))
        tabbed = self._tabbed()
        self.tabs.setVisible(bool(tabbed))
        if tabbed:
            self.tabs.show_faces([ChipFace(part.key, part.name) for part in tabbed])
        self._show_tab()

    def _tabbed(self) -> tuple[Part, ...]:
        if self._room is _Room.WIDE or self._room is None:
            return ()
        return self._parts if self._room is _Room.NARROW else self._parts[1:]

    def _fit(self) -> None:
        space = theme.current().space
        sides = [(self._left, _LEFT if self._room is _Room.WIDE else _RIGHT), *((part, _RIGHT) for part in self._right)]
        for part, (share, least, most) in sides:
            if self._room is _Room.NARROW:
                part.widget.setMinimumWidth(0)
                part.widget.setMaximumWidth(_NO_LIMIT)
            else:
                width = space(least) if self._gives_room else round(self.width() * share)
                part.widget.setFixedWidth(max(space(least), min(space(most), width)))
        is_beside = self._room is _Room.MEDIUM
        self.tabs.setMaximumWidth(self._left.widget.maximumWidth() if is_beside else _NO_LIMIT)

    def _pick(self, _keys: object) -> None:
        self._show_tab()

    def _show_tab(self) -> None:
        tabbed = self._tabbed()
        keys = self.tabs.keys() & {part.key for part in tabbed}
        shown = next(iter(keys), tabbed[0].key if tabbed else "")
        self.tabs.set_keys(frozenset({shown}))
        for part in self._parts:
            part.widget.setVisible(part not in tabbed or part.key == shown)
