"""The head of the page of testbeds: what is shown, what can be searched, and what can be begun or asked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.testbeds.routines import CaseState
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.parts import PageHeader
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.testbeds.case_read import CaseRead

CASES: Final = "cases"
TESTBEDS: Final = "testbeds"


class Heading(PageHeader):
    """Shows the tools of what is shown: all cases, one case, or the register."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Testbeds"), parent=parent)
        self.views = ChipRow(_("What is shown"), single=True)
        self.search = SearchField(_("Search cases and testbeds"))
        self.list_button = Button(_("List"), icon="list")
        self.list_button.setCheckable(True)
        self.back = Button(_("All cases"), icon="arrow-left")
        self.more = icon_button("ellipsis", _("More"))
        self.routine = Button(_("The routine"), icon="book-open")
        self.decide = Button(_("Ask for a decision"), ButtonKind.PRIMARY, "shield-check")
        self.add_case = Button(_("Begin a case"), ButtonKind.PRIMARY, "plus")
        self.add_testbed = Button(_("Add testbed"), ButtonKind.PRIMARY, "plus")
        self.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        for tool in (self.search, self.list_button, self.back, self.more, self.routine, self.decide):
            self.tools.addWidget(tool)
        for tool in (self.add_case, self.add_testbed):
            self.tools.addWidget(tool)
        self.show_counts(0, 0)
        self.views.set_keys(frozenset({CASES}))

    @property
    def is_register(self) -> bool:
        """Return whether the register is chosen instead of the cases."""
        return bool(self.views.keys() & {TESTBEDS})

    def choose(self, view: str) -> None:
        """Choose the cases or the register."""
        self.views.set_keys(frozenset({view}))

    def show_counts(self, cases: int, testbeds: int) -> None:
        """Show how many open cases and how many testbeds there are."""
        self.views.show_faces([ChipFace(CASES, _("Cases"), cases), ChipFace(TESTBEDS, _("Testbeds"), testbeds)])

    def show_tools(self, read: CaseRead | None, subtitle: str = "") -> None:
        """Show the tools of a case, or of all of them when there is none."""
        is_case, is_register = read is not None, read is None and self.is_register
        if read is None:
            self.set_title(_("Testbeds"))
        else:
            self.set_title(read.sheet.facts.title, subtitle)
            self.decide.setText(_next_deed(read))
            self.decide.updateGeometry()
        for tool, is_shown in (
            (self.back, is_case),
            (self.views, not is_case),
            (self.search, not is_case),
            (self.list_button, not is_case and not is_register),
            (self.add_case, not is_case and not is_register),
            (self.add_testbed, is_register),
            (self.more, is_case),
            (self.routine, not is_register),
            (self.decide, read is not None and read.sheet.facts.state is CaseState.OPEN),
        ):
            tool.setVisible(is_shown)


def _next_deed(read: CaseRead) -> str:
    """Return what brings the case on: a decision at the gate, a step, or its end."""
    stage = read.sheet.current
    if stage is not None and stage.gate:
        return _("Ask for a decision")
    return _("Complete the case") if stage is read.sheet.stages[-1] else _("Move on")
