"""The question that begins a case: by hand, from a need, or from a project that wants a testbed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain.testbeds.cases import CaseTitleMissing
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.reads.testbeds.case_choices import CaseChoices, case_choices
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.calm_pickers import shortened
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.usecases.testbeds.cases import AddCase

_LONGEST = 70


class NewCaseDialog(Dialog):
    """Asks where a case comes from and what it is called; what is chosen gives it its name."""

    def __init__(self, choices: CaseChoices, parent: QWidget | None = None) -> None:
        super().__init__(_("Begin a case"), _("Begin the case"), parent)
        self._choices = choices
        none = (None, "–")
        wanting = [(number, shortened(choices.projects[number], _LONGEST)) for number in choices.wanting]
        others = [
            (number, shortened(name, _LONGEST))
            for number, name in choices.projects.items()
            if number not in choices.wanting
        ]
        self.add(
            ChoiceField(
                "need",
                _("From a need"),
                [none, *((each, shortened(name, _LONGEST)) for each, name in choices.needs.items())],
            ),
            ChoiceField(
                "project",
                _("From a project"),
                [none, *wanting, *others],
                hint=_("Projects that want a testbed, or may want one, come first.") if wanting else "",
            ),
            TextField("title", _("Title"), hint=_("What is to be tried: safety sensors in the home.")),
            ChoiceField(
                "municipality", _("Municipality that leads"), [none, *((t.id, t.name) for t in choices.towns.values())]
            ),
            ChoiceField("testbed", field_name("testbed_id"), [none, *choices.testbeds.items()]),
        )
        for name in ("need", "project", "municipality", "testbed"):
            self.fields[name].set_value(None)
        for name in ("need", "project"):
            self.fields[name].edited.connect(self._suggest)
        self.check_with(_check)

    def suggest(self, **values: int | None) -> None:
        """Begin with what the user came from."""
        for name, value in values.items():
            self.fields[name].set_value(value)
        self._suggest()

    def _suggest(self, *_value: object) -> None:
        """Give the case the name of what it comes from, while nobody has written one."""
        need, project = self.fields["need"].value(), self.fields["project"].value()
        known = {*self._choices.needs.values(), *self._choices.projects.values(), ""}
        if self.fields["title"].value() in known:
            name = self._choices.projects.get(project, "") or self._choices.needs.get(need, "")
            self.fields["title"].set_value(name)


class NewCases(QObject):
    """Asks for new cases and begins them."""

    #: Carries the case that has been begun.
    begun = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: NewCaseDialog | None = None

    def begin(self) -> None:
        """Ask for a case."""
        self.ask()

    def begin_in(self, testbed: int) -> None:
        """Ask for a case that is to be tried in a testbed."""
        self.ask(testbed=testbed)

    def ask(self, **begin: int | None) -> None:
        """Ask for a case, beginning with what the user came from."""
        dialog = self.dialog = NewCaseDialog(self._page.services.workspace.read(case_choices), self._page)
        dialog.suggest(**begin)
        dialog.confirmed.connect(self._begin)
        dialog.open()

    def _begin(self, values: dict[str, Any]) -> None:
        outcome = self._page.perform(AddCase(kind=RoutineKind.TESTBED, **values))
        if outcome is not None:
            self.begun.emit(int(outcome.value))


def _check(values: dict[str, Any]) -> None:
    if not values["title"]:
        raise CaseTitleMissing(field="title")
