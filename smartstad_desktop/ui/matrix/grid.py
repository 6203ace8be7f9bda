"""Head, cells, results and scroll bar as one: the grid that all three uses share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget
from typing_extensions import override

from smartstad_desktop.domain.goals.goals import Scale
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight
from smartstad_desktop.ui.matrix.arranging import Arranged
from smartstad_desktop.ui.matrix.grid_view import GridView
from smartstad_desktop.ui.matrix.head_table import HeadTable
from smartstad_desktop.ui.matrix.model import GridModel, HeadModel
from smartstad_desktop.ui.matrix.results import ResultColumn, ResultHead, head_words
from smartstad_desktop.ui.matrix.sheet import Sheet, figure
from smartstad_desktop.ui.matrix.sizes import Sizes, sizes_for
from smartstad_desktop.ui.matrix.strip import Strip

_EDGE = 1
_INSET = 8
#: Lower than this, in points of the text, head and foot say less, so that more rows can be seen.
_LOW = 440


class MatrixGrid(Panel):
    """A grid with pinned names, weights and results."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.head_model = GridModel(), HeadModel()
        self.view = GridView(self.model)
        self.head = HeadTable(self.head_model)
        self.result_head, self.results = ResultHead(), ResultColumn(self.view)
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.hint = Label("", Type.CAPTION, Weight.SEMIBOLD, wraps=True, parent=self.head)
        self.sizes: Sizes | None = None
        self._strip: Strip | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.column.setContentsMargins(_EDGE, _INSET, _EDGE, _INSET)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parts = QGridLayout()
        parts.setSpacing(0)
        parts.addWidget(self.head, 0, 0)
        parts.addWidget(self.result_head, 0, 1)
        parts.addWidget(self.view, 1, 0)
        parts.addWidget(self.results, 1, 1)
        parts.addWidget(self.bar, 1, 2)
        parts.setColumnStretch(0, 1)
        parts.setRowStretch(1, 1)
        self.column.addLayout(parts, 1)
        self.setTabOrder(self.head, self.view)

    def put_beneath(self, strip: Strip) -> None:
        """Let *strip* stand beneath the grid; it is as short as the grid is low."""
        self._strip = strip
        self.column.addWidget(strip)

    def _connect(self) -> None:
        inner, across = self.view.verticalScrollBar(), self.view.horizontalScrollBar()
        inner.rangeChanged.connect(self._show_range)
        inner.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(inner.setValue)
        across.valueChanged.connect(self.head.horizontalScrollBar().setValue)
        self.head.horizontalScrollBar().valueChanged.connect(across.setValue)
        self.view.left_upwards.connect(self._go_up)
        self.head.left_downwards.connect(self._go_down)
        self.view.moved.connect(self._show_column)

    def _show_range(self, lowest: int, highest: int) -> None:
        inner = self.view.verticalScrollBar()
        self.bar.setPageStep(inner.pageStep())
        self.bar.setSingleStep(inner.singleStep())
        self.bar.setRange(lowest, highest)

    def show_sheet(self, sheet: Sheet, arranged: Arranged) -> None:
        """Show *sheet*; the cursor and what can be seen stay where they were, if they are still there."""
        cell, scrolled = self.view.current_cell(), self.view.verticalScrollBar().value()
        before = self.model.sheet
        column = before.columns[cell[1]] if before is not None and cell is not None else None
        self.model.show(sheet, arranged)
        self.head_model.show(sheet)
        self.view.setAccessibleName(_scale_name(sheet))
        self.hint.setText(hint_words(sheet))
        self.result_head.show_words(head_words(sheet.scale))
        self._fit()
        self.view.verticalScrollBar().setValue(scrolled)
        if cell is not None and column in sheet.columns:
            self.view.choose(cell[0], sheet.columns.index(column))

    def arrange(self, arranged: Arranged) -> None:
        """Show the same answers with other rows, or in another order."""
        if self.model.sheet is None:
            return
        cell = self.view.current_cell()
        self.model.show(self.model.sheet, arranged)
        self._fit()
        if cell is not None:
            self.view.choose(*cell)

    def update_cells(self, touched: set[tuple[int, int]]) -> None:
        """Paint some cells again, with what depends on them."""
        self.model.update(touched)
        self.head_model.update(place for _row, place in touched)

    def _go_up(self) -> None:
        if self.head_model.has_weights:
            self.head.choose_weight(self.view.currentIndex().column())

    def _go_down(self) -> None:
        place = max(0, self.head.currentIndex().column())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        rows = [row for row in self.model.arranged.ids if row > 0]
        if rows:
            self.view.choose(rows[0], place)

    def _show_column(self) -> None:
        index = self.view.currentIndex()
        self.head.names.choose(index.column() if index.isValid() else -1)

    # Sizes

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        sheet = self.model.sheet
        if sheet is None or not sheet.columns:
            return
        room = self.width() - 2 * _EDGE - self.bar.sizeHint().width() - 2
        is_low = self.height() < theme.current().space(_LOW)
        if self._strip is not None:
            self._strip.be_short(is_short=is_low)
        sizes = sizes_for(
            room,
            sheet.column_names,
            has_parents=any(sheet.parent_names),
            has_result=sheet.scale is Scale.CONTRIBUTION,
            is_low=is_low,
        )
        self.sizes = sizes
        self.results.setFixedWidth(sizes.result)
        self.result_head.setFixedWidth(sizes.result)
        self.result_head.stand_on(sizes.names + sizes.parents)
        self.head.show_sizes(sizes)
        self.view.show_sizes(sizes.cell, sizes.row, sizes.row_head)
        space = theme.current().space
        self.hint.setGeometry(space(12), space(4), sizes.row_head - space(20), sizes.names + sizes.parents - space(13))


def _scale_name(sheet: Sheet) -> str:
    match sheet.scale:
        case Scale.CONTRIBUTION:
            return _("How much projects contribute to goals")
        case Scale.IMPORTANCE:
            return _("How important goals are to municipalities")
        case Scale.COVERAGE:
            return _("How far services meet needs")


def hint_words(sheet: Sheet) -> str:
    """Return what the numbers are, and how they are written."""
    steps = tuple(sheet.steps)
    lowest, highest = figure(steps[0]), figure(steps[-1])
    match sheet.scale:
        case Scale.CONTRIBUTION:
            what = _("Contribution from {lowest} to {highest}", lowest=lowest, highest=highest)
        case Scale.IMPORTANCE:
            what = _("Importance from {lowest} to {highest}", lowest=lowest, highest=highest)
        case Scale.COVERAGE:
            what = _("How far the need is met, from {lowest} to {highest}", lowest=lowest, highest=highest)
    return what + "\n" + _("Write a number in the cell, arrow keys move")
