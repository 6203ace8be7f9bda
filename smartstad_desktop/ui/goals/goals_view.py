"""The first view of the page: the vision above, the tree at the left, what is chosen at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.goals.goal_tree import Spot
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals.goal import goal
from smartstad_desktop.reads.goals.goals import GoalsRead
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.goals.fields import new_names, write_name
from smartstad_desktop.ui.goals.goal_list import GoalList
from smartstad_desktop.ui.goals.side import GoalSide
from smartstad_desktop.ui.goals.vision_strip import VisionStrip
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.goals.goals import AddGoal, DeleteGoals, DuplicateGoal, MoveGoals


class GoalsView(QWidget):
    """Goals and the vision. Commands are run by the page."""

    project_asked = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.read: GoalsRead | None = None
        #: A goal that was asked for before the goals were read.
        self._wished: GoalId | None = None
        self.strip = VisionStrip()
        self.list = GoalList()
        self.list.hold_over(page)
        self.side = GoalSide(page.run, lambda: page.services.workspace.now.astimezone().date())
        self.hint = Label(
            _("Drag, or Alt and arrows: up and down moves, right and left changes the level."),
            Type.CAPTION,
            role=Role.INK_FAINT,
            wraps=True,
        )
        self.empty = EmptyState(
            "target",
            _("No goals yet"),
            _("Begin with one improvement you want to see. Functions and indicators come later."),
        )
        self.first_button = Button(_("Add the first goal"), ButtonKind.PRIMARY, "plus")
        self.empty.tools.addWidget(self.first_button)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        left = QWidget()
        # It shows the first it is given, and what has no parent is shown as a window.
        self._stack = QStackedLayout(left)
        filled = QWidget()
        lines = QVBoxLayout(filled)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.list, 1)
        self.hint.setContentsMargins(space(10), space(6), space(10), space(6))
        lines.addWidget(self.hint)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 4)
        self.splitter.setStretchFactor(1, 6)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([space(400), space(800)])
        left.setMinimumWidth(space(300))
        self.side.setMinimumWidth(space(420))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(12))
        margin = QHBoxLayout()
        margin.setContentsMargins(space(26), 0, space(26), 0)
        margin.addWidget(self.strip)
        column.addLayout(margin)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.strip.edit_asked.connect(self.edit_vision)
        self.first_button.clicked.connect(lambda: self.add_goal(Spot(None)))
        self.list.chosen.connect(self._show_chosen)
        self.list.clicked.connect(lambda: self._show_chosen(self.list.current))
        self.list.move_asked.connect(self._move)
        self.list.add_asked.connect(self.add_goal)
        self.list.copy_asked.connect(self._copy)
        self.list.removal_asked.connect(self.delete)
        self.list.edit_asked.connect(self._edit)
        form = self.side.goal_form
        form.project_asked.connect(self.project_asked)
        form.beneath_asked.connect(self.list.add_beneath)
        form.copy_asked.connect(lambda: self._copy(self.list.current))
        form.removal_asked.connect(self._delete_shown)
        form.refused.connect(self._say)
        self.side.vision_form.refused.connect(self._say)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the vision where there is little room."""
        super().resizeEvent(event)
        self.strip.fit(self.height())

    def _say(self, error: DomainError) -> None:
        self._page.services.notices.trouble(error)

    # Showing

    def show_read(self, read: GoalsRead) -> None:
        """Show what was read, and what is chosen as it is now."""
        self.read = read
        self.strip.show_vision(read)
        self.list.show_goals(read.goals)
        self._stack.setCurrentIndex(0 if read.goals else 1)
        wished, self._wished = self._wished, None
        if wished is not None and any(row.id == wished for row in read.goals):
            self.list.choose(wished)
            self._show_chosen(wished)
        elif self.side.shows_vision:
            self.side.vision_form.show_vision(read)
        elif self.list.current is None and read.goals:
            self.list.choose(read.goals[0].id)
        else:
            self._show_chosen(self.list.current)

    def _show_chosen(self, chosen: GoalId | None) -> None:
        if self.read is not None:
            detail = None if chosen is None else self._page.services.workspace.read(goal, chosen)
            self.side.show_goal(detail, self.read)

    def show_goal(self, wished: GoalId) -> None:
        """Show a goal, as soon as the goals have been read."""
        self._wished = wished
        if self.read is not None:
            self.show_read(self.read)

    def edit_vision(self) -> None:
        """Open the vision for writing."""
        if self.read is not None:
            self.side.show_vision(self.read)

    def finish(self) -> None:
        """Save what is being typed."""
        self.side.finish()

    # Acting

    def add_goal(self, spot: Spot) -> None:
        """Add a goal at *spot* and let its name be written."""
        outcome = self._page.perform(AddGoal(fields=new_names(_("New goal")), spot=spot))
        if outcome is not None:
            self.list.choose(outcome.value)
            self._edit()

    def _edit(self) -> None:
        self._show_chosen(self.list.current)
        form = self.side.goal_form
        if form.detail is not None:
            write_name(form)

    def _copy(self, chosen: GoalId | None) -> None:
        if chosen is not None:
            outcome = self._page.perform(DuplicateGoal(goal=chosen))
            if outcome is not None:
                self.list.choose(outcome.value)

    def _move(self, goals: tuple[GoalId, ...], spot: Spot) -> None:
        self.finish()
        if spot.parent is not None:
            self.list.fold(spot.parent, is_folded=False)
        self._page.perform(MoveGoals(goals=goals, spot=spot))

    def _delete_shown(self) -> None:
        if self.list.current is not None:
            self.delete((self.list.current,))

    def delete(self, goals: tuple[GoalId, ...]) -> None:
        """Delete goals and say what goes with them."""
        if self.read is None or not goals:
            return
        self.finish()
        said = _goes_along(self.read, frozenset(goals))
        outcome = self._page.perform(DeleteGoals(goals=goals), offer_undo=not said)
        if outcome is not None and said:
            self._page.services.notices.done(said)


def _goes_along(read: GoalsRead, goals: frozenset[GoalId]) -> str:
    """Return what is deleted along with *goals*, in one sentence, or nothing."""
    gone = set(goals)
    for row in read.goals:
        if row.parent in gone:
            gone.add(row.id)
    rows = [row for row in read.goals if row.id in gone]
    functions, indicators = sum(row.functions for row in rows), sum(row.indicators for row in rows)
    links = sum(row.projects + row.against for row in rows)
    parts: list[str] = []
    if len(gone) > len(goals):
        parts.append(ngettext("{count} goal beneath", "{count} goals beneath", len(gone) - len(goals)))
    if functions:
        parts.append(ngettext("{count} function", "{count} functions", functions))
    if indicators:
        parts.append(ngettext("{count} indicator", "{count} indicators", indicators))
    if links:
        parts.append(ngettext("what {count} project gives to it", "what {count} projects give to it", links))
    return _("Deleted, with {things}", things=", ".join(parts)) if parts else ""
