"""A slider per criterion: dragging shows at once what the order would be, letting go writes the weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.order.weighed import Criterion, Facts
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.order_cells import paint_badge
from smartstad_desktop.ui.order.outlook import Outlook
from smartstad_desktop.ui.order.sentences import name_of
from smartstad_desktop.ui.order.unweighed_hint import UnweighedHint

_TOP: Final = 100


class Badge(QWidget):
    """The number of a criterion on its shade, as it stands in the bars."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        side = theme.current().space(20)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRectF(self.rect()), self._number)


class WeightsPanel(ScrollSheet):
    """The weights of the criteria."""

    #: Carries all weights while one is dragged, in the order of the criteria.
    dragged = Signal(object)
    #: Carries all weights when one has been set.
    settled = Signal(object)
    #: Other ways to arrive at weights: in points, by an order, by comparing two and two.
    method_wanted = Signal()
    criteria_wanted = Signal()
    #: Take the mean of what the municipalities arrived at.
    mean_wanted = Signal()
    #: Carries a command.
    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self._criteria: tuple[Criterion, ...] = ()
        self.sliders: list[QSlider] = []
        self._shares: list[Label] = []
        space = theme.current().space
        self.source = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.column.addWidget(self.source)
        self.unweighed = UnweighedHint()
        self.unweighed.requested.connect(self.requested)
        self.column.addWidget(self.unweighed)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(10))
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self.column.addLayout(self._tools())
        self.column.addStretch(1)

    def _tools(self) -> QVBoxLayout:
        self.method = Button(_("Weigh in another way…"), icon="list")
        self.method.clicked.connect(self.method_wanted)
        self.mean = Button(_("Take the municipalities’ mean"), icon="group")
        self.mean.clicked.connect(self.mean_wanted)
        self.criteria = Button(_("Criteria…"), icon="pencil")
        self.criteria.clicked.connect(self.criteria_wanted)
        column = QVBoxLayout()
        for button in (self.method, self.mean, self.criteria):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        return column

    def show_weights(self, outlook: Outlook, *, is_read_only: bool) -> None:
        """Show the weights as they are looked at."""
        if outlook.facts.criteria != self._criteria:
            self._rebuild(outlook.facts)
        whole = sum(outlook.weights)
        for slider, weight in zip(self.sliders, outlook.weights, strict=True):
            slider.blockSignals(True)
            slider.setValue(round(_TOP * weight / whole) if whole else 0)
            slider.blockSignals(False)
            slider.setEnabled(not is_read_only)
        self._show_shares(outlook.weights)
        self.unweighed.show_facts(outlook.facts, is_read_only=is_read_only)
        own = len([None for whose, each in outlook.facts.weightings.items() if whose is not None and each.shares])
        self.mean.setVisible(own > 0 and outlook.scenario is None)
        self.source.setText(self._source(outlook, own))

    def _source(self, outlook: Outlook, own: int) -> str:
        if outlook.scenario is not None:
            return _("Weights of the what-if “{name}”.", name=outlook.scenario.name)
        if None in outlook.facts.weightings:
            return _("Weights that all agreed on. {count} municipalities have weights of their own.", count=own)
        return _("The programme’s own weights. Drag a slider to see what would change.")

    def _rebuild(self, facts: Facts) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._criteria = facts.criteria
        self.sliders, self._shares = [], []
        for number, criterion in enumerate(facts.criteria):
            self._add(number, criterion)

    def _add(self, number: int, criterion: Criterion) -> None:
        name = Label(name_of(criterion), Type.BODY, Weight.SEMIBOLD, wraps=True)
        name.setToolTip(criterion.meaning.in_language(current().language))
        share = Label("", Type.BODY, Weight.SEMIBOLD, figures=True)
        share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _TOP)
        slider.setPageStep(5)
        slider.setMinimumHeight(theme.current().space(26))
        slider.setAccessibleName(_("Weight of {criterion}", criterion=name_of(criterion)))
        slider.valueChanged.connect(partial(self._moved, slider))
        slider.sliderReleased.connect(self._released)
        row = 2 * number
        self._grid.addWidget(Badge(number), row, 0)
        self._grid.addWidget(name, row, 1)
        self._grid.addWidget(share, row, 2)
        self._grid.addWidget(slider, row + 1, 1, 1, 2)
        self.sliders.append(slider)
        self._shares.append(share)

    def _moved(self, slider: QSlider, _value: int) -> None:
        weights = self.weights()
        self._show_shares(weights)
        if slider.isSliderDown():
            self.dragged.emit(weights)
        else:
            # An arrow key or a click beside the handle is a whole change.
            self.settled.emit(weights)

    def _released(self) -> None:
        self.settled.emit(self.weights())

    def weights(self) -> tuple[float, ...]:
        """Return the weights as the sliders stand."""
        return tuple(float(slider.value()) for slider in self.sliders)

    def _show_shares(self, weights: Sequence[float]) -> None:
        whole = sum(weights)
        for label, weight in zip(self._shares, weights, strict=True):
            label.setText(current().percent(weight / whole) if whole else "–")
