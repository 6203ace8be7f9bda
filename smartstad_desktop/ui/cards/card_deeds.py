"""What the user does with chosen cards by key and menu; dragging is in ``hand`` and asks for the same commands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from smartstad_desktop.domain.values import ColumnId
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cards import menus
from smartstad_desktop.ui.cards.card_board import CardBoard
from smartstad_desktop.ui.cards.card_keys import CardKeys
from smartstad_desktop.ui.cards.column_view import ColumnView
from smartstad_desktop.ui.cards.moves import Direction


class CardDeeds(QObject):
    """Turns keys and menu choices on a board into commands."""

    def __init__(self, board: CardBoard) -> None:
        super().__init__(board)
        self._board = board
        self._keys = CardKeys(self)
        area, cards = board.area, board.list
        area.view_added.connect(self._watch)
        for view in area.views:
            self._watch(view)
        cards.installEventFilter(self._keys)
        area.card_menu_wanted.connect(self._card_menu)
        area.column_menu_wanted.connect(self._column_menu)
        cards.menu_wanted.connect(self._card_menu)
        cards.column_wanted.connect(self._choose_column)
        self._keys.stepped.connect(self._step)
        self._keys.sent.connect(self._send)
        self._keys.taken_up.connect(self._take_up)
        self._keys.opened.connect(self._open)
        self._keys.went.connect(self._go)

    def _watch(self, view: ColumnView) -> None:
        view.installEventFilter(self._keys)

    def _ask(self, command: object) -> None:
        if command is not None and not self._board.is_read_only:
            self._board.requested.emit(command)

    def _step(self, direction: Direction) -> None:
        self._ask(self._board.moves().step(self._board.chosen(), direction))

    def _send(self, number: int) -> None:
        if self._board.shown is None or number > len(self._board.shown.columns) or not self._board.chosen():
            return
        column = self._board.shown.columns[number - 1].id if number else None
        self._ask(self._board.moves().send(self._board.chosen(), column))

    def _take_up(self) -> None:
        if not self._board.is_list:
            self._board.hand.take_up()
        elif self._board.chosen():
            self._board.list.ask_for_column()

    def _open(self) -> None:
        chosen = self._board.chosen()
        if self._board.is_list and chosen:
            self._board.list.ask_for_column()
        elif len(chosen) == 1:
            self._board.opened.emit(chosen[0])

    def _go(self, by: int) -> None:
        active = self._board.area.active_view()
        views = [view for view in self._board.area.views if view.isVisible() and (view.projects or view is active)]
        if active is None or not 0 <= views.index(active) + by < len(views):
            return
        target = views[views.index(active) + by]
        row = min(max(0, active.currentIndex().row()), len(target.projects) - 1)
        self._board.area.choose((target.projects[row],), target.projects[row])

    def _card_menu(self, at: QPoint) -> None:
        chosen, shown = self._board.chosen(), self._board.shown
        if shown is None or not chosen or self._board.is_read_only:
            return
        menu = QMenu(self._board)
        menus.card_menu(menu, shown, self._board.moves(), chosen, self._ask)
        menu.addSeparator()
        if not self._board.is_list:
            menus.entry(menu, _("Take up, then click the place"), self._take_up, icon="hand", keys="M")
        if not self._board.sizes.is_wall and len(chosen) == 1:
            look = partial(self._board.opened.emit, chosen[0])
            menus.entry(menu, _("Show in the inventory"), look, icon="folder-kanban")
        menus.popup(menu, at)

    def _choose_column(self, at: QPoint) -> None:
        if self._board.shown is not None and self._board.chosen() and not self._board.is_read_only:
            menu = QMenu(self._board)
            menus.add_moves(menu, self._board.shown, self._board.moves(), self._board.chosen(), self._ask)
            menus.popup(menu, at)

    def _column_menu(self, column: ColumnId, at: QPoint) -> None:
        found = (
            None if self._board.shown is None else next((c for c in self._board.shown.columns if c.id == column), None)
        )
        if self._board.shown is not None and found is not None and not self._board.is_read_only:
            add = partial(self._board.column_wanted.emit, column)
            menus.popup(menus.column_menu(self._board, self._board.shown, found, self._ask, add), at)
