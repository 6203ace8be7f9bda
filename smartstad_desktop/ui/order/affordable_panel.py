"""What the common budget reaches to: the set worth most, and as a second opinion what equal shares would choose."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.order.affordable import Affordable, best_by_value
from smartstad_desktop.domain.order.equal_shares import EqualShares, equal_shares
from smartstad_desktop.domain.values import Kronor, MunicipalityId, ProjectId
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.jobs import Jobs
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.outlook import Outlook
from smartstad_desktop.ui.order.pane import Pane


class AffordablePanel(Pane):
    """Two sets that fit the budget, and who would have nothing."""

    #: The user wants to set the budget.
    budget_wanted = Signal()
    #: Carries the id of a project to look at.
    project_wanted = Signal(int)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._outlook: Outlook | None = None
        self._shown_for: object = None

    def show_outlook(self, outlook: Outlook) -> None:
        """Count for the order as it is; the same order is not counted twice."""
        self._outlook = outlook
        budget = outlook.budget
        wanted = (outlook.facts, outlook.weights, budget)
        if wanted == self._shown_for:
            return
        self._shown_for = wanted
        self.clear()
        if budget is None:
            self.heading(_("No common budget yet"))
            self.words(_("With a budget you see what is affordable together."), Role.INK_SOFT)
            ask = Button(_("Common budget…"), ButtonKind.PRIMARY, "flag")
            ask.clicked.connect(self.budget_wanted)
            self.column.addWidget(ask)
            self.column.addStretch(1)
            return
        self.words(_("Counting…"), Role.INK_SOFT)
        self.column.addStretch(1)
        found = rules.candidates(outlook.order)
        wishes = rules.wishes(outlook.facts, outlook.order)
        everybody = [judge.id for judge in outlook.facts.municipalities]

        def work(_progress: object) -> tuple[Affordable, EqualShares]:
            return best_by_value(found, Kronor(budget), everybody), equal_shares(found, wishes, Kronor(budget))

        self._jobs.start(
            _("What is affordable together"),
            work,
            partial(self._show, wanted),
            lambda error: self.words(trouble.sentence(error), Role.BAD),
        )

    def _show(self, wanted: object, found: tuple[Affordable, EqualShares]) -> None:
        outlook = self._outlook
        if outlook is None or wanted != self._shown_for:
            return
        best, shared = found
        self.clear()
        self._show_set(outlook, _("Worth most for the money"), best)
        self._show_nothing(outlook, best.left_out)
        other = set(shared.result.chosen) ^ set(best.chosen)
        self._show_set(outlook, _("With equal shares"), shared.result)
        self.words(
            _("Every municipality decides over {share} of the budget.", share=current().money(shared.share)),
            Role.INK_SOFT,
        )
        self._show_nothing(outlook, shared.empty_handed)
        self.words(
            _("Both ways give the same set.")
            if not other
            else ngettext("{count} project differs.", "{count} projects differ.", len(other)),
        )
        if best.without_cost:
            self.words(
                ngettext(
                    "{count} project has no cost and is not counted.",
                    "{count} projects have no cost and are not counted.",
                    len(best.without_cost),
                ),
                Role.ATTENTION,
            )
        self.column.addStretch(1)

    def _show_set(self, outlook: Outlook, title: str, chosen: Affordable) -> None:
        self.heading(title)
        self.words(
            ngettext(
                "{count} project for {cost}; {left} is left.",
                "{count} projects for {cost}; {left} is left.",
                len(chosen.chosen),
                cost=current().money(chosen.cost),
                left=current().money(chosen.left),
            )
        )
        for project in chosen.chosen:
            self._show_project(outlook, project)

    def _show_project(self, outlook: Outlook, project: ProjectId) -> None:
        row = outlook.row(project)
        if row is None:
            return
        towns = row.project.municipalities
        judge = outlook.judges.get(towns[0]) if towns else None
        marks = () if judge is None else (Mark(judge.mark, judge.colour, judge.name),)
        cost = current().money(row.project.cost) if row.project.cost is not None else ""
        self.entry(row.project.title, cost, marks, partial(self.project_wanted.emit, project))

    def _show_nothing(self, outlook: Outlook, left_out: Iterable[MunicipalityId]) -> None:
        names = [outlook.judges[each].name for each in left_out if each in outlook.judges]
        if names:
            self.words(_("Nothing for {municipalities}.", municipalities=", ".join(names)), Role.ATTENTION)
