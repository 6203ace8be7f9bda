"""Residents' needs and the digital services on the market: two views of one page."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.reads.needs import needs
from smartstad_desktop.reads.services import services
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.frames import beneath_header
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import PageHeader
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.needs.needs_view import NeedsView
from smartstad_desktop.ui.needs.services_view import ServicesView
from smartstad_desktop.usecases.command import Command

_NEEDS: Final = "needs"
_SERVICES: Final = "services"


class NeedsPage(Page):
    """What residents need, and what can be bought."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.CITIZEN_NEED, Kind.VALUE_WORD, Kind.NEED_GOAL, Kind.NEED_PROJECT, Kind.NEED_SERVICE),
            *(Kind.MARKET_SERVICE, Kind.SERVICE_USE, Kind.MUNICIPALITY, Kind.GOAL, Kind.PROJECT),
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Needs and services"))
        self.views = ChipRow(_("What is shown"), single=True)
        self.search = SearchField(_("Search needs and services"))
        self.matrix = Button(_("Needs against services"), icon="table")
        self.add_word = Button(_("Value word"), icon="plus")
        self.add_need = Button(_("Add need"), ButtonKind.PRIMARY, "plus")
        self.add_service = Button(_("Add service"), ButtonKind.PRIMARY, "plus")
        self.needs_view = NeedsView(self.run)
        self.services_view = ServicesView(self.run)
        self.stack = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        for tool in (self.search, self.matrix, self.add_word, self.add_need, self.add_service):
            self.header.tools.addWidget(tool)
        self.stack.addWidget(self.needs_view)
        self.stack.addWidget(self.services_view)
        beneath_header(self, self.stack, self.header)
        self._show_counts(0, 0)
        self.views.set_keys(frozenset({_NEEDS}))
        self._show_tools()

    def _connect(self) -> None:
        self.views.picked.connect(self._pick)
        self.search.textChanged.connect(self.needs_view.look_for)
        self.search.textChanged.connect(self.services_view.look_for)
        self.matrix.clicked.connect(self._show_matrix)
        self.add_word.clicked.connect(self.needs_view.add_word)
        self.add_need.clicked.connect(self.needs_view.add_need)
        self.add_service.clicked.connect(self.services_view.add_service)
        self.needs_view.requested.connect(self._perform)
        self.needs_view.project_wanted.connect(self._go_to_project)
        self.needs_view.test_wanted.connect(self._go_to_test)
        self.needs_view.importing.connect(lambda: self.navigate.emit(PageTarget(PageId.IMPORTING)))
        self.services_view.requested.connect(self._perform)
        self.search.come_by_key(self)

    @override
    def refresh(self) -> None:
        """Read needs and services."""
        found = self.services.workspace.read(needs)
        on_market = self.services.workspace.read(services)
        self.needs_view.show_needs(found)
        self.services_view.show_services(on_market)
        self._show_counts(len(found.needs), len(on_market.services))

    @override
    def go_to(self, target: PageTarget) -> None:
        """Show needs or services, choose one, or begin a new one."""
        wanted = _SERVICES if target.filters.get("view") == _SERVICES else _NEEDS
        self.views.set_keys(frozenset({wanted}))
        self._show_tools()
        if target.row is not None:
            view = self.services_view if wanted == _SERVICES else self.needs_view
            view.choose(target.row)
        if target.filters.get("add"):
            self.needs_view.add_need()

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.needs_view.finish()
        self.services_view.finish()
        return True

    def _show_matrix(self) -> None:
        self.navigate.emit(PageTarget(PageId.MATRIX, filters={"scale": "coverage"}))

    def _go_to_project(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, row=project))

    def _go_to_test(self, need: int) -> None:
        self.navigate.emit(PageTarget(PageId.TESTBEDS, filters={"add": True, "need": need}))

    def _perform(self, command: Command, offer_undo: bool) -> None:  # noqa: FBT001  a signal carries it
        self.perform(command, offer_undo=offer_undo)

    def _pick(self, _keys: object) -> None:
        # One of the two is always shown: a second click does not switch both off.
        self.views.set_keys(self.views.keys() or frozenset({self._view}))
        self._show_tools()

    @property
    def _view(self) -> str:
        return _SERVICES if self.stack.currentWidget() is self.services_view else _NEEDS

    def _show_tools(self) -> None:
        is_services = bool(self.views.keys() & {_SERVICES})
        self.stack.setCurrentWidget(self.services_view if is_services else self.needs_view)
        self.add_word.setVisible(not is_services)
        self.add_need.setVisible(not is_services)
        self.add_service.setVisible(is_services)

    def _show_counts(self, need_count: int, service_count: int) -> None:
        self.views.show_faces(
            [ChipFace(_NEEDS, _("Needs"), need_count), ChipFace(_SERVICES, _("Services"), service_count)]
        )
