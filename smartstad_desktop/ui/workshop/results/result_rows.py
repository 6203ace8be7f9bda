"""The result as a list: first what is agreed, then the few to talk about, then all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.domain.workshop.results import Result
from smartstad_desktop.domain.workshop.rounds import Moved
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.parts import Type, Weight, paint_chosen, text_font
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE, Column, RowsModel
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.results import result_words as words
from smartstad_desktop.ui.workshop.results.result_facts import Facts

_ARROWS: Final = {Moved.UP: "arrow-up", Moved.DOWN: "arrow-down", Moved.STAYED: "equal", Moved.CAME: "plus"}
_HEAD, _ROW = 40, 56


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """A line of the list: an item in one of the parts, or the heading of a part."""

    part: str
    item: int = 0
    title: str = ""
    place: str = ""
    told: str = ""
    agreement: str = ""
    moved: Moved | None = None
    moved_words: str = ""

    @property
    def is_heading(self) -> bool:
        """Return whether this is the heading of a part."""
        return not self.item

    @property
    def spoken(self) -> str:
        """Return the line as it is read aloud."""
        place = _("place {place}", place=self.place) if self.place else ""
        return ", ".join(part for part in (self.title, place, self.told, self.agreement, self.moved_words) if part)


def rows_of(facts: Facts) -> list[ResultRow]:
    """Return the list of a round, parts that hold nothing left out."""
    parts = (
        ("agreed", _("Agreed"), facts.agreed),
        ("talk", _("Talk about these"), facts.to_talk_about),
        ("all", _("All"), facts.tally.results),
    )
    found: list[ResultRow] = []
    for key, title, results in parts:
        if results:
            found.append(ResultRow(part=key, title=title))
            found.extend(_row(facts, key, result) for result in results)
    return found


def _row(facts: Facts, part: str, result: Result) -> ResultRow:
    item, told = facts.items[result.item], facts.agreement_of(result)
    moved = facts.moved.get(result.item)
    return ResultRow(
        part=part,
        item=result.item,
        title=f"{item.number} {item.title}",
        place="" if result.place is None else str(result.place),
        told=words.value_words(facts, result),
        agreement="" if told is None else current().percent(told),
        moved=None if moved is None else moved.moved,
        moved_words=words.moved_words(facts, result),
    )


class ResultDelegate(QStyledItemDelegate):
    """Place, title and value; at the right how far the group agrees and where it moved."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a heading or a line."""
        row: ResultRow = index.data(ROW_ROLE)
        return QSize(100, theme.current().space(_HEAD if row.is_heading else _ROW))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        row: ResultRow = index.data(ROW_ROLE)
        # The stubs do not know the fields that Qt's C++ struct has; the names are Qt's.
        room: QRect = getattr(option, "rect")  # noqa: B009  see above
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009  see above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            _paint_heading(painter, room, row.title)
        else:
            if state & QStyle.StateFlag.State_Selected:
                paint_chosen(painter, QRectF(room).adjusted(0, 1, 0, -1))
            _paint_row(painter, room, row)
        painter.restore()


def _paint_heading(painter: QPainter, room: QRect, title: str) -> None:
    painter.setFont(text_font(Type.STRONG, Weight.BOLD))
    painter.setPen(theme.current().colour(Role.INK))
    place = room.adjusted(theme.current().space(8), 0, 0, -theme.current().space(5))
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, title)


def _paint_row(painter: QPainter, room: QRect, row: ResultRow) -> None:
    look = theme.current()
    space = look.space
    painter.setFont(text_font(Type.TITLE, Weight.BOLD, figures=True))
    painter.setPen(look.colour(Role.PRIMARY))
    painter.drawText(room.adjusted(space(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.place or "–")
    right = room.right() - space(10)
    if row.agreement:
        painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD, figures=True))
        painter.setPen(look.colour(Role.ATTENTION if row.part == "talk" else Role.INK_SOFT))
        place = QRect(right - space(52), room.y(), space(52), room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.agreement)
        right -= space(58)
    if row.moved is not None and row.moved in _ARROWS:
        side = space(16)
        role = Role.GOOD if row.moved is Moved.UP else Role.ATTENTION if row.moved is Moved.DOWN else Role.INK_FAINT
        picture = icons.pixmap(_ARROWS[row.moved], role, side, painter.device().devicePixelRatio())
        painter.drawPixmap(right - side, room.center().y() - side // 2, picture)
        right -= space(24)
    left = room.x() + space(46)
    for text, kind, weight, role, top in (
        (row.title, Type.BODY, Weight.SEMIBOLD, Role.INK, 8),
        (row.told, Type.CAPTION, Weight.REGULAR, Role.INK_SOFT, 30),
    ):
        made = text_font(kind, weight)
        painter.setFont(made)
        painter.setPen(look.colour(role))
        line = QFontMetrics(made).elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        place = QRect(left, room.y() + space(top), right - left, space(20))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)


class ResultList(QListView):
    """The list; the arrows step from item to item, over the headings."""

    #: Carries the number of an item.
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel[ResultRow](
            [Column("", lambda row: row.title)],
            key=lambda row: (row.part, row.item),
            accessible=lambda row: row.spoken,
            parent=self,
        )
        self.setModel(self.rows)
        self.setItemDelegate(ResultDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The result"))

    def show_facts(self, facts: Facts) -> None:
        """Show a result; what was chosen stays chosen, at first it is the first thing to talk about."""
        before = self.rows.row_at(self.currentIndex())
        self.rows.show(rows_of(facts))
        keys = [("talk", facts.to_talk_about[0].item)] if facts.to_talk_about else []
        if before is not None:
            keys.insert(0, (before.part, before.item))
        keys += [key for key in self.rows.keys if isinstance(key, tuple) and key[1]][:1]  # pyright: ignore[reportUnknownArgumentType]  keys are made in rows_of
        index = next((found for key in keys if (found := self.rows.index_of(key)).isValid()), QModelIndex())
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def choose(self, item: int) -> None:
        """Choose an item, where it stands among all."""
        index = self.rows.index_of(("all", item))
        current_row = self.rows.row_at(self.currentIndex())
        if index.isValid() and (current_row is None or current_row.item != item):
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over headings."""
        index = super().moveCursor(cursorAction, modifiers)
        row = self.rows.row_at(index)
        if row is None or not row.is_heading:
            return index
        step = -1 if cursorAction is QAbstractItemView.CursorAction.MoveUp else 1
        beside = self.rows.index(index.row() + step, 0) if index.row() + step >= 0 else QModelIndex()
        return beside if beside.isValid() else self.currentIndex()

    @override
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]  the stubs name a persistent index too
        """Tell what is chosen."""
        super().currentChanged(current, previous)
        row = self.rows.row_at(current)
        if row is not None and not row.is_heading:
            self.chosen.emit(row.item)
