"""Joint procurement: candidates, what is going on, one procurement at a time, and the limits of law."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.procurement.candidates import Mark
from smartstad_desktop.domain.testbeds.routines import CaseState, RoutineKind
from smartstad_desktop.reads.needs import towns
from smartstad_desktop.reads.procurement.board import procurements
from smartstad_desktop.reads.procurement.candidates import candidates
from smartstad_desktop.reads.procurement.cases import procurement
from smartstad_desktop.reads.procurement.thresholds import thresholds
from smartstad_desktop.reads.testbeds.case_choices import case_choices
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.frames import beneath_header
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import PageHeader
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.procurement.candidates_view import CandidatesShown, CandidatesView
from smartstad_desktop.ui.procurement.case_view import CaseView
from smartstad_desktop.ui.procurement.cases_view import CasesView
from smartstad_desktop.ui.procurement.deeds import ProcurementDeeds
from smartstad_desktop.ui.procurement.thresholds_view import ThresholdsView
from smartstad_desktop.ui.routines.door import RoutineDoor
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.testbeds.cases import RemoveCases

_CANDIDATES: Final = "candidates"
_CASES: Final = "cases"
_LIMITS: Final = "limits"


class ProcurementPage(Page):
    """What could be bought together, what is going on, and what the law's limits are."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.PROCUREMENT_CASE, Kind.PROCUREMENT_PARTY, Kind.PROCUREMENT_CANDIDATE, Kind.THRESHOLD),
            *(Kind.ROUTINE_CASE, Kind.CASE_CHECK, Kind.CASE_EVIDENCE, Kind.CASE_LOG, Kind.CASE_ROLE),
            *(Kind.CASE_PROJECT, Kind.GATE_DECISION, Kind.ROUTINE, Kind.ROUTINE_STAGE, Kind.CHECKLIST_ITEM),
            *(Kind.MARKET_SERVICE, Kind.SERVICE_USE, Kind.NEED_SERVICE, Kind.CITIZEN_NEED),
            *(Kind.PROJECT, Kind.PROJECT_GOAL, Kind.GOAL, Kind.GOAL_FUNCTION, Kind.MUNICIPALITY),
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.case: int | None = None
        self.header = PageHeader(_("Procurement"))
        self.views = ChipRow(_("What is shown"), single=True)
        self.search = SearchField(_("Search procurements"))
        self.back = Button(_("All procurements"), icon="arrow-left")
        self.add = Button(_("Begin a procurement…"), ButtonKind.PRIMARY, "plus")
        self.add_limit = Button(_("Add a limit"), ButtonKind.PRIMARY, "plus")
        self.papers = Button(_("Write as PDF"), icon="file-down")
        self.menu = QMenu(self)
        self.write_summary = self.menu.addAction(_("Summary…"))
        self.write_letters = self.menu.addAction(_("Mandate letters…"))
        self.more = icon_button("ellipsis", _("More"))
        self.more_menu = QMenu(self)
        self.pause = self.more_menu.addAction(_("Pause the case…"))
        self.stop = self.more_menu.addAction(_("Stop the case…"))
        self.remove = self.more_menu.addAction(_("Remove the case"))
        self.candidates = CandidatesView()
        self.cases = CasesView()
        self.limits = ThresholdsView(self.run)
        self.view = CaseView(self)
        self.deeds = ProcurementDeeds(self, lambda: self.view.sheet if self.case is not None else None)
        self._view = _CASES
        self.places = QStackedWidget()
        self.routine = RoutineDoor(self, RoutineKind.PROCUREMENT, (self.header, self.places))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        for tool in (self.search, self.back, self.routine.button, self.papers, self.more, self.add, self.add_limit):
            self.header.tools.addWidget(tool)
        for place in (self.candidates, self.cases, self.limits, self.view):
            self.places.addWidget(place)
        beneath_header(self, self.places, self.header)
        self._show_faces(0, 0, 0)
        self.views.set_keys(frozenset({_CASES}))
        self._show_place()

    def _connect(self) -> None:
        self.views.picked.connect(self._pick)
        for view in (self.candidates, self.cases, self.limits):
            self.search.textChanged.connect(view.look_for)
        self.back.clicked.connect(self.close_case)
        deeds = self.deeds
        self.add.clicked.connect(deeds.begin)
        self.add_limit.clicked.connect(self.limits.add)
        self.papers.clicked.connect(partial(_offer, self.menu, self.papers))
        self.more.clicked.connect(partial(_offer, self.more_menu, self.more))
        self.pause.triggered.connect(self.view.deeds.pause)
        self.stop.triggered.connect(self._stop_shown)
        self.more_menu.aboutToShow.connect(self._offer_ends)
        self.remove.triggered.connect(self._remove_shown)
        self.write_summary.triggered.connect(deeds.write_summary)
        self.write_letters.triggered.connect(deeds.write_letters)
        self.cases.opened.connect(self.open_case)
        self.cases.adding.connect(deeds.begin)
        self.cases.deleting.connect(self._remove)
        self.limits.requested.connect(self._perform)
        self.candidates.beginning.connect(deeds.begin)
        self.candidates.keeping.connect(deeds.keep)
        self.candidates.dismissing.connect(deeds.dismiss)
        self.candidates.taking_back.connect(deeds.take_back)
        self.candidates.case_wanted.connect(self.open_case)
        self.candidates.project_wanted.connect(self._go_to_project)
        self.candidates.services_wanted.connect(self._go_to_services)
        self.view.locking.connect(deeds.lock)
        self.view.unlocking.connect(deeds.unlock)
        self.view.letter_wanted.connect(deeds.letter)
        deeds.begun.connect(self._open_new)
        self.search.come_by_key(self)

    @override
    def refresh(self) -> None:
        """Read what is shown: one procurement, or all of them with what could become one."""
        if self.case is None:
            self._show_lists()
        else:
            self._show_case()

    def _show_lists(self) -> None:
        read, language, today = self.services.workspace.read, current().language, self._today()
        found = read(candidates, today, language)
        names = {int(key): town for key, town in read(towns).items()}
        self.candidates.show_candidates(CandidatesShown(found, names))
        every = read(procurements, language, today)
        self.cases.show_cases(every)
        limits = read(thresholds)
        self.limits.show_limits(limits, today)
        fresh = sum(1 for each in found if each.mark not in {Mark.DISMISSED, Mark.CASE})
        self._show_faces(fresh, len(every.lines), len(limits))

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show a view, or open one procurement."""
        self.routine.close()
        wanted = str(target.filters.get("view", _CASES))
        self.case = None
        self.views.set_keys(frozenset({wanted if wanted in {_CANDIDATES, _LIMITS} else _CASES}))
        if target.row is not None:
            self.open_case(target.row)
            return
        self._show_lists()
        self._show_place()

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.view.finish()
        self.limits.finish()
        self.routine.finish()
        return True

    # One procurement

    def open_case(self, case: int) -> None:
        """Show a procurement."""
        self.view.finish()
        self.case = case
        self._show_place()
        self._show_case()

    def close_case(self) -> None:
        """Go back to all procurements."""
        self.view.finish()
        self.case = None
        self._show_lists()
        self.views.set_keys(frozenset({_CASES}))
        self._show_place()

    # Inside

    def _today(self) -> date:
        return self.services.workspace.now.astimezone().date()

    def _open_new(self, case: int) -> None:
        self.open_case(case)
        self.view.show_part("parties")

    def _remove(self, case: int) -> None:
        self.perform(RemoveCases(cases=(case,)), offer_undo=True)

    def _offer_ends(self) -> None:
        """Offer to pause what goes on, and to stop what is not over."""
        state = None if self.view.sheet is None else self.view.sheet.case.facts.state
        self.pause.setVisible(state is CaseState.OPEN)
        self.stop.setVisible(state in {CaseState.OPEN, CaseState.PAUSED})

    def _stop_shown(self) -> None:
        self.view.finish()
        self.view.deeds.stop()

    def _remove_shown(self) -> None:
        if self.case is not None:
            self._remove(self.case)

    def _perform(self, command: Command, offer_undo: bool) -> None:  # noqa: FBT001  a signal carries it
        self.perform(command, offer_undo=offer_undo)

    def _go_to_project(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, row=project))

    def _go_to_services(self) -> None:
        self.navigate.emit(PageTarget(PageId.NEEDS, filters={"view": "services"}))

    def _pick(self, _keys: object) -> None:
        # One view is always shown: a second click does not switch it off.
        self.views.set_keys(self.views.keys() or frozenset({self._view}))
        self._show_place()

    def _show_case(self) -> None:
        workspace = self.services.workspace
        try:
            sheet = workspace.read(procurement, self.case or 0, current().language, self._today())
        except RowGone:
            self.close_case()
            return
        self.view.show_case(sheet, workspace.read(case_choices), self._today())
        case = sheet.case.facts
        routine = _("routine version {version}", version=case.version)
        lead = next((each.full_name for each in sheet.parties if each.municipality == case.municipality), "")
        led = _("{name} leads", name=lead) if lead else _("Nobody leads yet")
        self.header.set_title(case.title, f"{led} · {routine}")

    def _show_place(self) -> None:
        keys = self.views.keys()
        self._view = str(next(iter(keys))) if keys else self._view
        is_case = self.case is not None
        of_all = {self.views, self.search, self.add_limit if self._view == _LIMITS else self.add}
        wanted = {self.back, self.papers, self.more} if is_case else of_all
        tools = (self.views, self.search, self.back, self.papers, self.more, self.add, self.add_limit)
        # What goes away goes first: with all of them at once the head would be wider than a screen.
        for tool in sorted(tools, key=lambda tool: tool in wanted):
            tool.setVisible(tool in wanted)
        if not is_case:
            self.header.set_title(_("Procurement"))
        order = [_CANDIDATES, _CASES, _LIMITS]
        self.places.setCurrentIndex(len(order) if is_case else order.index(self._view))

    def _show_faces(self, fresh: int, cases: int, limits: int) -> None:
        self.views.show_faces(
            [
                ChipFace(_CANDIDATES, _("Candidates"), fresh),
                ChipFace(_CASES, _("Procurements"), cases),
                ChipFace(_LIMITS, _("Limits"), limits),
            ]
        )


def _offer(menu: QMenu, at: QWidget, _is_on: object = None) -> None:
    """Open *menu* beneath a button."""
    menu.popup(at.mapToGlobal(QPoint(0, at.height() + 2)))
