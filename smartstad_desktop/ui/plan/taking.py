"""Where measures are taken from: boards, rounds, the computed order, what-ifs, and the inventory."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from smartstad_desktop.reads.plan import plan_choices
from smartstad_desktop.text.phrases import N_, _, current, ngettext
from smartstad_desktop.ui.kit import icons
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.plan.dialogs import ColumnsDialog, ProjectsDialog
from smartstad_desktop.ui.plan.placed_dialog import PlacedDialog, Source
from smartstad_desktop.ui.plan.plan_tab import PlanTab
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.plan.making import Added
from smartstad_desktop.usecases.plan.sources import (
    AddMeasuresFromColumns,
    AddMeasuresFromProjects,
    TakeFromOrder,
    TakeFromRound,
    TakeFromScenario,
)

_PLACES: Final = (
    ("board", "columns-4", N_("The board…")),
    ("round", "presentation", N_("A round of a workshop…")),
    ("order", "list-ordered", N_("The computed order…")),
    ("scenario", "sliders-horizontal", N_("A what-if…")),
    ("projects", "folder-kanban", N_("Projects of the inventory…")),
)


class Taking:
    """A menu of sources, and their questions; each ends in a command that the tab performs."""

    def __init__(self, tab: PlanTab, then: Callable[[Added], object]) -> None:
        self._tab = tab
        self._then = then
        self.button = Button(_("Take measures from"), icon="list")
        self.menu = QMenu(self.button)
        acts = {
            "board": self.from_board,
            "round": self.from_round,
            "order": self.from_order,
            "scenario": self.from_scenario,
            "projects": self.from_projects,
        }
        for key, icon, words in _PLACES:
            self.menu.addAction(icons.icon(icon), current().text(words), acts[key])
        self.button.clicked.connect(self._open)

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))

    def from_board(self) -> ColumnsDialog:
        """Ask which columns become measures."""
        dialog = ColumnsDialog(self._read(plan_choices.column_choices), self._tab)
        dialog.confirmed.connect(lambda: self._add(AddMeasuresFromColumns(plan=self._plan, columns=dialog.columns())))
        dialog.open()
        return dialog

    def from_projects(self) -> ProjectsDialog:
        """Ask which projects become measures."""
        dialog = ProjectsDialog(self._read(plan_choices.project_choices), self._tab)
        dialog.confirmed.connect(
            lambda: self._add(AddMeasuresFromProjects(plan=self._plan, projects=dialog.projects()))
        )
        dialog.open()
        return dialog

    def from_round(self) -> PlacedDialog:
        """Ask which round, and what of it."""
        rounds = self._read(plan_choices.round_choices)
        sources = [Source(each.id, f"{each.session} · {each.question}", each.items) for each in rounds]
        nothing = _("No round has been revealed yet. Hold one in the workshop first.")
        return self._ask(_("Take measures from a round"), sources, nothing, self._of_round)

    def from_order(self) -> PlacedDialog:
        """Ask which projects of the order."""
        items = self._read(plan_choices.order_choices)
        nothing = _("Nothing has a place in the order yet. Score the projects under “Order” first.")
        sources = [Source("order", "", items)] if items else []
        return self._ask(_("Take measures from the computed order"), sources, nothing, self._of_order)

    def from_scenario(self) -> PlacedDialog:
        """Ask which what-if, and what of it."""
        found = self._read(plan_choices.scenario_choices)
        sources = [Source(each.id, each.name, each.items) for each in found]
        nothing = _("There is no what-if yet. Make one under “Order” first.")
        return self._ask(_("Take measures from a what-if"), sources, nothing, self._of_scenario)

    @property
    def _plan(self) -> Any:
        return self._tab.read.plan.id if self._tab.read is not None else None

    def _read(self, query: Callable[..., Any]) -> Any:
        return self._tab.services.workspace.read(query, self._plan)

    def _ask(
        self, title: str, sources: list[Source], nothing: str, command: Callable[[PlacedDialog], Command]
    ) -> PlacedDialog:
        dialog = PlacedDialog(title, sources, nothing, self._tab)
        dialog.confirmed.connect(partial(self._confirm, dialog, command))
        dialog.open()
        return dialog

    def _confirm(self, dialog: PlacedDialog, command: Callable[[PlacedDialog], Command], _values: object) -> None:
        self._add(command(dialog))

    def _of_round(self, dialog: PlacedDialog) -> Command:
        numbers = tuple(each.number for each in dialog.chosen())
        return TakeFromRound(plan=self._plan, round=dialog.source, numbers=numbers)

    def _of_order(self, dialog: PlacedDialog) -> Command:
        return TakeFromOrder(plan=self._plan, projects=_projects(dialog))

    def _of_scenario(self, dialog: PlacedDialog) -> Command:
        return TakeFromScenario(plan=self._plan, scenario=dialog.source, projects=_projects(dialog))

    def _add(self, command: Command) -> None:
        outcome = self._tab.perform(command, offer_undo=True)
        added: Added | None = outcome.value if outcome else None
        if added is None:
            return
        self._then(added)
        if added.confidential:
            told = ngettext(
                "{count} confidential project was left out.",
                "{count} confidential projects were left out.",
                added.confidential,
            )
            self._tab.services.notices.say(told)


def _projects(dialog: PlacedDialog) -> tuple[Any, ...]:
    return tuple(each.project for each in dialog.chosen() if each.project is not None)
