"""Messages at the foot of the window: one at a time, for some seconds, with at most one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

#: Long enough to read two lines and reach the button; a message with a button stays longer.
SHOWN_MS: Final = 6_000
OFFER_MS: Final = 10_000
_WIDEST: Final = 680
_ABOVE: Final = 84
#: The air between a message and a field it makes way for.
_BESIDE: Final = 8

_LOOKS: Final = {
    Tone.PLAIN: (Role.RAIL, Role.RAIL_TEXT, Role.RAIL_MARK, "info"),
    Tone.GOOD: (Role.RAIL, Role.RAIL_TEXT, Role.RAIL_MARK, "circle-check"),
    Tone.ATTENTION: (Role.ATTENTION_TINT, Role.INK, Role.ATTENTION, "triangle-alert"),
    Tone.BAD: (Role.BAD_TINT, Role.INK, Role.BAD, "circle-alert"),
}


class Toast(QWidget):
    """One message over the foot of the window. It waits while the pointer rests on it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._tone = Tone.PLAIN
        self._act: Callable[[], None] | None = None
        self._picture = QLabel()
        self._words = Label("", Type.BODY, Weight.MEDIUM)
        self.button = Button("", ButtonKind.QUIET)
        self.button.clicked.connect(self._accept)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._stays = False
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    @property
    def is_about_to_go(self) -> bool:
        """Return whether it goes by itself after a while."""
        return self._timer.isActive()

    def show_message(self, text: str, tone: Tone, offer: Offer | None) -> None:
        """Show *text* instead of what was shown."""
        self._tone = tone
        _ground, ink, accent, icon = _LOOKS[tone]
        self._words.setText(text)
        self._words.set_role(ink)
        self._words.setWordWrap(False)
        self._picture.setPixmap(icons.pixmap(icon, accent, 18))
        self._act = offer.act if offer else None
        self.button.setVisible(offer is not None)
        self.button.setText(offer.text if offer else "")
        self.button.set_kind(ButtonKind.RAIL if ink is Role.RAIL_TEXT else ButtonKind.QUIET)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._stays = offer is not None and offer.stays
        if self._stays:
            self._timer.stop()
        else:
            self._timer.start(OFFER_MS if offer else SHOWN_MS)

    def withdraw(self) -> None:
        """Take the message away with what it offers."""
        self._act = None
        self._timer.stop()
        self.hide()

    def _accept(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _place(self) -> None:
        widest = min(theme.current().space(_WIDEST), self._over.width() - 40)
        if self.sizeHint().width() > widest:
            self._words.setWordWrap(True)
            height = self._row.heightForWidth(widest)
            self.resize(widest, height)
        else:
            self.resize(self.sizeHint())
        # Above the foot of the board, whose buttons a message must not cover.
        above = theme.current().space(_ABOVE)
        place = QRect(QPoint((self._over.width() - self.width()) // 2, 0), self.size())
        place.moveBottom(self._over.height() - above)
        self.move(self._clear_of_fields(place).topLeft())

    def _clear_of_fields(self, place: QRect) -> QRect:
        """Return *place* moved up from above the lines somebody may want to write in next."""
        fields = [
            QRect(field.mapTo(self._over, QPoint()), field.size())
            for field in self._over.findChildren(QLineEdit)
            if field.isVisible() and not self.isAncestorOf(field)
        ]
        for field in sorted(fields, key=QRect.top, reverse=True):
            if field.intersects(place) and field.top() > self._over.height() // 2:
                place.moveBottom(field.top() - theme.current().space(_BESIDE))
        return place

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        """Wait while the pointer rests here."""
        if event.type() is QEvent.Type.Enter:
            self._timer.stop()
        elif event.type() is QEvent.Type.Leave and self.isVisible() and not self._stays:
            self._timer.start(SHOWN_MS)
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet of its tone."""
        look = theme.current()
        ground, _ink, accent, _icon = _LOOKS[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_edge = look.is_dark or ground is not Role.RAIL
        painter.setPen(QPen(look.colour(accent), 1) if has_edge else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class ToastNotices:
    """The notices of one window."""

    def __init__(self, over: QWidget, undo: Callable[[], None]) -> None:
        self._over = over
        self._undo = undo
        #: The message that offers to undo the step before.
        self._said_done = ""
        self.toast = Toast(over)

    def say(self, text: str, *, tone: Tone = Tone.PLAIN, offer: Offer | None = None) -> None:
        """Show *text* for some seconds, with a button if there is something to offer, and read it aloud."""
        self.toast.show_message(text, tone, offer)
        self.announce(text, is_urgent=tone is Tone.BAD)

    def warn(self, text: str) -> None:
        """Say what is in the way."""
        self.say(text, tone=Tone.ATTENTION)

    def done(self, text: str) -> None:
        """Show *text* with the offer to undo the step that was just made."""
        self.say(text, tone=Tone.GOOD, offer=Offer(_("Undo"), self._undo))
        self._said_done = text

    def stepped(self) -> None:
        """Take the offer to undo away: another step was made, and the button would take that one back."""
        if self.toast.isVisible() and self._said_done and self.toast.text == self._said_done:
            self.toast.hide()
        self._said_done = ""

    def trouble_with_way_out(self, error: DomainError, text: str, act: Callable[[], None]) -> None:
        """Say why something could not be done, with a button that helps."""
        self.say(trouble.sentence(error), tone=Tone.BAD, offer=Offer(text, act))

    def trouble(self, error: DomainError) -> None:
        """Say why something could not be done."""
        self.say(trouble.sentence(error), tone=Tone.BAD)

    def announce(self, text: str, *, is_urgent: bool = False) -> None:
        """Let a screen reader say *text*; nothing is shown."""
        event = QAccessibleAnnouncementEvent(self._over, text)
        if is_urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
