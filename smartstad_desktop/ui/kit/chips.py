"""Filter chips: a word with a count that can be on or off, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import current as phrases
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role


@dataclass(frozen=True, slots=True)
class ChipFace:
    """What a chip shows: its key, its words, how many rows it stands for, and a dot or icon if it has one."""

    key: Hashable
    text: str
    count: int | None = None
    icon: str = ""
    dot: Role | None = None


class Chip(QAbstractButton):
    """One chip. Space and Enter switch it; ``toggled`` tells."""

    def __init__(self, face: ChipFace, parent: QWidget | None = None, *, checkable: bool = True) -> None:
        super().__init__(parent)
        self.face = face
        self.setCheckable(checkable)
        self.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_face(face)

    def show_face(self, face: ChipFace) -> None:
        """Show other words or another count; whether the chip is on stays."""
        self.face = face
        count = "" if face.count is None else f" {phrases().number(face.count)}"
        self.setText(face.text + count)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room for the words and the air around them."""
        look = theme.current()
        extra = look.space(20) if self.face.icon else (look.space(14) if self.face.dot else 0)
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + extra + look.space(24), look.space(28))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same room: a chip is never cut."""
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip in its state; one that is on has a strong edge too, not only a tint."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        fill = Role.PRIMARY_TINT if on else (Role.HOVER if self.underMouse() else Role.PAPER)
        painter.setPen(QPen(look.colour(Role.PRIMARY if on else Role.LINE), 1))
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(look.colour(Role.FOCUS), 2))
            painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), shape.height() / 2 - 1, shape.height() / 2 - 1)
        self._paint_words(painter, Role.PRIMARY_DEEP if on else Role.INK_SOFT)

    def _paint_words(self, painter: QPainter, role: Role) -> None:
        look = theme.current()
        left = look.space(12)
        if self.face.icon:
            side = look.space(15)
            picture = icons.pixmap(self.face.icon, role, side, self.devicePixelRatioF())
            painter.drawPixmap(left - 2, (self.height() - side) // 2, picture)
            left += look.space(20) - 2
        elif self.face.dot is not None:
            side = look.space(8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(self.face.dot))
            painter.drawEllipse(QRectF(left, (self.height() - side) / 2, side, side))
            left += look.space(14)
        painter.setPen(look.colour(role))
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )


class MenuChip(Chip):
    """A chip that opens a menu; it looks on while its menu leaves something out."""

    def __init__(self, face: ChipFace, parent: QWidget | None = None) -> None:
        super().__init__(face, parent)
        self.menu = QMenu(self)
        self.is_on = False
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.setChecked(self.is_on)
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def show_state(self, face: ChipFace, *, is_on: bool) -> None:
        """Show other words."""
        self.is_on = is_on
        self.show_face(face)
        self.setChecked(is_on)

    def offer(self, choices: Iterable[tuple[Hashable, str]], chosen: Iterable[Hashable]) -> dict[QAction, Hashable]:
        """Fill the menu with choices that can be ticked; return what each action stands for."""
        ticked = set(chosen)
        self.menu.clear()
        made: dict[QAction, Hashable] = {}
        for key, text in choices:
            action = self.menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in ticked)
            made[action] = key
        return made


class ChipRow(QWidget):
    """Chips in a row that breaks where it must. ``picked`` carries the set of keys that are on."""

    #: Carries a ``frozenset`` of the keys that are on.
    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, single: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._single = single
        self._chips: dict[Hashable, Chip] = {}
        self._flow = FlowLayout(self, gap=8)
        # Not fixed: the height of one line would hide the next one.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_faces(self, faces: Sequence[ChipFace]) -> None:
        """Show these chips in this order; those that were on and still exist stay on."""
        if [face.key for face in faces] != list(self._chips):
            self._rebuild(faces)
        for face in faces:
            self._chips[face.key].show_face(face)

    def _rebuild(self, faces: Sequence[ChipFace]) -> None:
        on = self.keys()
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for face in faces:
            chip = self._chips[face.key] = Chip(face, self)
            chip.setChecked(face.key in on)
            chip.clicked.connect(lambda _on=False, key=face.key: self._clicked(key))
            self._flow.addWidget(chip)

    def keys(self) -> frozenset[Hashable]:
        """Return the keys that are on."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def set_keys(self, keys: frozenset[Hashable]) -> None:
        """Switch exactly *keys* on, without telling."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def chip(self, key: Hashable) -> Chip:
        """Return the chip of *key*."""
        return self._chips[key]

    def _clicked(self, key: Hashable) -> None:
        if self._single:
            for other, chip in self._chips.items():
                chip.setChecked(chip.isChecked() and other == key)
        self.picked.emit(self.keys())


class FlowLayout(QLayout):
    """Things in a row that goes on in the next line where there is no more room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._things: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        """Take one more thing."""
        self._things.append(item)

    @override
    def count(self) -> int:
        """Return how many things there are."""
        return len(self._things)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]  Qt asks past the end and wants nothing back
        """Return one thing, or nothing past the end."""
        return self._things[index] if 0 <= index < len(self._things) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]  Qt asks past the end and wants nothing back
        """Give one thing away."""
        return self._things.pop(index) if 0 <= index < len(self._things) else None

    @override
    def hasHeightForWidth(self) -> bool:
        """Say that fewer columns need more lines."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """Return the height of all lines at *width*."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        hints = [item.sizeHint() for item in self._things]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        """Return the room of the widest thing."""
        hints = [item.minimumSize() for item in self._things]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def _arrange(self, room: QRect, *, move: bool) -> int:
        left, top, line = room.x(), room.y(), 0
        for item in self._things:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if left > room.x() and left + hint.width() > room.right() + 1:
                left, top, line = room.x(), top + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), hint))
            left += hint.width() + self._gap
            line = max(line, hint.height())
        return top + line - room.y()
