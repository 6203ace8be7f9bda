"""How the parts of a page lie: beneath its header, side by side, and what stands where there is nothing yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import EmptyState

#: The first part takes what is left of any width.
_ALL = 10_000


def side_by_side(main: QWidget, side: QWidget, width: int) -> QSplitter:
    """Return *main*, which takes what is left, and *side*, *width* wide until somebody moves the edge between them."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(main)
    splitter.addWidget(side)
    splitter.setStretchFactor(0, 1)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    splitter.setSizes([_ALL, width])
    return splitter


def beneath_header(page: QWidget, body: QWidget, *head: QWidget) -> None:
    """Lay out *page*: *head* with air around it, and *body* over the whole width beneath."""
    space = theme.current().space
    above = QVBoxLayout()
    above.setContentsMargins(space(26), space(14), space(26), space(12))
    for part in head:
        above.addWidget(part)
    column = fill(page)
    column.addLayout(above)
    column.addWidget(body, 1)


def fill(page: QWidget, *parts: QWidget) -> QVBoxLayout:
    """Lay *parts* beneath each other to the edges of *page*, and return the layout for more."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return column


def offer(empty: EmptyState, text: str, action: Callable[[], object] | SignalInstance) -> Button:
    """Put the button for the first useful action into *empty*, and return it."""
    button = Button(text, ButtonKind.PRIMARY, "plus")
    button.clicked.connect(action)
    empty.tools.addWidget(button)
    return button
