"""The hand over the groups of needs: what it lifts, where that may land, and the command it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.cards import CardState
from smartstad_desktop.ui.kit.drag import Dragging, Load
from smartstad_desktop.ui.kit.rows_model import ROW_ROLE
from smartstad_desktop.ui.needs.group_view import GroupView
from smartstad_desktop.usecases.inventory.needs import GatherNeeds


@dataclass(frozen=True, slots=True)
class Place:
    """Under a value word (None is ungrouped), before a need or last."""

    word: int | None
    before: int | None


class Hand(QObject):
    """Lets needs be dragged between groups, or taken up and put down with two clicks."""

    #: A ``GatherNeeds`` command.
    requested = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._views: dict[int | None, GroupView] = {}
        self._names: dict[int | None, str] = {}
        self.is_locked = False
        self.dragging = Dragging(over, self)

    def watch(self, view: GroupView, reach: QWidget) -> None:
        """Let needs be lifted from *view* and land in it."""
        self._views[view.word] = view
        self.dragging.watch(view, reach)

    def forget(self, view: GroupView) -> None:
        """Watch *view* no longer."""
        del self._views[view.word]
        self.dragging.forget(view)

    def name(self, word: int | None, name: str) -> None:
        """Call the group of *word* so while something is held over it."""
        self._names[word] = name

    def take_up(self, view: GroupView) -> None:
        """Take the chosen needs up; the next click puts them down."""
        chosen = view.chosen()
        if not chosen or self.is_locked:
            return
        card = view.visualRect(view.rows.index_of(chosen[0]))
        pointer = QCursor.pos()
        if not view.viewport().rect().contains(view.viewport().mapFromGlobal(pointer)):
            pointer = view.viewport().mapToGlobal(card.center())
        self.dragging.carry(self._load(view, chosen, QPoint(card.width() // 2, card.height() // 2)), pointer)

    # What dragging asks (``DragHost``).

    def lift(self, view: QAbstractItemView, at: QPoint) -> Load | None:
        """Return the chosen needs, when one lies at *at*; one that is not chosen is lifted alone."""
        group = cast("GroupView", view)
        index = group.indexAt(at)
        if self.is_locked or not index.isValid():
            return None
        pressed = group.rows.rows[index.row()].id
        if pressed not in group.chosen():
            group.choose((pressed,))
        return self._load(group, group.chosen(), at - group.visualRect(index).topLeft(), pressed)

    def place_at(self, view: QAbstractItemView, at: QPoint, load: Load) -> object | None:
        """Return the place in the group of *view*; none where the needs lie already."""
        group = cast("GroupView", view)
        row, ids = group.row_for(at), group.ids
        moved = cast("tuple[int, ...]", load.value)
        before = next((need for need in ids[row:] if need not in moved), None)
        rest = [need for need in ids if need not in moved]
        place = rest.index(before) if before is not None else len(rest)
        stays = set(moved) <= set(ids) and ids == (*rest[:place], *moved, *rest[place:])
        return None if stays else Place(group.word, before)

    def show_place(self, place: object | None) -> None:
        """Show the line where the needs would land, and name the group."""
        for word, view in self._views.items():
            if isinstance(place, Place) and place.word == word:
                row = view.ids.index(place.before) if place.before in view.ids else len(view.ids)
                view.show_line(row)
            else:
                view.show_line(None)
        named = _("Drop here: {group}", group=self._names[place.word]) if isinstance(place, Place) else ""
        self.dragging.ghost.show_name(named)

    def drop(self, load: Load, place: object) -> None:
        """Ask for the move."""
        if isinstance(place, Place):
            needs = cast("tuple[int, ...]", load.value)
            self.requested.emit(GatherNeeds(needs=needs, word=place.word, before=place.before))

    def lifted(self, load: Load | None) -> None:
        """Show the needs faintly where they came from."""
        held = frozenset(cast("tuple[int, ...]", load.value)) if load is not None else frozenset[int]()
        for view in self._views.values():
            view.set_lifted(held)

    def _load(self, view: GroupView, needs: Sequence[int], grip: QPoint, first: int | None = None) -> Load:
        shown = first if first is not None else needs[0]
        face = view.delegate.face(view.rows.index_of(shown).data(ROW_ROLE))
        picture = view.cards.picture(
            face, view.viewport().width(), CardState(is_focused=True), view.devicePixelRatioF()
        )
        return Load(tuple(needs), picture, grip)
