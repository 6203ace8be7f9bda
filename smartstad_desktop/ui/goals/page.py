"""Vision and goals: the tree of goals with all that belongs to it, and the chain from track to activity."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.goals.indicators import GoalGap
from smartstad_desktop.domain.values import GoalId
from smartstad_desktop.reads.goals import chain as chain_reads
from smartstad_desktop.reads.goals import goals as goal_reads
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.goals.chain_view import ChainView
from smartstad_desktop.ui.goals.goals_view import GoalsView
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import PageHeader
from smartstad_desktop.ui.kit.services import Services

_GOALS: Final = "goals"
_CHAIN: Final = "chain"


class GoalsPage(Page):
    """Two views of what the programme aims at."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        (
            *(Kind.PROGRAMME, Kind.GOAL, Kind.GOAL_FUNCTION, Kind.GOAL_LEVEL, Kind.VISION_STATEMENT, Kind.INDICATOR),
            *(Kind.INDICATOR_VALUE, Kind.GOAL_RELATION, Kind.GOAL_SDG, Kind.PARENT_PLAN, Kind.DEVELOPMENT_AREA),
            *(Kind.GOAL_AREA, Kind.PROJECT, Kind.PROJECT_GOAL, Kind.TRACK, Kind.CHAIN_NODE, Kind.CHAIN_LINK),
            *(Kind.TRACK_NODE, Kind.CHAIN_GOAL, Kind.CHAIN_PROJECT, Kind.MUNICIPALITY),
        )
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Vision and goals"))
        self.switch = ChipRow(_("View"), single=True)
        self.switch.show_faces(
            [
                ChipFace(_GOALS, _("Target vision"), icon="target"),
                ChipFace(_CHAIN, _("Tracks and activities"), icon="network"),
            ]
        )
        self.switch.set_keys(frozenset({_GOALS}))
        self.add_button = Button(_("Add a goal"), ButtonKind.PRIMARY, "plus")
        self.goals_view = GoalsView(self)
        self.chain_view = ChainView(self)
        self.stack = QStackedWidget()
        self._arrange()
        self.switch.picked.connect(self._pick)
        self.add_button.clicked.connect(self.add)
        self.goals_view.project_asked.connect(self._go_to_project)

    def _arrange(self) -> None:
        space = theme.current().space
        self.header.tools.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.header.tools.addWidget(self.add_button)
        self.stack.addWidget(self.goals_view)
        self.stack.addWidget(self.chain_view)
        head = QHBoxLayout()
        head.setContentsMargins(space(26), space(16), space(26), 0)
        head.addWidget(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(12))
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    @override
    def refresh(self) -> None:
        """Read the view that is shown."""
        workspace = self.services.workspace
        if self.shows_chain:
            read = workspace.read(chain_reads.chain)
            self.chain_view.show_read(read)
            count = sum(len(rows) for rows in read.columns.values())
            self.header.set_title(
                _("Vision and goals"), ngettext("{count} link in the chain", "{count} links in the chain", count)
            )
            return
        goals = workspace.read(goal_reads.goals)
        self.goals_view.show_read(goals)
        self.header.set_title(_("Vision and goals"), _summary(goals))

    @property
    def shows_chain(self) -> bool:
        """Return whether the chain is shown."""
        return self.stack.currentWidget() is self.chain_view

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show the goal that *target* names, or the chain."""
        self.show_view(is_chain=target.filters.get("view") == _CHAIN)
        if target.row is not None:
            self.goals_view.show_goal(GoalId(target.row))
            self.mark_stale()

    @override
    def leave(self) -> bool:
        """Save what has been typed."""
        self.goals_view.finish()
        self.chain_view.finish()
        return True

    def show_view(self, *, is_chain: bool) -> None:
        """Show the goals or the chain."""
        if is_chain != self.shows_chain:
            self.leave()
            self.stack.setCurrentWidget(self.chain_view if is_chain else self.goals_view)
            self.add_button.setVisible(not is_chain)
            self.mark_stale()
        self.switch.set_keys(frozenset({_CHAIN if is_chain else _GOALS}))

    def add(self) -> None:
        """Add a goal after the chosen one."""
        self.goals_view.list.add_beside()

    def _pick(self, keys: frozenset[str]) -> None:
        # A second click on the view that is shown leaves it shown.
        self.show_view(is_chain=_CHAIN in keys or (not keys and self.shows_chain))

    def _go_to_project(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, row=project))


def _summary(read: goal_reads.GoalsRead) -> str:
    unserved = sum(GoalGap.NO_PROJECT in row.gaps for row in read.goals)
    unmeasured = sum(bool(set(row.gaps) - {GoalGap.NO_PROJECT}) for row in read.goals)
    parts = [ngettext("{count} goal", "{count} goals", len(read.goals))]
    if unserved:
        parts.append(ngettext("{count} that no project serves", "{count} that no project serves", unserved))
    if unmeasured:
        parts.append(ngettext("{count} without a full indicator", "{count} without a full indicator", unmeasured))
    return " · ".join(parts)
