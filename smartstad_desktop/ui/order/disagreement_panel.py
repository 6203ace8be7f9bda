"""Where the municipalities score apart: the projects with the widest spread, what causes it, and who thinks alike."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.order import order as rules
from smartstad_desktop.domain.order.disagreement import Alike, Said, Split, likeness, split, weights_alike
from smartstad_desktop.domain.order.order import Row
from smartstad_desktop.domain.order.priority import FEWEST
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.order.likeness_grid import LikenessGrid
from smartstad_desktop.ui.order.outlook import Outlook
from smartstad_desktop.ui.order.pane import Pane
from smartstad_desktop.ui.order.sentences import name_of

_SHOWN: Final = 6


class DisagreementPanel(Pane):
    """What to talk about first."""

    #: Carries the id of a project to look at.
    project_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlook: Outlook | None = None
        self._said: dict[MunicipalityId, Said] = {}
        self.grid = LikenessGrid()
        self.parting = Label("", Type.BODY, wraps=True)
        self.grid.chosen.connect(self.tell_pair)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show where the municipalities score apart."""
        self._outlook = outlook
        # The two that are kept must survive the clearing of the sheet.
        self.grid.setParent(self)
        self.parting.setParent(self)
        self.clear()
        self._said = rules.said(outlook.facts)
        if len(self._said) < FEWEST:
            self.heading(_("Too few to compare"))
            self.words(
                _(
                    "At least {count} municipalities must have scored. Fewer could tell each other’s answers.",
                    count=FEWEST,
                ),
                Role.INK_SOFT,
            )
            self.column.addStretch(1)
            return
        self._show_splits(outlook)
        self._show_likeness(outlook)
        self.column.addStretch(1)

    def _show_splits(self, outlook: Outlook) -> None:
        self.heading(_("Talk about these first"))
        found: list[tuple[Row, Split]] = []
        for row in outlook.order.rows:
            apart = split(row.project.id, list(self._said.values()), outlook.facts.directions)
            if apart is not None:
                found.append((row, apart))
        found.sort(key=lambda each: -each[1].value.deviation)
        if not found:
            self.words(_("No project has been scored by three municipalities yet."), Role.INK_SOFT)
        for row, apart in found[:_SHOWN]:
            self.entry(
                row.project.title,
                self._told(outlook, apart),
                self._marks(outlook, row),
                partial(self.project_wanted.emit, row.project.id),
            )

    def _told(self, outlook: Outlook, apart: Split) -> str:
        number, spread = current().number, apart.value
        words = _(
            "From {lowest} to {highest}, {count} municipalities",
            lowest=number(spread.lowest, 1),
            highest=number(spread.highest, 1),
            count=number(spread.count),
        )
        if apart.cause is None:
            return words
        return f"{words}. " + _("{criterion} parts them most.", criterion=name_of(outlook.facts.criteria[apart.cause]))

    def _marks(self, outlook: Outlook, row: Row) -> tuple[Mark, ...]:
        towns = row.project.municipalities
        judge = outlook.judges.get(towns[0]) if towns else None
        return () if judge is None else (Mark(judge.mark, judge.colour, judge.name),)

    def _show_likeness(self, outlook: Outlook) -> None:
        self.heading(_("Who scores alike"))
        judges = [judge for judge in outlook.facts.municipalities if judge.id in self._said]
        pairs: dict[tuple[int, int], Alike] = {
            (min(one.id, other.id), max(one.id, other.id)): likeness(
                self._said[one.id], self._said[other.id], outlook.facts.directions
            )
            for one, other in combinations(judges, 2)
        }
        self.grid.show_pairs(judges, pairs)
        self.column.addWidget(self.grid)
        self.grid.show()
        self.parting.setText(_("Per cent of full agreement. Choose a box to see which projects part the two."))
        self.column.addWidget(self.parting)
        self.parting.show()

    def tell_pair(self, one: int, other: int) -> None:
        """Say how alike two municipalities are and which projects part them."""
        outlook = self._outlook
        if outlook is None:
            return
        first, second = MunicipalityId(one), MunicipalityId(other)
        alike = likeness(self._said[first], self._said[second], outlook.facts.directions)
        names = {"one": outlook.judges[one].name, "other": outlook.judges[other].name}
        if alike.likeness is None:
            self.parting.setText(_("{one} and {other} have scored too little in common to be compared.", **names))
            return
        titles = {project.id: project.title for project in outlook.facts.projects}
        parted = ", ".join(titles[project] for project, _distance in alike.separators)  # type: ignore[index]  ids of projects
        words = _("{one} and {other} agree to {share}.", share=current().percent(alike.likeness), **names)
        mine, theirs = rules.weights_of(outlook.facts, first), rules.weights_of(outlook.facts, second)
        if mine is not None and theirs is not None and sum(mine) and sum(theirs):
            share = current().percent(weights_alike(mine, theirs))
            words += " " + _("Of the weight, they give {share} to the same criteria.", share=share)
        self.parting.setText(f"{words} " + _("What parts them most: {projects}.", projects=parted) if parted else words)
