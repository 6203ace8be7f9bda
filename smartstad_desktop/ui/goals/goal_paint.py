"""How a goal looks in the tree: its depth, its kind, its name, and beneath it what belongs to it or is missing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from smartstad_desktop.domain.goals.goals import GoalKind
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals.goals import GoalRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role

#: How far each level stands in, in pixels at normal text size.
INDENT: Final = 26
_LEFT: Final = 10
_KIND_ICONS: Final = {GoalKind.GOAL: "target", GoalKind.IMPACT: "goal", GoalKind.DELIVERABLE: "package"}


def described(row: GoalRow) -> str:
    """Return what belongs to a goal, in one line."""
    parts = [row.level.in_language(current().language)] if row.level and row.kind is GoalKind.GOAL else []
    if row.kind is not GoalKind.GOAL:
        parts.append(label(row.kind))
    parts.append(ngettext("{count} project", "{count} projects", row.serving))
    if row.against:
        parts.append(ngettext("{count} against", "{count} against", row.against))
    if row.functions:
        parts.append(ngettext("{count} function", "{count} functions", row.functions))
    if row.indicators:
        parts.append(ngettext("{count} indicator", "{count} indicators", row.indicators))
    return " · ".join(parts)


def told(row: GoalRow) -> str:
    """Return what a screen reader says about a goal."""
    gaps = [label(gap) for gap in row.gaps]
    name = f"{row.key} {row.name.in_language(current().language)}"
    return ". ".join((name, _("Level {depth}", depth=row.depth), described(row), *gaps))


def left_of(depth: int) -> int:
    """Return where the content of a line at *depth* begins."""
    return theme.current().space(_LEFT + INDENT * (depth - 1))


class GoalDelegate(QStyledItemDelegate):
    """Paints the lines of the tree; ``folded`` are goals whose insides are hidden, ``held`` are in the hand."""

    folded: frozenset[GoalId] = frozenset()
    held: frozenset[GoalId] = frozenset()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a name and the line beneath."""
        return QSize(100, theme.current().space(56))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one goal."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, GoalRow):
            return
        room = QRect(option.rect)  # type: ignore[attr-defined]  Qt's stubs leave out the fields of the option
        state = option.state  # type: ignore[attr-defined]  Qt's stubs leave out the fields of the option
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.id in self.held:
            painter.setOpacity(0.4)
        self._paint_sheet(painter, room, state)
        left = self._paint_signs(painter, room, row)
        self._paint_words(painter, QRect(left, room.y(), room.right() - left, room.height()), row)
        painter.restore()

    def _paint_sheet(self, painter: QPainter, room: QRect, state: QStyle.StateFlag) -> None:
        look = theme.current()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, look.colour(Role.PRIMARY_TINT if chosen else Role.HOVER))
        if chosen:
            painter.fillRect(QRect(room.x(), room.y(), 3, room.height()), look.colour(Role.PRIMARY))
        painter.fillRect(QRect(room.x(), room.bottom(), room.width(), 1), look.colour(Role.LINE_SOFT))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour(Role.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(room).adjusted(2, 2, -2, -3), 5, 5)

    def _paint_signs(self, painter: QPainter, room: QRect, row: GoalRow) -> int:
        look = theme.current()
        side = look.space(16)
        left = room.x() + left_of(row.depth)
        middle = room.center().y() - side // 2
        if row.below:
            arrow = "chevron-right" if row.id in self.folded else "chevron-down"
            painter.drawPixmap(left, middle, icons.pixmap(arrow, Role.INK_SOFT, side))
        left += look.space(22)
        painter.drawPixmap(left, middle, icons.pixmap(_KIND_ICONS[row.kind], Role.PRIMARY, side))
        return left + look.space(26)

    def _paint_words(self, painter: QPainter, room: QRect, row: GoalRow) -> None:
        look = theme.current()
        side = look.space(18)
        right = room.right() - look.space(12)
        if row.gaps:
            right -= side
            painter.drawPixmap(
                right, room.center().y() - side // 2, icons.pixmap("triangle-alert", Role.ATTENTION, side)
            )
            right -= look.space(8)
        key_font = text_font(Type.CAPTION, figures=True)
        name_font = text_font(Type.BODY, Weight.SEMIBOLD)
        half = room.height() // 2
        top = QRect(room.x(), room.y() + look.space(5), right - room.x(), half - look.space(4))
        key_width = QFontMetrics(key_font).horizontalAdvance(row.key) + look.space(8)
        painter.setFont(key_font)
        painter.setPen(look.colour(Role.INK_FAINT))
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, row.key)
        painter.setFont(name_font)
        painter.setPen(look.colour(Role.INK))
        _elided(painter, top.adjusted(key_width, 0, 0, 0), row.name.in_language(current().language))
        below = QRect(room.x(), room.y() + half, top.width(), half - look.space(6))
        painter.setFont(text_font(Type.CAPTION))
        painter.setPen(look.colour(Role.ATTENTION if row.gaps else Role.INK_SOFT))
        gaps = ", ".join(label(gap) for gap in row.gaps)
        _elided(painter, below, gaps or described(row))


def _elided(painter: QPainter, room: QRect, text: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
