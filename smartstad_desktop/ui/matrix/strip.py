"""Beneath the grid: what the numbers mean (and are written by, with the mouse), the current cell, its comment."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.chips import FlowLayout
from smartstad_desktop.ui.kit.comment_field import CommentField
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.matrix.sheet import Sheet, figure
from smartstad_desktop.ui.matrix.tiles import fill_of, ink_on

#: Qt's own: as wide as there is room.
_NO_LIMIT: Final = 16_777_215
_GAP: Final = 4


class StepButton(QAbstractButton):
    """One step of the scale: its tile and its name. Pressing it writes the number into the chosen cells."""

    def __init__(self, step: int | None, name: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.is_short = False
        self.setText(name)
        self.setToolTip("".join(meaning.split("<")))
        self.setAccessibleName(f"{figure(step)} {name}".strip())
        self.setAccessibleDescription(meaning)
        self.setFont(text_font(Type.CAPTION))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Keys stay in the grid: there a number is written by typing it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the room for the tile and the name."""
        look = theme.current()
        if self.is_short:
            return QSize(look.space(32), look.space(28))
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(look.space(26 + 7 + 12) + words, look.space(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile and the name."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown() or self.hasFocus():
            painter.setPen(QPen(look.colour(Role.FOCUS), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        tile = QRectF(look.space(3), look.space(3), look.space(26), self.height() - look.space(6))
        edge = look.is_high_contrast or self.step is None
        painter.setPen(QPen(look.colour(Role.LINE_CONTROL), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.PAPER) if self.step is None else fill_of(self.step))
        painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True))
        if self.step is not None:
            painter.setPen(ink_on(self.step))
            painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, figure(self.step))
        if self.is_short:
            return
        painter.setFont(self.font())
        painter.setPen(look.colour(Role.INK))
        room = self.rect().adjusted(look.space(26 + 3 + 7), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class _OneLine(Label):
    """One line that ends in … where there is no more room."""

    def __init__(self) -> None:
        super().__init__("", Type.CAPTION, role=Role.INK_SOFT)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show *words*, all of them in the tip and to a screen reader."""
        self._whole = words
        self.setToolTip("".join(words.split("<")))
        self.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()


class Strip(QWidget):
    """The scale, the current cell in words, and its comment."""

    #: A step was pressed; carries it, or None to empty the cells.
    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = QWidget()
        self._flow = FlowLayout(self.steps, gap=_GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.steps.setSizePolicy(policy)
        self.buttons: dict[int | None, StepButton] = {}
        self.where = _OneLine()
        self.comment = CommentField()
        self._shown: dict[int, tuple[str, str]] = {}
        self._is_short = False
        lower = QHBoxLayout()
        lower.setSpacing(theme.current().space(12))
        lower.addWidget(self.where, 3)
        lower.addWidget(self.comment, 2)
        column = self._rows = QVBoxLayout(self)
        column.setContentsMargins(theme.current().space(12), 4, theme.current().space(12), 0)
        column.setSpacing(4)
        column.addWidget(self.steps)
        column.addLayout(lower)

    def be_short(self, *, is_short: bool) -> None:
        """Show all in one line, the steps by their tiles alone, whose names are in the tips; or in two, with names."""
        if is_short == self._is_short:
            return
        self._is_short = is_short
        direction = QBoxLayout.Direction.LeftToRight if is_short else QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(direction)
        self._rows.setSpacing(theme.current().space(12) if is_short else 4)
        self._shorten()

    def _shorten(self) -> None:
        for button in self.buttons.values():
            button.is_short = self._is_short
            button.updateGeometry()
            button.update()
        widths = sum(button.sizeHint().width() + _GAP for button in self.buttons.values())
        self.steps.setMinimumWidth(widths if self._is_short else 0)
        self.steps.setMaximumWidth(widths if self._is_short else _NO_LIMIT)

    def show_steps(self, sheet: Sheet) -> None:
        """Show the steps of a scale."""
        if sheet.steps == self._shown:
            return
        self._shown = sheet.steps
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        faces: list[tuple[int | None, str, str]] = [(step, *words) for step, words in sheet.steps.items()]
        faces.append((None, _("not answered"), _("Empty the cell (Delete). Not answered is something else than 0.")))
        for step, name, meaning in faces:
            button = self.buttons[step] = StepButton(step, name, meaning, self.steps)
            button.clicked.connect(partial(self._press, step))
            self._flow.addWidget(button)
        self._shorten()

    def _press(self, step: int | None, *_state: object) -> None:
        self.pressed.emit(step)

    def show_cell(self, sheet: Sheet, cell: tuple[int, int] | None, note: str = "") -> None:
        """Say what the cursor is on; *note* is said instead when there is one."""
        if cell is None:
            self.where.say(note or _("Choose a cell, then type a number."))
            self.comment.show_comment("", can_write=False)
            return
        row, place = cell
        answer = sheet.answers[row][place]
        meaning = "" if answer is None else f" {sheet.steps[answer][1]}"
        value = _("not answered") if answer is None else f"{figure(answer)} {sheet.steps[answer][0]}."
        self.where.say(note or f"{sheet.rows[row].name} · {sheet.column_names[place]}: {value}{meaning}")
        if not self.comment.hasFocus():
            self.comment.show_comment(sheet.comments.get(cell, ""), can_write=answer is not None)

    def write_comment(self) -> None:
        """Go to the comment."""
        if self.comment.isEnabled():
            self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.comment.selectAll()
