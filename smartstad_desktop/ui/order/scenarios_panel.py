"""What-ifs side by side: the places each project would have, and what the weights are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.values import ProjectId, ScenarioId
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, icon_button
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.outlook import Outlook
from smartstad_desktop.ui.order.pane import Pane
from smartstad_desktop.usecases.order.scenarios import DeleteScenarios, DuplicateScenario

#: So many projects are compared, from the top of the order in force.
_COMPARED: Final = 15


class ScenariosPanel(Pane):
    """The what-ifs and how they would change the places."""

    #: A command.
    requested = Signal(object)
    #: The user wants to keep the present weights.
    adding = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show the what-ifs beside the weights in force."""
        self.clear()
        facts = outlook.facts
        if not facts.scenarios:
            self.heading(_("No what-ifs yet"))
            self.words(_("Drag the weights, then keep them under a name and compare."), Role.INK_SOFT)
            add = Button(_("Keep as a what-if…"), icon="plus")
            add.clicked.connect(self.adding)
            self.column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addStretch(1)
            return
        for scenario in facts.scenarios:
            self._show_head(scenario.id, scenario.name, scenario.note)
        self.heading(_("The places side by side"))
        self._show_places(outlook)
        self.column.addStretch(1)

    def _show_head(self, scenario: ScenarioId, name: str, note: str) -> None:
        row = QHBoxLayout()
        words = Label(name, Type.BODY, Weight.SEMIBOLD, wraps=True)
        words.setToolTip(note)
        copy = icon_button("copy", _("Copy the what-if “{name}”", name=name))
        copy.clicked.connect(
            lambda: self.requested.emit(DuplicateScenario(scenario=scenario, name=_("{name} (copy)", name=name)))
        )
        remove = icon_button("trash-2", _("Delete the what-if “{name}”", name=name))
        remove.clicked.connect(lambda: self.requested.emit(DeleteScenarios(scenarios=(scenario,))))
        row.addWidget(words, 1)
        row.addWidget(copy)
        row.addWidget(remove)
        self.column.addLayout(row)

    def _show_places(self, outlook: Outlook) -> None:
        facts = outlook.facts
        now = {row.project.id: row.place for row in rules.order(facts).rows}
        tried = [
            (
                scenario.name,
                {row.project.id: row.place for row in rules.order(facts, rules.weights_in(facts, scenario)).rows},
            )
            for scenario in facts.scenarios
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.current().space(12))
        grid.setVerticalSpacing(theme.current().space(6))
        grid.setColumnStretch(0, 1)
        for column, name in enumerate([_("In force"), *(name for name, _places in tried)], start=1):
            grid.addWidget(Label(name, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True), 0, column)
        shown = sorted((place, project) for project, place in now.items() if place is not None)[:_COMPARED]
        titles = {project.id: project.title for project in facts.projects}
        for row, (place, project) in enumerate(shown, start=1):
            grid.addWidget(Label(titles[project], Type.BODY, wraps=True), row, 0)
            grid.addWidget(self._number(place, place), row, 1)
            for column, (_name, places) in enumerate(tried, start=2):
                grid.addWidget(self._number(places.get(ProjectId(project)), place), row, column)
        self.column.addLayout(grid)

    def _number(self, place: int | None, now: int) -> Label:
        """Return a place with an arrow where it is another than now."""
        if place is None:
            return Label("–", Type.BODY)
        arrow = "↑ " if place < now else "↓ " if place > now else ""
        made = Label(
            arrow + current().number(place), Type.BODY, Weight.SEMIBOLD if arrow else Weight.REGULAR, figures=True
        )
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return made
