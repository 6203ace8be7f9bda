"""How a node of the chain looks: its name in as many lines as it needs, its connections, and how it hangs together."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from smartstad_desktop.domain.goals.chain import NodeRef
from smartstad_desktop.reads.goals.chain import ChainRow
from smartstad_desktop.text.phrases import current, ngettext
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.kit.theme import Role

_GAP: Final = 6
_PAD: Final = 10


class Standing(Enum):
    """How a node stands to the one that is chosen."""

    ALONE = auto()
    CHOSEN = auto()
    ABOVE = auto()
    BELOW = auto()
    APART = auto()


def _laid_out(text: str, width: float, *, is_strong: bool) -> QTextLayout:
    """Return *text* broken at *width*; a word that is longer than a line is broken too."""
    layout = QTextLayout(text, text_font(Type.BODY, Weight.SEMIBOLD if is_strong else Weight.REGULAR))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def counted(row: ChainRow) -> str:
    """Return the number of connections, and of goals and projects, in one line."""
    return " · ".join((ngettext("{count} link", "{count} links", row.links), *_tied(row)))


def _tied(row: ChainRow) -> list[str]:
    parts: list[str] = []
    if row.goals:
        parts.append(ngettext("{count} goal", "{count} goals", len(row.goals)))
    if row.projects:
        parts.append(ngettext("{count} project", "{count} projects", len(row.projects)))
    return parts


class NodeDelegate(QStyledItemDelegate):
    """Paints the cards of a column."""

    standings: dict[NodeRef, Standing]
    #: The node a held one would be linked to.
    target: NodeRef | None = None

    def __init__(self, parent: QStyledItemDelegate | None = None) -> None:
        super().__init__(parent)
        self.standings = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height the name needs in the width of the column."""
        row = index.data(ROW_ROLE)
        look = theme.current()
        width = option.rect.width()  # type: ignore[attr-defined]  Qt's stubs leave out the fields of the option
        name = row.name.in_language(current().language) if isinstance(row, ChainRow) else ""
        room = max(60, width - 2 * look.space(_PAD) - look.space(6))
        high = _laid_out(name, room, is_strong=True).boundingRect().height()
        return QSize(width, round(high) + look.space(2 * _PAD + 20 + _GAP))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ChainRow):
            return
        look = theme.current()
        room = QRect(option.rect)  # type: ignore[attr-defined]  Qt's stubs leave out the fields of the option
        state = option.state  # type: ignore[attr-defined]  Qt's stubs leave out the fields of the option
        standing = self.standings.get(row.ref, Standing.ALONE)
        card = QRectF(room).adjusted(1, 1, -look.space(6), -look.space(_GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, card, standing, is_target=row.ref == self.target)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour(Role.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(3, 3, -3, -3), 6, 6)
        self._paint_words(painter, card, row, standing)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRectF, standing: Standing, *, is_target: bool) -> None:
        look = theme.current()
        hangs_together = standing in {Standing.ABOVE, Standing.BELOW}
        fill = {Standing.CHOSEN: Role.PRIMARY, Standing.APART: Role.GROUND}.get(standing, Role.PAPER)
        if hangs_together:
            fill = Role.PRIMARY_TINT
        edge = Role.PRIMARY if hangs_together or is_target else Role.LINE
        painter.setPen(QPen(look.colour(edge), 3 if is_target else 1.5 if hangs_together else 1))
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(card, 8, 8)

    def _paint_words(self, painter: QPainter, card: QRectF, row: ChainRow, standing: Standing) -> None:
        look = theme.current()
        pad, foot = look.space(_PAD), look.space(20)
        is_chosen, is_apart = standing is Standing.CHOSEN, standing is Standing.APART
        ink = Role.ON_PRIMARY if is_chosen else Role.INK_FAINT if is_apart else Role.INK
        painter.setPen(look.colour(ink))
        name = _laid_out(row.name.in_language(current().language), card.width() - 2 * pad, is_strong=not is_apart)
        name.draw(painter, card.topLeft() + QPointF(pad, pad))
        soft = Role.ON_PRIMARY if is_chosen else Role.INK_FAINT if is_apart else Role.INK_SOFT
        side = look.space(13)
        sign = {Standing.ABOVE: "arrow-left", Standing.BELOW: "arrow-right"}.get(standing, "link")
        low = card.bottom() - pad / 2 - foot
        painter.drawPixmap(round(card.left() + pad), round(low + (foot - side) / 2), icons.pixmap(sign, soft, side))
        painter.setFont(text_font(Type.CAPTION))
        painter.setPen(look.colour(soft))
        words = QRectF(card.left() + pad + side + 5, low, card.width() - 2 * pad - side - 5, foot)
        text = " · ".join((current().number(row.links), *_tied(row)))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, round(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
