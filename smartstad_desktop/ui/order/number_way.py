"""Weights as numbers: of any size, or 100 points that are shared out until none is left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from smartstad_desktop.domain.order.priority import POINTS, WEIGHT_LIMIT, WeightMethod
from smartstad_desktop.domain.order.weighed import Criterion
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.sentences import name_of
from smartstad_desktop.ui.order.weights_panel import Badge
from smartstad_desktop.usecases.order.weights import SetWeights

_STEP: Final = 5


class NumberWay(QWidget):
    """A number per criterion."""

    #: The weights are other ones.
    changed = Signal()

    def __init__(self, method: WeightMethod, criteria: Sequence[Criterion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.method, self._criteria = method, tuple(criteria)
        self.boxes: list[QSpinBox] = []
        space = theme.current().space
        self.told = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.rest = Button(_("Share out the rest evenly"))
        self.rest.clicked.connect(self._share_rest)
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(8))
        grid.setVerticalSpacing(space(8))
        grid.setColumnStretch(1, 1)
        for number, criterion in enumerate(self._criteria):
            self._add_row(grid, number, name_of(criterion))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(12))
        column.addWidget(self.told)
        column.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(self.rest)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.rest.setVisible(self.is_points)

    def _add_row(self, grid: QGridLayout, number: int, name: str) -> None:
        box = QSpinBox()
        box.setRange(0, POINTS if self.is_points else WEIGHT_LIMIT)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(theme.current().space(72))
        box.setAccessibleName(_("Weight of {criterion}", criterion=name))
        box.valueChanged.connect(self._tell)
        less = icon_button("circle-minus", _("Less for {criterion}", criterion=name))
        more = icon_button("plus", _("More for {criterion}", criterion=name))
        less.clicked.connect(partial(self._step, box, -_STEP))
        more.clicked.connect(partial(self._step, box, _STEP))
        grid.addWidget(Badge(number), number, 0)
        grid.addWidget(Label(name, Type.BODY, wraps=True), number, 1)
        for place, widget in enumerate((less, box, more), 2):
            grid.addWidget(widget, number, place)
        self.boxes.append(box)

    @property
    def is_points(self) -> bool:
        """Return whether points are shared out."""
        return self.method is WeightMethod.POINTS

    @property
    def left(self) -> int:
        """Return how many points are left; below zero, how many too many are given."""
        return POINTS - sum(box.value() for box in self.boxes)

    def show_weights(self, shares: Sequence[float] | None) -> None:
        """Begin with *shares*, in whole numbers that add up to 100; points nobody gave yet begin at nothing."""
        numbers = [0] * len(self.boxes) if shares is None else _whole(shares)
        for box, number in zip(self.boxes, numbers, strict=True):
            box.blockSignals(True)
            box.setValue(number)
            box.blockSignals(False)
        self._tell()

    def weights(self) -> tuple[float, ...] | None:
        """Return the shares, or None while there is nothing to divide by."""
        total = sum(box.value() for box in self.boxes)
        return tuple(box.value() / total for box in self.boxes) if total else None

    @property
    def is_ready(self) -> bool:
        """Return whether the numbers can be used."""
        return self.weights() is not None and (not self.is_points or self.left == 0)

    def command(self, whose: MunicipalityId | None) -> SetWeights:
        """Return what writes them."""
        numbers = {each.id: float(box.value()) for each, box in zip(self._criteria, self.boxes, strict=True)}
        return SetWeights(whose=whose, weights=numbers, method=self.method)

    def _step(self, box: QSpinBox, by: int) -> None:
        box.setValue(box.value() + (min(by, self.left) if self.is_points and by > 0 < self.left else by))

    def _share_rest(self) -> None:
        """Give what is left to all alike; the first get the points that cannot be divided."""
        each, more = divmod(max(0, self.left), len(self.boxes))
        for number, box in enumerate(self.boxes):
            box.setValue(box.value() + each + (number < more))

    def _tell(self, _value: int = 0) -> None:
        left = self.left
        if not self.is_points:
            text = _("Any numbers: what counts is how large each is beside the others.")
        elif left > 0:
            text = ngettext("{count} point left to give", "{count} points left to give", left)
        elif left < 0:
            text = ngettext("{count} point too many is given", "{count} points too many are given", -left)
        else:
            text = _("All 100 points are given.")
        self.told.setText(text)
        self.told.set_role(Role.BAD if self.is_points and left < 0 else Role.INK)
        self.rest.setEnabled(left > 0)
        self.changed.emit()


def _whole(shares: Sequence[float]) -> list[int]:
    """Return *shares* as whole points that add up to 100: the largest remainders are rounded up."""
    exact = [share * POINTS for share in shares]
    found = [int(each) for each in exact]
    by_rest = sorted(range(len(exact)), key=lambda at: found[at] - exact[at])
    for at in by_rest[: POINTS - sum(found)]:
        found[at] += 1
    return found
