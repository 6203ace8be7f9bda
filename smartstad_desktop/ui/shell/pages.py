"""The pages of the window, as a table; nothing else in the shell knows one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from smartstad_desktop.text.phrases import N_
from smartstad_desktop.ui.kit.targets import PageId

if TYPE_CHECKING:
    from smartstad_desktop.ui.kit.page import Page


class Group(StrEnum):
    """The parts of the work that the rail is divided by."""

    TOP = ""
    SURVEY = N_("Survey")
    PRIORITISE = N_("Prioritise")
    CARRY_OUT = N_("Carry out")


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: how it is called and drawn in the rail, and where its class lies.

    The class is named, not imported: pages bring SQLAlchemy, and the window is painted before that.
    """

    id: PageId
    title: str
    icon: str
    group: Group
    factory: str

    def load(self) -> type[Page]:
        """Import the page's class."""
        module, _colon, name = self.factory.partition(":")
        return cast("type[Page]", getattr(import_module(module), name))


_UI: Final = "smartstad_desktop.ui"
PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec(PageId.OVERVIEW, N_("Overview"), "layout-dashboard", Group.TOP, f"{_UI}.overview.page:OverviewPage"),
    PageSpec(PageId.FIGURES, N_("Figures and charts"), "chart-column", Group.TOP, f"{_UI}.figures.page:FiguresPage"),
    PageSpec(PageId.PROGRAMME, N_("Programme"), "landmark", Group.TOP, f"{_UI}.programme.page:ProgrammePage"),
    PageSpec(PageId.INVENTORY, N_("Inventory"), "folder-kanban", Group.SURVEY, f"{_UI}.inventory.page:InventoryPage"),
    PageSpec(PageId.EXAMPLES, N_("Seen elsewhere"), "telescope", Group.SURVEY, f"{_UI}.examples.page:ExamplesPage"),
    PageSpec(PageId.NEEDS, N_("Needs and services"), "heart-handshake", Group.SURVEY, f"{_UI}.needs.page:NeedsPage"),
    PageSpec(PageId.IMPORTING, N_("Import"), "file-spreadsheet", Group.SURVEY, f"{_UI}.importing.page:ImportingPage"),
    PageSpec(PageId.GOALS, N_("Vision and goals"), "target", Group.PRIORITISE, f"{_UI}.goals.page:GoalsPage"),
    PageSpec(PageId.MATRIX, N_("Goal matrix"), "grid-3x3", Group.PRIORITISE, f"{_UI}.matrix.page:MatrixPage"),
    PageSpec(PageId.ORDER, N_("Order"), "list-ordered", Group.PRIORITISE, f"{_UI}.order.page:OrderPage"),
    PageSpec(PageId.BOARD, N_("Board"), "presentation", Group.PRIORITISE, f"{_UI}.board.page:BoardPage"),
    PageSpec(PageId.WORKSHOP, N_("Workshop"), "users", Group.PRIORITISE, f"{_UI}.workshop.page:WorkshopPage"),
    PageSpec(PageId.TESTBEDS, N_("Testbeds"), "flask-conical", Group.CARRY_OUT, f"{_UI}.testbeds.page:TestbedsPage"),
    PageSpec(
        PageId.PROCUREMENT, N_("Procurement"), "handshake", Group.CARRY_OUT, f"{_UI}.procurement.page:ProcurementPage"
    ),
    PageSpec(PageId.PLAN, N_("Development plan"), "route", Group.CARRY_OUT, f"{_UI}.plan.page:PlanPage"),
    PageSpec(PageId.REPORTS, N_("Reports"), "file-check", Group.CARRY_OUT, f"{_UI}.reports.page:ReportsPage"),
)
