"""Testbeds and what is tried in them: cases by stage, one case, and the register of testbeds."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.reads.testbeds.cases import cases, routines
from smartstad_desktop.reads.testbeds.testbeds import testbeds
from smartstad_desktop.text.phrases import current
from smartstad_desktop.ui.cases.case_deeds import CaseDeeds
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.routines.desk import RoutineDesk
from smartstad_desktop.ui.testbeds.case_menus import CaseMenus
from smartstad_desktop.ui.testbeds.case_read import read_case
from smartstad_desktop.ui.testbeds.case_view import CaseView
from smartstad_desktop.ui.testbeds.cases_view import CasesShown, CasesView
from smartstad_desktop.ui.testbeds.heading import CASES, TESTBEDS, Heading
from smartstad_desktop.ui.testbeds.new_case import NewCases
from smartstad_desktop.ui.testbeds.testbeds_view import TestbedsView
from smartstad_desktop.usecases.command import Command


class TestbedsPage(Page):
    """Where things are tried, and where the municipalities tell what can be tried."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.TESTBED, Kind.TESTBED_CASE, Kind.ROUTINE_CASE, Kind.CASE_CHECK, Kind.CASE_EVIDENCE, Kind.CASE_LOG),
            *(Kind.CASE_INDICATOR, Kind.CASE_MUNICIPALITY, Kind.CASE_ROLE, Kind.GATE_DECISION, Kind.MUNICIPALITY),
            *(Kind.ROUTINE, Kind.ROUTINE_STAGE, Kind.ROUTINE_ROLE, Kind.CHECKLIST_ITEM, Kind.ORGANISATION),
            *(Kind.PROJECT, Kind.CITIZEN_NEED, Kind.GOAL_FUNCTION),
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.case: int | None = None
        self._moved: CaseSheet | None = None
        self.desk: RoutineDesk | None = None
        self.beginning = NewCases(self)
        self.deeds = CaseDeeds(self, lambda: self._moved)
        self.head = Heading()
        self.cases_view = CasesView()
        self.case_view = CaseView(self)
        self.menus = CaseMenus(services, self.case_view, self)
        self.testbeds_view = TestbedsView(self.run)
        self.stack = QStackedWidget()
        #: The page itself, or the desk of a routine.
        self.whole = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        for view in (self.cases_view, self.case_view, self.testbeds_view):
            self.stack.addWidget(view)
        work = QWidget()
        around = QVBoxLayout()
        around.setContentsMargins(space(26), space(16), space(26), space(12))
        around.addWidget(self.head)
        lines = QVBoxLayout(work)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(around)
        lines.addWidget(self.stack, 1)
        self.whole.addWidget(work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole)
        self._show_tools()

    def _connect(self) -> None:
        head = self.head
        head.views.picked.connect(self._pick)
        head.back.clicked.connect(self.show_all)
        head.search.textChanged.connect(self.cases_view.look_for)
        head.search.textChanged.connect(self.testbeds_view.look_for)
        head.list_button.toggled.connect(self._show_list)
        head.routine.clicked.connect(self.show_routine)
        head.add_case.clicked.connect(self.beginning.begin)
        head.add_testbed.clicked.connect(self.testbeds_view.add_testbed)
        head.decide.clicked.connect(lambda: self.menus.offer_decision(head.decide))
        head.more.clicked.connect(lambda: self.menus.offer_more(head.more))
        self.menus.removing.connect(self._remove)
        self.cases_view.opened.connect(self.open_case)
        self.cases_view.adding.connect(self.beginning.begin)
        self.cases_view.deleting.connect(self.deeds.remove)
        self.cases_view.move_wanted.connect(self._move)
        self.case_view.result_wanted.connect(self.menus.write_result)
        self.testbeds_view.requested.connect(self._perform)
        self.testbeds_view.case_wanted.connect(self.beginning.begin_in)
        self.beginning.begun.connect(self.open_case)
        for keys, deed in (
            (QKeySequence(QKeySequence.StandardKey.Find), head.search.setFocus),
            (QKeySequence("Alt+Up"), self.show_all),
        ):
            QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(deed)

    # Showing

    @override
    def refresh(self) -> None:
        """Read what is shown: a case, or all of them and the register."""
        if self.case is None or not self._show_case():
            self._show_lists()

    def _show_lists(self) -> None:
        workspace = self.services.workspace
        register = workspace.read(testbeds)
        shown = CasesShown(
            cases=workspace.read(cases, RoutineKind.TESTBED),
            routines=workspace.read(routines, RoutineKind.TESTBED),
            towns=register.towns,
            testbeds={row.id: row.name for row in register.testbeds},
            today=workspace.now.astimezone().date(),
        )
        self.cases_view.show_cases(shown, is_locked=workspace.is_read_only)
        self.testbeds_view.show_testbeds(register)
        self.head.show_counts(sum(not case.is_over for case in shown.cases), len(register.testbeds))
        self._show_tools()

    def _show_case(self) -> bool:
        """Show the case that is open; return whether it is still there."""
        read = None if self.case is None else read_case(self.services.workspace, self.case)
        if read is None:
            self.case = None
        else:
            self.case_view.show_case(read)
            self._show_tools()
        return read is not None

    def _show_tools(self) -> None:
        is_case = self.case is not None
        view = self.testbeds_view if self.head.is_register else self.cases_view
        self.stack.setCurrentWidget(self.case_view if is_case else view)
        self.head.show_tools(self.case_view.read if is_case else None, self.case_view.subtitle())

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show a case or a testbed, or begin a case from a need or a project."""
        self.whole.setCurrentIndex(0)
        if target.filters.get("view") == TESTBEDS:
            self.show_all()
            self.head.choose(TESTBEDS)
            self._show_tools()
            if target.row is not None:
                self.testbeds_view.choose(target.row)
        elif target.row is not None:
            self.open_case(target.row)
        if target.filters.get("add"):
            begin = {name: int(target.filters[name]) for name in ("need", "project") if name in target.filters}
            self.beginning.ask(**begin)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.case_view.finish()
        self.testbeds_view.finish()
        return self.desk is None or self.desk.leave()

    # Going about

    def open_case(self, case: int) -> None:
        """Show a case."""
        self.case_view.finish()
        self.case = case
        if self._show_case():
            self.case_view.checklist.focus_missing()

    def show_all(self) -> None:
        """Show all cases again; the one that was open is chosen."""
        self.case_view.finish()
        case, self.case = self.case, None
        self._show_lists()
        if case is not None:
            self.cases_view.choose(case)

    def _show_list(self, is_list: bool) -> None:  # noqa: FBT001  Qt's signal carries it
        self.cases_view.show_list(is_list=is_list)

    def _pick(self, _keys: object) -> None:
        # One of the two is always shown: a second click does not switch both off.
        shown = TESTBEDS if self.stack.currentWidget() is self.testbeds_view else CASES
        self.head.choose(str(next(iter(self.head.views.keys()), shown)))
        self._show_tools()

    def show_routine(self) -> None:
        """Show the routine that the case follows, or the one that new cases follow."""
        shown = self.cases_view.shown
        newest = None if shown is None else shown.routine()
        read = self.case_view.read if self.case is not None else None
        self.case_view.finish()
        number = read.sheet.facts.routine if read is not None else (0 if newest is None else newest.id)
        if self.desk is None:
            self.desk = RoutineDesk(self.services, number)
            self.desk.closed.connect(self._leave_routine)
            self.desk.navigate.connect(self.navigate)
            self.whole.addWidget(self.desk)
        self.whole.setCurrentWidget(self.desk)
        self.desk.show_routine(number)

    def _leave_routine(self) -> None:
        self.whole.setCurrentIndex(0)
        self.refresh()

    # Doing

    def _perform(self, command: Command, offer_undo: bool) -> None:  # noqa: FBT001  a signal carries it
        self.perform(command, offer_undo=offer_undo)

    def _move(self, case: int, stage: int) -> None:
        """Move a case as the board wants it; it may follow another version than the one whose stages are shown."""
        routine = None if self.cases_view.shown is None else self.cases_view.shown.routine()
        self._moved = self.services.workspace.read(case_sheet, case, current().language)
        if routine is None:
            return
        number = [each.id for each in routine.stages].index(stage)
        if number < len(self._moved.stages):
            self.deeds.move(self._moved, self._moved.stages[number].id)

    def _remove(self, case: int) -> None:
        if self.deeds.remove(case):
            self.show_all()
