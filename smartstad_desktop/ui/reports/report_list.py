"""The reports beneath each other: name, period, and when each is or was to be given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from smartstad_desktop.domain.follow_up.reports import ReportState
from smartstad_desktop.reads.follow_up.reports import ReportRow
from smartstad_desktop.text.follow_up.reports import when_given
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.time_words import span_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role

_AIR: Final = 12
_LINES: Final = 2


class _Painter(QStyledItemDelegate):
    """Paints one report; the last line says in words and colour how it stands."""

    today = date.min

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: ReportRow = index.data(ROW_ROLE)
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QAbstractItemView) else theme.current().space(280)
        high = sum(metrics.lineSpacing() * len(lines) for lines, metrics, _font, _role in self._parts(row, wide))
        return QSize(theme.current().space(180), high + theme.current().space(2 * _AIR))

    def _parts(self, row: ReportRow, wide: int) -> list[tuple[list[str], QFontMetrics, tuple[Type, Weight], Role]]:
        room = wide - theme.current().space(2 * _AIR)
        told = when_given(row.given_on, row.due_on, self.today)
        if row.state is not ReportState.GIVEN and row.written:
            told = f"{label(row.state)} · {told}"
        found: list[tuple[list[str], QFontMetrics, tuple[Type, Weight], Role]] = []
        for text, look, role in (
            (row.title, (Type.BODY, Weight.SEMIBOLD), Role.INK),
            (span_words(row.period_from, row.period_to), (Type.CAPTION, Weight.REGULAR), Role.INK_SOFT),
            (told, (Type.CAPTION, Weight.SEMIBOLD), _role(row, self.today)),
        ):
            if text:
                font = text_font(*look)
                found.append((lines_of(text, font, room, _LINES), QFontMetrics(font), look, role))
        return found

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.current()
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        place: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, look.colour(Role.PRIMARY_TINT))
            painter.fillRect(place.x(), place.y(), 3, place.height(), look.colour(Role.FOCUS))
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, look.colour(Role.LINE_SOFT))
        left, top = place.x() + look.space(_AIR), place.y() + look.space(_AIR)
        for lines, metrics, font, role in self._parts(index.data(ROW_ROLE), place.width()):
            painter.setFont(text_font(*font))
            painter.setPen(look.colour(role))
            for line in lines:
                painter.drawText(left, top + metrics.ascent(), line)
                top += metrics.lineSpacing()
        painter.restore()


class ReportList(QListView):
    """The list: a click or the arrows choose, Enter writes, Delete deletes."""

    chosen = Signal()
    opened = Signal()
    deleting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel[ReportRow](
            [Column(_("Report"), lambda row: row.title)], key=lambda row: row.id, accessible=self._spoken, parent=self
        )
        self._painter = _Painter(self)
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_("Reports"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self.opened)

    def show_reports(self, rows: Sequence[ReportRow], today: date) -> None:
        """Show *rows*; the one that was chosen stays chosen, else the first that is not given is."""
        self._painter.today = today
        kept = self.current
        self.rows.show(rows)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
        if not any(kept is not None and row.id == kept.id for row in rows):
            first = next((row for row in rows if row.state is not ReportState.GIVEN), rows[0] if rows else None)
            if first is not None:
                self.choose(first.id)

    @property
    def current(self) -> ReportRow | None:
        """Return the report that is chosen."""
        return self.rows.row_at(self.currentIndex())

    def choose(self, report: int) -> None:
        """Choose a report."""
        index = self.rows.index_of(report)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _tell(self, *_indexes: object) -> None:
        self.chosen.emit()

    def _spoken(self, row: ReportRow) -> str:
        told = when_given(row.given_on, row.due_on, self._painter.today)
        period = span_words(row.period_from, row.period_to)
        return ", ".join(part for part in (row.title, label(row.state), period, told) if part)

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Break the words of the new width at once."""
        super().resizeEvent(e)
        self.doItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write and delete by key."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleting.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _role(row: ReportRow, today: date) -> Role:
    if row.state is ReportState.GIVEN:
        return Role.GOOD
    return Role.BAD if row.is_late(today) else Role.INK_SOFT
