"""The order as a table: place, project, a bar of its points by criterion, its value, and how firmly it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)
from typing_extensions import override

from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.parts import Type, Weight, text_font
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.order_cells import BAR, FIRM, PLACE, PROJECT, VALUE, OrderCells
from smartstad_desktop.ui.order.order_hand import OrderHand
from smartstad_desktop.ui.order.outlook import Line, Outlook

#: So wide the table must be for all columns, and for the bars beside the names.
_ROOM_FOR_ALL: Final = 690
_ROOM_FOR_BARS: Final = 520


class OrderTable(QTableView):
    """Lines of the order; one is chosen."""

    #: Carries the id of the chosen project.
    chosen = Signal(int)
    #: The user wants to give the chosen project another place.
    placing = Signal()
    #: A project was put elsewhere by hand; carries the place it is to have.
    put = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[int, Mark] = {}
        self._reached: int | None = None
        self._landing: int | None = None
        self.placed = 0
        self.rows = RowsModel[Line](
            self._columns(), key=lambda line: line.row.project.id, accessible=spoken, parent=self
        )
        self.setModel(self.rows)
        self.setItemDelegate(OrderCells(self, self))
        self._arrange()
        self._keeper = SelectionKeeper(self, self.rows)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self.placing)

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(_("Place"), lambda line: "" if line.place is None else str(line.place), is_number=True),
            Column(_("Project"), lambda line: line.row.project.title),
            Column(_("Points by criterion"), lambda _line: ""),
            Column(_("Value"), _value_text, is_number=True),
            Column(_("Keeps to places"), lambda _line: ""),
        ]

    def _arrange(self) -> None:
        space = theme.current().space
        self.setAccessibleName(_("The order"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(space(48))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(space(38))
        for column, width in ((PLACE, 58), (PROJECT, 240), (BAR, 205), (VALUE, 122), (FIRM, 150)):
            self.setColumnWidth(column, space(width))
        for column in (PROJECT, BAR):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_lines(self, lines: Sequence[Line], outlook: Outlook) -> None:
        """Show the order; the rows that stay keep what is chosen."""
        self._marks = {judge.id: Mark(judge.mark, judge.colour, judge.name) for judge in outlook.facts.municipalities}
        self.placed = sum(1 for line in lines if line.place is not None)
        self._reached = sum(1 for line in lines if line.is_afforded) if outlook.budget is not None else None
        self.rows.show(lines)
        if lines and not self.selectionModel().hasSelection():
            self.selectRow(0)
        self.viewport().update()

    def mark_of(self, line: Line) -> Mark | None:
        """Return the mark of the municipality that leads a project."""
        towns = line.row.project.municipalities
        return self._marks.get(towns[0]) if towns else None

    def hold_over(self, over: QWidget) -> None:
        """Let projects be lifted; what is held lies over *over*."""
        self.hand = OrderHand(self, self, over)

    def show_landing(self, row: int | None) -> None:
        """Draw a line above *row*, where a held project would land."""
        self._landing = row
        self.viewport().update()

    def ask(self, project: int, place: int) -> None:
        """Ask to put a project at *place*."""
        self.choose(project)
        self.put.emit(place)

    def _step(self, step: int) -> None:
        number = self.currentIndex().row()
        if 0 <= number < self.placed and 0 <= number + step < self.placed:
            self.put.emit(number + 1 + step)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show how the chosen project gets another place."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the chosen project."""
        menu = QMenu(self)
        menu.addAction(icons.icon("hand"), _("Give it another place…")).triggered.connect(self.placing)
        menu.addAction(icons.icon("move"), _("Move: then click the place")).triggered.connect(self.hand.carry)
        return menu

    def project(self) -> int | None:
        """Return the chosen project."""
        rows = self.selectionModel().selectedRows()
        return self.rows.rows[rows[0].row()].row.project.id if rows else None

    def choose(self, project: int) -> None:
        """Choose a project."""
        index = self.rows.index_of(project)
        if index.isValid():
            self.selectRow(index.row())
            self.scrollTo(index)

    def _tell(self, *_selection: object) -> None:
        project = self.project()
        if project is not None:
            self.chosen.emit(project)

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Leave the bars out where there is no room for them beside the names, and first the places kept to."""
        super().resizeEvent(e)
        width, space = self.viewport().width(), theme.current().space
        self.setColumnHidden(FIRM, width < space(_ROOM_FOR_ALL))
        is_narrow = width < space(_ROOM_FOR_BARS)
        self.setColumnHidden(BAR, is_narrow)
        self.setColumnWidth(VALUE, space(92 if is_narrow else 122))
        self.verticalHeader().setDefaultSectionSize(space(64 if is_narrow else 48))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and F2 ask for another place, and Alt with an arrow for the one above or beneath."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.placing.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        """Paint the lines, and where the common budget ends."""
        super().paintEvent(e)
        if self._landing is not None:
            self._paint_landing(self._landing)
        if self._reached is not None and self.rows.rowCount():
            self._paint_budget(self._reached)

    def _paint_landing(self, row: int) -> None:
        above = max(0, row - 1)
        y = self.rowViewportPosition(above) + (self.rowHeight(above) if row else 0)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour(Role.PRIMARY), 3))
        painter.drawLine(8, max(2, y), self.viewport().width() - 8, max(2, y))

    def _paint_budget(self, reached: int) -> None:
        look = theme.current()
        under = min(reached, self.rows.rowCount())
        top = (
            self.rowViewportPosition(under)
            if under < self.rows.rowCount()
            else (self.rowViewportPosition(under - 1) + self.rowHeight(under - 1))
        )
        painter = QPainter(self.viewport())
        painter.setPen(QPen(look.colour(Role.ATTENTION), 2, Qt.PenStyle.DashLine))
        painter.drawLine(0, top, self.viewport().width(), top)
        painter.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
        words = _("The budget reaches here")
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(words) + 16, metrics.height() + 4
        left = min(self.columnViewportPosition(BAR), self.viewport().width() - width - 8)
        sign = QRectF(left, top - height / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.ATTENTION_TINT))
        painter.drawRoundedRect(sign, height / 2, height / 2)
        painter.setPen(look.colour(Role.ATTENTION))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, words)


def _value_text(line: Line) -> str:
    return "" if line.row.value is None else current().number(line.row.value, 1)


def spoken(line: Line) -> str:
    """Return what a screen reader says of a line."""
    if line.place is None:
        return _("{title}, nothing answered yet", title=line.row.project.title)
    said = _(
        "place {place}, {title}, value {value}", place=line.place, title=line.row.project.title, value=_value_text(line)
    )
    if line.standing is not None and line.standing.best != line.standing.worst:
        said += ", " + _("keeps to places {best} to {worst}", best=line.standing.best, worst=line.standing.worst)
    return said
