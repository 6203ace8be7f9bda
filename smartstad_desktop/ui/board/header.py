"""The head of a board: the occasion, the question as its title, how much is placed, and the clock."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import BoardId
from smartstad_desktop.reads.board import BoardRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.board.clock import ClockFace, Countdown
from smartstad_desktop.ui.cards.quiet_edit import QuietEdit
from smartstad_desktop.ui.cards.sizes import Sizes, Text
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Weight
from smartstad_desktop.usecases.board import EditBoard

#: How wide the field to filter by is, at least and at most.
_FIELD: Final = (100, 180)


class Progress(QWidget):
    """How many projects are placed, as words and as a bar."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self._thick = sizes.px(8)
        self.words = Label(role=Role.INK_SOFT)
        self.words.setFont(sizes.font(Text.BODY, Weight.MEDIUM))
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, self._thick + sizes.px(6))
        column.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(sizes.px(176))

    def show_progress(self, placed: int, total: int) -> None:
        """Show that *placed* of *total* lie in a column."""
        self._part = placed / total if total else 0.0
        self.words.setText(_("{placed} of {total} placed", placed=placed, total=total))
        self.setAccessibleName(self.words.text())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar beneath the words."""
        look, radius = theme.current(), self._thick / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(0, self.height() - self._thick, self.width(), self._thick)
        painter.setBrush(look.colour(Role.LINE_SOFT))
        painter.drawRoundedRect(room, radius, radius)
        painter.setBrush(look.colour(Role.PRIMARY))
        room.setWidth(max(self._thick, room.width() * self._part) if self._part else 0)
        painter.drawRoundedRect(room, radius, radius)


class BoardHeader(QWidget):
    """A white strip over the board. At the desk it also switches boards, filters and offers more."""

    requested = Signal(object)
    #: The words to filter by have changed.
    filtered = Signal()
    #: Carry where on the screen a menu is wanted.
    boards_wanted = Signal(QPoint)
    more_wanted = Signal(QPoint)

    def __init__(self, sizes: Sizes, countdown: Countdown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: BoardId | None = None
        self._name = ""
        self._sizes = sizes
        self.occasion = Label(role=Role.INK_SOFT)
        self.occasion.setFont(sizes.font(Text.BODY if sizes.is_wall else Text.CAPTION, Weight.MEDIUM))
        # The question has room for its edge when it is edited; the words above it stand in line with it.
        self.occasion.setIndent(4)
        self.switch = Button("", ButtonKind.QUIET, "chevron-down")
        self.question = QuietEdit(_("The question of this board"), sizes.font(Text.PAGE, Weight.BOLD))
        self.question.setPlaceholderText(_("Write the question here"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Filter cards"))
        self.field.setAccessibleName(_("Filter cards"))
        self.field.setClearButtonEnabled(True)
        self.field.setFont(sizes.font(Text.BODY))
        self.progress = Progress(sizes)
        self.clock = ClockFace(countdown, sizes)
        self.more = icon_button("ellipsis", _("More for this board"))
        self._arrange()
        # Not before they belong to the header: what has no parent is shown as a window.
        for desk_only in (self.switch, self.more, self.field):
            desk_only.setVisible(not sizes.is_wall)
        self._connect()

    def _arrange(self) -> None:
        px = self._sizes.px
        line = QHBoxLayout()
        line.setSpacing(px(4))
        line.addWidget(self.occasion)
        line.addWidget(self.switch)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addLayout(line)
        words.addWidget(self.question)
        tools = QHBoxLayout()
        tools.setSpacing(px(18))
        tools.addWidget(self.field)
        tools.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self.clock)
        tools.addWidget(self.more)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(26), px(14), px(26), px(12))
        self._row.setSpacing(px(18))
        self._row.addLayout(words, 1)
        self._row.addLayout(tools)

    def _connect(self) -> None:
        self.question.committed.connect(self._ask)
        self.field.textChanged.connect(self._on_words)
        self.switch.clicked.connect(lambda: self.boards_wanted.emit(_below(self.switch)))
        self.more.clicked.connect(lambda: self.more_wanted.emit(_below(self.more)))

    def show_board(self, board: BoardRow, *, is_read_only: bool) -> None:
        """Show what the board is about and how far it has come."""
        self._board = board.id
        name = board.name
        self.occasion.setText(
            " · ".join(part for part in (board.occasion, name if self._sizes.is_wall else "") if part)
        )
        self.occasion.setVisible(bool(self.occasion.text()))
        self._name = name
        self.switch.setAccessibleName(_("Board: {name}", name=name))
        self.switch.setToolTip(_("Board: {name}", name=name))
        self.question.show_text(board.question)
        self.question.setReadOnly(is_read_only)
        self.progress.show_progress(board.placed, board.total)
        self._fit()

    def _fit(self) -> None:
        """Give the words what room there is.

        The field yields first, then long words are written smaller; what still does not fit beside them moves beneath.
        """
        px = self._sizes.px
        right = [part for part in (self.progress, self.clock, self.more) if not part.isHidden()]
        whole = self.width() - 2 * px(26)
        beside = sum(max(part.sizeHint().width(), part.minimumWidth()) + px(18) for part in right)
        least = 0 if self.field.isHidden() else px(_FIELD[0]) + px(18)
        is_stacked = whole - beside - least < self.question.least_width()
        room = whole if is_stacked else whole - beside
        if not self.field.isHidden():
            spare = whole - beside if is_stacked else room - self.question.full_width() - px(18)
            self.field.setFixedWidth(max(px(_FIELD[0]), min(px(_FIELD[1]), spare)))
            room -= 0 if is_stacked else self.field.width() + px(18)
        direction = QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
            self._row.setSpacing(px(8 if is_stacked else 18))
        self.question.fit(room)
        before = 0 if self.occasion.isHidden() else self.occasion.sizeHint().width()
        metrics = QFontMetrics(self.switch.font())
        self.switch.setText(
            metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(px(60), room - before - px(64)))
        )
        self.switch.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _ask(self, text: str) -> None:
        self.requested.emit(EditBoard(board=cast("BoardId", self._board), question=text))

    def _on_words(self, _text: str) -> None:
        self.filtered.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip and the line beneath it."""
        look, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), look.colour(Role.PAPER))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour(Role.LINE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the field for words shows everything again; on the wall the field goes away."""
        if event.key() == Qt.Key.Key_Escape and self.field.hasFocus():
            self.field.clear()
            self.field.setVisible(not self._sizes.is_wall)
            self.field.clearFocus()
        else:
            super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the question shrink before anything else is pushed out."""
        return QSize(self._sizes.px(420), super().minimumSizeHint().height())


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
