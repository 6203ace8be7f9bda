"""The criteria in their order: chosen by click or key, moved by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.domain.order.weighed import Criterion
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.moving_list import MovingList
from smartstad_desktop.ui.kit.parts import Type, Weight, paint_chosen, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.order_cells import paint_badge
from smartstad_desktop.ui.order.sentences import name_of

_ROW: Final = 52


class _Lines(QStyledItemDelegate):
    """Number, name, and whether high is good."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        space = theme.current().space
        return QSize(space(180), space(_ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Criterion):
            return
        look = theme.current()
        space = look.space
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        place: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, QRectF(place))
        badge = space(20)
        paint_badge(painter, QRectF(place.x() + space(10), place.y() + space(8), badge, badge), index.row())
        room = place.adjusted(space(40), space(7), -space(8), 0)
        for text, font, role in (
            (name_of(row), text_font(Type.BODY, Weight.SEMIBOLD), Role.INK),
            (label(row.direction), text_font(Type.CAPTION), Role.INK_SOFT),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(role))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)
            room.translate(0, painter.fontMetrics().height() + 2)
        painter.restore()


class CriteriaList(MovingList[Criterion]):
    """The list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        rows: RowsModel[Criterion] = RowsModel([Column("", name_of)], key=lambda row: row.id, accessible=_told)
        super().__init__(rows, _("Criteria in order"), parent)
        self.setItemDelegate(_Lines(self))

    @property
    def current(self) -> Criterion | None:
        """Return the chosen criterion."""
        return self.rows.row_at(self.currentIndex())

    @override
    def menu(self) -> QMenu:
        """Return the menu of the chosen criterion."""
        menu = super().menu()
        self.offer(menu, "trash-2", _("Remove the criterion…"), self.remove)
        return menu


def _told(row: Criterion) -> str:
    return f"{name_of(row)}. {label(row.direction)}"
