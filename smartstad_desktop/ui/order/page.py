"""The order: a table of projects by what they are worth, and beside it what makes the order and who disagrees."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.values import ScenarioId
from smartstad_desktop.reads.priority import facts
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.frames import side_by_side
from smartstad_desktop.ui.kit.page import Page, PageId, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, Label, PageHeader, Panel, Pill, Type, Weight
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.order.affordable_panel import AffordablePanel
from smartstad_desktop.ui.order.alike_hint import AlikeHint
from smartstad_desktop.ui.order.disagreement_panel import DisagreementPanel
from smartstad_desktop.ui.order.errands import Errands
from smartstad_desktop.ui.order.openings import Openings
from smartstad_desktop.ui.order.order_table import OrderTable
from smartstad_desktop.ui.order.outlook import Outlook
from smartstad_desktop.ui.order.project_panel import ProjectPanel
from smartstad_desktop.ui.order.scenarios_panel import ScenariosPanel
from smartstad_desktop.ui.order.sentences import near_ties, standing
from smartstad_desktop.ui.order.weights_panel import WeightsPanel
from smartstad_desktop.usecases.order.weights import TakeMeanWeights

#: From this height on there is room for sentences beneath the order.
_HIGH: Final = 660
_WEIGHTS: Final = "weights"
_PROJECT: Final = "project"
_APART: Final = "apart"
_AFFORDED: Final = "afforded"
_WHAT_IFS: Final = "what_ifs"
_DECIDED: Final = "decided"
_COMPUTED: Final = "computed"


class OrderPage(Page):
    """What to do first, by criteria that everybody can see."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {
            *(Kind.CRITERION, Kind.WEIGHTING, Kind.WEIGHTING_VALUE, Kind.WEIGHTING_COMPARISON, Kind.SCORE),
            *(Kind.SCENARIO, Kind.PLACE_BY_HAND, Kind.PROJECT, Kind.PROJECT_MUNICIPALITY, Kind.PROGRAMME),
            Kind.MUNICIPALITY,
        }
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.outlook: Outlook | None = None
        self.errands = Errands(self, self)
        self.header = PageHeader(_("Order"))
        self.pill = Pill()
        self.kinds = ChipRow(_("Which order"), single=True)
        self.scenarios = QComboBox()
        self.keep = Button(_("Keep as a what-if…"), icon="plus")
        self.budget = Button(_("Common budget…"), icon="flag")
        self.table = OrderTable()
        self.tabs = ChipRow(_("What is shown beside"), single=True)
        self.weights = WeightsPanel()
        self.project = ProjectPanel()
        self.side = QStackedWidget()
        self.apart = DisagreementPanel()
        self.afforded = AffordablePanel(services.jobs)
        self.what_ifs = ScenariosPanel()
        self.panes: dict[str, QWidget] = {
            _WEIGHTS: self.weights,
            _PROJECT: self.project,
            _APART: self.apart,
            _AFFORDED: self.afforded,
            _WHAT_IFS: self.what_ifs,
        }
        self._below = QWidget()
        self.alike = AlikeHint(services)
        self.claim = Label("", Type.BODY, Weight.BOLD)
        self.sentence = Label("", Type.BODY, wraps=True)
        self.places = QStackedWidget()
        self._arrange()
        self.openings = Openings(self, self.places, self.weights, (self.scenarios, self.keep, self.budget))
        self.header.tools.insertWidget(0, self.openings.open_scores)
        self.openings.left_scores.connect(self.table.choose)
        self._connect()

    # Building

    def _arrange(self) -> None:
        space = theme.current().space
        self.scenarios.setAccessibleName(_("Which weights"))
        self.scenarios.setMinimumWidth(space(158))
        self.header.beside.addWidget(self.pill)
        for tool in (self.scenarios, self.keep, self.budget):
            self.header.tools.addWidget(tool)
        self.kinds.show_faces([ChipFace(_DECIDED, _("With places by hand")), ChipFace(_COMPUTED, _("As computed"))])
        self.kinds.set_keys(frozenset({_DECIDED}))
        self.tabs.show_faces(
            [
                ChipFace(_WEIGHTS, _("Weights")),
                ChipFace(_PROJECT, _("The project")),
                ChipFace(_APART, _("Disagreement")),
                ChipFace(_AFFORDED, _("Affordable")),
                ChipFace(_WHAT_IFS, _("What-ifs")),
            ]
        )
        self.tabs.set_keys(frozenset({_WEIGHTS}))
        for pane in self.panes.values():
            self.side.addWidget(pane)
        self.places.addWidget(self._body())
        self.places.addWidget(self._empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), space(16), space(26), space(20))
        column.setSpacing(space(12))
        column.addWidget(self.header)
        column.addWidget(self.places, 1)

    def _body(self) -> QWidget:
        space = theme.current().space
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, space(14), 0)
        inside.setSpacing(space(12))
        inside.addWidget(self.kinds)
        sheet = Panel()
        sheet.column.setContentsMargins(1, 1, 1, 1)
        sheet.column.addWidget(self.table)
        inside.addWidget(sheet, 1)
        told = Panel()
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(self.claim, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sentence, 1)
        told.column.addLayout(line)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(space(12))
        below.addWidget(told)
        below.addWidget(self.alike)
        inside.addWidget(self._below)
        right = Panel()
        right.column.setContentsMargins(0, space(12), 0, 0)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(space(18), 0, space(12), 0)
        tabs.addWidget(self.tabs)
        right.column.addLayout(tabs)
        right.column.addWidget(self.side, 1)
        # Large text leaves the names of projects their room.
        right.setMinimumWidth(min(space(340), 460))
        return side_by_side(left, right, space(356))

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "list",
            _("Nothing to put in order yet"),
            _("Bring projects into the inventory first; then score them here by the criteria."),
        )
        go = Button(_("To the inventory"), ButtonKind.PRIMARY, "folder-kanban")
        go.clicked.connect(lambda: self.navigate.emit(PageTarget(PageId.INVENTORY)))
        made.tools.addWidget(go)
        return made

    def _connect(self) -> None:
        self.kinds.picked.connect(self._pick_kind)
        self.tabs.picked.connect(self._pick_tab)
        self.scenarios.activated.connect(self._pick_scenario)
        self.keep.clicked.connect(self.errands.ask_scenario)
        self.budget.clicked.connect(self.errands.ask_budget)
        self.table.chosen.connect(self._show_project)
        self.table.placing.connect(self.errands.ask_place)
        self.table.put.connect(self.errands.ask_place)
        self.table.hold_over(self)
        self.weights.dragged.connect(self._try)
        self.weights.settled.connect(self.errands.settle)
        self.weights.requested.connect(self.perform)
        self.weights.mean_wanted.connect(lambda: self.perform(TakeMeanWeights()))
        self.project.requested.connect(self.perform)
        self.project.placing.connect(self.errands.ask_place)
        self.afforded.budget_wanted.connect(self.errands.ask_budget)
        self.what_ifs.requested.connect(self.perform)
        self.what_ifs.adding.connect(self.errands.ask_scenario)
        self.alike.wanted.connect(self._show_in_inventory)
        for pane in (self.apart, self.afforded):
            pane.project_wanted.connect(self._look_at)

    # Reading

    @override
    def refresh(self) -> None:
        """Read everything the order is computed from."""
        chosen = self.scenarios.currentData()
        self.outlook = Outlook(self.services.workspace.read(facts), chosen)
        self._show_scenarios(self.outlook)
        known = self.outlook.facts
        self.openings.show_place(known)
        scored = sum(1 for row in self.outlook.order.rows if row.place is not None)
        self.pill.setText(
            ngettext(
                "{count} project scored of {all}", "{count} projects scored of {all}", scored, all=len(known.projects)
            )
        )
        self.weights.show_weights(self.outlook, is_read_only=self.services.workspace.is_read_only)
        self._show_order()
        self.alike.look_among(frozenset(project.id for project in known.projects))

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose a project and show it."""
        if target.row is not None:
            self.table.choose(target.row)
            self._show_tab(_PROJECT)

    def go_to_scenario(self, scenario: ScenarioId) -> None:
        """Look at the order of a what-if."""
        self.scenarios.setCurrentIndex(max(0, self.scenarios.findData(scenario)))
        self.mark_stale()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height to the order itself where large text makes it scarce."""
        super().resizeEvent(event)
        self._below.setVisible(self.height() >= theme.current().space(_HIGH))

    def _show_scenarios(self, outlook: Outlook) -> None:
        chosen = outlook.scenario.id if outlook.scenario else None
        self.scenarios.clear()
        self.scenarios.addItem(_("Weights in force"), None)
        for scenario in outlook.facts.scenarios:
            self.scenarios.addItem(_("What if: {name}", name=scenario.name), scenario.id)
        self.scenarios.setCurrentIndex(max(0, self.scenarios.findData(chosen)))

    def _show_order(self) -> None:
        outlook = self.outlook
        if outlook is None:
            return
        self.table.show_lines(outlook.lines(is_computed=_COMPUTED in self.kinds.keys()), outlook)  # noqa: SIM118  not a mapping
        claim, sentence = standing(outlook)
        self.claim.setText(claim)
        self.claim.setVisible(bool(claim))
        told = " ".join(part for part in (sentence, near_ties(outlook)) if part)
        self.sentence.setText(told or _("Score at least two projects to see how firmly they stand."))
        project = self.table.project()
        if project is not None:
            self._show_project(project)
        self._show_pane()

    def _show_pane(self) -> None:
        """Show the order in the pane that is open; the others wait until they are opened."""
        pane = self.side.currentWidget()
        if self.outlook is not None and isinstance(pane, (DisagreementPanel, AffordablePanel, ScenariosPanel)):
            pane.show_outlook(self.outlook)

    def _show_in_inventory(self, project: int) -> None:
        self.navigate.emit(PageTarget(PageId.INVENTORY, row=project))

    def _look_at(self, project: int) -> None:
        self.table.choose(project)
        self._show_tab(_PROJECT)

    def _show_project(self, project: int) -> None:
        if self.outlook is not None:
            read_only = self.services.workspace.is_read_only
            self.project.show_project(self.outlook, project, is_read_only=read_only)

    # Looking in another way

    def _pick_kind(self, _keys: object) -> None:
        self.kinds.set_keys(self.kinds.keys() or frozenset({_DECIDED}))
        self._show_order()

    def _pick_tab(self, _keys: object) -> None:
        shown = next((key for key, pane in self.panes.items() if pane is self.side.currentWidget()), _WEIGHTS)
        self._show_tab(str(next(iter(self.tabs.keys()), shown)))

    def _show_tab(self, key: str) -> None:
        self.tabs.set_keys(frozenset({key}))
        self.side.setCurrentWidget(self.panes[key])
        self._show_pane()

    def _pick_scenario(self, _index: int) -> None:
        self.mark_stale()

    def _try(self, weights: tuple[float, ...]) -> None:
        if self.outlook is not None:
            self.outlook.weigh(weights, is_dragging=True)
            self._show_order()
