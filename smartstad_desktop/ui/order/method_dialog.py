"""Another way to weigh: whose weights, by which method, and what it comes to while one works."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.order.order import mean_weights, weights_in_force, weights_of
from smartstad_desktop.domain.order.priority import FEWEST, WeightMethod
from smartstad_desktop.domain.order.weighed import Facts, Weighting
from smartstad_desktop.domain.order.weights import shares
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.number_way import NumberWay
from smartstad_desktop.ui.order.order_way import OrderWay
from smartstad_desktop.ui.order.pairs_way import PairsWay
from smartstad_desktop.ui.order.sentences import name_of
from smartstad_desktop.ui.order.share_bars import ShareBars
from smartstad_desktop.usecases.order.weights import ForgetWeights, SetWeightPairs, TakeMeanWeights

_METHODS: Final = (WeightMethod.TYPED, WeightMethod.POINTS, WeightMethod.ORDERING, WeightMethod.PAIRWISE)


class MethodDialog(Dialog):
    """Its commands go out through ``requested``; what is read anew comes in through ``show_facts``."""

    #: Carries a command.
    requested = Signal(object)

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(_("Weigh in another way"), _("Use these weights"), parent)
        self.facts = facts
        space = theme.current().space
        self.whose = QComboBox()
        self.whose.setAccessibleName(_("Whose weights"))
        self.methods = ChipRow(_("How to weigh"), single=True)
        self.methods.show_faces([ChipFace(method, label(method)) for method in _METHODS])
        self.typed = NumberWay(WeightMethod.TYPED, facts.criteria)
        self.points = NumberWay(WeightMethod.POINTS, facts.criteria)
        self.ordering = OrderWay(facts.criteria)
        self.pairs = PairsWay(facts.criteria)
        self.ways: dict[WeightMethod, NumberWay | OrderWay | PairsWay] = dict(
            zip(_METHODS, (self.typed, self.points, self.ordering, self.pairs), strict=True)
        )
        self.stack = QStackedWidget()
        for way in self.ways.values():
            self.stack.addWidget(_scrolled(way))
            way.changed.connect(self._preview)
        self.bars = ShareBars()
        self.spread = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.mean = Button(_("Take the municipalities’ mean"), icon="group")
        self.forget = Button(_("Forget these weights"), icon="trash-2")
        self._arrange()
        self.methods.picked.connect(self._pick_method)
        self.whose.activated.connect(self.show_whose)
        self.pairs.compared.connect(self._compare)
        self.mean.clicked.connect(lambda: self.requested.emit(TakeMeanWeights()))
        self.forget.clicked.connect(lambda: self.requested.emit(ForgetWeights(whose=self.municipality)))
        self.confirmed.connect(self._use)
        # Large text must not make it larger than the screen.
        self.resize(QSize(space(980), space(720)).boundedTo(self.screen().availableSize()))
        self.show_facts(facts)

    def _arrange(self) -> None:
        space = theme.current().space
        head = QHBoxLayout()
        head.setSpacing(space(12))
        head.addWidget(self.whose)
        head.addWidget(self.methods, 1)
        self.body.addLayout(head)
        right = QVBoxLayout()
        right.setSpacing(space(10))
        right.addWidget(Label(_("What it comes to"), Type.STRONG, Weight.BOLD))
        right.addWidget(self.bars)
        right.addWidget(self.spread)
        for button in (self.mean, self.forget):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            right.addLayout(row)
        right.addStretch(1)
        inside = QWidget()
        inside.setLayout(right)
        beside = _scrolled(inside)
        beside.setMinimumWidth(space(170))
        beside.setMaximumWidth(space(340))
        self.stack.setMinimumWidth(space(330))
        body = QHBoxLayout()
        body.setSpacing(space(24))
        body.addWidget(self.stack, 3)
        body.addWidget(beside, 2)
        self.body.addLayout(body, 1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self.body, 1000)

    # Reading

    @property
    def municipality(self) -> MunicipalityId | None:
        """Return whose weights they are; None is all together."""
        return self.whose.currentData()

    @property
    def own(self) -> Weighting | None:
        """Return what was said before."""
        return self.facts.weightings.get(self.municipality)

    @property
    def method(self) -> WeightMethod:
        """Return the method that is shown."""
        return _METHODS[self.stack.currentIndex()]

    def show_facts(self, facts: Facts) -> None:
        """Show what has been read; criteria that have changed close the dialog, for its pieces are about them."""
        if [each.id for each in facts.criteria] != [each.id for each in self.facts.criteria]:
            self.reject()
            return
        is_first, before = self.whose.count() == 0, self.own
        self.facts = facts
        self._offer()
        found = mean_weights(facts)
        spreads = found.spreads if found is not None else ()
        is_enough = bool(spreads) and spreads[0].count >= FEWEST
        self.bars.show_criteria(
            [name_of(each) for each in facts.criteria], spreads if is_enough else [None] * len(facts.criteria)
        )
        self.mean.setVisible(bool(spreads))
        self.spread.setText(self._spread_words(spreads[0].count if spreads else 0))
        if is_first or (self.own != before and self.method is not WeightMethod.PAIRWISE):
            self.show_whose()
        else:
            # An answer about a pair, or something else altogether: what is being typed stays.
            self._show_pairs(is_other=False)
            self._preview()

    def _offer(self) -> None:
        chosen = self.municipality
        self.whose.clear()
        self.whose.addItem(_("All together"), None)
        for judge in self.facts.municipalities:
            own = self.facts.weightings.get(judge.id)
            self.whose.addItem(f"{judge.name} ✓" if own is not None and own.shares else judge.name, judge.id)
        self.whose.setCurrentIndex(max(0, self.whose.findData(chosen)))

    def _spread_words(self, count: int) -> str:
        if not count:
            return _("No municipality has weights of its own yet. Choose one above to weigh for it.")
        if count < FEWEST:
            return ngettext(
                "{count} municipality has weights of its own. From three on you see here how far they lie apart.",
                "{count} municipalities have weights of their own. From three on you see here how far they lie apart.",
                count,
            )
        return _("The line beneath a bar goes from the lowest to the highest of {count} municipalities.", count=count)

    def show_whose(self, _index: int = 0) -> None:
        """Begin anew with what the chosen one said before, or with the weights in force."""
        own = self.own
        before = None if self.municipality is None else weights_of(self.facts, self.municipality)
        weights = before or weights_in_force(self.facts)
        start = shares(weights) if sum(weights) else None
        self.typed.show_weights(start)
        self.points.show_weights(start if own is not None and own.shares else None)
        self.ordering.show_weighting(weights, own)
        self._show_pairs(is_other=True)
        method = WeightMethod.ORDERING if own is None else own.method
        self.show_method(WeightMethod.ORDERING if method is WeightMethod.CENTROID else method)

    def _show_pairs(self, *, is_other: bool) -> None:
        own = self.own
        pairs = {} if own is None else own.pairs
        holds_weights = self.municipality is None or (own is not None and bool(own.shares))
        self.pairs.show_answers(pairs, is_other=is_other, holds_weights=holds_weights)

    def show_method(self, method: WeightMethod) -> None:
        """Show a method."""
        self.methods.set_keys(frozenset({method}))
        self.stack.setCurrentIndex(_METHODS.index(method))
        self._preview()

    def _pick_method(self, _keys: object) -> None:
        chosen = next(iter(self.methods.keys()), self.method)
        self.show_method(WeightMethod(str(chosen)))

    def _preview(self) -> None:
        way = self.ways[self.method]
        self.bars.show_shares(way.weights())
        is_pairs = self.method is WeightMethod.PAIRWISE
        self.confirm_button.setText(_("Done") if is_pairs else _("Use these weights"))
        self.confirm_button.updateGeometry()
        # Answers about pairs are kept already: there is nothing to cancel.
        self.cancel_button.setVisible(not is_pairs)
        self.confirm_button.setEnabled(way.is_ready if isinstance(way, NumberWay) else True)
        self.forget.setVisible(self.own is not None)

    # Writing

    def _compare(self, pairs: object) -> None:
        self.requested.emit(SetWeightPairs(whose=self.municipality, pairs=pairs))  # type: ignore[arg-type]  Qt's signal carries any object

    def _use(self, _values: object) -> None:
        way = self.ways[self.method]
        if not isinstance(way, PairsWay):
            self.requested.emit(way.command(self.municipality))


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
