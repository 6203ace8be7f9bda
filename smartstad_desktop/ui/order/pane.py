"""What the panes beside the order have in common: a sheet that scrolls and is filled anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role


class Pane(ScrollSheet):
    """Words, marks and buttons under each other."""

    def clear(self) -> None:
        """Take everything away."""
        _clear(self.column)

    def heading(self, text: str) -> None:
        """Add a heading."""
        self.column.addWidget(Label(text, Type.STRONG, Weight.BOLD, wraps=True))

    def words(self, text: str, role: Role = Role.INK) -> None:
        """Add a paragraph."""
        self.column.addWidget(Label(text, Type.BODY, role=role, wraps=True))

    def entry(
        self, title: str, told: str, marks: tuple[Mark, ...] = (), act: Callable[[], object] | None = None
    ) -> None:
        """Add a title that can be pressed, with what is told about it beneath."""
        row = QHBoxLayout()
        if marks:
            shown = MarkLabel()
            shown.set_marks(list(marks))
            row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(Label(title, Type.BODY, Weight.SEMIBOLD, wraps=True))
        if told:
            text.addWidget(Label(told, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        row.addLayout(text, 1)
        if act is not None:
            go = Button("", ButtonKind.QUIET, "chevron-right")
            go.setAccessibleName(title)
            go.setToolTip(title)
            go.clicked.connect(lambda _on=False: act())
            row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _clear(inner)
