"""Chips in one line: those that find no room wait in a menu at its end."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, MenuChip

_GAP = 8


class ChipLine(QWidget):
    """Switches that are on or off; their order never changes while one is pressed."""

    #: Carries a ``frozenset`` of the keys that are on.
    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._chips: dict[Hashable, Chip] = {}
        self._on: frozenset[Hashable] = frozenset()
        self.more = MenuChip(ChipFace("more", ""), self)
        self.more.menu.triggered.connect(self._chosen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def chip(self, key: Hashable) -> Chip:
        """Return the chip of *key*."""
        return self._chips[key]

    def show_faces(self, faces: Sequence[ChipFace], on: frozenset[Hashable]) -> None:
        """Show these chips, with exactly *on* switched on."""
        if [face.key for face in faces] != list(self._chips):
            self._rebuild(faces)
        for face in faces:
            self._chips[face.key].show_face(face)
        self._set_on(on)

    def _rebuild(self, faces: Sequence[ChipFace]) -> None:
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for face in faces:
            chip = self._chips[face.key] = Chip(face, self)
            chip.clicked.connect(partial(self._toggle, face.key))

    def _set_on(self, on: frozenset[Hashable]) -> None:
        self._on = on
        for key, chip in self._chips.items():
            chip.setChecked(key in on)
        self._arrange()

    def _toggle(self, key: Hashable, *_state: object) -> None:
        self._set_on(self._on ^ {key})
        self.picked.emit(self._on)

    def _chosen(self, action: QAction) -> None:
        self._toggle(action.data())

    @override
    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(200, self.more.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left, hidden = 0, list[Hashable]()
        self._label_more(len(self._chips))
        widths = {key: chip.sizeHint().width() for key, chip in self._chips.items()}
        fits_all = sum(widths.values()) + _GAP * (len(widths) - 1) <= self.width()
        room = self.width() if fits_all else self.width() - self.more.sizeHint().width() - _GAP
        for key, chip in self._chips.items():
            fits = not hidden and left + widths[key] <= room
            chip.setVisible(fits)
            if fits:
                chip.setGeometry(left, 0, widths[key], chip.sizeHint().height())
                left += widths[key] + _GAP
            else:
                hidden.append(key)
        self.more.setVisible(bool(hidden))
        if hidden:
            self._offer(hidden)
            self.more.setGeometry(left, 0, self.more.sizeHint().width(), self.more.sizeHint().height())

    def _offer(self, hidden: Sequence[Hashable]) -> None:
        self._label_more(len(hidden))
        made = self.more.offer([(key, self._chips[key].text()) for key in hidden], self._on)
        for action, key in made.items():
            action.setData(key)
        self.more.show_state(self.more.face, is_on=not self._on.isdisjoint(hidden))

    def _label_more(self, count: int) -> None:
        self.more.show_face(ChipFace("more", _("{count} more", count=current().number(count))))
