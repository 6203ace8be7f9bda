"""The agenda as a list: its times follow from its lengths; the part that is on is marked, what is past is faint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import AgendaItemId
from smartstad_desktop.domain.workshop.meeting import AgendaKind
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.moving_list import MovingList
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.sentences import hour, length

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import AgendaRow, SessionSheet

_LINES: Final = 3
_CLOCK: Final = 56


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A part of the agenda with when it begins, and what its round is called."""

    part: AgendaRow
    at: datetime
    round: str = ""
    is_past: bool = False

    @property
    def told(self) -> str:
        """Return the line as a screen reader says it."""
        said = [hour(self.at), self.part.title, length(self.part.minutes)]
        if self.part.is_on:
            said.append(_("on now"))
        elif self.is_past:
            said.append(_("past"))
        return ", ".join(part for part in (*said, self.round) if part)


def agenda_lines(session: SessionSheet, now: datetime) -> list[AgendaLine]:
    """Return the parts of an agenda with when they begin; a part says which rounds are voted there."""
    slots = session.timetable(now).slots
    return [
        AgendaLine(
            part,
            slot.at,
            ", ".join(label(row.method) for row in session.rounds if row.agenda_item == part.id),
            is_past=slot.is_past,
        )
        for part, slot in zip(session.agenda, slots, strict=True)
    ]


class _Lines(QStyledItemDelegate):
    """Time and title; in the preparation also the length and the round."""

    def __init__(self, view: QListView, *, is_full: bool) -> None:
        super().__init__(view)
        self._view, self._is_full = view, is_full

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        space = theme.current().space
        line = index.data(ROW_ROLE)
        if not isinstance(line, AgendaLine):
            return QSize(120, space(36))
        font = _title_font(line)
        height = len(lines_of(line.part.title, font, self._room(), _LINES)) * QFontMetrics(font).height()
        if self._is_full and line.round:
            height += QFontMetrics(text_font(Type.CAPTION)).height() + space(2)
        return QSize(120, height + space(18 if self._is_full else 16))

    def _room(self) -> int:
        space = theme.current().space
        taken = _CLOCK + 18 + (74 if self._is_full else 0)
        return max(60, self._view.viewport().width() - space(taken))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(ROW_ROLE)
        if not isinstance(line, AgendaLine):
            return
        look = theme.current()
        space = look.space
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        place: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(place), line, state)
        top = place.y() + space(8)
        clock, title = text_font(Type.BODY, figures=True), _title_font(line)
        role = Role.INK_SOFT if line.is_past else Role.INK
        painter.setFont(clock if not line.part.is_on else text_font(Type.BODY, Weight.BOLD, figures=True))
        painter.setPen(look.colour(role))
        painter.drawText(place.x() + space(10), top + painter.fontMetrics().ascent(), hour(line.at))
        left = place.x() + space(10 + _CLOCK)
        painter.setFont(title)
        for words in lines_of(line.part.title, title, self._room(), _LINES):
            painter.drawText(left, top + painter.fontMetrics().ascent(), words)
            top += painter.fontMetrics().height()
        if self._is_full:
            self._paint_more(painter, place, line, QRect(left, top, self._room(), 0))
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRectF, line: AgendaLine, state: QStyle.StateFlag) -> None:
        look = theme.current()
        is_chosen = bool(state & QStyle.StateFlag.State_Selected) and (self._is_full or self._view.hasFocus())
        if not (line.part.is_on or is_chosen):
            return
        painter.setPen(QPen(look.colour(Role.PRIMARY), 1) if is_chosen else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.PRIMARY_TINT) if line.part.is_on or self._is_full else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(0.5, 1.5, -0.5, -1.5), 8, 8)

    def _paint_more(self, painter: QPainter, place: QRect, line: AgendaLine, below: QRect) -> None:
        look = theme.current()
        painter.setFont(text_font(Type.CAPTION, figures=True))
        painter.setPen(look.colour(Role.INK_SOFT))
        right = place.adjusted(0, look.space(8), -look.space(10), 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, length(line.part.minutes))
        if line.round:
            painter.setFont(text_font(Type.CAPTION))
            words = painter.fontMetrics().elidedText(line.round, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below.x(), below.y() + look.space(2) + painter.fontMetrics().ascent(), words)


class AgendaList(MovingList[AgendaLine]):
    """The list. At the console it only leads to its parts; in the preparation they are edited and moved."""

    #: Enter, F2 or a double click; carries an ``AgendaItemId``.
    opened = Signal(object)
    #: The lines may break elsewhere than before.
    reflowed = Signal()

    def __init__(self, *, is_full: bool, parent: QWidget | None = None) -> None:
        rows: RowsModel[AgendaLine] = RowsModel(
            [Column("", lambda line: line.part.title)],
            key=lambda line: line.part.id,
            accessible=lambda line: line.told,
        )
        super().__init__(rows, _("Agenda"), parent)
        self.setItemDelegate(_Lines(self, is_full=is_full))
        self.setWordWrap(True)
        self._is_full = is_full
        self.is_open = is_full
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show the agenda."""
        if list(lines) == list(self.rows.rows):
            return
        self.rows.show(lines)
        # Which part is on decides how a line breaks, and so how high it is.
        self.scheduleDelayedItemsLayout()

    @property
    def current(self) -> AgendaLine | None:
        """Return the chosen part."""
        return self.rows.row_at(self.currentIndex())

    def height_of_all(self) -> int:
        """Return the height of all lines."""
        return sum(self.sizeHintForRow(number) for number in range(self.rows.rowCount())) + 4

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that lines may break elsewhere: a scroll bar beside the list is enough."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.reflowed.emit()

    def _open(self, _index: object = None) -> None:
        line = self.current
        if line is not None:
            self.opened.emit(line.part.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def menu(self) -> QMenu:
        """Return the menu of the chosen part."""
        if not self._is_full:
            menu = QMenu(self)
            self.offer(menu, "chevron-right", _("Go to this part"), self._open, is_possible=True)
            return menu
        menu = super().menu()
        menu.addSeparator()
        menu.addAction(icons.icon("pencil"), _("Change…")).triggered.connect(self._open)
        menu.addAction(icons.icon("trash-2"), _("Remove")).triggered.connect(self.remove)
        return menu


def _title_font(line: AgendaLine) -> QFont:
    if line.part.is_on:
        return text_font(Type.BODY, Weight.BOLD)
    made = text_font(Type.BODY, Weight.MEDIUM if not line.is_past else Weight.REGULAR)
    made.setItalic(line.part.kind is AgendaKind.BREAK and not line.is_past)
    return made


def key_of(keys: Sequence[object]) -> AgendaItemId:
    """Return the first of the keys a list of parts hands on."""
    return cast("AgendaItemId", keys[0])
