"""The replay of a session: a slider over its moments, the board as it stood, why it moved, and a list of them all."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.workshop.replay import Frame, Replay
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.notices import Notices
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.replay.replay_board import ReplayBoard
from smartstad_desktop.ui.workshop.replay.replay_words import told, what, when, why

#: How long a moment is shown while it plays.
_PACE_MS: Final = 1600
_LIST: Final = 280


class ReplayDialog(Dialog):
    """Goes through the moments of a session: by slider, by keys, by the list, or by itself."""

    def __init__(self, replay: Replay, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(_("How it came about: {name}", name=replay.name), "", parent)
        self.frames = replay.frames
        self._notices = notices
        self.time = Label("", Type.BODY, Weight.SEMIBOLD, Role.INK_SOFT)
        self.what = Label("", Type.TITLE, Weight.BOLD, wraps=True)
        self.why = Label("", Type.STRONG, role=Role.INK_SOFT, wraps=True)
        self.board = ReplayBoard()
        self.list = QListWidget()
        self.list.setAccessibleName(_("All moments"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setSpacing(theme.current().space(4))
        self.list.addItems([self._line(frame) for frame in self.frames])
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, max(0, len(self.frames) - 1))
        self.slider.setPageStep(10)
        self.slider.setMinimumHeight(theme.current().space(32))
        self.slider.setAccessibleName(_("Moment"))
        self.before = icon_button("chevron-left", _("The moment before"))
        self.after = icon_button("chevron-right", _("The next moment"))
        self.play = Button(_("Play"), icon="play")
        self._pace = QTimer(self, interval=_PACE_MS)
        self._pace.timeout.connect(self._tick)
        self.cancel_button.setText(_("Close"))
        self._arrange()
        self._connect()
        self.go_to(0)
        self.slider.setFocus()

    def _arrange(self) -> None:
        space = theme.current().space
        self.list.setFixedWidth(space(_LIST))
        tools = QHBoxLayout()
        tools.setSpacing(space(8))
        for part in (self.before, self.play, self.after):
            tools.addWidget(part)
        tools.addWidget(self.slider, 1)
        moment = QVBoxLayout()
        moment.setSpacing(space(6))
        moment.addWidget(self.time)
        moment.addWidget(self.what)
        moment.addWidget(self.board, 1)
        moment.addWidget(self.why)
        moment.addLayout(tools)
        both = QHBoxLayout()
        both.setSpacing(space(16))
        both.addLayout(moment, 1)
        both.addWidget(self.list)
        self.body.addLayout(both)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setStretchFactor(self.body, 100)
        room = self.screen().availableSize()
        self.resize(min(space(1320), room.width() - space(40)), min(space(760), room.height() - space(60)))

    def _line(self, frame: Frame) -> str:
        return "\n".join(part for part in (when(frame, self.frames[0]), what(frame), why(frame)) if part)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._show)
        self.list.currentRowChanged.connect(self._choose)
        self.before.clicked.connect(lambda: self.go_to(self.slider.value() - 1))
        self.after.clicked.connect(lambda: self.go_to(self.slider.value() + 1))
        self.play.clicked.connect(self.toggle)

    @property
    def frame(self) -> Frame:
        """Return the moment that is shown."""
        return self.frames[self.slider.value()]

    @property
    def is_playing(self) -> bool:
        """Return whether it goes on by itself."""
        return self._pace.isActive()

    def set_pace(self, milliseconds: int) -> None:
        """Show each moment for so long while it plays."""
        self._pace.setInterval(milliseconds)

    def go_to(self, number: int) -> None:
        """Show a moment; beyond the ends, the first or the last."""
        number = max(0, min(number, self.slider.maximum()))
        if number == self.slider.value():
            self._show(number)
        else:
            self.slider.setValue(number)

    def toggle(self) -> None:
        """Play, from the start when the end has been reached; or stop."""
        if self.is_playing:
            self._pace.stop()
        elif self.slider.maximum():
            if self.slider.value() == self.slider.maximum():
                self.go_to(0)
            self._pace.start()
        self._show_play()

    def _tick(self) -> None:
        self.go_to(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self._pace.stop()
            self._show_play()

    def _show_play(self) -> None:
        self.play.setText(_("Pause") if self.is_playing else _("Play"))
        self.play.set_picture("pause" if self.is_playing else "play")

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.go_to(row)

    def _show(self, number: int) -> None:
        frame = self.frames[number]
        reasons = why(frame)
        self.time.setText(when(frame, self.frames[0]))
        self.what.setText(what(frame))
        self.why.setText(reasons)
        self.board.show_frame(frame)
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number < self.slider.maximum())
        self.slider.setAccessibleDescription(told(frame, self.frames[0]))
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(number)
        if self.isVisible():
            self._notices.announce(told(frame, self.frames[0]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play and stop by space, go by the arrows wherever the focus is."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self.slider.value() + steps[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to(0 if key == Qt.Key.Key_Home else self.slider.maximum())
        elif key == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Stop when nobody looks."""
        super().hideEvent(event)
        self._pace.stop()
        self._show_play()
