"""The hand over the columns: what it lifts, where that may land, and the command it asks for when it lets go."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from smartstad_desktop.domain.board import Place
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cards import ghost
from smartstad_desktop.ui.cards.column_view import ColumnView
from smartstad_desktop.ui.cards.columns_area import ColumnsArea
from smartstad_desktop.ui.cards.moves import Moves
from smartstad_desktop.ui.cards.rows import face_of
from smartstad_desktop.ui.cards.sizes import Text
from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.kit.typefaces import Weight

#: How near the side of the board a held card makes the columns move, and how far each time.
_SIDE: Final = 36
_SIDE_STEP: Final = 12


class Hand(QObject):
    """Lets cards be dragged, or taken up and put down with two clicks."""

    #: A ``PlaceCards`` command.
    requested = Signal(object)

    def __init__(self, over: QWidget, area: ColumnsArea) -> None:
        super().__init__(over)
        self._area = area
        self._moves: Moves | None = None
        self._shown_in: ColumnView | None = None
        self.is_locked = False
        #: While it asks for what it has just let go of to be moved.
        self.is_letting_go = False
        self.dragging = Dragging(over, self)
        self.dragging.ghost.setFont(area.sizes.font(Text.BODY, Weight.SEMIBOLD))
        self.dragging.watch(area.tray.view, area.tray)
        self.dragging.held.connect(self._scroll_sideways)
        area.view_added.connect(self._watch)
        area.view_removed.connect(self.dragging.forget)

    def _watch(self, view: ColumnView) -> None:
        self.dragging.watch(view, self._area.panel_of(view))

    def _scroll_sideways(self, pointer: QPoint) -> None:
        """Bring columns in sight that do not fit, when something is held at the side of the others."""
        scroll = self._area.columns_scroll
        at, bar = scroll.mapFromGlobal(pointer), scroll.horizontalScrollBar()
        if scroll.rect().contains(at):
            bar.setValue(bar.value() + _SIDE_STEP * ((at.x() > scroll.width() - _SIDE) - (at.x() < _SIDE)))

    def set_moves(self, moves: Moves) -> None:
        """Move on a board as it lies now."""
        self._moves = moves

    def take_up(self) -> None:
        """Take the chosen cards up; the next click puts them down."""
        projects = self._area.chosen()
        view = next((view for view in self._area.views if view.chosen()), None)
        if view is None or self.is_locked:
            return
        row = view.projects.index(view.chosen()[0])
        card = view.layout_of_cards.card_rect(row)
        pointer = QCursor.pos()
        if not view.viewport().rect().contains(view.viewport().mapFromGlobal(pointer)):
            pointer = view.viewport().mapToGlobal(card.center())
        load = self._load(view, projects, QPoint(card.width() // 2, card.height() // 2))
        self.dragging.carry(load, pointer)

    # What dragging asks (``DragHost``).

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the chosen cards, when a card lies at *at*; a card that is not chosen is lifted alone."""
        column = cast("ColumnView", view)
        row = column.layout_of_cards.row_at(at)
        if row is None or self.is_locked or self._moves is None:
            return None
        pressed = column.projects[row]
        if pressed not in column.chosen():
            self._area.choose((pressed,))
        return self._load(column, self._area.chosen(), at - column.layout_of_cards.card_rect(row).topLeft(), pressed)

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:  # noqa: ARG002  every card may land everywhere
        """Return the place in the column of *view*: above the card whose middle is below *at*."""
        column = cast("ColumnView", view)
        if self._moves is None:
            return None
        # Over the head of a column is above its first card, not above one that is scrolled out of sight.
        inside = QPoint(at.x(), min(max(0, at.y()), column.viewport().height() - 1))
        return self._moves.place_at(column.column, column.projects, column.layout_of_cards.row_for(inside))

    def show_place(self, place: object | None) -> None:
        """Open the drop place with its name; none where the cards lie already."""
        view = self._area.panel(place.column).view if isinstance(place, Place) else None
        if self._shown_in is not None and self._shown_in is not view:
            self._shown_in.show_slot(None)
            self._area.panel_of(self._shown_in).set_over(is_over=False)
        self._shown_in = view
        load, in_hand = self.dragging.load, self.dragging.ghost
        in_hand.show_name("")
        if view is None or load is None or self._moves is None or not isinstance(place, Place):
            return
        self._area.panel_of(view).set_over(is_over=True)
        projects = cast("tuple[ProjectId, ...]", load.value)
        if self._moves.stays_put(projects, place):
            view.show_slot(None)
            return
        row = view.projects.index(place.before) if place.before in view.projects else len(view.projects)
        name = self._name_of(place, projects)
        view.show_slot(row, self._height_in(view, projects), name)
        in_hand.show_name(name)

    def drop(self, load: Load, place: object) -> None:
        """Ask for the move."""
        if self._moves is not None and isinstance(place, Place):
            command = self._moves.place(cast("tuple[ProjectId, ...]", load.value), place)
            if command is not None:
                self.is_letting_go = True
                self.requested.emit(command)
                self.is_letting_go = False

    def lifted(self, load: Load | None) -> None:
        """Show the cards faintly where they came from, and a closed hand."""
        projects = frozenset(cast("tuple[ProjectId, ...]", load.value)) if load is not None else frozenset[ProjectId]()
        for view in self._area.views:
            view.set_lifted(projects)
        if load is None:
            QApplication.restoreOverrideCursor()
        else:
            QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)

    def _load(
        self, view: ColumnView, projects: tuple[ProjectId, ...], grip: QPoint, first: ProjectId | None = None
    ) -> Load:
        rows = {row.project: row for each in self._area.views for row in each.rows_model.rows}
        shown = sorted(projects, key=lambda project: project != first)
        faces = [face_of(rows[project]) for project in shown]
        ratio = view.devicePixelRatioF()
        picture = ghost.picture_of(faces, view.viewport().width(), self._area.cards, self._area.sizes, ratio)
        return Load(projects, picture, grip + QPoint(ghost.MARGIN, ghost.MARGIN))

    def _height_in(self, view: ColumnView, projects: tuple[ProjectId, ...]) -> int:
        rows = {row.project: row for each in self._area.views for row in each.rows_model.rows}
        return self._area.cards.height(face_of(rows[projects[0]]), view.viewport().width())

    def _name_of(self, place: Place, projects: tuple[ProjectId, ...]) -> str:
        if place.column is None or self._moves is None:
            return _("Drop here: not placed")
        first = self._moves.place_number(projects, place)
        column = self._moves.name(place.column)
        if len(projects) == 1:
            return _("Drop here: place {place} in {column}", place=first, column=column)
        last = first + len(projects) - 1
        return _("Drop here: places {first}–{last} in {column}", first=first, last=last, column=column)
