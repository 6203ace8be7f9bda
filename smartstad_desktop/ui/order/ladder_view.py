"""Criteria on a ladder that hands can change: drag, click and click, Alt and the arrows, or the buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from smartstad_desktop.domain.order.weighed import Criterion
from smartstad_desktop.domain.order.weight_ladder import Ladder
from smartstad_desktop.domain.values import CriterionId
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.edge_scroll import EdgeScroll
from smartstad_desktop.ui.kit.ghost import Ghost
from smartstad_desktop.ui.order.sentences import name_of
from smartstad_desktop.ui.order.step_card import GapBar, StepCard

#: The middle part of a card takes what is dropped onto its step; the rest of it is between two steps.
_INNER = 0.6


class LadderView(QWidget):
    """The ladder, from the top."""

    #: The ladder is another one.
    changed = Signal()

    def __init__(self, criteria: Sequence[Criterion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {each.id: (number, name_of(each)) for number, each in enumerate(criteria)}
        self.ladder = Ladder((), ())
        self.cards: dict[CriterionId, StepCard] = {}
        #: The room above each step, and the one beneath the last.
        self.bars: list[GapBar] = []
        self.has_gaps = True
        self.carried: CriterionId | None = None
        self._ghost: Ghost | None = None
        self._edge = EdgeScroll(self)
        self._edge.scrolled.connect(self._follow)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().space(2))
        self.setAccessibleName(_("Criteria by weight, the most important first"))

    def show_ladder(self, ladder: Ladder, *, has_gaps: bool) -> None:
        """Show a ladder; without gaps only the order counts."""
        is_same = ladder.tiers == self.ladder.tiers and bool(self.cards)
        self.ladder, self.has_gaps = ladder, has_gaps
        if not is_same:
            self._rebuild()
        for number, bar in enumerate(self.bars):
            gap = ladder.gaps[number] if 0 < number < len(ladder.gaps) else 0
            bar.show_gap(gap, is_shown=has_gaps and 0 < number < len(ladder.tiers))

    def _rebuild(self) -> None:
        focused = next((key for key, card in self.cards.items() if card.hasFocus()), None)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards, self.bars = {}, []
        for number, tier in enumerate(self.ladder.tiers):
            self._add_bar(number)
            for criterion in tier:
                self._add_card(criterion, number)
        self._add_bar(len(self.ladder.tiers))
        if focused is not None and focused in self.cards:
            self.cards[focused].setFocus()

    def _add_bar(self, number: int) -> None:
        bar = GapBar(is_edge=number in {0, len(self.ladder.tiers)})
        bar.spread.connect(partial(self._spread, number))
        bar.clicked.connect(partial(self._clicked_bar, number))
        self._column.addWidget(bar)
        self.bars.append(bar)

    def _add_card(self, criterion: CriterionId, tier: int) -> None:
        number, name = self._names[criterion]
        card = self.cards[criterion] = StepCard(criterion, number, name)
        card.describe(tier + 1, len(self.ladder.tiers))
        card.moving.connect(partial(self._move, criterion))
        card.clicked.connect(partial(self._clicked_card, criterion))
        card.held.connect(partial(self._hold, criterion))
        card.let_go.connect(partial(self._let_go, criterion))
        card.given_up.connect(self.give_up)
        self._column.addWidget(card)

    # Changing

    def _take(self, ladder: Ladder) -> None:
        if ladder != self.ladder:
            self.show_ladder(ladder, has_gaps=self.has_gaps)
            self.changed.emit()

    def _move(self, criterion: CriterionId, step: int) -> None:
        self.give_up()
        self.cards[criterion].setFocus()
        self._take(self.ladder.moved(criterion, step))

    def _spread(self, number: int, gap: int) -> None:
        self._take(self.ladder.spread(number, gap))

    def _land(self, criterion: CriterionId, place: CriterionId | int | None, *, is_step: bool) -> None:
        self.give_up()
        if place is None:
            return
        if is_step:
            other = CriterionId(place)
            self._take(self.ladder if other == criterion else self.ladder.joined(criterion, other))
        else:
            self._take(self.ladder.alone(criterion, place))

    # Click and click

    def _clicked_card(self, criterion: CriterionId) -> None:
        if self.carried is None:
            self.carried = criterion
            self.cards[criterion].mark(is_carried=True)
        else:
            self._land(self.carried, criterion, is_step=True)

    def _clicked_bar(self, number: int) -> None:
        if self.carried is not None:
            self._land(self.carried, number, is_step=False)

    def give_up(self) -> None:
        """Put back what is in the hand."""
        self.carried = None
        self._edge.stop()
        if self._ghost is not None:
            self._ghost.hide()
        self._show_place(None, None)
        for card in self.cards.values():
            card.mark(is_carried=False)

    # Dragging

    def _hold(self, criterion: CriterionId, pointer: QPoint) -> None:
        card = self.cards[criterion]
        if self._ghost is None:
            self._ghost = Ghost(self.window())
        if self.carried != criterion:
            self.give_up()
            self.carried = criterion
            self._ghost.show_picture(card.grab())
            card.mark(is_carried=True)
        grip = QPoint(theme.current().space(16), card.height() // 2 + self._ghost.head)
        self._ghost.place(self.window().mapFromGlobal(pointer) - grip)
        self._follow(pointer)
        self._edge.follow(self._around(), pointer)

    def _follow(self, pointer: QPoint) -> None:
        self._show_place(*self.place_at(self.mapFromGlobal(pointer)))

    def _around(self) -> QScrollArea | None:
        """Return what scrolls the ladder."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    def _let_go(self, criterion: CriterionId, pointer: QPoint) -> None:
        if self.carried != criterion:
            return
        step, gap = self.place_at(self.mapFromGlobal(pointer))
        self._land(criterion, gap if step is None else step, is_step=step is not None)

    def place_at(self, at: QPoint) -> tuple[CriterionId | None, int | None]:
        """Return the criterion whose step lies at *at*, or the step above which it lies; nothing outside."""
        room = self.rect().adjusted(-40, -40, 40, 40)
        if not room.contains(at):
            return None, None
        for criterion, card in self.cards.items():
            inner = card.geometry()
            margin = round(inner.height() * (1 - _INNER) / 2)
            if QRect(inner).adjusted(0, margin, 0, -margin).top() <= at.y() <= inner.bottom() - margin:
                return criterion, None
        middles = [bar.geometry().center().y() for bar in self.bars]
        return None, min(range(len(middles)), key=lambda number: abs(middles[number] - at.y()))

    def _show_place(self, step: CriterionId | None, gap: int | None) -> None:
        tier = self.ladder.tiers[self.ladder.tier_of(step)] if step is not None else ()
        for criterion, card in self.cards.items():
            card.mark(is_target=criterion in tier)
        for number, bar in enumerate(self.bars):
            bar.mark(is_target=number == gap)
