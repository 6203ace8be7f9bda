"""What the window shows while no file is open: go on where you were, or begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role


class Choice(QAbstractButton):
    """A wide button: what it does, and under it what that is good for in as many *lines* as there are."""

    def __init__(self, title: str, about: str, icon: str, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        self._about, self._picture, self._lines = about, icon, lines
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the height of the title and the lines under it."""
        look = theme.current()
        return QSize(look.space(380), look.space(48) + self._lines * QFontMetrics(text_font(Type.CAPTION)).height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the icon and the words; what does not fit ends in …."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Role.FOCUS if self.hasFocus() else Role.LINE
        painter.setPen(QPen(look.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(look.colour(Role.PRIMARY_TINT if self.underMouse() else Role.PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        side, left = look.space(22), look.space(16)
        picture = icons.pixmap(self._picture, Role.PRIMARY, side, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, picture)
        words = self.rect().adjusted(left + side + look.space(14), look.space(12), -look.space(12), 0)
        made = text_font(Type.BODY, Weight.SEMIBOLD)
        painter.setFont(made)
        painter.setPen(look.colour(Role.INK))
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, "".join(lines_of(self.text(), made, words.width(), 1)))
        words.setTop(words.top() + QFontMetrics(made).height() + look.space(4))
        small = text_font(Type.CAPTION)
        painter.setFont(small)
        painter.setPen(look.colour(Role.INK_SOFT))
        about = "\n".join(lines_of(self._about, small, words.width(), self._lines))
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, about)


class StartPage(QWidget):
    """Recent files at the left, ways to begin at the right."""

    #: Carries the ``Path`` of the file to open.
    recent = Signal(object)
    opening = Signal()
    making = Signal()
    demo = Signal()

    def __init__(self, recent: tuple[Path, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(60, 0, 60, 0)
        column.addStretch(2)
        column.addWidget(Label(_("Welcome to SMARTstad"), Type.FIGURE, Weight.BOLD))
        told = _("One file holds the whole programme: projects, workshops and the development plan.")
        column.addWidget(Label(told, Type.STRONG, role=Role.INK_SOFT, wraps=True))
        column.addSpacing(26)
        row = QHBoxLayout()
        row.setSpacing(34)
        if recent:
            row.addLayout(self._recent(recent), 1)
        row.addLayout(self._begin(), 1)
        if not recent:
            row.addStretch(1)
        column.addLayout(row)
        column.addStretch(5)

    def _recent(self, paths: tuple[Path, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(Label(_("Go on"), Type.STRONG, Weight.SEMIBOLD))
        for path in paths[:5]:
            choice = Choice(path.stem, str(path.parent), "file-text")
            choice.clicked.connect(lambda _on=False, chosen=path: self.recent.emit(chosen))
            column.addWidget(choice)
        column.addStretch(1)
        return column

    def _begin(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(Label(_("Begin"), Type.STRONG, Weight.SEMIBOLD))
        for title, about, icon, signal in (
            (
                _("New programme from a template"),
                _("Municipalities, themes and goals are there from the start."),
                "file-plus-2",
                self.making,
            ),
            (_("Open file"), _("Choose a workspace on this computer."), "folder-open", self.opening),
            (
                _("Open the demonstration region"),
                _("Eleven municipalities with invented projects, to try everything on."),
                "sparkles",
                self.demo,
            ),
        ):
            choice = Choice(title, about, icon)
            choice.clicked.connect(signal)
            column.addWidget(choice)
        hint = _("You can also drop a programme file on the window.")
        column.addSpacing(6)
        column.addWidget(Label(hint, Type.CAPTION, role=Role.INK_FAINT, wraps=True))
        column.addStretch(1)
        return column
