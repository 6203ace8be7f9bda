"""How the headings of a list were understood."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from smartstad_desktop.domain.lists import ColumnFound, ReadList, ReadSheet
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing.faces import title_of
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

#: Below this a heading was guessed from its likeness or from the values below it.
_SURE = 0.9


class ColumnsDialog(Dialog):
    """Per sheet: the heading in the list, its letter, and the field it becomes. It is only read."""

    def __init__(self, read: ReadList, parent: QWidget | None = None) -> None:
        super().__init__(_("Columns of {name}", name=read.name), "", parent)
        self.cancel_button.setText(_("Close"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for sheet in read.sheets:
            column.addWidget(Label(sheet.name, Type.STRONG, Weight.SEMIBOLD))
            column.addLayout(_grid(sheet))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        area.setMinimumSize(theme.current().space(560), theme.current().space(380))
        self.body.addWidget(area)


def _grid(sheet: ReadSheet) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setColumnStretch(2, 1)
    for row, column in enumerate(sheet.columns):
        grid.addWidget(Label(column.letter, Type.BODY, role=Role.INK_FAINT), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(column.heading, wraps=True), row, 1)
        grid.addWidget(Label(_becomes(column), weight=Weight.SEMIBOLD, wraps=True), row, 2)
    for row, heading in enumerate(sheet.unmapped, start=len(sheet.columns)):
        grid.addWidget(Label(heading, wraps=True), row, 1)
        grid.addWidget(Label(_("kept as a field of its own"), role=Role.INK_SOFT), row, 2)
    return grid


def _becomes(column: ColumnFound) -> str:
    name = title_of(column.key)
    if column.confidence >= _SURE:
        return name
    others = ", ".join(title_of(key) for key in column.others)
    return (
        _("{field}, probably (or {others})", field=name, others=others)
        if others
        else _("{field}, probably", field=name)
    )
