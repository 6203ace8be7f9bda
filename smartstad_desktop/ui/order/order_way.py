"""Weights by an order: the ladder, how many times as much the first weighs as the last, or the order alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from smartstad_desktop.domain.order.priority import WeightMethod
from smartstad_desktop.domain.order.weighed import Criterion, Weighting
from smartstad_desktop.domain.order.weight_ladder import Ladder, ladder_of
from smartstad_desktop.domain.order.weights import from_order, rank_order_centroid
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.ladder_view import LadderView
from smartstad_desktop.usecases.order.weights import SetWeightOrder

_MOST: Final = 50
#: Shares that differ less than this from what the steps alone give were made without a ratio.
_SAME: Final = 0.02


class OrderWay(QWidget):
    """Which criteria matter most, in steps."""

    #: The weights are other ones.
    changed = Signal()

    def __init__(self, criteria: Sequence[Criterion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids = [each.id for each in criteria]
        self.view = LadderView(criteria)
        self.view.changed.connect(self._tell)
        self.ratio = QSpinBox()
        self.ratio.setRange(1, _MOST)
        self.ratio.setSpecialValueText(_("as the steps say"))
        self.ratio.setSuffix(_(" times"))
        self.ratio.setAccessibleName(_("The first weighs as much as the last"))
        self.ratio.valueChanged.connect(self._tell)
        self.alone = QCheckBox(_("Only the order counts, not the distances"))
        self.alone.setToolTip(_("The middle of all weights with this order (rank-order centroid)."))
        self.alone.toggled.connect(self._switch)
        space = theme.current().space
        help_ = _(
            "Drag criteria; onto another one they weigh the same. Larger gaps, larger differences. Alt+↑ and ↓ move."
        )
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(Label(_("The first weighs"), Type.BODY))
        line.addWidget(self.ratio)
        line.addWidget(Label(_("as much as the last"), Type.BODY))
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(Label(help_, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        column.addWidget(self.view)
        column.addLayout(line)
        column.addWidget(self.alone)
        column.addStretch(1)

    def show_weighting(self, weights: Sequence[float], own: Weighting | None) -> None:
        """Begin with the order somebody made before, or with the criteria by *weights*."""
        ladder = ladder_of(self._ids, weights, own.places if own else {}, own.gaps if own else {})
        self.alone.blockSignals(True)
        self.alone.setChecked(own is not None and own.method is WeightMethod.CENTROID)
        self.alone.blockSignals(False)
        self.ratio.blockSignals(True)
        self.ratio.setValue(self._ratio_of(ladder, own))
        self.ratio.blockSignals(False)
        self.ratio.setEnabled(not self.alone.isChecked())
        self.view.show_ladder(ladder, has_gaps=not self.alone.isChecked())
        self._tell()

    def _ratio_of(self, ladder: Ladder, own: Weighting | None) -> int:
        """Return the ratio the shares were made with; 1 stands for none."""
        if own is None or own.method is not WeightMethod.ORDERING or not own.places:
            return 1
        plain = dict(zip(ladder.order, self._shares(ladder, None), strict=True))
        if all(abs(plain[each] - own.shares.get(each, 0.0)) < _SAME for each in plain):
            return 1
        least = min(own.shares.values())
        return min(_MOST, round(max(own.shares.values()) / least)) if least else 1

    def _shares(self, ladder: Ladder, ratio: float | None) -> tuple[float, ...]:
        places = [ladder.places[each] for each in ladder.order]
        return from_order(places, [ladder.gaps[place - 1] for place in places], ratio)

    @property
    def wanted_ratio(self) -> float | None:
        """Return how many times as much the first weighs, or None when the steps say it."""
        return float(self.ratio.value()) if self.ratio.value() > 1 else None

    def weights(self) -> tuple[float, ...] | None:
        """Return the shares in the order of the criteria."""
        ladder = self.view.ladder
        if self.alone.isChecked():
            found = rank_order_centroid([ladder.places[each] for each in ladder.order])
        else:
            found = self._shares(ladder, self.wanted_ratio)
        by_id = dict(zip(ladder.order, found, strict=True))
        return tuple(by_id[each] for each in self._ids)

    def command(self, whose: MunicipalityId | None) -> SetWeightOrder:
        """Return what writes the order."""
        ladder = self.view.ladder
        return SetWeightOrder(
            whose=whose,
            tiers=ladder.tiers,
            gaps=ladder.gaps,
            ratio=None if self.alone.isChecked() else self.wanted_ratio,
            method=WeightMethod.CENTROID if self.alone.isChecked() else WeightMethod.ORDERING,
        )

    def _switch(self, *_is_on: bool) -> None:
        self.ratio.setEnabled(not self.alone.isChecked())
        self.view.show_ladder(self.view.ladder, has_gaps=not self.alone.isChecked())
        self._tell()

    def _tell(self, _value: int = 0) -> None:
        self.changed.emit()
