"""The timeline as a picture that can be worked in: an axis, a line for each part and entry, a bar to scroll time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScrollBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.time_words import when_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import paint_chosen
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.programme.timeline.axis import Axis
from smartstad_desktop.ui.programme.timeline.hand import Grip, Hand, nudged
from smartstad_desktop.ui.programme.timeline.lines import Key, TimelineLine
from smartstad_desktop.ui.programme.timeline.paint import name_lines, paint_grid, paint_name, paint_time
from smartstad_desktop.ui.programme.timeline.scale import ENTRY_LINE, NAME_LINE, PART_LINE, View, Zoom, bar_of

_GRIPS: Final = {
    Qt.KeyboardModifier.AltModifier: Grip.ALL,
    Qt.KeyboardModifier.ShiftModifier: Grip.END,
    Qt.KeyboardModifier.ControlModifier: Grip.START,
}
_ZOOMS: Final = tuple(Zoom)


class _Lines(QStyledItemDelegate):
    """Paints each line over the marks of time."""

    def __init__(self, picture: TimelinePicture) -> None:
        super().__init__(picture)
        self._picture = picture

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: TimelineLine = index.data(ROW_ROLE)
        more = (len(name_lines(line, self._picture.shown)) - 1) * NAME_LINE
        return QSize(10, theme.current().space((PART_LINE if line.is_part else ENTRY_LINE) + more))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        room = QRectF(getattr(option, "rect"))  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        line: TimelineLine = self._picture.as_previewed(index.data(ROW_ROLE))
        look, view = theme.current(), self._picture.shown
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_part:
            painter.fillRect(room, look.colour(Role.GROUND))
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            paint_chosen(painter, room.adjusted(2, 1, -2, -1))
        paint_grid(painter, view, room, self._picture.today)
        paint_name(painter, line, view, room)
        paint_time(painter, line, view, room, is_chosen=is_chosen)
        painter.restore()


class _List(QListView):
    """The lines; keys move what is chosen in time."""

    def __init__(self, picture: TimelinePicture) -> None:
        super().__init__(picture)
        self._picture = picture

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the picture look at the keys first."""
        if not self._picture.press(event):
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, e: QWheelEvent, /) -> None:
        """Zoom with Ctrl, scroll time with Shift, else scroll the lines."""
        turn = e.angleDelta().y() or e.angleDelta().x()
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._picture.zoom_by(1 if turn > 0 else -1)
        elif e.modifiers() & Qt.KeyboardModifier.ShiftModifier or e.angleDelta().x():
            self._picture.scroll_by(-turn)
        else:
            super().wheelEvent(e)


class TimelinePicture(QWidget):
    """Shows lines; asks for other days."""

    #: Carries a ``TimelineLine`` and its new first and last day.
    moved = Signal(object, object, object)
    chosen = Signal()
    opened = Signal()
    deleting = Signal()
    #: Carries the place for a menu, in global coordinates.
    menu_wanted = Signal(QPoint)
    #: Another zoom is shown.
    zoomed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = date.min
        self.shown = View(date.min, date.min, 400.0)
        self._preview: TimelineLine | None = None
        columns = [Column[TimelineLine](_("Name"), lambda line: line.name)]
        self.rows = RowsModel[TimelineLine](columns, key=lambda line: line.key, accessible=lambda line: line.spoken)
        self.axis = Axis()
        self.view = _List(self)
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.hand = Hand(self.view, self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.view.setModel(self.rows)
        self.view.setItemDelegate(_Lines(self))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setAccessibleName(_("Timeline"))
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The scroll bar keeps its room, or the picture would shift when it comes.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar.setAccessibleName(_("Scroll in time"))
        self._keeper = SelectionKeeper(self.view, self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.axis)
        column.addWidget(self.view, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.bar.valueChanged.connect(self._scrolled)
        self.hand.moved.connect(self.moved)
        self.hand.pointed.connect(self.choose)
        self.view.selectionModel().selectionChanged.connect(self._tell)
        self.view.doubleClicked.connect(self.opened)
        self.view.customContextMenuRequested.connect(self._ask_for_menu)

    def _tell(self, *_selection: object) -> None:
        self.chosen.emit()

    def _ask_for_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(at))

    # What the tab gives and asks

    def show_lines(self, lines: Sequence[TimelineLine], span: tuple[date, date], today: date) -> None:
        """Show *lines* in the time of *span*."""
        is_first = not self.rows.rows
        self.today = today
        self._set_view(replace(self.shown, first=span[0], last=span[1]))
        self.rows.show(lines)
        if is_first and self.shown.zoom is not Zoom.WHOLE:
            self.show_today()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show so much of the time; what was in the middle stays there, or today at the first time."""
        view = self.shown
        middle = view.scale.day_at(view.names + view.room / 2)
        if view.zoom is Zoom.WHOLE and view.first <= self.today <= view.last:
            middle = self.today
        self._set_view(replace(view, zoom=zoom, offset=0.0))
        self._centre(middle)
        self.zoomed.emit(zoom)

    def zoom_by(self, step: int) -> None:
        """Show less of the time, or more."""
        place = max(0, min(len(_ZOOMS) - 1, _ZOOMS.index(self.shown.zoom) + step))
        if _ZOOMS[place] is not self.shown.zoom:
            self.set_zoom(_ZOOMS[place])

    def scroll_by(self, distance: float) -> None:
        """Scroll in time."""
        self.bar.setValue(round(self.bar.value() + distance))

    def show_today(self) -> None:
        """Scroll so that today is in the middle."""
        self._centre(self.today)

    def chosen_lines(self) -> list[TimelineLine]:
        """Return the lines that are chosen, from the top; what stands for no part is none."""
        numbers = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
        return [line for line in (self.rows.rows[number] for number in numbers) if line.key[1] > 0]

    def choose(self, key: Key) -> None:
        """Choose a line."""
        index = self.rows.index_of(key)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    # What the hand and the delegate ask

    def line_at(self, at: QPointF) -> tuple[TimelineLine, QRectF] | None:
        """Return the line whose bar or sign lies at *at*, and where it lies."""
        index = self.view.indexAt(at.toPoint())
        line = self.rows.row_at(index)
        if line is None or at.x() < self.shown.names:
            return None
        bar = bar_of(line, self.shown, QRectF(self.view.visualRect(index)))
        return (line, bar) if bar is not None and bar.adjusted(-4, -4, 4, 4).contains(at) else None

    def preview(self, line: TimelineLine | None, start: date | None = None, end: date | None = None) -> None:
        """Show *line* with other days; None shows all as they are."""
        when = when_words(start, end)
        self._preview = None if line is None else replace(line, starts_on=start, ends_on=end, when=when, words=when)
        self.view.viewport().update()

    def as_previewed(self, line: TimelineLine) -> TimelineLine:
        """Return *line* with the days it would get where it is held."""
        return self._preview if self._preview is not None and self._preview.key == line.key else line

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return whether it asked for something here."""
        grip = _GRIPS.get(event.modifiers())
        lines = self.chosen_lines()
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and grip is not None and lines:
            days = self.shown.nudge * (1 if event.key() == Qt.Key.Key_Right else -1)
            for line in lines:
                if line.can_move and not self.hand.is_locked:
                    self.moved.emit(line, *nudged(line, grip, days))
            return True
        return self._press_plain(event, lines)

    def _press_plain(self, event: QKeyEvent, lines: list[TimelineLine]) -> bool:
        match event.key():
            case Qt.Key.Key_Escape if self.hand.held is not None:
                self.hand.let_go()
            case Qt.Key.Key_Escape if lines:
                self.view.clearSelection()
            case Qt.Key.Key_Plus | Qt.Key.Key_Minus:
                self.zoom_by(1 if event.key() == Qt.Key.Key_Plus else -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if not event.modifiers():
                self.scroll_by(self.shown.room / 4 * (1 if event.key() == Qt.Key.Key_Right else -1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if lines:
                self.opened.emit()
            case Qt.Key.Key_Delete if lines:
                self.deleting.emit()
            case Qt.Key.Key_M if lines and not event.modifiers():
                self.hand.take_up(lines[0])
            case _:
                return False
        return True

    # Inside

    def _centre(self, day: date) -> None:
        self.bar.setValue(round((day - self.shown.first).days * self.shown.per_day - self.shown.room / 2))

    def _scrolled(self, value: int) -> None:
        self.shown = self.shown.scrolled(value)
        self.axis.show_view(self.shown, self.today)
        self.view.viewport().update()

    def _set_view(self, view: View) -> None:
        self.shown = view.scrolled(view.offset)
        self.bar.setRange(0, round(self.shown.hidden))
        self.bar.setPageStep(round(self.shown.room))
        self.bar.setSingleStep(round(self.shown.room / 10))
        self.bar.setVisible(self.shown.hidden > 0)
        self._scrolled(round(self.shown.offset))
        self.view.doItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the time the room there is."""
        super().resizeEvent(event)
        bar = self.view.verticalScrollBar().sizeHint().width()
        self._set_view(replace(self.shown, width=float(self.width() - bar)))
