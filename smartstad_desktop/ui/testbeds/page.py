"""Testbeds and what is tried in them: cases by stage, one case, and the register of testbeds."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.testbeds.routines import CaseState, RoutineKind
from smartstad_desktop.reads.testbeds.case import case_sheet
from smartstad_desktop.reads.testbeds.case_choices import case_choices
from smartstad_desktop.reads.testbeds.case_rows import CaseSheet
from smartstad_desktop.reads.testbeds.cases import cases, routines
from smartstad_desktop.reads.testbeds.testbeds import testbeds
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.cases.case_deeds import CaseDeeds
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import PageHeader
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.testbeds.case_menus import CaseMenus
from smartstad_desktop.ui.testbeds.case_read import read_case
from smartstad_desktop.ui.testbeds.case_view import CaseView
from smartstad_desktop.ui.testbeds.cases_view import CasesShown, CasesView
from smartstad_desktop.ui.testbeds.new_case import ask_new_case
from smartstad_desktop.ui.testbeds.testbeds_view import TestbedsView
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.testbeds.cases import AddCase

_CASES: Final = "cases"
_TESTBEDS: Final = "testbeds"


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
        self.dialog: Dialog | None = None
        self.deeds = CaseDeeds(self, lambda: self._moved)
        self.header = PageHeader(_("Testbeds"))
        self.back = Button(_("All cases"), icon="arrow-left")
        self.views = ChipRow(_("What is shown"), single=True)
        self.search = SearchField(_("Search cases and testbeds"))
        self.list_button = Button(_("List"), icon="list")
        self.add_case = Button(_("Begin a case"), ButtonKind.PRIMARY, "plus")
        self.add_testbed = Button(_("Add testbed"), ButtonKind.PRIMARY, "plus")
        self.more = icon_button("ellipsis", _("More"))
        self.decide = Button(_("Ask for a decision"), ButtonKind.PRIMARY, "shield-check")
        self.cases_view = CasesView()
        self.case_view = CaseView(self)
        self.menus = CaseMenus(services, self.case_view, self)
        self.testbeds_view = TestbedsView(self.run)
        self.stack = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        self.list_button.setCheckable(True)
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        tools = (self.search, self.list_button, self.back, self.more, self.decide, self.add_case, self.add_testbed)
        for tool in tools:
            self.header.tools.addWidget(tool)
        for view in (self.cases_view, self.case_view, self.testbeds_view):
            self.stack.addWidget(view)
        head = QVBoxLayout()
        head.setContentsMargins(space(26), space(16), space(26), space(12))
        head.addWidget(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.views.show_faces([ChipFace(_CASES, _("Cases")), ChipFace(_TESTBEDS, _("Testbeds"))])
        self.views.set_keys(frozenset({_CASES}))
        self._show_tools()

    def _connect(self) -> None:
        self.views.picked.connect(self._pick)
        self.back.clicked.connect(self.show_all)
        self.search.textChanged.connect(self.cases_view.look_for)
        self.search.textChanged.connect(self.testbeds_view.look_for)
        self.list_button.toggled.connect(lambda on: self.cases_view.show_list(is_list=on))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]  Qt's signal carries it
        self.add_case.clicked.connect(self.begin_case)
        self.add_testbed.clicked.connect(self.testbeds_view.add_testbed)
        self.decide.clicked.connect(lambda: self.menus.offer_decision(self.decide))
        self.more.clicked.connect(lambda: self.menus.offer_more(self.more))
        self.menus.removing.connect(self._remove)
        self.cases_view.opened.connect(self.open_case)
        self.cases_view.adding.connect(self.begin_case)
        self.cases_view.deleting.connect(self.deeds.remove)
        self.cases_view.move_wanted.connect(self._move)
        self.case_view.result_wanted.connect(self.menus.write_result)
        self.testbeds_view.requested.connect(self._perform)
        self.testbeds_view.case_wanted.connect(self._begin_in)
        for keys, deed in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._find),
            (QKeySequence("Alt+Up"), self._back_by_key),
        ):
            QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(deed)

    # Showing

    @override
    def refresh(self) -> None:
        """Read what is shown."""
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
        self.views.show_faces(
            [
                ChipFace(_CASES, _("Cases"), sum(not case.is_over for case in shown.cases)),
                ChipFace(_TESTBEDS, _("Testbeds"), len(register.testbeds)),
            ]
        )
        self._show_case()

    def _show_case(self) -> None:
        read = None if self.case is None else read_case(self.services.workspace, self.case)
        if read is None:
            self.case = None
        else:
            self.case_view.show_case(read)
        self._show_tools()

    def _show_tools(self) -> None:
        is_case = self.case is not None
        is_register = not is_case and bool(self.views.keys() & {_TESTBEDS})
        view = self.case_view if is_case else (self.testbeds_view if is_register else self.cases_view)
        self.stack.setCurrentWidget(view)
        read = self.case_view.read if is_case else None
        if read is None:
            self.header.set_title(_("Testbeds"))
        else:
            self.header.set_title(read.sheet.facts.title, self.case_view.subtitle())
        for widget, is_shown in (
            (self.back, is_case),
            (self.views, not is_case),
            (self.search, not is_case),
            (self.list_button, not is_case and not is_register),
            (self.add_case, not is_case and not is_register),
            (self.add_testbed, is_register),
            (self.more, is_case),
            (self.decide, read is not None and read.sheet.facts.state is CaseState.OPEN),
        ):
            widget.setVisible(is_shown)
        if read is not None:
            has_gate = read.sheet.current is not None and bool(read.sheet.current.gate)
            self.decide.setText(_("Ask for a decision") if has_gate else _("Move on"))
            self.decide.updateGeometry()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show a case or a testbed, or begin a case from a need or a project."""
        if target.filters.get("view") == _TESTBEDS:
            self.show_all()
            self.views.set_keys(frozenset({_TESTBEDS}))
            self._show_tools()
            if target.row is not None:
                self.testbeds_view.choose(target.row)
        elif target.row is not None:
            self.open_case(target.row)
        if target.filters.get("add"):
            begin = {name: int(target.filters[name]) for name in ("need", "project") if name in target.filters}
            self._ask_new_case(**begin)

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.case_view.finish()
        self.testbeds_view.finish()
        return True

    # Going about

    def open_case(self, case: int) -> None:
        """Show a case."""
        self.case_view.finish()
        self.case = case
        self._show_case()

    def show_all(self) -> None:
        """Show all cases again; the one that was open is chosen."""
        self.case_view.finish()
        case, self.case = self.case, None
        self._show_tools()
        if case is not None:
            self.cases_view.choose(case)

    def _back_by_key(self) -> None:
        if self.case is not None:
            self.show_all()

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _pick(self, _keys: object) -> None:
        # One of the two is always shown: a second click does not switch both off.
        shown = _TESTBEDS if self.stack.currentWidget() is self.testbeds_view else _CASES
        self.views.set_keys(self.views.keys() or frozenset({shown}))
        self._show_tools()

    # Doing

    def begin_case(self) -> None:
        """Ask for a new case."""
        self._ask_new_case()

    def _begin_in(self, testbed: int) -> None:
        self._ask_new_case(testbed=testbed)

    def _ask_new_case(self, **begin: int | None) -> None:
        choices = self.services.workspace.read(case_choices)
        self.dialog = ask_new_case(choices, self._begin, self, **begin)

    def _begin(self, command: AddCase) -> None:
        outcome = self.perform(command)
        if outcome is not None:
            self.open_case(int(outcome.value))

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
