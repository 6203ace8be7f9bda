"""Projects of other municipalities that are much like this one: where joint work may start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.project import Alike
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

#: From this likeness on (per cent) projects count as nearly the same thing.
_NEARLY_THE_SAME = 75


class AlikeButton(QAbstractButton):
    """One project: mark, name, likeness. Pressing it shows the project."""

    def __init__(self, alike: Alike, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._likeness = mark, f"{alike.likeness} %"
        self.setText(alike.title)
        self.setToolTip(alike.title.replace("<", "‹"))
        self.setAccessibleName(f"{mark.name}: {alike.title}, {self._likeness}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(120, theme.current().space(42))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_focused = self.hasFocus()
        painter.setPen(QPen(look.colour(Role.FOCUS if is_focused else Role.LINE), 2 if is_focused else 1))
        painter.setBrush(look.colour(Role.HOVER if self.underMouse() else Role.PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        size, pad = mark_size(look.scale, self._mark.letters), look.space(12)
        paint_mark(
            painter,
            QRectF(pad, (self.height() - size.height()) / 2, size.width(), size.height()),
            self._mark,
            look.scale,
        )
        strong = text_font(Type.BODY, Weight.SEMIBOLD, figures=True)
        right = QFontMetricsF(strong).horizontalAdvance(self._likeness)
        painter.setFont(strong)
        painter.setPen(look.colour(Role.PRIMARY))
        painter.drawText(
            QRectF(self.width() - pad - right, 0, right + 1, self.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self._likeness,
        )
        left = pad + size.width() + look.space(9)
        room = self.width() - pad - right - look.space(10) - left
        painter.setFont(text_font(Type.BODY))
        painter.setPen(look.colour(Role.INK))
        cut = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, cut)


class AlikeBox(QWidget):
    """The list, and one sentence when several municipalities do nearly the same thing."""

    #: Carries the id of a project the user wants to see.
    asked_for = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.current().space(7), 0, 0, 0)
        self.column.setSpacing(6)
        self._shown: list[QWidget] = []
        self.hide()

    def clear(self) -> None:
        """Show nothing."""
        for widget in self._shown:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        self.hide()

    def show_alike(self, found: Sequence[Alike], snapshot: Snapshot, own: int | None) -> None:
        """Show these projects."""
        self.clear()
        if not found:
            return
        self._add(Label(_("Similar projects in other municipalities"), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
        for alike in found:
            button = AlikeButton(alike, snapshot.marks[alike.municipality])
            button.clicked.connect(partial(self.asked_for.emit, alike.id))
            self._add(button)
        same = {alike.municipality for alike in found if alike.likeness >= _NEARLY_THE_SAME} | {own}
        if len(same) > 1:
            self._add(_advice(len(same)))
        self.show()

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self.column.addWidget(widget)


def _advice(count: int) -> QWidget:
    panel = Panel(fill=Role.PRIMARY_TINT, edge=None, radius=10)
    panel.column.setSpacing(2)
    fact = ngettext(
        "{count} municipality does almost the same thing.",
        "{count} municipalities do almost the same thing.",
        count,
    )
    panel.column.addWidget(Label(fact, Type.BODY, Weight.SEMIBOLD, Role.PRIMARY_DEEP, wraps=True))
    panel.column.addWidget(
        Label(_("Suggest a joint procurement or a testbed."), Type.BODY, role=Role.PRIMARY_DEEP, wraps=True)
    )
    return panel
