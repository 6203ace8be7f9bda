"""What stands at the right of the tree: one goal, the vision, or a word about what to do."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.goals.goal import GoalDetail
from smartstad_desktop.reads.goals.goals import GoalsRead
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.goals.goal_form import GoalForm
from smartstad_desktop.ui.goals.indicator_card import Today
from smartstad_desktop.ui.goals.vision_form import VisionForm
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import EmptyState
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role


class GoalSide(QWidget):
    """A sheet with one of the forms."""

    def __init__(self, run: RunCommand, today: Today) -> None:
        super().__init__()
        self.goal_form = GoalForm(run, today)
        self.vision_form = VisionForm(run)
        self.nothing = EmptyState("target", _("No goal chosen"), _("Choose a goal, or change the target vision."))
        self.places = QStackedWidget()
        for place in (self.nothing, self.goal_form, self.vision_form):
            self.places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self.places)

    @property
    def shows_vision(self) -> bool:
        """Return whether the vision is open for writing."""
        return self.places.currentWidget() is self.vision_form

    def show_goal(self, detail: GoalDetail | None, around: GoalsRead) -> None:
        """Show a goal, or nothing."""
        if self.shows_vision:
            self.vision_form.finish()
        if detail is None:
            self.places.setCurrentWidget(self.nothing)
        else:
            self.goal_form.show_goal(detail, around)
            self.places.setCurrentWidget(self.goal_form)

    def show_vision(self, around: GoalsRead) -> None:
        """Show the vision."""
        if self.places.currentWidget() is self.goal_form:
            self.goal_form.finish()
        self.vision_form.show_vision(around)
        self.places.setCurrentWidget(self.vision_form)

    def finish(self) -> None:
        """Save what is being typed."""
        self.goal_form.finish()
        self.vision_form.finish()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet and the line at its left."""
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(Role.PAPER))
        painter.fillRect(0, 0, 1, self.height(), look.colour(Role.LINE))
