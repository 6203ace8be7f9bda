"""What the steps of the criterion under the cursor mean; pressing one gives it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.order.priority import HIGHEST, LOWEST, Direction
from smartstad_desktop.domain.order.weighed import Criterion, Given
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.comment_field import CommentField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.sentences import name_of

_HEIGHT: Final = 62
_PAD: Final = 10


class StepTile(QAbstractButton):
    """A step with what it means."""

    def __init__(self, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.setCheckable(True)
        # A click must not tick it by itself: what is written decides.
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str, *, is_on: bool) -> None:
        """Show what the step means, and whether it is the one given."""
        self.setText(words)
        self.setChecked(is_on)
        self.setAccessibleName(f"{self.step}: {words}" if words else str(self.step))
        self.setToolTip(words)
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Leave the state alone."""

    @override
    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        space = theme.current().space
        return QSize(space(90), space(_HEIGHT))

    @override
    def hasHeightForWidth(self) -> bool:
        """Say that less width needs more lines."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """Return the height of all words."""
        room = QRect(0, 0, self._words_room(width), 10_000)
        words = QFontMetrics(text_font(Type.CAPTION)).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(theme.current().space(_HEIGHT), words.height() + 2 * theme.current().space(_PAD))

    def _words_room(self, width: int) -> int:
        pad = theme.current().space(_PAD)
        figure = QFontMetrics(text_font(Type.STRONG, Weight.BOLD, figures=True)).horizontalAdvance("5") + pad
        return width - 2 * pad - figure

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        look = theme.current()
        pad = look.space(_PAD)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        is_strong = is_on or self.hasFocus()
        painter.setPen(QPen(look.colour(Role.FOCUS if is_strong else Role.LINE), 2 if is_strong else 1))
        painter.setBrush(look.colour(Role.PRIMARY_TINT if is_on or self.underMouse() else Role.PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(look.colour(Role.INK if self.isEnabled() else Role.INK_FAINT))
        painter.setFont(text_font(Type.STRONG, Weight.BOLD, figures=True))
        figure = painter.fontMetrics().horizontalAdvance("5") + pad
        painter.drawText(QRect(pad, pad, figure, self.height()), Qt.AlignmentFlag.AlignLeft, str(self.step))
        painter.setFont(text_font(Type.CAPTION))
        room = QRect(pad + figure, pad, self.width() - 2 * pad - figure, self.height() - 2 * pad)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self.text())


class ScoreStrip(QWidget):
    """The criterion, what it means, and its five steps."""

    #: Carries the step that is to be given, or None.
    scored = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Label("", Type.STRONG, Weight.BOLD)
        self.meaning = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.told = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.comment = CommentField()
        self.tiles = [StepTile(step) for step in range(LOWEST, HIGHEST + 1)]
        row = QHBoxLayout()
        row.setSpacing(theme.current().space(8))
        for tile in self.tiles:
            tile.clicked.connect(partial(self._press, tile))
            row.addWidget(tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space(6))
        head = QHBoxLayout()
        head.setSpacing(theme.current().space(12))
        head.addWidget(self.name)
        head.addWidget(self.meaning, 1)
        column.addLayout(head)
        column.addLayout(row)
        foot = QHBoxLayout()
        foot.setSpacing(theme.current().space(12))
        foot.addWidget(self.told, 1)
        foot.addWidget(self.comment, 1)
        column.addLayout(foot)

    def _press(self, tile: StepTile) -> None:
        self.scored.emit(None if tile.isChecked() else float(tile.step))

    def show_cell(self, project: str, criterion: Criterion, given: Given | None, *, told: str, is_open: bool) -> None:
        """Show a cell: *told* is what else there is to say about it."""
        value = None if given is None else given.value
        language = current().language
        self.name.setText(f"{name_of(criterion)} · {project}")
        way = (
            _("5 is best.")
            if criterion.direction is Direction.BENEFIT
            else _("1 is best: a high score counts against.")
        )
        self.meaning.setText(f"{criterion.meaning.in_language(language)} {way}".strip())
        for tile in self.tiles:
            named = criterion.steps.get(tile.step)
            tile.show_words(named.in_language(language) if named else "", is_on=value == tile.step)
            tile.setEnabled(is_open)
        self.told.setText(told)
        if not self.comment.hasFocus():
            self.comment.show_comment("" if given is None else given.comment, can_write=is_open and given is not None)
