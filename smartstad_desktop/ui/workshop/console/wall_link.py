"""The window for the room as the console steers it: shown, frozen, black; its picture is kept fresh in the console."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.changes import ChangeSet, Kind
from smartstad_desktop.domain.values import SessionId
from smartstad_desktop.reads.workshop.audience import scene
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.projector.window import ProjectorWindow, other_screen
from smartstad_desktop.ui.workshop.console.wall_slot import WallSlot
from smartstad_desktop.ui.workshop.host import WorkshopHost

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.rounds import RoundSheet
    from smartstad_desktop.reads.workshop.session_rows import SessionSheet

#: The picture of the wall is made this often at most.
_PICTURE_MS: Final = 500
#: How often it follows the clock on the wall.
_CLOCK_MS: Final = 1000
#: What the room sees comes from these.
_SEEN: Final = frozenset(
    {
        *(Kind.SESSION, Kind.SEAT, Kind.ATTENDANCE, Kind.AGENDA_ITEM, Kind.ROUND, Kind.ROUND_ITEM),
        *(Kind.BALLOT, Kind.BALLOT_MARK, Kind.PLACEMENT, Kind.BOARD, Kind.BOARD_COLUMN, Kind.PROJECT),
    }
)


class WallLink(QObject):
    """Holds the window and the slot together. The wall follows the file also while another page is looked at."""

    #: The room may be looking at this screen: there is no other one.
    mirrored = Signal()
    #: A key on the wall asks for something at the console; carries what.
    asked = Signal(str)

    def __init__(self, slot: WallSlot, host: WorkshopHost, over: QWidget) -> None:
        super().__init__(over)
        self._slot, self._host, self._over = slot, host, over
        self._session: SessionId | None = None
        self._number: int | None = None
        workspace = host.services.workspace
        self.window = ProjectorWindow(over, now=lambda: workspace.now)
        self._fresh = QTimer(self, singleShot=True, interval=_PICTURE_MS)
        self._fresh.timeout.connect(self._take_picture)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._take_picture)
        slot.showing.connect(self._show)
        slot.spotlighting.connect(self._spotlight)
        slot.picture.resized.connect(self._want_picture)
        host.services.changes.happened.connect(self._on_changes)
        for signal, act in self._wires():
            signal.connect(act)

    def _wires(self) -> tuple[tuple[SignalInstance, Callable[..., object] | SignalInstance], ...]:
        """Return what connects the slot with the window that is steered now."""
        slot, wall = self._slot, self.window
        return (
            (slot.freezing, wall.freeze),
            (slot.blanking, wall.blank),
            (slot.enlarging, wall.enlarge),
            (slot.timing, wall.show_big_clock),
            (slot.doubling, wall.speak_two_languages),
            (wall.ended, self._ended),
            (wall.changed, self._changed),
            (wall.asked, self.asked),
        )

    # Another console, the same wall

    def give_up(self) -> ProjectorWindow:
        """Let the wall go on without this console."""
        for signal, act in self._wires():
            signal.disconnect(act)
        self.rest()
        self._fresh.stop()
        self.window.serve(None)
        return self.window

    def take_up(self, wall: ProjectorWindow) -> None:
        """Steer *wall*, which shows something to the room already, instead of an own one."""
        if wall is not self.window:
            self.give_up().deleteLater()
        self.window = wall
        wall.serve(self._over)
        shown = wall.wanted
        self._session = None if shown.scene is None else shown.scene.session
        self._number = shown.spotlight
        self._slot.follow(wall)
        for signal, act in self._wires():
            signal.connect(act)
        self._changed()

    def show_session(self, session: SessionSheet) -> None:
        """Show another session, or the same as it is now."""
        if session.id != self._session:
            self._session = session.id
            self._read()
        if session.clock_started_at is not None and self._slot.isVisible():
            self._clock.start()
        else:
            self._clock.stop()

    def choose(self, round_: RoundSheet | None, item: int | None) -> None:
        """Note which item is talked about: it can be lifted out."""
        found = round_ and next((each for each in round_.items if each.id == item), None)
        self._number = found.number if found else None
        if self._slot.spotlight.isChecked():
            self._spotlight(self._number is not None)

    def rest(self) -> None:
        """Make no pictures while nobody looks at them."""
        self._clock.stop()

    def _read(self) -> None:
        if self._session is not None:
            self.window.show_scene(self._host.services.workspace.read(scene, self._session))

    def _on_changes(self, changes: ChangeSet) -> None:
        if _SEEN & changes.kinds:
            self._read()

    def _show(self, is_shown: bool) -> None:  # noqa: FBT001  a switch carries it
        if not is_shown:
            self.window.hide()
        elif not self.window.isVisible():
            if other_screen(self._over) is None:
                self.mirrored.emit()
                told = _("There is only one screen: Esc brings the console back, and it stays in safe mode.")
                self._host.services.notices.say(told, tone=Tone.ATTENTION)
            self.window.show_beside(self._over)

    def _changed(self) -> None:
        self._slot.show_waiting(self.window.waiting)
        self._want_picture()

    def _ended(self) -> None:
        self._slot.set_shown(is_shown=False)

    def _spotlight(self, is_on: bool) -> None:  # noqa: FBT001  a switch carries it
        self.window.spotlight(self._number if is_on else None)

    def _want_picture(self) -> None:
        if not self._fresh.isActive():
            self._fresh.start(0 if self._slot.picture.picture.isNull() else _PICTURE_MS)

    def _take_picture(self) -> None:
        if not self._slot.isVisible():
            return
        ratio = self._slot.devicePixelRatioF()
        size = self._slot.picture.sheet() * ratio
        picture = self.window.picture(QSize(max(1, size.width()), max(1, size.height())))
        picture.setDevicePixelRatio(ratio)
        self._slot.picture.show_picture(picture)
