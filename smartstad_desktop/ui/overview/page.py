"""The overview: the figures, the state of each municipality, what to do next, and what changed last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.reads.overview import LatestStep, Overview, overview
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.text.phrases import current as phrases
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.marks import Mark, MarkLabel
from smartstad_desktop.ui.kit.moments import day
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label, PageHeader, Panel, Rule, Type, Weight
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.overview.bars import Bars
from smartstad_desktop.ui.overview.tasks import NAMES, Task, tasks

#: So many of the latest changes fit a laptop; from this height on there is room for all that are read.
_FEW: Final = 6
_HIGH: Final = 960


class Figure(Panel):
    """One number with what it counts, and what to know about it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Label("", Type.FIGURE, Weight.BOLD, figures=True)
        self.note = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.column.setSpacing(2)
        # All figures are equally wide, whatever they say.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.column.addWidget(Label(title, Type.BODY, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True))
        self.column.addWidget(self.number)
        self.column.addWidget(self.note)
        self.column.addStretch(1)

    def show_figure(self, number: str, note: str, *, warns: bool = False) -> None:
        """Show a number and its note; a warning stands out."""
        self.number.setText(number)
        self.note.setText(note)
        self.note.set_role(Role.ATTENTION if warns else Role.INK_SOFT)


class ListPanel(Panel):
    """A panel with a heading and lines that are made anew each time."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setSpacing(0)
        self.column.addWidget(Label(title, Type.STRONG, Weight.SEMIBOLD))
        self.column.addSpacing(6)
        self._lines: QWidget | None = None
        self.column.addStretch(1)

    def show_lines(self, lines: list[QWidget]) -> None:
        """Show *lines* beneath each other, with thin rules between."""
        if self._lines is not None:
            self.column.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        box = self._lines = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, line in enumerate(lines):
            if number:
                column.addWidget(Rule())
            column.addWidget(line)
        self.column.insertWidget(self.column.count() - 1, box)


class OverviewPage(Page):
    """Says what is missing and what to do next, before any chart."""

    interests: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader("")
        self.projects = Figure(_("Projects in the inventory"))
        self.lists = Figure(_("Municipalities that have left a list"))
        self.board = Figure(_("Placed on the board"))
        self.plan = Figure(_("Measures in the plan"))
        self.bars = Bars()
        self.tasks = ListPanel(_("What to do next"))
        self.latest = ListPanel(_("Latest changes"))
        self._latest: Sequence[LatestStep] = ()
        self._shown_latest = 0
        self._build()
        self.bars.pressed.connect(self._show_municipality)

    def _build(self) -> None:
        start = Button(_("Start workshop"), ButtonKind.PRIMARY, "presentation")
        start.clicked.connect(lambda: self.navigate.emit(PageTarget(PageId.BOARD)))
        self.header.tools.addWidget(start)
        figures = QHBoxLayout()
        figures.setSpacing(16)
        for figure in (self.projects, self.lists, self.board, self.plan):
            figures.addWidget(figure, 1)
        states = Panel()
        states.column.addWidget(Label(_("State of each municipality"), Type.STRONG, Weight.SEMIBOLD))
        states.column.addWidget(self.bars, 100)
        states.column.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(16)
        grid.addWidget(states, 0, 0, 2, 1)
        grid.addWidget(self.tasks, 0, 1)
        grid.addWidget(self.latest, 1, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        grid.setRowStretch(1, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(26, 20, 26, 26)
        column.setSpacing(20)
        column.addWidget(self.header)
        column.addLayout(figures)
        column.addLayout(grid, 1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    @override
    def refresh(self) -> None:
        """Read everything and show it."""
        workspace = self.services.workspace
        state = workspace.glance(overview, workspace.now.astimezone().date())
        host = _("{municipality} is host", municipality=state.host) if state.host else ""
        self.header.set_title(state.name, " · ".join(part for part in (host, state.phase) if part))
        self._show_figures(state)
        self.bars.show_states(state.municipalities)
        self.tasks.show_lines([self._task_line(task) for task in tasks(state)])
        self._latest = state.latest
        self._show_latest()

    def _show_latest(self) -> None:
        """Show as many of the latest changes as the height has room for."""
        count = _FEW if self.height() < theme.current().space(_HIGH) else len(self._latest)
        self._shown_latest = count
        self.latest.show_lines([self._step_line(step) for step in self._latest[:count]])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more of the latest changes in a high window."""
        super().resizeEvent(event)
        is_low = self.height() < theme.current().space(_HIGH)
        if self._latest and is_low != (self._shown_latest == _FEW):
            self._show_latest()

    def _show_figures(self, state: Overview) -> None:
        number = phrases().number
        ongoing, planned, finished = (
            sum(getattr(each, part) for each in state.municipalities) for part in ("ongoing", "planned", "finished")
        )
        elsewhere = _(", {count} seen elsewhere", count=number(state.external)) if state.external else ""
        self.projects.show_figure(
            number(state.projects),
            _(
                "{ongoing} ongoing, {planned} planned, {finished} finished",
                ongoing=number(ongoing),
                planned=number(planned),
                finished=number(finished),
            )
            + elsewhere,
        )
        self._show_lists(state)
        if state.board is None or not state.board.total:
            self.board.show_figure("–", _("No project has been chosen for a board yet."))
        else:
            of = _("{some} of {all}", some=number(state.board.placed), all=number(state.board.total))
            self.board.show_figure(of, state.board.name)
        if state.plan is None or not state.plan.measures:
            self.plan.show_figure("–", _("The plan has no measures yet."))
        else:
            lacking = state.plan.without_owner
            note = ngettext("{count} has no owner", "{count} have no owner", lacking) if lacking else state.plan.title
            self.plan.show_figure(number(state.plan.measures), note, warns=bool(lacking))

    def _show_lists(self, state: Overview) -> None:
        number, silent = phrases().number, state.silent
        whole = len(state.municipalities)
        of = _("{some} of {all}", some=number(whole - len(silent)), all=number(whole))
        if not silent:
            self.lists.show_figure(of, _("Everybody is in."))
            return
        names = ", ".join(each.name for each in silent[:NAMES])
        rest = len(silent) - NAMES
        names = _("{names} and {count} more", names=names, count=rest) if rest > 0 else names
        self.lists.show_figure(of, _("Missing: {names}", names=names), warns=True)

    def _task_line(self, task: Task) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        sign = QLabel()
        sign.setPixmap(
            icons.pixmap(
                *(("circle-check", Role.GOOD) if task.is_done else ("circle", Role.INK_SOFT)), theme.current().space(20)
            )
        )
        row.addWidget(sign)
        row.addWidget(Label(task.text, role=Role.INK_SOFT if task.is_done else Role.INK, wraps=True), 1)
        if task.button:
            button = Button(task.button)
            button.setAccessibleDescription(task.text)
            button.clicked.connect(lambda: self.navigate.emit(task.target))
            row.addWidget(button)
        return line

    def _step_line(self, step: LatestStep) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        if step.mark:
            row.addWidget(MarkLabel(Mark(step.mark, step.colour)))
        else:
            sign = QLabel()
            sign.setPixmap(icons.pixmap("pencil", Role.INK_FAINT, theme.current().space(18)))
            sign.setFixedWidth(theme.current().space(28))
            sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(sign)
        row.addWidget(Label(step_name(step.command, step.parameters), wraps=True), 1)
        row.addWidget(Label(day(step.at, self.services.workspace.now), role=Role.INK_FAINT))
        return line

    def _show_municipality(self, number: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, filters={"municipality": number}))
