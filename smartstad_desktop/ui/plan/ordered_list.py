"""Rows that people put in order, and what can be done with them: the left side of most tabs of the plan."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.drag import Load
from smartstad_desktop.ui.kit.moving_list import MovingList
from smartstad_desktop.ui.kit.parts import Panel, Rule
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.plan.row_delegate import RowDelegate, RowFace

T = TypeVar("T")
_WIDTH = 320
_WIDEST = 390
_NARROWEST = 216
#: From so wide on the words of the button have room beside the arrows.
_ROOMY = 290


class OrderedList(MovingList[T]):
    """The list. Several rows can be moved at once; in a frozen plan none."""

    def __init__(
        self,
        name: str,
        face: Callable[[T], RowFace],
        key: Callable[[T], Hashable] = lambda row: getattr(row, "id"),  # noqa: B009  rows of any table have one
        parent: QWidget | None = None,
    ) -> None:
        def told(row: T) -> str:
            shown = face(row)
            return ". ".join(part for part in (shown.title, shown.note) if part)

        rows: RowsModel[T] = RowsModel([Column("", lambda row: face(row).title)], key=key, accessible=told)
        super().__init__(rows, name, parent)
        rows.setParent(self)
        self.delegate = RowDelegate(face, self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)

    def show_rows(self, rows: Sequence[T], *, is_open: bool) -> None:
        """Show *rows*; in a frozen plan they cannot be moved."""
        self.is_open = is_open
        self.rows.show(rows)
        self.viewport().update()

    @property
    def current(self) -> Any:
        """Return the key of the row that is looked at, or None."""
        index = self.currentIndex()
        return self.rows.keys[index.row()] if index.isValid() else None

    @override
    def resizeEvent(self, e: QResizeEvent, /) -> None:
        """Measure the rows anew: a scroll bar that comes takes room from their names."""
        super().resizeEvent(e)
        self.scheduleDelayedItemsLayout()

    @override
    def lifted(self, load: Load | None) -> None:
        """Fade what has left its place."""
        self.delegate.held = frozenset(load.value) if load else frozenset()  # pyright: ignore[reportArgumentType]  keys of rows
        self.viewport().update()


class OrderedPanel(Panel):
    """A list with its buttons; every one of them has a key or an entry in the menu as well."""

    add_asked = Signal()

    def __init__(self, rows: OrderedList[Any], add_text: str, over: QWidget) -> None:
        super().__init__()
        # Larger text is for reading; the list wraps, and leaves the room to the fields.
        self.setMinimumWidth(theme.current().space(_NARROWEST))
        self.setMaximumWidth(min(theme.current().space(_WIDTH), _WIDEST))
        self.column.setContentsMargins(10, 10, 10, 10)
        self.list = rows
        rows.hold_over(over)
        self._add_text = add_text
        self.add = Button(add_text, icon="plus")
        self.add.setAccessibleName(add_text)
        self.add.clicked.connect(self.add_asked)
        self.up = icon_button("arrow-up", _("Move up"))
        self.down = icon_button("arrow-down", _("Move down"))
        self.remove = icon_button("trash-2", _("Remove from the plan"))
        self.up.clicked.connect(lambda: rows.move_by(-1))
        self.down.clicked.connect(lambda: rows.move_by(1))
        self.remove.clicked.connect(rows.remove)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        for button in (self.up, self.down, self.remove):
            foot.addWidget(button)
        self.column.addWidget(rows, 1)
        self.column.addWidget(Rule())
        self.column.addLayout(foot)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the button for one more be a plus where there is little room."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= theme.current().space(_ROOMY)
        self.add.setText(self._add_text if is_roomy else "")
        self.add.setToolTip("" if is_roomy else self._add_text)

    def show_rows(self, rows: Sequence[Any], *, is_open: bool, chooses: bool = True) -> None:
        """Show *rows*; one is always chosen unless something else is shown beside the list."""
        self.list.show_rows(rows, is_open=is_open)
        if chooses and self.list.current is None:
            self.list.choose(None)
        for button in (self.add, self.up, self.down, self.remove):
            button.setVisible(is_open)
