"""The stages of a routine side by side: which are passed, where the case is, and what comes; one of them is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.testbeds.case_way import Passing
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

#: So wide a stage must be for its name, at the normal text size.
_LEAST: Final = 124
_GAP: Final = 6


#: Ground and ink of a stage.
_LOOKS: Final = {
    Passing.PASSED: (Role.PRIMARY_TINT, Role.PRIMARY_DEEP),
    Passing.CURRENT: (Role.PRIMARY, Role.ON_PRIMARY),
    Passing.AHEAD: (Role.COLUMN, Role.INK_SOFT),
}


@dataclass(frozen=True, slots=True)
class StageFace:
    """What a stage shows: its number and name, a note such as “G1 yes”, and how it stands."""

    id: int
    number: int
    name: str
    note: str
    passing: Passing


class StageButton(QAbstractButton):
    """One stage; the one that is shown below has a mark under it."""

    def __init__(self, face: StageFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_face(face)

    def show_face(self, face: StageFace) -> None:
        """Show another state of the stage."""
        self.face = face
        self.setText(f"{face.number} {face.name}")
        parts = (self.text(), face.note, label(face.passing))
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(self.accessibleName())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return two lines and the air around them."""
        look = theme.current()
        return QSize(look.space(_LEAST), look.px(Type.CAPTION) * 2 + look.space(26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage in its state."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = _LOOKS[self.face.passing]
        room = QRectF(self.rect()).adjusted(1, 1, -1, -look.space(5))
        edge = Role.FOCUS if self.hasFocus() else (Role.PRIMARY if self.underMouse() else None)
        if edge is None and look.is_high_contrast:
            edge = Role.LINE
        painter.setPen(QPen(look.colour(edge), 2 if self.hasFocus() else 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(room, 8, 8)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.PRIMARY))
            side = look.space(28)
            painter.drawRoundedRect(QRectF(room.center().x() - side / 2, self.height() - 3, side, 3), 1.5, 1.5)
        self._paint_words(painter, room, ink)

    def _paint_words(self, painter: QPainter, room: QRectF, ink: Role) -> None:
        look = theme.current()
        pad, side = look.space(9), look.space(14)
        inside = room.adjusted(pad, 0, -pad, 0)
        is_passed = self.face.passing is Passing.PASSED
        line = look.px(Type.CAPTION) + look.space(4)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour(ink))
        name = text_font(Type.CAPTION, Weight.BOLD)
        painter.setFont(name)
        has_foot = bool(self.face.note) or is_passed
        shown = lines_of(self.text(), name, inside.width(), 1 if has_foot else 2)
        top = room.center().y() - line * (len(shown) + has_foot) / 2
        for text in shown:
            painter.drawText(QRectF(inside.x(), top, inside.width(), line), flags, text)
            top += line
        left = inside.x()
        if is_passed:
            picture = icons.pixmap("check", ink, side, self.devicePixelRatioF())
            painter.drawPixmap(round(left), round(top + (line - side) / 2), picture)
            left += side + look.space(5)
        painter.setFont(text_font(Type.CAPTION))
        painter.drawText(QRectF(left, top, inside.right() - left, line), flags, self.face.note)


class StageLine(QWidget):
    """All stages; in several rows where there is too little room for one."""

    #: Carries the id of the stage that is to be shown.
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Stages"))
        self._stages: list[StageButton] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().space(_GAP))

    def show_stages(self, faces: Sequence[StageFace], shown: int | None) -> None:
        """Show the stages of a case, with a mark under the one that is *shown*."""
        if [face.id for face in faces] != [stage.face.id for stage in self._stages]:
            self._make(faces)
        for stage, face in zip(self._stages, faces, strict=True):
            stage.show_face(face)
            stage.setChecked(face.id == shown)

    def stage(self, stage: int) -> StageButton:
        """Return the button of a stage."""
        return next(each for each in self._stages if each.face.id == stage)

    def _make(self, faces: Sequence[StageFace]) -> None:
        for stage in self._stages:
            self._grid.removeWidget(stage)
            stage.hide()
            stage.deleteLater()
        self._stages = [StageButton(face, self) for face in faces]
        for stage in self._stages:
            stage.clicked.connect(lambda _on=False, each=stage: self._choose(each))
            stage.show()
        self._columns = 0
        self._arrange()

    def _choose(self, chosen: StageButton) -> None:
        for stage in self._stages:
            stage.setChecked(stage is chosen)
        self.chosen.emit(chosen.face.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let left and right go along the line."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        held = next((number for number, stage in enumerate(self._stages) if stage.hasFocus()), None)
        if step and held is not None and 0 <= held + step < len(self._stages):
            self._stages[held + step].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into rows where the names would be cut."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = len(self._stages)
        if not count:
            return
        look = theme.current()
        fit = max(1, (self.width() + self._grid.spacing()) // (look.space(_LEAST) + self._grid.spacing()))
        # Rows of about the same length: a last row with one stage looks like something else.
        columns = ceil(count / ceil(count / fit))
        if columns == self._columns:
            return
        self._columns = columns
        for number in range(count):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for number, stage in enumerate(self._stages):
            self._grid.addWidget(stage, number // columns, number % columns)
