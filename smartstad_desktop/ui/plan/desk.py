"""The right side of the plan page: the measure that is chosen with its commitments, or the plan as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QStackedLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.reads.plan.plan import MeasureRow, PlanRead
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.plan.commitments import Commitments
from smartstad_desktop.ui.plan.measure_form import MeasureForm
from smartstad_desktop.ui.plan.plan_form import PlanForm

#: From this width on the commitments stand beside the fields instead of under them.
_WIDE = 1080


class Desk(QWidget):
    """Shows a measure or the plan, and hands on what the forms ask for."""

    #: Carries a command.
    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure_form = MeasureForm()
        self.commitments = Commitments()
        self.plan_form = PlanForm()
        for form in (self.measure_form, self.commitments, self.plan_form):
            form.requested.connect(self.requested)
        sheet = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, sheet)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().space(16))
        # Seen once under load: a first frame with all fields pressed flat into the visible height.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self._row.addWidget(self.measure_form, 5)
        self._row.addWidget(self.commitments, 5)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_scrolling(sheet))
        self._stack.addWidget(_scrolling(self.plan_form))

    def show_measure(self, number: int, row: MeasureRow, read: PlanRead, *, is_open: bool) -> None:
        """Show a measure."""
        self.measure_form.show_measure(number, row, is_open=is_open)
        self.commitments.show_measure(row, read.municipalities, is_open=is_open)
        self._stack.setCurrentIndex(0)

    def show_plan(self, read: PlanRead, *, to_front: bool) -> None:
        """Show what is said about the plan as a whole."""
        self.plan_form.show_plan(read)
        if to_front:
            self._stack.setCurrentIndex(1)

    @property
    def shows_plan(self) -> bool:
        """Return whether the plan as a whole is shown."""
        return self._stack.currentIndex() == 1

    def finish(self) -> None:
        """Save what has been typed anywhere."""
        self.measure_form.finish()
        self.commitments.finish()
        self.plan_form.finish()

    def refuse(self, error: DomainError) -> bool:
        """Show why a change was refused where it was made; return whether there is such a place."""
        if self.shows_plan:
            return self.plan_form.refuse(error)
        return self.measure_form.refuse(error) or self.commitments.refuse(error)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the commitments beside the fields when there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.current().space(_WIDE)
        self.measure_form.set_roomy(is_roomy=is_wide)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)


def _scrolling(sheet: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(sheet)
    return area
