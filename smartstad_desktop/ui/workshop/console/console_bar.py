"""The dark bar at the top of the console: what is going on, who is there, the clock, and the way on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.workshop.sessions import clock_face
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.console.session_clock import SessionClock

_FIGURES: Final = 28
#: Below this width the pictures of the buttons speak alone.
_NARROW: Final = 880


class ClockButton(QPushButton):
    """The time that is left, in large figures; pressed, it opens what the clock can be set to."""

    def __init__(self, clock: SessionClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Set the clock"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(text_font(_FIGURES, Weight.BOLD, figures=True))
        clock.ticked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the time as it is now."""
        shown = clock_face(self._clock.left) if self._clock.is_set else "–:–"
        if shown != self.text():
            self.setText(shown)
            self.updateGeometry()
        told = _("Time is up") if self._clock.is_over else _("{time} left", time=shown)
        self.setAccessibleName(told)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the figures; all figures are as wide."""
        space = theme.current().space
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance("+88:88") + space(16), space(42))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same room: the time is never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figures; when the time is up they stand on the colour of a warning."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_over = self._clock.is_over
        if is_over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.ATTENTION_TINT))
            painter.drawRoundedRect(self.rect(), 8, 8)
        if self.hasFocus():
            painter.setPen(look.colour(Role.RAIL_MARK))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 7, 7)
        painter.setFont(self.font())
        painter.setPen(look.colour(Role.ATTENTION if is_over else Role.RAIL_MARK))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class ConsoleBar(QWidget):
    """Says where the session stands; asks for the way on."""

    leaving = Signal()
    going_back = Signal()
    going_on = Signal()
    clock_pressed = Signal()
    #: The menu of the session is wanted; carries it, to be filled.
    menu_wanted = Signal(QMenu)
    #: The menu of the clock is wanted; carries it, to be filled.
    clock_menu_wanted = Signal(QMenu)

    def __init__(self, clock: SessionClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.leave = icon_button("arrow-left", _("All workshops"))
        self.leave.set_kind(ButtonKind.RAIL)
        self.title = Label(_("Console"), Type.STRONG, Weight.BOLD, Role.RAIL_TEXT)
        self.told = Label("", Type.BODY, role=Role.RAIL_TEXT)
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.over = Label(_("Time is up"), Type.BODY, Weight.SEMIBOLD, Role.RAIL_TEXT)
        self.face = ClockButton(clock)
        self.back = Button(_("Back"), ButtonKind.BAR, "chevron-left")
        self.pause = Button(_("Start it"), ButtonKind.BAR, "play")
        self.onwards = Button(_("Next phase"), ButtonKind.BAR, "chevron-right")
        self.safe = Button(_("Safe mode"), ButtonKind.BAR, "eye-off")
        self.safe.setToolTip(_("Nothing is shown here that the room must not see. Press to end it."))
        self.safe.hide()
        self.more = icon_button("ellipsis", _("More"))
        self.more.set_kind(ButtonKind.RAIL)
        self._words: dict[Button, str] = {
            self.back: _("Back"),
            self.pause: _("Start it"),
            self.onwards: _("Next phase"),
        }
        self._arrange()
        self.leave.clicked.connect(self.leaving)
        self.back.clicked.connect(self.going_back)
        self.pause.clicked.connect(self.clock_pressed)
        self.onwards.clicked.connect(self.going_on)
        self.more.clicked.connect(self._open_menu)
        self.face.clicked.connect(self._open_clock_menu)
        clock.ticked.connect(self._show_clock)
        self._show_clock()

    def _arrange(self) -> None:
        space = theme.current().space
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.told)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(10), space(8), space(16), space(8))
        row.setSpacing(space(12))
        row.addWidget(self.leave)
        row.addLayout(words, 1)
        for widget in (self.safe, self.over, self.face, self.back, self.pause, self.onwards, self.more):
            row.addWidget(widget)

    def show_words(self, name: str, who: str) -> None:
        """Show which session it is, and who is there."""
        self.title.setText(name)
        self.told.setText(who)
        self.told.setToolTip(who)

    def show_ways(self, back: str, onwards: str, tips: tuple[str, str], *, is_read_only: bool) -> None:
        """Show where the buttons lead; without words there is no way, and in a file for reading nothing is steered."""
        for button in (self.pause, self.face):
            button.setEnabled(not is_read_only)
        for button, text, tip, keys in (
            (self.back, back, tips[0], "Ctrl+PgUp"),
            (self.onwards, onwards, tips[1], "Ctrl+PgDown"),
        ):
            button.setEnabled(bool(text) and not is_read_only)
            if text:
                self._words[button] = text
            button.setToolTip(f"{tip} ({keys})" if tip else "")
        self._fit()

    def _show_clock(self) -> None:
        is_running = self._clock.is_running
        self.over.setVisible(self._clock.is_over)
        self.pause.set_picture("pause" if is_running else "play")
        words = _("Pause") if is_running else _("Start it")
        if self._words[self.pause] != words:
            self._words[self.pause] = words
            self._fit()
        self.pause.setAccessibleName(_("Pause the clock") if is_running else _("Start the clock"))

    def _fit(self) -> None:
        """Let the pictures speak alone where there is little room; only the way on keeps its words."""
        is_narrow = self.width() < theme.current().space(_NARROW)
        for button, words in self._words.items():
            shown = "" if is_narrow and button is not self.onwards else words
            button.setAccessibleName(words)
            if button.text() != shown:
                button.setText(shown)
                button.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the window be narrower than all words."""
        return QSize(theme.current().space(_NARROW // 2), super().minimumSizeHint().height())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        self.menu_wanted.emit(menu)
        _popup(menu, self.more)

    def _open_clock_menu(self) -> None:
        menu = QMenu(self)
        self.clock_menu_wanted.emit(menu)
        _popup(menu, self.face)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        QPainter(self).fillRect(self.rect(), theme.current().colour(Role.RAIL))


def _popup(menu: QMenu, under: QWidget) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(under.mapToGlobal(under.rect().bottomLeft()))
