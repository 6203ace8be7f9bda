"""One ballot of benefit and effort as a canvas: a card is put where it belongs, and that sets its two values."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.voting import EFFORT, IMPACT
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.ballots.ballot_deeds import BallotDeeds
from smartstad_desktop.ui.workshop.ballots.ballot_table import BallotTable, name_of
from smartstad_desktop.ui.workshop.ballots.ballot_twin import BallotTwin
from smartstad_desktop.ui.workshop.canvas.canvas_hand import CanvasHand, place_words
from smartstad_desktop.ui.workshop.canvas.canvas_paint import CanvasCard
from smartstad_desktop.ui.workshop.canvas.canvas_tray import CanvasTray
from smartstad_desktop.ui.workshop.canvas.canvas_view import CanvasView
from smartstad_desktop.ui.workshop.host import WorkshopHost


class CanvasTwin(BallotTwin):
    """The canvas of whoever is writing, and beside it what has no answer yet."""

    def __init__(self, host: WorkshopHost, deeds: BallotDeeds, parent: QWidget | None = None) -> None:
        super().__init__(host, deeds, parent)
        self._table: BallotTable | None = None
        self._column = -1
        self._is_masked = False
        self.canvas = CanvasView()
        self.canvas.has_halo = False
        self.tray = CanvasTray(self.canvas.pictures)
        self.waiting = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.hidden = Label("", Type.STRONG, role=Role.INK_SOFT, wraps=True)
        self.places = QStackedWidget()
        self.hand = CanvasHand(self, self.canvas, self.tray)
        self._arrange()
        self.hand.put.connect(self._put)
        self.canvas.stepped.connect(self._step)
        self.tray.placed.connect(self._put_in_middle)
        self.setFocusProxy(self.canvas)

    def _arrange(self) -> None:
        space = theme.current().space
        beside = QVBoxLayout()
        beside.setSpacing(space(6))
        beside.addWidget(self.waiting)
        beside.addWidget(self.tray, 1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(12))
        row.addWidget(self.canvas, 1)
        row.addLayout(beside)
        self.places.addWidget(both)
        self.places.addWidget(self.hidden)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.places)

    @override
    def show_ballot(self, table: BallotTable, column: int, *, is_masked: bool) -> None:
        """Show the values of one ballot; hidden when it is done."""
        if column != self._column:
            self.hand.dragging.cancel()
        if table is self._table and column == self._column and is_masked == self._is_masked:
            return
        self._table, self._column, self._is_masked = table, column, is_masked
        caster = table.casters[column]
        is_hidden = is_masked or caster.is_done
        self.hand.is_locked = is_hidden
        self.places.setCurrentIndex(1 if is_hidden else 0)
        if is_hidden:
            self.hidden.setText(_("{name}: hidden until the reveal", name=name_of(caster)))
            return
        self.canvas.show_rules(table.sheet.rules)
        placed: list[CanvasCard] = []
        waiting: list[CanvasCard] = []
        for row, line in enumerate(table.lines):
            benefit, effort = table.values(row, column)
            card = CanvasCard(number=line.item.number, title=line.item.title, effort=effort or 0, benefit=benefit or 0)
            if not table.is_own(row, column):
                (waiting if benefit is None or effort is None else placed).append(card)
        self.canvas.show_cards(placed)
        self.tray.cards.show(waiting)
        self.waiting.setText(_("{name}: {count} left to place", name=name_of(caster), count=len(waiting)))

    def _put(self, number: int, place: tuple[float, float] | None) -> None:
        table = self._table
        item = None if table is None else table.sheet.item_of(number)
        if table is None or item is None:
            return
        effort, benefit = (None, None) if place is None else place
        if self.deeds.cast(table, table.casters[self._column], item, ((IMPACT, benefit), (EFFORT, effort))):
            self.canvas.choose(number)
            words = _("no answer") if place is None else place_words(place)
            self.host.services.notices.announce(f"{item.title}: {words}")

    def _put_in_middle(self, number: int) -> None:
        scale = self.canvas.scale
        middle = float(round((scale.low + scale.high) / 2))
        self._put(number, (middle, middle))
        self.canvas.setFocus()

    def _step(self, number: int, across: float, up: float) -> None:
        card = next((each for each in self.canvas.cards.rows if each.number == number), None)
        if card is None or self.hand.is_locked:
            return
        low, high = self.canvas.scale.low, self.canvas.scale.high
        place = tuple(min(high, max(low, value)) for value in (card.effort + across, card.benefit + up))
        if place != (card.effort, card.benefit):
            self._put(number, (place[0], place[1]))
