"""A board of cases by stage: what is dragged, sent by key or put down with a click asks to go to another stage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QWidget

from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.cases.case_column import BoardCase, BoardStage, CaseColumn, CaseList
from smartstad_desktop.ui.cases.case_hand import CaseHand
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.cards import CardPainter


class CaseBoard(QScrollArea):
    """Columns side by side. It changes nothing itself: it asks."""

    #: Carries a case and the stage it is to go to.
    move_wanted = Signal(int, int)
    #: Carries a case that is to be opened.
    opened = Signal(int)
    #: Carries a case that is to be removed.
    deleting = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cards = CardPainter(theme.current().scale * 0.92, lines=4)
        self.columns: list[CaseColumn] = []
        self.is_locked = False
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().space(8))
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        self.hand = CaseHand(self, self)
        self.hand.moved.connect(self.move_wanted)
        self.menu = QMenu(self)

    # What the page asks

    def show_cases(self, stages: Sequence[BoardStage], cases: Sequence[BoardCase], *, is_locked: bool = False) -> None:
        """Show the cases under their stages; the chosen one stays chosen wherever it lies now."""
        self.is_locked = is_locked
        chosen, had_keys = self.chosen(), self._keyed() is not None
        if [column.stage.id for column in self.columns] != [stage.id for stage in stages]:
            self._make(stages)
        for column, stage in zip(self.columns, stages, strict=True):
            here = [case for case in cases if case.stage == stage.id]
            column.show_cases(stage, here)
            self._row.setStretchFactor(column, 4 if here else 1)
        if chosen != self.chosen():
            self.choose(chosen, take_keys=had_keys)

    def chosen(self) -> int | None:
        """Return the chosen case."""
        return next((case for column in self.columns if (case := column.list.chosen()) is not None), None)

    def choose(self, case: int | None, *, take_keys: bool = True) -> None:
        """Choose exactly *case*."""
        for column in self.columns:
            column.list.choose(case)
            if case in column.list.ids and take_keys:
                column.list.setFocus()
                self.ensureWidgetVisible(column)

    def column(self, stage: int | None) -> CaseColumn:
        """Return the column of a stage."""
        return next(column for column in self.columns if column.stage.id == stage)

    # Inside

    def _make(self, stages: Sequence[BoardStage]) -> None:
        for column in self.columns:
            self.hand.dragging.forget(column.list)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        self.columns = [CaseColumn(stage, self._cards) for stage in stages]
        for number, column in enumerate(self.columns):
            self._row.addWidget(column, 1)
            column.show()
            view = column.list
            self.hand.dragging.watch(view, column)
            view.chose.connect(partial(self._clear_others, view))
            view.stepped.connect(partial(self._step, number))
            view.went.connect(partial(self._go, number))
            view.sent.connect(self._send)
            view.taken_up.connect(self.hand.take_up)
            view.opened.connect(self._open)
            view.deleting.connect(self._delete)
            view.menu_wanted.connect(self._offer)

    def _keyed(self) -> CaseList | None:
        return next((column.list for column in self.columns if column.list.hasFocus()), None)

    def _clear_others(self, kept: CaseList) -> None:
        for column in self.columns:
            if column.list is not kept:
                column.list.clearSelection()

    def _step(self, number: int, step: int) -> None:
        if 0 <= number + step < len(self.columns):
            self._ask(self.columns[number + step].stage.id)

    def _send(self, number: int) -> None:
        if number <= len(self.columns):
            self._ask(self.columns[number - 1].stage.id)

    def _ask(self, stage: int | None) -> None:
        case = self.chosen()
        is_there = case is not None and case in self.column(stage).list.ids
        if case is not None and stage is not None and not is_there and not self.is_locked:
            self.move_wanted.emit(case, stage)

    def _go(self, number: int, step: int) -> None:
        """Give the keys to the next column that has cases."""
        end = len(self.columns) if step > 0 else -1
        for target in range(number + step, end, step):
            if self.columns[target].list.ids:
                self.choose(self.columns[target].list.ids[0])
                return

    def _open(self) -> None:
        case = self.chosen()
        if case is not None:
            self.opened.emit(case)

    def _delete(self) -> None:
        case = self.chosen()
        if case is not None and not self.is_locked:
            self.deleting.emit(case)

    def _offer(self, at: QPoint) -> None:
        """Offer everything that can be done with the chosen case."""
        case = self.chosen()
        if case is None:
            return
        self.menu.clear()
        self.menu.addAction(_("Open the case")).triggered.connect(self._open)
        if not self.is_locked:
            targets = self.menu.addMenu(_("Move to stage"))
            for column in self.columns:
                if column.stage.id is not None and case not in column.list.ids:
                    move = targets.addAction(column.stage.name.replace("&", "&&"))
                    move.triggered.connect(partial(self.move_wanted.emit, case, column.stage.id))
            self.menu.addAction(_("Take up, and put down with a click")).triggered.connect(self.hand.take_up)
            self.menu.addSeparator()
            self.menu.addAction(_("Remove the case")).triggered.connect(self._delete)
        self.menu.popup(at)
