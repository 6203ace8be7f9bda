"""A chart on a sheet: its sentence, its bars, the table behind it, and a copy of it as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.bar_chart import BarChart, BarRow
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.notices import Notices
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role


@dataclass(frozen=True, slots=True)
class Figure:
    """What a card shows: the table is the chart in figures, with headings."""

    title: str
    sentence: str
    rows: tuple[BarRow, ...]
    legend: tuple[str, ...]
    headings: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]


class FigureCard(Panel):
    """One chart."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self.title = Label("", Type.STRONG, Weight.SEMIBOLD)
        self.sentence = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.chart = BarChart()
        self.table = QTableWidget()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        head.setFont(text_font(Type.CAPTION, Weight.SEMIBOLD))
        self._head_height = theme.current().space(72)
        head.setFixedHeight(self._head_height)
        self.table.hide()
        self.table_button = icon_button("table-2", _("Show the table"))
        self.table_button.setCheckable(True)
        self.copy_button = icon_button("image", _("Copy as a picture"))
        self.table_button.toggled.connect(self._turn)
        self.copy_button.clicked.connect(self.copy)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.table_button)
        top.addWidget(self.copy_button)
        self.column.addLayout(top)
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.chart)
        self.column.addWidget(self.table)
        self.column.addStretch(1)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        self.title.setText(figure.title)
        self.sentence.setText(figure.sentence)
        self.chart.show_rows(figure.rows, figure.legend, f"{figure.title}. {figure.sentence}")
        self.table.setAccessibleName(figure.title)
        self.table.setColumnCount(len(figure.headings))
        self.table.setHorizontalHeaderLabels(list(figure.headings))
        self.table.setRowCount(len(figure.table))
        for row, cells in enumerate(figure.table):
            self._fill_row(row, cells)
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(line * len(figure.table) + self._head_height + 4)

    def _fill_row(self, row: int, cells: Sequence[str]) -> None:
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)

    def _turn(self, is_table: bool) -> None:  # noqa: FBT001  Qt's signal carries it so
        self.table.setVisible(is_table)
        self.chart.setVisible(not is_table)
        name = _("Show the chart") if is_table else _("Show the table")
        self.table_button.setAccessibleName(name)
        self.table_button.setToolTip(name)

    def copy(self) -> None:
        """Put the sheet without its buttons on the clipboard."""
        for button in (self.table_button, self.copy_button):
            button.setVisible(False)
        picture = self.grab()
        for button in (self.table_button, self.copy_button):
            button.setVisible(True)
        QGuiApplication.clipboard().setPixmap(picture)
        self._notices.say(_("The picture of “{title}” is on the clipboard.", title=self.title.text()))
