"""How ballots look: cells as small boxes, the marks of who answers over them, items with their numbers beside."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_model import CELL_ROLE, BallotModel, Cell, State, state_word

_LINES: Final = 2
_INK: Final = {State.EMPTY: Role.INK_FAINT, State.OWN: Role.INK_FAINT, State.HIDDEN: Role.INK, State.GIVEN: Role.INK}


class BallotBoxes(QStyledItemDelegate):
    """One box per cell; what is just being typed stands in the current one."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        #: What is being typed in the current cell; None when nothing is.
        self.pending: str | None = None
        #: What was typed cannot be understood, or a rule refuses it.
        self.is_refused = False

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one box."""
        look = theme.current()
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        room: QRect = getattr(option, "rect")  # noqa: B009  see above
        cell: Cell = index.data(CELL_ROLE)
        is_current = self._view.currentIndex() == index
        text = self.pending if is_current and self.pending is not None else cell.text
        box = QRectF(room).adjusted(look.space(5), look.space(4), -look.space(5), -look.space(4))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.state is not State.OWN:
            painter.setPen(QPen(look.colour(Role.LINE), 1))
            painter.setBrush(look.colour(Role.GROUND if cell.state is State.EMPTY else Role.PAPER))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if is_current:
            edge = Role.BAD if self.is_refused else Role.ATTENTION if self._view.hasFocus() else Role.LINE_CONTROL
            painter.setPen(QPen(look.colour(edge), 3))
            painter.setBrush(look.colour(Role.PAPER))
            painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 6, 6)
        painter.setFont(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
        painter.setPen(look.colour(_INK[cell.state] if text == cell.text else Role.INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class CasterHeads(QHeaderView):
    """The marks of who answers, and under each how far they have come: never what they answered."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint who answers in one column."""
        model = self.model()
        caster = model.caster(logicalIndex) if isinstance(model, BallotModel) else None
        if caster is None:
            return
        look = theme.current()
        painter.save()
        painter.fillRect(rect, look.colour(Role.PAPER))
        size = mark_size(look.scale)
        place = QRectF(rect.center().x() - size.width() / 2, rect.top() + look.space(4), size.width(), size.height())
        if caster.mark is not None:
            paint_mark(painter, place, Mark(caster.mark.letters, caster.mark.colour, caster.mark.name), look.scale)
        else:
            painter.setFont(text_font(Type.BODY, Weight.BOLD, figures=True))
            painter.setPen(look.colour(Role.INK))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(caster.whose.number or "·"))
        made = text_font(Type.CAPTION, Weight.SEMIBOLD)
        painter.setFont(made)
        painter.setPen(look.colour(Role.GOOD if caster.is_done else Role.INK_SOFT))
        room = rect.adjusted(1, look.space(28), -1, 0)
        word = QFontMetrics(made).elidedText(state_word(caster), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, word)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour(Role.LINE_SOFT))
        painter.restore()


class ItemHeads(QHeaderView):
    """Numbers and titles at the left; a long title takes two lines."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one title with the line beneath it."""
        look = theme.current()
        painter.save()
        painter.fillRect(rect, look.colour(Role.PAPER))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.colour(Role.LINE_SOFT))
        made = text_font(Type.BODY, Weight.SEMIBOLD)
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Vertical) or "")
        room = rect.adjusted(look.space(5), 0, -look.space(8), 0)
        if QFontMetrics(made).horizontalAdvance(title) > room.width():
            # A long title takes two smaller lines: the number is what one looks for.
            made = text_font(Type.CAPTION, Weight.SEMIBOLD)
        painter.setFont(made)
        painter.setPen(look.colour(Role.INK))
        height = QFontMetrics(made).height()
        lines = lines_of(title, made, room.width(), _LINES if rect.height() >= _LINES * height else 1)
        top = room.center().y() - height * len(lines) // 2 + 1
        for number, line in enumerate(lines):
            place = QRect(room.x(), top + number * height, room.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()
