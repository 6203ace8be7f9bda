"""The tree of goals as a list: chosen by click or key, moved by drag, Alt and arrows, menu, or click and click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget
from typing_extensions import override

from smartstad_desktop.domain.goals.goal_tree import Line, Nudge, Spot, nudged
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals.goals import GoalRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.goals.goal_hand import GoalHand
from smartstad_desktop.ui.goals.goal_paint import GoalDelegate, left_of, told
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel, SelectionKeeper
from smartstad_desktop.ui.kit.theme import Role

_NUDGES = {
    Qt.Key.Key_Up: Nudge.UP,
    Qt.Key.Key_Down: Nudge.DOWN,
    Qt.Key.Key_Right: Nudge.IN,
    Qt.Key.Key_Left: Nudge.OUT,
}
_NUDGE_ICONS = {
    Nudge.UP: "arrow-up",
    Nudge.DOWN: "arrow-down",
    Nudge.IN: "indent-increase",
    Nudge.OUT: "indent-decrease",
}


class GoalList(QListView):
    """The lines of the tree. It changes nothing itself: it asks."""

    #: Carries the goal that is shown in the form, or None.
    chosen = Signal(object)
    #: Carries the goals and the ``Spot`` they shall go to.
    move_asked = Signal(object, object)
    #: Carries the ``Spot`` of a new goal.
    add_asked = Signal(object)
    copy_asked = Signal(object)
    removal_asked = Signal(object)
    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: RowsModel[GoalRow] = RowsModel(
            [Column("", lambda row: row.name.in_language(current().language))], key=lambda row: row.id, accessible=told
        )
        self.delegate = GoalDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Goals"))
        self._all: Sequence[GoalRow] = ()
        self._place: tuple[int, int] | None = None
        self._keeper = SelectionKeeper(self, self.rows)
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.current))

    def hold_over(self, page: QWidget) -> None:
        """Let goals be dragged; the ghost lies over *page*."""
        hand = GoalHand(
            self,
            rows=self.rows,
            delegate=self.delegate,
            selected=lambda: self.selected,
            show_landing=self.show_landing,
            ask=self.move_asked.emit,
        )
        self.dragging = Dragging(page, hand)
        self.dragging.watch(self)

    # Showing

    def show_goals(self, rows: Sequence[GoalRow]) -> None:
        """Show *rows*, without those inside folded goals."""
        self._all = rows
        hidden: set[GoalId] = set(self.delegate.folded)
        shown: list[GoalRow] = []
        for row in rows:
            if row.parent in hidden:
                hidden.add(row.id)
            else:
                shown.append(row)
        self.rows.show(shown)
        self.viewport().update()

    @property
    def current(self) -> GoalId | None:
        """Return the goal the form shows."""
        row = self.rows.row_at(self.currentIndex())
        return row.id if row else None

    @property
    def selected(self) -> tuple[GoalId, ...]:
        """Return the chosen goals from the top down."""
        return cast("tuple[GoalId, ...]", self.rows.keys_at(self.selectionModel().selectedIndexes()))

    def choose(self, goal: GoalId | None) -> None:
        """Choose a goal, as if it had been clicked; what hides it is unfolded."""
        parents = {row.id: row.parent for row in self._all}
        around = goal
        while around is not None and (around := parents.get(around)) is not None:
            self.fold(around, is_folded=False)
        index = self.rows.index_of(goal) if goal is not None else self.rows.index(0, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def fold(self, goal: GoalId, *, is_folded: bool) -> None:
        """Hide or show what lies beneath *goal*."""
        changed = self.delegate.folded | {goal} if is_folded else self.delegate.folded - {goal}
        if changed != self.delegate.folded:
            self.delegate.folded = changed
            self.show_goals(self._all)

    # Asking

    def nudge(self, step: Nudge) -> None:
        """Ask to move the current goal one step."""
        spot = self._spot_after(step)
        if self.current is not None and spot is not None:
            self.move_asked.emit((self.current,), spot)

    def add_beside(self) -> None:
        """Ask for a new goal right behind the current one, or at the end."""
        row = self.rows.row_at(self.currentIndex())
        self.add_asked.emit(Spot(row.parent if row else None, self._next_sibling(row) if row else None))

    def add_beneath(self) -> None:
        """Ask for a new goal beneath the current one."""
        if self.current is not None:
            self.add_asked.emit(Spot(self.current))

    def carry(self) -> None:
        """Take the chosen goals up; the next click puts them down."""
        place = self.visualRect(self.currentIndex())
        pointer = QCursor.pos()
        here = self.viewport().mapFromGlobal(pointer)
        load = Load(self.selected, self.viewport().grab(place), QPoint(here.x(), place.height() // 2))
        if self.selected:
            self.dragging.carry(load, pointer)

    def show_landing(self, landing: tuple[int, int] | None) -> None:
        """Draw a line before a row, at a depth, or nowhere."""
        self._place = landing
        self.viewport().update()

    def _spot_after(self, step: Nudge) -> Spot | None:
        lines = [Line(row.id, row.parent, row.depth) for row in self._all]
        return None if self.current is None else nudged(lines, self.current, step)

    def _next_sibling(self, row: GoalRow) -> GoalId | None:
        siblings = [each.id for each in self._all if each.parent == row.parent]
        at = siblings.index(row.id) + 1
        return siblings[at] if at < len(siblings) else None

    # Keys, mouse and menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, fold with the arrows, add with Insert, delete with Delete."""
        row = self.rows.row_at(self.currentIndex())
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _NUDGES:
            self.nudge(_NUDGES[key])
        elif key is Qt.Key.Key_Insert:
            self.add_beside()
        elif key is Qt.Key.Key_Delete and self.selected:
            self.removal_asked.emit(self.selected)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_asked.emit()
        elif row is not None and key is Qt.Key.Key_Right:
            self.fold(row.id, is_folded=False)
        elif row is not None and key is Qt.Key.Key_Left:
            self._fold_or_leave(row)
        else:
            super().keyPressEvent(event)

    def _fold_or_leave(self, row: GoalRow) -> None:
        if row.below and row.id not in self.delegate.folded:
            self.fold(row.id, is_folded=True)
        elif row.parent is not None:
            self.choose(row.parent)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """Fold where the arrow was clicked."""
        super().mouseReleaseEvent(event)
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        start = left_of(row.depth) if row else 0
        if row and row.below and start - 4 <= event.position().x() <= start + theme.current().space(22):
            self.fold(row.id, is_folded=row.id not in self.delegate.folded)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the chosen goals."""
        if self.current is not None:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the chosen goals."""
        menu = QMenu(self)
        entries = (
            ("plus", _("Add a goal after"), self.add_beside),
            ("indent-increase", _("Add a goal beneath"), self.add_beneath),
            ("copy", _("Copy the goal"), lambda: self.copy_asked.emit(self.current)),
            ("move", _("Move: then click the place"), self.carry),
        )
        for icon, text, act in entries:
            menu.addAction(icons.icon(icon), text).triggered.connect(act)
        menu.addSeparator()
        for step, icon in _NUDGE_ICONS.items():
            action = menu.addAction(icons.icon(icon), label(step))
            action.triggered.connect(lambda _on=False, step=step: self.nudge(step))
            action.setEnabled(self._spot_after(step) is not None)
        menu.addSeparator()
        menu.addAction(icons.icon("trash-2"), _("Delete")).triggered.connect(
            lambda: self.removal_asked.emit(self.selected)
        )
        return menu

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and where a held goal would land, as deep as it would lie."""
        super().paintEvent(event)
        if self._place is None or not self.rows.rows:
            return
        gap, depth = self._place
        last = len(self.rows.rows) - 1
        row: QRect = self.visualRect(self.rows.index(min(gap, last), 0))
        y = max(2, row.top() if gap <= last else row.bottom())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour(Role.PRIMARY), 3))
        left = left_of(depth)
        painter.drawLine(left, y, self.viewport().width() - 8, y)
        painter.drawEllipse(QPoint(left, y), 3, 3)
