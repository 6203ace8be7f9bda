"""What the wall shows now, as a small picture, and the switches that steer it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import N_, _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import Chip, ChipFace, FlowLayout
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.projector.window import ProjectorWindow

#: A wall is this many times as wide as it is high.
_WIDE: Final = 16 / 9
#: What waits while the wall is frozen, by the names of ``Showing``.
_WAITS: Final = {
    "scene": N_("what has happened since"),
    "spotlight": N_("lifting out"),
    "is_large": N_("the size of the text"),
    "has_big_clock": N_("the large clock"),
    "has_two_languages": N_("two languages"),
}


class WallPicture(QWidget):
    """The picture of the wall, as large as there is room; words stand there while nothing is shown."""

    #: A fresh picture is wanted: of another size, or because it is seen again.
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QPixmap()
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Picture of the wall"))

    def show_picture(self, picture: QPixmap, words: str = "") -> None:
        """Show *picture*; without one, *words* in its place."""
        self.picture, self.words = picture, words
        self.setAccessibleDescription(words)
        self.update()

    def sheet(self) -> QSize:
        """Return the size of the picture: the shape of a wall, as large as there is room."""
        height = min(self.height(), round(self.width() / _WIDE))
        return QSize(round(height * _WIDE), height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as a wall of this width, but leave the other half of the window to what stands beneath."""
        super().resizeEvent(event)
        self.setFixedHeight(min(round(self.width() / _WIDE), self.window().height() // 2))
        self.resized.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Ask for a fresh picture: the wall may have changed while nobody looked here."""
        super().showEvent(event)
        self.resized.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or the words."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.setBrush(look.colour(Role.GROUND))
        painter.drawRoundedRect(sheet, 8, 8)
        if not self.picture.isNull():
            size = self.picture.deviceIndependentSize().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawPixmap(
                QRectF(left, top, size.width(), size.height()), self.picture, QRectF(self.picture.rect())
            )
            return
        painter.setFont(text_font(Type.BODY))
        painter.setPen(look.colour(Role.INK_SOFT))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(sheet.adjusted(16, 8, -16, -8), flags, self.words)


class WallSlot(QWidget):
    """The picture and its switches. It steers nothing itself: it asks."""

    #: The wall is to be shown, or to be taken away.
    showing = Signal(bool)
    freezing = Signal(bool)
    blanking = Signal(bool)
    #: The item that is talked about is to be lifted out, or to go back.
    spotlighting = Signal(bool)
    #: Larger text, or as it was.
    enlarging = Signal(bool)
    #: The clock alone, as large as the wall, or the scene again.
    timing = Signal(bool)
    #: Two languages at once, or one.
    doubling = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.picture = WallPicture()
        self.state = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.show_wall = Button(_("Show on the wall"), ButtonKind.PLAIN, "presentation")
        self.show_wall.setCheckable(True)
        self.show_wall.setToolTip("F5")
        self.freeze = _switch("freeze", _("Freeze"), "Ctrl+Shift+F")
        self.blank = _switch("blank", _("Black"), "Ctrl+Shift+B")
        self.spotlight = _switch("spotlight", _("Lift out"), _("Show only the item that is chosen in the middle"))
        self.larger = _switch("larger", _("Larger text"), "Ctrl+Shift+L")
        self.timer = _switch("timer", _("Large clock"), _("Only the clock, as large as the wall"))
        self.both = _switch("both", "sv + nb", _("Two languages at once"))
        head = QHBoxLayout()
        head.addWidget(Label(_("On the wall now"), Type.STRONG, Weight.BOLD), 1)
        head.addWidget(self.state)
        self.held = Label("", Type.CAPTION, role=Role.ATTENTION, wraps=True)
        self.held.hide()
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        for switch in (self.freeze, self.blank, self.spotlight, self.larger, self.timer, self.both, self.show_wall):
            flow.addWidget(switch)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addLayout(head)
        column.addWidget(self.picture)
        column.addWidget(self.held)
        column.addWidget(holder)
        for button, signal in (
            (self.show_wall, self.showing),
            (self.freeze, self.freezing),
            (self.blank, self.blanking),
            (self.spotlight, self.spotlighting),
            (self.larger, self.enlarging),
            (self.timer, self.timing),
            (self.both, self.doubling),
        ):
            button.toggled.connect(signal)
        self.show_wall.toggled.connect(self._show_words)
        for chip in (self.freeze, self.blank):
            chip.toggled.connect(self._show_words)
        self._show_words()

    def show_second_language(self, first: str, second: str | None) -> None:
        """Offer two languages when the session has a second one."""
        self.both.setVisible(second is not None)
        if second is not None:
            self.both.show_face(ChipFace("both", f"{first} + {second}"))

    def offer_spotlight(self, title: str) -> None:
        """Say what would be lifted out; nothing can be while no item is chosen."""
        self.spotlight.setEnabled(bool(title))
        tip = _("Show only “{title}”", title=title) if title else _("Show only the item that is chosen in the middle")
        self.spotlight.setToolTip(tip)
        if not title:
            self.spotlight.setChecked(False)

    def set_shown(self, *, is_shown: bool) -> None:
        """Follow the window: it may have been closed by itself."""
        self.show_wall.setChecked(is_shown)

    def follow(self, wall: ProjectorWindow) -> None:
        """Let the switches stand as *wall* is, without asking for anything."""
        wanted = wall.wanted
        for switch, is_on in (
            (self.show_wall, wall.isVisible()),
            (self.freeze, wall.is_frozen),
            (self.blank, wall.sheet.is_blank),
            (self.spotlight, wanted.spotlight is not None),
            (self.larger, wanted.is_large),
            (self.timer, wanted.has_big_clock),
            (self.both, wanted.has_two_languages),
        ):
            switch.blockSignals(True)
            switch.setChecked(is_on)
            switch.blockSignals(False)
        self._show_words()

    def show_waiting(self, names: frozenset[str]) -> None:
        """Say what the room will see when the picture is not frozen any more."""
        told = [_("The wall stands still, and its clock too.")] if self.freeze.isChecked() else []
        waits = ", ".join(current().text(words) for name, words in _WAITS.items() if name in names)
        if told and waits:
            told.append(_("Waits: {what}.", what=waits))
        self.held.setText(" ".join(told))
        self.held.setVisible(bool(told))

    def _show_words(self, *_state: object) -> None:
        is_shown = self.show_wall.isChecked()
        self.show_wall.setText(_("Take off the wall") if is_shown else _("Show on the wall"))
        self.show_wall.set_picture("minimize" if is_shown else "presentation")
        self.show_wall.updateGeometry()
        if not is_shown:
            told, role = _("Not shown"), Role.INK_SOFT
        elif self.blank.isChecked():
            told, role = _("Black"), Role.ATTENTION
        elif self.freeze.isChecked():
            told, role = _("Stands still"), Role.ATTENTION
        else:
            told, role = _("Live"), Role.GOOD
        self.state.setText(told)
        self.state.set_role(role)


def _switch(key: str, text: str, tip: str) -> Chip:
    made = Chip(ChipFace(key, text))
    made.setToolTip(tip)
    return made
